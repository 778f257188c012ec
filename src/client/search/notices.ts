/** Sentences about the results: their number, and the query as people quote it. */

import { isNarrowed, type State } from '#search/state';
import { shortened } from '#text/shortened';
import type { SearchWords } from './words.ts';
import { pageSize, type Answered, type Listing } from './session.ts';

/** A query in the form in which sentences quote it. */
export const quoted = (q: string): string => `“${shortened(q.trim().toWellFormed(), 81)}”`;

/** One sentence with the number of papers and other results, to be announced; `none` where there are none. */
export function countOf(
  state: State,
  { answer, answerer }: Answered,
  { ordered, page: at }: Listing,
  t: SearchWords,
  none: string,
): string {
  const count = ordered.length;
  const all = answer.found.size;
  const total = answerer.core.size;
  const query = quoted(state.q);
  if (!state.q.trim()) {
    if (count === total) return withRange(t('allPapers', { count }), count, at, t);
    return withRange(t('somePapers', { count, all: total }), count, at, t);
  }
  const wider = answer.wider.reduce((sum, { found }) => sum + found.size, 0);
  const also = [
    ...(wider ? [t('alsoWider', { count: wider })] : []),
    ...(answer.sections.size && !isNarrowed(state) ? [t('alsoSections')] : []),
  ];
  const said =
    count === 0
      ? all
        ? t('nothingFiltered', { count: all, query })
        : none
      : withRange(
          count === all ? t('found', { count, query }) : t('foundNarrowed', { count, all, query }),
          count,
          at,
          t,
        );
  // A stop is for the end of the line.
  return [also.length ? said.replace(/[.。]$/u, '') : said, ...also].join(' · ');
}

const withRange = (said: string, count: number, at: number, t: SearchWords): string =>
  count <= pageSize
    ? said
    : `${said} · ${t('showing', { first: (at - 1) * pageSize + 1, last: Math.min(at * pageSize, count), count })}`;
