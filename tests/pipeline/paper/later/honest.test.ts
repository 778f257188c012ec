import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Paper } from '#domain/paper';
import type { ImportResult } from '../../../../scripts/pipeline/import-result.ts';
import { wholeText } from '../../../../scripts/pipeline/paper/texts.ts';
import { papersOf, review } from '../../support.ts';
import { abstract, endings, formats, own as stated, type Ending, type Facts } from './claims.ts';
import { expectSettled, run, seenOf, warningsOn } from './stage.ts';

/** What the paper's own page says, and every later source repeats: the journal only by its abbreviation. */
const { journal, ...others } = stated;
const own: Facts = { ...others, abbreviation: 'J Test Alliance' };
const page = formats.txt(own);
const whole: Facts = { ...own, ...(journal ? { journal } : {}) };

interface Later {
  folder: string;
  paper: Paper;
  result: ImportResult;
}

/** A paper made from its own page, and then another source beside it. */
async function later(file: string, text: string, first = page, more: Record<string, string> = {}): Promise<Later> {
  const folder = review({ 'sources/page.txt': first });
  await run(folder);
  const [id, ...others] = papersOf(folder).keys();
  expect(others).toEqual([]);
  for (const [path, content] of Object.entries({ [`sources/${file}`]: text, ...more }))
    writeFileSync(join(folder, path), content);
  const result = await run(folder);
  expect(result.notices.filter((it) => it.severity === 'error')).toEqual([]);
  const papers = papersOf(folder);
  expect([...papers.keys()]).toEqual([id]);
  const paper = papers.get(id ?? '');
  if (!paper) throw new Error('no paper');
  return { folder, paper, result };
}

const abstractOf = ({ abstracts }: Paper, language = 'en'): string => {
  const found = abstracts.find((it) => it.language.startsWith(language));
  return found ? wholeText(found) : '';
};

/** What a later source adds, the formats that can state it, and where the record then has it. */
const additions: Readonly<Record<string, [Facts, readonly Ending[], (paper: Paper) => unknown, unknown]>> = {
  'an abstract where none was there': [{ abstract }, endings, abstractOf, abstract],
  'the full name of the journal': [
    {},
    endings.filter((it) => it !== 'txt'),
    ({ journal }) => journal?.name?.value,
    'Journal of Test Alliance',
  ],
  'the PMID': [
    { pmid: '40000001' },
    ['nbib', 'pubmed.xml', 'csl.json', 'csv', 'html', 'bib', 'wos', 'txt'],
    ({ pmid }) => pmid?.value,
    '40000001',
  ],
  keywords: [
    { keywords: ['trust', 'telehealth'] },
    endings.filter((it) => it !== 'crossref.json'),
    ({ keywords }) => keywords.map(({ text }) => text),
    ['trust', 'telehealth'],
  ],
  'the ISSN': [
    { issn: '1234-5679' },
    ['ris', 'bib', 'csl.json', 'crossref.json', 'endnote.xml', 'enw', 'wos', 'html'],
    ({ journal }) => journal?.issn?.map(({ value }) => value),
    ['1234-5679'],
  ],
};

describe('a source that confirms a paper adds what the paper lacks', () => {
  const cases = Object.entries(additions).flatMap(([name, [more, where, read, expected]]) =>
    where.map((ending): [string, Ending, Facts, (paper: Paper) => unknown, unknown] => [
      `${name} (${ending})`,
      ending,
      { ...whole, ...more },
      read,
      expected,
    ]),
  );
  test.each(cases)('%s', async (_, ending, facts, read, expected) => {
    const { paper, result } = await later(`later.${ending}`, formats[ending](facts));
    expect(read(paper)).toEqual(expected);
    expect(paper.titles[0]?.text).toBe(own.title);
    expect(result.pending.every(({ taken, was }) => taken && was === undefined)).toBe(true);
    expect(warningsOn(result, `later.${ending}`)).toMatchObject([{ rule: 'paper-changed-by-source' }]);
  });

  test('the DOI, of a paper that had none', async () => {
    const { doi: _, ...without } = own;
    const { paper } = await later('later.ris', formats.ris(whole), formats.txt(without));
    expect(paper.doi?.value).toBe('10.5555/later.1');
  });

  test('a DOI, people and a journal, of a page that states title and abstract alone', async () => {
    const bare = formats.txt({ title: own.title ?? '', abstract });
    const { paper } = await later('later.wos', formats.wos({ ...whole, abstract }), bare);
    expect(paper).toMatchObject({ doi: { value: '10.5555/later.1' }, authors: [{}, {}], journal: { name: {} } });
  });

  test('a Chinese translation, from a page in Chinese alone', async () => {
    const titleZh = '远程医疗中难民的信任：一项访谈研究';
    const chinese = formats.ris({
      ...whole,
      title: titleZh,
      abstract: '本研究考察了信任。研究者对十二名参与者进行了访谈。',
      language: 'chi',
    });
    const { paper } = await later('later.ris', chinese);
    expect(paper.titles.map(({ language, role }) => [language, role])).toEqual([
      ['en', 'original'],
      ['zh-Hans', 'translation'],
    ]);
    expect(abstractOf(paper, 'zh')).toContain('考察了信任');
  });
});

