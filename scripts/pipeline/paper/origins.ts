/** Merges statements of one value from several sources, and the places of each. */

import type { Origin, Stated } from '#domain/place';

const keyOf = (origin: Origin): string =>
  'line' in origin
    ? `${origin.file}:${origin.line}:${origin.columns.join('-')}${origin.pointer ?? ''}`
    : `${origin.correction} ${origin.seen}`;

/** Joins origins of several statements of one value; each origin once, in the given order. */
export function joinOrigins(...lists: readonly (readonly Origin[])[]): Origin[] {
  if (lists.length === 1) return [...(lists[0] ?? [])];
  const known = new Map<string, Origin>();
  for (const origin of lists.flat()) if (!known.has(keyOf(origin))) known.set(keyOf(origin), origin);
  return [...known.values()];
}

/** One statement of a value, before it is weighed against others. */
export interface SourceValue<T> {
  value: T;
  from: readonly Origin[];
  derived?: string | undefined;
}

/**
 * Weighs statements of one value. The first one wins, and statements that say the same add their origins to it; the
 * others go to `others`, each value once. A value that some source states literally is not marked as derived. Returns
 * `undefined` where there is no statement.
 */
export function weigh<T>(statements: readonly SourceValue<T>[], same: (a: T, b: T) => boolean): Stated<T> | undefined {
  const first = statements[0];
  if (!first) return undefined;
  const agreeing = statements.filter((it) => same(first.value, it.value));
  const result: Stated<T> = { value: first.value, from: joinOrigins(...agreeing.map((it) => it.from)) };
  if (first.derived && agreeing.every((it) => it.derived)) result.derived = first.derived;
  const others: { value: T; from: Origin[] }[] = [];
  for (const other of statements) {
    if (agreeing.includes(other)) continue;
    const known = others.find((it) => same(it.value, other.value));
    if (known) known.from = joinOrigins(known.from, other.from);
    else others.push({ value: other.value, from: [...other.from] });
  }
  if (others.length) result.others = others;
  return result;
}
