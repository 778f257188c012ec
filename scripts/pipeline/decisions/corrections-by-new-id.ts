/** Applies corrections that name a paper by an id that this import has just given it. */

import type { Notice } from '#domain/notice';
import type { NamedPaper } from '../ids/give-ids.ts';
import { lasting } from '../ids/ids.ts';
import type { ImportContext } from '../import-context.ts';
import { makeOne } from '../paper/make-all.ts';
import { decideGroup } from './decide-group.ts';
import type { FiledCorrection } from './read-decisions.ts';

/**
 * The papers, made again where such a correction is about them; they keep their ids. Where a correction could change
 * which records are one paper, the next import uses it for joining, and a notice says so.
 */
export const correctByNewId = (
  papers: readonly NamedPaper[],
  context: ImportContext,
  notices: Notice[],
): NamedPaper[] => papers.map((paper) => (paper.id ? corrected(paper, context, notices) : paper));

function corrected(paper: NamedPaper, context: ImportContext, notices: Notice[]): NamedPaper {
  const decided = decideGroup(paper.decided.group, context, paper.id);
  const known = paper.decided.corrections;
  const byNewId = decided.corrections.filter((it) => !known.includes(it));
  if (!byNewId.length) return { ...paper, decided };
  const made = makeOne(decided, context);
  const id = made.identity ? paper.id : '';
  if (made.identity) context.ids.note(id, lasting(made.identity.marks));
  for (const correction of byNewId) if (tellsApart(correction)) notices.push(nextTime(correction, id));
  return { ...made, id, reused: made.reused && paper.reused };
}

/** Fields that decide which records are one paper. */
const telling = ['doi', 'pmid', 'pmcid', 'titles', 'issued', 'volume', 'pages', 'articleNumber', 'authors'] as const;

const tellsApart = ({ set, sameAs, notSameAs }: FiledCorrection): boolean =>
  sameAs.length + notSameAs.length > 0 || telling.some((field) => set[field] !== undefined);

const nextTime = ({ file }: FiledCorrection, id: string): Notice => ({
  severity: 'info',
  rule: 'correction-may-join-next-time',
  place: { file: `corrections/${file.replace(/#\d+$/u, '')}` },
  seen: `for: ${id}, an id that was given in this import`,
  expected: 'an id that the paper had before',
  remedy: 'its values are in the record; run npm run import again, so that they also count when records are joined',
});
