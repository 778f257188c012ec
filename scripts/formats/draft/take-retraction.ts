/** Finds in notes and titles of a record that its paper was retracted, and by which notice. */

import type { NoticeOfStatus } from '#domain/paper';
import { readDate, toDate } from '../values/dates.ts';
import { readExtent } from '../values/extents.ts';
import { findDois } from '../values/identifiers.ts';
import { fold, trim, type Traced } from '../text/traced.ts';
import { read, type Making, type Take } from './making.ts';

/** "J Affect Disord. 2015 Jun;178(1):221. doi: 10.5555/…" as MEDLINE's RefSource cites (NLM, "Citing Medicine", chapter 1). */
const cited = /^(?:[^.]*\bin:\s*)?(.+?)\.\s+(\d{4}[^;:.]*)(?:;\s*([^(:;.]+)?(?:\(([^)]*)\))?)?(?::\s*([^.;\s]+))?/iu;

/** A notice's citation is at the beginning of its text, in fewer characters than this. */
const longestCitation = 400;

function readNotice(text: string): NoticeOfStatus | undefined {
  const [, container, when = '', volume, issue, pages] = cited.exec(text.slice(0, longestCitation)) ?? [];
  const date = toDate(readDate(when));
  const doi = findDois(text)[0]?.value;
  if (!container && !doi) return undefined;
  const extent = pages ? readExtent(pages) : {};
  const place = extent.pages ?? extent.articleNumber ?? pages;
  return {
    ...(container ? { container: container.trim() } : {}),
    ...(date ? { date } : {}),
    ...(volume?.trim() ? { volume: volume.trim() } : {}),
    ...(issue?.trim() ? { issue: issue.trim() } : {}),
    ...(place ? { pages: place } : {}),
    ...(doi ? { doi } : {}),
  };
}

/** Where the notice of a retraction appeared: the paper is retracted, whatever else its record says. */
export const takeRetraction: Take = (making, s) => {
  const p = trim(fold(s.value));
  const notice = readNotice(p.text);
  if (!p.text) return [];
  if (!notice) return { rule: 'linked-articles' };
  making.draft.status ??= read(making, 'retracted', p);
  making.draft.retractedIn ??= read(making, notice, p);
  return [p];
};

/** Where a note says that its paper was retracted, in a line of its own: "Retracted. J Affect Disord. 2015-06;178(1):221". */
export function retractedIn(text: string): [number, number] | undefined {
  const match = /^[^\S\n\r\u2028\u2029]*(?:retracted\b(?! by\b)|retraction in\b|已撤稿|撤稿)[^\n]*/imu.exec(text);
  return match ? [match.index, match.index + match[0].length] : undefined;
}

/** Takes such a line, with the place of the notice where it says one. */
export function takeStatus(making: Making, p: Traced): Traced {
  making.draft.status ??= read(making, 'retracted', p);
  const rest = p.text.replace(
    /^\s*(?:retracted(?: publication| article)?|retraction)\b[.:]?\s*(?:\d{4}(?:-\d\d){0,2}\.\s*)?/iu,
    '',
  );
  const notice = rest ? readNotice(rest) : undefined;
  if (notice?.container && notice.date) making.draft.retractedIn ??= read(making, notice, p);
  return p;
}
