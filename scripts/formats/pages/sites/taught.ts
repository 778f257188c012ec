/** Reads a page by what its site file says. */

import type { Draft, Read } from '#domain/draft';
import { detectLanguage } from '#domain/language';
import type { Block } from '../../text/html.ts';
import { spansOf } from '../../text/traced.ts';
import { kindOfLabel } from '../../values/sections.ts';
import { readAbstract } from '../abstracts.ts';
import { restOf, type Line, type Page } from '../page.ts';
import { see } from '../sight.ts';
import { stateValue } from '../state.ts';
import { sameLanguage } from '../state-titles.ts';
import { meanings, type SiteField } from './fields.ts';
import { fitsLine, pastLabel } from './line-pattern.ts';
import { ruleOf, type Site, type ValueRule } from './site-file.ts';

/** A place where a rule finds a value: a line, the offset in its text, and the line of the label where it has its own. */
interface Spot {
  line: Line;
  from: number;
  label?: Line;
}

/**
 * Reads what a site file says of a page: the site's last part, its own lines, and the values at their places. What a record
 * on the page stated is left. Every value and every line names the site file.
 */
export function readTaught(page: Page, site: Site): void {
  const rule = ruleOf(site);
  const lines = page.lines.filter((line) => line.text);
  for (const pattern of site.ends) {
    const from = lines.find((line) => fitsLine(pattern, line.text));
    if (from) page.furniture(rule, from.start, page.source.text.length);
  }
  const at = new Map<SiteField, Line>();
  for (const value of site.values) {
    if (isKnown(page, value.field)) continue;
    const spot = spotsOf(value, lines, at).find((one) => stateAt(page, site, value, one));
    if (!spot) continue;
    at.set(value.field, spot.line);
    page.taught.add(value.field);
    if (spot.label) page.furnitureLine(rule, spot.label);
    const [first] = spansOf(restOf(spot.line, spot.from));
    if (first) page.furniture(rule, spot.line.start, first[0]);
  }
  for (const line of lines)
    if (page.isFreeLine(line) && site.furniture.some((pattern) => fitsLine(pattern, line.text)))
      page.furnitureLine(rule, line);
}

/** Whether a record of the page, or a rule, has stated a field; a title may come in a second language. */
function isKnown(page: Page, field: SiteField): boolean {
  if (page.taught.has(field) && field !== 'title' && field !== 'abstract') return true;
  const { draft } = page;
  switch (field) {
    case 'title':
      return draft.titles.length > 1 || (draft.titles.length > 0 && !page.taught.has('title'));
    case 'abstract':
      return draft.abstracts.length > 1 || (draft.abstracts.length > 0 && !page.taught.has('abstract'));
    case 'authors':
    case 'affiliations':
    case 'keywords':
      return draft[field].length > 0;
    case 'source':
      return draft.journal !== undefined && draft.volume !== undefined;
    case 'journal':
      return (draft.journal ?? draft.journalZh) !== undefined;
    default:
      return draft[field] !== undefined;
  }
}

/** The places that a rule means, in the order of the page. */
function spotsOf(rule: ValueRule, lines: readonly Line[], at: ReadonlyMap<SiteField, Line>): Spot[] {
  const whole = (line: Line | undefined, label?: Line): Spot[] =>
    line ? [{ line, from: 0, ...(label ? { label } : {}) }] : [];
  const { label, below, above, under, line: number } = rule;
  if (number !== undefined) return whole(lines[number - 1]);
  if (under !== undefined) {
    const upper = at.get(under);
    return upper ? whole(lines[lines.indexOf(upper) + 1]) : [];
  }
  return lines.flatMap((line, i): Spot[] => {
    if (below !== undefined && fitsLine(below, line.text)) return whole(lines[i + 1], line);
    if (above !== undefined && fitsLine(above, line.text)) return whole(lines[i - 1]);
    const from = label === undefined ? undefined : pastLabel(label, line.text);
    if (from === undefined) return [];
    return from < line.text.length ? [{ line, from }] : whole(lines[i + 1], line);
  });
}

function stateAt(page: Page, site: Site, { field }: ValueRule, spot: Spot): boolean {
  const { line, from } = spot;
  if (!page.isFreeLine(line) || (from === 0 && isOfSite(page, site, line))) return false;
  const before = new Set(readsOf(page.draft));
  const stated =
    field === 'abstract'
      ? stateAbstractFrom(page, site, spot)
      : stateValue(page, meanings[field], restOf(line, from), { by: 'label' });
  const made = readsOf(page.draft).filter((one) => !before.has(one));
  for (const one of made) one.derived ??= ruleOf(site);
  if (field === 'authors' && made.length > 0) page.making.people.isWhole = true;
  return stated && made.length > 0;
}

/** Whether a line is a heading, a button or another line that the site's pages have, and so no value as a whole. */
const isOfSite = (page: Page, site: Site, line: Line): boolean =>
  see(page, line, 'furniture') !== undefined ||
  see(page, line, 'section') ||
  see(page, line, 'label')?.alone === true ||
  [...site.fits.lines, ...site.furniture, ...site.ends].some((pattern) => fitsLine(pattern, line.text));

const readsOf = (draft: Draft): Read<unknown>[] =>
  Object.values(draft)
    .flat()
    .filter((one): one is Read<unknown> => typeof one === 'object' && one !== null && 'at' in one);

/** The paragraphs from a line on, up to what is the site's own, a label, or another heading of the page. */
function stateAbstractFrom(page: Page, site: Site, { line, from }: Spot): boolean {
  const blocks: Block[] = [];
  for (const next of page.lines.slice(line.index, line.index + 60)) {
    if (!next.text) continue;
    const traced = next === line ? restOf(next, from) : next.traced;
    const section = kindOfLabel(traced.text);
    if (next !== line && (isEnd(page, site, next) || (!section && see(page, next, 'label')))) break;
    if (traced.text)
      blocks.push({ ...traced, as: 'paragraph', heading: section !== undefined && traced.text.length < 60 });
  }
  const language = detectLanguage(blocks.map(({ text }) => text).join(' '));
  if (page.draft.abstracts.some((one) => sameLanguage(one.value.language, language))) return false;
  const abstract = blocks.length > 0 ? readAbstract(page, blocks) : undefined;
  if (abstract) page.draft.abstracts.push(abstract);
  return abstract !== undefined;
}

const isEnd = (page: Page, site: Site, line: Line): boolean =>
  !page.isFreeLine(line) ||
  see(page, line, 'tail') !== undefined ||
  see(page, line, 'furniture') !== undefined ||
  [
    ...site.furniture,
    ...site.values.flatMap(({ below, above }) => [below, above].filter((one) => one !== undefined)),
  ].some((pattern) => fitsLine(pattern, line.text)) ||
  site.values.some(({ label }) => label !== undefined && pastLabel(label, line.text) !== undefined);
