import { isChinese, type Language } from '#domain/language';
import { limits } from '#domain/limits';
import type { Paper } from '#domain/paper';
import type { CslItem, CslName } from './csl.ts';

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
  /** What stands for an unknown date, where the style file would leave it out. */
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
  },
  {
    id: 'vancouver',
    csl: 'vancouver',
    title: { en: 'Vancouver (NLM)', zh: '温哥华格式（NLM）' },
    locale: 'en-US',
    label: numberAndStop,
    undated: { en: '[date unknown]', zh: '[日期不详]' },
  },
  {
    id: 'gb-t-7714-numeric',
    csl: 'china-national-standard-gb-t-7714-2015-numeric',
    title: { en: 'GB/T 7714—2015, numeric', zh: 'GB/T 7714—2015 顺序编码制' },
    locale: 'en-US',
    label: bracketed,
    undated: { en: 'n.d.', zh: '日期不详' },
    articleOnline: 'webpage',
  },
  {
    id: 'gb-t-7714-author-date',
    csl: 'china-national-standard-gb-t-7714-2015-author-date',
    title: { en: 'GB/T 7714—2015, author–date', zh: 'GB/T 7714—2015 著者-出版年制' },
    locale: 'en-US',
    undated: { en: 'n.d.', zh: '日期不详' },
    articleOnline: 'webpage',
  },
  {
    id: 'mla',
    csl: 'modern-language-association',
    title: { en: 'MLA, 9th edition', zh: 'MLA 第 9 版' },
    locale: 'en-US',
    undated: { en: 'n.d.', zh: '日期不详' },
  },
  {
    id: 'chicago-author-date',
    csl: 'chicago-author-date',
    title: { en: 'Chicago, author–date', zh: '芝加哥格式（著者-出版年）' },
    locale: 'en-US',
  },
  {
    id: 'harvard',
    csl: 'harvard-cite-them-right',
    title: { en: 'Harvard (Cite Them Right)', zh: '哈佛格式（Cite Them Right）' },
    locale: 'en-GB',
  },
  {
    id: 'ama',
    csl: 'american-medical-association',
    title: { en: 'AMA, 11th edition', zh: 'AMA 第 11 版' },
    locale: 'en-US',
    label: numberAndStop,
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
});

/** The locale a reference is set in: the paper's own language decides "et al." or 等, quotation marks and dates. */
export const localeFor = (style: CitationStyle, language: Language | undefined): string =>
  language && isChinese(language) ? 'zh-CN' : style.locale;

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

/** What a style engine is given of an item: no abstract, keywords or notes, and the data as the style's manual wants it. */
export function itemFor(style: CitationStyle, item: CslItem): Record<string, unknown> {
  const { abstract: _abstract, keyword: _keyword, note: _note, 'citation-key': _key, ...rest } = item;
  const adapted: Record<string, unknown> = { ...rest };
  if (!style.articleNumbers) delete adapted.number;
  else if (item.number && item.page === item.number) delete adapted.page;
  if (item.author) adapted.author = item.author.map(citedName);
  const [author, ...others] = item.author ?? [];
  if (style.publisherOnce && others.length === 0 && author?.literal === item.publisher) delete adapted.publisher;
  // Names of species and words of other languages stand in italics: title case must leave them alone.
  if (item.title)
    adapted.title = item.title.replace(/<i>[^<]*(?:<(?!\/?i>)[^<]*)*<\/i>/gu, '<span class="nocase">$&</span>');
  const chinese = item.language !== undefined && isChinese(item.language);
  // The engine would set Latin names of a Chinese item without their comma; the locale says Chinese already.
  if (chinese) delete adapted.language;
  if (
    style.articleOnline &&
    (item.type === 'article' || item.type === 'document') &&
    !item['container-title'] &&
    item.URL
  )
    adapted.type = style.articleOnline;
  if (item.type === 'thesis') adapted.genre = chinese ? '学位论文' : 'Thesis';
  if (!item.issued && style.undated) adapted.issued = { literal: chinese ? style.undated.zh : style.undated.en };
  return adapted;
}

/**
 * The languages that a paper can be cited in: its own, and each in which a person gave it a title. `paper` is then the
 * record with that title in front, so that names, "et al." and quotation marks follow its language too.
 */
export function citedIn(paper: Paper): { language: Language; paper: Paper }[] {
  const own = paper.titles.filter(({ role }) => role !== 'machine-translation');
  const [main] = (['original', 'translation', 'ours'] as const).flatMap((role) =>
    own.filter((title) => title.role === role),
  );
  const language = paper.language?.value ?? main?.language ?? 'en';
  const others = own.filter((title) => title !== main && isChinese(title.language) !== isChinese(language));
  return [
    { language, paper },
    ...others.slice(0, 1).map((title) => ({
      language: title.language,
      paper: {
        ...paper,
        language: { value: title.language, from: title.from },
        titles: [{ ...title, role: 'original' as const }],
      },
    })),
  ];
}
