/** Compares the values of two versions of the code. */

import type { Told } from './trees.ts';

/** For each file or paper: its values as text, by path. */
export type Values = Map<string, Map<string, string>>;

export interface Difference {
  /** The file or paper. */
  of: string;
  path: string;
  kind: 'value' | 'place';
  /** Absent where there is no such value. */
  was?: string;
  is?: string;
}

/**
 * Every value in a tree's output, under names that do not depend on the tree: a source by its path, a paper by its
 * sources (its id depends on its values), a stretch of a source by line and columns.
 */
export function flatten({ lines, papers, ledger }: Told, nameOf: (file: string) => string): Values {
  const values: Values = new Map();
  const into = (of: string): Map<string, string> => {
    const known = values.get(of) ?? new Map<string, string>();
    values.set(of, known);
    return known;
  };
  for (const line of lines as { file: string }[]) spread({ ...line, file: undefined }, 'read', into(nameOf(line.file)));
  for (const paper of papers as { sources: { file: string; record?: number }[] }[]) {
    const names = paper.sources.map(({ file, record }) => nameOf(file) + (record === undefined ? '' : `#${record}`));
    spread(paper, '', into(`paper of ${[...names].sort().join(' + ')}`));
  }
  for (const { file, stretches, ...entry } of ledger.sources as LedgerEntry[]) {
    const known = into(nameOf(file));
    spread(entry, 'ledger', known);
    for (const { line, columns, pointer, outcome } of stretches)
      known.set(`place ${line}:${columns.join('-')}${pointer ?? ''}`, JSON.stringify(outcome));
  }
  return values;
}

interface LedgerEntry {
  file: string;
  stretches: { line: number; columns: number[]; pointer?: string; outcome: unknown }[];
}

/** Names of members that say where a value was read. Each is compared as a whole, as one place. */
const placeNames = new Set(['from', 'at']);

function spread(value: unknown, path: string, into: Map<string, string>): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'object') {
    into.set(path, JSON.stringify(value));
    return;
  }
  const members: [string, unknown][] = Array.isArray(value)
    ? value.map((it: unknown, i): [string, unknown] => [String(i + 1), it])
    : Object.entries(value);
  for (const [name, member] of members) {
    const below = path ? `${path}.${name}` : name;
    if (placeNames.has(name)) into.set(`place ${below}`, JSON.stringify(member));
    else spread(member, below, into);
  }
}

/** All differences, ordered by file and path. */
export function differencesOf(before: Values, after: Values): Difference[] {
  const found: Difference[] = [];
  for (const of of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, is] = [before.get(of), after.get(of)];
    if (!was || !is) {
      found.push({
        of,
        path: was ? 'is no longer made' : 'is new',
        kind: 'value',
        ...shown('was', was),
        ...shown('is', is),
      });
      continue;
    }
    for (const path of new Set([...was.keys(), ...is.keys()])) {
      if (was.get(path) === is.get(path)) continue;
      const kind = path.startsWith('place ') ? 'place' : 'value';
      const [old, now] = [was.get(path), is.get(path)];
      found.push({
        of,
        path,
        kind,
        ...(old === undefined ? {} : { was: old }),
        ...(now === undefined ? {} : { is: now }),
      });
    }
  }
  return found;
}

/** A file or paper that only one side has, shown by its title. */
const shown = (side: 'was' | 'is', values: Map<string, string> | undefined): { was?: string; is?: string } =>
  values ? { [side]: values.get('titles.1.text') ?? values.get('id') ?? `${values.size} values` } : {};
