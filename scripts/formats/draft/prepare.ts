/**
 * Prepares the statements of a record before they become a draft: leaves out what means "missing", joins what was cut.
 */

import { rewrite, join, spanOf, trim, type Traced } from '../text/traced.ts';
import { findRegistrations } from '../values/identifiers.ts';
import type { Meaning, Statement } from './statement.ts';

/** What R and Python write where a value is missing. Only in capitals: `Na` is a name. */
const missing = /^(?:NA|<NA>|N\/A|n\/a|nan|null|NULL|None)$/u;

/** A subtitle that a format keeps apart, and what it belongs to. */
const subtitleOf: Readonly<Partial<Record<Meaning, Meaning>>> = { subtitle: 'title', 'journal-subtitle': 'journal' };

const isBlank = ({ value }: Statement): boolean => value.text.trim() === '';

/** Statements whose value is a program's word for nothing say so, and nothing else. */
const withoutMissing = (statements: readonly Statement[]): Statement[] =>
  statements.map((s) =>
    typeof s.means === 'string' && missing.test(s.value.text.trim())
      ? { ...s, means: { furniture: 'states-nothing' } }
      : s,
  );

/** A number of a register that is not among those known by name: `IRCT20080826001083N10`. */
const registerNumber = /^[A-Z]{3,8}[\w/-]{5,32}$/u;

/** Registers of trials write a trial's number where its authors would be; Cochrane sets a comma behind it. */
const registered = (statements: readonly Statement[]): Statement[] =>
  statements.map((s) => {
    if (s.means !== 'author' && s.means !== 'authors') return s;
    const text = s.value.text.trim().replace(/[,;]$/u, '');
    const isNumber =
      findRegistrations(text).some(({ start, end }) => start === 0 && end === text.length) ||
      (registerNumber.test(text) && /\d{5}/u.test(text));
    return isNumber ? { ...s, means: 'registration' } : s;
  });

/** Each subtitle joined to its title, unless the title holds it already: then it is a copy of the title. */
function withSubtitles(statements: readonly Statement[]): Statement[] {
  if (!statements.some(({ means }) => typeof means === 'string' && subtitleOf[means])) return [...statements];
  const all = [...statements];
  for (const [subtitle, title] of Object.entries(subtitleOf)) {
    const at = all.findIndex((s) => s.means === subtitle && !isBlank(s));
    const [own] = at < 0 ? [] : all.splice(at, 1);
    if (!own) continue;
    const to = all.findIndex((s) => s.means === title && !isBlank(s));
    const main = all[to];
    if (!main) all.push({ ...own, means: title });
    else if (main.value.text.toLowerCase().includes(own.value.text.trim().toLowerCase()))
      all.push({ ...own, means: title === 'title' ? 'title-copy' : { furniture: 'journal-copy' } });
    else all[to] = { ...main, value: joined(main.value, own.value) };
  }
  return all.map((s) =>
    s.means === 'subtitle' || s.means === 'journal-subtitle' ? { ...s, means: { furniture: 'subtitles' } } : s,
  );
}

/** `Title: Subtitle`; a title that ends in a sign of its own needs no colon. */
function joined(title: Traced, subtitle: Traced): Traced {
  const main = trim(title);
  return join([main, trim(subtitle)], /[?!:：？！.–—-]$/u.test(main.text) ? ' ' : ': ');
}

/** How many authors of one character each are not names but a list that a program wrote letter by letter. */
const fewestLetters = 5;

/** Authors of one character each, joined again into the list that they were; `undefined` where there are none. */
function lettersOf(statements: readonly Statement[]): Statement | undefined {
  const authors = statements.filter(({ means }) => means === 'author');
  const letters = authors.filter(({ value }) => [...value.text.trimEnd()].length <= 1);
  const [first] = authors;
  if (!first || letters.length < fewestLetters || letters.length < authors.length * 0.8) return undefined;
  // What a line's end took off is a blank between two words.
  const value = join(authors.map(({ value: one }) => (one.text.length > 1 ? trim(one) : one)));
  const text = rewrite(value, /,(?=\S)/gu, () => ', ');
  const span = spanOf(value);
  return span ? { means: 'authors', value: text, span } : undefined;
}

/** Statements in the order in which they are taken, and whether authors were put together from single letters. */
export function prepared(statements: readonly Statement[]): { statements: Statement[]; letters?: Statement } {
  const letters = lettersOf(statements);
  const first = statements.findIndex(({ means }) => means === 'author');
  const whole = letters
    ? statements.flatMap((s, i) => (i === first ? [letters] : s.means === 'author' ? [] : [s]))
    : statements;
  // A DOI field's own value goes before an address that holds the same DOI; a short title, and a second list of the
  // authors, say again what is there.
  const again = new Set<unknown>(['title-copy', 'author-full', 'authors-full']);
  const rank = ({ means }: Statement): number => (means === 'doi' ? 0 : again.has(means) ? 2 : 1);
  const ordered = withSubtitles(registered(withoutMissing(whole))).sort((a, b) => rank(a) - rank(b));
  return { statements: ordered, ...(letters ? { letters } : {}) };
}
