import { describe, expect, it } from 'vitest';
import { placesInBlock } from '#domain/draft';
import { account } from '../../scripts/pipeline/ledger/account.ts';
import { outcomesOn, labels, seed, textAt, textsAt, words } from './support.ts';

/** Each row of what the five pages hold, line by line. */
describe('000, a record with its page text', () => {
  const page = seed('000');
  const { draft, source } = page;
  it('is read by the format of its site', () => expect(page.format).toBe('booksci'));
  it('has the Chinese title of the outer record as a translation', () => {
    const title = draft.titles.find((one) => one.value.language === 'zh-Hans');
    expect(title?.value.role).toBe('translation');
    expect(textAt(source, title?.at[0])).toBe(title?.value.text);
    expect(title?.at[0]?.pointer).toBe('/title');
  });
  it('has the English title of the escaped record as the original', () => {
    const title = draft.titles.find((one) => one.value.language === 'en');
    expect(title?.value.role).toBe('original');
    expect(title?.at[0]?.pointer).toBe('/resultStr#/title');
    expect(textAt(source, title?.at[0])).toBe(title?.value.text);
  });
  it('has the abstract in English, its tags gone', () => {
    expect(draft.abstracts).toHaveLength(1);
    expect(draft.abstracts[0]?.value.language).toBe('en');
    expect(draft.abstracts[0]?.value.role).toBe('original');
    expect(words(draft.abstracts[0]?.value)).toMatch(/^The therapeutic alliance-a .*initiatives\.$/u);
    expect(outcomesOn(page, 1)).toContainEqual({ text: '<p><p>', outcome: 'markup' });
  });
  it('has neither volume nor pages, and an online date', () => {
    expect([draft.volume, draft.issue, draft.pages, draft.articleNumber, draft.issued]).toEqual(
      Array(5).fill(undefined),
    );
    expect(draft.online?.value).toBe('2025-05-03');
  });
  it('takes nothing from isOpenAccess false and citationCount "0"', () => {
    expect(draft.openAccess).toBeUndefined();
    expect(outcomesOn(page, 1).filter(({ text }) => text === 'false' || text === '0')).toContainEqual({
      text: '0',
      outcome: 'empty-value',
    });
  });
  it('names impact factor, quartile and region as journal metrics', () => {
    for (const text of ['2.0000', 'Q3', '医学', '15958'])
      expect(outcomesOn(page, 1)).toContainEqual({ text, outcome: 'journal-metrics' });
    expect(draft.keywords).toEqual([]);
  });
  it('keeps the final stop of the title as written and finds it again on line 2', () => {
    const title = draft.titles.find((one) => one.value.language === 'en');
    expect(title?.value.text.endsWith('Review.')).toBe(true);
    expect(outcomesOn(page, 2).map(({ outcome }) => outcome)).toEqual(['copy']);
  });
  it('takes line 3 for a copy of the abstract and lines 4 and 5 for the site’s own', () => {
    expect(outcomesOn(page, 3).map(({ outcome }) => outcome)).toEqual(['copy']);
    expect([...outcomesOn(page, 4), ...outcomesOn(page, 5)].map(({ outcome }) => outcome)).toEqual([
      'site-booksci',
      'site-booksci',
    ]);
  });
});

