import type { Query } from './query.ts';

/** Whether a query uses what only a query has, and no title: fields, a choice, what is left out. */
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
