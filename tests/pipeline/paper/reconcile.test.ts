import { describe, expect, test } from 'vitest';
import { paperSchema } from '#domain/paper';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { abstractOf, member, place, said } from '../support.ts';

describe('values that disagree', () => {
  const page = member({ volume: said('12'), titles: [said({ language: 'en', text: 'Trust' })] });
  const library = member({ volume: said('13', 'b.nbib') }, { file: 'b.nbib', format: 'pubmed-nbib' });

  test('the library is believed before a page, and the page is kept beside it', () => {
    expect(reconcile([page, library]).body.volume).toEqual({
      value: '13',
      from: [place('b.nbib')],
      others: [{ value: '12', from: [place('a.txt')] }],
    });
  });

  test('the order of the files does not matter', () => {
    expect(reconcile([library, page]).body).toEqual(reconcile([page, library]).body);
  });

  test('those that say the same lend their places', () => {
    const same = member({ volume: said('12', 'c.txt') }, { file: 'c.txt' });
    expect(reconcile([page, same]).body.volume).toEqual({ value: '12', from: [place('a.txt'), place('c.txt')] });
  });

  test('a month and a day of it do not disagree: the more precise is taken', () => {
    const month = member({ issued: said('2024-11') });
    const day = member({ issued: said('2024-11-05', 'c.txt') }, { file: 'c.txt' });
    expect(reconcile([month, day]).body.issued).toEqual({
      value: '2024-11-05',
      from: [place('c.txt'), place('a.txt')],
    });
  });

  test('what a source states is not derived, though another only implies it', () => {
    const implied = member({ pmcid: { value: 'PMC12036144', at: [place('a.txt')], derived: 'pmcid-from-address' } });
    expect(reconcile([implied]).body.pmcid?.derived).toBe('pmcid-from-address');
    const stated = member({ pmcid: said('PMC12036144', 'c.txt') }, { file: 'c.txt' });
    expect(reconcile([implied, stated]).body.pmcid).not.toHaveProperty('derived');
  });
});

describe('a newer scrape of a page', () => {
  const old = member(
    { issue: said('1', 'page.txt'), keywords: [said({ language: 'en', text: 'trust' }, 'page.txt')] },
    { file: 'page.txt' },
  );
  const newer = member({ issue: said('2', 'page~2.txt') }, { file: 'page~2.txt', replaces: 'page.txt' });

  test('replaces the older values and keeps them beside its own', () => {
    const { body } = reconcile([old, newer]);
    expect(body.issue).toEqual({
      value: '2',
      from: [place('page~2.txt')],
      others: [{ value: '1', from: [place('page.txt')] }],
    });
    expect(body.keywords).toEqual([]);
    expect(body.sources.map((it) => [it.file, it.joined?.rule])).toEqual([
      ['page~2.txt', undefined],
      ['page.txt', 'older-scrape'],
    ]);
  });

  test('is known by its address and the day it was retrieved, too', () => {
    const url = { value: 'https://example.org/1', at: place('x.meta.yaml') };
    const [first, second] = [
      { ...old, url, retrieved: '2024-01-01' },
      { ...newer, replaces: '', url, retrieved: '2025-01-01' },
    ];
    expect(reconcile([first, second]).body.issue?.value).toBe('2');
    expect(reconcile([{ ...first, retrieved: '2026-01-01' }, second]).body.issue?.value).toBe('1');
  });
});

describe('roles', () => {
  test('of two languages the one that the paper states is the original', () => {
    const { body } = reconcile([
      member({
        language: said('zh'),
        titles: [said({ language: 'en', text: 'Trust' }), said({ language: 'zh-Hans', text: '信任' })],
      }),
    ]);
    expect(body.titles.map((it) => [it.language, it.role])).toEqual([
      ['zh-Hans', 'original'],
      ['en', 'translation'],
    ]);
  });

  test('a machine translation comes last and is never treated as anything else', () => {
    const { body } = reconcile([
      member({
        titles: [
          said({ language: 'zh-Hans', text: '信任', role: 'machine-translation' }),
          said({ language: 'en', text: 'Trust' }),
        ],
      }),
      // Another page has the machine translation of the title and does not mark it as such.
      member({ titles: [said({ language: 'zh-Hans', text: '信任。' }, 'c.txt')] }, { file: 'c.txt' }),
    ]);
    expect(body.titles.map((it) => [it.text, it.role])).toEqual([
      ['Trust', 'original'],
      ['信任', 'machine-translation'],
    ]);
    expect(body.titles[1]?.from).toHaveLength(2);
  });

  test('an English record and a bilingual page make one paper with both titles', () => {
    const { body } = reconcile([
      member({ titles: [said({ language: 'en', text: 'Trust in care' }, 'r.ris')] }, { file: 'r.ris', format: 'ris' }),
      member({
        titles: [
          said({ language: 'zh-Hans', text: '照护中的信任', role: 'original' }),
          said({ language: 'en', text: 'Trust in care.', role: 'translation' }),
        ],
      }),
    ]);
    expect(body.titles.map((it) => [it.language, it.role])).toEqual([
      ['zh-Hans', 'original'],
      ['en', 'translation'],
    ]);
  });
});

