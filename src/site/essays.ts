import { getEntry } from 'astro:content';
import type { InterfaceLanguage } from '#domain/language';

/** A theme's essay in one language, where the reviewers have written it. */
export const essay = (themeId: string, lang: InterfaceLanguage) => getEntry('themes', `${themeId}/${lang}`);

/** The reviewers' prose of a page: `about`, `method`. */
export const prose = (name: 'about' | 'method', lang: InterfaceLanguage) => getEntry('prose', `${name}/${lang}`);
