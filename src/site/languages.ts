import type { InterfaceLanguage } from '#domain/language';
import { review } from './review.ts';

/** The language that a page can be switched to; none where the review has pages in one language. */
export async function otherLanguage(lang: InterfaceLanguage): Promise<InterfaceLanguage | undefined> {
  const { site } = await review();
  return site.languages.find((other) => other !== lang);
}

interface InLanguage {
  params: { lang: string | undefined };
  props: { lang: InterfaceLanguage };
}

/** `getStaticPaths` for a page under `[...lang]`: one path for each language of the review. */
export async function eachLanguage(): Promise<InLanguage[]> {
  const { site } = await review();
  return site.languages.map((lang) => ({ params: { lang: lang === 'en' ? undefined : lang }, props: { lang } }));
}

/** The same for a page with further parameters: each entry once for each language. */
export async function inEachLanguage<P extends Record<string, string | undefined>, Q extends object>(
  entries: readonly { params: P; props: Q }[],
): Promise<{ params: P & { lang: string | undefined }; props: Q & { lang: InterfaceLanguage } }[]> {
  return (await eachLanguage()).flatMap(({ params, props }) =>
    entries.map((entry) => ({ params: { ...entry.params, ...params }, props: { ...entry.props, ...props } })),
  );
}
