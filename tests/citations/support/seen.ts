import type { CslItem } from '#citations/csl';

/** What a reader found of one record, as plain text; absent is `undefined` or empty. */
export interface Seen {
  title?: string | undefined;
  authors?: string[];
  year?: string | undefined;
  journal?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  doi?: string | undefined;
  issn?: string | undefined;
  pmid?: string | undefined;
  abstract?: string | undefined;
  keywords?: string[];
  url?: string | undefined;
  language?: string | undefined;
}
export type SeenField = keyof Seen;

/** Only letters and digits: how one program sets quotes, braces, dashes or capitals is not what is compared. */
const loose = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<\/?[a-z][^>]*>/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const languages: Readonly<Record<string, string>> = {
  english: 'en',
  eng: 'en',
  chinese: 'zh',
  chi: 'zh',
  pinyin: 'zh',
};

const canonical: { [F in SeenField]-?: (value: NonNullable<Seen[F]>) => string } = {
  title: loose,
  authors: (names) => names.map(loose).join('|'),
  year: (text) => /\d{4}/u.exec(text)?.[0] ?? '',
  journal: loose,
  volume: loose,
  issue: loose,
  pages: (text) =>
    text
      .replace(/[\u2010-\u2015]|--+/gu, '-')
      .replace(/\s/gu, '')
      .replace(/^(\w+)-\1$/u, '$1'),
  doi: (text) => text.toLowerCase(),
  issn: (text) =>
    text
      .toUpperCase()
      .replace(/[^\dX]/gu, '')
      .slice(0, 8),
  pmid: loose,
  abstract: loose,
  keywords: (words) => words.map(loose).sort().join('|'),
  url: (text) => text.replace(/\/$/u, ''),
  language: (text) => languages[text.toLowerCase()] ?? text.toLowerCase().slice(0, 2),
};

const name = (author: NonNullable<CslItem['author']>[number]): string =>
  author.literal ??
  [[author['non-dropping-particle'], author.family].filter(Boolean).join(' '), author.given].filter(Boolean).join(' ');

/** What CSL-JSON says of a record, in the terms that readers are compared in. */
export const seenInCsl = (item: CslItem): Seen => ({
  title: item.title,
  authors: item.author?.map(name) ?? [],
  year: item.issued ? String(item.issued['date-parts'][0]?.[0] ?? '') : undefined,
  journal: item['container-title'],
  volume: item.volume,
  issue: item.issue,
  pages: item.page,
  doi: item.DOI,
  issn: item.ISSN,
  pmid: item.PMID,
  abstract: item.abstract,
  keywords: item.keyword?.split(', ') ?? [],
  url: item.URL,
  language: item.language,
});

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** "field: expected -> seen" for every field that was lost or changed on the way, but for those a reader cannot carry. */
export function differences(expected: Seen, seen: Seen | undefined, cannot: readonly SeenField[]): string[] {
  if (!seen) return ['the record is missing'];
  return (Object.keys(canonical) as SeenField[])
    .filter((field) => !cannot.includes(field) && !isEmpty(expected[field]))
    .filter((field) => {
      const compare = canonical[field] as (value: unknown) => string;
      return isEmpty(seen[field]) || compare(expected[field]) !== compare(seen[field]);
    })
    .map((field) => `${field}: ${JSON.stringify(expected[field])} -> ${JSON.stringify(seen[field])}`);
}
