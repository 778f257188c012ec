/** Recognises pages that are no paper: lists, entries of registers, news, and the own page of a journal. */

import { see } from './sight.ts';
import { shareOfHan } from '#domain/language';
import { listHeading, tailOf } from './furniture.ts';
import { findDois } from '../values/identifiers.ts';
import { readLocator } from '../values/locators.ts';
import type { Page } from './page.ts';

/** Heads of lines under which an abstract stands; a page that lists or announces papers has none. */
const abstractHead = /^(?:\d{1,2}\s)?(?:abstract|summary|摘\s?要|resumen|resumo)(?![\p{L}])/iu;

/** Whether an abstract's heading has a paragraph under it or on its own line; a menu or a list names the word alone. */
const hasAbstract = (page: Page): boolean =>
  page.lines.some((line, i) => {
    if (see(page, line, 'label')?.field !== 'abstract' && !abstractHead.test(line.text)) return false;
    const texts = page.lines.slice(i, i + 8).map((one) => one.text);
    return texts.some((text) => text.length > (shareOfHan(text) > 0.3 ? 60 : 160) || /^.{50,}[.。]$/u.test(text));
  });

/** How many papers were found: the head of a page of results. */
const resultCount =
  /^(?:(?:about|found|showing|total of|page \d+ of|共|约|找到|检索到|为您|相关|查询到|命中){1,3}\s?)?[\d,]{1,12}\s?(?:entries$|(?:search\s)?results?(?:\s?\(|$|\sfor\b|\sfound)|articles? in this issue|(?:条|篇|个)(?:相关)?(?:结果|文献|记录|检索结果)|resultados?(?:$|\s))/iu;

/** A page that lists papers: it says so at its head, counts its results, or gives one extent after another. */
export function isList(page: Page): boolean {
  const lines = page.lines.filter((line) => line.text);
  const [top] = lines;
  if (!top) return false;
  if (listHeading.test(top.text) && top.text.length < 90) return true;
  const abstract = hasAbstract(page);
  const isHeaded = lines.slice(0, 6).some((line) => listHeading.test(line.text) && line.text.length < 40);
  const dois = new Set(
    lines.flatMap((line) => (line.text.length < 120 ? findDois(line.text).map((doi) => doi.value) : [])),
  );
  if (isHeaded && dois.size >= 2 && !abstract) return true;
  if (abstract) return false;
  if (lines.slice(0, 40).some((line) => line.text.length < 60 && resultCount.test(line.text))) return true;
  return isIssue(page) || repeatsRecords(page) || repeatsLabel(page) || isNumberedList(page);
}

/**
 * One label of terms or people on three lines and more, each with other words: one paper has them once in a language. A
 * page that labels one title is about that one, whatever it says again.
 */
function repeatsLabel(page: Page): boolean {
  const said = new Map<string, Set<string>>();
  const titles = new Set<string>();
  let repeats = false;
  for (const line of page.lines) {
    if (!line.text || line.text.length > 400) continue;
    if (see(page, line, 'tail') === 'references') break;
    const label = see(page, line, 'label');
    if (!label || label.alone) continue;
    if (label.field === 'title') titles.add(line.text.slice(label.from));
    if (!/^(?:keywords|correspondence|authors)$/u.test(label.field)) continue;
    const values = said.get(label.label) ?? new Set<string>();
    said.set(label.label, values.add(line.text.slice(label.from)));
    repeats ||= values.size >= 3 && label.field === 'keywords';
  }
  return repeats && titles.size !== 1;
}

/** Headlines numbered from one on, three and more, below each of them its names with a year: a digest or results. */
function isNumberedList(page: Page): boolean {
  const lines = page.lines.filter((line) => line.text);
  let next = 1;
  for (const [i, { text }] of lines.entries()) {
    if (tailOf(text) === 'references' || tailOf(text) === 'related') break;
    const number = /^(\d{1,2})[.、)]?\s(?=\S.{9})/u.exec(text)?.[1];
    if (number === undefined || Number(number) !== next || /(?:19|20)\d{2}/u.test(text)) continue;
    if (!lines.slice(i + 1, i + 3).some((one) => one.text.length < 200 && /(?:19|20)\d{2}/u.test(one.text))) continue;
    if (++next > 3) return true;
  }
  return false;
}

/**
 * Three papers and more one below the other, each with its own DOI, or with its authors or title under the same label,
 * before any heading of references or related papers.
 */
function repeatsRecords(page: Page): boolean {
  const said = { doi: new Set<string>(), authors: new Set<string>(), title: new Set<string>() };
  for (const line of page.lines) {
    if (!line.text) continue;
    if (see(page, line, 'tail')) break;
    if (/^\[?\d{1,3}[.\]]\s/u.test(line.text) || line.text.length > 300) continue;
    for (const { value } of findDois(line.text)) said.doi.add(value);
    const label = see(page, line, 'label');
    const value = label ? line.text.slice(label.from).trim() : '';
    if ((label?.field === 'authors' || label?.field === 'title') && value) said[label.field].add(value);
  }
  // A page may give one paper's title in three languages, or its authors' names in three scripts.
  return said.doi.size >= 3 || (said.authors.size >= 3 && said.title.size >= 3) || said.title.size >= 4;
}

