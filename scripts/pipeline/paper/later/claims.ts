/** What later sources say that the record does not take, and what people decided about it. */

import type { Pending } from '#domain/ledger';

/**
 * A value of a later source that the record does not take, because too little else of the source agrees with the paper.
 */
export interface PendingValue {
  field: string;
  /** The value of the paper's own sources; absent where they state none. */
  was?: string;
  says: string;
}

/** What people decided about one later source, by field: `title`, `title.en`. */
export interface SourceDecisions {
  confirm: ReadonlySet<string>;
  refuse: ReadonlySet<string>;
}

/** A row of the ledger before its paper has its id. */
export type PendingRow = Omit<Pending, 'paper'>;
