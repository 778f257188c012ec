import { describe, expect, test } from 'vitest';
import { coins } from '#citations/embedded/coins';
import { dublinCoreTags } from '#citations/embedded/dublin-core';
import { highwireTags } from '#citations/embedded/highwire';
import { jsonLd, scriptSafe } from '#citations/embedded/json-ld';
import { toReference } from '#citations/reference';
import { allFields, chinese, minimal, paper, said, thesis, title } from './support/papers.ts';

const address = 'https://example.org/papers/everything-2021-every-field/';

test('Highwire: every field that Zotero reads, one author a tag, a group ends in a comma', () => {
  expect(highwireTags(toReference(allFields), address)).toEqual([
    ['citation_title', 'Every field: a case & 50% of “patients”'],
    ['citation_author', 'van der Berg, Jan'],
    ['citation_author', '王, 小明'],
    ['citation_author', "O'Neill, Anne-Marie"],
    ['citation_author', 'Alliance Study Group,'],
    ['citation_publication_date', '2021/03/15'],
    ['citation_online_date', '2020/12/01'],
    ['citation_journal_abbrev', 'J Many Fields'],
    ['citation_issn', '1471-244X'],
    ['citation_volume', '12'],
    ['citation_issue', '3'],
    ['citation_firstpage', '114'],
    ['citation_lastpage', '129'],
    ['citation_publisher', 'Fields Press'],
    ['citation_doi', '10.5555/every.field'],
    ['citation_pmid', '12345678'],
    ['citation_pmcid', 'PMC7654321'],
    ['citation_language', 'en'],
    ['citation_keywords', 'therapeutic alliance'],
    ['citation_keywords', '治疗联盟'],
    ['citation_abstract', 'We looked at every field; 50% had a value.'],
    ['citation_pdf_url', 'https://example.org/articles/every-field.pdf'],
    ['citation_journal_title', 'Journal of Many Fields'],
    ['citation_abstract_html_url', address],
  ]);
});

test('Highwire: nothing stands for what is not known; a thesis has its institution', () => {
  expect(highwireTags(toReference(minimal), address).map(([name]) => name)).toEqual([
    'citation_title',
    'citation_language',
    'citation_abstract_html_url',
  ]);
  expect(highwireTags(toReference(thesis), address)).toContainEqual([
    'citation_dissertation_institution',
    'University of Somewhere',
  ]);
});

test('Dublin Core names a person’s translation of the title as an alternative', () => {
  expect(dublinCoreTags(toReference(chinese))).toContainEqual([
    'DC.title.alternative',
    'The therapeutic alliance in psychotherapy: a qualitative study',
  ]);
});

test('JSON-LD: the work, its place in the journal, and its translation as a work of its own', () => {
  expect(jsonLd(toReference(allFields), address)).toMatchObject({
    '@type': 'ScholarlyArticle',
    '@id': `${address}#work`,
    name: 'Every field: a case & 50% of “patients”',
    author: [
      { '@type': 'Person', familyName: 'van der Berg', givenName: 'Jan' },
      { '@type': 'Person', name: '王小明' },
      { '@type': 'Person' },
      { '@type': 'Organization', name: 'Alliance Study Group' },
    ],
    isPartOf: {
      '@type': 'PublicationIssue',
      isPartOf: { '@type': 'PublicationVolume', isPartOf: { '@type': 'Periodical' } },
    },
    workTranslation: [
      {
        inLanguage: 'zh-Hans',
        name: '每一个字段：一个案例',
        abstract: '我们考察了每一个字段。',
        translationOfWork: { '@id': `${address}#work` },
      },
    ],
  });
});

test('JSON-LD: nothing in it can end or open a script', () => {
  const hostile = '</script><!--<script>window.x=1</script> & \u2028';
  const text = scriptSafe(jsonLd(toReference(paper('a-nd-b', { titles: [title(hostile)] })), address));
  expect(text).not.toMatch(/[<>&\u2028]/u);
  expect((JSON.parse(text) as { name: string }).name).toBe('</script><!--<script>window.x=1</script> &');
});

describe('COinS', () => {
  const read = (text: string) => new URLSearchParams(text);
  test('every value is percent-encoded and read back', () => {
    const context = read(coins(toReference(allFields)));
    expect(context.get('rft.atitle')).toBe('Every field: a case & 50% of “patients”');
    expect(context.getAll('rft.au')).toEqual([
      'van der Berg, Jan',
      '王, 小明',
      "O'Neill, Anne-Marie",
      'Alliance Study Group,',
    ]);
    expect(context.getAll('rft_id')).toEqual([
      'info:doi/10.5555/every.field',
      'info:pmid/12345678',
      'https://example.org/articles/every-field',
    ]);
    expect(context.get('rft.pages')).toBe('114-129');
  });

  test('a title cannot add a key', () => {
    const text = coins(
      toReference(paper('a-nd-b', { titles: [title('50% + more&rft.au=Evil %zz')], issued: said('2020') })),
    );
    expect(read(text).getAll('rft.au')).toEqual([]);
    expect(text).not.toContain('rft.au=Evil');
  });
});

test('of hundreds of authors Highwire’s tags, which reference managers read, have all; the others the first hundred', () => {
  const authors = Array.from({ length: 300 }, (_, i) => ({
    name: { written: `Name ${i}` },
    from: [{ file: 'a.txt', line: 1, columns: [1, 5] as [number, number] }],
  }));
  const reference = toReference(paper('many-2020-authors', { authors }));
  const count = (tags: readonly (readonly [string, string])[], name: string) =>
    tags.filter(([it]) => it === name).length;
  expect(count(highwireTags(reference, address), 'citation_author')).toBe(300);
  expect(count(dublinCoreTags(reference), 'DC.creator')).toBe(100);
  expect(jsonLd(reference, address)['author']).toHaveLength(100);
});
