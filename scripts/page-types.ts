import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface PageType {
  name: string;
  /** Below the base path and, for Chinese, below `zh/`. */
  path: string;
}

/** Pages that stand for themselves; a review may lack the later ones. */
const single: readonly PageType[] = [
  { name: 'home', path: '' },
  { name: 'papers', path: 'papers/' },
  { name: 'papers-by-author', path: 'papers/by-author/' },
  { name: 'themes', path: 'themes/' },
  { name: 'search', path: 'search/?q=alliance' },
  { name: 'basket', path: 'basket/' },
  { name: 'method', path: 'method/' },
  { name: 'sources', path: 'method/sources/' },
  { name: 'about', path: 'about/' },
  { name: 'map', path: 'map/' },
  { name: 'studies', path: 'studies/' },
  { name: 'authors', path: 'authors/' },
  { name: 'journals', path: 'journals/' },
  { name: 'offline', path: 'offline/' },
  { name: 'not-found', path: '404.html' },
];

/** One page of each type that a built site has. */
export function pageTypesOf(folder: string): PageType[] {
  const built = ({ path }: PageType) => {
    const [file = ''] = path.split('?');
    return existsSync(join(folder, file.endsWith('.html') ? file : `${file}index.html`));
  };
  const first = (section: string, holds: RegExp) => foldersIn(join(folder, section)).find((name) => holds.test(name));
  const paper = first('papers', /-(\d{4}|nd)-/);
  const theme = first('themes', /./);
  const author = first('authors', /./);
  const journal = first('journals', /./);
  return [
    ...single,
    ...(paper
      ? [
          { name: 'paper', path: `papers/${paper}/` },
          { name: 'source', path: `papers/${paper}/source/` },
        ]
      : []),
    ...(theme ? [{ name: 'theme', path: `themes/${theme}/` }] : []),
    ...(author ? [{ name: 'author', path: `authors/${author}/` }] : []),
    ...(journal ? [{ name: 'journal', path: `journals/${journal}/` }] : []),
  ].filter(built);
}

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
