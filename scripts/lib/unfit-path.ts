import type { Notice } from '#domain/notice';
import { misreadIn } from './misread.mjs';

/** Told of a folder that pages cannot be rendered from, before anything is done; nothing where they can. */
export function unfitPath(option: string, path: string): Notice | undefined {
  const character = misreadIn(path);
  if (character === undefined) return undefined;
  return {
    severity: 'error',
    rule: 'path-unfit',
    place: { file: option },
    seen: `${JSON.stringify(character)} in ${path}`,
    expected: 'a path without # ? % " * and \\, which the programs that render pages read as something else',
    remedy: 'rename the folder, or name another',
  };
}
