/**
 * Cuts a text into the lines that readers of pages take: without Markdown's marks, and with broken paragraphs joined.
 */

import { asUtf8 } from '../text/misread.ts';
import { shareOfHan } from '#domain/language';
import type { SourceText } from '#domain/source';
import { hasHan } from '#text/han';
import { normalized } from '#text/normal';
import { isRowOfNames } from '../values/author-lines.ts';
import { cutLong } from './long-lines.ts';
import type { Line } from './page.ts';
import { fold, rewrite, slice, traceSource, Tracer, without, type Traced } from '../text/traced.ts';

/** The lines of a text as a reader takes them, and the markup of the source that they leave out. */
export interface PlainLines {
  lines: Line[];
  markup: readonly (readonly [number, number])[];
}

/** A scraper that turns pages into Markdown leaves the addresses of their links. */
const isMarkdown = (text: string): boolean =>
  /^Markdown Content:\s*$/mu.test(text) ||
  (text.match(/[^\]]\]\((?:https?:|javascript:|mailto:|\/|#)[^)\s]{0,500}\)/gu) ?? []).length >= 4;

/**
 * The parts of a Markdown line that are not text: images, the addresses of links, emphasis, bullets, signs of
 * headings, escapes.
 */
const marks =
  /!\[[^\]]{0,300}\]\((?:[^()]|\([^()]{0,200}\)){0,2000}\)|^\s{0,12}(?:#{1,6}|[*+-]|>)\s+|^\s{0,3}(?:[-=]{3,}\s*|[|:\s-]{5,})$|\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s"[^"]{0,200}")?\)|[[\]]|\*\*|__|(?<![\p{L}\d\\])_(?=\S)|(?<=\S)_(?![\p{L}\d])|\\(?=[_*[\]().#+!-])/gu;

/** Where the marks of a Markdown line are, in order. A bracket is one where it begins the text of a link. */
function marksIn(text: string): [number, number][] {
  const found: [number, number][] = [];
  let open: number | undefined;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === '[') open = index;
    else if (mark === ']') open = undefined;
    else {
      if (mark.startsWith('](') && open !== undefined) found.push([open, open + 1]);
      if (mark.startsWith('](')) open = undefined;
      found.push([index, index + mark.length]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

function plainOf(source: SourceText, start: number, end: number, markup: [number, number][]): Traced {
  const line = traceSource(source, start, end);
  const tracer = new Tracer();
  let from = 0;
  // What is longer is not a line that a person wrote.
  if (line.text.length > 20_000) return line;
  for (const [first, past] of marksIn(line.text)) {
    tracer.addSlice(line, from, first);
    from = past;
    markup.push([start + first, start + past]);
  }
  tracer.addSlice(line, from, line.text.length);
  return tracer.done();
}

/** How wide a text is where every letter has one column and every Chinese character two. */
const widthOf = (text: string): number =>
  text.length + (text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu)?.length ?? 0);

/**
 * The width at which a text was broken into lines, as mails, PDF files and PubMed's own text break it: nearly all its
 * longer lines end where the next one's first word would not have fitted. `undefined` where lines are paragraphs.
 */
function measureOf(texts: readonly string[]): number | undefined {
  const widths = texts.map(widthOf);
  const isHan = shareOfHan(texts.join(' ').slice(0, 5000)) > 0.3;
  // The running head and the foot of a page may be wider than its text.
  const widest = widths.filter(Boolean).sort((a, b) => b - a);
  const likely = new Set(widest.slice(0, 5 + Math.min(12, widest.length / 8)));
  return [...likely].find((width) => width >= 40 && width <= 125 && isBrokenAt(texts, widths, width, isHan));
}

/** What begins a line of its own, however full the one above it is. */
const beginning =
  /^(?:[•·▪◦*–-]\s|\(?\d{1,2}[.)\]]|\[\d|[\p{L}\s]{3,30}[:：]\s|\p{Script=Han}[\p{Script=Han}\s]{1,7}[:：]|[【[]|(?:DOI|PMID|PMCID|doi)\b|dc\.\p{L}|(?:19|20)\d{2} 年 \d{1,2} 月|https?:\/\/|(?:Keywords?|Key words|Abstract|摘要|关键词|References|Received|Accepted|Copyright|©)(?![\p{L}]))/u;

/**
 * Whether most longer lines end where the next one's first word would not have fitted into a width. Few such lines show it
 * where three of them follow on one another, as in a paragraph.
 */
function isBrokenAt(texts: readonly string[], widths: readonly number[], width: number, isHan: boolean): boolean {
  let [long, full, broken, run, longestRun] = [0, 0, 0, 0, 0];
  texts.forEach((text, i) => {
    const [own, next] = [widths[i] ?? 0, texts[i + 1]];
    if (own > 0.55 * width && own <= width && next) long++;
    run = next && own <= width && isFull(text, next, width) && !beginning.test(next) ? run + 1 : 0;
    longestRun = Math.max(run, longestRun);
    if (run === 0) return;
    full++;
    if (!/[.!?。！？:：;；]["”’)]?$/u.test(text) && (isHan || /^[\p{Ll}\d(]/u.test(next ?? ''))) broken++;
  });
  const isParagraph = longestRun >= 3 || (!isHan && full > 4);
  return full >= 4 && isParagraph && broken >= (isHan ? 3 : 4) && broken >= 0.4 * full && full >= 0.4 * long;
}

/** Whether the next line's first word would not have fitted after this line. */
function isFull(text: string, next: string, width: number): boolean {
  // Chinese lines are set apart until they are full, and their signs are narrow at the end.
  const word = hasHan(next[0] ?? '') ? 5 : (/^\S+/u.exec(next)?.[0].length ?? 0) + 1;
  const own = widthOf(text);
  return own > 0.55 * width && own + word > width;
}

/** Whether a sentence goes on in the next line: "we looked at handover in four" before "wards and asked". */
const isInside = (text: string, next: string): boolean => /[\p{Ll},-]$/u.test(text) && /^\p{Ll}{2}/u.test(next);

/** Fewer lines that end inside a sentence may be those of a title. */
const fewestInside = 3;
/** A line of a list, such as that of keywords, has fewer words, and no word is cut there. */
const isOfSentence = (text: string): boolean => /^(?:\S+\s){2}|\p{Ll}-$/u.test(text);

/** The last line of a paragraph that a program broke at no even width: its lines end inside a sentence, or at its end before another. */
function endOfBroken(lines: readonly Line[], start: number): number {
  let [end, inside] = [start, 0];
  for (;;) {
    const [text = '', next = '', third = ''] = lines.slice(end, end + 3).map((line) => line.text);
    const isEnd = inside > 0 && /[.?!]$/u.test(text) && /^\p{Lu}/u.test(next) && isInside(next, third);
    if (beginning.test(next) || !isOfSentence(text) || !(isInside(text, next) || isEnd))
      return inside < fewestInside ? start : end;
    if (!isEnd) inside++;
    end++;
  }
}

/** Paragraphs out of lines that a program broke: each in the place of its first line, the others empty. */
function unwrapped(lines: readonly Line[]): Line[] {
  const width = measureOf(lines.map((line) => line.text));
  const known = new Set(lines.flatMap((line) => line.text.toLowerCase().match(/(?<!\p{L})\p{L}+-\p{L}+/gu) ?? []));
  const out = [...lines];
  for (let i = 0; i < lines.length; i++) {
    const parts = [lines[i] as Line];
    if (width === undefined) {
      for (const last = endOfBroken(lines, i); i < last;) {
        const next = lines[++i] as Line;
        parts.push(next);
        out[i] = { ...next, start: next.end, traced: slice(next.traced, 0, 0), text: '' };
      }
    }
    while (width !== undefined && i + 1 < lines.length) {
      const [last, next] = [parts.at(-1) as Line, lines[i + 1] as Line];
      const goesOn = widthOf(last.text) > 0.55 * width && isInside(last.text, next.text);
      if (!next.text || widthOf(last.text) > width || beginning.test(next.text)) break;
      if (isRowOfNames(next.text) && !isRowOfNames(last.text)) break;
      if (!goesOn && !isFull(last.text, next.text, width)) break;
      parts.push(next);
      out[++i] = { ...next, start: next.end, traced: slice(next.traced, 0, 0), text: '' };
    }
    if (parts.length < 2) continue;
    const [first, end] = [parts[0] as Line, (parts.at(-1) as Line).end];
    const traced = joined(parts, known);
    out[first.index] = { ...first, end, traced, text: traced.text };
  }
  return out;
}

/** Lines as one text; a word that was cut at its end is whole again, unless the page has it with its hyphen elsewhere. */
function joined(parts: readonly Line[], known: ReadonlySet<string>): Traced {
  const tracer = new Tracer();
  parts.forEach((line, i) => {
    const next = parts[i + 1]?.text ?? '';
    const cut = /(?<!\p{L})(\p{L}+)-$/u.exec(line.text)?.[1];
    const rest = /^\p{Ll}+/u.exec(next)?.[0];
    const isWhole = cut !== undefined && rest !== undefined && !known.has(`${cut}-${rest}`.toLowerCase());
    tracer.addSlice(line.traced, 0, line.text.length - (isWhole ? 1 : 0));
    const isGlued = cut !== undefined || (/\p{Script=Han}$/u.test(line.text) && /^\p{Script=Han}/u.test(next));
    if (next && !isGlued) tracer.addUntraced(' ');
  });
  return tracer.done();
}

/** "A B S T R A C T": a heading whose letters are set apart, with wider gaps between its words. */
const withoutSpacing = (line: Traced): Traced =>
  /^\s*(?:\p{Lu} {1,3}){4,30}\p{Lu}\s*$/u.test(line.text) ? without(line, /(?<=\p{Lu}) (?=\p{Lu})/gu) : line;

/** What pages say of a link to those who do not see it. */
const linkNote = /\s?[[(]\s?opens in (?:a )?new (?:window|tab|browser tab)\s?[\])]/giu;

/** The bars at the ends of a table's row, and the sign with which pages introduce a title in another language. */
const frames = /^(?:[|｜]\s*)+(?=[^|｜\s])|^[=＝]\s?(?=[\p{Lu}\p{Script=Han}"“])|(?<=[^|｜\s])(?:\s*[|｜])+$/gu;

/** 科學(xué): the readings that mirrors of Chinese pages set behind characters. */
const readings =
  /(?<=\p{Script=Han})\((?=[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\)/gu;
/** Fewer may be an author's own. */
const fewestReadings = 6;

/** "Garcı́a": letters and their accents apart, as PDF files have them, one of them a letter that no accent goes with. */
const composed = (line: Traced): Traced =>
  /\p{Script=Latin}\p{M}/u.test(line.text)
    ? rewrite(line, /\p{Script=Latin}\p{M}{1,3}/gu, ([all]) => normalized(all.replace('ı', 'i'), 'NFC'))
    : line;

/** "pp. 208?225", "Care 11 (2017) 301e312": the dash that a program could not write, or wrote as a letter. */
const lostDash =
  /(?<=\bp(?:ages?|p?\.?)\s\d{1,5})\?(?=\d{1,5}(?!\d))|(?<=\s\d{1,4}\s\((?:19|20)\d\d\)\s\d{1,5})e(?=\d{1,5}(?!\w))/giu;

/** The lines of a source, without Markdown's marks and as paragraphs where a program broke them. */
export function plainLines(source: SourceText): PlainLines {
  const markup: [number, number][] = [];
  const isMarked = isMarkdown(source.text.slice(0, 200_000));
  const isRead = (source.text.slice(0, 200_000).match(readings) ?? []).length >= fewestReadings;
  const lines = source.lineStarts.map((start, index): Line => {
    const end = source.lineStarts[index + 1] ?? source.text.length;
    const whole = fold(
      withoutSpacing(isMarked ? plainOf(source, start, end, markup) : traceSource(source, start, end)),
    );
    const said = isRead ? without(whole, readings) : whole;
    const plain = /opens in/iu.test(said.text) ? without(said, linkNote) : said;
    const framed = /^[|｜=＝]|[|｜]$/u.test(plain.text) ? without(plain, frames) : plain;
    const dashed = /\d[?e]\d/iu.test(framed.text) ? rewrite(framed, lostDash, () => '–') : framed;
    const traced = composed(asUtf8(dashed));
    return { index, start, end, traced, text: traced.text };
  });
  return { lines: cutLong(unwrapped(lines)), markup };
}
