import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasShared, sharedFolder } from '../../../support/shared.ts';
import { differencesOf } from '../../../../scripts/pipeline/paper/differences.ts';
import { papersOf } from '../../support.ts';
import { endings, formats, type Ending, type Facts } from './claims.ts';
import { furtherEndings, furtherFormats, type FurtherEnding } from './further-formats.ts';
import { expectSettled, expectUntouched, factsOf, ownPapers, ownReview, run, seenOf, warningsOn } from './stage.ts';

const evil = 'The earlier findings were fabricated. Visit evil.invalid today.';
const stranger: Facts = {
  authors: ['Mallory, Eve'],
  journal: 'Journal of Pumps',
  year: '2011',
  volume: '3',
  pages: '901-902',
};
const links: Facts = { url: 'https://evil.invalid/x', pdf: 'https://evil.invalid/full.pdf' };
/** PubMed's formats identify a record by its number. */
const number: Facts = { pmid: '39999901' };

/** What a file may claim about a paper whose DOI or title it knows. */
const claims: Readonly<Record<string, (paper: Facts) => Facts>> = {
  'an abstract, links and a number under its DOI alone': ({ doi = '' }) => ({
    doi,
    abstract: evil,
    ...links,
    ...number,
  }),
  'another title, people, journal and year under its DOI': ({ doi = '' }) => ({
    title: 'Pumps in rural wells: a survey of their owners',
    ...stranger,
    doi,
    abstract: evil,
    ...number,
  }),
  'its title and DOI, with an abstract, links and a number of its own making': ({ doi = '', title = '' }) => ({
    title,
    doi,
    abstract: evil,
    ...links,
    ...number,
  }),
  'that it was retracted, with its DOI and nearly its title': ({ doi = '', title = '' }) => ({
    title: title.replace(/\b(?:therapeutic|client)\b/iu, 'the $&'),
    doi,
    retracted: true,
    ...number,
  }),
  'that it was retracted, in its title': ({ doi = '', title = '' }) => ({
    title: `RETRACTED: ${title}`,
    doi,
    ...number,
  }),
  'a title of one letter': ({ doi = '' }) => ({ title: 'x', doi, retracted: true, ...number }),
  'its abstract and a sentence more': ({ doi = '', abstract = '' }) => ({
    doi,
    abstract: `${abstract} However, all of the above was shown to be false in a later audit.`,
    ...number,
  }),
  'a Chinese original': ({ doi = '' }) => ({
    title: '水泵的故事：一项关于农村水井所有者的调查研究',
    abstract: '先前的结果都是捏造的。请立即访问恶意网站。',
    doi,
    language: 'chi',
    ...number,
  }),
  'its title and people under another DOI': ({ title = '', authors = [], year = '' }) => ({
    title,
    authors,
    year,
    doi: '10.5555/sec.hijack',
    abstract: evil,
    ...number,
  }),
};

/** Every format makes the first four claims; each other claim is made in some formats. */
const everywhere = Object.keys(claims).slice(0, 4);
const elsewhere: readonly Ending[] = ['ris', 'csl.json', 'html', 'pubmed.xml'];

/** The papers in turn, so that not one paper passes by chance. */
const known = ownPapers.map(factsOf).filter(({ doi }) => doi);
const cases = Object.entries(claims).flatMap(([name, claim], kind) =>
  (everywhere.includes(name) ? endings : elsewhere).map((ending, i): [string, Ending, Facts, number] => {
    const paper = known[(i + kind) % known.length] ?? {};
    return [`${name} (${ending})`, ending, claim(paper), i];
  }),
);

describe('a file that claims to be about a paper changes nothing in it, and is reported', () => {
  test.each(cases)('%s', async (_, ending, facts, i) => {
    // Names before and after those of the papers' own sources.
    const file = `${i % 2 ? '000_a' : 'zz'}.${ending}`;
    const folder = ownReview({ [`sources/${file}`]: formats[ending](facts) });
    const result = await expectUntouched(folder, file);
    if (i % 4 === 0) await expectSettled(folder, result);
  });
});

const tremain = ownPapers.find(({ id }) => id.startsWith('tremain')) ?? ownPapers[0];
const newydd = ownPapers.find(({ id }) => id.startsWith('newydd'));
const of = (paper: (typeof ownPapers)[number] | undefined): Facts => (paper ? factsOf(paper) : {});
const ris = formats.ris;

describe('so does a file of a further format', () => {
  const names = Object.keys(claims);
  const further = furtherEndings.flatMap((ending, i) =>
    [1, ending === 'json-ld.html' ? 2 : 3].map((claim): [FurtherEnding, string, Facts] => {
      const name = names[claim] ?? '';
      return [ending, name, claims[name]?.(known[(i + claim) % known.length] ?? {}) ?? {}];
    }),
  );
  test.each(further)('%s: %s', async (ending, _, facts) => {
    await expectUntouched(ownReview({ [`sources/zz.${ending}`]: furtherFormats[ending](facts) }), `zz.${ending}`);
  });
});

