/** What is new, changed and withdrawn from one saved version of the corpus to the next, and since the last one. */

import { onceEach } from '#citations/once';
import {
  changesBetween,
  inOrder,
  isEmpty,
  versionOf,
  versionSchema,
  type Changes,
  type Version,
} from '#domain/version';
import { contentFiles, contentText } from './content-folder.ts';
import { formerIds } from './decisions.ts';
import type { Review } from './index-review.ts';
import { aggregate } from './slice.ts';

/** A step in the history of the corpus. */
export interface Step extends Changes {
  /** Absent for what differs since the last saved version. */
  version?: string;
  date: string;
  note?: Version['note'];
  /** True for the first saved version, in which everything is new. */
  first: boolean;
  /** How many papers there were then. */
  papers: number;
}

/** The saved versions, oldest first; the audit has checked them. */
const savedVersions = (): Version[] =>
  inOrder(
    contentFiles('versions', /\.json$/u).map((name) =>
      versionSchema.parse(JSON.parse(contentText(`versions/${name}`) ?? '')),
    ),
  );

/** The steps to the papers of today, newest first. What differs from the last version is a step of its own. */
function stepsOf(saved: readonly Version[], now: Version, present: ReadonlyMap<string, string>): Step[] {
  const nothing = { parts: [], papers: {} };
  const steps = saved.map((version, i): Step => ({
    version: version.version,
    date: version.date,
    ...(version.note ? { note: version.note } : {}),
    first: i === 0,
    papers: Object.keys(version.papers).length,
    ...changesBetween(saved[i - 1] ?? nothing, version, present),
  }));
  const last = saved.at(-1);
  const since = last && changesBetween(last, now, present);
  if (since && !isEmpty(since))
    steps.push({ date: now.date, first: false, papers: Object.keys(now.papers).length, ...since });
  return steps.reverse();
}

/** The history of the review, newest first; empty where no version was saved. */
export const stepsOfReview = onceEach(({ site, all }: Pick<Review, 'site' | 'all'>): Step[] =>
  stepsOf(savedVersions(), versionOf(all, site.corpus), formerIds()),
);

/** The last saved version, how many papers it had, and how many were added and withdrawn since. */
export interface Newest {
  version: string;
  date: string;
  papers: number;
  added: number;
  withdrawn: number;
}

/** What is new in a history; without saved versions, the papers of today are the version that the review names. */
function newestOf(steps: readonly Step[], now: Pick<Version, 'version' | 'date'>, papers: number): Newest {
  const last = steps.find(({ version }) => version !== undefined);
  const since = steps[0]?.version === undefined ? steps[0] : undefined;
  return {
    version: last?.version ?? now.version,
    date: last?.date ?? now.date,
    papers: last?.papers ?? papers,
    added: since?.added.length ?? 0,
    withdrawn: since?.withdrawn.length ?? 0,
  };
}

/** What the front says is new. */
export const newest = aggregate('newest', (review) =>
  newestOf(stepsOfReview(review), review.site.corpus, review.papers.length),
);

/** What a saved version says of a paper. */
export interface Change {
  kind: 'new' | 'changed' | 'withdrawn';
  version: string;
  date: string;
  parts: string[];
}

/** A paper that a saved version withdrew and that did not come back. */
export type Withdrawn = Changes['withdrawn'][number] & Pick<Change, 'version' | 'date'>;

/** The last change of each paper in a saved version; what came later has no date before the next version. */
export function lastChanges(steps: readonly Step[]): { of: ReadonlyMap<string, Change>; withdrawn: Withdrawn[] } {
  const of = new Map<string, Change>();
  const withdrawn: Withdrawn[] = [];
  for (const { version, date, ...step } of steps) {
    if (version === undefined) continue;
    for (const gone of step.withdrawn) if (!of.has(gone.id)) withdrawn.push({ ...gone, version, date });
    for (const { id } of step.withdrawn) of.set(id, of.get(id) ?? { kind: 'withdrawn', version, date, parts: [] });
    for (const { id, parts } of step.changed) of.set(id, of.get(id) ?? { kind: 'changed', version, date, parts });
    for (const { id } of step.added) of.set(id, of.get(id) ?? { kind: 'new', version, date, parts: [] });
  }
  return { of, withdrawn };
}
