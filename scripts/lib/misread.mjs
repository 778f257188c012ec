// Plain JavaScript, for scripts/node.mjs runs under the machine's own Node.
import { sep } from 'node:path';

/** What Node (`*` and `\` in the project's path), Vite (`#`, `?`, `%`) or Astro (`"`) takes for something else in a path. */
const misread = /[#?%"*\\\u0000-\u001f]/;

/**
 * The first character of a folder's path that the programs which render pages cannot read; nothing where all is well.
 * Blanks, brackets, quotation marks of one stroke and letters of any script are well.
 * @param {string} path
 * @returns {string | undefined}
 */
export const misreadIn = (path) => misread.exec(path.split(sep).join('/'))?.[0];
