/** Limits on what strangers write, so that no source can cost unlimited time and memory. */

/** A limit on what one source may contain, and the reason for it. */
interface Limit {
  most: number;
  /** What is counted, for notices. */
  of: string;
  because: string;
}

/**
 * Every limit on what strangers write. A notice says what exceeds one, and the source page still shows it: nothing is
 * left out silently. Below these limits, time and memory grow in proportion to the text (`npm run bench -- growth`), so
 * they bound the cost of one source.
 */
export const limits = {
  bytes: {
    most: 64 * 1024 * 1024,
    of: 'bytes',
    because: 'a scrape of this size is a mistake, and databases export a few thousand records at a time',
  },
  zipFiles: { most: 5000, of: 'files in an archive', because: 'a folder of exports has some hundreds' },
  zipBytes: {
    most: 256 * 1024 * 1024,
    of: 'bytes of an archive, unpacked',
    because: 'all of its files together are as much text as a review has',
  },
  zipRatio: {
    most: 200,
    of: 'times the size of a packed file',
    because: 'text is packed to a tenth, and records that repeat each other to a fiftieth',
  },
  zipDepth: { most: 12, of: 'folders in each other in an archive', because: 'no export has more than a few' },
  seconds: {
    most: 60,
    of: 'seconds for a source, and for each megabyte of it',
    because: 'a page usually takes 0.01 seconds',
  },
  lines: { most: 1_000_000, of: 'lines', because: 'each is kept with its place, in about a hundred bytes' },
  line: { most: 1_000_000, of: 'characters on a line', because: 'people do not write such lines' },
  records: { most: 50_000, of: 'records', because: 'more than a review screens; the file can be split' },
  titles: { most: 50, of: 'titles', because: 'a paper has one in each of its languages' },
  title: { most: 5000, of: 'characters in a title', because: 'the longest have about six hundred' },
  authors: { most: 10_000, of: 'authors', because: 'the largest collaborations have half as many' },
  affiliations: { most: 10_000, of: 'affiliations', because: 'as many as authors' },
  keywords: { most: 5000, of: 'keywords', because: 'databases give a paper about a hundred' },
  name: { most: 1000, of: 'characters in a name', because: 'no person or group has a longer one' },
  citedName: {
    most: 200,
    of: 'characters of a name in a reference',
    because: "the style engine's time grows faster than a name; exports have the whole name",
  },
  keyword: { most: 1000, of: 'characters in a keyword', because: 'a keyword is a term' },
  affiliation: { most: 5000, of: 'characters in an affiliation', because: 'an affiliation is an address' },
  abstract: { most: 200_000, of: 'characters in an abstract', because: 'it would be a full text' },
  tags: {
    most: 200_000,
    of: 'tags in a saved page',
    because: "the time of the parser's repairs may grow faster than the page",
  },
  valueTags: {
    most: 4000,
    of: 'tags in a value',
    because: "the time of the parser's repairs may grow faster than the value",
  },
  tex: {
    most: 10_000,
    of: 'characters of TeX in a value',
    because: "the TeX reader's time grows faster than its text",
  },
  abbreviation: {
    most: 2000,
    of: "characters that a BibTeX file's abbreviation stands for",
    because: 'it is the name of a journal or a publisher, and may be used in every field',
  },
  texNesting: { most: 40, of: 'nested braces', because: 'the TeX reader is recursive' },
  nesting: { most: 200, of: 'nested elements', because: 'deeper than any bibliographic file' },
  pointers: { most: 64, of: 'nested values of JSON', because: 'a pointer is as long as its value is deep' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
