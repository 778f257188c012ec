import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toCsl, type CslItem } from '#citations/csl';
import { citedIn } from '#citations/cited-in';
import { citationStyles, otherStyle, polished, type CitationStyle } from '#citations/styles';
import { paperSchema, type Paper } from '#domain/paper';
import { referenceFormatter } from '../../src/site/references/engine.ts';
import { namesakeKey, namesakes, type ListedReference } from '../../src/site/references/list.ts';
import { labelFromHtml, referenceFromHtml } from '../../src/site/references/marked.ts';
import * as made from '../citations/support/papers.ts';

const published = (id: string): Paper =>
  paperSchema.parse(JSON.parse(readFileSync(new URL(`../../content/papers/${id}.json`, import.meta.url), 'utf8')));

const papers = {
  huggett: published('huggett-2024-client-therapist-perspectives'),
  iversen: published('iversen-2025-building-sustaining-therapeutic'),
  newydd: published('newydd-nd-experiences-mental-health'),
  potocky: published('potocky-2025-therapeutic-alliance-refugee'),
  tremain: published('tremain-2020-therapeutic-alliance-digital'),
  minimal: made.minimal,
  chinese: made.chinese,
  chapter: made.chapter,
  thesis: made.thesis,
  groupAuthor: made.groupAuthor,
  manyAuthors: made.manyAuthors,
  marked: made.marked,
};
type Name = keyof typeof papers;

const huggett =
  'A systematic review and meta-ethnography of client and therapist perspectives of the therapeutic alliance in the context of psychotherapy and suicidal experiences';
const iversen =
  'Building and sustaining therapeutic relationships across treatment settings: a qualitative study of how patients navigate the group dynamics of mental healthcare';
const newydd =
  'The experiences of mental health professionals supporting forced migrants: A qualitative systematic review';
const snapshot = 'https://irmhp-psmir.camhx.ca/e-newsletter/evidence-snapshots/june-2020-2';
const potocky = 'The Therapeutic Alliance in Refugee Mental Health and Psychosocial Support: A Narrative Review';
const tremain =
  'The Therapeutic Alliance in Digital Mental Health Interventions for Serious Mental Illnesses: Narrative Review';
const crowd = 'ABCDEFGHIJKLMNOPQRS'
  .split('')
  .map((letter) => `Author${letter}, G.`)
  .join(', ');

