import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toCsl, type CslItem } from '#citations/csl';
import type { FormattedReference } from '#citations/format';
import { onceEach } from '#citations/once';
import { citationStyles, itemFor, localeFor, type CitationStyle } from '#citations/styles';
import type { Paper } from '#domain/paper';
import { referenceFormatter } from './engine.ts';
import { namesakeKey, namesakes } from './list.ts';
import type { MarkedText } from './marked.ts';

/**
 * References in every style, each formatted once: a file keeps them by a hash of all that decides how they read (style,
 * locale, item, and the works it must be told apart from), so a rebuild formats only what changed.
 */
const cacheFile = path.resolve(process.env['REVIEW_REFERENCES'] ?? '.cache/references.jsonl');
// A new number when the engine's own output changes: what is cached is then formatted anew.
const engineVersion = 4;

function readCache(): Map<string, MarkedText> {
  const kept = new Map<string, MarkedText>();
  let lines: string[] = [];
  try {
    lines = readFileSync(cacheFile, 'utf8').split('\n');
  } catch {
    mkdirSync(path.dirname(cacheFile), { recursive: true });
  }
  for (const line of lines) {
    // A build that was cut off leaves half a line: it is formatted again.
    if (!line.startsWith('["') || !line.endsWith(']')) continue;
    const [key, text, marks] = JSON.parse(line) as [string, string, MarkedText['marks']];
    kept.set(key, { text, marks });
  }
  return kept;
}

let cache: Map<string, MarkedText> | undefined;
let format: ReturnType<typeof referenceFormatter> | undefined;
let fresh: string[] = [];

function keep(): void {
  if (fresh.length === 0) return;
  appendFileSync(cacheFile, fresh.join(''));
  fresh = [];
}

/** The references of a list's items, in order, from the cache where they have been formatted in this list before. */
function referencesOfList(style: CitationStyle, items: readonly CslItem[]): MarkedText[] {
  if (!cache) {
    cache = readCache();
    process.once('exit', keep);
  }
  const content = JSON.stringify([
    engineVersion,
    style.csl,
    ...items.flatMap((item) => [localeFor(style, item.language), itemFor(style, item)]),
  ]);
  const list = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const keys = items.map((_, i) => (items.length === 1 ? list : `${list} ${i}`));
  const known = keys.flatMap((key) => cache?.get(key) ?? []);
  if (known.length === items.length) return known;
  format ??= referenceFormatter(citationStyles);
  const made = format(style, items).map(({ text, marks }) => ({ text, marks }));
  made.forEach((reference, i) => {
    const key = keys[i] ?? list;
    cache?.set(key, reference);
    fresh.push(JSON.stringify([key, reference.text, reference.marks]) + '\n');
  });
  if (fresh.length >= 500) keep();
  return made;
}

interface StyledReference {
  style: CitationStyle;
  reference: MarkedText;
}

/** A paper's references in every style, in the order in which people are offered them. */
export const referencesOf = onceEach((paper: Paper): readonly StyledReference[] => {
  const item = toCsl(paper);
  return citationStyles.map((style) => ({
    style,
    reference: referencesOfList(style, [item])[0] ?? { text: '', marks: [] },
  }));
});

/** What the text of one paper's own file is given. */
const formattedAlone = (paper: Paper): FormattedReference[] =>
  referencesOf(paper).map(({ style, reference }) => ({ style: style.title.en, text: reference.text }));

/**
 * What the text of a list is given: references numbered where the style numbers, with letters behind the years of works
 * that would read the same. Only those are formatted together, and only where a style has such letters: a list of
 * thousands costs no more than its papers.
 */
export function formattedList(papers: readonly Paper[]): (paper: Paper) => FormattedReference[] {
  if (papers.length < 2) return formattedAlone;
  const items = papers.map(toCsl);
  const places = new Map(items.map(({ id }, i) => [id, i + 1]));
  const apart = new Map<string, string>();
  const inOrder = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const group of namesakes(inOrder, namesakeKey))
    for (const style of citationStyles.filter(({ label }) => !label))
      referencesOfList(style, group).forEach(({ text }, i) => apart.set(`${style.id} ${group[i]?.id}`, text));
  return (paper) =>
    referencesOf(paper).map(({ style, reference }) => ({
      style: style.title.en,
      ...(style.label ? {} : { byAuthor: true }),
      text: (style.label?.(places.get(paper.id) ?? 1) ?? '') + (apart.get(`${style.id} ${paper.id}`) ?? reference.text),
    }));
}
