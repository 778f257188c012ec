/** The citation styles of the site, and what each wants beyond its CSL file. */

import { isChinese } from '#domain/language';
import { limits } from '#domain/limits';
import { hasHan } from '#text/han';
import type { Capitals } from './capitals.ts';
import { nameRoles, type CslItem, type CslName } from './csl.ts';
import { apa } from './manuals/apa.ts';
import { romanisePublisher, setNames } from './manuals/foreign.ts';
import { gbt7714 } from './manuals/gb-t-7714.ts';
import { harvard } from './manuals/harvard.ts';
import { chicago, mla } from './manuals/humanities.ts';
import { ieee } from './manuals/ieee.ts';
import { append, type Adapted, type Manual } from './manuals/manual.ts';
import { ama, vancouver } from './manuals/nlm.ts';
import type { Romanise } from './romanise.ts';

/** A citation style: a CSL style, and what its manual wants that the style file leaves to the data. */
export interface CitationStyle {
  id: string;
  /** The style's file name in the CSL repository, without `.csl`. */
  csl: string;
  title: { en: string; zh: string };
  /** The locale that the style is written in, such as en-GB. */
  locale: string;
  /** How a list marks its nth entry, where the style numbers them. */
  label?: (n: number) => string;
  /** Only some styles know article numbers; to the others an article number is the page. */
  articleNumbers?: true;
  /** The publisher is left out where it is the author. */
  publisherOnce?: true;
  /** The type of an article that is in no container and has an address: GB/T 7714 marks it [EB/OL]. */
  articleOnline?: 'webpage';
  /** The work's language decides "et al." or 等, and a work in Chinese keeps its script. */
  byLanguage?: true;
  /** What its manual wants beyond its file. */
  manual?: Manual;
  /** The style file has no translators: those of a book by authors are in the place of its editors, by a name of their own. */
  translatorsAsEditors?: true;
  /** What is printed for an unknown date, where the style file would leave it out. */
  undated?: { en: string; zh: string };
}

const numberAndStop = (n: number): string => `${n}. `;
const bracketed = (n: number): string => `[${n}] `;

/** In the order in which people are offered them. */
export const citationStyles: readonly CitationStyle[] = [
  {
    id: 'apa',
    csl: 'apa',
    title: { en: 'APA, 7th edition', zh: 'APA 第 7 版' },
    locale: 'en-US',
    articleNumbers: true,
    publisherOnce: true,
    manual: apa,
  },
  {
    id: 'vancouver',
    csl: 'vancouver',
    title: { en: 'Vancouver (NLM)', zh: '温哥华格式（NLM）' },
    locale: 'en-US',
    label: numberAndStop,
    undated: { en: '[date unknown]', zh: '[日期不详]' },
    translatorsAsEditors: true,
    manual: vancouver,
  },
  {
    id: 'gb-t-7714-numeric',
    csl: 'china-national-standard-gb-t-7714-2015-numeric',
    title: { en: 'GB/T 7714—2015, numeric', zh: 'GB/T 7714—2015 顺序编码制' },
    locale: 'en-US',
    label: bracketed,
    undated: { en: 'n.d.', zh: '日期不详' },
    articleOnline: 'webpage',
    manual: gbt7714,
    byLanguage: true,
  },
  {
    id: 'gb-t-7714-author-date',
    csl: 'china-national-standard-gb-t-7714-2015-author-date',
    title: { en: 'GB/T 7714—2015, author–date', zh: 'GB/T 7714—2015 著者-出版年制' },
    locale: 'en-US',
    undated: { en: 'n.d.', zh: '日期不详' },
    articleOnline: 'webpage',
    manual: gbt7714,
    byLanguage: true,
  },
  {
    id: 'mla',
    csl: 'modern-language-association',
    title: { en: 'MLA, 9th edition', zh: 'MLA 第 9 版' },
    locale: 'en-US',
    manual: mla,
  },
  {
    id: 'chicago-author-date',
    csl: 'chicago-author-date',
    title: { en: 'Chicago, author–date', zh: '芝加哥格式（著者-出版年）' },
    locale: 'en-US',
    manual: chicago,
  },
  {
    id: 'harvard',
    csl: 'harvard-cite-them-right',
    title: { en: 'Harvard (Cite Them Right)', zh: '哈佛格式（Cite Them Right）' },
    locale: 'en-GB',
    manual: harvard,
  },
  {
    id: 'ama',
    csl: 'american-medical-association',
    title: { en: 'AMA, 11th edition', zh: 'AMA 第 11 版' },
    locale: 'en-US',
    label: numberAndStop,
    translatorsAsEditors: true,
    manual: ama,
  },
  {
    id: 'ieee',
    csl: 'ieee',
    title: { en: 'IEEE', zh: 'IEEE' },
    locale: 'en-US',
    label: bracketed,
    manual: ieee,
  },
];

