/**
 * Characters that are invisible or move other characters on the screen. One table serves values, pages, feeds, search
 * cards and exports. Names and properties are those of Unicode.
 */

/** Scripts in which a joiner (U+200C, U+200D) changes how letters connect, and so what is read. */
const joining = [
  'Arabic', 'Syriac', 'Mandaic', 'Mongolian', 'Nko', 'Adlam', 'Hanifi_Rohingya', 'Devanagari', 'Bengali', 'Gurmukhi',
  'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Tibetan', 'Myanmar', 'Khmer', 'Balinese',
  'Javanese',
]
  .map((script) => `\\p{Script=${script}}`)
  .join(''); // prettier-ignore

/** What may come before and after the joiner in an emoji of several parts (UTS #51). */
const pictureBefore = '[\\p{Extended_Pictographic}\\ufe0f\\u{1f3fb}-\\u{1f3ff}]';
const picture = '\\p{Extended_Pictographic}';

/** A letter of the conjoining Hangul alphabet, which a filler may replace. */
const jamo = '[\\u1100-\\u115e\\u1161-\\u11ff\\ua960-\\ua97f\\ud7b0-\\ud7ff]';

/** Invisible characters that mean something in some places, and these places. */
const meaningful: readonly (readonly [characters: string, where: string])[] = [
  ['\\u200c\\u200d', `(?<=[${joining}])|(?=.[${joining}])`],
  ['\\u200d', `(?<=${pictureBefore})(?=.${picture})`],
  // Fillers of old Hangul syllables.
  ['\\u115f\\u1160', `(?<=${jamo})|(?=.${jamo})`],
  // They change the form of the Mongolian letter before them.
  ['\\u180b-\\u180f', '(?<=(?!\\u180e)\\p{Script=Mongolian})'],
  // They choose between text and emoji, and draw the frame of a keycap.
  ['\\ufe0e\\ufe0f', `(?<=${picture})|(?<=[0-9#*])(?=.\\u20e3)`],
  // Standardized variants of characters, and registered variants of ideographs; no ideograph has more than 32.
  ['\\ufe00-\\ufe02', '(?<=[\\p{Script=Han}\\u3001\\u3002\\uff01\\uff0c\\uff0e\\uff1a\\uff1b\\uff1f])'],
  ['\\ufe00', '(?<=[\\p{Sm}\\p{Script=Myanmar}\\p{Script=Phags_Pa}])'],
  ['\\u{e0100}-\\u{e011f}', '(?<=\\p{Script=Han})'],
];

/** White space and characters that look like it: NEL, separators, the blank letters of Braille and Hangul. */
const blank = '(?!\\ufeff)[\\s\\u0085\\u2800\\u3164\\uffa0]';

/** Ignorable characters, noncharacters, controls, and annotation marks. */
const ignorable = `(?!${blank})[\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\p{Cc}\\ufff9-\\ufffb\\ufeff]`;
const unseen = meaningful.map(([characters, where]) => `(?!(?=[${characters}])(?:${where}))`).join('') + ignorable;
const neverSeen = `(?![${meaningful.map(([characters]) => characters).join('')}])${ignorable}`;

/** How many combining marks on one letter are kept; no writing system uses more. */
export const mostMarks = 10;

/** Parts of regular expressions with the flag `u`. */
export const sources = {
  /** One character of white space. */
  blank,
  /** One invisible character that has no meaning in its place. */
  unseen,
  /** One invisible character that has no meaning in any place. */
  neverSeen,
  /** The marks on one letter after the tenth. */
  markRun: `(?<=\\p{M}{${mostMarks}})\\p{M}+`,
} as const;
