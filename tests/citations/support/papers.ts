import { paperSchema, type Paper } from '#domain/paper';
import type { Name } from '#domain/person';

const from = [{ file: 'made-for-the-test.txt', line: 1, columns: [1, 2] as [number, number] }];
const stated = <T>(value: T) => ({ value, from });
export const said = stated;

/** "Family, Given" or a group's name as it is. */
export function author(written: string, extra: Partial<Name> = {}): Paper['authors'][number] {
  const [family, given] = written.split(', ');
  const name: Name =
    given === undefined ? { written, literal: written } : { written, family: family ?? written, given };
  return { name: { ...name, ...extra }, from };
}

export const title = (
  text: string,
  language = 'en',
  role: Paper['titles'][number]['role'] = 'original',
  marks?: Paper['titles'][number]['marks'],
): Paper['titles'][number] => ({ language, role, text, from, ...(marks ? { marks } : {}) });

export const abstract = (
  text: string,
  language = 'en',
  role: Paper['titles'][number]['role'] = 'original',
): Paper['abstracts'][number] => ({
  language,
  role,
  from,
  sections: [{ blocks: [{ as: 'paragraph', sentences: [{ anchor: 's-00000000', text, from }] }] }],
});

export const keyword = (text: string, language = 'en'): Paper['keywords'][number] => ({ text, language, from });

/** A paper of which nothing is known but what is given; it is a valid record. */
export const paper = (id: string, fields: Partial<Paper> = {}): Paper =>
  paperSchema.parse({
    id,
    type: stated('article-journal'),
    titles: [],
    authors: [],
    affiliations: [],
    registrations: [],
    keywords: [],
    abstracts: [],
    concepts: [],
    samples: [],
    status: [],
    related: [],
    sources: [{ file: 'made-for-the-test.txt', format: 'general', sha256: '0'.repeat(64) }],
    unclassified: 0,
    ...fields,
  });

/** Nothing but a title. */
export const minimal = paper('minimal-nd-title', { titles: [title('A title and nothing else')] });

/** Every field that a record can have, each with a value of its own. */
export const allFields = paper('everything-2021-every-field', {
  language: stated('en'),
  titles: [
    title('Every field: a case & 50% of “patients”', 'en', 'original'),
    title('每一个字段：一个案例', 'zh-Hans', 'translation'),
    title('机器翻译的题名', 'zh-Hans', 'machine-translation'),
  ],
  authors: [
    author('Berg, Jan', { particle: 'van der' }),
    author('王, 小明'),
    author("O'Neill, Anne-Marie"),
    author('Alliance Study Group'),
  ],
  journal: {
    name: stated('Journal of Many Fields'),
    abbreviation: stated('J Many Fields'),
    issn: [stated('1471-244X')],
    publisher: stated('Fields Press'),
  },
  issued: stated('2021-03-15'),
  online: stated('2020-12-01'),
  volume: stated('12'),
  issue: stated('3'),
  pages: stated('114-129'),
  doi: stated('10.5555/every.field'),
  pmid: stated('12345678'),
  pmcid: stated('PMC7654321'),
  registrations: [stated({ registry: 'PROSPERO', id: 'CRD42021000001' })],
  openAccess: stated('https://example.org/articles/every-field.pdf'),
  url: stated('https://example.org/articles/every-field'),
  keywords: [keyword('therapeutic alliance'), keyword('治疗联盟', 'zh-Hans')],
  abstracts: [
    abstract('We looked at every field; 50% had a value.'),
    abstract('我们考察了每一个字段。', 'zh-Hans', 'translation'),
    abstract('机器翻译的摘要。', 'zh-Hans', 'machine-translation'),
  ],
  status: [{ kind: 'corrected', note: 'A figure was replaced', date: '2022-01', from }],
});

export const chinese = paper('wang-2021-xin-li-zhi', {
  language: stated('zh-Hans'),
  titles: [
    title('心理治疗中的治疗联盟：一项质性研究', 'zh-Hans'),
    title('The therapeutic alliance in psychotherapy: a qualitative study', 'en', 'translation'),
  ],
  authors: [author('王, 小明'), author('李, 华'), author('欧阳, 静'), author('赵, 六')],
  journal: { name: stated('中国心理卫生杂志'), issn: [stated('1000-6729')] },
  issued: stated('2021-03'),
  volume: stated('35'),
  issue: stated('3'),
  pages: stated('201-207'),
});

export const chapter = paper('muran-2010-alliance-ruptures-repair', {
  type: stated('chapter'),
  language: stated('en'),
  titles: [title('Alliance ruptures and their repair')],
  authors: [author('Muran, J. Christopher'), author('Safran, Jeremy D.')],
  journal: { name: stated('The therapeutic alliance'), publisher: stated('Guilford Press') },
  issued: stated('2010'),
  pages: stated('320-347'),
});

export const thesis = paper('novak-2018-working-with-interpreters', {
  type: stated('thesis'),
  language: stated('en'),
  titles: [title('Working with interpreters in therapy')],
  authors: [author('Novak, Eva')],
  journal: { publisher: stated('University of Somewhere') },
  issued: stated('2018'),
  url: stated('https://example.org/theses/42'),
});

export const groupAuthor = paper('world-2019-guidance-on-alliance', {
  type: stated('report'),
  language: stated('en'),
  titles: [title('Guidance on the alliance')],
  authors: [author('World Health Organization')],
  journal: { publisher: stated('World Health Organization') },
  issued: stated('2019'),
  url: stated('https://example.org/guidance'),
});

/** More authors than any style lists: 25. */
export const manyAuthors = paper('author-2022-many-hands', {
  language: stated('en'),
  titles: [title('Many hands')],
  authors: Array.from({ length: 25 }, (_, i) => author(`Author${String.fromCharCode(65 + i)}, Given`)),
  journal: { name: stated('Journal of Crowds') },
  issued: stated('2022'),
  volume: stated('1'),
  pages: stated('1-9'),
});

/** Marks in a title, of every kind. */
export const marked = paper('marks-2020-water-italics', {
  language: stated('en'),
  titles: [
    title('H2O and E. coli at 10-3 with p < .05 & {braces}', 'en', 'original', [
      { tag: 'sub', start: 1, end: 2 },
      { tag: 'i', start: 8, end: 15 },
      { tag: 'sup', start: 21, end: 23 },
    ]),
  ],
  authors: [author('Mark, Ada')],
  journal: { name: stated('Journal of Marks') },
  issued: stated('2020'),
  doi: stated('10.5555/marks'),
});

export const fixtures: readonly Paper[] = [minimal, allFields, chinese, chapter, thesis, groupAuthor, manyAuthors];
