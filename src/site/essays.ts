import { getEntry } from 'astro:content';
import type { InterfaceLanguage } from '#domain/language';
import type { Paper } from '#domain/paper';
import type { Help } from '#domain/theme';

/** A theme's essay in one language, where the reviewers have written it. */
export const essay = (themeId: string, lang: InterfaceLanguage) => getEntry('themes', `${themeId}/${lang}`);

/** The reviewers' prose of a page: `about`, `method`. */
export const prose = (name: 'about' | 'method', lang: InterfaceLanguage) => getEntry('prose', `${name}/${lang}`);

/** A theme's essay in one language, else in the other; `lang` is that other one. */
export async function anyEssay(themeId: string, lang: InterfaceLanguage) {
  const own = await essay(themeId, lang);
  if (own) return { entry: own };
  const other = lang === 'zh' ? 'en' : 'zh';
  const entry = await essay(themeId, other);
  return entry && { entry, lang: other === 'zh' ? 'zh-Hans' : 'en' };
}

/** The notices of where help is found that belong to a paper's themes: whoever reads the paper may need them too. */
export async function helpBeside(paper: Paper, lang: InterfaceLanguage): Promise<{ help: Help; lang?: string }[]> {
  const ids = paper.concepts.flatMap(({ concept }) => /^themes\/(.+)$/u.exec(concept)?.[1] ?? []);
  const essays = await Promise.all(ids.map((id) => anyEssay(id, lang)));
  return essays.flatMap((found) => {
    const help = found?.entry.data.help;
    return help ? [{ help, ...(found.lang ? { lang: found.lang } : {}) }] : [];
  });
}
