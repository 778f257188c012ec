/** Cuts lines on which a scraper set a whole page into its parts: at bars, and around buttons, labels and headings. */

import { fold, slice, spanOf } from '../text/traced.ts';
import { articleType, furnitureOf, tailOf } from './furniture.ts';
import { isInterface } from './interface.ts';
import { fieldOfLabel, isSpokenLabel } from './labels.ts';
import type { Line } from './page.ts';

/** A shorter line is a paragraph or a row; a Chinese character says as much as three Latin ones. */
const shortest = 360;

/** As many cuts show that a line is a page: an abstract with its keywords has fewer. */
const fewestCuts = 4;

/** No button or heading has more words. */
const mostWords = 7;

interface Word {
  text: string;
  start: number;
  end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ text: word, start: index, end: index + word.length }));

/** Words after which a phrase goes on: what follows is no heading. */
const goesOn = /^(?:of|the|in|and|a|an|for|to|with|on|by|from|or|as|at|de|la|el|en|y|und|der|die|das)$|[,，(（-]$/u;

/** How a stretch of words stands out: it is a part by itself, or the label of what follows. */
type Sign = 'part' | 'weak part' | 'label';

/** "key: cord-082 authors: Berg, Ana title: …": the fields of a record that a program set side by side. */
const isRecordLine = (text: string): boolean =>
  /^\p{Ll}[\p{Ll}_]{1,12}:\s/u.test(text) && text.includes(' authors: ') && text.includes(' title: ');

/** How what a page says of its parts begins, save the fields of a record. */
const beginsSign = /^[\p{Lu}\d\p{Script=Han}【[]/u;

/** Whether words say what a page says of its parts, whatever is around them. */
function signOf(words: readonly Word[], text: string): Sign | undefined {
  const [first, last] = [words[0] as Word, words.at(-1) as Word];
  const phrase = text.slice(first.start, last.end);
  const isRecord = words.length === 1 && /^\p{Ll}.*:$/u.test(phrase) && isRecordLine(text);
  if (!(isRecord || beginsSign.test(phrase)) || phrase.length > 60) return undefined;
  const field = /[:：】\]]$/u.test(phrase) ? fieldOfLabel(phrase.replace(/\s?[:：]$/u, '')) : undefined;
  if (field || isRecord) return 'label';
  // Buttons in front of a label are a part without it.
  if (/[:：]$/u.test(phrase)) return undefined;
  // "1204 Accesses", "被引量：6"
  if (/\d/u.test(phrase))
    return words.length < 3 && !/^(?:19|20)\d\d\s/u.test(phrase) && furnitureOf(phrase) === 'counter'
      ? 'part'
      : undefined;
  if (/^\p{Script=Han}+$/u.test(phrase) && isSpokenLabel(phrase)) return 'label';
  if (headings.test(phrase)) return 'part';
  // What ends in a heading is a button and then the heading.
  if (words.length > 1 && ((headings.test(last.text) && !isType(last.text)) || isSpokenLabel(last.text)))
    return undefined;
  if (!isInterface(phrase) && !tailOf(phrase) && !(words.length > 1 && isType(phrase))) return undefined;
  return words.length > 1 || /\p{Script=Han}{2}/u.test(phrase) ? 'part' : 'weak part';
}

/** Headings of one word under which the paper's own text stands. */
const headings =
  /^(?:Abstract|ABSTRACT|Summary|Zusammenfassung|Keywords|KEYWORDS|Introduction|INTRODUCTION|References|REFERENCES|Article|Chapter|Editorial)$/u;

const isType = (phrase: string): boolean => articleType.exec(phrase)?.[0].length === phrase.length;

const barsIn = (text: string): number[] => [...text.matchAll(/\s[|｜·•]\s/gu)].map(({ index }) => index + 1);

/** A row has fewer bars between its parts. */
const manyBars = 8;

/** The offsets at which a line falls apart; `barred` where the page has bars between its parts. */
function cutsIn(text: string, barred: boolean): number[] {
  const bars = barsIn(text);
  if (bars.length >= (barred ? 2 : manyBars)) return bars;
  const words = wordsOf(text);
  const apart = [...saidTwice(words), ...aroundMatches(text)];
  const cuts = new Set<number>(apart);
  let strong = apart.length;
  let past = -1;
  for (let i = 0; i < words.length; i++) {
    const found = longestAt(words, i, text);
    if (!found) continue;
    const { sign, count } = found;
    const [first, next] = [words[i] as Word, words[i + count]];
    // A single word of the interface is one beside another; alone it may be any word.
    const isBeside = past === i || (next !== undefined && longestAt(words, i + count, text) !== undefined);
    if (sign === 'weak part' && !isBeside) continue;
    strong++;
    cuts.add(first.start);
    if (sign !== 'label' && next) cuts.add(next.start);
    i += count - 1;
    past = i + 1;
  }
  return strong >= fewestCuts ? [...cuts].sort((a, b) => a - b) : [];
}

/** What a line says a second time in as many words stands out: the title, on a cover and on the page behind it. */
const leastTwice = 5;

/** The edges of stretches of words that a line has twice, sentences left out. */
function saidTwice(words: readonly Word[]): number[] {
  const plain = words.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\d]/gu, ''));
  const first = new Map<string, number>();
  const edges: number[] = [];
  for (let at = 0; at + leastTwice <= words.length; at++) {
    const key = plain.slice(at, at + leastTwice).join(' ');
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, at);
    if (earlier === undefined || !/^\p{Lu}/u.test(words[at]?.text ?? '')) continue;
    let count = leastTwice;
    while (at + count < words.length && plain[at + count] === plain[earlier + count] && earlier + count < at) count++;
    const last = words[at + count - 1] as Word;
    const isTitle = [earlier, at].every((from) => beginsPart.test(words[from + count]?.text ?? 'A'));
    if (!isTitle || /[.。]$/u.test(last.text) || last.end - (words[at]?.start ?? 0) < 25) continue;
    for (const from of [earlier, at]) edges.push(words[from]?.start ?? 0, words[from + count]?.start ?? 0);
    at += count - 1;
  }
  return edges;
}

