/**
 * Decides by weighed reasons whether a page is about one paper, and what kind of page it is where it is not. Weights above 0
 * speak for a paper; the sum decides, and no reason alone.
 */

import { errorPage, listHeading } from './furniture.ts';
import {
  countOf,
  countProse,
  doisIn,
  extentsIn,
  hasAbstract,
  isIssue,
  isNumberedList,
  journalLines,
  mostDates,
  questionsIn,
  titlesWithNames,
} from './kind-counts.ts';
import { itemsIn } from './list-records.ts';
import type { Line, Page } from './page.ts';
import { see } from './sight.ts';
import { referencesFrom, tailFrom } from './page-tail.ts';
import { likely, weigh } from './weigh.ts';

/** What a page is about: one paper, several, something new, a journal, a study that is announced, nothing, or a person or event. */
export type PageKind = 'paper' | 'list' | 'news' | 'journal' | 'registration' | 'error' | 'other';

/** What is known of a page when it has been read as a paper's. */
interface KindSight {
  page: Page;
  /** Its lines that say anything, and the first twelve of them. */
  lines: readonly Line[];
  head: readonly Line[];
  /** Lines before any heading of references or other papers. */
  own: readonly Line[];
  /** How many titles the records in its data have. */
  titled: number;
}

interface KindReason {
  /** The kind of page that it speaks for. */
  for: PageKind;
  /** How true it is of this page, from 0 to 1. */
  holds: (sight: KindSight) => number | boolean;
}

/** How far a count reaches a number at which it says all that it can. */
const upTo = (count: number, most: number): number => Math.max(0, Math.min(1, count / most));

const bestOf = ({ choices }: Page, field: Page['choices'][number]['field']) =>
  choices.find((choice) => choice.field === field)?.options.filter(({ chosen }) => chosen)[0];

