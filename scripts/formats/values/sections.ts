/** The kind of a section of an abstract, by its label. */

import type { SectionKind } from '#domain/paper';
import { simplified } from '../text/han.ts';
import words from '../words/sections.json' with { type: 'json' };
import { everyWord, type Words } from '../words/words.ts';

/** What the parts of structured abstracts are called, by the category that PubMed's NlmCategory gives them. */
const labels: Readonly<Record<SectionKind, Words>> = words;

const kinds = new Map<string, SectionKind>();

/** A label as it is looked up: lower case, no colon, brackets or final stop. */
export const labelKey = (label: string): string =>
  simplified(label)
    .toLowerCase()
    .replace(/^[\s【[(（<〔［]+|(?<![\s】\])）>〕］:：.。])[\s】\])）>〕］:：.。]+$/gu, '')
    .replace(/’/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();

for (const [kind, names] of Object.entries(labels) as [SectionKind, Words][])
  for (const name of everyWord(names)) kinds.set(labelKey(name), kind);

/** The part of an abstract that a label opens; `undefined` for what is not a label, as every long text is. */
export const kindOfLabel = (label: string): SectionKind | undefined =>
  label.length > 150 ? undefined : kinds.get(labelKey(label));

/** "SETTING AND DESIGN" is a label when each of its words is: the first decides what it opens. */
export function kindOfWords(words: string): SectionKind | undefined {
  const known = kindOfLabel(words);
  if (known || words.length > 80) return known;
  const parts = labelKey(words)
    .split(/\s?(?:,|\/|&|\band\b|和|与|及|\by\b|\be\b)\s?/u)
    .filter(Boolean);
  if (parts.length < 2) return undefined;
  const kinds = parts.map((part) => kindOfLabel(part));
  return kinds.every(Boolean) ? kinds[0] : undefined;
}

/** Every label with at least two letters, longest first, for labels that are glued to their text. */
export const allLabels: readonly string[] = [...new Set(Object.values(labels).flatMap(everyWord))].sort(
  (a, b) => b.length - a.length,
);
