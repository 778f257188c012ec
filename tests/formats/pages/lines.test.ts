import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { general } from '../../../scripts/formats/index.ts';
import { plainLines } from '../../../scripts/formats/pages/lines.ts';
import { account } from '../../../scripts/pipeline/ledger/account.ts';
import { flatReading } from '../../../scripts/pipeline/read/flat-reading.ts';

const textsOf = (text: string): string[] =>
  plainLines(sourceText('page.txt', text))
    .lines.map((line) => line.text)
    .filter(Boolean);

test.each([
  ['| 作者 | 段千惠 |', '作者 | 段千惠'],
  ['Trust on night wards |', 'Trust on night wards'],
  ['= Trust on night wards', 'Trust on night wards'],
  ['首页 | 登录', '首页 | 登录'],
  ['= 0.05', '= 0.05'],
])('the frame of a table’s row is no text: %s', (line, expected) => {
  expect(textsOf(line)).toEqual([expected]);
});

describe('a scrape as Markdown', () => {
  const links = '[Home](https://x.org/) [Archive](https://x.org/a) [About](/about) [Log in](javascript:;)\n';
  test.each([
    ['[Psychotherapy Research](https://x.org/j "Journal")', 'Psychotherapy Research'],
    ['![Image 1: logo](https://x.org/logo.png) Psychotherapy', 'Psychotherapy'],
    ['[![Image 2](https://x.org/i.png) Ana Berg](mailto:a@x.org)¹', 'Ana Berg¹'],
    ['**Keywords:** [alliance](javascript:;) /', 'Keywords: alliance /'],
    ['## Alliance on forensic wards', 'Alliance on forensic wards'],
    ['*   [alliance](https://x.org/k?a=1)', 'alliance'],
    ['2023, Vol. 36 _Issue_ (6): 541-546', '2023, Vol. 36 Issue (6): 541-546'],
    ['a\\_b and 5 * 3', 'a_b and 5 * 3'],
    // What is not a link stays.
    ['Ana Berg [1], Bo Dahl [2]', 'Ana Berg [1], Bo Dahl [2]'],
  ])('%s', (line, expected) => {
    expect(textsOf(links + line).at(-1)).toBe(expected);
  });
  test('a page without links keeps its signs', () => {
    expect(textsOf('p < .05 * 3\n_x_')).toEqual(['p < .05 * 3', '_x_']);
  });
});

/** PubMed's own text of a paper, as it is saved or mailed. */
const saved = `1. Psychol Med. 2021 Mar;51(4):600-610. doi: 10.1017/S0033291719003477. Epub 2019
Dec 10.

The therapeutic alliance in early psychosis: a longitudinal study of peer support
workers and the people they meet.

Smith-Jones AB(1), Doe C(2), van der Berg D(1)(3).

Author information:
(1)Department of Psychology, University of Oslo, Oslo, Norway.
(2)School of Nursing, King's College London, De Crespigny Park, Denmark Hill,
London SE5 8AF, UK.
(3)Private practice.

BACKGROUND: Peer support workers meet people with early psychosis where services can-
not. Little is known of the alliance between them, and of what it does to the use
of services in the first two years.
METHODS: We followed 120 dyads for two years. The alliance was rated every three
months by both, and contacts were taken from records. Growth models were used to
separate effects within dyads from effects between them.
RESULTS: The alliance grew over the first year and levelled off. Growth was steeper
where the worker had been in the same service.

DOI: 10.1017/S0033291719003477
PMID: 31818345 [Indexed for MEDLINE]
`;

describe('a page on one line', () => {
  const abstract = `Waiting is counted and seldom talked about. ${'We rang 41 patients who had not come. '.repeat(9)}They came back.`;
  test('falls apart at its buttons, labels and headings', () => {
    const line = `Skip to main content Log in Find a journal Care Today Original Article Who rings whom? Open access Download PDF 12 Citations Ana Berg & Bo Dahl Abstract ${abstract} Keywords waiting, calls Cite this article DOI: 10.5555/a.1`;
    const lines = textsOf(line);
    for (const part of ['Who rings whom?', 'Ana Berg & Bo Dahl', abstract, 'waiting, calls', 'DOI: 10.5555/a.1'])
      expect(lines).toContain(part);
  });
  test('falls apart at its bars', () => {
    const parts = ['Home', 'Browse', 'Sign in', 'Who rings whom?', 'Ana Berg', 'Year: 2019', abstract, 'Cite', 'Share'];
    expect(textsOf(parts.join(' | '))).toEqual(parts);
  });
  test('is none where an abstract has its keywords behind it: these begin a line of their own', () => {
    const [text, terms] = [`Abstract: ${abstract}`, 'Keywords: waiting; calls'];
    expect(textsOf(`${text} ${terms}`)).toEqual([text, terms]);
  });
  test('keeps every character', () => {
    const source = sourceText('page.txt', `Menu Search Log in | Home ${abstract} Abstract Home Search Menu Cart`);
    const { tally } = account(source, general.read(source));
    expect(tally.field + tally.furniture + tally.copy + tally.unclassified).toBe(tally.total);
  });
});

