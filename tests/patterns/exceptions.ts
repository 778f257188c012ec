/**
 * A pattern whose time grows faster than its text, used only on texts that are short, whatever the length of their
 * source.
 */
export interface Bounded {
  file: string;
  /** How the pattern begins. */
  begins: string;
  /** The length in characters of the longest text that it is used on. At that length it must be fast. */
  longest: number;
  /** Why the text is never longer. */
  because: string;
}

const raw = String.raw;
const formats = 'scripts/formats';

// prettier-ignore
export const bounded: readonly Bounded[] = [
  { file: `${formats}/pages/abstracts.ts`, begins: raw`^[【[〔［<〈]\s*([^`, longest: 72, because: 'labelAt looks 72 characters ahead' },
  { file: `${formats}/values/name-pieces.ts`, begins: raw`(?:\s?(?:\[[\d,`, longest: 200, because: 'cleanName takes no name of more than 200 characters' },
  { file: `${formats}/values/name-pieces.ts`, begins: raw`\s*(?:(?:(?:Send|E)`, longest: 200, because: 'cleanName, likewise' },
  { file: `${formats}/values/name-pieces.ts`, begins: raw`[\s,]+(?:et\s+al`, longest: 200, because: 'cleanName, likewise' },
  { file: `${formats}/pages/line-readers.ts`, begins: raw`\s•\s.*\s•`, longest: 120, because: 'lines of more than 120 characters are left before' },
  { file: `${formats}/draft/take-retraction.ts`, begins: raw`^(?:[^.]*\bin:`, longest: 400, because: 'readNotice takes 400 characters of a text' },
  { file: `${formats}/text/bibtex.ts`, begins: raw`^[\s\ufeff]*@`, longest: 400, because: 'looksLikeEntry looks 400 characters ahead' },
  { file: `${formats}/values/identifiers.ts`, begins: '(?:[。，；、》】」', longest: 320, because: 'a DOI is taken 300 characters long at most' },
  { file: `${formats}/values/identifiers.ts`, begins: raw`;(?=\S*$)`, longest: 320, because: 'a DOI, likewise' },
  { file: `${formats}/values/identifiers.ts`, begins: raw`https?:\/\/\S*$`, longest: 300, because: 'the 300 characters before a DOI' },
  { file: `${formats}/pages/interface.ts`, begins: raw`^[\s•·▪◦*>»›+|`, longest: 160, because: 'isInterface knows no line of more than 160 characters' },
  { file: `${formats}/pages/kinds.ts`, begins: raw`^.{0,8}位置`, longest: 90, because: 'countOf asks lines of at most 90 characters' },
  { file: `${formats}/values/locators.ts`, begins: raw`[(（]?\d+[)）]?`, longest: 8, because: 'the 8 characters before a date' },
  { file: `${formats}/pages/segments.ts`, begins: raw`(?:Q[1-4]\s[`, longest: 160, because: 'the text before the first label, 160 characters at most' },
  { file: `${formats}/values/abstracts.ts`, begins: raw`(?<=^|[.!?。)\]"”]\s{0,4})`, longest: 500, because: 'cutCopyright looks at the last 500 characters' },
  { file: `${formats}/values/dates.ts`, begins: raw`^(\d{4})(?:\s*[-/.年]`, longest: 80, because: 'readDate takes 80 characters of a date' },
  { file: 'scripts/pipeline/join/journals.ts', begins: '^(?:(?:[zcs]h|', longest: 30, because: 'isSyllables asks words of fewer than 30 letters' },
  { file: 'scripts/pipeline/describe/own-design.ts', begins: raw`(?:\b(?:non|not`, longest: 80, because: 'the 80 characters before a design' },
  { file: 'scripts/pipeline/describe/own-design.ts', begins: raw`\b(?:reviews?|meta`, longest: 160, because: 'the 160 characters before a design in a title' },
  { file: 'scripts/pipeline/describe/sample-words.ts', begins: raw`(?:^|[.:]\s*|Methods`, longest: 160, because: 'the 160 characters before a number' },
  { file: 'scripts/pipeline/describe/sample-words.ts', begins: raw`^\s*(?:\p{L}+\s+)?[([`, longest: 160, because: 'the 160 characters behind a number' },
  { file: 'scripts/audit/scan.ts', begins: raw`[\s/]*(?:([^`, longest: 4000, because: 'sticky: tried once where a name or a value ends, never at each character' },
  { file: 'scripts/escape-attributes.ts', begins: raw`<([a-z][^\s/>]*)`, longest: 4000, because: 'sticky: tried once where a tag of our own pages begins, which ends' },
  { file: 'scripts/compare/sources.ts', begins: raw`(?:^|\/)(?:gold`, longest: 400, because: "paths of the project's own files" },
];

/** Code that makes patterns from its input, with an example of such a pattern. */
export const madeLater: Readonly<Record<string, { one: RegExp; longest?: number }>> = {
  'scripts/audit/scan.ts': { one: /<\/script[\s/>]/gi },
  'scripts/bundle/pages.ts': { one: /\shref="([^"]*)"/u },
  'scripts/formats/pages/html-pages.ts': { one: /\sname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/iu, longest: 20_000 },
  // A named pattern of a table with one more flag.
  'scripts/formats/references/read-records.ts': { one: /^(?<journal>.{2,200}?)\. (?<year>\d{4})$/du },
  'scripts/formats/references/ris.ts': { one: /^[ \t]{0,12}([A-Za-z][A-Za-z0-9])[ \t]{0,4}-(?: |\t|$)/u },
  'scripts/lib/runs.ts': { one: /^x(\d+)-([0-9a-f]+)$/u },
  // The manuals find a suffix, a page, an article number or the name of a journal: letters of the work, in fixed signs.
  'src/citations/manuals/gb-t-7714.ts': { one: /(?<=[A-Z]) (JR)\.?(?=[,.])/u },
  'src/citations/manuals/harvard.ts': { one: /\bpp?\. (?=e17204)/u },
  'src/citations/manuals/humanities.ts': { one: /<i>Xinli kexue jinzhan<\/i>/iu },
  'src/citations/manuals/ieee.ts': { one: /, p\. e17204((?:, (?:[A-Z][a-z]{2}\.? )?(?:\d{1,2}, )?\d{4})?)/u },
  'src/citations/manuals/nlm.ts': { one: /(?<=[:;]|p\. )(1204)–/gu },
  'src/client/basket/own.ts': { one: /[,\s]title\s*=\s*/iu, longest: 4000 },
};