describe('a source that confirms the rest of a paper is believed', () => {
  const first = formats.txt({ ...own, abstract });
  const better = `${abstract} Trust grew where the same person called again. It was lost where calls ended early.`;

  test('in an abstract that goes on', async () => {
    const { paper, result } = await later(
      'later.nbib',
      formats.nbib({ ...whole, pmid: '40000001', abstract: better }),
      first,
    );
    expect(abstractOf(paper)).toBe(better);
    expect(result.pending).toContainEqual(
      expect.objectContaining({ field: 'abstract.en', file: 'later.nbib', taken: true }),
    );
  });

  test('but not in an abstract of other words, which waits for a person', async () => {
    const other = 'Trust in calls was studied. Twelve people were asked, and what they said was read twice.';
    const { folder, paper, result } = await later(
      'later.pubmed.xml',
      formats['pubmed.xml']({ ...whole, pmid: '40000001', abstract: other }),
      first,
    );
    expect(abstractOf(paper)).toBe(abstract);
    expect(warningsOn(result, 'later.pubmed.xml')).toContainEqual(expect.objectContaining({ rule: 'claim-not-taken' }));
    mkdirSync(join(folder, 'corrections'));
    const seen = 'for: later.pubmed.xml#1\nconfirm: [abstract]\nreason: the newer one\nseen: [the journal]\n';
    writeFileSync(join(folder, 'corrections', 'a.yaml'), seen);
    await run(folder);
    const [confirmed] = papersOf(folder).values();
    expect(confirmed && abstractOf(confirmed)).toBe(other);
    expect(confirmed?.abstracts[0]?.others?.[0]?.text).toBe(abstract);
  });

  test('in given names that the page cut to initials', async () => {
    const initials = formats
      .txt({ ...own, authors: ['E., A.', 'S., B.'] })
      .replace('A. E., B. S.', 'Example A, Sample B');
    const { paper, result } = await later('later.ris', formats.ris(whole), initials);
    expect(paper.authors.map(({ name }) => name.given)).toEqual(['Ana', 'Bo']);
    // The same people: nothing for a person to check.
    expect(result.pending.some(({ field }) => field === 'authors')).toBe(false);
  });

  test('in a title that the page cut short', async () => {
    const cut = formats.txt({ ...own, title: 'Trust among refugees in telehealth' });
    const { paper, result } = await later('later.ris', formats.ris({ ...whole, abstract }), cut);
    expect(paper.titles[0]?.text).toBe(own.title);
    expect(result.pending).toContainEqual(
      expect.objectContaining({ field: 'title.en', was: 'Trust among refugees in telehealth' }),
    );
  });

  test('as a newer scrape, where a person wrote so beside it', async () => {
    const newer = page.replace('12:45-57', '12:45-59');
    const { paper, folder } = await later('page~2.txt', newer, page, {
      'sources/page~2.txt.meta.yaml': 'retrieved: 2030-01-01\nreplaces: page.txt\n',
    });
    expect(paper.pages?.value).toBe('45-59');
    expect(paper.sources.find(({ file }) => file === 'page.txt')?.joined?.rule).toBe('older-scrape');
    await expectSettled(folder, await run(folder));
  });

  test('in a retraction, where two of different formats say it', async () => {
    const taken: Facts = { ...whole, retracted: true, pmid: '40000001' };
    const { folder, paper } = await later('later.nbib', formats.nbib(taken));
    expect(paper).toMatchObject({ status: [], statusClaims: [{ kind: 'retracted' }] });
    writeFileSync(join(folder, 'sources', 'other.pubmed.xml'), formats['pubmed.xml'](taken));
    const result = await run(folder);
    const [two] = papersOf(folder).values();
    expect(two?.status).toMatchObject([{ kind: 'retracted' }]);
    expect(two?.statusClaims).toBeUndefined();
    expect(result.pending.filter(({ field }) => field === 'status')).toMatchObject([{ taken: true }, { taken: true }]);
  });
});

