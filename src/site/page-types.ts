/**
 * Every type of page of a site, once. This list decides what the first visit keeps for offline reading, which pages the
 * audit requires, which pages the accessibility tests open, and which screenshots `npm run shots` takes.
 */
export interface PageType {
  name: string;
  /**
   * The path below the base path and, for Chinese, below `zh/`. `*` is the id of a paper or theme, or a name in the
   * address.
   */
  path: string;
  /** There is one page for each of these; where absent, one page for the review. */
  each?: 'paper' | 'taken-out' | 'theme' | 'author' | 'journal';
  /** True for a page that some reviews do not have, such as a list of authors where no paper names any. */
  mayLack?: true;
  /** True where a large site fetches the page on the first visit for offline reading. */
  first?: true;
  /** A query, beginning with `?`, for a page that shows nothing without one; `*` is the ids of two papers. */
  asks?: string;
  /** True for a page with both languages in one file that is not a folder's index. */
  alone?: true;
}

export const pageTypes: readonly PageType[] = [
  { name: 'home', path: '', first: true },
  { name: 'papers', path: 'papers/', first: true },
  { name: 'papers-by-author', path: 'papers/by-author/', mayLack: true },
  { name: 'themes', path: 'themes/', first: true },
  { name: 'search', path: 'search/', first: true, asks: '?q=alliance' },
  { name: 'basket', path: 'basket/', first: true },
  { name: 'method', path: 'method/', first: true },
  { name: 'sources', path: 'method/sources/', mayLack: true },
  { name: 'about', path: 'about/', first: true },
  { name: 'accessibility', path: 'accessibility/' },
  { name: 'map', path: 'map/', mayLack: true, first: true },
  { name: 'map-of-populations', path: 'map/populations/', mayLack: true, first: true },
  { name: 'findings', path: 'findings/', first: true },
  { name: 'gaps', path: 'gaps/', first: true },
  { name: 'glossary', path: 'glossary/' },
  { name: 'review', path: 'review/' },
  { name: 'compare', path: 'compare/', asks: '?papers=*' },
  { name: 'changes', path: 'changes/' },
  { name: 'studies', path: 'studies/', mayLack: true },
  { name: 'authors', path: 'authors/', mayLack: true },
  { name: 'journals', path: 'journals/', mayLack: true },
  { name: 'offline', path: 'offline/', mayLack: true, first: true },
  { name: 'not-found', path: '404.html', alone: true, first: true },
  { name: 'paper', path: 'papers/*/', each: 'paper' },
  { name: 'taken-out', path: 'papers/*/', each: 'taken-out' },
  { name: 'source', path: 'papers/*/source/', each: 'paper' },
  { name: 'theme', path: 'themes/*/', each: 'theme', first: true },
  { name: 'author', path: 'authors/*/', each: 'author', mayLack: true },
  { name: 'journal', path: 'journals/*/', each: 'journal', mayLack: true },
];

/** The file of a type's page in one language, relative to the root of the site: `zh/themes/trust/index.html`. */
export function fileOf({ path, alone }: PageType, prefix: '' | 'zh/', id = ''): string {
  return alone ? path : `${prefix}${path.replace('*', id)}index.html`;
}