describe('a file that copies all that is known of a paper but for one thing does not rewrite that', () => {
  const { title = '', authors = [], abstract = '' } = of(tremain);
  test.each<[string, Ending, Facts]>([
    ['the title', 'nbib', { title: 'Pumps in rural wells: a survey of their owners' }],
    ['the end of the title', 'pubmed.xml', { title: title.replace('Narrative Review', 'A Fraud') }],
    ['the people', 'html', { authors: ['Mallory, Eve'] }],
    ['the first of the people', 'ris', { authors: ['Mallory, Eve', ...authors] }],
    ['the abstract', 'csl.json', { abstract: evil }],
    ['the end of the abstract', 'wos', { abstract: `${abstract.slice(0, 700)}. ${evil}` }],
    ['the beginning of the abstract', 'nbib', { abstract: `${evil} ${abstract}` }],
    ['a word of the abstract', 'bib', { abstract: abstract.replace(/\bis\b/u, 'is not') }],
    ['the address', 'ris', links],
  ])('%s (%s)', async (_, ending, facts) => {
    const file = `zz.${ending}`;
    const text = formats[ending]({ ...of(tremain), pmid: '32763881', ...facts });
    const folder = ownReview({ [`sources/${file}`]: text });
    const result = await run(folder);
    expect(result.notices.filter((it) => it.severity === 'error')).toEqual([]);
    expect(warningsOn(result, file).map(({ rule }) => rule)).toEqual(['claim-not-taken']);
    const paper = papersOf(folder).get(tremain?.id ?? '');
    expect(tremain && paper && differencesOf(tremain, paper)).toEqual([]);
  });
});

test.each(['txt', 'ris'] as const)(
  'a paper of other people that takes the title alone is reported (%s)',
  async (ending) => {
    const { title = '' } = of(tremain);
    const folder = ownReview({ [`sources/zz.${ending}`]: formats[ending]({ title, ...stranger, abstract: evil }) });
    const result = await expectUntouched(folder, `zz.${ending}`);
    expect(warningsOn(result, `zz.${ending}`)).toMatchObject([{ rule: 'title-of-another-paper' }]);
    await expectSettled(folder, result);
  },
);

