/** Collects the limits that readers of markup meet in one source, so that its reading can report them. */

import type { LimitName } from '#domain/limits';

/** A limit that a reader of markup met: how much there was, and at which offset of the source. */
export interface LimitMet {
  name: LimitName;
  count: number;
  at: number;
}

/**
 * Readers of markup are called for each value, at the bottom of every format, and give back only a value. What they
 * leave out is collected here while one source is read, so that no format has to carry it upwards.
 */
let collected: LimitMet[] | undefined;

/** Records that a limit was met while a source is read; nothing outside of `collectLimits`. */
export function noteLimit(name: LimitName, count: number, at = 0): void {
  collected?.push({ name, count, at });
}

/** What `work` gives, and the limits that it met. Reading is synchronous: no other source is read meanwhile. */
export function collectLimits<T>(work: () => T): { value: T; met: LimitMet[] } {
  const outer = collected;
  const met: LimitMet[] = [];
  collected = met;
  try {
    return { value: work(), met };
  } finally {
    collected = outer;
  }
}