/** Made by hand from each style's manual; titles keep their own capitals, which no program can mend. */
const expected: Record<string, Partial<Record<Name, string>>> = {
  // Publication Manual of the APA, 7th edition, chapters 9 and 10.
  apa: {
    huggett: `Huggett, C., Peters, S., Gooding, P., Berry, N., & Pratt, D. (2024). ${huggett}. Clinical Psychology Review, 113, Article 102469. https://doi.org/10.1016/j.cpr.2024.102469`,
    iversen: `Iversen, H. W., Riley, H., Råbu, M., & Lorem, G. F. (2025). ${iversen.replace(': a', ': A')}. BMC Psychiatry, 25(1), Article 424. https://doi.org/10.1186/s12888-025-06874-5`,
    newydd: `Newydd, I. M., North, S., & Rushworth, I. (n.d.). ${newydd}. ${snapshot}`,
    potocky: `Potocky, M. (2025). ${potocky}. Journal of Immigrant and Minority Health. Advance online publication. https://doi.org/10.1007/s10903-025-01688-9`,
    tremain: `Tremain, H., McEnery, C., Fletcher, K., & Murray, G. (2020). ${tremain}. JMIR Mental Health, 7(8), Article e17204. https://doi.org/10.2196/17204`,
    minimal: 'A title and nothing else. (n.d.).',
    chinese:
      'Wang, X., Li, H., Ouyang, J., & Zhao, L. (2021). Xinli zhiliao zhong de zhiliao lianmeng: Yi xiang zhixing yanjiu [The therapeutic alliance in psychotherapy: A qualitative study]. Zhongguo Xinli Weisheng Zazhi, 35(3), 201–207.',
    chapter:
      'Muran, J. C., & Safran, J. D. (2010). Alliance ruptures and their repair. In The therapeutic alliance (pp. 320–347). Guilford Press.',
    thesis:
      'Novak, E. (2018). Working with interpreters in therapy [Thesis, University of Somewhere]. https://example.org/theses/42',
    groupAuthor: 'World Health Organization. (2019). Guidance on the alliance. https://example.org/guidance',
    manyAuthors: `${crowd}, … AuthorY, G. (2022). Many hands. Journal of Crowds, 1, 1–9.`,
  },
  // Citing Medicine, 2nd edition (NLM), chapters 1, 2 and 5.
  vancouver: {
    huggett: `Huggett C, Peters S, Gooding P, Berry N, Pratt D. ${huggett}. Clin Psychol Rev. 2024 Nov;113:102469. doi: 10.1016/j.cpr.2024.102469.`,
    iversen: `Iversen HW, Riley H, Råbu M, Lorem GF. ${iversen}. BMC Psychiatry. 2025 Apr 28;25(1):424. doi: 10.1186/s12888-025-06874-5.`,
    newydd: `Newydd IM, North S, Rushworth I. ${newydd.replace(': A', ': a')} [Internet]. [date unknown]. Available from: ${snapshot}`,
    tremain: `Tremain H, McEnery C, Fletcher K, Murray G. ${tremain}. JMIR Mental Health. 2020 Aug 7;7(8):e17204. doi: 10.2196/17204.`,
    chapter:
      'Muran JC, Safran JD. Alliance ruptures and their repair. In: The therapeutic alliance. [place unknown]: Guilford Press; 2010. p. 320-47.',
    manyAuthors:
      'AuthorA G, AuthorB G, AuthorC G, AuthorD G, AuthorE G, AuthorF G, et al. Many hands. Journal of Crowds. 2022;1:1-9.',
  },
  // GB/T 7714—2015, §4, §8 and annex A.
  'gb-t-7714-numeric': {
    iversen: `IVERSEN H W, RILEY H, RÅBU M, et al. ${iversen}[J/OL]. BMC Psychiatry, 2025, 25(1): 424. https://doi.org/10.1186/s12888-025-06874-5.`,
    newydd: `NEWYDD I M, NORTH S, RUSHWORTH I. ${newydd}[EB/OL]. (n.d.). ${snapshot}.`,
    chinese: '王小明, 李华, 欧阳静, 等. 心理治疗中的治疗联盟：一项质性研究[J]. 中国心理卫生杂志, 2021, 35(3): 201-207.',
    chapter:
      'MURAN J C, SAFRAN J D. Alliance ruptures and their repair[M]//The therapeutic alliance. [S.l.]: Guilford Press, 2010: 320-347.',
    thesis:
      'NOVAK E. Working with interpreters in therapy[D/OL]. University of Somewhere, 2018. https://example.org/theses/42.',
    manyAuthors: 'AUTHORA G, AUTHORB G, AUTHORC G, et al. Many hands[J]. Journal of Crowds, 2022, 1: 1-9.',
  },
  'gb-t-7714-author-date': {
    iversen: `IVERSEN H W, RILEY H, RÅBU M, et al., 2025. ${iversen}[J/OL]. BMC Psychiatry, 25(1): 424. https://doi.org/10.1186/s12888-025-06874-5.`,
    chinese: '王小明, 李华, 欧阳静, 等, 2021. 心理治疗中的治疗联盟：一项质性研究[J]. 中国心理卫生杂志, 35(3): 201-207.',
    minimal: 'Anon, n.d. A title and nothing else[J].',
  },
  // MLA Handbook, 9th edition, chapter 5.
  mla: {
    chapter:
      'Muran, J. Christopher, and Jeremy D. Safran. “Alliance Ruptures and Their Repair.” The Therapeutic Alliance, Guilford Press, 2010, pp. 320–47.',
    chinese:
      'Wang Xiaoming, et al. “心理治疗中的治疗联盟：一项质性研究” [“The Therapeutic Alliance in Psychotherapy: A Qualitative Study”]. 中国心理卫生杂志, vol. 35, no. 3, Mar. 2021, pp. 201–07.',
    marked:
      'Mark, Ada. “H2O and E. coli at 10-3 with p < .05 & {braces}.” Journal of Marks, 2020, https://doi.org/10.5555/marks.',
  },
  // The Chicago Manual of Style, 17th edition, chapter 15.
  'chicago-author-date': {
    chapter:
      'Muran, J. Christopher, and Jeremy D. Safran. 2010. “Alliance Ruptures and Their Repair.” In The Therapeutic Alliance, 320–47. Guilford Press.',
    chinese:
      'Wang Xiaoming 王小明, Li Hua 李华, Ouyang Jing 欧阳静, and Zhao Liu 赵六. 2021. “Xinli zhiliao zhong de zhiliao lianmeng: Yi xiang zhixing yanjiu” 心理治疗中的治疗联盟：一项质性研究 [The therapeutic alliance in psychotherapy: A qualitative study]. Zhongguo xinli weisheng zazhi 中国心理卫生杂志 35 (3): 201–7.',
    groupAuthor:
      'World Health Organization. 2019. Guidance on the Alliance. World Health Organization. https://example.org/guidance.',
  },
  // Cite Them Right.
  harvard: {
    newydd: `Newydd, I.M., North, S. and Rushworth, I. (no date) ‘${newydd.replace(': A', ': a')}’. Available at: ${snapshot}.`,
    thesis:
      'Novak, E. (2018) Working with interpreters in therapy. Thesis. University of Somewhere. Available at: https://example.org/theses/42.',
    chinese:
      'Wang, X. 王小明 et al. (2021) ‘Xinli zhiliao zhong de zhiliao lianmeng: yi xiang zhixing yanjiu 心理治疗中的治疗联盟：一项质性研究 [The therapeutic alliance in psychotherapy: a qualitative study]’, Zhongguo xinli weisheng zazhi 中国心理卫生杂志, 35(3), pp. 201–207.',
  },
  // AMA Manual of Style, 11th edition, chapter 3.
  ama: {
    huggett: `Huggett C, Peters S, Gooding P, Berry N, Pratt D. ${huggett}. Clin Psychol Rev. 2024;113:102469. doi:10.1016/j.cpr.2024.102469`,
    potocky: `Potocky M. ${potocky}. Journal of Immigrant and Minority Health. Published online May 3, 2025. doi:10.1007/s10903-025-01688-9`,
    manyAuthors: 'AuthorA G, AuthorB G, AuthorC G, et al. Many hands. Journal of Crowds. 2022;1:1-9.',
  },
};

