import { describe, expect, it } from 'vitest';
import { vocabularyFileSchema, type VocabularyFile } from '#domain/concept';
import { siteSchema } from '#domain/site';
import { readProse } from '../../scripts/audit/prose.ts';
import { auditReferences, type Content } from '../../scripts/audit/references.ts';

const both = { en: 'x', zh: '某' };
const concept = (id: string, more: object = {}) => ({ id, prefLabel: both, scopeNote: both, ...more });
const file = (facet: string, ...concepts: object[]): VocabularyFile =>
  vocabularyFileSchema.parse({ facet, prefLabel: both, concepts });

const content = (more: Partial<Content> = {}): Content => ({
  papers: new Map(),
  tagged: new Map(),
  concepts: new Map(),
  paperIds: new Set(['doe-2020-alliance']),
  vocabulary: [file('themes', concept('trust'), concept('distrust', { broader: ['themes/trust'] }))],
  prose: [],
  ...more,
});
const rulesOf = (more: Partial<Content>): string[] => auditReferences(content(more)).map((notice) => notice.rule);
const pair = (en: string, zh = '') => ({
  prose: [readProse('themes/trust/en.mdx', en), readProse('themes/trust/zh.mdx', zh)],
});

describe('links', () => {
  it.each([
    ['a paper', '[Doe](/papers/doe-2020-alliance/#s-12345678)', []],
    ['a theme', '[trust](/themes/trust/)', []],
    ['a page that every review has', '[method](/method/) [search](/search/?q=x) [gaps](/gaps/#x) [all](/review/)', []],
    ['a file that every review has', '[SKOS](/vocabulary.jsonld)', []],
    ['an unknown paper', '[Doe](/papers/doe-2021-alliance/)', ['link-leads-nowhere']],
    ['an unknown theme', '[culture](/themes/culture/)', ['link-leads-nowhere']],
    ['a part of a theme, which has no page', '[distrust](/themes/distrust/)', ['link-leads-nowhere']],
    ['the section of one', '[distrust](/themes/trust/#distrust)', []],
    ['no such page', '[x](/paper/doe-2020-alliance/)', ['link-leads-nowhere']],
    ['the other language', '[trust](/zh/themes/trust/)', ['link-changes-language']],
  ])('to %s', (_, mdx, rules) => {
    expect(rulesOf(pair(mdx))).toEqual(rules);
  });

  it('from Chinese prose lead to Chinese pages', () => {
    expect(rulesOf(pair('', '[信任](/zh/themes/trust/)'))).toEqual([]);
    expect(rulesOf(pair('', '[信任](/themes/trust/)'))).toEqual(['link-changes-language']);
  });
});

it('papers have only concepts of the vocabulary', () => {
  expect(rulesOf({ tagged: new Map([['themes/trust', 'doe-2020-alliance']]) })).toEqual([]);
  expect(auditReferences(content({ tagged: new Map([['themes/hope', 'doe-2020-alliance']]) }))).toMatchObject([
    { severity: 'error', rule: 'concept-unknown', place: { file: 'papers/doe-2020-alliance.json' } },
  ]);
});

describe('essays', () => {
  it('exist in both languages', () => {
    const notices = auditReferences(content({ prose: [readProse('themes/trust/en.mdx', 'Words.')] }));
    expect(notices).toMatchObject([
      { severity: 'warning', rule: 'translation-missing', expected: 'themes/trust/zh.mdx beside it' },
    ]);
  });

  it('have a concept', () => {
    const prose = ['en', 'zh'].map((language) => readProse(`themes/hope/${language}.mdx`, ''));
    expect(rulesOf({ prose })).toEqual(['theme-without-concept', 'theme-without-concept']);
    const part = ['en', 'zh'].map((language) => readProse(`themes/distrust/${language}.mdx`, ''));
    expect(rulesOf({ prose: part })).toEqual(['theme-without-concept', 'theme-without-concept']);
  });
});

const identity = {
  title: both,
  shortTitle: both,
  description: both,
  question: both,
  eligibility: { include: [{ id: 'topic', text: both }] },
  rights: both,
  corpus: { version: '1', date: '2026-01' },
};

it('an excerpt is of a paper that there is', () => {
  const naming = (id: string): string[] =>
    rulesOf({ site: siteSchema.parse({ ...identity, excerptOnly: { papers: [id] } }) });
  expect(naming('doe-2020-alliance')).toEqual([]);
  expect(naming('doe-2020-aliance')).toEqual(['excerpt-of-nothing']);
});

describe('screening', () => {
  it('names criteria of the review', () => {
    const site = siteSchema.parse(identity);
    const decided = (criterion: string): string[] =>
      rulesOf({
        site,
        screening: {
          decisions: [{ for: 'x', decision: 'included', stage: 'title-and-abstract', criteria: [criterion] }],
        },
      });
    expect(decided('topic')).toEqual([]);
    expect(decided('language')).toEqual(['criterion-unknown']);
  });

  it('decides on a paper that the review has or had, by any of its names', () => {
    const targets = new Set(['source a.ris', 'source page.txt', 'doi 10.5555/x', 'pmid 12', 'id doe-2020-alliance']);
    const decidedOn = (subject: string) =>
      auditReferences(
        content({
          site: siteSchema.parse(identity),
          screening: { decisions: [{ for: subject, decision: 'included', stage: 'title-and-abstract', criteria: [] }] },
          targets,
          places: new Map([['screening.yaml', (path) => ({ file: 'screening.yaml', line: path.length, column: 1 })]]),
        }),
      );
    for (const known of ['page.txt', 'a.ris#3', 'https://doi.org/10.5555/X', 'pmid:12', 'doe-2020-alliance'])
      expect(decidedOn(known)).toEqual([]);
    expect(decidedOn('doe-2021-alliance')).toMatchObject([
      {
        severity: 'error',
        rule: 'decision-for-nothing',
        place: { file: 'screening.yaml', line: 3 },
        seen: 'a decision on “doe-2021-alliance”',
      },
    ]);
  });
});
