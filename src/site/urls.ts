/** Makes the addresses of the site: of pages by language, of files, and in a copy that opens from disk. */

import type { InterfaceLanguage } from '#domain/language';

/** The base path that the site was built for, with a slash at its end. */
const built = import.meta.env.BASE_URL.replace(/(?<!\/)\/*$/, '/');

/** In a copy that opens from disk, how this page reaches its first folder: `../../`. `scripts/bundle` writes it. */
const onDisk = typeof document === 'undefined' ? undefined : document.documentElement.dataset['root'];
const base = onDisk === undefined ? built : new URL(onDisk, location.href).pathname;

/** From disk nothing adds the name of a folder's page to an address. */
const named = (path: string): string =>
  onDisk === undefined ? path : path.replace(/(?<![^/])(?=$|[?#])/u, 'index.html');

/** The tag of an interface language (BCP 47), as pages and links state it. */
export const tagOf = (lang: InterfaceLanguage): string => (lang === 'zh' ? 'zh-Hans' : 'en');

/** The address of a page from its path without language: `papers/x/` is `/papers/x/` or `/zh/papers/x/`. */
export const page = (lang: InterfaceLanguage, path: string): string =>
  `${base}${lang === 'zh' ? 'zh/' : ''}${named(path)}`;

/** An address of this site that was made when it was built, where the site is now. */
export const moved = (address: string): string => base + address.slice(built.length);

/** The same address below another home: that of the published site, for what is cited from a copy on disk. */
export const published = (address: string, home: string): string =>
  onDisk === undefined
    ? new URL(address, location.href).href
    : home + address.slice(base.length).replace(/(?<![^/])index\.html/u, '');

/** The address of a file; files exist once for all languages. */
export const file = (path: string): string => `${base}${path}`;

/** An address of this site with its origin, for canonical links and exports. */
export const absolute = (address: string): string => new URL(address, import.meta.env.SITE).href;

export * as paths from './paths.ts';