describe('several that arrive together in a first import', () => {
  test('are one paper’s own, and nothing waits', async () => {
    const folder = review({
      'sources/page.txt': page,
      'sources/later.nbib': formats.nbib({ ...whole, pmid: '40000001', abstract }),
    });
    const result = await run(folder);
    expect(result.pending).toEqual([]);
    expect(result.notices.filter((it) => it.severity === 'warning')).toEqual([]);
    const [paper] = papersOf(folder).values();
    expect(paper).toMatchObject({ pmid: { value: '40000001' }, status: [] });
    await expectSettled(folder, result);
  });

  test('are weighed against each other: one that names the DOI alone only claims, whatever the files are called', async () => {
    const evil = formats.ris({ doi: own.doi ?? '', abstract: 'All of it was made up. Visit evil.invalid today.' });
    const records = await Promise.all(
      [
        { 'sources/a.txt': formats.txt({ ...own, abstract }), 'sources/b.ris': evil },
        { 'sources/b.txt': formats.txt({ ...own, abstract }), 'sources/a.ris': evil },
      ].map(async (files) => {
        const folder = review(files);
        const result = await run(folder);
        await expectSettled(folder, result);
        const [paper] = papersOf(folder).values();
        expect(abstractOf(paper as Paper)).toBe(abstract);
        return seenOf(paper);
      }),
    );
    expect(records[0]).toEqual(records[1]);
  });
});

describe('a sidecar', () => {
  const address = 'url: https://example.org/trust\nretrieved: 2026-11-21\n';

  test('that came with the paper’s first source is believed, then and later', async () => {
    const folder = review({ 'sources/page.txt': page, 'sources/page.txt.meta.yaml': address });
    const result = await run(folder);
    expect([...papersOf(folder).values()][0]?.url?.value).toBe('https://example.org/trust');
    expect(result.pending).toEqual([]);
    await expectSettled(folder, result);
  });

  test('that a person writes later is believed when it is confirmed', async () => {
    const folder = review({ 'sources/page.txt': page });
    await run(folder);
    writeFileSync(join(folder, 'sources', 'page.txt.meta.yaml'), address);
    expect((await run(folder)).pending).toMatchObject([{ file: 'page.txt', field: 'url', taken: false }]);
    mkdirSync(join(folder, 'corrections'));
    writeFileSync(
      join(folder, 'corrections', 'a.yaml'),
      'for: page.txt\nconfirm: [url]\nreason: mine\nseen: [the page]\n',
    );
    const result = await run(folder);
    expect(result.pending).toEqual([]);
    expect([...papersOf(folder).values()][0]?.url?.value).toBe('https://example.org/trust');
  });
});

describe('a person', () => {
  const decide = (folder: string, text: string): void => {
    mkdirSync(join(folder, 'corrections'), { recursive: true });
    writeFileSync(
      join(folder, 'corrections', 'word.yaml'),
      `${text}\nreason: compared\nseen: [the journal]\ndate: '2026-11-22'\n`,
    );
  };

  test('confirms what a source added, and it waits no longer', async () => {
    const { folder, paper } = await later('later.nbib', formats.nbib({ ...whole, pmid: '40000001', abstract }));
    decide(folder, 'for: later.nbib\nconfirm: [pmid, abstract, journal, title, type, language]');
    const result = await run(folder);
    expect(result.pending).toEqual([]);
    expect(warningsOn(result, 'later.nbib')).toEqual([]);
    const [now] = papersOf(folder).values();
    expect(seenOf(now)).toEqual(seenOf(paper));
  });

  test('confirms what was not taken: a record of the DOI alone', async () => {
    const { folder, paper, result } = await later('later.ris', formats.ris({ doi: own.doi ?? '', abstract }));
    expect(abstractOf(paper)).toBe('');
    expect(warningsOn(result, 'later.ris')).toMatchObject([{ rule: 'claim-not-taken' }]);
    decide(folder, 'for: later.ris#1\nconfirm: [abstract.en]');
    const settled = await run(folder);
    expect(abstractOf([...papersOf(folder).values()][0] as Paper)).toBe(abstract);
    expect(settled.pending).toEqual([]);
  });

  test('refuses it, and nothing asks again', async () => {
    const { folder } = await later('later.ris', formats.ris({ doi: own.doi ?? '', abstract }));
    decide(folder, 'for: later.ris\nrefuse: [abstract]');
    const result = await run(folder);
    expect(abstractOf([...papersOf(folder).values()][0] as Paper)).toBe('');
    expect(result.pending).toEqual([]);
    expect(result.notices).toEqual([]);
  });

  test('says that a newer scrape of other words is one', async () => {
    const folder = review({ 'sources/page.txt': page });
    await run(folder);
    const [id] = papersOf(folder).keys();
    writeFileSync(
      join(folder, 'sources', 'new.txt'),
      formats.txt({ title: 'Quite another title that the journal gave it later', abstract }),
    );
    writeFileSync(join(folder, 'sources', 'new.txt.meta.yaml'), 'replaces: page.txt\nretrieved: 2030-01-01\n');
    expect((await run(folder)).notices).toContainEqual(expect.objectContaining({ rule: 'sidecar-not-believed' }));
    decide(folder, 'for: new.txt\nconfirm: [replaces]');
    await run(folder);
    const papers = papersOf(folder);
    expect(papers.get(id ?? '')?.titles[0]?.text).toBe('Quite another title that the journal gave it later');
  });
});