/** The contents of an issue: three extents and more that follow on one another, without a paper of the page's own. */
function isIssue(page: Page): boolean {
  const starts: number[] = [];
  for (const line of page.lines) {
    if (line.text.length > 160 || !/pages?|pp|页|páginas?|^\d{1,5}\s?[-–]\s?\d{1,5}$/iu.test(line.text)) continue;
    const pages = readLocator(line.text).tokens.find((token) => token.kind === 'pages');
    const range = /^(\d{1,5})\s?[-–—]\s?(\d{1,5})$/u.exec(
      pages?.value ?? (/^\d+\s?[-–]\s?\d+$/u.test(line.text) ? line.text : ''),
    );
    if (range?.[1] && range[2] && Number(range[2]) >= Number(range[1])) starts.push(Number(range[1]));
  }
  const rising = starts.filter((start, i) => i > 0 && start > (starts[i - 1] ?? 0)).length;
  return starts.length >= 3 && rising >= starts.length - 1;
}

/** What registers of trials and reviews ask of every entry. */
const entry =
  /^(?:registration (?:number|status|date)|date of (?:first )?registration|trial (?:id|registration number)|注册号(?:状态)?|注册时间|注册题目|recruitment status|recruiting status|overall status|征募研究对象情况|study type|研究类型|study design|研究设计|study phase|研究所处阶段|inclusion criteria|exclusion criteria|纳入标准|排除标准|(?:target )?sample size|enrollment|样本量|primary sponsor|secondary sponsor|sponsor|试验主办单位|primary outcomes?(?: measures?)?|secondary outcomes?(?: measures?)?|测量指标|ethics (?:committee|approval)|approved by ethics? committee|是否获伦理委员会批准|official title|brief title|public title|scientific title|nct number|study (?:start|completion)(?: date)?|study execute time|研究实施时间|target disease|研究疾病|health condition.{0,30}|conditions?(?: or disease)?|eligibility criteria|arms and interventions|study leader|applicant|申请注册联系人|研究负责人|review question|anticipated (?:start|completion) date|stage of review|study overview|study plan|participation criteria|ages eligible for study|outcome measures|interventions? \/ treatments?|primary completion|other study id numbers|information provided by|last update posted)(?:\s?\([^)]{3,20}\))?\s?[:：]?$/iu;

/** An entry of a register of trials or protocols: it announces a study, and is no paper. */
export function isRegistration(page: Page): boolean {
  const { draft } = page;
  const found = new Set<string>();
  for (const line of page.lines) {
    const head = /^[^:：]{2,60}[:：]?/u.exec(line.text)?.[0] ?? '';
    if (entry.test(head)) found.add(head.toLowerCase());
  }
  // A paper may stand in the entry as what came of it.
  return found.size >= ((draft.doi ?? draft.pmid ?? draft.volume) ? 8 : 5);
}

const newsSign =
  /^.{0,8}位置\s?[:：].*(?:新闻|动态|公告|资讯)|^发表于\s?\d{4}.{0,60}(?:阅读|浏览)|发布(?:时间|日期)\s?[:：].*(?:浏览|点击|阅读)(?:次数|量)?\s?[:：]|^(?:news|press releases?|blog|blog posts?|latest news|news (?:&|and) events|新闻|新闻动态|通知公告|资讯)$|^(?:posted|published|updated|written)(?:\son)?\s.{4,40}\sby\s|^(?:posted|written)\sby\s|\b(?:press office|staff writer|news desk|media relations|read next|notes to editors|media contact)\b/iu;

/** News, a blog or a notice: it says so of itself, and has neither an identifier nor a journal nor an abstract under its heading. */
export function isNews(page: Page): boolean {
  const { draft } = page;
  if (draft.doi ?? draft.pmid ?? draft.pmcid ?? draft.arxiv ?? draft.volume ?? draft.pages ?? draft.articleNumber)
    return false;
  if (draft.journal ?? draft.journalAbbreviation ?? draft.journalZh) return false;
  if (draft.keywords.length > 0) return false;
  const head = page.lines.filter((line) => line.text).slice(0, 12);
  return head.some((line) => line.text.length < 90 && newsSign.test(line.text)) && !hasAbstract(page);
}

/** A journal's own page speaks of its numbers and scope, and of no author, abstract or DOI. */
export function isJournal(page: Page): boolean {
  const { draft } = page;
  const about = new Set(
    page.claims
      .filter(({ fate }) => fate.kind === 'furniture' && /^journal-(?:metrics|blurb)$/u.test(fate.rule))
      .map((claim) => claim.at.line),
  ).size;
  return about >= 3 && draft.authors.length === 0 && draft.abstracts.length === 0 && !draft.doi;
}
