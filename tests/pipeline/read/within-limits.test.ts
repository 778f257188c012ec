import { describe, expect, test } from 'vitest';
import { limits } from '#domain/limits';
import { sourceText } from '#domain/source';
import { draft } from '../../../scripts/pipeline/read/draft.ts';
import { decodeSource } from '../../../scripts/pipeline/read/open-source.ts';
import { withinLimits } from '../../../scripts/pipeline/read/within-limits.ts';
import { abstractOf, member, said } from '../support.ts';

const ris = (lines: readonly string[]): string => ['TY  - JOUR', ...lines, 'ER  - ', ''].join('\n');
const read = (text: string) => draft(sourceText('a.ris', text));
const above = (text: string) => read(text).notices.filter(({ rule }) => rule === 'above-a-limit');

const nested = (open: string, close: string, depth: number, inside: string): string =>
  open.repeat(depth) + inside + close.repeat(depth);
const { nesting, pointers, tags, tex, texNesting, valueTags } = limits;

describe('markup above a limit keeps its words, and is reported', () => {
  const linked = (more: object): string =>
    `<!doctype html><html><head><title>Trust at work</title><script type="application/ld+json">${JSON.stringify({
      '@type': 'ScholarlyArticle',
      headline: 'Trust at work',
      author: [{ '@type': 'Person', name: 'Anna Berg' }],
      datePublished: '2020-03-01',
      ...more,
    })}</script></head><body><h1>Trust at work</h1></body></html>`;
  const deep = Array.from({ length: pointers.most + 5 }).reduce<object>((inner) => ({ inner }), {});
  test.each([
    [
      'tags in a value',
      'a.html',
      linked({ abstract: 'We asked how <i>trust</i> grows at work. '.repeat(valueTags.most / 2 + 9) }),
      valueTags.of,
    ],
    ['elements of XML', 'a.xml', nested('<sec>', '</sec>', nesting.most + 9, 'Trust'), nesting.of],
    ['values of JSON', 'a.html', linked({ about: deep }), pointers.of],
    ['TeX', 'a.bib', `@article{a, title = {Trust \\emph{${'word '.repeat(tex.most / 4)}}}}`, tex.of],
    [
      'braces',
      'a.bib',
      `@article{a, title = {\\emph{${nested('{', '}', texNesting.most + 5, 'Trust')}}}}`,
      texNesting.of,
    ],
  ])('%s', (_, file, text, of) => {
    const whole = file.endsWith('.xml')
      ? `<?xml version="1.0"?><modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo><title>Trust</title></titleInfo><note>${text}</note></mods></modsCollection>`
      : text;
    const { notices, reading } = draft(sourceText(file, whole));
    const met = notices.filter(({ rule }) => rule === 'above-a-limit').filter(({ seen }) => seen.includes(of));
    expect(met).toHaveLength(1);
    expect(met[0]?.place).toMatchObject({ file, line: 1 });
    expect(reading.drafts[0]?.titles[0]?.value.text).toMatch(/^Trust/u);
  });

  test('tags in a page', () => {
    const { notices } = draft(sourceText('a.html', `<!doctype html><html><body>${'<b>'.repeat(tags.most)}Trust`));
    expect(notices.map(({ rule }) => rule)).toContain('markup-too-deep');
  });
});

describe('what exceeds a limit is cut there, and reported', () => {
  test.each([
    ['a title', ris([`TI  - ${'word '.repeat(2000)}`]), 'characters in a title'],
    ['authors', ris(['TI  - Trust', ...Array.from({ length: 10_050 }, (_, i) => `AU  - Berg${i}, A`)]), 'authors'],
    ['an author', ris(['TI  - Trust', `AU  - ${'a'.repeat(5000)}, Ana`]), 'characters in a name'],
    ['keywords', ris(['TI  - Trust', ...Array.from({ length: 5100 }, (_, i) => `KW  - word${i}`)]), 'keywords'],
    ['an abstract', ris(['TI  - Trust', `AB  - ${'We asked. '.repeat(30_000)}`]), 'characters in an abstract'],
  ])('%s', (_, text, of) => {
    const notices = above(text);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ severity: 'warning', place: { file: 'a.ris' } });
    expect(notices[0]?.seen).toContain(of);
    expect(withinLimits('a.ris', read(text).reading).notices).toEqual([]);
  });

  test('records: the first of them are read, and the others stay in the source', () => {
    const text = Array.from(
      { length: limits.records.most + 3 },
      (_, i) => `TY  - JOUR\nTI  - Trust ${i}\nER  - \n`,
    ).join('');
    const { reading, notices } = read(text);
    expect(reading.drafts).toHaveLength(limits.records.most);
    expect(notices.find(({ rule }) => rule === 'above-a-limit')).toMatchObject({
      place: { line: limits.records.most * 3 + 2 },
      seen: '50,003 records',
    });
  });

  test('a cut text keeps whole characters and the marks that it has', () => {
    const text = '😀'.repeat(3000);
    const titles = [said({ language: 'en', text, marks: [{ tag: 'i' as const, start: 0, end: 2 }] })];
    const { reading } = withinLimits('a.txt', {
      drafts: [member({ titles }).draft],
      isPaper: true,
      claims: [],
      notices: [],
    });
    const title = reading.drafts[0]?.titles[0]?.value;
    expect(title?.text.isWellFormed()).toBe(true);
    expect(title?.text).toHaveLength(limits.title.most - 1);
    expect(title?.marks).toEqual([{ tag: 'i', start: 0, end: 2 }]);
  });

  test('what is within the limits stays the same', () => {
    const reading = {
      drafts: [member({ abstracts: [abstractOf('We asked.')] }).draft],
      isPaper: true,
      claims: [],
      notices: [],
    };
    expect(withinLimits('a.txt', reading).reading).toBe(reading);
  });

  test('a file of too many lines is set aside', () => {
    const { source, notices } = decodeSource('a.txt', Buffer.from('a\n'.repeat(limits.lines.most + 1)));
    expect(source).toBeUndefined();
    expect(notices).toMatchObject([{ rule: 'source-of-too-many-lines', severity: 'warning' }]);
  });
});

test("a BibTeX file's abbreviations that grow tenfold at every step are not spelt out", () => {
  const steps = Array.from({ length: 9 }, (_, i) => `@string{a${i + 1} = ${Array(10).fill(`a${i}`).join(' # ')}}\n`);
  const entry = '@article{k, title = {Trust of carers}, journal = a9, doi = {10.5555/bomb}, year = 2021}\n';
  const { format, reading, notices } = draft(sourceText('a.bib', `@string{a0 = "trust "}\n${steps.join('')}${entry}`));
  expect(format).toBe('bibtex');
  expect(reading.drafts[0]?.titles[0]?.value.text).toBe('Trust of carers');
  expect(notices.map(({ rule }) => rule)).toContain('above-a-limit');
  expect(notices.map(({ rule }) => rule)).not.toContain('format-failed');
});

test('every ceiling has its reason', () => {
  for (const { most, of, because } of Object.values(limits)) {
    expect(most).toBeGreaterThan(0);
    expect(of).not.toBe('');
    expect(because.length).toBeGreaterThan(5);
  }
});
