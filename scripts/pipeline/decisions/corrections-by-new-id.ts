import type { Notice } from '#domain/notice';
import type { FiledCorrection } from './read-decisions.ts';
import { lasting } from '../ids/ids.ts';
import type { Made } from '../paper/make-all.ts';
import { decideGroup, makePaper, type Workshop } from '../paper/make-paper.ts';

/**
 * Decisions that name a paper by an id which it was given only now: the paper is made again with them, and keeps the id.
 * One that would change which records are one paper comes into its own at the next import, and a notice says so.
 */
export function decideLate(paper: Made, shop: Workshop, notices: Notice[]): void {
  const decided = decideGroup(paper.decided.group, shop, paper.id);
  const late = decided.corrections.filter((it) => !paper.decided.corrections.includes(it));
  if (!late.length) {
    paper.decided = decided;
    return;
  }
  const { made, reused } = makePaper(decided, shop);
  const { finished: _, face, ...rest } = made;
  Object.assign(paper, { ...rest, decided, reused: reused && paper.reused });
  if (face) {
    paper.face = face;
    shop.ids.note(paper.id, lasting(face.marks));
  } else {
    delete paper.face;
    paper.id = '';
  }
  for (const correction of late) if (tellsApart(correction)) notices.push(nextTime(correction, paper.id));
}

/** Fields by which records are found to be one paper. */
const telling = ['doi', 'pmid', 'pmcid', 'titles', 'issued', 'volume', 'pages', 'articleNumber', 'authors'] as const;

const tellsApart = ({ set, sameAs, notSameAs }: FiledCorrection): boolean =>
  sameAs.length + notSameAs.length > 0 || telling.some((field) => set[field] !== undefined);

const nextTime = ({ file }: FiledCorrection, id: string): Notice => ({
  severity: 'info',
  rule: 'correction-may-join-next-time',
  place: { file: `corrections/${file.replace(/#\d+$/u, '')}` },
  seen: `for: ${id}, an id that was given in this import`,
  expected: 'an id that the paper had before',
  remedy:
    'its values stand in the record; run npm run import once more, so that they also say which records are one paper',
});