/** Stretches of a line at whose ends, or at both of whose edges, it falls apart, whatever is around them. */
const stretches: readonly { re: RegExp; edges: 'end' | 'both' }[] = [
  // An address of the web, before a capital.
  { re: /(?<!\S)(?:https?:\/\/|www\.)\S+\s(?=\p{Lu})/gu, edges: 'end' },
  // The number by which a program knows a record, before its text.
  { re: /(?<=\s)\p{Ll}+_\p{Ll}+:\s\S{4,60}\s(?=\p{Lu})/gu, edges: 'end' },
  // "Acta Panis 41 (2014) Heft 2": the journal's place at the head of a first page.
  {
    re: /^\p{Lu}[\p{L}\s&.-]{3,60}\s\d{1,3}\s[(（](?:19|20)\d{2}[)）](?:\s(?:Heft|No\.?|Issue|Nr\.)\s\d{1,2})?\s(?=\p{Lu})/gu,
    edges: 'end',
  },
  // A row of names with the numbers of their addresses.
  {
    re: /(?<!\S)(?:\p{Lu}[\p{L}'’-]{1,24}\s(?:\p{Lu}\.\s)?\p{Lu}[\p{L}'’-]{1,24}\d(?:,\d){0,4}\*?(?:,\s|\s(?:&|and|und|y|et)\s|\s(?=\p{Lu}))){2,30}(?:\p{Lu}[\p{L}'’-]{1,24}\s(?:\p{Lu}\.\s)?\p{Lu}[\p{L}'’-]{1,24}\d(?:,\d){0,4}\*?\s)?/gu,
    edges: 'both',
  },
];

const aroundMatches = (text: string): number[] =>
  stretches.flatMap(({ re, edges }) =>
    [...text.matchAll(re)].flatMap(({ 0: all, index }) => [...(edges === 'both' ? [index] : []), index + all.length]),
  );