/**
 * A style of the CSL repository as one of the site's own: what its manual wants beyond its file is not known. Many call
 * an article without a journal a preprint; nothing says so of ours, which is cited by the page it was read at.
 */
export const otherStyle = (csl: string, title: string, locale: string): CitationStyle => ({
  id: `csl:${csl}`,
  csl,
  title: { en: title, zh: title },
  locale,
  articleOnline: 'webpage',
  ...(/^(?:china|chinese|gb)-|-(?:chinese|zh)$/u.test(csl) || locale.startsWith('zh')
    ? { byLanguage: true as const }
    : {}),
});

/** The language of a reference's terms: the style's own. A Chinese style follows the work, any other where a reader asks. */
export const localeFor = (style: CitationStyle, { language, custom }: Pick<CslItem, 'language' | 'custom'>): string =>
  custom?.inChinese || (style.byLanguage && language && isChinese(language)) ? 'zh-CN' : style.locale;

/** A name as references show it: the beginning of one that no person has. */
function citedName(name: CslName): CslName {
  const { most } = limits.citedName;
  const parts = Object.entries(name) as [string, string | boolean][];
  if (parts.every(([, part]) => typeof part !== 'string' || part.length <= most)) return name;
  const cut = (part: string): string =>
    `${part
      .slice(0, most)
      .toWellFormed()
      .replace(/\ufffd$/u, '')}…`;
  return Object.fromEntries(
    parts.map(([key, part]) => [key, typeof part === 'string' && part.length > most ? cut(part) : part]),
  );
}

/** True for a work in another language than English, which a style of Latin script sets in its own manner. */
const isForeign = (style: CitationStyle, { language = 'en', title, custom }: CslItem): boolean =>
  !custom?.inChinese &&
  (hasHan(title ?? '') ||
    (style.byLanguage
      ? isChinese(language) || /[^\p{Script=Latin}\P{L}]/u.test(title ?? '')
      : !/^en\b/u.test(language)));

/** What a style without a manner of its own does: names in Latin letters, the translated title after the title. */
const otherForeign: NonNullable<Manual['foreign']> = {
  adapt(item, work, romanise) {
    setNames(item, work, romanise);
    const translation = work.custom?.translation;
    if (item.title && translation) item.title = `${item.title} [${translation}]`;
  },
};

/** True for a book whose translators a reference names where other books have their editors. */
const hasTranslators = ({ type, author, editor, translator }: CslItem): boolean =>
  type === 'book' && !!author && !editor && !!translator;

function asEditors(item: CslItem): CslItem {
  if (!item.translator || !hasTranslators(item)) return item;
  const native = item.custom?.native?.translator;
  return {
    ...item,
    editor: item.translator,
    ...(native ? { custom: { ...item.custom, native: { ...item.custom?.native, editor: native } } } : {}),
  };
}

