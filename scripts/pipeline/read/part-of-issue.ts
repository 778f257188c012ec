/** Records of an export that are parts of an issue and no papers: its table of contents, its editors, a call for papers. */

import type { Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { whereOf, type DraftKey } from '../join/draft-key.ts';
import { isOfIssue } from '../join/titles.ts';

/** An editorial that somebody signed, or of which there is an abstract, may be a paper. */
export const isPartOfIssue = ({ titles, authors, abstracts }: Draft): boolean =>
  titles.length > 0 &&
  authors.length === 0 &&
  abstracts.length === 0 &&
  titles.every(({ value }) => isOfIssue(value.text));

export function partOfIssue({ titles }: Draft, key: DraftKey): Notice {
  const [title] = titles;
  return {
    severity: 'info',
    rule: 'part-of-an-issue',
    place: title?.at[0] ?? { file: key.file },
    seen: `${whereOf(key)}: "${title?.value.text ?? ''}", without authors and without an abstract`,
    expected: 'a paper',
    remedy: 'do nothing: it is left out; if it is a paper, state its authors with npm run correct',
  };
}
