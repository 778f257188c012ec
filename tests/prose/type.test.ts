import { describe, expect, test } from 'vitest';
import { readBased } from '#prose/element';
import { plainProse, typePlain } from '#prose/plain';
import { countBases, shareOfOurs } from '#prose/shares';
import { childrenOf, MdxFault, nameOf, parseProse, textOf } from '#prose/tree';
import { typeParagraph, typeProse, typeTitle } from '#prose/type';

const p = '/papers/doe-2020-trust/';
const typed = (mdx: string) => typeProse(parseProse(mdx));
/** Each sentence with its basis, or `-` where it has none. */
const said = (mdx: string): string[] => typed(mdx).sentences.map(({ basis, text }) => `${basis ?? '-'}: ${text}`);

describe('what a sentence is', () => {
  test('is shown by a quotation, by a link to a sentence, or by links only', () => {
    expect(
      said(
        `They write <q cite="${p}#s-1" lang="en">we trust</q>. Trust [grew](${p}#s-2). See [trust](/themes/trust/) and [hope](/themes/hope/). [Doe](${p}) is here. Trust grew.`,
      ),
    ).toEqual([
      'quotation: They write we trust.',
      'evidence: Trust grew.',
      'pointer: See trust and hope.',
      '-: Doe is here.',
      '-: Trust grew.',
    ]);
    expect(said('参见[信任](/zh/themes/trust/)和[希望](/zh/themes/hope/)。信任增长了。')).toEqual([
      'pointer: 参见信任和希望。',
      '-: 信任增长了。',
    ]);
  });

  test('is what the tag round it says, of every sentence in the tag', () => {
    expect(said('<Reading>So it is. And so [not](/themes/x/).</Reading> <Absence>No paper says so.</Absence>')).toEqual(
      ['reading: So it is.', 'reading: And so not.', 'absence: No paper says so.'],
    );
    expect(said('<Reading>\n\n## A heading\n\nOne. Two.\n\n- three\n- four\n\n</Reading>')).toEqual([
      'reading: One.',
      'reading: Two.',
      'reading: three',
      'reading: four',
    ]);
  });

  test('rests on every sentence that it quotes or links, and on none of those that it only names', () => {
    const [one] = typed(`[Doe](${p}) found <q cite="/zh${p}#s-1" lang="zh-Hans">信任</q>, [thus](${p}#s-2).`).sentences;
    expect(one?.rests).toEqual([
      { paper: 'doe-2020-trust', anchor: 's-1' },
      { paper: 'doe-2020-trust', anchor: 's-2' },
    ]);
  });

  test('that a colon ends rests on the quotation which it introduces', () => {
    const [before, quoted] = typed(
      `In their words:\n\n<blockquote cite="${p}#s-3" lang="en">Trust. Hope.</blockquote>`,
    ).sentences;
    expect(before).toMatchObject({ basis: 'evidence', rests: [{ paper: 'doe-2020-trust', anchor: 's-3' }] });
    expect(quoted).toMatchObject({ basis: 'quotation', text: 'Trust.' });
    expect(said(`In their words.\n\n<blockquote cite="${p}#s-3" lang="en">Trust.</blockquote>`)[0]).toMatch(/^-/u);
  });

  test('an absence has what it is checked against', () => {
    const [one] = typed(
      '<Absence of="themes/trust, designs" words="trust*, 信任、hope" in="a b" except="c">No.</Absence>',
    ).sentences;
    expect(one?.check).toEqual({
      of: ['themes/trust', 'designs'],
      words: ['trust*', '信任', 'hope'],
      in: ['a', 'b'],
      except: ['c'],
    });
  });
});

describe('where a sentence ends', () => {
  test.each([
    [
      `It is <q cite="${p}" lang="en">this. And that</q>, they say. More.`,
      ['It is this. And that, they say.', 'More.'],
    ],
    [`It is <q cite="${p}" lang="en">this.</q> And more.`, ['It is this.', 'And more.']],
    ['Doe et al. found it. 20 took part.', ['Doe et al. found it.', '20 took part.']],
    ['一句。两句！', ['一句。', '两句！']],
    ['It ends **here.** And goes on.', ['It ends here.', 'And goes on.']],
    ['See `a. B` now. Then.', ['See a. B now.', 'Then.']],
  ])('%s', (mdx, sentences) => {
    expect(typed(mdx).sentences.map(({ text }) => text)).toEqual(sentences);
  });

  test('its place is the one in the file', () => {
    const mdx = `Intro **bold**. <Reading>Second.</Reading> Third [x](${p}#s-1).`;
    expect(typed(mdx).sentences.map(({ start, end }) => mdx.slice(start, end))).toEqual([
      'Intro **bold**.',
      'Second.',
      `Third [x](${p}#s-1).`,
    ]);
  });
});

