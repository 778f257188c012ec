/**
 * Capitals that a style's manual sets in a title where its rule is safe. A word that is not wholly in small letters is
 * a name, an acronym or a sign of its own, and stays; so does what is in italics, such as a species.
 */

import type { Site } from '#domain/site';

/** How the titles of references have their capitals: as the style's manual wants them, or as their source has them. */
export type Capitals = Site['titleCapitals'];

/** Quotation marks are the style's own, and no difference. */
const folded = (text: string): string =>
  text
    .replace(/["“”„«»]/gu, "'")
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ');

/** True where a reference has the words of a title with other capitals than the title's source. */
export function hasOtherCapitals(reference: string, title: string): boolean {
  const [text, stated] = [folded(reference), folded(title.replace(/<[^<>]+>/gu, ''))];
  return stated !== '' && !text.includes(stated) && text.toLowerCase().includes(stated.toLowerCase());
}

/** A title's stretches, what is in italics apart. */
const stretches = (title: string): string[] => title.split(/(<i>[^<]*(?:<(?!\/?i>)[^<]*)*<\/i>|<[^<>]+>)/u);
const isKept = (stretch: string): boolean => stretch.startsWith('<');

/** What begins a subtitle: a colon, a question or exclamation mark, or a dash with spaces, and a space. */
const begin = /(?<=(?:[:?!]|\s[–—])\s["“‘'(]{0,8})\p{L}(?:[\p{L}\p{M}\d’'-]*[\p{L}\p{M}\d])?/gu;

/** A capital at a subtitle's beginning (Publication Manual of the APA, 6.17; IEEE Editorial Style Manual). */
export const capitalSubtitle = (title: string): string =>
  stretches(title)
    .map((stretch) =>
      isKept(stretch)
        ? stretch
        : stretch.replace(begin, (word) => (/^\p{Ll}+(?:[’'-]\p{Ll}+)*$/u.test(word) ? capitalOf(word) : word)),
    )
    .join('');

const capitalOf = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Words that begin subtitles and are not names. Others keep their capital, because no program knows which are names.
 */
const common = new Set(
  `a an the this these what why how when where who which is are do does can should will towards toward from for in on of to at by
  with between beyond within across after before using use an evidence results findings lessons insights implications
  perspectives experiences views attitudes challenges opportunities effects effectiveness efficacy impact association
  associations relationship relationships role development validation evaluation assessment measurement comparison
  protocol study trial review reviews overview survey analysis meta-analysis metasynthesis meta-synthesis synthesis
  systematic scoping narrative integrative critical rapid umbrella qualitative quantitative mixed-methods mixed
  randomized randomised controlled clinical pilot feasibility longitudinal prospective retrospective cross-sectional
  cohort case exploratory preliminary new theory research practice therapists clients patients clinicians
  its their his her our your my it they we`
    .split(/\s+/u)
    .filter(Boolean),
);

/** True for a title that its source sets with a capital on nearly each word, or in capitals: no program knows its names. */
const hasCapitals = (title: string): boolean => {
  if (!/\p{Ll}/u.test(title.replace(/<[^<>]*>/gu, ''))) return true;
  const words = (title.replace(/<[^<>]*>/gu, '').match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []).slice(1);
  return words.length > 1 && words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length * 2 > words.length;
};

/** A small letter there (Citing Medicine, chapter 1; AMA Manual of Style, 3.9.1), where the word is surely no name. */
export const smallSubtitle = (title: string): string =>
  stretches(title)
    .map((stretch) =>
      isKept(stretch) || hasCapitals(title)
        ? stretch
        : stretch.replace(begin, (word, at: number) =>
            common.has(word.toLowerCase()) &&
            /^\p{Lu}(?!\p{Lu})/u.test(word) &&
            !/[?!]\s["“‘'(]*$/u.test(stretch.slice(0, at))
              ? word.charAt(0).toLowerCase() + word.slice(1)
              : word,
          ),
    )
    .join('');

/** Articles, conjunctions and prepositions of three letters and fewer, small within a title (AMA 3.9; IEEE). */
const small = new Set('a an the and but or nor for as at by in of off on out per to up via vs yet so'.split(' '));

/**
 * Capitals on the words of a book's title, except for the words that stay small within it: those of AMA, and `others`.
 */
export const titleCase = (title: string, others: readonly string[] = []): string => {
  let first = true;
  return stretches(title)
    .map((stretch) => {
      if (isKept(stretch)) return stretch;
      return stretch.replace(/(?<![\d\p{L}])\p{L}(?:[\p{L}\p{M}\d’']*[\p{L}\p{M}\d])?/gu, (word, at: number) => {
        const begins = first || /[:?!]\s["“‘'(]*$/u.test(stretch.slice(0, at));
        first = false;
        return /^\p{Ll}+(?:[’']\p{Ll}+)*$/u.test(word) && (begins || !(small.has(word) || others.includes(word)))
          ? capitalOf(word)
          : word;
      });
    })
    .join('');
};
