/** Finds the essays and prose pages of the review by language. */

import { getEntry } from 'astro:content';
import type { TaggedConcept } from '#domain/broader';
import type { InterfaceLanguage } from '#domain/language';
import type { Help } from '#domain/theme';
import { MdxFault, parseProse } from '#prose/tree';
import type { Written } from './cited.ts';
import { contentText } from './content-folder.ts';
import { source } from './slice.ts';

/**
 * Returns the entry; throws an error that names file, line and column where its MDX cannot be read. A build has told
 * that in its audit; the live site has none.
 */
function readable<T extends Written>(path: string, entry: T | undefined): T | undefined {
  if (!import.meta.env.DEV || !entry) return entry;
  for (const text of [entry.data.title, entry.data.summary, entry.body ?? ''])
    try {
      parseProse(text);
    } catch (fault) {
      if (!(fault instanceof MdxFault)) throw fault;
      // Astro may still hold a text that the file no longer has.
      const [before = '', after] = contentText(path)?.split(text, 2) ?? [];
      const place = after === undefined ? '' : `:${before.split('\n').length - 1 + fault.line}:${fault.column}`;
      throw new Error(`${path}${place}: ${fault.message}`);
    }
  return entry;
}

/** A text is in the slice of a page by its file: Astro has compiled it into the program that makes the pages. */
const themeEntry = source(
  'theme essay',
  async (id) => readable(`themes/${id}.mdx`, await getEntry('themes', id)),
  (id) => contentText(`themes/${id}.mdx`),
);
const proseEntry = source(
  'prose',
  async (id) => readable(`${id}.mdx`, await getEntry('prose', id)),
  (id) => contentText(`${id}.mdx`),
);

/** The essay on a theme in one language, where there is one. */
export const essay = (themeId: string, lang: InterfaceLanguage) => themeEntry(`${themeId}/${lang}`);

/** The reviewers' prose of a page: `about`, `method`. */
const prose = (name: 'about' | 'method', lang: InterfaceLanguage) => proseEntry(`${name}/${lang}`);

/** A text in one language, else in the other; `lang` says which. */
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

/** The essay on a theme, in the other language where the page's is missing. */
export const anyEssay = (themeId: string, lang: InterfaceLanguage) =>
  inEither(async (written) => essay(themeId, written), lang);

/** The prose of a page, in the other language where the page's is missing. */
export const anyProse = (name: 'about' | 'method', lang: InterfaceLanguage) =>
  inEither(async (written) => prose(name, written), lang);

/** The notices on where to find help from a paper's themes: readers of the paper may need them too. */
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
