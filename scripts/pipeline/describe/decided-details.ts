/** Applies what people decided of how a study was done: words of an abstract, or their own for what the full text says. */

import type { Correction } from '#domain/correction';
import type { Notice } from '#domain/notice';
import { detailKinds, type Abstract, type Detail, type DetailKind, type Paper } from '#domain/paper';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import { evident } from './evidence.ts';
import { placesOfMatch } from './places-of-match.ts';

type Given = NonNullable<Correction['set'][DetailKind]>[number];

/** A kind of which a person decided, with the values given; there is none where no abstract states it. */
interface Decided {
  kind: DetailKind;
  by: FiledCorrection;
  values: readonly Given[];
}

/** The last decision about each kind. */
const decidedIn = (corrections: readonly FiledCorrection[]): Decided[] =>
  detailKinds.flatMap((kind) => {
    const by = corrections.findLast(({ set, unset }) => set[kind] ?? unset.includes(kind));
    return by ? [{ kind, by, values: by.set[kind] ?? [] }] : [];
  });

/** A value as a person gives it; `undefined` where it is words that no sentence of the abstracts has. */
function detailBy(given: Given, { kind, by }: Decided, abstracts: readonly Abstract[]): Detail | undefined {
  const from = by.seen.map((seen) => ({ correction: by.file, seen }));
  if (typeof given !== 'string') return { kind, words: given.text, language: given.language, from };
  const words = given.replace(/\s+/gu, ' ');
  for (const { sections, language } of abstracts)
    for (const sentence of sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))) {
      const at = sentence.text.indexOf(words);
      if (at < 0) continue;
      const places = placesOfMatch(sentence, at, words.length);
      return { kind, words, language, anchor: sentence.anchor, from: [...from, ...places] };
    }
  return undefined;
}

/** What rules read, with the kinds replaced of which a person decided. */
export function decideDetails(
  read: readonly Detail[],
  abstracts: readonly Abstract[],
  corrections: readonly FiledCorrection[],
): Pick<Paper, 'details'> {
  const decided = decidedIn(corrections);
  const details = [
    ...read.filter(({ kind }) => !decided.some((it) => it.kind === kind)),
    ...decided.flatMap((it) => it.values.flatMap((given) => detailBy(given, it, abstracts) ?? [])),
  ];
  return details.length > 0 ? { details } : {};
}

/** Reports words that a person gave as those of an abstract and that no sentence has. */
export function wordsOfNothing(
  { abstracts }: Pick<Paper, 'abstracts'>,
  corrections: readonly FiledCorrection[],
): Notice[] {
  const notice = (given: Given, { kind, by }: Decided): Notice => ({
    severity: 'warning',
    rule: 'words-of-no-sentence',
    place: { file: `corrections/${by.file.replace(/#\d+$/u, '')}` },
    seen: `set.${kind}: ${JSON.stringify(given)}, which no sentence of the abstracts has; it is left out`,
    expected: 'words of one sentence, letter for letter',
    remedy: `copy them from the paper's page; for what the full text alone says: ${kind}: [{ language: en, text: … }]`,
  });
  return decidedIn(corrections).flatMap((it) =>
    it.values.flatMap((given) => (detailBy(given, it, evident(abstracts)) ? [] : [notice(given, it)])),
  );
}