/** What a style engine is given of an item: no abstract, keywords or notes, and the data as the style's manual wants it. */
export function itemFor(style: CitationStyle, work: CslItem, romanise?: Romanise): Adapted {
  const item = style.translatorsAsEditors ? asEditors(work) : work;
  const { abstract: _abstract, keyword: _keyword, note: _note, 'citation-key': _key, custom: _custom, ...rest } = item;
  const adapted: Adapted = { ...rest } as Adapted;
  if (item.type === 'report' || style.articleNumbers) {
    if (item.number && item.page === item.number) delete adapted.page;
  } else delete adapted.number;
  for (const role of nameRoles) if (item[role]) adapted[role] = item[role].map(citedName);
  const [author, ...others] = item.author ?? [];
  if (style.publisherOnce && others.length === 0 && author?.literal === item.publisher) delete adapted.publisher;
  const chinese = localeFor(style, item) === 'zh-CN';
  // By the language the engine leaves title case to English, and the comma out of names in a list of languages of its own:
  // a style of Latin script turns every name round, and the locale says Chinese already.
  if (item.language && isChinese(item.language)) delete adapted.language;
  else if (item.language && !/^en\b/u.test(item.language)) adapted.language = 'mul';
  if (
    style.articleOnline &&
    (item.type === 'article' || item.type === 'document') &&
    !item['container-title'] &&
    (item.URL || item.DOI)
  )
    adapted.type = style.articleOnline;
  if (item.type === 'thesis') adapted.genre ??= chinese ? '学位论文' : 'Thesis';
  if (!item.issued && style.undated) adapted.issued = { literal: chinese ? style.undated.zh : style.undated.en };
  const { manual } = style;
  if (!item.custom?.inChinese || style.byLanguage) manual?.adapt?.(adapted, item);
  if (isForeign(style, item) && (romanise || style.byLanguage)) {
    (manual?.foreign ?? otherForeign).adapt(adapted, item, romanise ?? none);
    if (!style.byLanguage) romanisePublisher(adapted, romanise ?? none);
  }
  // Names of species and words of other languages are in italics: title case must leave them alone.
  if (item.custom?.capitals === 'source') keepCapitals(adapted);
  else if (adapted.title)
    adapted.title = adapted.title.replace(/<i>[^<]*(?:<(?!\/?i>)[^<]*)*<\/i>/gu, '<span class="nocase">$&</span>');
  if (adapted.title) adapted.title = withApostrophes(adapted.title);
  return adapted;
}

/**
 * The engine takes an apostrophe at a word's end for a quotation mark that ends, and an element around it for text. Under
 * `nocase` it is given the letter that looks the same (U+02BC).
 */
const withApostrophes = (title: string): string =>
  title.includes('class="nocase"')
    ? title.replace(/<[^<>]*>|(?<=[\p{L}\d])[’']/gu, (found) => (found.startsWith('<') ? found : 'ʼ'))
    : title;

/** Titles that the engine's own title case leaves alone. */
function keepCapitals(adapted: Adapted): void {
  const keys =
    adapted.type === 'chapter' || adapted.type === 'paper-conference'
      ? (['title', 'container-title'] as const)
      : (['title'] as const);
  for (const key of keys)
    if (adapted[key] && !adapted[key].includes('nocase'))
      adapted[key] = withApostrophes(`<span class="nocase">${adapted[key]}</span>`);
}

/** A work whose title is set with the capitals that the review wants: its style's, or its source's. */
export const withCapitals = (item: CslItem, capitals: Capitals): CslItem =>
  capitals === 'style' ? item : { ...item, custom: { ...item.custom, capitals } };

const entryPart = '<div class="csl-right-inline">';

/** A reference as the engine sets it, with what the style's manual wants beyond it. */
export function polished(style: CitationStyle, item: CslItem, written: string, romanise?: Romanise): string {
  const html = item.title?.includes('ʼ') ? written : written.replaceAll('ʼ', '’');
  if (item.custom?.inChinese && !style.byLanguage) return html;
  const { manual } = style;
  // A style that knows no retraction says it all the same.
  if (!manual && item.custom?.retracted && !/retract/iu.test(html)) return append(html, 'Retracted.');
  // A numbered entry has its number in a part of its own.
  const at = html.indexOf(entryPart) < 0 ? 0 : html.indexOf(entryPart) + entryPart.length;
  const polishedText = manual?.polish?.(html.slice(at), item) ?? html.slice(at);
  const text =
    style.translatorsAsEditors && hasTranslators(item)
      ? polishedText.replace(/(?<=, )editor(?=s?\.)/u, 'translator').replace(/\(([^()]*, )eds?\.\)\./u, '$1trans.')
      : polishedText;
  const foreign = isForeign(style, item) && romanise && manual?.foreign?.polish?.(text, item, romanise);
  return html.slice(0, at) + (foreign || text);
}

/** For a style that romanises nothing. */
const none: Romanise = {
  name: (family, given) => ({ family, given }),
  words: (text) => text,
  syllables: (text) => text,
};
