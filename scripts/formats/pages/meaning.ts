/** Types for the values of a page: what they can mean, and how the page states them. */

import type { Meaning } from '../draft/statement.ts';
import type { Traced } from '../text/traced.ts';
import type { Page } from './page.ts';

/** What labels, members of records and metadata of pages can mean: as in a file of references, and a few things more. */
export type PageMeaning =
  | Exclude<Meaning, 'title-translated' | 'title-original' | 'title-copy' | 'author-full' | 'authors-full' | 'group'>
  | 'source'
  | 'in-book'
  | 'status'
  | 'open-access'
  | 'other-date'
  | 'counter';

/** How a page comes by a value: after a label in its text; in a record or metadata, which programs write. */
export interface Way {
  by: 'label' | 'record';
  /** False where the label may announce something else as well. */
  trusted?: boolean;
}

/** Puts a value into the page's draft; false where it cannot be such a value. */
export type State = (page: Page, value: Traced, way: Way) => boolean;