describe('abstracts', () => {
  test('a longer one is used whole where another was cut', () => {
    const cut = member(
      { abstracts: [abstractOf('Trust was named most often.', { file: 'r.ris' })] },
      { file: 'r.ris', format: 'ris' },
    );
    const whole = member({ abstracts: [abstractOf('Trust was named most often. Continuity came second.')] });
    const { body } = reconcile([cut, whole]);
    expect(body.abstracts).toHaveLength(1);
    expect(body.abstracts[0]?.sections[0]?.blocks[0]?.sentences.map((it) => it.text)).toEqual([
      'Trust was named most often.',
      'Continuity came second.',
    ]);
    expect(body.abstracts[0]?.from).toHaveLength(2);
  });

  test('another wording is kept beside the one that is shown', () => {
    const { body } = reconcile([
      member({ abstracts: [abstractOf('Trust was named most often.')] }),
      member({ abstracts: [abstractOf('Nothing of the kind was found.', { file: 'c.txt' })] }, { file: 'c.txt' }),
    ]);
    expect(body.abstracts[0]?.others).toEqual([{ text: 'Nothing of the kind was found.', from: [place('c.txt')] }]);
  });

  test('equal sentences of a paper have anchors of their own', () => {
    const { body } = reconcile([member({ abstracts: [abstractOf('It holds. It breaks. It holds.')] })]);
    const anchors = body.abstracts[0]?.sections[0]?.blocks[0]?.sentences.map((it) => it.anchor) ?? [];
    expect(anchors[2]).toBe(`${anchors[0]}-2`);
  });
});

describe('people', () => {
  test('equal affiliation lines are one, separated at semicolons, connected to no author', () => {
    const line = (n: number) =>
      said({ text: 'School of Health, University of Test, UK; Trust of Test, UK.' }, 'a.txt', n);
    const { body } = reconcile([member({ affiliations: [line(1), line(2)] })]);
    expect(body.affiliations).toEqual([
      {
        text: 'School of Health, University of Test, UK; Trust of Test, UK.',
        parts: ['School of Health, University of Test, UK', 'Trust of Test, UK.'],
        from: [place('a.txt', 1), place('a.txt', 2)],
      },
    ]);
    expect(body.authors).toEqual([]);
  });

  test('whole given names go before initials; a Chinese page lends the native name', () => {
    const { body } = reconcile([
      member(
        { authors: [said({ name: { written: 'Wang X', family: 'Wang', given: 'X' } }, 'r.nbib')] },
        { file: 'r.nbib', format: 'pubmed-nbib' },
      ),
      member({ authors: [said({ name: { written: 'Xiaoming Wang' } })] }),
      member({ authors: [said({ name: { written: '王小明' } }, 'z.txt')] }, { file: 'z.txt' }),
    ]);
    expect(body.authors).toEqual([
      {
        name: { written: 'Xiaoming Wang', family: 'Wang', given: 'Xiaoming', native: '王小明' },
        derived: 'name-cut-at-last-token',
        from: [place('a.txt'), place('r.nbib'), place('z.txt')],
      },
    ]);
  });
});

describe('values that cannot be right', () => {
  test.each([
    ['doi', '10.5555/../../etc/passwd'],
    ['pmid', '0'],
    ['issued', '2024-13'],
    ['openAccess', 'javascript:alert(1)'],
    ['url', 'https://doi.org@evil.invalid/x'],
  ] as const)('a %s of %s is left out with a notice that names its place', (field, value) => {
    const { body, notices } = reconcile([member({ [field]: said(value) })]);
    expect(body).not.toHaveProperty(field);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ severity: 'warning', rule: 'value-not-valid', place: place('a.txt') });
    expect(notices[0]?.seen).toContain(value);
  });

  test('direction marks, controls and half surrogates are in no value', () => {
    const { body } = reconcile([
      member({
        titles: [said({ language: 'en', text: 'Tr\u202eust \u2066and\u0007 half \ud83d pair' })],
        abstracts: [abstractOf('The alli\u00adance\u200b holds. It\u202e is kept.')],
      }),
    ]);
    expect(body.titles[0]?.text).toBe('Trust and half \ufffd pair');
    const sentences = body.abstracts[0]?.sections[0]?.blocks[0]?.sentences ?? [];
    expect(sentences.map((it) => it.text)).toEqual(['The alliance holds.', 'It is kept.']);
    // The places are those of the remaining letters, in the text of the source.
    expect(sentences[1]?.from[0]).toMatchObject({ columns: [23, 35] });
  });
});

test('a paper of one line of title is a valid record', () => {
  const { body } = reconcile([member({ titles: [said({ language: 'en', text: 'Trust' })] })]);
  const paper = { id: 'x', ...body, concepts: [], samples: [], related: [], unclassified: 0 };
  expect(paperSchema.safeParse(paper).error).toBeUndefined();
  expect(body.type).toMatchObject({ value: 'document', derived: 'type-not-stated' });
});
