import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { formats, general } from '../../../scripts/formats/index.ts';
import { fieldOf } from '../../../scripts/formats/pages/record-names.ts';
import { account } from '../../../scripts/pipeline/ledger/account.ts';
import { flatReading } from '../../../scripts/pipeline/read/flat-reading.ts';

test.each<[string, string | undefined]>([
  ['title', 'title'],
  ['titleEn', 'title'],
  ['title_cn', 'title'],
  ['articleTitle', 'title'],
  ['authorList', 'authors'],
  ['abstractText', 'abstract'],
  ['keywordList', 'keywords'],
  ['pageInfo', 'pages'],
  ['pubYear', 'year'],
  ['journalInfo', 'journal'],
  ['标题', 'title'],
  ['作者', 'authors'],
  ['期刊名称', 'journal'],
  ['关键词', 'keywords'],
  ['citationCount', undefined],
  ['impactFactor', undefined],
  ['作者单位', undefined],
])('the member %s says: %s', (key, field) => {
  expect(fieldOf(key)).toBe(field);
});

const title = 'Alliance in early psychosis: a study of peers';
const abstract =
  'Peers meet people with early psychosis where services cannot, and little is known of the alliance between them.';

/** What services answer when they are asked for one paper. */
const answers: Record<string, object> = {
  'in an envelope, its members in Chinese': {
    code: 200,
    msg: 'success',
    data: {
      论文: { 标题: title, 作者: ['Ana Berg', 'Bo Dahl'], 期刊: 'Psychotherapy Research', 卷: '31', 年份: '2021' },
    },
  },
  'a list of one, its lists inside objects': {
    hitCount: 1,
    resultList: {
      result: [
        {
          pmid: '31818345',
          title,
          authorString: 'Berg A, Dahl B.',
          authorList: {
            author: [
              { firstName: 'Ana', lastName: 'Berg' },
              { firstName: 'Bo', lastName: 'Dahl' },
            ],
          },
          journalInfo: { volume: '31', issue: '4', journal: { title: 'Psychotherapy Research' } },
          pubYear: '2021',
          pageInfo: '600-610',
          abstractText: abstract,
        },
      ],
    },
  },
  'works with places and authorships': {
    id: 'https://x.org/W1',
    type: 'article',
    display_name: title,
    year: 2021,
    ids: { doi: 'https://doi.org/10.5555/a.1', pmid: 'https://pubmed.ncbi.nlm.nih.gov/31818345' },
    primary_location: { source: { display_name: 'Psychotherapy Research' } },
    authorships: [{ author: { display_name: 'Ana Berg' } }, { author: { display_name: 'Bo Dahl' } }],
    biblio: { volume: '31', issue: '4', first_page: '600', last_page: '610' },
    referenced_works: ['https://x.org/W2'],
  },
  'identifiers by kind': {
    result: {
      31818345: {
        title,
        authors: [{ name: 'Ana Berg' }, { name: 'Bo Dahl' }],
        fulljournalname: 'Psychotherapy Research',
        pubdate: '2021 Mar',
        volume: '31',
        articleids: [
          { idtype: 'pubmed', value: '31818345' },
          { idtype: 'doi', value: '10.5555/a.1' },
        ],
      },
    },
  },
};

describe('an answer of a service', () => {
  test.each(Object.entries(answers))('%s', (_, answer) => {
    const source = sourceText('answer.json', JSON.stringify(answer));
    const format = formats.find((one) => one.claims(source)) ?? general;
    expect(format).toBe(general);
    const reading = format.read(source);
    const line = flatReading('answer.json', format.name, reading);
    expect(line).toMatchObject({
      is_paper: true,
      title,
      authors: ['Ana Berg', 'Bo Dahl'],
      journal: 'Psychotherapy Research',
      year: 2021,
      volume: '31',
    });
    if (JSON.stringify(answer).includes('31818345')) expect(line.pmid).toBe('31818345');
    const { tally, notices } = account(source, reading);
    expect(notices).toEqual([]);
    expect(tally.unclassified).toBe(0);
  });

  test('with several papers is a list', () => {
    const data = [1, 2, 3].map((n) => ({ title: `${title} ${n}`, authors: ['Ana Berg'], year: '2021' }));
    const reading = general.read(sourceText('answer.json', JSON.stringify({ data })));
    expect(reading).toMatchObject({ kind: 'list', isPaper: false });
    expect(reading.drafts).toHaveLength(3);
  });

  test('whose names cannot be read says so', () => {
    const text = JSON.stringify({ title, year: '2021', doi: '10.5555/a.1', authors: 'x'.repeat(4000) });
    const { notices } = general.read(sourceText('answer.json', text));
    expect(notices.map((one) => one.rule)).toContain('authors-unread');
  });
});

test.each(['Pain', 'Psychotherapy', 'L’Encéphale', '茶馆研究'])(
  '%s, named by the metadata of a page, is its journal',
  (name) => {
    const html = `<!doctype html><html><head><title>Some site</title><meta name="citation_title" content="${title}">
    <meta name="citation_author" content="Berg, Ana"><meta name="citation_journal_title" content="${name}"></head>
    <body><h1>${title}</h1><p>${abstract}</p></body></html>`;
    const source = sourceText('a.html', html);
    const [draft] = formats.find((format) => format.claims(source))?.read(source).drafts ?? [];
    expect((draft?.journal ?? draft?.journalZh)?.value).toBe(name);
  },
);
