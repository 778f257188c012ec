/** In which languages pages are made, and the paths of each page by language. */

import type { InterfaceLanguage } from '#domain/language';
import { sourceLanguages, type Site } from '#domain/site';
import { review } from './review.ts';

/** The language that a page can be switched to; none where the review has pages in one language. */
export async function otherLanguage(lang: InterfaceLanguage): Promise<InterfaceLanguage | undefined> {
  const { site } = await review();
  return site.languages.find((other) => other !== lang);
}

/** The language of the page of a source that a page in `lang` links to. */
export function sourceLanguage(site: Site, lang: InterfaceLanguage): InterfaceLanguage {
  const languages = sourceLanguages(site);
  return languages.includes(lang) ? lang : (languages[0] ?? 'en');
}

interface InLanguage {
  params: { lang: string | undefined };
  props: { lang: InterfaceLanguage };
}

const inLanguages = (languages: readonly InterfaceLanguage[]): InLanguage[] =>
  languages.map((lang) => ({ params: { lang: lang === 'en' ? undefined : lang }, props: { lang } }));

/** `getStaticPaths` for a page under `[...lang]`: one path for each language of the review. */
export const eachLanguage = async (): Promise<InLanguage[]> => inLanguages((await review()).site.languages);

/**
 * Like `eachLanguage`, but for a page with further parameters: each entry once for each language, by default of the
 * review.
 */
export async function inEachLanguage<P extends Record<string, string | undefined>, Q extends object>(
  entries: readonly { params: P; props: Q }[],
  languages?: readonly InterfaceLanguage[],
): Promise<{ params: P & { lang: string | undefined }; props: Q & { lang: InterfaceLanguage } }[]> {
  return inLanguages(languages ?? (await review()).site.languages).flatMap(({ params, props }) =>
    entries.map((entry) => ({ params: { ...entry.params, ...params }, props: { ...entry.props, ...props } })),
  );
}