const formatted = referenceFormatter(citationStyles);
const format = (style: CitationStyle, item: CslItem): ListedReference =>
  formatted(style, [item])[0] ?? expect.fail('nothing was formatted');

describe.each(citationStyles)('$id', (style) => {
  test.each(Object.entries(expected[style.id] ?? {}))('%s', (name, reference) => {
    expect(format(style, toCsl(papers[name as Name])).text).toBe(reference);
  });

  test('every paper has a reference, and no reference has a machine-translated title', () => {
    for (const paper of made.fixtures) {
      const { text } = format(style, toCsl(paper));
      expect(text.length).toBeGreaterThan(10);
      expect(text).not.toMatch(/机器翻译|undefined|<|&[a-z]+;/u);
    }
  });
});

test('italics and bold survive as marks over the right words', () => {
  const { text, marks } = format(citationStyles[0] ?? expect.fail('no style'), toCsl(made.marked));
  expect(marks.map(({ tag, start, end }) => [tag, text.slice(start, end)])).toEqual([
    ['sub', '2'],
    ['i', 'E. coli'],
    ['sup', '-3'],
    ['i', 'Journal of Marks'],
  ]);
});

test('a Latin name keeps its comma beside a Chinese title', () => {
  const [, inChinese] = citedIn(papers.potocky);
  expect(inChinese && format(citationStyles[0] ?? expect.fail('no style'), inChinese.item).text).toBe(
    'Potocky, M. (2025). 难民心理健康和社会心理支持治疗联盟:叙述性回顾. Journal of Immigrant and Minority Health. Advance online publication. https://doi.org/10.1007/s10903-025-01688-9',
  );
});

