/** Reads a value that is a list as programs print it: `['Bryant, R. A.', "O'Donnell, M."]`. */

import { slice, type Traced } from './traced.ts';

/** The elements of such a list, each as a value; `undefined` for any other text. */
export function listed(value: Traced): Traced[] | undefined {
  if (!/^\s*\[\s*['"][\s\S]*['"]\s*\]\s*$/u.test(value.text)) return undefined;
  const found: Traced[] = [];
  // A quote that nothing closes goes on to the end, so that no text is looked through twice.
  for (const match of value.text.matchAll(/'((?:[^'\\]|\\[^])*)(?:'|\\?$)|"((?:[^"\\]|\\[^])*)(?:"|\\?$)/gu)) {
    const body = match[1] ?? match[2] ?? '';
    const start = match.index + 1;
    found.push(slice(value, start, start + body.length));
  }
  return found;
}