describe('001, a bilingual mirror without title and names', () => {
  const page = seed('001');
  const { draft, source } = page;
  it('is read by its format', () => expect(page.format).toBe('pubmed-mirror'));
  it('has one affiliation on both lines, bound to no author', () => {
    expect(draft.authors).toEqual([]);
    expect(draft.titles).toEqual([]);
    expect(draft.affiliations).toHaveLength(1);
    expect(draft.affiliations[0]?.at.map((place) => place.line)).toEqual([1, 2]);
  });
  it('reads the citation of NLM', () => {
    expect(draft.journalAbbreviation?.value).toBe('Clin Psychol Rev');
    expect(draft.journal).toBeUndefined();
    expect(draft.issued?.value).toBe('2024-11');
    expect(draft.volume?.value).toBe('113');
    expect(draft.articleNumber?.value).toBe('102469');
    expect(draft.pages).toBeUndefined();
    expect(draft.doi?.value).toBe('10.1016/j.cpr.2024.102469');
    expect(draft.online?.value).toBe('2024-07-29');
    expect(textsAt(source, draft.issued?.at)).toBe('2024 Nov');
    expect(textsAt(source, draft.articleNumber?.at)).toBe('102469');
  });
  it('finds the PROSPERO registration inside the abstract', () => {
    expect(draft.registrations[0]?.value).toEqual({ registry: 'PROSPERO', id: 'CRD42021268273' });
    expect(textAt(source, draft.registrations[0]?.at[0])).toBe('CRD42021268273');
  });
  it('has the English abstract as the original, as written', () => {
    const abstract = draft.abstracts.find((one) => one.value.language === 'en');
    expect(abstract?.value.role).toBe('original');
    expect(words(abstract?.value)).toContain("client and/or therapist's perspectives");
  });
  it('has the Chinese abstract as its translation, ASCII commas kept', () => {
    const abstract = draft.abstracts.find((one) => one.value.language === 'zh-Hans');
    expect(abstract?.value.role).toBe('translation');
    expect(words(abstract?.value)).toContain('本综述旨在从治疗师和来访者的角度出发,构建');
    expect(abstract?.at.map((place) => place.line)).toEqual([5]);
  });
});

describe('002, two titles, a counter and a site notice', () => {
  const page = seed('002');
  const { draft } = page;
  it('is read by its format', () => expect(page.format).toBe('biocloudy'));
  it('keeps the title whole and the Chinese one as a translation', () => {
    expect(draft.titles.map((title) => [title.value.language, title.value.role])).toEqual([
      ['en', 'original'],
      ['zh-Hans', 'translation'],
    ]);
    expect(draft.titles[0]?.value.text).toMatch(/: Narrative Review$/u);
  });
  it('takes 阅读:2 for a counter', () => {
    expect(outcomesOn(page, 5)).toEqual([{ text: '阅读:2', outcome: 'counter' }]);
    expect(draft.pages).toBeUndefined();
  });
  it('has five sections, cut at labels alone', () => {
    expect(labels(draft.abstracts[0]?.value)).toEqual(['BACKGROUND', 'OBJECTIVE', 'METHODS', 'RESULTS', 'CONCLUSIONS']);
    expect(draft.abstracts[0]?.value.sections[2]?.blocks[0]?.text).toContain(
      '3 main areas of the literature: the first',
    );
  });
  it('takes lines 11 to 19 for the notice of the site', () => {
    for (const line of [11, 13, 15, 17, 19])
      expect(outcomesOn(page, line).map(({ outcome }) => outcome)).toEqual(['site-biocloudy']);
    expect([draft.journal, draft.journalZh, draft.authors]).toEqual([undefined, undefined, []]);
  });
});

describe('003, a practice digest', () => {
  const page = seed('003');
  const { draft, source } = page;
  it('is read by its format', () => expect(page.format).toBe('practice-digest'));
  it('has three authors', () =>
    expect(draft.authors.map((author) => author.value.name.written)).toEqual([
      'Iona Myfanwy Newydd',
      'Sophie North',
      'Imogen Rushworth',
    ]));
  it('keeps the label LOCATION as the scope of the digest', () =>
    expect(draft.digest?.value.scope?.value).toBe('National'));
  it('has line 8 as the summary, its runs of spaces folded, raw in the source', () => {
    const block = draft.abstracts[0]?.value.sections[0]?.blocks[0];
    expect(draft.abstracts[0]?.at.map((place) => place.line)).toEqual([8]);
    expect(block?.text).toContain('phases of flight. Therefore, appropriate');
    const at = block?.text.indexOf('Therefore, appropriate') ?? -1;
    expect(block && textsAt(source, placesInBlock(block, at, at + 22))).toBe('Therefore, appropriate');
  });
  it('has lines 10 to 24 as the digest, its bullets a list', () => {
    expect(draft.digest?.value.sections.map((section) => section.label)).toEqual([
      'How does this research apply to my work?',
      'What should I take away from this research?',
      'What’s the next step?',
    ]);
    expect(draft.digest?.value.sections[1]?.blocks.map((block) => block.as)).toEqual([
      'paragraph',
      'item',
      'item',
      'item',
    ]);
    expect(draft.digest?.at.every((place) => place.line >= 10 && place.line <= 24)).toBe(true);
  });
  it('takes lines 26 and 28 for navigation, no keywords', () => {
    expect([...outcomesOn(page, 26), ...outcomesOn(page, 28)].map(({ outcome }) => outcome)).toEqual([
      'navigation',
      'navigation',
    ]);
    expect(draft.keywords).toEqual([]);
  });
  it('has no year', () => expect([draft.issued, draft.online]).toEqual([undefined, undefined]));
});

