import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '#domain/ledger';
import type { Origin } from '#domain/place';
import { mainTitle, type Paper, type Section } from '#domain/paper';
import { offsetsOf, sourceText } from '#domain/source';
import { withoutFinalStop } from '#domain/text';
import { projectRoot } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';
import { importFolder, papersOf, seeds } from './support.ts';

/** What each line of the five pages is, in the record and in the ledger. */
const content = join(projectRoot, 'content');
let papers: Map<string, Paper>;
let ledger: Ledger;
let out: string;

beforeAll(async () => {
  out = temporaryFolder();
  const { notices } = await importFolder(content, { outDir: out });
  expect(notices).toEqual([]);
  papers = papersOf(out);
  ledger = JSON.parse(readFileSync(join(out, 'ledger.json'), 'utf8')) as Ledger;
});

const paper = (number: string): Paper => {
  const found = [...papers.values()].find((it) => it.sources[0]?.file.startsWith(number));
  if (!found) throw new Error(`no paper of ${number}`);
  return found;
};
const titles = (it: Paper) => it.titles.map(({ language, role, text }) => [language, role, text]);
const sentences = (sections: readonly Section[]) =>
  sections.flatMap((it) => it.blocks.flatMap((block) => block.sentences));
const text = (sections: readonly Section[]) =>
  sentences(sections)
    .map((it) => it.text)
    .join(' ');
const concepts = (it: Paper) => it.concepts.map((tag) => tag.concept);
const lines = (origins: readonly Origin[] | undefined) =>
  origins?.map((it) => ('line' in it ? it.line : it.correction));
const entry = (number: string) => ledger.sources.find((it) => it.file.startsWith(number));
/** What the ledger says about a line: kinds, fields and rules, each once. */
const outcomes = (number: string, line: number) => [
  ...new Set(
    entry(number)
      ?.stretches.filter((it) => it.line === line)
      .map(({ outcome }) =>
        outcome.kind === 'field'
          ? outcome.field
          : outcome.kind === 'furniture'
            ? `furniture ${outcome.rule}`
            : outcome.kind,
      ),
  ),
];
const everything = (number: string) => JSON.stringify(paper(number));

