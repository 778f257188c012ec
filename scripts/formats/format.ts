/** What a format is. */

import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Trust } from './trust.ts';

/** How to read one kind of source. Pure: text in, drafts and claims out. */
export interface Format {
  /** Lower-case words joined by hyphens, as papers, the ledger and `npm run read` show it. */
  name: string;
  title: { en: string; zh: string };
  trust: Trust;
  /** True for the format of a site file: it gives way to every format of records that programs write. */
  isSite?: true;
  /** True only for sources of this very kind: where two formats claim one source, a warning names both and neither reads it. */
  claims: (source: SourceText) => boolean;
  /** Never throws: what cannot be read becomes a notice in the reading. */
  read: (source: SourceText) => Reading;
}
