import { getEntry } from 'astro:content';
import type { InterfaceLanguage } from '#domain/language';
import type { Paper } from '#domain/paper';
import type { Help } from '#domain/theme';

/** A theme's essay in one language, where the reviewers have written it. */
export const essay = (themeId: string, lang: InterfaceLanguage) => getEntry('themes', `${themeId}/${lang}`);

/** The reviewers' prose of a page: `about`, `method`. */
export const prose = (name: 'about' | 'method', lang: InterfaceLanguage) => getEntry('prose', `${name}/${lang}`);

/** The notices of where help is found that belong to a paper's themes: whoever reads the paper may need them too. */
export async function helpBeside(paper: Paper, lang: InterfaceLanguage): Promise<Help[]> {
  const ids = paper.concepts.flatMap(({ concept }) => /^themes\/(.+)$/u.exec(concept)?.[1] ?? []);
  const entries = await Promise.all(ids.map((id) => essay(id, lang)));
  return entries.flatMap((entry) => entry?.data.help ?? []);
}
