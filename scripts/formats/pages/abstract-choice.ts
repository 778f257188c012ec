/** Chooses the abstracts of a page, at most one in each language, by weighed reasons. */

import { detectLanguage, shareOfHan } from '#domain/language';
import { kindOfLabel } from '../values/sections.ts';
import type { Line, Page } from './page.ts';
import { near, see } from './sight.ts';
import { sameLanguage } from './texts.ts';
import { stemsOf } from './titles.ts';
import { ranked, type Reasons, type Weighed, type Weights } from './weigh.ts';
import { isLabelledProse, textOf, type Zone } from './zones.ts';

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
  /** Texts of what may be the titles. */
  titles: readonly string[];
  tail: number;
}

const headingAbove = (page: Page, zone: Zone): Line | undefined =>
  page.lines
    .slice(Math.max(0, zone.from - 12), zone.from)
    .findLast(
      (line) =>
        line.text &&
        line.text.length < 60 &&
        (see(page, line, 'tail') !== undefined || (see(page, line, 'label')?.alone ?? false)),
    );

/** Why a stretch of the page is its abstract, and why it is not. */
export const abstractReasons = (sight: AbstractSight): Reasons<Zone> => {
  const { page } = sight;
  const bare = sight.zones.filter((zone) => !zone.head);
  const titles = sight.titles.map((title) => new Set(stemsOf(title)));
  const share = (zone: Zone): number => {
    const own = new Set(stemsOf(textOf(zone)));
    return Math.max(
      0,
      ...titles.map((stems) => (stems.size < 2 ? 0 : [...stems].filter((stem) => own.has(stem)).length / stems.size)),
    );
  };
  const length = (zone: Zone): number => {
    const text = textOf(zone);
    return text.length * (shareOfHan(text) > 0.3 ? 3 : 1);
  };
  const words = (zone: Zone, of: RegExp): number => (textOf(zone).slice(0, 5000).match(of) ?? []).length;
  const above = (zone: Zone): Line | undefined => (zone.head === undefined ? headingAbove(page, zone) : undefined);
  const isOfAbstract = (line: Line): boolean => see(page, line, 'label')?.field === 'abstract';
  return {
    'under the heading of an abstract': (zone) =>
      zone.head !== undefined && !/^(?:description|summary|简介|overview)/iu.test(zone.head),
    'under a heading that may be another’s': (zone) =>
      zone.head !== undefined && /^(?:description|summary|简介|overview)/iu.test(zone.head),
    'with labelled sections': (zone) =>
      new Set(
        zone.blocks.flatMap(
          (block) => kindOfLabel(block.text) ?? (isLabelledProse(block.text) ? block.text.slice(0, 6) : []),
        ),
      ).size >= 2,
    'as long as an abstract': (zone) => Math.min(1, length(zone) / 1000),
    'shorter than an abstract': (zone) => Math.max(0, 1 - length(zone) / 400),
    'longer than an abstract': (zone) => length(zone) > 5000,
    'many paragraphs': (zone) => zone.blocks.length > 8,
    'speaks of what the title speaks of': share,
    'words of research': (zone) => Math.min(1, words(zone, ofResearch) / 4),
    'words of a site': (zone) => ofSites.test(textOf(zone)),
    'an address': (zone) =>
      zone.blocks.some(
        (block) =>
          /\b(?:University|Department|Hospital|School of)\b/u.test(block.text) &&
          block.text.split(',').length > 2 &&
          block.text.length < 400,
      ) && zone.blocks.length === 1,
    'an address of the web': (zone) => /https?:|www\.|\S@\S/iu.test(textOf(zone)),
    'the first prose of the page': (zone) => bare[0] === zone,
    'the only prose of the page': () => sight.zones.length === 1,
    'other prose before it': (zone) => Math.min(5, sight.zones.filter((one) => one.from < zone.from).length) / 5,
    'below references or other papers': (zone) => zone.from > sight.tail,
    'below the word abstract': (zone) => [above(zone)].some((line) => line && isOfAbstract(line)),
    'below a heading of something else': (zone) => [above(zone)].some((line) => line && !isOfAbstract(line)),
    'below a heading of a summary': (zone) =>
      [above(zone)].some((line) => line && see(page, line, 'tail') === 'summaries'),
    'right below a heading of something else': (zone) =>
      [near(page, page.lines[zone.from] as Line, -1)[0]].some(
        (line) => line && line === above(zone) && !isOfAbstract(line),
      ),
    'on a page with an abstract’s heading elsewhere': (zone) =>
      zone.head === undefined &&
      sight.zones.some(
        (one) =>
          one.head && length(one) > 280 && sameLanguage(detectLanguage(textOf(one)), detectLanguage(textOf(zone))),
      ),
    'keywords below': (zone) =>
      page.lines
        .slice(zone.to, zone.to + 5)
        .some((line) => line.text && see(page, line, 'label')?.field === 'keywords'),
    'names or addresses above': (zone) =>
      page.lines
        .slice(Math.max(0, zone.from - 8), zone.from)
        .some((line) => line.text && (see(page, line, 'names') !== undefined || see(page, line, 'address'))),
    'ends cut off': (zone) => /(?:…|\.\.\.)\s*$/u.test(textOf(zone)),
    'begins inside a sentence': (zone) => /^[\p{Ll}\d]/u.test(textOf(zone)),
    'ends without a stop': (zone) => !/[.。!?！？)）\]”"’…]\s*$/u.test(textOf(zone)),
    'a reference': (zone) =>
      zone.blocks.length === 1 &&
      /\((?:19|20)\d{2}[a-z]?\)|\d{4};\d|^\[\d|\bdoi\b/u.test(textOf(zone)) &&
      length(zone) < 500,
    'buttons above and below': (zone) =>
      [...near(page, page.lines[zone.from] as Line, -1), ...near(page, page.lines[zone.to - 1] as Line, 1)].filter(
        (line) => see(page, line, 'furniture'),
      ).length / 2,
  };
};

/** At most one abstract a language, the best of each; none that shares lines with a better one. */
export function chooseAbstracts(sight: AbstractSight, weights: Weights): { chosen: Zone[]; all: Weighed<Zone>[] } {
  const all = ranked(sight.zones, abstractReasons(sight), weights);
  const chosen: Zone[] = [];
  for (const { candidate, points } of all) {
    if (points <= 0) break;
    const language = detectLanguage(textOf(candidate));
    const clashes = chosen.some(
      (one) =>
        (candidate.from < one.to && one.from < candidate.to) || sameLanguage(detectLanguage(textOf(one)), language),
    );
    if (!clashes) chosen.push(candidate);
  }
  return { chosen: chosen.sort((a, b) => a.from - b.from), all };
}
