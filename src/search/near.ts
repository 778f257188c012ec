/** Finds concepts whose name is nearly what was typed. */

import { isHan } from '#text/han';
import type { ConceptEntry, Core } from './catalogue.ts';
import { exactKey, nameKey, own } from './concepts.ts';
import { edits } from '#text/edits';
import { cutWords, type HanFold } from './words.ts';

/** The name of a concept in the form for comparing. */
export interface NearName {
  name: string;
  concepts: ConceptEntry[];
}

interface Near {
  core: Pick<Core, 'concepts' | 'names' | 'excepted'>;
  fold: HanFold;
  /** Chinese in pinyin, without tones and blanks; empty where a character is not known. */
  spell: (chinese: string) => Promise<string>;
}

/** Names of concepts that differ from a text by few edits, the nearest first. */
export async function nearNames(text: string, { core, fold, spell }: Near): Promise<NearName[]> {
  const { names, excepted } = core;
  const pieces = cutWords(text, fold);
  const wanted = nameKey(pieces).slice(0, 60);
  const lost = new Set(own(excepted, exactKey(pieces)));
  const most = slipsIn(wanted);
  const found = new Map<string, number>();
  if (most > 0)
    for (const key of Object.keys(names)) {
      const far = edits(wanted, key, most);
      if (far > 0 && far <= most) found.set(key, far);
    }
  if (isHan(wanted) && wanted.length > 1)
    for (const name of await soundingAlike(wanted, Object.keys(names), spell))
      found.set(name, edits(wanted, name, wanted.length) / (2 * wanted.length));
  return [...found]
    .sort(([a, x], [b, y]) => x - y || a.length - b.length || (a < b ? -1 : 1))
    .map(([name]) => ({
      name,
      concepts: own(names, name).flatMap((number) => (lost.has(number) ? [] : (core.concepts[number] ?? []))),
    }))
    .filter(({ concepts }) => concepts.length > 0);
}

/** Pinyin with sounds made equal that many speakers do not distinguish, and that input methods treat alike. */
const blurred = (spelt: string): string =>
  spelt
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/l/g, 'n');

/** Chinese names that sound like a text or nearly so, for readers who type by sound. */
async function soundingAlike(wanted: string, names: readonly string[], spell: Near['spell']): Promise<string[]> {
  const sound = blurred(await spell(wanted));
  if (sound === '') return [];
  const alike = await Promise.all(
    names
      .filter((name) => isHan(name) && name !== wanted && name.length === wanted.length)
      .map(async (name) => (blurred(await spell(name)) === sound ? [name] : [])),
  );
  return alike.flat();
}

/** How many edits a name of this length may have before it is another name. */
const slipsIn = (text: string): number =>
  isHan(text) ? (text.length >= 4 ? 1 : 0) : text.length < 5 ? 0 : Math.min(3, Math.ceil(text.length / 8));
