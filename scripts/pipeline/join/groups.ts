import type { Identifier } from './candidate.ts';

/** Words of the join: which drafts are one paper, why, and what is known of that before drafts are compared. */

/** Why a draft is taken to be about the same paper as the first of its group: `same-doi`, `same-title-and-year`, … */
export interface JoinReason {
  rule: string;
  detail: string;
}

/** The drafts of one paper, as indices into the keys, ascending; of one the reason is undefined, the others say why. */
export interface JoinGroup {
  members: number[];
  reasons: (JoinReason | undefined)[];
}

/** Two papers that look like one and were kept apart: an index of a draft of each, and what speaks against. */
export interface NearMiss {
  a: number;
  b: number;
  why: string;
  /** The identifier that both state: it is one paper's at most. */
  shared?: Identifier;
}

/** The paper for which `ids.yaml` names a draft's source: its id, and the number of the row, for rows are only added. */
export interface NamedFor {
  id: string;
  row: number;
  /** Which parts of the source's sidecar the row knows; absent where all of it is as it was. */
  sidecar?: KnownSidecar;
}
/** The same for each draft; absent for one that came later. */
export type Named = readonly (NamedFor | undefined)[];

/** Which parts of a source's sidecar stood there when ids.yaml came to name the source. */
export interface KnownSidecar {
  url: boolean;
  newer: boolean;
}

/** What people say of drafts, as pairs of indices into the keys: one paper, or two, whatever they look like. */
export interface SameAs {
  same: { a: number; b: number; reason: JoinReason }[];
  apart: [number, number][];
}

export const noSameAs: SameAs = { same: [], apart: [] };
