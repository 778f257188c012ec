/** Citations in one line, as databases print them: patterns for journal, year, volume, issue and pages. */

import type { Statement } from '../draft/statement.ts';
import { find, fold, slice, trim, type Traced } from '../text/traced.ts';
import { readLocator } from '../values/locators.ts';
import { packed, stated } from './read-records.ts';

/** `Ecohydrology.   8(6):1048-1064, September 2015.` or `Journal. 92(2):98-103, 2018 Feb.` (Ovid) */
const ovidLine =
  /^(?<journal>.{2,200}?)\. (?:Vol(?:ume)?\.? ?)?(?<volume>[\w-]{1,12})?(?: ?\((?<issue>[^)]{1,30})\))? ?(?:: ?(?:pp\.? ?)?(?<pages>[\w.–-]{1,30}(?:, ?\w{1,8})?) ?)?[,;] ?(?<date>(?:\d{1,2} )?[\p{L}-]{0,20}\.? ?(?:\d{1,2}, )?(?:19|20)\d\d[^.]{0,20})/u;

/** `Journal. Vol.43(5), Sep 2015, pp. 623-634.` (PsycINFO) */
const psycLine =
  /^(?<journal>.{2,200}?)\. Vol\. ?(?<volume>[\w-]{1,12})(?:\s?\((?<issue>[^,]{1,30})\))?,\s?(?<date>(?:[\p{L}-]{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d)(?:,\s?(?:pp\.\s?(?<pages>[\w-]{1,20})|ArtID:?\s?(?<article>[\w-]{1,30})|.{0,60}))?\.?$/u;

/** `Journal, Vol 43(5), Sep, 2015. pp. 623-634.` (PsycINFO at EBSCO) */
const psycEbscoLine =
  /^(?<journal>.{2,200}?), Vol\.? (?<volume>[\w-]{1,12})(?:\((?<issue>[^,)]{1,30})\))?, (?<date>(?:[\p{L}-]{3,12}(?: \d{1,2})?, )?(?:19|20)\d\d)(?:[.,] (?:pp?\.\s?(?<pages>[\w–-]{1,20})|(?:Article|ArtID):?\s?(?<article>[\w-]{1,30})))?/u;

/** `Journal August 2011;43(8):647-653` */
const monthLine =
  /^(?<journal>.{2,200}?) (?<date>(?:\p{L}{3,9}(?:\/\p{L}{3,9})? )?(?:\d{1,2}, )?(?:19|20)\d\d);(?<volume>[\w-]{1,12})?(?:\((?<issue>[^)]{1,30})\))?:(?<pages>[\w.–-]{1,30})\.?$/u;

/** `Vey, P [Ed]; Palmer, S [Ed]. (2012). Calm baking. (pp. 11-31). xvii, 254 pp. New York: Crumb.`: a chapter of PsycINFO. */
const chapterLine =
  /^(?:(?<editors>.{2,400}?\[Eds?\.?\])\. )?\((?<date>(?:19|20)\d\d)\)\. (?<journal>.{2,300}?)\. \(pp?\. ?(?<pages>[\w–-]{1,20})\)/u;

/** `Journal of Bread. Mar2019, Vol. 12 Issue 3, p45-67. 23p.` (EBSCO) */
const ebscoLine =
  /^(?<journal>.{2,200}?)[.,;] (?<date>(?:\d{1,2}\/\d{1,2}\/\d{4}|(?:[\p{L}/]{3,12} ?)?(?:\d{1,2}, ?)?(?:19|20)\d\d)),? Vol\.? ?(?<volume>[\w-]{1,12}),? ?(?:(?:Issue|No\.?) ?(?<issue>[\w/ -]{1,20}?))?,? (?:pp?\.? ?)(?<pages>[\w–-]{1,20})/u;

/** `Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004`: Embase packs the citation into one cell. */
export const embaseSource =
  /^(?<journal>.+?) \((?<date>\d{4})\)(?: (?!Article Number)(?<volume>[^\s:()]+)?(?:(?: ?:| (?=supp))(?<issue>[^()]{1,40}?))?)?(?: \((?<pages>[^)]+)\))?(?: Article Number: (?<article>[^\s.]{1,30}))?(?:\. |\.?$)/iu;

