/**
 * Words that only connect others. A search for several words does not require them, unless there are no others. Chinese
 * ones are between words that are written without blanks.
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

/** The second word of what may also be written as one word: drop out, follow up. */
const particles = new Set('up out in on off down over back by away through'.split(' '));
/** The first part of a word that may also be written as two, where that part is not a word by itself: co, non, meta. */
const prefixes = new Set(
  (
    'co non pre post anti semi multi inter intra sub bi tri self meta psycho socio bio neuro cyber tele micro macro ' +
    'hyper hypo trans pseudo quasi e'
  ).split(' '),
);

const isParticle = (word: string): boolean => particles.has(word);
export const isPrefix = (word: string): boolean => prefixes.has(word);

/** Whether two words side by side may be written as one: neither only connects others. */
export const mayJoin = (first: string, second: string): boolean =>
  isPrefix(first) || (!isFunctionWord(first) && (!isFunctionWord(second) || isParticle(second)));
