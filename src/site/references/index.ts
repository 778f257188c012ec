import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toCsl } from '#citations/csl';
import type { FormattedReference } from '#citations/format';
import { citationStyles, itemFor, localeFor, type CitationStyle } from '#citations/styles';
import type { Paper } from '#domain/paper';
import { referenceFormatter } from './engine.ts';
import type { MarkedText } from './marked.ts';

/**
 * References in every style, each formatted once: `.cache/references.jsonl` keeps them by a hash of all that decides
 * how they read (style, locale, item), so a rebuild formats only what changed.
 */
const cacheFile = path.resolve('.cache', 'references.jsonl');
// A new number when the engine's own output changes: what is cached is then formatted anew.
const engineVersion = 1;

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

/** A paper's reference in one style. */
export function referenceIn(style: CitationStyle, paper: Paper): MarkedText {
  if (!cache) {
    cache = readCache();
    process.once('exit', keep);
  }
  const item = toCsl(paper);
  const content = JSON.stringify([engineVersion, style.csl, localeFor(style, item.language), itemFor(style, item)]);
  const key = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const known = cache.get(key);
  if (known) return known;
  format ??= referenceFormatter(citationStyles);
  const made = format(style, item);
  cache.set(key, made);
  fresh.push(JSON.stringify([key, made.text, made.marks]) + '\n');
  if (fresh.length >= 500) keep();
  return made;
}

/** A paper's references in every style, in the order in which people are offered them. */
export const referencesOf = (paper: Paper): { style: CitationStyle; reference: MarkedText }[] =>
  citationStyles.map((style) => ({ style, reference: referenceIn(style, paper) }));

/** What the plain-text export is given. */
export const formattedReferences = (paper: Paper): FormattedReference[] =>
  referencesOf(paper).map(({ style, reference }) => ({ style: style.title.en, text: reference.text }));
