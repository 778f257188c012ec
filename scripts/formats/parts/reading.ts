import { findDois } from './identifiers.ts';
import { readLabel } from './labels.ts';
import { findRecords } from './record-names.ts';
import { isRecord } from './record-names.ts';
import type { Reading } from '#domain/draft';
import { shareOfHan } from '#domain/language';
import { bindAffiliations } from './affiliations.ts';
import { stateOnlyDoi } from './citations.ts';
import { errorPage, furnitureOf, listHeading } from './furniture.ts';
import { settleFurniture } from './leftovers.ts';
import { noticeOddities } from './oddities.ts';
import { restOf, type Line, type Page } from './page.ts';
import { noticeBroken, readRecord } from './records.ts';
import { claimBlurbs } from './fields.ts';
import { readFront } from './front.ts';
import { settleRoles, stateTitle } from './texts.ts';

/** What a site's own format knows beside what every page has. */
export interface Profile {
  /** Lines that are this site's furniture, by rule. */
  furniture?: readonly { name: string; test: RegExp }[];
  /** From the first line that fits on, all is furniture by the rule. */
  ends?: readonly { name: string; test: RegExp }[];
}

/** Reads a page: its embedded records, then its lines; what is no fact of the paper is named or left unclassified. */
export function readText(page: Page, profile: Profile = {}): Reading {
  noticeOddities(page);
  const records = findRecords(page).filter(({ result }) => isRecord(result.root));
  const lines = page.lines.filter((line) => line.text);
  const [top] = lines;
  if (!top) {
    page.notice('warning', 'source-blank', undefined, {
      seen: 'white space alone',
      expected: 'the text of an abstract page',
      remedy: 'Save the page again, or remove the file.',
    });
    return { ...page.reading(false), drafts: [] };
  }
  const isHeaded = lines.slice(0, 6).some((line) => listHeading.test(line.text) && line.text.length < 40);
  const dois = new Set(
    lines.flatMap((line) => (line.text.length < 120 ? findDois(line.text).map((doi) => doi.value) : [])),
  );
  const isAbstractPage = lines.some((line) => readLabel(page, line)?.field === 'abstract');
  const isList =
    (listHeading.test(top.text) && top.text.length < 90) || (isHeaded && dois.size >= 2 && !isAbstractPage);
  if (isList || distinct(records.map(({ result }) => result.root.members.get('title')?.text.text ?? '')) > 1)
    return readList(page, records);
  for (const { result, traced } of records) {
    readRecord(page, result.root, [result.root.start, result.end]);
    noticeBroken(page, result, traced);
  }
  for (const { name, test } of profile.ends ?? []) {
    const from = lines.find((line) => test.test(line.text));
    if (from) page.furniture(name, from.start, page.source.text.length);
  }
  for (const line of lines)
    for (const { name, test } of profile.furniture ?? [])
      if (test.test(line.text) && page.isFree(line.start, line.end)) page.furnitureLine(name, line);

  const isError = page.source.text.length < 3000 && lines.slice(0, 4).some((line) => errorPage.test(line.text));
  claimBlurbs(page);
  readFront(page);
  stateOnlyDoi(page);
  bindAffiliations(page);
  settleRoles(page);
  settleFurniture(page);
  const { draft } = page;
  const about = new Set(
    page.claims
      .filter(({ fate }) => fate.kind === 'furniture' && /^journal-(?:metrics|blurb)$/u.test(fate.rule))
      .map((claim) => claim.at.line),
  ).size;
  // A journal's own page speaks of its numbers and scope, and of no author, abstract or DOI.
  const isJournal = about >= 3 && draft.authors.length === 0 && draft.abstracts.length === 0 && !draft.doi;
  const isPaper =
    !isError &&
    !isNews(page) &&
    !isJournal &&
    (draft.titles.length > 0 || draft.abstracts.length > 0 || (draft.doi !== undefined && draft.authors.length > 0));
  if (!isPaper) return { ...page.reading(false), drafts: [] };
  return page.reading();
}

const newsSign =
  /^(?:news|press releases?|blog|blog posts?|latest news|新闻|新闻动态|通知公告|资讯)$|^(?:posted|published|updated|written)(?:\son)?\s.{4,40}\sby\s|^(?:posted|written)\sby\s|\b(?:press office|staff writer|news desk|media relations|read next)\b/iu;

/** News, a blog or a notice: it says so of itself, and has neither an identifier nor a journal nor an abstract under its heading. */
function isNews(page: Page): boolean {
  const { draft } = page;
  if (draft.doi ?? draft.pmid ?? draft.pmcid ?? draft.arxiv ?? draft.volume ?? draft.pages ?? draft.articleNumber)
    return false;
  if (draft.journal ?? draft.journalAbbreviation ?? draft.journalZh) return false;
  if (draft.keywords.length > 0) return false;
  const head = page.lines.filter((line) => line.text).slice(0, 12);
  return (
    head.some((line) => line.text.length < 90 && newsSign.test(line.text)) &&
    !page.lines.some((line) => /^(?:abstract|summary|摘\s?要)(?![\p{L}])/iu.test(line.text))
  );
}

const distinct = (texts: readonly string[]): number => new Set(texts).size;

/** A title in one language and the same title in the other on one line. */
function splitTitles(page: Page, line: Line, end: number): void {
  stateTitle(page, { traced: restOf(line, 0, end), marks: [] });
  const other = restOf(line, end);
  if (shareOfHan(other.text) > 0.3) stateTitle(page, { traced: other, marks: [] });
}

/** A page that lists papers is about none of them: each record is a draft of what it lists. */
function readList(page: Page, records: ReturnType<typeof findRecords>): Reading {
  const drafts = records.map(({ result }, i) => {
    const item = page.child(i + 1);
    readRecord(item, result.root, [result.root.start, result.end]);
    // The line that bears both titles stands before the record.
    const title = item.draft.titles[0]?.value.text;
    for (const line of page.lines.slice(
      0,
      page.lines.findIndex((one) => one.end > result.root.start),
    )) {
      if (title && line.text.startsWith(title)) splitTitles(item, line, title.length);
    }
    settleRoles(item);
    return item.draft;
  });
  for (const line of page.lines) page.furnitureLine(furnitureOf(line.text) ?? 'list', line);
  return { drafts, kind: 'list', isPaper: false, claims: page.claims, notices: page.notices };
}
