import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, pageTypes } from '#site/page-types';

export interface ShownPage {
  name: string;
  /** Below the base path and, for Chinese, below `zh/`, with what a visitor asks of it. */
  path: string;
}

/**
 * One page of each type that a built site has: of papers, themes, authors and journals the first. A paper that was taken
 * out is told from others by its record alone, which a site no longer has; no page is shown for it.
 */
export function onePageOfEach(folder: string): ShownPage[] {
  return pageTypes.flatMap((type) => {
    if (type.each === 'taken-out') return [];
    const [above = '', below] = type.path.split('*');
    const ids = below === undefined ? [''] : foldersIn(join(folder, above));
    const id = ids.find((each) => isOf(type.each, each) && existsSync(join(folder, fileOf(type, '', each))));
    return id === undefined ? [] : [{ name: type.name, path: type.path.replace('*', id) + (type.asks ?? '') }];
  });
}

/** The folder of papers holds lists of papers too; an id has a year, or "nd" for none. */
const isOf = (each: string | undefined, name: string): boolean => each !== 'paper' || /-(?:\d{4}|nd)-/u.test(name);

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
