/** Finds one page of each type in a built site, for screenshots and tests. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, pageTypes } from '#site/page-types';

export interface ShownPage {
  name: string;
  /** The path below the base path (for Chinese, below `zh/`), with its query. */
  path: string;
}

/**
 * One page of each type in a built site; of papers, themes, authors and journals the first one. The notice for a
 * removed paper is left out: only its record shows that it is one.
 */
export function onePageOfEach(folder: string): ShownPage[] {
  const papers = papersIn(folder).slice(0, 2).join(',');
  return pageTypes.flatMap((type) => {
    if (type.each === 'taken-out') return [];
    const [above = '', below] = type.path.split('*');
    const ids = below === undefined ? [''] : foldersIn(join(folder, above));
    const id = ids.find((each) => isOf(type.each, each) && existsSync(join(folder, fileOf(type, '', each))));
    const query = type.asks?.replace('*', papers) ?? '';
    return id === undefined ? [] : [{ name: type.name, path: type.path.replace('*', id) + query }];
  });
}

/** The folder of papers also has lists of papers; an id contains a year, or "nd" where there is none. */
const isOf = (each: string | undefined, name: string): boolean => each !== 'paper' || /-(?:\d{4}|nd)-/u.test(name);

/** The ids of all papers of a built site. */
export const papersIn = (folder: string): string[] =>
  foldersIn(join(folder, 'papers')).filter((id) => isOf('paper', id));

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
