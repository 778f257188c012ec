/**
 * Words that say how others belong together and nothing of what a text is about: a search for several words does not
 * ask for them, unless it asks for nothing else. Chinese ones stand between words that are written without blanks.
 */
const english = new Set(
  (
    'a an the of in on at to for with by from into onto and or nor but as is are was were be been being am do does did ' +
    'has have had having what which who whom whose how why when where that this these those there it its about between ' +
    'among than then so such can could should would may might will shall we our you your i my me they their them he she ' +
    'his her if any some all also not no'
  ).split(' '),
);
const chinese = '的之与和及在中对于里吗呢是有了或并为以所着得地而';

export const isFunctionWord = (word: string): boolean => english.has(word);
export const isFunctionCharacter = (char: string): boolean => chinese.includes(char);

/** What may end a word that is written in two: drop out, follow up. */
const particles = new Set('up out in on off down over back by away through'.split(' '));
/** What begins such a word and is none of its own. */
const prefixes = new Set(
  (
    'co non pre post anti semi multi inter intra sub bi tri self meta psycho socio bio neuro cyber tele micro macro ' +
    'hyper hypo trans pseudo quasi e'
  ).split(' '),
);

export const isParticle = (word: string): boolean => particles.has(word);
export const isPrefix = (word: string): boolean => prefixes.has(word);

/** Whether two words side by side may be the parts of one: neither says only how others belong together. */
export const mayJoin = (first: string, second: string): boolean =>
  isPrefix(first) || (!isFunctionWord(first) && (!isFunctionWord(second) || isParticle(second)));
