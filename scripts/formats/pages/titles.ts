import { isAbbreviated, journalWord } from './numbers.ts';
import { shareOfHan } from '#domain/language';
import { isAffiliation } from './affiliations.ts';
import { isCitationLike } from './citations.ts';
import { readLocator } from '../values/locators.ts';
import { articleType, furnitureOf, publisherLine, tailOf } from './furniture.ts';
import { isInterface } from './interface.ts';
import { readLabel } from './labels.ts';
import { isRowOfNames, readAuthorLine } from '../values/author-lines.ts';
import { isHanName, isPersonShape } from '../values/name-shapes.ts';
import { restOf, type Line, type Page } from './page.ts';
import { labelAlone } from './abstracts.ts';
import { copyKey } from './texts.ts';
import { isCitedAsJournal, isValueOfTerms } from './title-neighbours.ts';

/** Whether a line can be a paper's title: some words, no sentence beyond its end, no label, name, address or number line. */
export function canBeTitle(page: Page, line: Line): boolean {
  const { text } = line;
  const han = shareOfHan(text);
  const length = text.length;
  if (length > 450 || !/\p{L}{2}/u.test(text) || (han > 0.3 ? length < 6 : length < 12)) return false;
  if (/^https?:\/\/|^www\.|@\w|^[{[]"|^10\.\d{4}|\b(?:reply\s+retweet)\b|^(?:RT )?@/u.test(text)) return false;
  if (furnitureOf(text) || articleType.test(text.slice(0, 80)) || tailOf(text) || labelAlone(text)) return false;
  if (/https?:\/\/|\borcid\b/iu.test(text) || /^[\p{L}\s]{2,20}:\s?[\d\s.-]+$/u.test(text)) return false;
  const label = readLabel(page, line);
  if (label && label.field !== 'title') return false;
  if (han <= 0.3 && (text.split(/\s+/u).length < 3 || isPersonShape(text))) return false;
  if (han > 0.3 && text.split(/[\s,，、]+/u).every((part) => isHanName(part))) return false;
  if (publisherLine.test(text) || isInstitution(text)) return false;
  if (isAffiliation(text) || /^[•·▪◦]\s/u.test(text)) return false;
  if (!sentenceWord.test(text) && (/[,;，；、\d•*†]/u.test(text) || han > 0.3) && (isNames(line) || isRowOfNames(text)))
    return false;
  if (/\b(?:doi|issn|pmid|pub date|publication date)\s?[:：]|10\.\d{4,9}\/|(?:\s\|\s.*){2}/iu.test(text)) return false;
  // Prose: more than one sentence, or a sentence that a title does not write.
  if (
    /[.。!！]["”’)]?\s?(?=\p{Lu}\p{Ll}|\p{Script=Han})/u.test(
      text.replace(/\b(?:vs|Dr|St|U\.S|U\.K|No|Vol)\./gu, ''),
    ) &&
    length > 120
  )
    return false;
  if (/[。；]/u.test(text.slice(0, -1)) || /[,;:，、(（]$/u.test(text)) return false;
  const { tokens, rest } = readLocator(text.slice(0, 300), false);
  const kinds = new Set(tokens.map((token) => token.kind));
  const spoken = rest.reduce((sum, piece) => sum + piece.text.length, 0);
  if (
    tokens.length > 0 &&
    (kinds.size >= 2 || spoken < 0.5 * length) &&
    (kinds.has('volume') || kinds.has('date') || kinds.has('online') || kinds.has('issue'))
  )
    return false;
  // The final stop of a long title shortens no word.
  return !isAbbreviated(length < 60 ? text : text.replace(/\.$/u, ''));
}

/** A word that stands in sentences and never between names. */
const sentenceWord = /\s(?:in|an|for|on|with|from|how|among|between|during|after|before|as|is|are)\s/u;

/** An institution alone on its line, every word of it written like a name. */
const isInstitution = (text: string): boolean =>
  text.length < 90 &&
  /^(?:\p{Lu}[\p{L}.'’-]*|of|for|and|the|&|de|del|la|las|los|da|do|das|dos|y|e|für|di|du|des)(?:\s(?:\p{Lu}[\p{L}.'’-]*|of|for|and|the|&|de|del|la|las|los|da|do|das|dos|y|e|für|di|du|des))*$/u.test(
    text,
  ) &&
  /^(?=(?:\S+\s){0,5}\S+$).*\b(?:University|Université|Universidad|Universidade|Università|Universität)(?![\p{L}])|^(?:Universi(?:dad|dade|té|tà|tät|tat)|Fundación|Fundação|Fondazione|Institut[oe]?|Istituto|Facultad|Faculdade|Centro|Escuela|Escola|Ministerio|Ministério|Corporación|(?:University|Institute|Faculty|Ministry|Department|College) of)\s|\s(?:University|Universität|Institute|Press|Publishers?|Publishing)$/u.test(
    text,
  );

/** The part of a browser's title that is the paper's: `Title | Site`, `Title - Site`, `Title [Site]`. */
const siteSuffix = /\s(?:[|·»–—-]\s[^|·»–—]{2,80}|\[[^\]]{2,60}\])$/u;

export interface TitleLines {
  /** The line where the page's own account of the paper begins. */
  anchor: Line;
  /** Further lines that repeat the title. */
  repeats: Line[];
  subtitle?: Line;
}

/**
 * Finds the title's line among those before `end` (the abstract's heading or first paragraph): one that the page
 * repeats, else the first that can be a title.
 */
export function findTitleLines(page: Page, end: number, prose = ''): TitleLines | undefined {
  const lines = page.lines.filter((line) => line.text && page.isFreeLine(line));
  const candidates = lines.filter(
    (line) =>
      line.index < end && canBeTitle(page, line) && !isCitedAsJournal(page, line) && !isValueOfTerms(page, line),
  );
  const count = Map.groupBy(
    lines.filter((line) => line.text.length <= 500),
    (line) => copyKey(line.text),
  );
  const times = (line: Line) =>
    (count.get(copyKey(line.text)) ?? []).filter((one) => one.index < end || one.index > lines.length - 40).length;
  // The browser's title names the paper, with the site's name after it or without.
  const [top] = lines;
  const head = copyKey(top?.text.replace(siteSuffix, '') ?? '');
  const cited = citedIn(lines);
  // Of a chapter and its book the reference names the chapter first.
  const keys = candidates.slice(0, 200).map((line) => copyKey(line.text));
  const named = new Set(
    cited.map((text) => {
      const found = keys.filter((key) => key.length >= 8 && text.includes(key));
      return found.sort((a, b) => text.indexOf(a) - text.indexOf(b) || b.length - a.length)[0];
    }),
  );
  const about = aboutness(prose);
  const points = (line: Line): number => {
    const key = copyKey(line.text);
    return (
      about(line.text) +
      (line !== top && head.length >= 12 && key === head ? 8 : 0) +
      (line.text.length >= 25 && times(line) >= 2 && !isJournalLine(page, line) ? 5 : 0) +
      (named.has(key) ? 6 : 0) +
      // A notice of correction names the paper that it corrects.
      (notice.test(line.text) && keys.some((other) => other !== key && other.length > 15 && key.endsWith(other))
        ? 8
        : 0)
    );
  };
  const first = bestOf(page, candidates, points);
  // An index prints the abstract first, and the paper's own head below it.
  const best = isMeant(first, about) ? first : (bestOf(page, laterTitles(page, end, prose, about), points) ?? first);
  if (!best || (prose.length > 300 && !isMeant(best, about))) return undefined;
  const pick = inOtherScript(candidates, best.line) ?? best.line;
  const repeats = [...(count.get(copyKey(pick.text)) ?? [])].filter((line) => line !== pick);
  if (top && top !== pick && copyKey(head) === copyKey(pick.text) && !repeats.includes(top)) repeats.push(top);
  return { anchor: pick, repeats };
}

/** A candidate and its points. */
interface Best {
  line: Line;
  points: number;
}

/** Whether a line has any sign of a title beside its place: what it speaks of, or what stands around it. */
const isMeant = (best: Best | undefined, about: (text: string) => number): boolean =>
  best !== undefined && (about(best.line.text) > 0.5 || best.points - about(best.line.text) > 2);

/** Lines below the abstract that can be its title: they speak of the same, and names stand below them. */
function laterTitles(page: Page, end: number, prose: string, about: (text: string) => number): Line[] {
  const found: Line[] = [];
  for (const line of page.lines.slice(end, end + 120)) {
    if (!line.text || !page.isFreeLine(line)) continue;
    if (/^(?:references|related)$/u.test(tailOf(line.text) ?? '')) break;
    if (prose.includes(line.text) || about(line.text) < 1.5 || !canBeTitle(page, line)) continue;
    const below = page.lines.slice(line.index + 1, line.index + 4).find((one) => one.text);
    if (below && (isNames(below) || isRowOfNames(below.text))) found.push(line);
  }
  return found;
}

/**
 * How much a text speaks of what the abstract speaks of: from 4 points, where most of its words stand there, to -4, where
 * none does. An interface never does; a title in the abstract's script nearly always.
 */
function aboutness(prose: string): (text: string) => number {
  const known = new Set(stemsOf(prose));
  const scripts = { han: shareOfHan(prose) > 0.05, latin: shareOfHan(prose) < 0.8 };
  return (text) => {
    // A sentence of the abstract that stands alone is no title of it.
    if (text.length > 60 && prose.includes(text.slice(0, 60))) return 0;
    const stems = [...new Set(stemsOf(text))];
    const written = shareOfHan(text) > 0.3 ? scripts.han : scripts.latin;
    if (known.size < 20 || stems.length < 2 || !written) return 0;
    const share = stems.filter((stem) => known.has(stem)).length / stems.length;
    return share === 0 ? (stems.length < 3 ? 0 : -4) : Math.min(4, share * 6);
  };
}

/** The beginnings of a text's longer words, and its pairs of Chinese characters. */
const stemsOf = (text: string): string[] => [
  ...(text.toLowerCase().match(/\p{Script=Latin}{4,}/gu) ?? []).map((word) => word.slice(0, 5)),
  ...(text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  ),
];

/** A name above a line of volume and issue, or with the words that journals have in their names and few others. */
function isJournalLine(page: Page, line: Line): boolean {
  const next = page.lines.slice(line.index + 1).find((one) => one.text);
  const kinds =
    next && next.text.length < 200 ? new Set(readLocator(next.text).tokens.map((token) => token.kind)) : new Set();
  if (kinds.has('volume') || kinds.has('issue')) return true;
  return line.text.split(/\s+/u).length <= 7 && journalWord.test(line.text) && isHeading(line, 8);
}

/** The title in the page's other script right above the one that was found: the first of two counts as the anchor. */
function inOtherScript(candidates: readonly Line[], best: Line): Line | undefined {
  const above = candidates[candidates.indexOf(best) - 1];
  if (!above || best.index - above.index > 2) return undefined;
  const isHan = (line: Line) => shareOfHan(line.text) > 0.3;
  const [latin, han] = isHan(best) ? [above, best] : [best, above];
  // A Chinese title says in one character what a Latin one says in two to five.
  const ratio = latin.text.length / han.text.length;
  return isHan(above) !== isHan(best) && ratio > 1.5 && ratio < 7 && !siteName.test(han.text) ? above : undefined;
}
const notice =
  /^(?:(?:author|publisher)\s)?(?:corrigendum|correction|erratum|retraction|expression of concern|corrección|fe de erratas|errata|更正|勘误)(?![\p{L}])/iu;
const siteName = /(?:平台|网|网站|数据库|系统|首页|杂志|学报|期刊|中心)$/u;

/** The texts of lines that read like references, in one of which the page may name its own paper. */
const citedIn = (lines: readonly Line[]): string[] =>
  lines
    .filter((line) => line.text.length > 60 && line.text.length < 900 && /(?:19|20)\d{2}/u.test(line.text))
    .filter((line) => !/^[[(]?\d{1,3}[.\])]/u.test(line.text))
    .filter(
      (line) => isCitationLike(line.text) || /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s\p{Lu}\./u.test(line.text),
    )
    .map((line) => copyKey(line.text));

const isNames = (line: Line): boolean =>
  readAuthorLine(restOf(line, /^[•·▪◦*-]\s*/u.exec(line.text)?.[0].length ?? 0), false) !== undefined;

/** A line that says where a paper stands: its DOI, or its journal's numbers. */
const isPlaced = (text: string): boolean =>
  /\b10\.\d{4,9}\/\S/u.test(text) ||
  readLocator(text).tokens.some((token) => /^(?:volume|issue|pages)$/u.test(token.kind));

/** Words with which a page speaks to its reader. */
const appeal =
  /^(?:search|find|view|read|get|sign|submit|download|follow|buy|show|see|access|browse|add|save|create|share|order|request|please|you|your|we|our|welcome|discover|join|learn|use|skip|click|this (?:site|page|article|is|website)|available|published|powered|select|change|go to|register|subscribe|inform me|note|these|this|all authors|author to whom|correspond|your|intended for|designed for|requires|all (?:rights|content)|欢迎|请|您)(?![\p{L}])/iu;

/**
 * The candidate with the most signs of a title: the page names it again, names or an institution below, the kind of
 * article above, the same in another language beside it, as many words as titles have. The first of equals; a page's own
 * banner, "Site - what it is", comes last. `known` adds what the whole page says of a line.
 */
function bestOf(page: Page, candidates: readonly Line[], known: (line: Line) => number): Best | undefined {
  const near = (line: Line, step: 1 | -1, count: number): Line[] => {
    const found: Line[] = [];
    for (let i = line.index + step; i >= 0 && i < page.lines.length && found.length < count; i += step) {
      const other = page.lines[i];
      if (other?.text && (found.length > 0 || !isInterface(other.text))) found.push(other);
    }
    return found;
  };
  const score = (line: Line): number => {
    const [below, second] = near(line, 1, 2);
    const [above] = near(line, -1, 1);
    const han = shareOfHan(line.text) > 0.3;
    let points = known(line);
    if (below && (isNames(below) || readLabel(page, below)?.field === 'authors')) points += 3;
    else if (below && isAffiliation(below.text)) points += 2;
    else if (second && isNames(second) && below && below.text.length < 200) points += canBeTitle(page, below) ? 3 : 2;
    if (above && (isNames(above) || /^affiliations?\s?:?$/iu.test(above.text))) points -= 4;
    if (above && articleType.test(above.text.slice(0, 80))) points += 2;
    if (below && shareOfHan(below.text) > 0.3 !== han && canBeTitle(page, below)) points += 2;
    if (!above && /\s[-–—|]\s/u.test(line.text)) points -= 2;
    if (isJournalLine(page, line)) points -= 4;
    if (above && /^(?:next|previous) article|^(?:上|下)一篇|^related/iu.test(above.text)) points -= 6;
    if (isHeading(line) && below && canBeTitle(page, below) && below.text.length > line.text.length && !isNames(below))
      points -= 2;
    if ([below, second].some((one) => one && one.text.length < 250 && isPlaced(one.text))) points += 1;
    if (line.text.length < 80 && appeal.test(line.text)) points -= 3;
    return points + Math.min(han ? line.text.length / 12 : line.text.split(' ').length / 6, 1.5);
  };
  let best: Best | undefined;
  for (const [i, line] of candidates.slice(0, 60).entries()) {
    const points = score(line) - Math.min(i, 8) * 0.25;
    const most = best?.points ?? -Infinity;
    // Of lines that say the same the last: the first is a menu's or the browser's.
    if (points > most || (best && points > most - 2.1 && copyKey(best.line.text) === copyKey(line.text)))
      best = { line, points: Math.max(points, most) };
  }
  return best;
}

/** A few words in title case: the name of an issue or a section. */
function isHeading(line: Line, most = 5): boolean {
  const words = line.text.split(/\s+/u);
  return (
    shareOfHan(line.text) < 0.3 &&
    words.length <= most &&
    line.text.length < 9 * most &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|and|in|the|with|for|on|to|&|a)$/u.test(word))
  );
}
