/** The keys that do something anywhere on a page, as they are printed on a keyboard, and the words for what they do. */
export const shortcutKeys = [
  ['/', 'keys.search'],
  ['c', 'keys.cite'],
  ['↑ ↓ Esc', 'keys.results'],
  ['?', 'keys.show'],
] as const;