describe('names state nothing', () => {
  test('headings, heads of columns and of rows are labels; cells are sentences', () => {
    const table = `| | Doe | Roe |\n|---|---|---|\n| trust | [grew](${p}#s-1) | <Absence>not mentioned</Absence> |`;
    const { labels, sentences } = typed(`## What is open?\n\n${table}`);
    expect(labels.map(({ text }) => text)).toEqual(['What is open?', 'Doe', 'Roe', 'trust']);
    expect(sentences.map(({ basis, text }) => [basis, text])).toEqual([
      ['evidence', 'grew'],
      ['absence', 'not mentioned'],
    ]);
  });

  test('a heading that ends as a sentence does, or is in a tag, is one', () => {
    expect(said('## Trust grew.')).toEqual(['-: Trust grew.']);
    expect(said('## <Reading>Trust</Reading>')).toEqual(['reading: Trust']);
  });

  test('the text after a colon in a title is a sentence, and so is what names its basis', () => {
    const title = (text: string) =>
      typeTitle(parseProse(text)).sentences.map(({ basis, text: words }) => [basis, words]);
    expect(title('Trust')).toEqual([]);
    expect(title('Trust: it grows')).toEqual([[undefined, 'it grows']]);
    expect(title(`信任：[增长](${p}#s-1)`)).toEqual([['evidence', '增长']]);
    expect(title(`Bonds [that hold](${p}#s-1)`)).toEqual([['evidence', 'Bonds that hold']]);
  });
});

describe('a tag that is not put as it must be', () => {
  test.each([
    ['It <Reading>may be</Reading> so.', 'inside-sentence'],
    ['<Reading>It may be</Reading> so.', 'inside-sentence'],
    ['<Reading>A. <Absence>None.</Absence> B.</Reading>', 'inside-tag'],
    ['<Absence off="themes/trust">None.</Absence>', 'attribute'],
    ['<Reading words="trust">So.</Reading>', 'attribute'],
  ])('%s', (mdx, what) => {
    expect(typed(mdx).misplaced.map((it) => it.what)).toContain(what);
  });

  test.each([
    '<Reading>So.</Reading> <Pointer>[There](/about/).</Pointer>',
    'One [x](/papers/a/#s-1). <Reading>Two.</Reading>',
  ])('is not: %s', (mdx) => expect(typed(mdx).misplaced).toEqual([]));

  test('an unclosed tag is reported at its place', () => {
    expect(() => parseProse('One.\n\n<Reading>Two.')).toThrow(MdxFault);
    try {
      parseProse('One.\n\n<Reading>Two.');
    } catch (fault) {
      expect(fault).toMatchObject({ line: 3, message: expect.not.stringMatching(/\d:\d/) as string });
    }
  });
});

describe('what pages are given', () => {
  test('every sentence in an element that says what it is, with its words as they were', () => {
    const mdx = `One [x](${p}#s-1), <q cite="${p}#s-2" lang="en">y</q>. <Reading>*Two*.</Reading>`;
    const { root } = typed(mdx);
    const [paragraph] = root.children;
    if (!paragraph || paragraph.type !== 'element') throw new Error('no paragraph');
    expect(textOf(paragraph)).toBe('One x, y. Two.');
    const spans = childrenOf(paragraph).filter((it) => nameOf(it) === 'span');
    expect(spans.map((it) => (it.type === 'element' ? it.properties : {}))).toEqual([
      { dataBasis: 'quotation', dataRests: 'doe-2020-trust#s-2 doe-2020-trust#s-1' },
      { dataBasis: 'reading' },
    ]);
  });

  test('which reads back as it was written', () => {
    const check = { of: ['themes/x'], words: ['a "b"'], in: [], except: [] };
    expect(
      readBased({ 'data-basis': 'absence', 'data-rests': 'a#s-1 b#', 'data-check': JSON.stringify(check) }),
    ).toEqual({ basis: 'absence', rests: [{ paper: 'a', anchor: 's-1' }, { paper: 'b' }], check });
    expect(readBased({ class: 'x' })).toBeUndefined();
    expect(readBased({ 'data-basis': 'guess' })).toBeUndefined();
  });

  test('a summary without a paragraph around it, and only the words of a title', () => {
    expect(typeParagraph(parseProse('One [x](/about/). Two.')).root.children).not.toContainEqual(
      expect.objectContaining({ tagName: 'p' }),
    );
    expect(plainProse(`Trust: [it\ngrows](${p}#s-1) <Reading>so</Reading>`)).toBe('Trust: it grows so');
  });

  test('a plain text of one kind', () => {
    const made = typePlain('What is so? And what not?', 'reading').children.flatMap((it) =>
      it.type === 'element' ? [[it.properties['dataBasis'], textOf(it)]] : [],
    );
    expect(made).toEqual([
      ['reading', 'What is so?'],
      ['reading', 'And what not?'],
    ]);
  });
});

test('readings and pointers are the reviewers’ own, and counted', () => {
  const { sentences } = typed(
    `One [x](${p}#s-1). <Reading>Two.</Reading> See [it](/about/). <Absence>None.</Absence> Five.`,
  );
  expect(countBases(sentences)).toEqual({ quotation: 0, evidence: 1, absence: 1, reading: 1, pointer: 1 });
  expect(shareOfOurs(sentences)).toEqual({ ours: 2, all: 5 });
});

test.each([
  ['in a line', (words: string) => `他们写道<q cite="${p}#s-1" lang="zh-Hans">${words}</q>。`],
  ['in a block', (words: string) => `<blockquote cite="${p}#s-1" lang="zh-Hans">${words}</blockquote>`],
])('a half-width mark between Chinese characters of a quotation %s is shown full-width and kept', (_, write) => {
  const { root, sentences } = typed(write('关系是独特的,也是流动的'));
  expect(JSON.stringify(root.children)).toContain(
    '"properties":{"className":["han-mark"],"dataAs":"，"},"children":[{"type":"element","tagName":"span","properties":{},"children":[{"type":"text","value":","}]}]',
  );
  expect(sentences[0]?.text).toContain('关系是独特的,也是流动的');
});
