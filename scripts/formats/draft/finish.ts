/**
 * The last step for a draft: what can be decided only when all statements of a record are read, such as the date of the
 * issue, the range of pages and the item type.
 */

import { hasHan } from '#text/han';
import { abstractOf, labelled, sectionsOf } from '../values/abstracts.ts';
import { claimCopy } from './claims.ts';
import { toDate, type DateParts } from '../values/dates.ts';
import { isShortFor } from '../values/journal-names.ts';
import type { Making } from './making.ts';
import { withoutNamesAsKeywords } from './names-as-keywords.ts';
import { plain } from '../text/inline.ts';
import { looksLikeArticleNumber, readExtent } from '../values/extents.ts';
import { blockOf, placesFor, type Traced } from '../text/traced.ts';
import type { Notice } from '#domain/notice';

/** Two names of one journal: the longer is its name, the shorter its abbreviation. */
function finishJournals(making: Making): void {
  const { draft, journals, source } = making;
  const [first, second] = [...journals].sort((a, b) => b.passage.text.length - a.passage.text.length);
  if (!first) return;
  const at = (p: Traced) => placesFor(source, p);
  // NLM's filter puts the abbreviation where others put the name; one word is its own abbreviation.
  if (!second && first.nlm && !draft.journalAbbreviation && first.passage.text.includes(' '))
    draft.journalAbbreviation = { value: first.passage.text, at: at(first.passage) };
  else if (second && hasHan(first.passage.text) !== hasHan(second.passage.text)) {
    const [chinese, other] = hasHan(first.passage.text) ? [first, second] : [second, first];
    draft.journal = { value: other.passage.text, at: at(other.passage) };
    draft.journalZh = { value: chinese.passage.text, at: at(chinese.passage) };
    return;
  } else draft.journal = { value: first.passage.text, at: at(first.passage) };
  if (second) draft.journalAbbreviation ??= { value: second.passage.text, at: at(second.passage) };
  // Exports that swap the two.
  const { journal, journalAbbreviation } = draft;
  if (journal && journalAbbreviation && isShortFor(journal.value, journalAbbreviation.value))
    [draft.journal, draft.journalAbbreviation] = [journalAbbreviation, journal];
}

/** The issue's date: a whole date first, else the year with the month and day beside it. */
function finishDates(making: Making): void {
  const { draft, years, dates, source } = making;
  const year = yearOfIssue(making);
  if (!year) return;
  const detail = [...dates, ...years].find(
    (one) => one.parts.month !== undefined && (one.parts.year ?? year.parts.year) === year.parts.year,
  );
  const value = toDate({ ...detail?.parts, ...(year.parts.year === undefined ? {} : { year: year.parts.year }) });
  if (!value) return;
  const passages = detail && detail.passage !== year.passage ? [year.passage, detail.passage] : [year.passage];
  draft.issued = { value, at: passages.flatMap((p) => placesFor(source, p)) };
  // A date that says the same with less is not a further date.
  for (const { parts, passage } of [...years, ...dates])
    if (!passages.includes(passage) && (parts.year ?? year.parts.year) === year.parts.year)
      if (parts.month === undefined || parts.month === detail?.parts.month)
        claimCopy(making, passage, draft.issued.at[0]);
}

/** How many years a paper may be online before its issue. */
const mostAhead = 2;

/**
 * The date whose year is the issue's. Where a record states two years, the later is the issue's and the earlier that of
 * the paper online, if they are not far apart: publishers of journals write both, in tags that do not say which.
 */
