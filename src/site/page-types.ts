/**
 * Every type of page that a site has, once: what the first visit keeps for reading offline, what the audit misses, what
 * the tests of accessibility open and what `npm run shots` takes a picture of all come from this list.
 */
export interface PageType {
  name: string;
  /** Below the base path and, for Chinese, below `zh/`. A `*` is the id of a paper or theme, or the name in an address. */
  path: string;
  /** One page for each of these; without it, one page for the review. */
  each?: 'paper' | 'taken-out' | 'theme' | 'author' | 'journal';
  /** True for a page that some reviews lack, as a list of authors where no paper names any. */
  mayLack?: true;
  /** True where a large site fetches the page at the first visit, so that it can be read offline. */
  first?: true;
  /** What a visitor asks of a page that shows nothing before one asks: a query that begins with `?`. */
  asks?: string;
  /** True for a page that is one file for both languages, beside and not in a folder of its own. */
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
  { name: 'map', path: 'map/', mayLack: true, first: true },
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

/** The file of a type's page in one language, from the site's root: `zh/themes/trust/index.html`. */
export function fileOf({ path, alone }: PageType, prefix: '' | 'zh/', id = ''): string {
  return alone ? path : `${prefix}${path.replace('*', id)}index.html`;
}
