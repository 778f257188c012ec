/** Describes a search in the sentences that a methods section needs. */

import type { Catalogue, FacetName } from './catalogue.ts';
import type { State } from './state.ts';

/** What a methods section reports about a search: items 1, 8, 9, 13 and 15 of PRISMA-S (Rethlefsen et al. 2021). */
export interface Report {
  en: string;
  zh: string;
}

interface Reported {
  state: State;
  /** The number of papers found, after all limits. */
  count: number;
  catalogue: Pick<Catalogue, 'corpus' | 'size' | 'facets'>;
  /** The address that shows the same search again. */
  address: string;
  /** The day of the search, ISO 8601. */
  day: string;
  facetNames: Record<'en' | 'zh', (facet: FacetName) => string>;
}

export function reportOf(reported: Reported): Report {
  const { state, count, catalogue, address, day } = reported;
  const { title, version, date } = catalogue.corpus;
  const q = state.q.trim().toWellFormed();
  const total = catalogue.size;
  const limits = { en: limitsOf(reported, 'en'), zh: limitsOf(reported, 'zh') };
  const en = [
    `${title.en} (corpus version ${version} of ${date}, ${counted(total, 'paper')}) was searched on ${day}`,
    q ? ` with the query ‘${q}’` : ' without a query',
    limits.en.length ? `, limited to ${limits.en.join('; ')}` : '',
    `; ${counted(count, 'record')} ${count === 1 ? 'was' : 'were'} found. `,
    'Titles, abstracts, digests, keywords, authors, journal names and identifiers were searched in English and Chinese; ',
    'unquoted words in all their forms and, where they name a concept of the review’s vocabulary, by that concept. ',
    `The search can be repeated at ${address}`,
  ].join('');
  const zh = [
    `于 ${day} 检索“${title.zh}”（文献集版本 ${version}，${date}，共 ${total} 篇文献），`,
    q ? `检索式为“${q}”` : '未使用检索词',
    limits.zh.length ? `，限定条件为${limits.zh.join('；')}` : '',
    `，得到 ${count} 条记录。`,
    '检索范围为中英文标题、摘要、评介、关键词、作者、期刊名与编号；未加引号的词按各种词形匹配，若为本综述词表中的概念，则一并按概念匹配。',
    `重现此检索的地址：${address}`,
  ].join('');
  return { en, zh };
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;

/** The chosen facets and years in words. */
function limitsOf({ state: { facets, years }, catalogue, facetNames }: Reported, lang: 'en' | 'zh'): string[] {
  const limits = catalogue.facets.flatMap(({ name, values }) => {
    const chosen = values.filter(({ key }) => facets[name]?.includes(key)).map((value) => value[lang]);
    return chosen.length
      ? [facetNames[lang](name) + (lang === 'zh' ? '：' : ': ') + chosen.join(lang === 'zh' ? '或' : ' or ')]
      : [];
  });
  if (years.from !== null || years.to !== null) limits.push(yearsSaid(years, lang));
  return limits;
}

function yearsSaid({ from, to }: State['years'], lang: 'en' | 'zh'): string {
  if (from === to) return lang === 'zh' ? `年份：${from}` : `year: ${from}`;
  if (to === null) return lang === 'zh' ? `年份：${from} 年起` : `years: from ${from}`;
  if (from === null) return lang === 'zh' ? `年份：至 ${to} 年` : `years: to ${to}`;
  return lang === 'zh' ? `年份：${from}–${to}` : `years: ${from}–${to}`;
}