function yearOfIssue(making: Making): Dated | undefined {
  const stated = [...making.years, ...making.dates].filter(({ parts }) => parts.year !== undefined);
  const [first] = stated;
  if (!first) return undefined;
  const yearOf = ({ parts }: Dated): number => parts.year ?? 0;
  const others = stated.filter((one) => yearOf(one) !== yearOf(first));
  if (!others.length) return first;
  making.notices.push(datesDisagree(making, stated));
  const near = others.filter((one) => Math.abs(yearOf(one) - yearOf(first)) <= mostAhead);
  const later = near.find((one) => yearOf(one) > yearOf(first) && one.parts.month !== undefined);
  const issue = later ?? first;
  const ahead = [...stated.filter((one) => near.includes(one) || one === first)].find(
    (one) => yearOf(one) < yearOf(issue) && stated.some((full) => yearOf(full) === yearOf(one) && full.parts.month),
  );
  const full = ahead && (stated.find((one) => yearOf(one) === yearOf(ahead) && one.parts.month !== undefined) ?? ahead);
  const online = full && toDate(full.parts);
  if (full && online) making.draft.online ??= { value: online, at: placesFor(making.source, full.passage) };
  return issue;
}

type Dated = { parts: DateParts; passage: Traced };

function datesDisagree({ source, draft }: Making, stated: readonly Dated[]): Notice {
  const [first] = stated;
  return {
    severity: 'info',
    rule: 'dates-disagree',
    place: (first && placesFor(source, first.passage)[0]) ?? { file: source.file },
    seen: `record ${draft.record ?? 1} states ${[...new Set(stated.map(({ passage }) => passage.text.trim()))].join(' and ')}`,
    expected: 'one year for the issue of a record',
    remedy:
      'check which year is that of the issue; of two near ones the later is taken for it, and the earlier for the day online',
  };
}

function finishPages(making: Making): void {
  const { draft, first, last, source } = making;
  if (!first && !last) return;
  // "411-447" in the field of the last page says both.
  const both = [first, last].find((p) => p && wholeRange.test(p.text)) ?? undefined;
  const text = both?.text ?? (first && last ? `${first.text}-${last.text}` : (first ?? last)?.text) ?? '';
  // Stated whole elsewhere: the first and the last page only say it again.
  const earlier = draft.pages ?? (text === draft.articleNumber?.value ? draft.articleNumber : undefined);
  if (earlier) {
    for (const p of [first, last]) if (p && earlier.value.includes(p.text)) claimCopy(making, p, earlier.at[0]);
    return;
  }
  const extent = readExtent(text);
  const at = [first, last].filter((p) => p !== undefined).flatMap((p) => placesFor(source, p));
  if (extent.articleNumber && looksLikeArticleNumber(extent.articleNumber))
    draft.articleNumber ??= { value: extent.articleNumber, at };
  else if (extent.pages)
    draft.pages = { value: extent.pages, at, ...(extent.derived ? { derived: extent.derived } : {}) };
}

const wholeRange = /^[^\s;,]{1,12}\s?[-‐‑–—]\s?[^\s;,]{1,12}/u;

/** Abstracts whose sections came as statements of their own, one for each language. */
function finishSections(making: Making): void {
  const groups = Map.groupBy(making.sections, (s) => `${s.language ?? ''} ${s.role ?? ''}`);
  for (const group of groups.values()) {
    const passages = group.map((s) => plain(s.value));
    const unlabelled = group.every((s) => !s.label);
    const sections = unlabelled
      ? sectionsOf(making.source, passages)
      : group.flatMap((s, i) => {
          const p = passages[i];
          return p?.text ? [{ ...labelled(s.label), blocks: [blockOf(making.source, p)] }] : [];
        });
    const abstract = abstractOf(sections, group[0]?.language, group[0]?.role);
    const at = passages.flatMap((p) => placesFor(making.source, p));
    if (abstract && at.length) making.draft.abstracts.push({ value: abstract, at });
  }
}

/** Formats without a type for preprints say in another field that a work is one. */
function finishType({ draft }: Making): void {
  const { genre, type } = draft;
  const isOther =
    type === undefined ||
    type.value === 'document' ||
    type.value === 'webpage' ||
    (type.value === 'article-journal' && !draft.journal);
  if (genre && isOther && /\bpreprint|prepublished|预印本/iu.test(genre.value))
    draft.type = { value: 'article', at: [...genre.at] };
}

/** Decides what depends on the whole record. */
export function finish(making: Making): void {
  finishJournals(making);
  finishType(making);
  finishDates(making);
  finishPages(making);
  finishSections(making);
  withoutNamesAsKeywords(making.draft, making.claims);
}
