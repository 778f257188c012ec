/**
 * Which characters of a text nobody sees, or move what others see: one table for values, pages, feeds, search cards and
 * exports. Names and properties are Unicode's.
 */

/** Scripts in which a joiner (U+200C, U+200D) decides how letters are joined, and so what is read. */
const joining = [
  'Arabic', 'Syriac', 'Mandaic', 'Mongolian', 'Nko', 'Adlam', 'Hanifi_Rohingya', 'Devanagari', 'Bengali', 'Gurmukhi',
  'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Tibetan', 'Myanmar', 'Khmer', 'Balinese',
  'Javanese',
]
  .map((script) => `\\p{Script=${script}}`)
  .join(''); // prettier-ignore

/** What comes before and after the joiner of a picture made of several (UTS #51). */
const pictureBefore = '[\\p{Extended_Pictographic}\\ufe0f\\u{1f3fb}-\\u{1f3ff}]';
const picture = '\\p{Extended_Pictographic}';

/** A letter of Hangul's conjoining alphabet that a filler may take the place of. */
const jamo = '[\\u1100-\\u115e\\u1161-\\u11ff\\ua960-\\ua97f\\ud7b0-\\ud7ff]';

/** Invisible characters that mean something in some places, and which places. */
const meaningful: readonly (readonly [characters: string, where: string])[] = [
  ['\\u200c\\u200d', `(?<=[${joining}])|(?=.[${joining}])`],
  ['\\u200d', `(?<=${pictureBefore})(?=.${picture})`],
  // Fillers of Hangul's old syllables.
  ['\\u115f\\u1160', `(?<=${jamo})|(?=.${jamo})`],
  // The Mongolian letter before takes another form.
  ['\\u180b-\\u180f', '(?<=(?!\\u180e)\\p{Script=Mongolian})'],
  // Text or picture, and the frame of a key.
  ['\\ufe0e\\ufe0f', `(?<=${picture})|(?<=[0-9#*])(?=.\\u20e3)`],
  // Standardized variants of characters, and the registered ones of ideographs, of which none has more than 32.
  ['\\ufe00-\\ufe02', '(?<=[\\p{Script=Han}\\u3001\\u3002\\uff01\\uff0c\\uff0e\\uff1a\\uff1b\\uff1f])'],
  ['\\ufe00', '(?<=[\\p{Sm}\\p{Script=Myanmar}\\p{Script=Phags_Pa}])'],
  ['\\u{e0100}-\\u{e011f}', '(?<=\\p{Script=Han})'],
];

/** White space, with what only looks like it: NEL, separators, blank letters of Braille and Hangul. */
const blank = '(?!\\ufeff)[\\s\\u0085\\u2800\\u3164\\uffa0]';

/** Ignorable ones, noncharacters, controls, the marks of annotations. */
const ignorable = `(?!${blank})[\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\p{Cc}\\ufff9-\\ufffb\\ufeff]`;
const unseen = meaningful.map(([characters, where]) => `(?!(?=[${characters}])(?:${where}))`).join('') + ignorable;
const neverSeen = `(?![${meaningful.map(([characters]) => characters).join('')}])${ignorable}`;

/** So many marks on one letter are read; no orthography has more. */
export const mostMarks = 10;

/** Parts of patterns with the flag `u`. */
export const sources = {
  /** One character of white space. */
  blank,
  /** One character that nobody sees, and that means nothing where it is. */
  unseen,
  /** One character that nobody sees and that means nothing anywhere. */
  neverSeen,
  /** The marks of a tower above the tenth. */
  tower: `(?<=\\p{M}{${mostMarks}})\\p{M}+`,
} as const;
