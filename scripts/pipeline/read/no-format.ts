/**
 * The format of a source whose reader failed: it reads nothing, so all text is unclassified, and the source page shows
 * it.
 */

import type { Format } from '../../formats/format.ts';

export const noFormat: Format = {
  name: 'no-format',
  title: { en: 'Not read', zh: '未能识读' },
  trust: 'unknown-page',
  claims: () => true,
  read: () => ({ drafts: [], isPaper: true, claims: [], notices: [] }),
};