describe('000: a Book学术 record', () => {
  test('the Chinese title is a translation, the English one of the record within is the original', () => {
    expect(titles(paper('000'))).toEqual([
      [
        'en',
        'original',
        'The Therapeutic Alliance in Refugee Mental Health and Psychosocial Support: A Narrative Review.',
      ],
      ['zh-Hans', 'translation', '难民心理健康和社会心理支持治疗联盟:叙述性回顾。'],
    ]);
    expect(paper('000').titles[0]?.from[0]).toMatchObject({ line: 1, pointer: '/resultStr#/title' });
  });
  test('the abstract is English, whatever the title is, and without tags', () => {
    expect(paper('000').abstracts.map((it) => it.language)).toEqual(['en']);
    expect(everything('000')).not.toMatch(/<\/?p>/u);
  });
  test('blank volume and pages state nothing: it is online only so far', () => {
    const it = paper('000');
    expect([it.volume, it.issue, it.pages, it.articleNumber, it.issued]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(it.online?.value).toBe('2025-05-03');
  });
  test('open access is yes or unknown; citation counts and metrics are no facts of the paper', () => {
    expect(paper('000').openAccess).toBeUndefined();
    expect(everything('000')).not.toMatch(/Q3|医学|15958|Semanticscholar|OCCUPATIONAL/u);
  });
  test('one final full stop is left out for display and citation', () => {
    expect(withoutFinalStop(mainTitle(paper('000'))?.text ?? '')).toMatch(/A Narrative Review$/u);
  });
  test('line 3 is a copy, lines 4 and 5 the journal’s blurb, which evidences nothing', () => {
    expect(outcomes('000', 3)).toEqual(['copy']);
    for (const line of [4, 5]) expect(outcomes('000', line).join()).toMatch(/^furniture/u);
    expect(everything('000')).not.toMatch(/immigration law|epidemiology/u);
  });
  test('the given and the family name are a person’s decision', () => {
    expect(paper('000').authors).toMatchObject([
      { name: { family: 'Potocky', given: 'Miriam', written: 'Miriam Potocky' } },
    ]);
    expect(paper('000').authors[0]).not.toHaveProperty('derived');
  });
  test('what it is about', () => {
    expect(concepts(paper('000'))).toEqual(
      expect.arrayContaining(['themes/interpreters', 'themes/refugees', 'designs/narrative-review']),
    );
    expect(paper('000').samples).toMatchObject([{ of: 'studies', count: { value: 20 } }]);
  });
});

describe('001: a bilingual PubMed mirror', () => {
  test('two equal lines of affiliation are one, in two parts, bound to no author', () => {
    const { affiliations, authors } = paper('001');
    expect(affiliations).toHaveLength(1);
    expect(lines(affiliations[0]?.from)).toEqual([1, 2]);
    expect(affiliations[0]?.parts).toEqual([
      'Division of Psychology and Mental Health, School of Health Sciences, University of Manchester, Manchester Academic Health Science Centre, Manchester M13 9PL, UK',
      'Greater Manchester Mental Health NHS Foundation Trust, Manchester Academic Health Science Centre, UK.',
    ]);
    expect(authors.every((it) => it.affiliations === undefined)).toBe(true);
  });
  test('the citation line, field by field', () => {
    const it = paper('001');
    expect(it).toMatchObject({
      journal: { name: { value: 'Clinical Psychology Review' }, abbreviation: { value: 'Clin Psychol Rev' } },
      issued: { value: '2024-11' },
      online: { value: '2024-07-29' },
      volume: { value: '113' },
      articleNumber: { value: '102469' },
      doi: { value: '10.1016/j.cpr.2024.102469' },
    });
    expect(it.pages).toBeUndefined();
    expect(lines(it.doi?.from)).toEqual([3]);
  });
  test('the registration is kept, with its place', () => {
    expect(paper('001').registrations[0]).toMatchObject({
      value: { registry: 'PROSPERO', id: 'CRD42021268273' },
      from: [{ line: 4 }, { line: 5 }],
    });
  });
  test('the Chinese abstract is a translation; its words stay as they are', () => {
    expect(paper('001').abstracts.map((it) => [it.language, it.role])).toEqual([
      ['en', 'original'],
      ['zh-Hans', 'translation'],
    ]);
    expect(everything('001')).toContain("therapist's perspectives");
    expect(everything('001')).toContain('观点。');
  });
  test('title, authors and keywords come by correction, and the id after them', () => {
    const it = paper('001');
    expect(it.id).toBe('huggett-2024-client-therapist-perspectives');
    expect(it.titles).toHaveLength(1);
    expect(it.titles[0]?.from).toHaveLength(1);
    expect(it.authors.map((author) => author.name.family)).toEqual(['Huggett', 'Peters', 'Gooding', 'Berry', 'Pratt']);
    expect(it.keywords).toHaveLength(6);
  });
  test('thirty-seven papers, in both languages', () => {
    expect(paper('001').samples).toMatchObject([
      { of: 'studies', count: { value: 37, from: [{ line: 4 }, { line: 5 }] } },
    ]);
    expect(concepts(paper('001'))).toEqual(expect.arrayContaining(['themes/suicidality', 'designs/meta-ethnography']));
  });
});

describe('002: a 生知库 page', () => {
  test('two titles, the subtitle with them; the design is in it', () => {
    expect(titles(paper('002'))).toEqual([
      [
        'en',
        'original',
        'The Therapeutic Alliance in Digital Mental Health Interventions for Serious Mental Illnesses: Narrative Review',
      ],
      ['zh-Hans', 'translation', '数字心理健康干预中治疗联盟在严重精神疾病中的应用:叙述性综述'],
    ]);
    expect(concepts(paper('002'))).toContain('designs/narrative-review');
  });
  test('the view counter is furniture', () => {
    expect(outcomes('002', 5).join()).toMatch(/^furniture/u);
    expect(paper('002').pages).toBeUndefined();
  });
  test('five sections, cut at labels in capitals and nowhere else', () => {
    const [abstract] = paper('002').abstracts;
    expect(abstract?.sections.map((it) => [it.label?.toUpperCase(), it.kind])).toEqual([
      ['BACKGROUND', 'background'],
      ['OBJECTIVE', 'objective'],
      ['METHODS', 'methods'],
      ['RESULTS', 'results'],
      ['CONCLUSIONS', 'conclusions'],
    ]);
    expect(text(abstract?.sections ?? [])).toContain('3 main areas of the literature: the first examining');
  });
  test('the site’s notice is furniture, and its address belongs to no paper', () => {
    for (const line of [11, 13, 15, 17, 19]) expect(outcomes('002', line).join()).toMatch(/^furniture/u);
    expect(everything('002')).not.toMatch(/biocloudy\.com|生知库/u);
  });
  test('where it appeared comes by correction', () => {
    expect(paper('002')).toMatchObject({
      type: { value: 'article-journal' },
      articleNumber: { value: 'e17204' },
      pmid: { value: '32763881' },
    });
  });
});

describe('003: a practice digest', () => {
  test('three authors', () => {
    expect(paper('003').authors.map((it) => it.name.written)).toEqual([
      'Iona Myfanwy Newydd',
      'Sophie North',
      'Imogen Rushworth',
    ]);
  });
  test('LOCATION is the digest’s own scope, no country and no setting', () => {
    expect(paper('003').digest?.scope).toMatchObject({ value: 'National', from: [{ line: 5 }] });
    expect(concepts(paper('003')).filter((it) => /^(countries|settings)\//u.test(it))).toEqual([]);
  });
  test('line 8 is the summary; its double blanks are folded, and unchanged in the source', () => {
    const [abstract] = paper('003').abstracts;
    expect(sentences(abstract?.sections ?? []).every((it) => lines(it.from)?.every((line) => line === 8))).toBe(true);
    expect(text(abstract?.sections ?? [])).not.toMatch(/\s\s|\u00a0/u);
    expect(readFileSync(join(seeds, '003_896b1f89a11f002d.txt'), 'utf8')).toContain('\u00a0');
  });
  test('lines 10 to 24 are the digest, its publisher’s; the bullets stay a list', () => {
    const { digest } = paper('003');
    expect(digest?.sections.map((it) => it.label)).toEqual([
      'How does this research apply to my work?',
      'What should I take away from this research?',
      'What’s the next step?',
    ]);
    expect(digest?.sections[1]?.blocks.map((it) => it.as)).toEqual(['paragraph', 'item', 'item', 'item']);
    expect(digest?.publisher?.value).toBe("CAMH's Immigrant and Refugee Mental Health Project");
    expect(text(paper('003').abstracts.flatMap((it) => it.sections))).not.toContain('service provider');
  });
  test('the dead links are furniture', () => {
    for (const line of [26, 28]) expect(outcomes('003', line).join()).toMatch(/^furniture/u);
    expect(paper('003').keywords).toEqual([]);
  });
  test('ten qualitative studies, by thematic synthesis; no year, and the snapshot’s date is the snapshot’s', () => {
    const it = paper('003');
    expect(it.samples).toMatchObject([{ of: 'studies', count: { value: 10 } }]);
    expect(concepts(it)).toEqual(
      expect.arrayContaining(['designs/qualitative-systematic-review', 'designs/thematic-synthesis']),
    );
    expect([it.issued, it.online, it.doi, it.journal]).toEqual([undefined, undefined, undefined, undefined]);
    expect(it.digest?.date?.value).toBe('2020-06');
    expect(it.id).toBe('newydd-nd-experiences-mental-health');
  });
});

describe('004: a whole Book学术 page', () => {
  test('four authors, though a comma and a no-break space part them', () => {
    expect(paper('004').authors.map((it) => it.name.family)).toEqual(['Iversen', 'Riley', 'Råbu', 'Lorem']);
  });
  test('"25 1" is volume 25, issue 1; 424 is an article number', () => {
    expect(paper('004')).toMatchObject({
      volume: { value: '25' },
      issue: { value: '1' },
      articleNumber: { value: '424' },
    });
    expect(paper('004').pages).toBeUndefined();
  });
  test('a free full text is stated, and the PMCID follows from its address', () => {
    expect(paper('004').openAccess?.value).toBe('https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12036144/pdf/');
    expect(paper('004').pmcid).toMatchObject({ value: 'PMC12036144', derived: 'pmcid-from-address' });
  });
  test('metrics and counters are furniture', () => {
    for (const line of [3, 6]) expect(outcomes('004', line).join()).toMatch(/^furniture/u);
  });
  test('the Chinese title and abstract are a machine’s, behind the original', () => {
    expect(titles(paper('004')).map(([language, role]) => [language, role])).toEqual([
      ['en', 'original'],
      ['zh-Hans', 'machine-translation'],
    ]);
    expect(paper('004').abstracts.map((it) => it.role)).toEqual(['original', 'machine-translation']);
    expect(mainTitle(paper('004'))?.language).toBe('en');
  });
  test('languages are side by side by section, never by sentence', () => {
    const [en, zh] = paper('004').abstracts;
    expect(zh?.sections.map((it) => it.kind)).toEqual(en?.sections.map((it) => it.kind));
    expect(sentences(en?.sections.slice(0, 1) ?? [])).toHaveLength(3);
    expect(sentences(zh?.sections.slice(0, 1) ?? [])).toHaveLength(4);
    expect(everything('004')).toContain('adding to the burden This study');
  });
  test('a machine translation shows no concept and no number of participants', () => {
    const words = paper('004').concepts.flatMap((tag) => tag.evidence.filter((it) => it.in !== 'correction'));
    expect(new Set(words.map((it) => it.language))).toEqual(new Set(['en']));
    expect(paper('004').samples).toMatchObject([{ of: 'participants', count: { value: 16 } }]);
    expect(lines(paper('004').samples[0]?.count.from)?.includes(19)).toBe(false);
  });
  test('from line 20 on nothing becomes a value', () => {
    for (const stretch of entry('004')?.stretches.filter((it) => it.line >= 21) ?? [])
      expect(stretch.outcome.kind).not.toBe('field');
    expect(everything('004')).not.toMatch(/481959085|4\.50%|716|3-6 weeks|booksci\.cn|2023/u);
  });
});

describe('all five', () => {
  test('equal the committed records, byte for byte', async () => {
    const { differences } = await importFolder(content, { check: true });
    expect(differences).toEqual([]);
  });
  test('have no character that the ledger does not account for', () => {
    for (const { file, tally } of ledger.sources) {
      const all = readFileSync(join(seeds, file), 'utf8').replace(/\s/gu, '').length;
      expect(tally.total).toBe(all);
      expect(tally.field + tally.furniture + tally.copy + tally.unclassified).toBe(all);
    }
  });
  test('have every sentence where its place says', () => {
    const escapes = (raw: string) =>
      raw
        .replace(/<[^>]*>/gu, '')
        .replace(/\\"/gu, '"')
        .replace(/\s+/gu, ' ')
        .trim();
    for (const it of papers.values())
      for (const sentence of sentences([
        ...it.abstracts.flatMap((abstract) => abstract.sections),
        ...(it.digest?.sections ?? []),
      ])) {
        const raw = sentence.from.map((origin) => {
          if (!('line' in origin)) return '';
          const source = sourceText(origin.file, readFileSync(join(seeds, origin.file), 'utf8'));
          return source.text.slice(...offsetsOf(source, origin));
        });
        expect(escapes(raw.join(' '))).toBe(sentence.text);
      }
  });
});