/** How many papers were found: the head of a page of results. */
const resultCount =
  /^(?:(?:about|found|showing|total of|page \d+ of|共|约|找到|检索到|为您|相关|查询到|命中){1,3}\s?)?[\d,]{1,12}\s?(?:entries$|(?:search\s)?results?(?:\s?\(|$|\sfor\b|\sfound)|articles? in this issue|treffer|résultats?|(?:条|篇|个)(?:相关)?(?:结果|文献|记录|检索结果)|resultados?(?:$|\s))|^(?:now\s)?(?:showing|displaying)\s(?:results?\s|items\s)?\d+\s?(?:-|–|to)\s?\d+ (?:of|out of)|^\d+\s?[-–]\s?\d+ of (?:(?:over|about|more than)\s)?[\d,]+(?:\sresults)?$|^検索結果|\d件$/iu;

/** How results are sorted and turned over. */
const sorting =
  /^(?:sort(?:ed)? by|ordenar por|sortieren|relevance$|per page|按(?:相关|被引|时间|发表)|排序|相关度|(?:\d+\s){3,}|.*下一页|next page|items per page|filter(?:s|ed by)?$|refine (?:by|results))/iu;

/** What news, blogs and posts print around their text. */
const newsSign =
  /^.{0,8}位置\s?[:：].*(?:新闻|动态|公告|资讯)|^发表于\s?\d{4}.{0,60}(?:阅读|浏览)|发布(?:时间|日期)\s?[:：].*(?:浏览|点击|阅读)(?:次数|量)?\s?[:：]|^(?:news|press releases?(?: distribution)?|press releases distribution|blog|blog posts?|latest news|news (?:&|and) events|新闻|新闻动态|通知公告|资讯)$|^(?:posted|published|updated|written)(?:\son)?\s.{4,40}\sby\s|^(?:posted|written)\sby\s|^also in this (?:letter|issue|edition|newsletter)\b|\b(?:press office|staff writer|news desk|media relations|read next|notes to editors|media contact)\b/iu;

const talk =
  /\b(?:said|says|told|according to|writes|explains)\b|["”]\s(?:said|says)|记者|报道|表示[，,：:]|小编|关注我们|公众号|^近日[,，]|该(?:论文|研究成果)由|(?:团队|课题组)(?:研究)?(?:发现|呼吁|表示|认为)|一文(?:在|发表)|官网(?:显示|消息)/iu;
const social =
  /^(?:leave a (?:comment|reply)|\d+ (?:comments|replies|likes)|comments? \(\d+\)|about the author|share this story|赞同|点赞|在看|写下你的评论|阅读 \d|.*IP 属地|editor['’]s note|min(?:ute)? read|\d+ min read)/iu;

/** What pages of people and events print. */
const ofEvent =
  /^(?:\d{1,2}[:.]\d{2}\s?[–—-]\s?\d{1,2}[:.]\d{2}|\d{1,2}[:.]\d{2}\s\p{L})|^(?:chair|venue|speakers?|programme|coffee break|lunch|poster session|session|symposium|registration|abstract book)\b/iu;
const ofPerson =
  /^(?:biography|selected publications|publications|teaching|research interests|telephone|tel\.?|office|qualifications|curriculum vitae|contact details|个人简介|研究方向|代表(?:作|性成果)|教育经历|办公(?:室|电话))\s?(?:[:：]|$)/iu;

/** Fields of a form for logging in. */
const form =
  /^(?:user ?name|password|remember me|forgot(?:ten)? password|verification code|用户名|密码|账号登录|手机登录|记住我|忘记密码|验证码|请登录|请输入验证码)/iu;

/** Types of record (CSL) of which only a page about the work has one. */
const isWork = /^(?:article-journal|book|chapter|thesis|report|paper-conference|article|dataset)$/u;

/** Whether metadata state the title, or a record the type, of one work. */
const statesWork = ({ page: { titleStated, draft }, titled }: KindSight): boolean =>
  titled < 2 && (titleStated || isWork.test(draft.type?.value ?? ''));

/** The values after labels of one field, each once: one paper has them once in a language. */
const labelled = ({ page, own }: KindSight, field: string): ReadonlySet<string> =>
  new Set(
    own.flatMap((line) => {
      const label = line.text.length <= 3000 ? see(page, line, 'label') : undefined;
      const value = label?.field === field ? line.text.slice(label.from).trim() : '';
      return value ? [value] : [];
    }),
  );

/** Every reason, by name, with the kind of page that it speaks for. */
const reasons: Readonly<Record<string, KindReason>> = {
  'an abstract under its heading': { for: 'paper', holds: ({ page }) => hasAbstract(page) },
  'a likely abstract': { for: 'paper', holds: ({ page }) => likelihood(page, 'abstract') },
  'an identifier, and few others': {
    for: 'paper',
    holds: ({ page: { draft }, own }) =>
      Boolean(draft.doi ?? draft.pmid ?? draft.pmcid ?? draft.arxiv) && doisIn(own) < 3,
  },
  'a place in a journal, and few others': {
    for: 'paper',
    holds: ({ page, own }) => Boolean(page.draft.volume ?? page.draft.pages) && extentsIn(page, own) < 3,
  },
  keywords: { for: 'paper', holds: ({ page }) => page.draft.keywords.length > 0 },
  'its title said again': {
    for: 'paper',
    holds: ({ page }) =>
      bestOf(page, 'title')?.held.some(([name]) =>
        /^(?:the browser names it|is there twice|a reference names it)$/u.test(name),
      ) ?? false,
  },
  'a heading of references': { for: 'paper', holds: ({ page }) => referencesFrom(page) < page.lines.length },
  'days of its history': {
    for: 'paper',
    holds: ({ lines }) =>
      countOf(lines, /^(?:received|accepted|revised|收稿日期|修回日期|eingegangen|recibido|aceptado)/iu, 160) > 0,
  },
  'its metadata, or the type it states, are of one work': {
    for: 'paper',
    holds: statesWork,
  },
  'values that a site file places': { for: 'paper', holds: ({ page }) => page.taught.size > 0 },
  'called a list in its first line': {
    for: 'list',
    holds: ({ head: [top] }) => top !== undefined && top.text.length < 90 && listHeading.test(top.text),
  },
  'called a list near its top': {
    for: 'list',
    holds: ({ page, head }) => !hasAbstract(page) && countOf(head.slice(0, 8), listHeading, 40) > 0,
  },
  'results that are counted': {
    for: 'list',
    // Results may be shown with their abstracts; the count of them is above them all.
    holds: ({ page, lines }) => countOf(lines.slice(0, hasAbstract(page) ? 3 : 40), resultCount, 60) > 0,
  },
  'results that are sorted or turned over': { for: 'list', holds: ({ lines }) => upTo(countOf(lines, sorting, 60), 2) },
  'three DOIs or more': { for: 'list', holds: ({ own }) => upTo(doisIn(own) - 1, 2) },
  'several titles behind labels': { for: 'list', holds: (sight) => upTo(labelled(sight, 'title').size - 1, 2) },
  'several lines of authors behind labels': {
    for: 'list',
    holds: (sight) => upTo(labelled(sight, 'authors').size - 1, 2),
  },
  'several dates behind one label': { for: 'list', holds: ({ page, own }) => mostDates(page, own) > 1 },
  'several abstracts behind labels': {
    for: 'list',
    holds: (sight) => labelled(sight, 'abstract').size >= 3 && labelled(sight, 'title').size !== 1,
  },
  'several lines of keywords': {
    for: 'list',
    holds: (sight) => labelled(sight, 'keywords').size >= 3 && labelled(sight, 'title').size !== 1,
  },
  'the pages of one article after another': { for: 'list', holds: ({ page }) => isIssue(page) },
  'numbered headlines with years': { for: 'list', holds: ({ own }) => isNumberedList(own) },
  'title, names and numbers again and again': {
    for: 'list',
    holds: ({ page }) => upTo(itemsIn(page).filter(({ title }) => title.index < tailFrom(page)).length - 1, 3),
  },
  'names below several titles': { for: 'list', holds: ({ page, own }) => upTo(titlesWithNames(page, own) - 2, 2) },
  'several records in its data': { for: 'list', holds: ({ titled }) => titled > 1 },
  'signs of news at its head': { for: 'news', holds: ({ head }) => countOf(head, newsSign) > 0 },
  'signs of news': { for: 'news', holds: ({ lines }) => countOf(lines, newsSign) > 0 },
  'prose that quotes people': {
    for: 'news',
    holds: ({ page, own }) => upTo(countOf(own, talk, 3000), Math.max(3, countProse(page, own) / 3)),
  },
  'comments and likes': { for: 'news', holds: ({ lines }) => upTo(countOf(lines, social), 2) },
  'questions of a register': { for: 'registration', holds: ({ lines }) => upTo(questionsIn(lines), 8) },
  // A paper may be named in the entry as what came of it.
  'most questions of a register': {
    for: 'registration',
    holds: ({ page: { draft }, lines }) => questionsIn(lines) > ((draft.doi ?? draft.pmid ?? draft.volume) ? 6 : 4),
  },
  'what a journal says of itself': { for: 'journal', holds: ({ page, own }) => upTo(journalLines(page, own), 6) },
  'an error or a check': { for: 'error', holds: ({ lines }) => countOf(lines.slice(0, 4), errorPage) > 0 },
  'a short page with an error': {
    for: 'error',
    holds: ({ page, lines }) => page.source.text.length < 3000 && countOf(lines.slice(0, 4), errorPage) > 0,
  },
  'a few lines without a likely title, names or numbers': {
    for: 'other',
    holds: (sight) => {
      const { page, lines } = sight;
      return (
        lines.length < 5 &&
        !statesWork(sight) &&
        page.source.text.length < 1500 &&
        (bestOf(page, 'title')?.points ?? 0) < 2 &&
        [page.draft.authors, page.draft.keywords].every(({ length }) => length === 0) &&
        [page.draft.doi, page.draft.pmid, page.draft.volume, page.draft.pages].every((one) => one === undefined)
      );
    },
  },
  'no likely title': {
    for: 'other',
    holds: (sight) =>
      statesWork(sight)
        ? 0
        : 1 - upTo(bestOf(sight.page, 'title')?.points ?? (sight.page.draft.titles.length > 0 ? 3 : 0), 3),
  },
  'a form that asks who one is': {
    for: 'error',
    holds: ({ page, lines }) => !hasAbstract(page) && upTo(countOf(lines, form, 40) - 1, 2),
  },
  'hours and rooms': { for: 'other', holds: ({ own }) => upTo(countOf(own, ofEvent), 4) },
  'headings of a person’s page': { for: 'other', holds: ({ lines }) => upTo(countOf(lines, ofPerson, 60), 3) },
};

const likelihood = (page: Page, field: Page['choices'][number]['field']): number => {
  const best = bestOf(page, field);
  return best ? likely(best.points - 1) : 0;
};

/** Whether a reason speaks for a paper (1) or for another kind of page (-1); 0 for no reason. */
export const signOf = (name: string): number =>
  Object.hasOwn(reasons, name) ? (reasons[name]?.for === 'paper' ? 1 : -1) : 0;

/** Chooses the kind of a page that has been read as a paper's. */
export function chooseKind(page: Page, titled: number): PageKind {
  const lines = page.lines.filter((line) => line.text);
  const end = Math.min(tailFrom(page), referencesFrom(page));
  const sight: KindSight = {
    page,
    titled,
    lines,
    head: lines.slice(0, 12),
    own: lines.filter(({ index }) => index < end),
  };
  const weights = page.weights.kind;
  const tables = Object.fromEntries(Object.entries(reasons).map(([name, { holds }]) => [name, holds]));
  const weighed = weigh(sight, undefined, tables, weights);
  const against = new Map<PageKind, number>();
  for (const [name, share] of weighed.held) {
    const kind = reasons[name]?.for ?? 'other';
    if (kind !== 'paper') against.set(kind, (against.get(kind) ?? 0) - share * (weights[name] ?? 0));
  }
  const [[other] = ['other' as PageKind]] = [...against].sort((a, b) => b[1] - a[1]);
  const kind = weighed.points > 0 ? 'paper' : other;
  page.chose(
    'kind',
    [weighed],
    () => kind === 'paper',
    () => ({ line: lines[0]?.index ?? 0, text: kind }),
  );
  return kind;
}