/** How a part begins that follows on a button or a heading: terms may begin with a small letter. */
const beginsPart = /^[\p{Lu}\d\p{Script=Han}“"'‘(©@《]/u;

/** The longest stretch from a word on that stands out, where the words around it let it stand. */
function longestAt(words: readonly Word[], at: number, text: string): { sign: Sign; count: number } | undefined {
  const before = words[at - 1]?.text ?? '';
  const first = words[at]?.text ?? '';
  // Most words of an abstract are neither.
  if (!beginsSign.test(first) && !first.endsWith(':')) return undefined;
  if (goesOn.test(before)) return undefined;
  for (let count = Math.min(mostWords, words.length - at); count > 0; count--) {
    const next = words[at + count]?.text;
    const sign = signOf(words.slice(at, at + count), text);
    const isFollowed =
      next === undefined ||
      beginsPart.test(next) ||
      (/[.!?]$/u.test(before) && /^keywords$/iu.test(words[at]?.text ?? ''));
    if (sign === 'label' || (sign && isFollowed)) return { sign, count };
  }
  return undefined;
}

/** The parts of a line that holds a page, each a line; the line alone where it is one. */
function partsOf(line: Line, barred: boolean): Line[] {
  const { text } = line;
  const weight = text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  return cutAt(line, weight < shortest || text.length > 20_000 ? [] : cutsIn(text, barred));
}

/** A line cut at these offsets of its text. */
function cutAt(line: Line, cuts: readonly number[]): Line[] {
  const { text, traced } = line;
  if (cuts.length === 0) return [line];
  const edges = [0, ...cuts.filter((at) => at > 0), text.length];
  const parts = edges.slice(1).flatMap((end, i) => {
    const part = fold(slice(traced, edges[i] as number, end));
    const plain = fold(slice(part, /^(?:[|｜·•]|\/\/)\s?/u.exec(part.text)?.[0].length ?? 0));
    const span = spanOf(plain);
    return plain.text && span ? [{ traced: plain, text: plain.text, start: span[0] }] : [];
  });
  return parts.map((part, i) => ({
    ...part,
    index: 0,
    start: i === 0 ? line.start : part.start,
    end: parts[i + 1]?.start ?? line.end,
  }));
}

/** What sites print behind a name or a text without anything between, and before the next. */
const gluedButton =
  /(?<=[.\p{L}]\s?)(?=\/\/\p{Lu}[\p{L}\s&-]{3,80},\s?(?:19|20)\d{2},\s?\d)|(?<=\p{L})(?=Search for more papers by this author)|(?<=Search for more papers by this author)(?=\p{L})|(?<=[.!?])(?=This (?:publication|article|paper) (?:has|references) \d+ (?:other )?(?:references|publications))|(?<=\d)(?=Keywords?:)|(?<=\p{Ll})(?=Abstract$)|(?<=[.!?。]\s)(?=(?:Key ?words|Palabras clave|Palavras-chave|Mots-clés|关键词|關鍵詞)\s?[:：]\s?\S)|(?<=\S)(?=【(?:摘\s?要|关键词|關鍵詞)】)|(?<=^(?:发\(作者:\))?[·•]?\d{1,4}[·•]\p{Script=Latin}[^\p{Script=Han}]{8,120}\d)(?=\p{Script=Han})|(?<=\d)(?=(?:\p{Script=Han}{2,3}\d[\d,，*]{0,6}){2,30}[(（]\d)|(?<=\p{Script=Han}\d[\d,，*]{0,6})(?=[(（]1[.．]\p{Script=Han})|(?<=\S)(?=中图分类号\s?[:：])|(?<=中图分类号\s?[:：]\s?[A-Z\d.-]{2,12})(?=DOI)/gu;

/** Where a cover's notes begin on one line; a longer line is cut by all that it holds. */
const coverNote = /(?<=\S\s)(?=To (?:cite|link to) this article:?\s\S)/gu;

const name = String.raw`\p{Lu}\p{Ll}[\p{L}'’-]{1,24}\s(?:\p{Lu}\.\s)?\p{Lu}\p{Ll}[\p{L}'’-]{1,24}`;

/** "Trust at the Desk Ana Berg, Bo Dahl Department of Care, Town": a title, its names and their address on one line. */
const namesBehind = new RegExp(
  String.raw`(?<=\S\s)(?=(?:${name},\s){0,4}(?:${name}\s(?:and|&)\s)?${name}\s(?:Department|School|Faculty|Institute|Centre|Center|College|Division)\sof\s\p{Lu})`,
  'u',
);

/** Where the names begin that are behind a title of a few words and no sentence. */
function namesIn({ text }: Line): number[] {
  const at = text.length < shortest ? namesBehind.exec(text)?.index : undefined;
  const title = text.slice(0, at).trimEnd();
  const isTitle =
    title.length >= 20 &&
    !/[.,;]$|\.\s|\b(?:School|Department|University)\b/u.test(title) &&
    !goesOn.test(title.split(' ').at(-1) ?? '');
  return at !== undefined && isTitle && /^\p{Lu}/u.test(title) ? [at] : [];
}

/** The parts of a line between which a button was; the line alone where it has none. */
function besideButtons(line: Line): Line[] {
  const notes = line.text.length < shortest ? [...line.text.matchAll(coverNote)] : [];
  return cutAt(
    line,
    [...[...line.text.matchAll(gluedButton), ...notes].map(({ index }) => index), ...namesIn(line)].sort(
      (a, b) => a - b,
    ),
  );
}

/** The lines, those that hold a page cut into its parts. */
export function cutLong(given: readonly Line[]): Line[] {
  const cut = given.flatMap(besideButtons);
  const lines = cut.length === given.length ? given : cut.map((line, index) => ({ ...line, index }));
  const barred = lines.some(({ text }) => text.length >= shortest && barsIn(text).length >= manyBars);
  const parts = lines.map((line) => (line.text.length * 3 < shortest ? [line] : partsOf(line, barred)));
  return parts.every(({ length }) => length === 1)
    ? [...lines]
    : parts.flat().map((line, index) => ({ ...line, index }));
}
