import type { ConceptEntry, Core } from './catalogue.ts';
import { exactKey, nameKey, own, shortestPinyin } from './concepts.ts';
import { distance } from './distance.ts';
import { cutWords, type HanFold } from './words.ts';

/** A name as it is compared, and what it means. */
export interface NearName {
  name: string;
  concepts: ConceptEntry[];
}

/** Names of concepts that differ from a text by a slip, nearest first; `spelt` is Chinese in the Latin alphabet. */
export function nearNames(
  text: string,
  { core, fold }: { core: Pick<Core, 'concepts' | 'names' | 'pinyin' | 'excepted'>; fold: HanFold },
  spelt?: string,
): NearName[] {
  const { names, pinyin, excepted } = core;
  const pieces = cutWords(text, fold);
  const wanted = nameKey(pieces).slice(0, 60);
  const lost = new Set(own(excepted, exactKey(pieces)));
  const most = slipsIn(wanted);
  const found = new Map<string, number>();
  if (most > 0)
    for (const key of Object.keys(names)) {
      const far = distance(wanted, key, most);
      if (far > 0 && far <= most) found.set(key, far);
    }
  // Characters that sound alike are the slips of those who type by sound.
  if (spelt && spelt.length >= shortestPinyin)
    for (const number of own(pinyin.names, spelt)) {
      const key = Object.keys(names).find((name) => isHan(name) && own(names, name).includes(number));
      if (key !== undefined && key !== wanted) found.set(key, 0.5);
    }
  return [...found]
    .sort(([a, x], [b, y]) => x - y || a.length - b.length || (a < b ? -1 : 1))
    .map(([name]) => ({
      name,
      concepts: own(names, name).flatMap((number) => (lost.has(number) ? [] : (core.concepts[number] ?? []))),
    }))
    .filter(({ concepts }) => concepts.length > 0);
}

/** How many slips a name of so many letters may have before it is another one. */
const slipsIn = (text: string): number =>
  isHan(text) ? (text.length >= 4 ? 1 : 0) : text.length < 5 ? 0 : Math.min(3, Math.ceil(text.length / 8));

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