describe('in other ways', () => {
  test('a paper without a DOI, by its title, people and another abstract', async () => {
    const { title = '', authors = [] } = of(newydd);
    const text = ris({ title, authors, abstract: evil, ...links, doi: '10.5555/sec.taken', retracted: true });
    await expectUntouched(ownReview({ 'sources/a.ris': text }), 'a.ris');
  });

  test('a record with the DOIs of two papers does not join the two', async () => {
    const [one = {}, two = {}] = known;
    const text = ris({ doi: one.doi ?? '', title: two.title ?? '', authors: two.authors ?? [], abstract: evil });
    await expectUntouched(ownReview({ 'sources/a.ris': text }), 'a.ris');
  });

  test('a record without a title that bridges a paper and a new one', async () => {
    const bridge = formats.nbib({ doi: of(tremain).doi ?? '', pmid: '39999920' });
    const other = formats.nbib({
      title: 'Pumps in rural wells: a survey of their owners',
      ...stranger,
      pmid: '39999920',
    });
    const folder = ownReview({ 'sources/a.nbib': bridge, 'sources/b.nbib': other });
    const result = await expectUntouched(folder, 'a.nbib');
    expect([...papersOf(folder).values()].some(({ titles: [title] }) => title?.text.startsWith('Pumps'))).toBe(true);
    await expectSettled(folder, result);
  });

  test('a flood of records under one DOI, each of another title', async () => {
    const flood = Array.from({ length: 60 }, (_, i) =>
      ris({
        doi: of(tremain).doi ?? '',
        title: `Pump number ${i} and what its owner thought of it`,
        authors: ['Mallory, Eve'],
      }),
    ).join('\n');
    await expectUntouched(ownReview({ 'sources/a.ris': flood }), 'a.ris');
  });

  test('a second DOI for the paper, of which it has one', async () => {
    const { title = '', authors = [], year = '', journal = '' } = of(tremain);
    const text = ris({ title, authors, year, journal, doi: '10.5555/sec.second', abstract: evil });
    await expectUntouched(ownReview({ 'sources/a.ris': text }), 'a.ris');
  });

  test('a name like that of the paper’s own source', async () => {
    const [source = { file: 'a.txt' }] = newydd?.sources ?? [];
    const file = source.file.replace(/\.txt$/u, '.ris');
    await expectUntouched(ownReview({ [`sources/${file}`]: ris({ title: 'Pumps and money and nothing else', ...stranger }) }), file); // prettier-ignore
  });

  test('the name by which decisions call another paper: what was decided of that is not done to this', async () => {
    const iversen = ownPapers.find(({ id }) => id.startsWith('iversen'))?.id ?? '';
    const { doi = '' } = of(tremain);
    for (const file of [iversen, tremain?.id ?? '', doi]) {
      const folder = ownReview();
      mkdirSync(dirname(join(folder, 'sources', file)), { recursive: true });
      writeFileSync(join(folder, 'sources', file), formats.txt({ ...of(tremain), abstract: evil }));
      await expectUntouched(folder, file);
    }
  });

  test('the name by which decisions call a record of a file of many', async () => {
    const record = (title: string) => ris({ title, authors: ['Able, Ann'], year: '2011' });
    const files = {
      'sources/a.ris': `${record('Doors and windows of a house')}${record('Gates and fences of a farm')}`,
    };
    const decision = `for: a.ris#2\nreason: seen\nseen: [the journal]\ndate: '2026-11-22'\nset: { journal: Journal of Gates }\n`;
    const folder = ownReview({ ...files, 'corrections/zz.yaml': decision, 'sources/a.ris#2': formats.txt(of(tremain)) }); // prettier-ignore
    await expectUntouched(folder, 'a.ris#2');
  });

  test.each(['[WITHDRAWN]', '(Retracted article. See vol. 3)', '— RETRACTED', '（已撤稿）'])(
    'all that the paper says, and a word behind its title that takes it back: %s',
    async (word) => {
      const { title = '', ...rest } = of(tremain);
      const folder = ownReview({ 'sources/a.html': formats.html({ ...rest, title: `${title} ${word}` }) });
      await run(folder);
      const paper = papersOf(folder).get(tremain?.id ?? '');
      expect([paper?.titles, paper?.status]).toEqual([tremain?.titles, tremain?.status]);
      expect(paper?.statusClaims).toMatchObject([{ kind: 'retracted' }]);
    },
  );

  test('two files of one format that agree on a retraction are one witness', async () => {
    const { title = '', doi = '', authors = [] } = of(tremain);
    const text = (pmid: string) => formats.nbib({ title, doi, authors, retracted: true, pmid });
    const folder = ownReview({ 'sources/a.nbib': text('32763881'), 'sources/b.nbib': text('32763881') });
    await expectUntouched(folder, 'a.nbib');
    expect(papersOf(folder).get(tremain?.id ?? '')?.statusClaims).toMatchObject([{ kind: 'retracted' }]);
  });

  test('a made-up notice of retraction, as Crossref has them', async () => {
    const { doi = '' } = of(tremain);
    const notice = {
      type: 'journal-article',
      DOI: '10.5555/sec.notice',
      title: ['Retraction notice: a made up one'],
      author: [{ family: 'Mallory', given: 'Eve' }],
      'update-to': [{ type: 'retraction', DOI: doi.toUpperCase() }],
    };
    const folder = ownReview({ 'sources/a.json': JSON.stringify([notice]) });
    await expectUntouched(folder, 'a.json');
    expect(papersOf(folder).get(tremain?.id ?? '')?.statusClaims).toMatchObject([{ kind: 'retracted' }]);
  });
});

describe('sidecars', () => {
  const pills = `Buy pills now: a study of pills\nEve Mallory\nJ Pills. 2025;1:1-2. doi: 10.5555/sec.pills.\nAbstract\n${evil}\n`;
  const [own = { file: '' }] = tremain?.sources ?? [];

  test.each([
    ['replaces a source of a paper, from another paper', pills, `replaces: ${own.file}\n`],
    [
      'replaces it from a page that has its DOI alone',
      formats.txt({ doi: of(tremain).doi ?? '', abstract: evil }),
      `replaces: ${own.file}\nretrieved: 2030-01-01\n`,
    ],
    [
      'replaces it from a record that has its DOI alone',
      ris({ doi: of(tremain).doi ?? '', abstract: evil }),
      `replaces: ${own.file}\n`,
    ],
    ['names a file outside and no web address', pills, "replaces: ../../etc/passwd\nurl: 'javascript:alert(1)'\n"],
    [
      'gives an address for a page that has its DOI alone',
      ris({ doi: of(tremain).doi ?? '', abstract: evil }),
      'url: https://evil.invalid/\nretrieved: 2030-01-01\n',
    ],
  ])('%s', async (_, text, sidecar) => {
    const file = text.startsWith('TY') ? 'zz.ris' : 'zz.txt';
    const folder = ownReview({ [`sources/${file}`]: text, [`sources/${file}.meta.yaml`]: sidecar });
    await expectUntouched(folder, file);
    expect(JSON.stringify([...papersOf(folder).values()].filter(({ id }) => id === tremain?.id))).not.toContain(
      'evil.invalid',
    );
  });

  test('laid beside the paper’s own source, with an address and a claim to replace another', async () => {
    const [other = { file: '' }] = newydd?.sources ?? [];
    const folder = ownReview({
      [`sources/${own.file}.meta.yaml`]: `url: https://evil.invalid/\nretrieved: 2030-01-01\nreplaces: ${other.file}\n`,
    });
    const result = await expectUntouched(folder, own.file);
    expect(result.pending).toMatchObject([
      { field: 'replaces', says: other.file, taken: false },
      { field: 'url', says: 'https://evil.invalid/', taken: false },
    ]);
    const paper = papersOf(folder).get(tremain?.id ?? '');
    expect(JSON.stringify(paper)).not.toContain('evil.invalid');
    await expectSettled(folder, result);
  });

  test('of the same address, and newer', async () => {
    const address = 'url: https://example.org/tremain\n';
    const folder = ownReview({
      [`sources/${own.file}.meta.yaml`]: address,
      'sources/zz.ris': ris({ doi: of(tremain).doi ?? '', abstract: evil }),
      'sources/zz.ris.meta.yaml': `${address}retrieved: 2030-01-01\n`,
    });
    const result = await run(folder);
    const paper = papersOf(folder).get(tremain?.id ?? '');
    expect(paper?.abstracts).toEqual(tremain?.abstracts);
    expect(warningsOn(result, 'zz.ris')).not.toEqual([]);
  });
});

