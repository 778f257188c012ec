/** How pages show values: dates, names of authors, titles, languages. */

import type { PartialDate } from '#domain/date';
import { detectLanguage, type InterfaceLanguage, type Language } from '#domain/language';
import { appearedIn, citedDate, journalTitle, mainTitle, type Paper, type Title } from '#domain/paper';
import { yearOf } from '#domain/date';
import { secondOf } from '#domain/role';
import { displayName, familyName } from '#domain/person';
import { isHan } from '#text/han';
import type { Say } from './strings/index.ts';

// Formatters are slow to make, so there is one for each language and precision.
const formats = (locale: string) => {
  const month = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const;
  return {
    month: new Intl.DateTimeFormat(locale, month),
    day: new Intl.DateTimeFormat(locale, { ...month, day: 'numeric' }),
  };
};
const dates = { en: formats('en-GB'), zh: formats('zh-CN') };

/** A date: "5 November 2024", "November 2024", "2024"; 2024年11月5日. */
export function sayDate(date: PartialDate, lang: InterfaceLanguage): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined) return date;
  if (month === undefined) return lang === 'zh' ? `${year}年` : String(year);
  const format = dates[lang][day === undefined ? 'month' : 'day'];
  return format.format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}

const names = {
  en: new Intl.DisplayNames('en-GB', { type: 'language', languageDisplay: 'standard' }),
  zh: new Intl.DisplayNames('zh-CN', { type: 'language' }),
};
const ourNames: Record<string, Record<InterfaceLanguage, string>> = {
  'zh-Hans': { en: 'Chinese', zh: '中文' },
  'zh-Hant': { en: 'Chinese (Traditional)', zh: '中文（繁体）' },
  zh: { en: 'Chinese', zh: '中文' },
};

/** The name of a language: "Chinese", 英语. */
export const sayLanguage = (language: Language, lang: InterfaceLanguage): string =>
  ourNames[language]?.[lang] ?? names[lang].of(language) ?? language;

/** The title to show under the main one, in the interface's language. */
export const secondTitle = ({ titles }: Paper, lang: InterfaceLanguage): Title | undefined => secondOf(titles, lang);

export const yearOfPaper = (paper: Paper): number | undefined => {
  const date = citedDate(paper);
  return date === undefined ? undefined : yearOf(date);
};

/** The first words of a title, in quotation marks: at most five, or ten Han characters. */
function firstWords(title: string): string {
  const [words = title] = /^(?:[\p{Script=Han}《》（）：、，—\d]{1,10}|(?:\S+\s+){0,4}\S+)/u.exec(title) ?? [];
  return words.length < title.length
    ? `“${words.replace(/(?<![\s,;:，；：、—])[\s,;:，；：、—]+$/u, '')}…”`
    : `“${title}”`;
}

/**
 * How a paper is named in running text: "Huggett et al. 2024", "Potocky 2025"; Huggett 等（2024）. A paper without authors
 * is named by the first words of its title, as the APA's manual does (7th edition, 8.14).
 */
export function shortName(paper: Paper, lang: InterfaceLanguage, noDate: string): string {
  const family = (index: number): string => {
    const name = paper.authors[index]?.name;
    if (!name) return '';
    return name.literal ?? (familyName(name) || name.written);
  };
  const count = paper.authors.length;
  const who =
    count === 0
      ? firstWords(mainTitle(paper)?.text ?? paper.id)
      : count === 1
        ? family(0)
        : count === 2
          ? `${family(0)}${lang === 'zh' ? '、' : ' & '}${family(1)}`
          : `${family(0)}${lang === 'zh' ? (isHan(family(0)) ? '等' : ' 等') : ' et al.'}`;
  const year = yearOfPaper(paper) ?? noDate;
  return lang === 'zh' ? `${who}（${year}）` : `${who} ${year}`;
}

/**
 * Where a paper appeared, in a few words: the name, and before it what kind of work it is where the name is not that of a
 * journal, a book or proceedings: "Thesis, University of …".
 */
export function container(paper: Paper, t: Say): { kind: string; name: string; language: Language } | undefined {
  const name = appearedIn(paper)?.value;
  if (name === undefined) return undefined;
  const isWhole = journalTitle(paper) === undefined;
  return {
    kind: isWhole ? t('paper.kindBefore', { kind: t(`paper.type.${paper.type.value}`) }) : '',
    name,
    language: detectLanguage(name),
  };
}

/** The first `most` authors of a list entry, and how many more there are. */
export function someAuthors(paper: Paper, most: number): { names: string[]; more: number } {
  const shown = paper.authors.length > most + 1 ? most : paper.authors.length;
  return {
    names: paper.authors.slice(0, shown).map((author) => displayName(author.name)),
    more: paper.authors.length - shown,
  };
}
