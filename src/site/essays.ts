/** Finds the essays and prose pages of the review by language. */

import { getEntry } from 'astro:content';
import { parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import type { TaggedConcept } from '#domain/broader';
import type { InterfaceLanguage } from '#domain/language';
import { prosePageSchema, themeSchema, type Help } from '#domain/theme';
import { MdxFault, parseProse } from '#prose/tree';
import { splitFrontMatter } from '#text/front-matter';
import type { Written } from './cited.ts';
import { contentText } from './content-folder.ts';
import { untilChanged } from './live-files.ts';
import { source } from './slice.ts';

/** The number of line breaks before an offset. */
const linesBefore = (text: string, at: number): number => text.slice(0, Math.max(0, at)).split('\n').length - 1;

/** The line of the file in which a name of the front matter stands; the first where it is missing. */
const lineOf = (yaml: string, name = ''): number =>
  yaml.split('\n').findIndex((line) => line.startsWith(`${name}:`)) + 2;

/** The title, summary and more between the two lines `---`; an error in them has its line of the file. */
function readFront<T extends Written['data']>(schema: ZodType<T>, yaml: string): T {
  const read = parseDocument(yaml, { prettyErrors: false });
  const [broken] = read.errors;
  if (broken) throw new MdxFault(broken.message, linesBefore(yaml, broken.pos[0]) + 2, 1);
  const { data, error } = schema.safeParse(read.toJS());
  if (data === undefined) {
    const issues = error?.issues ?? [];
    const said = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new MdxFault(said, lineOf(yaml, String(issues[0]?.path[0])), 1);
  }
  for (const name of ['title', 'summary'] as const)
    try {
      parseProse(data[name]);
    } catch (fault) {
      // The text of the file may be folded, so its line is not that of the value.
      throw fault instanceof MdxFault ? new MdxFault(fault.message, lineOf(yaml, name), 1) : fault;
    }
  return data;
}

/**
 * What a file says at this moment. Throws an error that names file, line and column of what cannot be read: a build has
 * told that in its audit, the live site has none.
 */
function readWritten<T extends Written['data']>(path: string, schema: ZodType<T>): { data: T; body: string } {
  const text = contentText(path) ?? '';
  try {
    parseProse(text);
    const { yaml, body } = splitFrontMatter(text) ?? { yaml: '', body: text };
    return { data: readFront(schema, yaml), body };
  } catch (fault) {
    if (!(fault instanceof MdxFault)) throw fault;
    throw new Error(`${path}:${fault.line}:${fault.column}: ${fault.message}`);
  }
}

/** An entry; that of the live site follows its file, because of two changes at once Astro may keep the first. */
const asWritten = <T extends Written>(path: string, schema: ZodType<T['data']>, entry: T | undefined): T | undefined =>
  import.meta.env.DEV && entry ? { ...entry, ...untilChanged(path, (file) => readWritten(file, schema)) } : entry;

/** A text is in the slice of a page by its file: Astro has compiled it into the program that makes the pages. */
const themeEntry = source(
  'theme essay',
  async (id) => asWritten(`themes/${id}.mdx`, themeSchema, await getEntry('themes', id)),
  (id) => contentText(`themes/${id}.mdx`),
);
const proseEntry = source(
  'prose',
  async (id) => asWritten(`${id}.mdx`, prosePageSchema, await getEntry('prose', id)),
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
