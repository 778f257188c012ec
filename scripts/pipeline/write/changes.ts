/** Says in lines of text what an import changes for readers. */

import { paperSchema, type Paper } from '#domain/paper';
import type { Origin } from '#domain/place';
import { shortened } from '#text/shortened';
import { differencesOf, type Difference } from '../paper/differences.ts';

/** How many characters of a value are shown in a line. */
const longest = 100;
const cut = (text: string): string => shortened(text, longest);

/**
 * What readers will see differently from the old record, one per line, with the cause: a new source, a source whose
 * bytes changed, a correction, or the same source read by changed code.
 */
export function changesOf(before: string, after: string): string[] {
  const [old, now] = [before, after].map(read);
  if (!old || !now) return [];
  return differencesOf(old, now).map((it) => `${now.id} ${why(it, old, now)}: ${said(it)}`);
}

function read(text: string): Paper | undefined {
  try {
    return paperSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const said = ({ field, was, says }: Difference): string =>
  `${field} ${says ? `"${cut(says)}"` : 'gone'}${was === undefined ? '' : ` (it was "${cut(was)}")`}`;

function why({ from }: Difference, before: Paper, now: Paper): string {
  const reasons = new Map(from.map((origin) => [nameOf(origin), reasonOf(origin, before, now)]));
  // A new origin explains a change; an origin that was there before only agrees with it.
  const [first] = ['changed by', 'read differently'].flatMap((kind) => [...reasons.values()].filter((it) => it.startsWith(kind))); // prettier-ignore
  return first ?? 'changed';
}

const nameOf = (origin: Origin): string => ('line' in origin ? origin.file : `corrections/${origin.correction}`);

function reasonOf(origin: Origin, before: Paper, now: Paper): string {
  const name = nameOf(origin);
  if (!('line' in origin)) return `changed by ${name}`;
  const [old, made] = [before, now].map(({ sources }) => sources.find(({ file }) => file === name)?.sha256);
  if (old === undefined) return `changed by ${name}`;
  return old === made ? `read differently from ${name}` : `changed by ${name}, of which the bytes changed`;
}
