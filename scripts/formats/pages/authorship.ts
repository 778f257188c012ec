/** The authors in the draft of a page: adds them, finds one by name, and completes names that are stated twice. */

import { foldForMatching } from '#domain/text';
import { hasHan } from '#text/han';
import type { AuthorPiece } from '../values/author-lines.ts';
import { cutName, type CutName } from '../values/names.ts';
import { findOrcid } from '../values/identifiers.ts';
import { faultOf } from './impossible.ts';
import { knownOn } from './known.ts';
import type { Page } from './page.ts';
import { slice, trim, type Traced } from '../text/traced.ts';

/** A name's words in one order, so that "Adeyemi, Olu" and "Olu Adeyemi" are one. */
const nameKey = (name: string): string =>
  foldForMatching(name)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .sort()
    .join('');
const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

type DraftedAuthor = Page['draft']['authors'][number];

const named = knownOn(
  (page) => page.draft.authors,
  (author: DraftedAuthor) => nameKey(author.value.name.written),
);

/** The page's author of a name, whatever the order of its words. */
const authorNamed = (page: Page, name: string): DraftedAuthor | undefined => named(page).find(nameKey(name));

/** Gives an author another name; it is found by the old one too. */
function rename(page: Page, author: DraftedAuthor, name: DraftedAuthor['value']['name']): void {
  named(page).add(author);
  author.value.name = name;
  named(page).add(author);
}

/** A word of syllables, as Chinese names have them in Latin letters: "Xiaoming", "Hsu", "Ng", "Maimaiti". */
const syllables =
  /^(?:(?:zh|ch|sh|hs|ts|tz|kw|gw|ng|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiouü]{1,3}(?:ng|n|m|k|p|t|r|h)?|g)){1,4}$/iu;

/** True for a name that is surely no Chinese one in Latin letters, such as "Castro": other people sign Chinese papers too. */
const isForeign = (written: string): boolean =>
  written.split(/[^\p{L}]+/u).some((word) => word.length > 2 && !syllables.test(word));

/**
 * The same people in Latin letters after their Chinese names, one for one: the name in the page's own script stays
 * beside it as `native`.
 */
function stateLatinNames(page: Page, pieces: readonly AuthorPiece[]): boolean {
  const { authors } = page.draft;
  if (authors.length === 0 || pieces.some((piece) => hasHan(piece.traced.text))) return false;
  if (authors.some((author) => !hasHan(author.value.name.native ?? author.value.name.written))) return false;
  const arePeople = authors.every(({ value: { name } }) => name.native ?? name.family);
  if (arePeople && pieces.every((piece) => isForeign(piece.traced.text))) return false;
  pieces.forEach(({ traced }, i) => {
    const author = authors[i];
    const { name } = cutName(traced.text);
    const at = page.take(traced);
    if (!author || pieces.length !== authors.length) return;
    author.at.push(...at);
    if (author.value.name.native || !name.family) return;
    const native = author.value.name.family
      ? `${author.value.name.family}${author.value.name.given ?? ''}`
      : author.value.name.written;
    rename(page, author, { ...name, native });
    delete author.derived;
  });
  return true;
}

/** The same people with their given names in full where only initials were read: the fuller name stays. */
function stateFullNames(page: Page, pieces: readonly AuthorPiece[]): boolean {
  // A group among them has no given name.
  const authors = page.draft.authors.filter((author) => !author.value.name.literal);
  if (authors.length === 0 || authors.length !== pieces.length) return false;
  const names = pieces.map((piece) => cutName(piece.traced.text));
  const isInitials = (given: string | undefined) => given !== undefined && /^(?:\p{Lu}\.?[\s-]?){1,4}$/u.test(given);
  const fits = authors.every(({ value: { name } }, i) => {
    const full = names[i]?.name;
    return (
      isInitials(name.given) &&
      full?.given &&
      !isInitials(full.given) &&
      sameName(full.family ?? '', name.family ?? '') &&
      full.given[0] === name.given?.[0]
    );
  });
  if (!fits) return false;
  authors.forEach((author, i) => {
    const { name, derived } = names[i] as CutName;
    rename(page, author, name);
    author.at.unshift(...page.take((pieces[i] as AuthorPiece).traced));
    if (derived) author.derived = derived;
    else delete author.derived;
  });
  return true;
}

const particle = '(?:van|von|de|der|den|del|della|di|da|dos|du|ter|ten)';
const familyAhead = new RegExp(
  `^(?:${particle}\\s)+\\p{Lu}\\S+\\s\\p{Lu}\\p{Ll}|^(?:O['’]|Mc|Mac|Fitz)\\p{Lu}\\S+\\s\\p{Lu}\\p{Ll}|\\p{Ll}\\s\\p{Lu}\\p{Ll}\\S+\\s\\p{Lu}\\.$|^\\p{Lu}\\p{Ll}{1,4}\\s\\p{Lu}\\p{Ll}{1,5}-\\p{Ll}{2,5}$`,
  'u',
);
const givenAhead = new RegExp(
  `^\\p{Lu}\\S*\\s(?:\\p{Lu}\\.?\\s|${particle}\\s)|^\\p{Lu}\\.|\\s(?:O['’]|Mc|Mac)\\p{Lu}\\S+$`,
  'u',
);

