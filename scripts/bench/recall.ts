/** Measures how many papers the search finds, against a plain scan of the same records. */

import type { Paper } from '#domain/paper';
import { hasHan } from '#text/han';
import type { Asking } from '../search/ask.ts';
import { zoneBits } from '#search/found';
import { holds, plainTexts, spaced } from './scan.ts';

const scannedZones = zoneBits(['title', 'keyword', 'abstract', 'digest']);

/** The search index compared with a plain scan of the same records. */
export interface Recall {
  /** Share of the papers found by the scan that the search finds too, 0 to 1. */
  words: number;
  phrases: number;
  /** Papers that the search finds for a phrase although the scan of the same texts does not. */
  falsePhrases: number;
  asked: number;
  /** What was missed or found wrongly, for a person to look at. */
  remarks: string[];
}

/** Searches for words and phrases drawn from the records; they are the same in every run. */
export async function recallOf(papers: readonly Paper[], asking: Asking, draws: number): Promise<Recall> {
  const texts = papers.map((paper) => [paper.id, plainTexts(paper)] as const);
  const scanned = texts.map(([id, own]) => [id, own.map(spaced)] as const);
  const remarks: string[] = [];
  const tally = { words: { held: 0, found: 0 }, phrases: { held: 0, found: 0 } };
  let falsePhrases = 0;
  const drawn = draw(texts, draws);
  for (const { kind, text } of drawn) {
    const held = new Set(scanned.flatMap(([id, own]) => (own.some((one) => holds(one, text)) ? [id] : [])));
    const { ids, found } = await asking.search(kind === 'phrases' ? `"${text}"` : text);
    const got = new Set(ids);
    const lost = [...held].filter((id) => !got.has(id));
    tally[kind].held += held.size;
    tally[kind].found += held.size - lost.length;
    if (lost.length) remarks.push(`${kind}: ${text}: lost ${lost.slice(0, 3).join(' ')} of ${held.size}`);
    if (kind === 'words') continue;
    const wrong = ids.filter((id) => {
      const reasons = found.get(asking.ids.indexOf(id));
      return !held.has(id) && ((reasons?.zones ?? 0) & scannedZones) !== 0;
    });
    falsePhrases += wrong.length;
    if (wrong.length) remarks.push(`${kind}: ${text}: wrongly ${wrong.slice(0, 3).join(' ')} of ${ids.length}`);
  }
  const share = ({ held, found }: { held: number; found: number }) => (held ? found / held : 1);
  return { words: share(tally.words), phrases: share(tally.phrases), falsePhrases, asked: drawn.length, remarks };
}

function draw(
  texts: readonly (readonly [string, string[]])[],
  draws: number,
): { kind: 'words' | 'phrases'; text: string }[] {
  // A pseudo-random generator with the same draws in every run (Park and Miller 1988).
  let seed = 20_261_121;
  const below = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const drawn = new Map<string, 'words' | 'phrases'>();
  while (drawn.size < draws) {
    const own = texts[below(texts.length)]?.[1] ?? [];
    const text = own[below(own.length || 1)] ?? '';
    const runs = text.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
    const run = runs[below(runs.length || 1)] ?? '';
    if (hasHan(run)) {
      const chars = [...run];
      const at = below(chars.length);
      const piece = chars.slice(at, at + 1 + below(5)).join('');
      drawn.set(piece, drawn.size % 2 ? 'phrases' : 'words');
    } else if (run) {
      drawn.set(run, 'words');
      const tokens = text
        .split(/\s+/u)
        .filter((token) => /[\p{L}\p{N}]/u.test(token) && !/["“”„«»「」『』＂]/u.test(token));
      const at = below(tokens.length || 1);
      const phrase = tokens.slice(at, at + 2 + below(4)).join(' ');
      if (phrase && text.includes(phrase)) drawn.set(phrase, 'phrases');
    }
  }
  return [...drawn].map(([text, kind]) => ({ kind, text }));
}
