import { sameName } from './authorship.ts';
import { findOrcid } from './identifiers.ts';
import type { Page } from './page.ts';
import type { Traced } from './traced.ts';

/** The ORCID that stands after a name on its line, with its place. */
export function stateOrcid(page: Page, line: Traced, name: string): void {
  const orcid = findOrcid(line.text);
  const author = page.draft.authors.find((one) => sameName(one.value.name.written, name));
  if (!orcid || !author) return;
  author.value.orcid = orcid.value;
  author.at.push(...page.take(line, orcid.start, orcid.end));
}
