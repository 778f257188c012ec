/** Endings and letters with a British and an American spelling; both become the American one. */
const rules: readonly [RegExp, string][] = [
  [/our/gu, 'or'],
  [/(?<=.{2})is(?=ation|(?:e|es|ed|er|ers|ing|able)$)/u, 'iz'],
  [/ys(?=(?:e|es|ed|er|ers|ing)$)/u, 'yz'],
  [/ae|oe/gu, 'e'],
  [/amme(?=s?$)/u, 'am'],
  [/ll/gu, 'l'],
  [/tre(?=s?$)/u, 'ter'],
  [/^(def|off|lic|pret)ence/u, '$1ense'],
  [/^practiz/u, 'practic'],
  [/ogue(?=s?$)/u, 'og'],
  [/geing$/u, 'ging'],
  [/dgement/u, 'dgment'],
  [/^sceptic/u, 'skeptic'],
  [/^grey/u, 'gray'],
  [/sulph/u, 'sulf'],
  [/^(toward|among|amid)st?$/u, '$1'],
  [/^whilst$/u, 'while'],
];

const known = new Map<string, string>();

/**
 * Gives a lower-case word its one spelling: "behavioural" -> behavioral, "counselling" -> counseling. For comparing
 * only.
 */
export function oneSpelling(word: string): string {
  let spelt = known.get(word);
  if (spelt === undefined) {
    spelt = rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);
    known.set(word, spelt);
  }
  return spelt;
}
