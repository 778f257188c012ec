import type { Pending } from '#domain/ledger';

/** What a later source says and the record has not, for it states too little that agrees with the paper. */
export interface Claim {
  field: string;
  /** What the paper's own sources say; absent where they say nothing. */
  was?: string;
  says: string;
}

/** What people decided of one later source, by field: `title`, `title.en`. */
export interface SourceDecisions {
  confirm: ReadonlySet<string>;
  refuse: ReadonlySet<string>;
}

/** A row of the ledger before its paper has its id. */
export type PendingRow = Omit<Pending, 'paper'>;