test('the letters of a heading may be set apart', () => {
  expect(textsOf('A R T I C L E  I N F O\nA B S T R A C T\nA B')).toEqual(['ARTICLE INFO', 'ABSTRACT', 'A B']);
});

test('a page of a PDF file has a head and a foot that are wider than its text', () => {
  const text = `Contents lists available at a site that has a long name of its own, which is wider than all
First contact with young people often hap-
pens at night and without an appointment.
Eighteen workers who ride on night buses in
two cities were interviewed about how they
begin to talk. They spoke of sitting beside
rather than opposite, and of silence which
lasts three stops.
Care Pract. 2020;20:115–126. example.org/journal/cp © 2019 The Owners of the Journal | 115`;
  expect(textsOf(text)[1]).toMatch(/^First contact with young people often happens at night .* lasts three stops\.$/u);
});

describe('a text that a program broke into lines', () => {
  test('is read as its paragraphs', () => {
    const source = sourceText('page.txt', saved);
    const reading = general.read(source);
    expect(flatReading('page.txt', 'general', reading)).toMatchObject({
      title:
        'The therapeutic alliance in early psychosis: a longitudinal study of peer support workers and the people they meet.',
      authors: ['AB Smith-Jones', 'C Doe', 'D van der Berg'],
      journal: 'Psychol Med',
      date: '2021-03',
      volume: '51',
      issue: '4',
      pages: '600-610',
      pmid: '31818345',
      abstract: expect.stringMatching(
        /^BACKGROUND: .* where services cannot\. .* METHODS: .* same service\.$/u,
      ) as string,
    });
    const { tally, notices } = account(source, reading);
    expect(notices).toEqual([]);
    expect(tally.field + tally.furniture + tally.copy + tally.unclassified).toBe(tally.total);
  });
  test('keeps its places: every line stands where it began', () => {
    const { lines } = plainLines(sourceText('page.txt', saved));
    expect(lines.map((line) => line.index)).toEqual(saved.split('\n').map((_, i) => i));
    expect(lines[3]?.text).toMatch(/^The therapeutic .* they meet\.$/u);
    expect(lines[4]?.text).toBe('');
  });
  test('is read as a paragraph where no line shows a width', () => {
    const broken =
      'Porters hear much that\nnobody writes down. We walked with eleven of them for a\nweek and noted\nwhat people said between two doors. Most of it was about\nwait-\ning.';
    const [whole = '', ...empty] = textsOf(`A title of its own\n${broken}\nKeywords: porters`).slice(1);
    expect(whole).toBe(broken.replace('wait-\ning', 'waiting').replaceAll('\n', ' '));
    expect(empty.filter(Boolean)).toEqual(['Keywords: porters']);
  });
  test.each([
    ['terms', ['Keywords', 'alliance', 'nurses on forensic wards', 'trust', 'waiting rooms', 'hope']],
    ['a title on two lines', ['What porters hear between', 'two doors of a ward', 'Ana Berg, Bo Dahl']],
    ['points', ['Porters hear what people say', '- and how they say it', '- and what they leave out', '- and when']],
  ])('%s stay lines', (_, lines) => {
    expect(textsOf(lines.join('\n'))).toEqual(lines);
  });
  test('the dash that a PDF file has as a letter is one', () => {
    expect(textsOf('Ward and Door 11 (2017) 301e312')).toEqual(['Ward and Door 11 (2017) 301–312']);
    expect(textsOf('Ward and Door 11 (2017) e312')).toEqual(['Ward and Door 11 (2017) e312']);
  });
  test('a page of short lines is left as it is', () => {
    const menu = ['Home', 'Archive', 'About the journal', 'Alliance on forensic wards: what nurses say', 'Ana Berg'];
    expect(textsOf(menu.join('\n'))).toEqual(menu);
  });
});