describe('004, a record inside its page', () => {
  const page = seed('004');
  const { draft, source } = page;
  it('is read by its format', () => expect(page.format).toBe('booksci'));
  it('takes line 3 for journal metrics', () =>
    expect(outcomesOn(page, 3).map(({ outcome }) => outcome)).toEqual(['journal-metrics']));
  it('has four authors, though a no-break space follows each comma', () => {
    expect(draft.authors.map((author) => author.value.name.family)).toEqual(['Iversen', 'Riley', 'Råbu', 'Lorem']);
    expect(draft.authors[0]?.value.name.given).toBe('Henrik Wang');
    expect(draft.authors[0]?.derived).toBe('name-cut-at-last-token');
  });
  it('unpacks volume and issue, and the article number', () => {
    expect([draft.volume?.value, draft.issue?.value, draft.articleNumber?.value]).toEqual(['25', '1', '424']);
    expect(textsAt(source, draft.issue?.at)).toBe('1');
    expect(draft.issued?.value).toBe('2025-04-28');
  });
  it('is open access by its PDF, whose address names the PMCID', () => {
    expect(draft.openAccess?.value).toContain('PMC12036144');
    expect(draft.pmcid).toMatchObject({ value: 'PMC12036144', derived: 'pmcid-from-address' });
    expect(textsAt(source, draft.pmcid?.at)).toBe('PMC12036144');
  });
  it('takes 引用次数 for a counter', () =>
    expect(outcomesOn(page, 6).map(({ outcome }) => outcome)).toEqual(['counter']));
  it('has the English abstract in four sections, the missing stop left missing', () => {
    const abstract = draft.abstracts.find((one) => one.value.language === 'en')?.value;
    expect(labels(abstract)).toEqual(['Background', 'Methods', 'Results', 'Conclusion']);
    expect(words(abstract)).toContain('adding to the burden This study explores');
    for (const line of [10, 12, 14, 16]) expect(outcomesOn(page, line).map(({ outcome }) => outcome)).toEqual(['copy']);
  });
  it('has the Chinese title and abstract as machine translations', () => {
    const title = draft.titles.find((one) => one.value.language === 'zh-Hans');
    const abstract = draft.abstracts.find((one) => one.value.language === 'zh-Hans');
    expect([title?.value.role, abstract?.value.role]).toEqual(['machine-translation', 'machine-translation']);
    expect(labels(abstract?.value)).toEqual(['背景', '方法', '结果', '结论']);
    expect(title?.at[0]?.line).toBe(18);
    expect(outcomesOn(page, 20).map(({ outcome }) => outcome)).toEqual(['machine-translation-notice']);
  });
  it('takes all from line 21 on for furniture', () => {
    expect(draft.pmid).toBeUndefined();
    expect(draft.publisher).toBeUndefined();
    for (let line = 21; line <= 71; line++) {
      const outcomes = outcomesOn(page, line);
      expect(outcomes.every(({ outcome }) => outcome !== 'copy')).toBe(true);
      expect(outcomes.length).toBeGreaterThan(0);
    }
  });
});

describe('all five', () => {
  for (const name of ['000', '001', '002', '003', '004'])
    it(`${name}: every character has its outcome and the sums add up`, () => {
      const { source, reading } = seed(name);
      const { tally, notices } = account(source, reading);
      expect(notices).toEqual([]);
      expect(tally.unclassified).toBe(0);
    });
});
