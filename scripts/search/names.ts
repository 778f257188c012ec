import type { ConceptNames } from '#search/catalogue';
import { nameKey } from '#search/concepts';
import { distance } from '#search/distance';
import { cutWords, type HanFold, type Piece } from '#search/words';
import type { Concept } from '#domain/concept';
import { spellPinyin } from './han.ts';

/** How much of a concept's name a label says: 2 all of it, 1 a part and nothing else, 0 something else. */
type Reach = 0 | 1 | 2;

/** All names of the concepts, as they are compared, and their Chinese names in the Latin alphabet without tones. */
export function conceptNames(
  concepts: readonly Concept[],
  fold: HanFold,
): { names: ConceptNames; pinyin: ConceptNames } {
  const names = new Map<string, Map<number, Reach>>();
  const pinyin = new Map<string, Map<number, Reach>>();
  const put = (map: typeof names, key: string, concept: number, reach: Reach) => {
    if (!key) return;
    const known = map.get(key) ?? new Map<number, Reach>();
    map.set(key, known.set(concept, reach > (known.get(concept) ?? 0) ? reach : (known.get(concept) ?? 0)));
  };
  concepts.forEach((concept, number) => {
    const own = ownName(concept, fold);
    for (const label of labelsOf(concept)) {
      const pieces = cutWords(label, fold);
      const reach = reachOf(pieces, own);
      put(names, nameKey(pieces), number, reach);
      if (!/^\p{Script=Han}{2,}$/u.test(label)) continue;
      // ü is typed as u or v.
      const spelt = spellPinyin(label);
      for (const u of spelt.includes('ü') ? ['u', 'v'] : ['']) put(pinyin, spelt.replaceAll('ü', u), number, reach);
    }
  });
  // Pinyin that the vocabulary writes out means what the characters mean.
  for (const [key, reaches] of names)
    for (const [concept, reach] of pinyin.get(key.replaceAll(' ', '')) ?? [])
      if (reach > (reaches.get(concept) ?? 0)) reaches.set(concept, reach);
  return { names: listed(names), pinyin: listed(pinyin) };
}

const listed = (map: Map<string, Map<number, Reach>>): ConceptNames =>
  Object.fromEntries([...map].map(([key, reaches]) => [key, [...reaches]]));

const labelsOf = ({ prefLabel, altLabel, hiddenLabel }: Concept): string[] => [
  ...new Set(
    (['en', 'zh'] as const).flatMap((language) => [
      prefLabel[language],
      ...(altLabel?.[language] ?? []),
      ...(hiddenLabel?.[language] ?? []),
    ]),
  ),
];

/** The words and characters of a concept's preferred names. */
interface OwnName {
  words: string[];
  chars: string[];
}

function ownName({ prefLabel: { en, zh } }: Concept, fold: HanFold): OwnName {
  return { words: wordsIn(cutWords(en, fold)), chars: charsIn(cutWords(zh, fold)) };
}

const wordsIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'word' && !joining.has(piece.form) ? [piece.form] : []));
const charsIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'han' ? piece.chars.filter((char) => !endings.has(char)) : []));

/** What makes a person or a thing of a Chinese word, and changes no meaning here. */
const endings = new Set(['者', '员', '们', '的', '性']);
const joining = new Set(['and', 'or', 'of', 'the', 'a', 'in', 's']);

/** Words count as said in another form of one root, or misspelt. */
function reachOf(pieces: readonly Piece[], { words, chars }: OwnName): Reach {
  const said = wordsIn(pieces);
  const written = charsIn(pieces);
  if (!said.every((word) => words.some((own) => isOfOneRoot(word, own)))) return 0;
  if (!written.every((char) => chars.includes(char))) return 0;
  const isAll =
    (said.length > 0 && said.length >= words.length) || (written.length > 0 && written.length >= chars.length);
  return isAll ? 2 : 1;
}

function isOfOneRoot(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const same = Math.min(6, Math.max(4, shorter - 2));
  if (a === b || (shorter >= same && a.slice(0, same) === b.slice(0, same))) return true;
  return shorter >= 6 && distance(a.slice(0, shorter), b.slice(0, shorter), 2) <= 2;
}
