import type { InterfaceLanguage } from '#domain/language';

/** The base path, with a slash at its end. */
const base = import.meta.env.BASE_URL.replace(/(?<!\/)\/*$/, '/');

/** The address of a page from its path without language: `papers/x/` is `/papers/x/` or `/zh/papers/x/`. */
export const page = (lang: InterfaceLanguage, path: string): string => `${base}${lang === 'zh' ? 'zh/' : ''}${path}`;

/** The address of a file; files exist once for all languages. */
export const file = (path: string): string => `${base}${path}`;

/** An address of this site with its origin, for canonical links and exports. */
export const absolute = (address: string): string => new URL(address, import.meta.env.SITE).href;

export const paths = {
  home: '',
  papers: 'papers/',
  paper: (id: string, anchor?: string) => `papers/${id}/${anchor ? `#${anchor}` : ''}`,
  source: (id: string) => `papers/${id}/source/`,
  themes: 'themes/',
  theme: (id: string) => `themes/${id}/`,
  map: 'map/',
  studies: 'studies/',
  findings: 'findings/',
  gaps: 'gaps/',
  method: 'method/',
  methodSources: 'method/sources/',
  search: 'search/',
  basket: 'basket/',
  about: 'about/',
  accessibility: 'accessibility/',
  authors: 'authors/',
  author: (slug: string) => `authors/${slug}/`,
  journals: 'journals/',
  journal: (slug: string) => `journals/${slug}/`,
  /** A page of a list; the first one has the list's own address. */
  numbered: (list: string, number: number) => (number === 1 ? list : `${list}page/${number}/`),
  /** The search for one concept, as the search page reads it. */
  searchFor: (query: string) => `search/?q=${encodeURIComponent(query)}`,
} as const;

/** `getStaticPaths` for a page under `[...lang]`: one path for each language. */
export const bothLanguages = (): { params: { lang: string | undefined }; props: { lang: InterfaceLanguage } }[] => [
  { params: { lang: undefined }, props: { lang: 'en' } },
  { params: { lang: 'zh' }, props: { lang: 'zh' } },
];

/** The same for a page with further parameters: each entry once for each language. */
export const inBothLanguages = <P extends Record<string, string | undefined>, Q extends object>(
  entries: readonly { params: P; props: Q }[],
): { params: P & { lang: string | undefined }; props: Q & { lang: InterfaceLanguage } }[] =>
  bothLanguages().flatMap(({ params, props }) =>
    entries.map((entry) => ({ params: { ...entry.params, ...params }, props: { ...entry.props, ...props } })),
  );
