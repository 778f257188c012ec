/** Chooses the abstracts of a page, at most one in each language, by weighed reasons. */

import { kindOfLabel } from '../values/sections.ts';
import type { Line, Page } from './page.ts';
import { see } from './sight.ts';
import { sameLanguage } from './state-titles.ts';
import { ranked, type Reasons, type Weighed, type Weights } from './weigh.ts';
import { isLabelledProse, type Zone } from './zone.ts';

/** Words that a site writes about itself or to its reader. */
const ofSites =
  /\b(?:cookies?|browser|javascript|subscri(?:be|ption)|click|log ?in|sign (?:in|up)|download|newsletter|this (?:website|site|page)|your|you|copyright|all rights reserved|licen[cs]e|permissions?|institutional access|pdf|html|add to cart|e-?mail|electronic address|disclaimer|not available|unavailable)\b|版权|本站|本网|声明|下载|登录|注册|客服|会员|点击|公众号|浏览器|您|求助|本刊/iu;
/** Words in which papers speak of what was done. */
const ofResearch =
  /\b(?:study|studies|participants?|patients?|clients?|method(?:s|ology)?|results?|findings?|analys[ei]s|examined|investigat\w{1,8}|aims?|aimed|objectives?|conclusions?|review|trial|data|literature|research|interviews?|this (?:paper|article|chapter)|we|significant\w{0,3}|evidence|estudio|resultados|estudo|étude|ergebnisse)\b|研究|方法|结果|目的|结论|結果|方法|患者|探讨|分析|被试|文献|本文/giu;

/** What the page tells of its abstracts. */
export interface AbstractSight {
  page: Page;
  zones: readonly Zone[];
  /** The stems of what may be the titles. */
  titles: readonly ReadonlySet<string>[];
  tail: number;
}

/** A stretch under a heading that other texts have too. */
const ofOthers = /^(?:description|summary|简介|overview)/iu;

/** Why a stretch of the page is its abstract, and why it is not. */
const abstractReasons: Reasons<Zone, AbstractSight> = {
  'under the heading of an abstract': ({ head }) => head !== undefined && !ofOthers.test(head),
  'under a heading that may be another’s': ({ head }) => head !== undefined && ofOthers.test(head),
  'with labelled sections': ({ blocks }) => new Set(blocks.flatMap(sectionOf)).size >= 2,
  'as long as an abstract': ({ length }) => Math.min(1, length / 1000),
  'shorter than an abstract': ({ length }) => Math.max(0, 1 - length / 400),
  'longer than an abstract': ({ length }) => length > 5000,
  'many paragraphs': ({ blocks }) => blocks.length > 8,
  'speaks of what the title speaks of': (zone, { titles }) =>
    Math.max(0, ...titles.map((title) => shared(title, zone))),
  'words of research': ({ text }) => Math.min(1, (text.slice(0, 5000).match(ofResearch) ?? []).length / 4),
  'words of a site': ({ text }) => ofSites.test(text),
  'an address': ({ blocks: [first, ...more] }) => first !== undefined && more.length === 0 && isAddressed(first.text),
  'the first prose of the page': (zone, { zones }) => zones.find(({ head }) => !head) === zone,
  'the only prose of the page': (_, { zones }) => zones.length === 1,
  'other prose before it': ({ from }, { zones }) => Math.min(5, zones.filter((one) => one.from < from).length) / 5,
  'below references or other papers': ({ from }, { tail }) => from > tail,
  'below the word abstract': (zone, { page }) => isOfAbstract(page, headingAbove(page, zone)) === true,
  'below a heading of a summary': (zone, { page }) => {
    const above = headingAbove(page, zone);
    return above !== undefined && see(page, above, 'tail') === 'summaries';
  },
  'right below a heading of something else': (zone, { page }) => {
    const above = headingAbove(page, zone);
    return above === see(page, zone.first, 'previous') && isOfAbstract(page, above) === false;
  },
  'right below a heading of the full text': (zone, { page }) => {
    const above = headingAbove(page, zone);
    return (
      above !== undefined && above === see(page, zone.first, 'previous') && see(page, above, 'tail') === 'full-text'
    );
  },
  'on a page with an abstract’s heading elsewhere': ({ head, language }, { zones }) =>
    head === undefined && zones.some((one) => one.head && one.length > 280 && sameLanguage(one.language, language)),
  'keywords below': ({ to }, { page }) =>
    page.lines.slice(to, to + 5).some((line) => line.text && see(page, line, 'label')?.field === 'keywords'),
  'names or addresses above': ({ from }, { page }) =>
    page.lines
      .slice(Math.max(0, from - 8), from)
      .some((line) => line.text && (see(page, line, 'names') !== undefined || see(page, line, 'address'))),
  'begins inside a sentence': ({ text }) => /^[\p{Ll}\d=<>,;:，、；：。)）]/u.test(text),
  'ends without a stop': ({ text }) => !/[.。!?！？)）\]”"’…]\s*$/u.test(text),
  'a reference': ({ blocks, text, length }) =>
    blocks.length === 1 && /\((?:19|20)\d{2}[a-z]?\)|\d{4};\d|^\[\d|\bdoi\b/u.test(text) && length < 500,
  // Marks such as [3] or [5-7] are in full texts; an abstract cites nobody by number.
  'cites by number': ({ head, text }) =>
    head === undefined && (text.match(/\[\d{1,3}(?:[-–,，、]\s?\d{1,3}){0,6}\]/gu) ?? []).length >= 2,
  'buttons above and below': ({ first, last }, { page }) =>
    [see(page, first, 'previous'), see(page, last, 'next')].filter((line) => line && see(page, line, 'furniture'))
      .length / 2,
};

/** What distinguishes a labelled section of an abstract from its others. */
const sectionOf = ({ text }: Zone['blocks'][number]): string | readonly [] =>
  kindOfLabel(text) ?? (isLabelledProse(text) ? text.slice(0, 6) : []);

/** How many of a title's stems a stretch has, from 0 to 1. */
const shared = (title: ReadonlySet<string>, { stems }: Zone): number =>
  title.size < 2 ? 0 : [...title].filter((stem) => stems.has(stem)).length / title.size;

const isAddressed = (text: string): boolean =>
  /\b(?:University|Department|Hospital|School of)\b/u.test(text) && text.split(',').length > 2 && text.length < 400;

/** The heading above a stretch that has none of its own. */
const headingAbove = (page: Page, { head, from }: Zone): Line | undefined =>
  head !== undefined
    ? undefined
    : page.lines
        .slice(Math.max(0, from - 12), from)
        .findLast(
          (line) =>
            line.text &&
            line.text.length < 60 &&
            (see(page, line, 'tail') !== undefined || (see(page, line, 'label')?.alone ?? false)),
        );

/** Whether a heading is an abstract's; `undefined` if there is no heading. */
const isOfAbstract = (page: Page, line: Line | undefined): boolean | undefined =>
  line && see(page, line, 'label')?.field === 'abstract';

/** At most one abstract per language, the best of each; none that shares lines with a better one. */
export function chooseAbstracts(sight: AbstractSight, weights: Weights): { chosen: Zone[]; all: Weighed<Zone>[] } {
  const all = ranked(sight.zones, sight, abstractReasons, weights);
  const chosen: Zone[] = [];
  for (const { candidate, points } of all) {
    if (points <= 0) break;
    const clashes = chosen.some(
      (one) => (candidate.from < one.to && one.from < candidate.to) || sameLanguage(one.language, candidate.language),
    );
    if (!clashes) chosen.push(candidate);
  }
  return { chosen: chosen.sort((a, b) => a.from - b.from), all };
}
