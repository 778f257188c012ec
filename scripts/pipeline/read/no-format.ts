import type { Format } from '../../formats/format.ts';

/** Reads nothing: all of a source stays unclassified, and its source page shows it. For a source whose reader failed. */
export const noFormat: Format = {
  name: 'no-format',
  title: { en: 'Not read', zh: '未能识读' },
  trust: 'unknown-page',
  claims: () => true,
  read: () => ({ drafts: [], isPaper: true, claims: [], notices: [] }),
};
