/** Refuses folders from which pages cannot be rendered, before any work is done. */

import type { Notice } from '#domain/notice';
import { misreadIn } from './misread.mjs';

/** A notice for such a folder; `undefined` for a good one. */
export function unfitPath(option: string, path: string): Notice | undefined {
  const character = misreadIn(path);
  if (character === undefined) return undefined;
  return {
    severity: 'error',
    rule: 'path-unfit',
    place: { file: option },
    seen: `${JSON.stringify(character)} in ${path}`,
    expected: 'a path without # ? % " * and \\, which the programs that render pages misread',
    remedy: 'rename the folder, or name another',
  };
}
