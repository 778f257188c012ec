/** The authors in the draft of a page: adds them, and completes names that a reference has in short. */

import type { NamePiece } from '../values/name-pieces.ts';
import { sayAgain } from '../draft/people-again.ts';
import { personNamed } from '../draft/people.ts';
import { findOrcid } from '../values/identifiers.ts';
import { faultOf } from './impossible.ts';
import type { Page } from './page.ts';
import { join, slice, trim, type Traced } from '../text/traced.ts';

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
  const found: Traced[] = [];
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
    found.push(trim(slice(line, start, after + text.length)));
    at = until;
  }
  for (const name of sayAgain(page.making, found) ?? []) page.take(name);
}

/** "Ana Berga": the name, and the letter that leads to its address. */
const withoutLetter = ({ traced }: NamePiece): NamePiece => ({
  traced: slice(traced, 0, traced.text.length - 1),
  marks: [traced.text.slice(-1)],
});

/** Adds authors to the draft, but what can be no name. */
export function stateAuthors(page: Page, given: readonly NamePiece[]): boolean {
  const own = given.filter(({ traced }) => !faultOf('authors', traced.text));
  const pieces = page.lettered ? own.map(withoutLetter) : own;
  return page.put(
    'authors',
    join(
      pieces.map(({ traced }) => traced),
      ' ',
    ),
    { pieces },
  );
}

/** The ORCID after a name on its line, with its place. */
export function stateOrcid(page: Page, line: Traced, name: string): void {
  const orcid = findOrcid(line.text);
  const author = personNamed(page.making.people, name);
  if (!orcid || !author) return;
  author.value.orcid = orcid.value;
  author.at.push(...page.take(line, orcid.start, orcid.end));
}