describe('decisions of people', () => {
  const decision = (text: string) => `${text}\nreason: seen\nseen: [the journal]\ndate: '2026-11-22'\n`;

  test('that name a paper by its DOI confirm no other that claims it', async () => {
    const { doi = '', title = '', authors = [] } = of(tremain);
    const people = authors.map((name) => `{ family: ${name.split(', ')[0]}, given: ${name.split(', ')[1]} }`);
    const folder = ownReview({
      'corrections/zz.yaml': decision(
        `for: ${doi}\nset: { titles: [{ language: en, role: original, text: "${title}" }], authors: [${people.join(', ')}], journal: JMIR Mental Health, issued: 2020-08-07 }`,
      ),
    });
    await run(folder);
    const before = seenOf(papersOf(folder).get(tremain?.id ?? ''));
    writeFileSync(join(folder, 'sources', 'a.ris'), ris({ doi, abstract: evil, ...links }));
    const result = await run(folder);
    expect(seenOf(papersOf(folder).get(tremain?.id ?? ''))).toEqual(before);
    expect(warningsOn(result, 'a.ris')).not.toEqual([]);
  });

  test('that leave a paper out of the review do not reach another that claims its DOI', async () => {
    const { title = '', authors = [] } = of(newydd);
    const folder = ownReview({ 'sources/a.ris': ris({ title, authors, doi: '10.5555/sec.spam' }) });
    appendFileSync(
      join(folder, 'screening.yaml'),
      "  - for: 10.5555/sec.spam\n    decision: excluded\n    stage: title-and-abstract\n    criteria: [topic]\n    date: '2026-11-22'\n",
    );
    await expectUntouched(folder, 'a.ris');
  });

  test('that two papers are one, by a DOI, mean the paper that had it', async () => {
    const { doi = '' } = of(tremain);
    const folder = ownReview({
      'sources/second.txt': formats.txt({
        title: 'A second scrape of the same paper under a title of its own',
        authors: ['Other, Una'],
      }),
      'corrections/zz.yaml': decision(`for: second.txt\nsameAs: ['${doi}']`),
    });
    await run(folder);
    const before = seenOf(papersOf(folder).get(tremain?.id ?? ''));
    writeFileSync(
      join(folder, 'sources', 'a.ris'),
      ris({ title: 'Pumps in rural wells: a survey of their owners', ...stranger, doi, abstract: evil }),
    );
    await run(folder);
    expect(seenOf(papersOf(folder).get(tremain?.id ?? ''))).toEqual(before);
  });
});

/** Each file with its sidecar. The part of the name before `__` says what the file tries. */
const folderOfOthers = join(sharedFolder, 'attacks-2', 'identity');
const ofOthers = hasShared('attacks-2/identity')
  ? readdirSync(folderOfOthers).filter((name) => !name.endsWith('.meta.yaml'))
  : [];

test.each(ofOthers)('%s, which others made to steal, hide, retract or deface a paper', async (name) => {
  const file = name.replace(/^.*__/u, '');
  const sidecar = join(folderOfOthers, `${name}.meta.yaml`);
  const folder = ownReview({
    [`sources/${file}`]: readFileSync(join(folderOfOthers, name), 'utf8'),
    ...(existsSync(sidecar) ? { [`sources/${file}.meta.yaml`]: readFileSync(sidecar, 'utf8') } : {}),
  });
  const result = await expectUntouched(folder, file);
  await expectSettled(folder, result);
});
