/** Tells queries with fields or operators from plain words. */

import type { Query } from './query.ts';

/** Whether a query uses fields, OR or NOT, which a title never has. */
export function isStructured(query: Query): boolean {
  switch (query.kind) {
    case 'words':
    case 'phrase':
    case 'all':
      return false;
    case 'and':
      return query.of.some(isStructured);
    default:
      return true;
  }
}
