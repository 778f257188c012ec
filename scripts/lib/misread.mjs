/**
 * Finds characters in paths that the programs which render pages misread. This is plain JavaScript, because
 * scripts/node.mjs runs it under the Node of the machine, which may be old.
 */

import { sep } from 'node:path';

/** Characters in a path that Node (`*` and `\`), Vite (`#`, `?`, `%`) or Astro (`"`) misreads. */
const misread = /[#?%"*\\\u0000-\u001f]/;

/**
 * The first character in a folder's path that the programs which render pages misread; `undefined` for a good path. Blanks,
 * brackets, single quotation marks and letters of any script are good.
 * @param {string} path
 * @returns {string | undefined}
 */
export const misreadIn = (path) => misread.exec(path.split(sep).join('/'))?.[0];