describe('a Chinese book, thesis and page in a style of Latin script', () => {
  const work = (type: Paper['type']['value'], extra: Partial<Paper>): CslItem =>
    toCsl({
      ...made.paper(`wang-2018-${type}`, {
        type: made.said(type),
        language: made.said('zh-Hans'),
        titles: [made.title('心理咨询与治疗', 'zh-Hans')],
        authors: [made.author('王, 小明')],
        issued: made.said('2018'),
      }),
      ...extra,
    });
  const place = made.said('北京');
  const book = work('book', {
    edition: made.said('2'),
    publisherPlace: place,
    journal: { publisher: made.said('北京大学出版社') },
  });
  const thesis = work('thesis', {
    genre: made.said('博士学位论文'),
    publisherPlace: place,
    journal: { publisher: made.said('北京师范大学') },
  });
  const said = (id: string, item: CslItem): string =>
    format(citationStyles.find((style) => style.id === id) ?? expect.fail(id), item).text;

  test.each([
    ['apa', 'Wang, X. (2018). Xinli zixun yu zhiliao (2nd ed.). Beijing Daxue Chubanshe.'],
    ['vancouver', 'Wang X. Xin li zi xun yu zhi liao. 2nd ed. Beijing: Beijing Daxue Chubanshe; 2018. Chinese.'],
    [
      'chicago-author-date',
      'Wang Xiaoming 王小明. 2018. Xinli zixun yu zhiliao 心理咨询与治疗. 2nd ed. Beijing: Beijing Daxue Chubanshe.',
    ],
    ['gb-t-7714-numeric', '王小明. 心理咨询与治疗[M]. 2 版. 北京: 北京大学出版社, 2018.'],
  ])('%s: a book', (id, expected) => expect(said(id, book)).toBe(expected));

  test('a thesis says its degree in the style’s words', () => {
    expect(said('apa', thesis)).toBe(
      'Wang, X. (2018). Xinli zixun yu zhiliao [Doctoral dissertation]. Beijing Shifan Daxue.',
    );
    expect(said('gb-t-7714-numeric', thesis)).toBe('王小明. 心理咨询与治疗[D]. 北京: 北京师范大学, 2018.');
  });
});

test('a retracted work says so in a style that knows no retraction', () => {
  const item = toCsl({ ...papers.huggett, status: [{ kind: 'retracted', from: papers.huggett.type.from }] });
  for (const style of citationStyles.filter(({ id }) => !id.startsWith('gb-t')))
    expect(format(style, item).text, style.id).toMatch(/retract/iu);
  expect(polished(otherStyle('nature', 'Nature', 'en-GB'), item, '<div>A. B.</div>')).toBe(
    '<div>A. B. Retracted.</div>',
  );
});

test('a Chinese work is set in Chinese in any style where a reader asks', () => {
  const [usual, inChinese] = citedIn(papers.chinese);
  const text = (id: string): string => {
    const style = citationStyles.find((one) => one.id === id) ?? expect.fail(id);
    return inChinese ? format(style, inChinese.item).text : '';
  };
  expect(usual?.choice).toBe('style');
  expect(text('mla')).toBe(
    '王小明, 等. 《心理治疗中的治疗联盟：一项质性研究》. 中国心理卫生杂志, 卷 35, 期 3, 2021年3月, 页 201–07.',
  );
  expect(text('chicago-author-date')).toBe(
    '王小明, 李华, 欧阳静和赵六. 2021. 《心理治疗中的治疗联盟：一项质性研究》. 中国心理卫生杂志 35 (3): 201–7.',
  );
});

test('a single work is not distinguished from others, whatever names its own authors share', () => {
  const shared = made.paper('zhou-2019-shared', {
    language: made.said('en'),
    titles: [made.title('Shared')],
    authors: ['Zhou, Xianyi', 'Kambalame, Dzinkambani', 'Guo, Xiang', 'Zhou, Xiaonong'].map((name) =>
      made.author(name),
    ),
    journal: { name: made.said('Journal of Lists') },
    issued: made.said('2019'),
  });
  const harvard = citationStyles.find(({ id }) => id === 'harvard') ?? expect.fail('no style');
  expect(format(harvard, toCsl(shared)).text).toMatch(/^Zhou, X\. et al\. \(2019\)/u);
});

