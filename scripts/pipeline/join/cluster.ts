/** Groups linked pairs, and splits groups that would contain two papers. */

import type { JoinGroup, JoinReason, Named } from './groups.ts';
import { identifierNames, type Candidate, type Identifier } from './candidate.ts';

/** A pair of drafts that are one paper, and why. */
export interface Link {
  a: number;
  b: number;
  reason: JoinReason;
  strength: number;
}

/** Two drafts that must not be one paper although something links them. */
export interface Refusal {
  a: number;
  b: number;
  why: string;
}

/**
 * Groups that grow by joining. A group never has two values of one identifier, nor two drafts that were judged to be
 * different papers.
 */
export class Groups {
  readonly #parent: number[];
  readonly #members: Map<number, number[]>;
  readonly #identifiers: Map<number, Map<Identifier | 'paper', string>>;
  readonly #apart: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(candidates: readonly Candidate[], apart: ReadonlyMap<number, ReadonlySet<number>>) {
    this.#parent = candidates.map((_, i) => i);
    this.#members = new Map(candidates.map((_, i) => [i, [i]]));
    this.#identifiers = new Map(
      candidates.map((c, i) => [
        i,
        new Map(identifierNames.flatMap((n): [Identifier | 'paper', string][] => (c[n] ? [[n, c[n]]] : []))),
      ]),
    );
    this.#apart = apart;
  }

  find(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    for (let at = i; at !== root;) {
      const next = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }

  members = (root: number): readonly number[] => this.#members.get(root) ?? [];

  /** Why two groups cannot be one paper; `undefined` where they can. */
  conflict(a: number, b: number): string | undefined {
    const [x, y] = [this.#identifiers.get(a), this.#identifiers.get(b)];
    for (const [name, value] of x ?? []) {
      const other = y?.get(name);
      if (other === undefined || other === value) continue;
      return name === 'paper' ? 'it would join two papers' : `two ${name.toUpperCase()}s: ${value} and ${other}`;
    }
    const [small, large] = this.members(a).length < this.members(b).length ? [a, b] : [b, a];
    for (const member of this.members(small))
      for (const other of this.#apart.get(member) ?? [])
        if (this.find(other) === large) return 'two of the records that it would join are two papers';
    return undefined;
  }

  /** Whether no two of many groups conflict, in time linear in their members. */
  canBeOne(roots: readonly number[]): boolean {
    const values = new Map<Identifier | 'paper', string>();
    const all = new Set(roots);
    for (const root of roots) {
      for (const [name, value] of this.#identifiers.get(root) ?? []) {
        if ((values.get(name) ?? value) !== value) return false;
        values.set(name, value);
      }
      for (const member of this.members(root))
        for (const other of this.#apart.get(member) ?? []) {
          const otherRoot = this.find(other);
          if (otherRoot !== root && all.has(otherRoot)) return false;
        }
    }
    return true;
  }

  join(a: number, b: number): void {
    const [small, large] = this.members(a).length < this.members(b).length ? [a, b] : [b, a];
    this.#parent[small] = large;
    this.#members.set(large, [...this.members(large), ...this.members(small)]);
    this.#members.delete(small);
    const identifiers = this.#identifiers.get(large);
    for (const [name, value] of this.#identifiers.get(small) ?? []) identifiers?.set(name, value);
    this.#identifiers.delete(small);
  }

  roots = (): number[] => [...this.#members.keys()];

  /**
   * From here on each group of drafts that ids.yaml names is a paper: it may grow, but is never joined with another
   * such group.
   */
  seal(named: Named): void {
    named.forEach((it, i) => {
      if (it) this.#identifiers.get(this.find(i))?.set('paper', String(this.find(i)));
    });
  }
}

/**
 * Joins by all links of one strength at once, so that their order does not matter. A group that links to two different
 * papers belongs to neither with certainty and stays alone; links that still conflict after that join nothing.
 */
export function joinTier(groups: Groups, links: readonly Link[]): Refusal[] {
  const refusals: Refusal[] = [];
  const edges = new Map<number, Map<number, Link>>();
  const add = (from: number, to: number, link: Link) => {
    const known = edges.get(from);
    if (known) known.set(to, link);
    else edges.set(from, new Map([[to, link]]));
  };
  for (const link of links) {
    const [a, b] = [groups.find(link.a), groups.find(link.b)];
    if (a === b) continue;
    const why = groups.conflict(a, b);
    if (why) {
      refusals.push({ a: link.a, b: link.b, why });
      continue;
    }
    add(a, b, link);
    add(b, a, link);
  }
  for (const component of componentsOf(edges)) {
    if (groups.canBeOne(component)) {
      joinAll(groups, component);
      continue;
    }
    const conflicting = conflictsWithin(groups, component);
    const ambiguous = new Set(
      component.filter((root) => conflicting.some(([x, y]) => edges.get(root)?.has(x) && edges.get(root)?.has(y))),
    );
    for (const root of ambiguous)
      for (const link of edges.get(root)?.values() ?? [])
        refusals.push({ a: link.a, b: link.b, why: 'it may be another paper that has the same' });
    const rest = new Map(
      component
        .filter((root) => !ambiguous.has(root))
        .map((root) => [root, new Map([...(edges.get(root) ?? [])].filter(([to]) => !ambiguous.has(to)))]),
    );
    for (const part of componentsOf(rest)) {
      if (groups.canBeOne(part)) joinAll(groups, part);
      else
        for (const root of part)
          for (const link of rest.get(root)?.values() ?? [])
            refusals.push({ a: link.a, b: link.b, why: 'together with other links it would join two papers' });
    }
  }
  return refusals;
}

function componentsOf(edges: ReadonlyMap<number, ReadonlyMap<number, Link>>): number[][] {
  const seen = new Set<number>();
  const components: number[][] = [];
  for (const start of edges.keys()) {
    if (seen.has(start)) continue;
    const component: number[] = [];
    const waiting = [start];
    seen.add(start);
    for (let root = waiting.pop(); root !== undefined; root = waiting.pop()) {
      component.push(root);
      for (const to of edges.get(root)?.keys() ?? [])
        if (!seen.has(to)) {
          seen.add(to);
          waiting.push(to);
        }
    }
    components.push(component);
  }
  return components;
}

/** In a component of more groups than this, only neighbours are checked for conflicts. */
const mostPairs = 300;

/** Pairs of a component's groups that cannot be one paper. */
function conflictsWithin(groups: Groups, component: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  const reach = component.length > mostPairs ? 20 : component.length;
  for (let i = 0; i < component.length; i++)
    for (let j = i + 1; j < component.length && j - i <= reach; j++) {
      const [a, b] = [component[i], component[j]];
      if (a !== undefined && b !== undefined && groups.conflict(a, b)) found.push([a, b]);
    }
  return found;
}

function joinAll(groups: Groups, component: readonly number[]): void {
  const [first, ...others] = component;
  for (const other of others) if (first !== undefined) groups.join(groups.find(first), groups.find(other));
}

/** The draft of a group that ids.yaml named first. */
export const firstNamed = (members: readonly number[], named: Named): number | undefined =>
  members.reduce<number | undefined>((best, member) => {
    const [row, least] = [named[member]?.row, best === undefined ? undefined : named[best]?.row];
    return row !== undefined && (least === undefined || row < least) ? member : best;
  }, undefined);

/**
 * For each group the link that ties each draft to the main one, strongest links first. The main draft is the one that
 * ids.yaml named first, else the first.
 */
export function reasonsOf(groups: Groups, links: readonly Link[], named: Named = []): JoinGroup[] {
  const byGroup = new Map<number, Link[]>();
  for (const link of links) {
    const root = groups.find(link.a);
    if (root !== groups.find(link.b)) continue;
    const known = byGroup.get(root);
    if (known) known.push(link);
    else byGroup.set(root, [link]);
  }
  return groups
    .roots()
    .map((root) => {
      const members = [...groups.members(root)].sort((a, b) => a - b);
      const first = firstNamed(members, named) ?? members[0];
      const reasons = reasonsWithin(first, byGroup.get(root) ?? []);
      return { members, reasons: members.map((member) => reasons.get(member)) };
    })
    .sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

function reasonsWithin(first: number | undefined, links: readonly Link[]): Map<number, JoinReason> {
  const at = new Map<number, Link[]>();
  for (const link of [...links].sort((x, y) => y.strength - x.strength))
    for (const end of [link.a, link.b]) {
      const known = at.get(end);
      if (known) known.push(link);
      else at.set(end, [link]);
    }
  const reasons = new Map<number, JoinReason>();
  if (first === undefined) return reasons;
  const reached = new Set([first]);
  // Breadth first: a link nearer to the main draft explains the join better.
  for (const member of reached)
    for (const link of at.get(member) ?? []) {
      const other = link.a === member ? link.b : link.a;
      if (reached.has(other)) continue;
      reached.add(other);
      reasons.set(other, link.reason);
    }
  return reasons;
}
