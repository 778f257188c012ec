import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';

/** How to read one kind of source. Pure: text in, drafts and claims out. */
export interface Format {
  /** Lower-case words joined by hyphens; stands in papers, the ledger and `npm run read`. */
  name: string;
  title: { en: string; zh: string };
  /** True only for sources of this very kind: two formats that claim one source are an error that names both. */
  claims: (source: SourceText) => boolean;
  /** Never throws: what cannot be read becomes a notice in the reading. */
  read: (source: SourceText) => Reading;
}