/** `Eur J Invent. 2020 Feb;63(2):103640. doi: …`: PubMed's own citation line. */
export const pubmedCitation =
  /^(?<journal>.{2,200}?)\. (?<date>(?:19|20)\d\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?)?(?: \d{1,2})?)(?:;(?<volume>[^:(;.]{1,20})?(?:\((?<issue>[^)]{1,30})\))?)?(?::(?<pages>[^.;]{1,40}))?\./u;

/** `(2018) Bread Review, 5 (2), art. no. 7, pp. 83-98. Cited 3 times.` (Scopus) */
export const scopusLine =
  /^\((?<date>(?:19|20)\d\d)\) (?<journal>.{2,300}?)(?:, (?<volume>[\w./-]{1,20}))?(?: \((?<issue>[^)]{1,40})\))?(?:, art\. no\. (?<article>[^,]{1,30}))?(?:, pp?\. (?<pages>[^.,]{1,30}))?(?:, )?\.(?: |$)/u;

/** `Journal of Bread Studies, 5(2), 2019, 83-98` */
const yearBehind =
  /^(?<journal>[^\d]{2,200}?)[,.]? (?<volume>\d{1,4}) ?(?:\((?<issue>[^)]{1,20})\))?, ?(?<date>(?:19|20)\d\d)[,:;] ?(?:pp?\.? ?)?(?<pages>[\w–-]{1,20})\.?$/u;

/** `中国心理卫生杂志, 2020, 34(5): 400-405`, `心理学报,2015,第47卷(3):…`, `面包研究2019 5(2):83-98`: the line that says where a paper appeared. */
export const chineseLine =
  /^(?<journal>[^,，.。;；\d]{2,60})[,，.。]?\s{0,2}(?<date>\d{4})\s{0,2}(?:年)?[,，;；]?\s{0,2}(?:第?\s{0,2}(?<volume>\d{1,4})\s{0,2}卷?)?\s{0,2}(?:[(（]?第?\s{0,2}(?<issue>[^)）:：]{1,12}?)\s{0,2}期?[)）])?\s{0,2}(?:[:：,，]\s{0,2}(?<pages>[\w\-–—+,]{1,24}))?/u;

/** `2020,34(5):400-405`, `2020(5):400-405`: what VIP writes as the year, the journal being a field of its own. */
export const yearLine =
  /^(?<date>(?:19|20)\d\d)(?:[,，]|(?=\s?[(（]))\s?(?<volume>\d{1,4})?\s?(?:[(（](?<issue>[^)）]{1,12})[)）])?(?:\s?[:：]\s?(?<pages>[\w\-–—+,]{1,24}))?[.。]?$/u;

const all = [
  chapterLine,
  psycLine,
  psycEbscoLine,
  ebscoLine,
  embaseSource,
  pubmedCitation,
  monthLine,
  ovidLine,
  yearBehind,
  chineseLine,
];

/**
 * What a line of one citation says: journal, volume, issue, pages and year, in the ways in which databases pack them.
 * If no pattern fits, the journal is the text before the first number of the citation; with fewer than two numbers
 * nothing is read.
 */
export function citationLine(value: Traced, patterns: readonly RegExp[] = all): Statement[] {
  const p = fold(value);
  const known = packed(p, patterns, { date: 'year', article: 'article-number', editors: 'editors' });
  const issued = find(p, /Date of Publication: ([^.]{4,40}?)(?:$|\.| Article)/u);
  if (known.length) return [...known, ...(issued ? stated('date', trim(issued)) : [])];
  return patterns === all ? byNumbers(p) : [];
}

const meansOf = { date: 'year', volume: 'volume', issue: 'issue', pages: 'pages', article: 'article-number' } as const;

function byNumbers(p: Traced): Statement[] {
  const { tokens } = readLocator(p.text);
  const found = tokens.filter((token) => Object.hasOwn(meansOf, token.kind));
  const first = Math.min(...tokens.map(({ start }) => start));
  if (found.length < 2 || first < 3) return [];
  const name = p.text
    .slice(0, first)
    .replace(/(?<![\s.,;:([])[\s.,;:([]+(?:(?:vol(?:ume)?|no|issue|v|n|pp?)\.?\s*)?$/iu, '');
  return [
    ...(/\p{L}{2}/u.test(name) && name.length < 200 ? stated('journal', trim(slice(p, 0, name.length))) : []),
    ...found.flatMap(({ kind, start, end }) => stated(meansOf[kind as keyof typeof meansOf], slice(p, start, end))),
  ];
}
