import { getEntry } from 'astro:content';
import type { TaggedConcept } from '#domain/broader';
import type { InterfaceLanguage } from '#domain/language';
import type { Help } from '#domain/theme';

/** A theme's essay in one language, where the reviewers have written it. */
export const essay = (themeId: string, lang: InterfaceLanguage) => getEntry('themes', `${themeId}/${lang}`);

/** The reviewers' prose of a page: `about`, `method`. */
const prose = (name: 'about' | 'method', lang: InterfaceLanguage) => getEntry('prose', `${name}/${lang}`);

/** What there is in one language, else in the other; `lang` is then that other one. */
async function inEither<T>(
  read: (lang: InterfaceLanguage) => Promise<T | undefined>,
  lang: InterfaceLanguage,
): Promise<{ entry: T; lang?: string } | undefined> {
  const own = await read(lang);
  if (own) return { entry: own };
  const other = lang === 'zh' ? 'en' : 'zh';
  const entry = await read(other);
  return entry && { entry, lang: other === 'zh' ? 'zh-Hans' : 'en' };
}

/** A theme's essay, in the other language where it is not written in the page's. */
export const anyEssay = (themeId: string, lang: InterfaceLanguage) =>
  inEither(async (written) => essay(themeId, written), lang);

/** The prose of a page, likewise. */
export const anyProse = (name: 'about' | 'method', lang: InterfaceLanguage) =>
  inEither(async (written) => prose(name, written), lang);

/** The notices of where help is found that belong to a paper's themes: whoever reads the paper may need them too. */
export async function helpBeside(
  themes: readonly Pick<TaggedConcept, 'concept'>[],
  lang: InterfaceLanguage,
): Promise<{ help: Help; lang?: string }[]> {
  const essays = await Promise.all(themes.map(({ concept }) => anyEssay(concept.slice('themes/'.length), lang)));
  return essays.flatMap((found) => {
    const help = found?.entry.data.help;
    return help ? [{ help, ...(found.lang ? { lang: found.lang } : {}) }] : [];
  });
}
