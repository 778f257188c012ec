/** What BibTeX and BibLaTeX share: characters of TeX, titles, names, languages, and the form of an entry. */

import type { Mark } from '#domain/text';
import { familyName, type Name } from '#domain/person';
import { runs } from './clean.ts';
import { languageName, type Reference, type Worded } from './reference.ts';
import { notesOf, type Fieldless } from './reference-notes.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '$\\sim$',
  '^': '\\textasciicircum{}',
  // In TeX's first font encoding a bare one prints as an inverted exclamation or question mark.
  '<': '$<$',
  '>': '$>$',
};

/** True where every brace of a text has its partner, in order. */
function braced(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/gu)) if ((depth += brace === '{' ? 1 : -1) < 0) return false;
  return depth === 0;
}

/**
 * Text with TeX's special characters escaped; everything else stays Unicode. BibTeX counts even escaped braces to find
 * the end of a field, so braces without a partner are written by name.
 */
export function tex(text: string): string {
  const escaped = text
    .replace(/[\\{}$&#%_~^<>]/gu, (char) => escapes[char] ?? char)
    // What is spelt like a character reference of HTML gets a break, so that no program takes it for one.
    .replace(/\\&(?=(?:\w+|\\#\w+);)/gu, '\\&{}');
  return braced(text)
    ? escaped
    : escaped.replace(/\\\{/gu, '\\textbraceleft{}').replace(/\\\}/gu, '\\textbraceright{}');
}

/**
 * Identifiers and addresses, which readers take as they are. A brace cannot be escaped in them, so it is
 * percent-encoded; BibTeX, unlike BibLaTeX, hands a bare `%` on to TeX, where it would hide the rest of the line.
 */
export const texVerbatim = (text: string, percent: '%' | '\\%' = '%'): string =>
  text.replace(/[{}\\]/gu, encodeURIComponent).replaceAll('%', percent);

/** Math for what is low or high: programs read `$_{2}$`, and take `\\textsubscript` for words. */
const commands: Record<Mark['tag'], (inner: string) => string> = {
  i: (inner) => `\\textit{${inner}}`,
  b: (inner) => `\\textbf{${inner}}`,
  sub: (inner) => `$_{${inner}}$`,
  sup: (inner) => `$^{${inner}}$`,
};

/** A title with its marks as LaTeX commands. */
export const texTitle = (title: Worded): string =>
  runs(title.marked?.text ?? title.text, title.marked?.marks)
    .map(({ text, tags }) => tags.reduceRight((inner, tag) => commands[tag](inner), tex(text)))
    .join('');

/** A part of a name; braces keep "and" and commas inside it from cutting the list. */
const part = (text: string): string => (/,|\band\b|^others$/iu.test(text) ? `{${tex(text)}}` : tex(text));

/** "von Last, Jr, First"; a group or a single name in braces is one name. */
function texName(name: Name): string {
  if (!name.family) return `{${tex(name.literal ?? name.written)}}`;
  // A particle that is joined to the name is part of its word: "d'Arcy".
  const joined = name.particle && /['’-]$/u.test(name.particle);
  if (joined) return [`{${tex(familyName(name))}}`, ...behind(name)].join(', ');
  const particle = name.particle ? `${tex(name.particle)} ` : '';
  // Without a particle, a family name of several words in lower case would be read as one.
  const family = /^\p{Ll}/u.test(name.family) ? `{${tex(name.family)}}` : part(name.family);
  return [particle + family, ...behind(name)].join(', ');
}

/** Suffix and given names, in BibTeX's order. */
const behind = ({ suffix, given }: Name): string[] => [suffix, given].flatMap((one) => (one ? [part(one)] : []));

/** The names of a BibTeX list. */
export const texNames = (names: readonly Name[]): string => names.map(texName).join(' and ');

/** Names that Babel and Polyglossia know a language by, where they differ from its English name. */
const langids: Readonly<Record<string, string>> = {
  en: 'english',
  zh: 'chinese',
  pt: 'portuguese',
  el: 'greek',
};
export const langid = (language: string): string => {
  const [base = ''] = language.split('-');
  return langids[base] ?? languageName(base).toLowerCase();
};

/** What both dialects write in braces; `undefined` leaves the field out. */
export type TexFields = readonly (readonly [field: string, value: string | undefined])[];

/** One entry; an already braced or bare value (`month = nov`) is given with `bare`. */
export function texEntry(type: string, reference: Reference, fields: TexFields, bare: readonly string[] = []): string {
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([field, value]) => `  ${field} = ${bare.includes(field) ? value : `{${value}}`},`);
  return [`@${type}{${reference.id},`, ...lines, '}'].join('\n');
}

/**
 * What is said of a work beside its reference: bibliographies print `note` and not an annotation. The title in another
 * language has a field too, but one that few programs know.
 */
export const annotation = (r: Reference, numbers?: Fieldless['numbers']): string =>
  notesOf(r, { titles: 0, fulltext: true, ...(numbers ? { numbers } : {}) })
    .filter((note) => !r.warnings.includes(note))
    .map(tex)
    .join('. ');
