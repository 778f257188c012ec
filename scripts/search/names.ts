/** Names of concepts in the search index. */

import type { ConceptWords, Core } from '#search/catalogue';
import { exactKey, nameKey } from '#search/concepts';
import { cutWords, type HanFold } from '#search/words';
import { allLabels, namesOf, type Concept } from '#domain/concept';
import { spellPinyin } from './han.ts';

/** Words of concepts by their keys for comparing. */
class Words {
  readonly #words = new Map<string, Set<number>>();

  put(key: string, concept: number): void {
    if (!key) return;
    const known = this.#words.get(key);
    if (known) known.add(concept);
    else this.#words.set(key, new Set([concept]));
  }

  has(key: string, concept: number): boolean {
    return this.#words.get(key)?.has(concept) ?? false;
  }

  listed(): ConceptWords {
    return Object.fromEntries([...this.#words].map(([key, concepts]) => [key, [...concepts]]));
  }
}

/**
 * The words of the concepts in the form for comparing, Chinese ones in pinyin too, and the phrases that contain these
 * words without meaning the concept. A word that is a name is not also a sign.
 */
export function conceptNames(
  concepts: readonly Concept[],
  fold: HanFold,
): Pick<Core, 'names' | 'hidden' | 'signs' | 'pinyin' | 'excepted'> {
  const lists = { names: new Words(), hidden: new Words(), signs: new Words() };
  const excepted = new Words();
  const pinyin = { names: new Words(), signs: new Words() };
  const add = (label: string, concept: number, kind: keyof typeof lists) => {
    const key = nameKey(cutWords(label, fold));
    if (kind === 'names' || !lists.names.has(key, concept)) lists[kind].put(key, concept);
    if (!/^\p{Script=Han}{2,}$/u.test(label)) return;
    // People type ü as u or v.
    const spelt = spellPinyin(label);
    for (const u of spelt.includes('ü') ? ['u', 'v'] : [''])
      pinyin[kind === 'signs' ? 'signs' : 'names'].put(spelt.replaceAll('ü', u), concept);
  };
  concepts.forEach((concept, number) => {
    for (const label of namesOf(concept)) add(label, number, 'names');
    for (const label of allLabels(concept.hiddenLabel)) add(label, number, 'hidden');
    for (const label of [...allLabels(concept.signs), ...allLabels(concept.hints)]) add(label, number, 'signs');
    for (const phrase of allLabels(concept.except)) excepted.put(exactKey(cutWords(phrase, fold)), number);
  });
  return {
    names: lists.names.listed(),
    hidden: lists.hidden.listed(),
    signs: lists.signs.listed(),
    pinyin: { names: pinyin.names.listed(), signs: pinyin.signs.listed() },
    excepted: excepted.listed(),
  };
}
