/** The types of the join: which drafts are one paper, why, and what is known before drafts are compared. */

import type { Identifier } from './candidate.ts';

/** Why a draft is about the same paper as the first of its group: `same-doi`, `same-title-and-year`, … */
export interface JoinReason {
  rule: string;
  detail: string;
}

/**
 * The drafts of one paper, as ascending indices into the keys. `reasons` has `undefined` for one draft, and for each
 * other draft why it belongs to the paper.
 */
export interface JoinGroup {
  members: number[];
  reasons: (JoinReason | undefined)[];
}

/** Two papers that look alike and were kept apart: the index of a draft of each, and the fact that separates them. */
export interface NearMiss {
  a: number;
  b: number;
  why: string;
  /** The identifier that both state, which only one of them can have. */
  shared?: Identifier;
}

/** The paper for which `ids.yaml` lists the source of a draft: its id, and the number of the row. */
export interface NamedFor {
  id: string;
  row: number;
  /** Which parts of the source's sidecar the row knows; absent where the sidecar is unchanged. */
  sidecar?: KnownSidecar;
}
/** The paper of each draft; absent for a draft that came later. */
export type Named = readonly (NamedFor | undefined)[];

/** Which parts of a source's sidecar were there when ids.yaml listed the source. */
export interface KnownSidecar {
  url: boolean;
  newer: boolean;
}

/**
 * What people decided about pairs of drafts, given as indices into the keys: one paper, or two papers whatever they
 * look like.
 */
export interface SameAs {
  same: { a: number; b: number; reason: JoinReason }[];
  apart: [number, number][];
}

export const noSameAs: SameAs = { same: [], apart: [] };