/**
 * Whether a row of names without commas has the family name first: "van der Plas Geertje", "O'Neill Sinéad" and "Quimby
 * Rachel A." can be read in no other way, and no name of the row speaks against it.
 */
const isFamilyFirst = (names: readonly string[]): boolean =>
  names.every((name) => /^[\p{Script=Latin}\s.'’-]+$/u.test(name) && !givenAhead.test(name)) &&
  names.some((name) => familyAhead.test(name));

const afterFamily = new RegExp(`^((?:${particle}\\s)*\\S+)\\s([^]+)$`, 'u');

/** "van der Plas Geertje": the family name with its particles, then the given names. */
function cutFamilyFirst(text: string): CutName | undefined {
  const [, family, given] = afterFamily.exec(text) ?? [];
  return family && given ? { name: { written: text, family, given }, derived: 'name-cut-after-family' } : undefined;
}

function cutOf(text: string, isLast: boolean): CutName {
  const family = isLast ? capitalsAtEnd(text) : undefined;
  if (!family) return cutName(text);
  const given = text.slice(0, text.length - family.length - 1);
  return { name: { written: text, family, given }, derived: 'name-cut-before-capitals' };
}

/** The last word where it is in capitals and the one before it is not. */
function capitalsAtEnd(text: string): string | undefined {
  const [before = '', last = ''] = text.split(/\s/u).slice(-2);
  return /^\p{Lu}{2,}$/u.test(last) && /\p{Ll}/u.test(before) ? last : undefined;
}

/**
 * "Okonkwo, Chidi A. Bell-Hughes, Tessa": the given names of authors of whom a reference gave initials, in a line that
 * has every family name, in order, with a given name that begins like the initials after each.
 */
export function completeNames(page: Page, ...lines: readonly Traced[]): void {
  for (const line of lines) completeFrom(page, line);
}

/** The family name of the first author where only initials go with it. */
export function initialledFamily(page: Page): string | undefined {
  const name = page.draft.authors[0]?.value.name;
  return /^\p{Lu}\.?(?:[\s-]?\p{Lu}\.?){0,3}$/u.test(name?.given ?? '') ? name?.family : undefined;
}

function completeFrom(page: Page, line: Traced): void {
  const { authors } = page.draft;
  if (line.text.length > 1500) return;
  const found: AuthorPiece[] = [];
  let at = 0;
  for (const [i, author] of authors.entries()) {
    const { family, given } = author.value.name;
    if (!family || !given) return;
    const start = line.text.indexOf(`${family}, `, at);
    if (start < at || start - at > 3) return;
    const after = start + family.length + 2;
    const next = authors[i + 1]?.value.name.family;
    const until = next ? line.text.indexOf(`${next}, `, after) : line.text.length;
    if (until < after) return;
    const text = line.text.slice(after, until).replace(/(?<![\s;,])[\s;,]+$/u, '');
    if (text[0] !== given[0] || !/^[\p{L}.'’\s-]{1,40}(?:,\s(?:Jr|Sr|I{2,3}|IV)\.?)?$/u.test(text)) return;
    found.push({ traced: trim(slice(line, start, after + text.length)), marks: [] });
    at = until;
  }
  stateFullNames(page, found);
}

/** Adds authors to the draft; a name stated again gets the further place. */
export function stateAuthors(page: Page, pieces: readonly AuthorPiece[]): void {
  // "Haruka IGARASHI, Nguyen Thi LAN": where family names are last in capitals, short ones are not initials.
  const isLast = pieces.length > 1 && pieces.some((piece) => (capitalsAtEnd(piece.traced.text)?.length ?? 0) >= 4);
  const isFirst = !isLast && isFamilyFirst(pieces.map((piece) => piece.traced.text));
  const readName = (text: string): CutName => (isFirst ? cutFamilyFirst(text) : undefined) ?? cutOf(text, isLast);
  if (stateLatinNames(page, pieces) || stateFullNames(page, pieces)) return;
  for (const { traced, marks } of pieces) {
    if (faultOf('authors', traced.text)) continue;
    const had = authorNamed(page, traced.text);
    if (had) {
      const at = page.take(traced);
      if (
        !had.at
          .slice(-100)
          .some((place) => at.some((one) => one.line === place.line && one.columns[0] === place.columns[0]))
      )
        had.at.push(...at);
      continue;
    }
    if (page.namesAll) continue;
    // A page may print a name twice, once with the letters gone that its first font lacked: "Mike Msko", "Mike Mösko".
    const poorer = page.draft.authors.at(-1);
    const plainer = traced.text.replace(/[^\u0000-\u007f]/gu, '');
    const { name, derived } = readName(traced.text);
    if (poorer && plainer !== traced.text && poorer.value.name.written === plainer) {
      rename(page, poorer, name);
      poorer.at.unshift(...page.take(traced));
      continue;
    }
    if (marks.length > 0) page.authorMarks.set(page.draft.authors.length, marks);
    page.draft.authors.push({ value: { name }, at: page.take(traced), ...(derived ? { derived } : {}) });
  }
}

/** The ORCID after a name on its line, with its place. */
export function stateOrcid(page: Page, line: Traced, name: string): void {
  const orcid = findOrcid(line.text);
  const author = authorNamed(page, name);
  if (!orcid || !author) return;
  author.value.orcid = orcid.value;
  author.at.push(...page.take(line, orcid.start, orcid.end));
}