describe('a list', () => {
  const styleOf = (id: string) => citationStyles.find((style) => style.id === id) ?? expect.fail(id);
  const work = (id: string, words: string, extra: Partial<Paper> = {}): CslItem =>
    toCsl({
      ...made.paper(id, {
        language: made.said('en'),
        titles: [made.title(words)],
        authors: [made.author('Berry, Natasha')],
        journal: { name: made.said('Journal of Lists') },
        issued: made.said('2024'),
      }),
      ...extra,
    });
  const [one, two, later] = [
    work('berry-2024-one', 'One'),
    work('berry-2024-two', 'Two'),
    work('berry-2023-three', 'Three', { issued: made.said('2023') }),
  ];
  const zh = toCsl(papers.chinese);
  const texts = (id: string, ...items: CslItem[]) => formatted(styleOf(id), items).map(({ text }) => text);

  test('tells works of one author and year apart, in the order given', () => {
    expect(texts('apa', two, later, one)).toEqual([
      'Berry, N. (2024a). Two. Journal of Lists.',
      'Berry, N. (2023). Three. Journal of Lists.',
      'Berry, N. (2024b). One. Journal of Lists.',
    ]);
    expect(texts('harvard', one, two)[1]).toContain('(2024b)');
    expect(texts('chicago-author-date', one, two)[1]).toContain('2024b.');
    expect(texts('gb-t-7714-author-date', one, two)[0]).toContain('BERRY N, 2024a.');
  });

  test('does not change years where the style has numbers, and where no works look the same', () => {
    expect(texts('vancouver', one, two).join(' ')).not.toMatch(/2024[ab]/u);
    expect(texts('apa', one, later).join(' ')).not.toMatch(/202\d[ab]/u);
  });

  test('sets each work by its own language', () => {
    const many = toCsl(papers.manyAuthors);
    const [chinese, english] = texts('gb-t-7714-numeric', zh, many);
    expect(chinese).toContain('欧阳静, 等.');
    expect(english).toContain('AUTHORC G, et al.');
    // A Chinese work between two of one author and year changes nothing about their letters.
    expect(texts('apa', one, zh, two).filter((text) => /2024[ab]/u.test(text))).toHaveLength(2);
  });

  test('names the authors of every entry, whatever entry comes before it', () => {
    for (const id of ['mla', 'chicago-author-date'])
      for (const text of texts(id, one, two)) expect(text).toMatch(/^Berry, Natasha\./u);
  });

  test('works that may look the same are found by all authors, or title, and year', () => {
    const untitled = { ...one, id: 'x', author: undefined as never, title: 'Berry' };
    expect(namesakes([one, zh, two, later], namesakeKey)).toEqual([[one, two]]);
    expect(namesakeKey(untitled)).toBe(namesakeKey(one));
    const by = (id: string, ...names: string[]) => work(id, id, { authors: names.map((name) => made.author(name)) });
    const [first, second] = [
      by('berry-2024-a', 'Berry, Natasha', 'Gooding, Patricia', 'Pratt, Daniel', 'Peters, Sarah'),
      by('berry-2024-b', 'Berry, Natasha', 'Haddock, Gillian', 'Pratt, Daniel', 'Peters, Sarah'),
    ];
    expect(namesakes([first, second], namesakeKey)).toEqual([]);
    // So both read as the manuals have it, "et al." after the first author.
    expect(texts('mla', first)[0]).toMatch(/^Berry, Natasha, et al\./u);
    const crowd = Array.from({ length: 25 }, (_, i) => `Author${String.fromCharCode(65 + i)}, G.`);
    expect(namesakeKey(by('a', ...crowd))).not.toBe(namesakeKey(by('b', ...crowd.slice(1))));
    expect(namesakeKey(by('a', ...crowd))).not.toBe(namesakeKey(by('b', ...crowd, 'Last, A.')));
  });
});

describe('HTML of the engine becomes text and marks', () => {
  test.each([
    ['<div class="csl-entry">A <i>b</i> c</div>', 'A b c', [['i', 2, 3]]],
    [
      '<div class="csl-left-margin">1. </div><div class="csl-right-inline">A &#38; B &#60;c&#62;</div>',
      'A & B <c>',
      [],
    ],
    ['<span style="font-variant:small-caps;">X</span><b>y</b>', 'Xy', [['b', 1, 2]]],
    ['<script>x</script>', 'x', []],
    ['2025 May 3;', '2025 May 3.', []],
  ])('%s', (html, text, marks) => {
    const read = referenceFromHtml(html);
    expect(read.text).toBe(text);
    expect(read.marks.map(({ tag, start, end }) => [tag, start, end])).toEqual(marks);
  });
});

test('the number of an entry is separate from it', () => {
  expect(labelFromHtml('<div class="csl-left-margin">[3]</div><div class="csl-right-inline">A &#38; B</div>')).toBe(
    '[3] ',
  );
  expect(labelFromHtml('<div class="csl-entry">A</div>')).toBe('');
});

describe('words that every object has', () => {
  const named = Object.getOwnPropertyNames(Object.prototype);

  test.each(named)('%s is a name, a title and a journal like others', (word) => {
    const item = (id: string): CslItem => ({
      ...toCsl(papers.minimal),
      id,
      title: word,
      'container-title': word,
      author: [{ family: 'Example', given: word }, { family: word, given: `Ana ${word}` }, { literal: word }],
    });
    for (const style of citationStyles)
      for (const list of [[item('a')], [item('a'), item('b')]])
        for (const { text } of formatted(style, list)) {
          expect(text.toLowerCase()).toContain(word.replace(/^_+|_+$/gu, '').toLowerCase());
          expect(text).not.toContain('\u2060');
        }
  });
});
