import { detectLanguage, shareOfHan } from '#domain/language';
import { isAffiliation, stateAffiliation } from './affiliations.ts';
import { readAbstract } from './abstracts.ts';
import { readAuthorLine, stateAuthors, stateOrcid, type AuthorPiece } from './authors.ts';
import { isCitationLike, readCitationLine, readSelfCitation, stateIdentifiers } from './citations.ts';
import { articleType, furnitureOf, publisherLine, tailOf } from './furniture.ts';
import { isPersonShape } from './names.ts';
import { richBlocks, type RichBlock } from './html.ts';
import { inlineMarkup } from './markup.ts';
import { readLabel, type LabelledLine } from './labels.ts';
import { readField, splitLabels } from './fields.ts';
import { restOf, type Line, type Page } from './page.ts';
import { kindOfLabel, labelKey } from './sections.ts';
import { copyKey, sameLanguage, stateTitle } from './texts.ts';
import { canBeTitle, findTitleLines } from './titles.ts';
import { slice, trim, type Traced } from './traced.ts';

/** Whether a line is a paragraph of prose rather than a heading, a name or a row of a menu. */
function isProse(text: string): boolean {
  if (isCitationLike(text)) return false;
  const han = shareOfHan(text);
  if (han > 0.3) return text.length >= 40 || (/[。;；]$/u.test(text) && text.length >= 20);
  return text.length >= 110 || (text.length >= 50 && /[.!?]["”’)]?$/u.test(text) && text.split(/\s+/u).length >= 9);
}

/** A paragraph of a structured abstract that stands without a heading: "Objective: To explore …". */
function isLabelledProse(text: string): boolean {
  const label = /^([\p{L}][\p{L}\s/&,'’-]{2,40}?)\s?[:：]\s?\S/u.exec(text)?.[1];
  return label !== undefined && kindOfLabel(label) !== undefined && text.length >= 20;
}

const blocksOf = (line: Line, from = 0): RichBlock[] => {
  const traced = restOf(line, from);
  const bullet = /^[•·▪◦‣]\s*/u.exec(traced.text);
  const body = bullet ? trim(slice(traced, bullet[0].length)) : traced;
  if (inlineMarkup.test(body.text)) return richBlocks(body);
  return body.text ? [{ traced: body, marks: [], as: bullet ? 'item' : 'paragraph', heading: false }] : [];
};

interface Zone {
  /** The line of the heading, or of the first paragraph where there is none. */
  from: number;
  /** One past the last line. */
  to: number;
  blocks: RichBlock[];
}

/** Reads the lines of a page that its records did not take. */
export function readFront(page: Page): void {
  const { lines } = page;
  const zones = abstractZones(page);
  const firstZone = zones[0]?.from ?? firstTail(page);
  const title = page.draft.titles.length === 0 ? findTitleLines(page, firstZone) : undefined;
  if (title) stateTitleLines(page, title.anchor, title.repeats, firstZone);
  for (const zone of zones) readZone(page, zone);
  repeatTitles(page);
  const anchor = title?.anchor.index ?? page.draft.titles[0]?.at[0]?.line ?? 0;
  // Names may stand below the first of two titles.
  const start = Math.min(
    anchor,
    ...(title?.repeats ?? []).map((line) => line.index).filter((index) => index > 2 && anchor - index < 130),
  );
  let tail: string | undefined;
  // Names in biographies count where no line of authors stands above them.
  let nameless = true;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (tail && repeatsTitle(page, line)) {
      readRepeat(page, line);
      continue;
    }
    if (!page.isFreeLine(line)) continue;
    const label = readLabel(page, line);
    if (label?.field === 'citation') {
      i = readCitationLabel(page, line, label);
      continue;
    }
    const heading = tailOf(line.text);
    if (!tail && page.draft.authors.length > 0) nameless = false;
    if (!tail && zones.length > 0 && i >= (zones.at(-1)?.to ?? 0) && /^\[?1[.\]]\s?(?:1\.)?(?:\s|$)/u.test(line.text))
      tail = 'references';
    // A menu names the same headings before the paper begins.
    if (heading && i > Math.max(anchor, zones.at(-1)?.to ?? 0) - 1) tail = heading;
    if (
      tail &&
      !(
        label &&
        /^(?:keywords|doi|date|issn|pmid|pmcid)$/u.test(label.field) &&
        !/^(?:references|related|full-text)$/u.test(tail)
      )
    ) {
      if (tail === 'author-biographies' && nameless) readBiography(page, line);
      page.furnitureLine(furnitureOf(line.text) ?? tail, line);
      continue;
    }
    if (
      label &&
      label.field !== 'abstract' &&
      !(label.field === 'pages' || label.field === 'volume' || label.field === 'issue')
    ) {
      i = readField(page, line, label);
      continue;
    }
    if (furnitureOf(line.text)) continue;
    const distance = i - anchor;
    const near = distance >= -14 && distance <= 60;
    const beside = Math.abs(distance) <= 14 || Math.abs(i - firstZone) <= 8 || (i > anchor && i < firstZone && near);
    if (near && readCitationLine(page, line.traced, beside)) {
      readJournalAbove(page, line, anchor);
      continue;
    }
    if (label && label.field !== 'abstract') {
      i = readField(page, line, label);
      continue;
    }
    if (splitLabels(page, line)) continue;
    if (
      near &&
      i < firstZone + 40 &&
      /10\.\d{4}/u.test(line.text) &&
      line.text.length < 200 &&
      !/^\d{1,3}\.?\s/u.test(line.text)
    ) {
      if (stateIdentifiers(page, line.traced)) continue;
    }
    if (near && i <= firstZone && isAffiliation(line.text)) {
      stateAffiliation(page, line.traced);
      continue;
    }
    if (i >= start && i < firstZone && i - start < 120 && readNames(page, line)) continue;
    if (publisherLine.test(line.text) && !isPersonShape(line.text)) page.state('publisher', line.text, line.traced);
    else if (isOwnReference(page, line)) readSelfCitation(page, line.traced);
  }
}

/** A reference in the page's text that begins with the first of its own authors. */
function isOwnReference(page: Page, line: Line): boolean {
  const [first] = page.draft.authors;
  if (!first || !isCitationLike(line.text)) return false;
  const { written, native, family = written } = first.value.name;
  return [written, native ?? written, family].some((name) => line.text.toLowerCase().startsWith(name.toLowerCase()));
}

/** Where the page stops to speak of the paper as a whole, for pages without any abstract. */
function firstTail(page: Page): number {
  const found = page.lines.find(
    (line) =>
      line.index > 0 && /^(?:references|full-text|author-biographies|statements)$/u.test(tailOf(line.text) ?? ''),
  );
  return found?.index ?? page.lines.length;
}

/** The abstracts of a page: under their headings, or paragraphs of prose where no heading announces them. */
function abstractZones(page: Page): Zone[] {
  const zones: Zone[] = [];
  const { lines } = page;
  let headed = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (!page.isFreeLine(line)) continue;
    const label = abstractLabel(page, line);
    if (!label) continue;
    const zone = collect(page, i, label.from);
    if (zone) {
      zones.push(zone);
      i = zone.to - 1;
    } else if (label.alone) headed = true;
  }
  if (zones.length === 0) return proseZones(page, headed);
  const kept = bestZones(zones);
  // The abstract in the page's other language may follow without a heading of its own.
  const past = Math.max(...kept.map((zone) => zone.to));
  for (const zone of proseZones(page, false)) {
    const near = lines.slice(past, zone.from).filter((line) => line.text).length <= 4;
    if (zone.from >= past && near && bestZones([...kept, zone]).length > kept.length) kept.push(zone);
  }
  return kept;
}

/** A heading of an abstract; "Description" and the like count only before a long text. */
function abstractLabel(page: Page, line: Line): LabelledLine | undefined {
  const label = readLabel(page, line);
  if (label?.field === 'abstract') {
    // Prose that begins with such a word is no heading.
    if (!label.alone && label.from < line.text.length && line.text.length - label.from < 20) return undefined;
    return label;
  }
  const glued =
    /^(?:Abstract|ABSTRACT|Summary|摘\s?要|Resumen|RESUMEN|Resumo|RESUMO)(?:[.—–-]\s*|\s|(?=[\p{Lu}\p{Script=Han}]\p{Ll}?))/u.exec(
      line.text,
    );
  if (glued && line.text.length > 120)
    return { field: 'abstract', label: glued[0], from: glued[0].length, alone: false };
  return undefined;
}

/** Lines under an abstract's heading, up to what is plainly something else. */
function collect(page: Page, at: number, from: number): Zone | undefined {
  const { lines } = page;
  const head = lines[at] as Line;
  const blocks: RichBlock[] = from < head.text.length ? blocksOf(head, from) : [];
  let alone = 0;
  let prose = blocks.length;
  let i = at + 1;
  let han: boolean | undefined = blocks[0] ? shareOfHan(blocks[0].traced.text) > 0.3 : undefined;
  for (; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (!line.text) continue;
    if (!page.isFree(line.start, line.end)) break;
    if (/^[:：.]$/u.test(line.text)) continue;
    const section = kindOfLabel(line.text);
    if (section && line.text.length < 60 && labelKey(line.text) !== 'summary') {
      // A heading of the full text: results first, or an introduction after the abstract has been said.
      if (blocks.length === 0 && (section === 'results' || section === 'conclusions')) return undefined;
      if (prose > 0 && /^(?:introduction|引言|前言|introducción|introdução)$/u.test(labelKey(line.text))) break;
      if (alone > 0 && prose === 0) return undefined;
      alone++;
      prose = prose > 0 ? prose : 0;
      blocks.push(...blocksOf(line));
      continue;
    }
    const label = readLabel(page, line);
    if (label && label.field !== 'subjects' && !(label.field === 'statement' && !label.alone && isProse(line.text)))
      break;
    if (tailOf(line.text) || furnitureOf(line.text)) break;
    const isHan = shareOfHan(line.text) > 0.3;
    if (han !== undefined && isHan !== han) break;
    if (
      blocks.length > 0 &&
      prose > 0 &&
      !isProse(line.text) &&
      !isLabelledProse(line.text) &&
      !/^[•·▪]/u.test(line.text) &&
      !/^<\/?jats|[.。]$/u.test(line.text)
    )
      break;
    if (blocks.length === 0 && !isProse(line.text) && !isLabelledProse(line.text) && line.text.length < 40)
      return undefined;
    han = isHan;
    prose++;
    blocks.push(...blocksOf(line));
    if (prose > 30) break;
  }
  return prose > 0 && blocks.length > 0 ? { from: at, to: i, blocks } : undefined;
}

/** Of several abstracts in one language the first that says something; the other is a copy or a menu. */
function bestZones(zones: Zone[]): Zone[] {
  const kept: Zone[] = [];
  for (const zone of zones) {
    const text = zone.blocks.map((block) => block.traced.text).join(' ');
    const language = detectLanguage(text);
    if (
      !kept.some((other) =>
        sameLanguage(detectLanguage(other.blocks.map((block) => block.traced.text).join(' ')), language),
      )
    )
      kept.push(zone);
  }
  return kept;
}

/**
 * Paragraphs of prose without a heading, one zone a language, among the first that the page has. On a page whose heading
 * has nothing under it only paragraphs with an abstract's own labels count.
 */
function proseZones(page: Page, labelledOnly: boolean): Zone[] {
  const zones: Zone[] = [];
  const { lines } = page;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (!line.text || !page.isFreeLine(line)) continue;
    const tail = tailOf(line.text);
    if (tail && zones.length > 0) break;
    if (tail === 'references' || tail === 'full-text') break;
    if (readLabel(page, line) || furnitureOf(line.text) || isAffiliation(line.text)) continue;
    if (/^\d{1,3}\.?\s.*10\.\d{4}/u.test(line.text) || line.text.includes('https://')) continue;
    if (isNameLine(line)) continue;
    if (!isLabelledProse(line.text) && (labelledOnly || !isProse(line.text) || isOneSentenceTitle(page, line)))
      continue;
    const blocks: RichBlock[] = [];
    const han = shareOfHan(line.text) > 0.3;
    let to = i;
    for (let n = i; n < lines.length; n++) {
      const next = lines[n] as Line;
      if (!next.text) continue;
      const fits =
        page.isFreeLine(next) &&
        shareOfHan(next.text) > 0.3 === han &&
        !readLabel(page, next) &&
        !tailOf(next.text) &&
        !furnitureOf(next.text) &&
        !isAffiliation(next.text);
      if (!fits || !(isProse(next.text) || isLabelledProse(next.text))) break;
      blocks.push(...blocksOf(next));
      to = n + 1;
    }
    if (blocks.length > 6 && !blocks.some((block) => isLabelledProse(block.traced.text))) blocks.splice(1);
    if (!zones.some((zone) => shareOfHan(zone.blocks[0]?.traced.text ?? '') > 0.3 === han))
      zones.push({ from: i, to, blocks });
    i = Math.max(i, to - 1);
  }
  return zones;
}

/** A long title is one line without a final stop before anything that looks like prose. */
function isOneSentenceTitle(page: Page, line: Line): boolean {
  if (/[.!?]\s\p{Lu}/u.test(line.text) || !canBeTitle(page, line)) return false;
  if (!/[.。]$/u.test(line.text)) return true;
  if (line.text.length < 300 && page.lines.every((one) => one.index >= line.index || !one.text)) return true;
  // A title in the page's other language above the abstract in that language.
  const next = page.lines.slice(line.index + 1).find((one) => one.text);
  const han = shareOfHan(line.text) > 0.3;
  return (
    next !== undefined &&
    next.text.length > 2.5 * line.text.length &&
    isProse(next.text) &&
    shareOfHan(next.text) > 0.3 === han
  );
}

function readZone(page: Page, zone: Zone): void {
  const [first] = zone.blocks;
  const language = detectLanguage(zone.blocks.map((block) => block.traced.text).join(' '));
  const had = page.draft.abstracts.find((abstract) => sameLanguage(abstract.value.language, language));
  const head = page.lines[zone.from];
  if (had) {
    // The same abstract as page text: settled as a copy, or left to be seen if it says something else.
    return;
  }
  const abstract = first && readAbstract(page, zone.blocks);
  if (abstract) page.draft.abstracts.push(abstract);
  if (head) claimHeading(page, head);
}

function claimHeading(page: Page, line: Line): void {
  for (const [a, b] of page.freeStretches(line.start, line.end)) if (b - a < 60) page.furniture('heading', a, b);
}

/** The title, its repeats, its translation and its subtitle. */
function stateTitleLines(page: Page, anchor: Line, repeats: readonly Line[], end: number): void {
  const next = page.lines.slice(anchor.index + 1, end).filter((line) => line.text);
  const [second, third] = next;
  const han = shareOfHan(anchor.text) > 0.3;
  const follows =
    second && page.isFreeLine(second) && canBeTitle(page, second) && copyKey(second.text) !== copyKey(anchor.text)
      ? second
      : undefined;
  const other =
    follows && (shareOfHan(follows.text) > 0.3 !== han || isOtherLanguage(anchor.text, follows.text))
      ? follows
      : undefined;
  // A subtitle has a line of its own between the title and the authors.
  const isSub =
    follows &&
    !other &&
    anchor.text.length >= 30 &&
    follows.text.length < anchor.text.length &&
    !/[.?!:]$/u.test(anchor.text) &&
    third &&
    isNameLine(third) &&
    shareOfHan(follows.text) < 0.3;
  if (isSub && follows) {
    const whole = trim(page.join([anchor, follows], ': '));
    stateTitle(page, { traced: whole, marks: [] });
  } else stateTitle(page, titleOf(anchor));
  if (other) stateTitle(page, titleOf(other));
  for (const line of repeats) {
    const key = copyKey(line.text);
    const title = page.draft.titles.find((one) => key.startsWith(copyKey(one.value.text)));
    const [place] = title?.at ?? [];
    if (place) page.copyLine(line, place);
  }
}

const titleOf = (line: Line) => {
  const label = /^(?:Title|题名|标题|Título|题目|篇名)\s?[:：]\s?/iu.exec(line.text);
  const traced = restOf(line, label ? label[0].length : 0);
  const [block] = inlineMarkup.test(traced.text) ? richBlocks(traced) : [];
  return block ?? { traced, marks: [] };
};

const isOtherLanguage = (a: string, b: string): boolean =>
  !sameLanguage(detectLanguage(a), detectLanguage(b)) &&
  Math.abs(a.length - b.length) < Math.max(a.length, b.length) * 0.6;

const isNameLine = (line: Line): boolean =>
  readAuthorLine(restOf(line, /^[•·▪*-]\s*/u.exec(line.text)?.[0].length ?? 0), false) !== undefined;

/** A title in another language that stands right before its abstract, or again somewhere. */
function repeatTitles(page: Page): void {
  for (const abstract of page.draft.abstracts) {
    const line = page.lines[(abstract.at[0]?.line ?? 1) - 2];
    if (!line?.text || !page.isFreeLine(line) || !canBeTitle(page, line)) continue;
    const han = shareOfHan(line.text) > 0.3;
    const isChineseAbstract = abstract.value.language.startsWith('zh');
    if (
      han === isChineseAbstract &&
      page.draft.titles.length > 0 &&
      !page.draft.titles.some((title) => title.value.language.startsWith('zh') === han)
    )
      stateTitle(page, titleOf(line));
  }
}

const repeatsTitle = (page: Page, line: Line): boolean =>
  line.text.length < 400 && page.draft.titles.some((title) => copyKey(title.value.text) === copyKey(line.text));

/** A block at the end of the page that names the paper again: title, authors, journal and numbers, DOI. */
function readRepeat(page: Page, line: Line): void {
  const [place] = page.draft.titles.find((title) => copyKey(title.value.text) === copyKey(line.text))?.at ?? [];
  if (place) page.copyLine(line, place);
  for (let i = line.index + 1; i < line.index + 7; i++) {
    const next = page.lines[i];
    if (!next?.text || !page.isFreeLine(next)) break;
    if (/^by\s/iu.test(next.text) && page.draft.authors.length === 0) {
      const stop = /\.$/u.exec(next.text) ? next.text.length - 1 : next.text.length;
      const pieces = readAuthorLine(restOf(next, 3, stop), false);
      if (pieces) stateAuthors(page, pieces);
      continue;
    }
    if (readCitationLine(page, next.traced, true)) continue;
    if (next.text.length < 200) stateIdentifiers(page, next.traced);
  }
}

/** The reference that a page gives for itself, after its label or on the lines below. */
function readCitationLabel(page: Page, line: Line, label: LabelledLine): number {
  const { draft } = page;
  if (!label.alone) {
    readSelfCitation(page, restOf(line, label.from));
    return line.index;
  }
  for (let i = line.index + 1; i < Math.min(line.index + 6, page.lines.length); i++) {
    const next = page.lines[i];
    if (!next?.text) continue;
    const isOwn = draft.titles.some((title) => copyKey(next.text).includes(copyKey(title.value.text)));
    if (!isOwn && !(draft.titles.length === 0 && next.text.length > 60 && /(?:19|20)\d{2}/u.test(next.text))) break;
    readSelfCitation(page, next.traced);
    page.furnitureLine('label', line);
    return i;
  }
  return line.index;
}

/** The journal's name on its own line above the line of its numbers. */
function readJournalAbove(page: Page, line: Line, anchor: number): void {
  const { journal, journalAbbreviation, journalZh } = page.draft;
  if (journal ?? journalZh) return;
  if (line.index > anchor && anchor > 0) return;
  if (journalAbbreviation) {
    // "Liberabit" some lines above "liber. vol.21".
    const letters = copyKey(journalAbbreviation.value);
    const full = page.lines
      .slice(Math.max(0, line.index - 6), line.index)
      .find(
        (one) =>
          page.isFreeLine(one) &&
          one.text.length < 90 &&
          copyKey(one.text).startsWith(letters) &&
          copyKey(one.text).length > letters.length &&
          !/\d/u.test(one.text),
      );
    if (full) page.state('journal', full.text, full.traced);
    return;
  }
  const above = page.lines
    .slice(Math.max(0, line.index - 3), line.index)
    .filter((one) => one.text)
    .at(-1);
  if (!above || above.text.length > 80) return;
  const logo = /^(.{2,60}?)\slogo(?:\s?Link to .*)?$/u.exec(above.text);
  if (logo?.[1]) page.state('journal', logo[1], above.traced, 0, logo[1].length);
  else if (
    page.isFreeLine(above) &&
    /^\p{Lu}/u.test(above.text) &&
    above.text.split(' ').length <= 8 &&
    !furnitureOf(above.text) &&
    !articleType.test(above.text) &&
    !readLabel(page, above) &&
    !/[\d:/@?!]/u.test(above.text)
  )
    page.state('journal', above.text, above.traced);
}

/** "Name, Ph.D., is the director of …": the name before the first comma or "is". */
function readBiography(page: Page, line: Line): void {
  const name =
    /^(\p{Lu}[^,;:()]{3,40}?)(?:,\s(?:Ph\.?D|M\.?A|M\.?D|M\.?Sc|B\.?A|Psy\.?D|Ed\.?D|MSW|RN|Dr|MPH|BSc|LCSW)[^,]{0,12})*,?\s(?:is|was|are|holds|works|received|earned|has)\s/u.exec(
      line.text,
    );
  if (!name?.[1]) return;
  const pieces = readAuthorLine(restOf(line, 0, name[1].length), false);
  if (pieces?.length === 1) stateAuthors(page, pieces);
}

/** Names below the title, in whatever shape the page prints them. */
function readNames(page: Page, line: Line): boolean {
  if (articleType.test(line.text.slice(0, 80)) || line.text.length > 2500 || publisherLine.test(line.text))
    return false;
  const bullet = /^[•·▪◦*-]\s*/u.exec(line.text)?.[0].length ?? 0;
  const traced = restOf(line, bullet);
  const etal = /^(.{3,60}?)\set\sal\.\s(\p{Lu}[\p{L}\s&]{2,80})\.\s?\.?$/u.exec(line.text);
  if (etal?.[1] && etal[2]) {
    const first = readAuthorLine(restOf(line, 0, etal[1].length), false);
    if (first) {
      stateAuthors(page, first);
      const start = line.text.indexOf(etal[2], etal[1].length);
      page.state('journalAbbreviation', etal[2], line.traced, start, start + etal[2].length);
      return true;
    }
  }
  const pieces = namesOf(page, line, traced.text.length > 0 ? traced : line.traced);
  if (!pieces) return false;
  stateAuthors(page, pieces);
  const [only] = pieces;
  if (only && pieces.length === 1) stateOrcid(page, line.traced, only.traced.text);
  return true;
}

/** The names of a line that has nothing but names, or one name and its institution. */
function namesOf(page: Page, line: Line, traced: Traced): AuthorPiece[] | undefined {
  const whole = readAuthorLine(traced, false);
  if (whole) return whole;
  const raw = page.source.text.slice(line.start, line.end);
  const gap = /^\s*(\S(?:[ \u00a0]?[^\s])*)(?:\t|[ \u00a0]{2,})/u.exec(raw.slice(0, 120))?.[1];
  const comma = /^(\p{Lu}[^,;:()\d]{3,50}?),\s(.+)$/u.exec(traced.text);
  const end = gap && line.text.startsWith(gap) ? gap.length : comma?.[1]?.length;
  if (!end || traced.text.length > 250) return undefined;
  const rest = traced.text
    .slice(end)
    .replace(/https?:\/\/orcid\.org\/\S+/u, '')
    .replace(/^[\s,]+/u, '');
  // An institution after the name, or a row of such lines.
  const above = page.lines.slice(Math.max(0, line.index - 5), line.index).filter((one) => one.text);
  const inRow = above.some((one) =>
    page.draft.authors.some((author) => author.at.some((place) => place.line === one.index + 1)),
  );
  if (!isAffiliation(`${rest.trim()}, x`) && !(inRow && rest.length > 3 && rest.length < 120 && !/[.!?]\s/u.test(rest)))
    return undefined;
  const pieces = readAuthorLine(trim(slice(traced, 0, end)), false);
  return pieces?.length === 1 ? pieces : undefined;
}
