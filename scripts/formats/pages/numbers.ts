/** Puts pages, article numbers and names of journals from a page into the draft. */

import { readAuthorLine } from '../values/author-lines.ts';
import { shareOfHan } from '#domain/language';
import { faultOf } from './impossible.ts';
import type { Token } from '../values/locator-patterns.ts';
import type { JournalWay, Page } from './page.ts';
import { slice, trim, type Traced } from '../text/traced.ts';

/** A page has a figure in it, or is only Roman numerals. */
const isPage = /\d|^[ivxlc]+(?:-[ivxlc]+)?$/u;

/** Pages or, where there is only one number, the number that an article has instead of pages. */
export function statePages(page: Page, text: Traced, start = 0, end = text.text.length): void {
  const p = trim(slice(text, start, end));
  const value = p.text.replace(/^pp?\.?\s?/iu, '');
  if (!isPage.test(value) || value.length > 30) return;
  const { articleNumber, pages } = page.draft;
  if (/\s(?:à|to|bis|\/)\s|[-–—~～,;]/u.test(value)) {
    page.put('pages', p);
    // "Pages: 15" was how many pages there are, not a number that the article has.
    const [first = NaN, last = NaN] = (page.draft.pages?.value ?? '').split('-').map(Number);
    if (articleNumber?.value === String(last - first + 1)) delete page.draft.articleNumber;
  } else if (pages?.value.split('-').includes(value)) page.take(p);
  else page.state('articleNumber', value, p);
}

/** Preprint servers and repositories: where they are named, no journal is. */
const preprintServer =
  /^(?:\p{L}{1,8}[rR][xX]iv|Research Square|SSRN(?: Electronic Journal)?|OSF(?: Preprints)?|Preprints(?:\.org)?|Authorea|Zenodo|figshare|TechRxiv|ChinaXiv)(?:\s?\(.*\))?$/u;
/** Marks of the indexes that list a Chinese journal, glued to its name. */
const indexes =
  /\s?,?\s\(?(?:[ep]-?)?ISSN\b.{0,40}$|\s?[(（]\s?IF\s?[=:：]\s?[\d.]{1,7}\s?[)）]$|(?:\s?(?:ISTIC|PKU|CSSCI|CSCD|CSTPCD|JST|SCOPUS|SCI|EI|CAS|AMI|北大核心|统计源)){1,12}\s?$/u;
/** What a page glues to a name: the next label, or the volume in words. */
const gluedLabel =
  /\s(?:Année|Tome|Volume|Vol\.|Issue|Jahrgang|Band|Año)$|;\s\p{Lu}[\p{L}\s]{2,30}(?:,\s[\p{L}\s]{2,30})?$|(?<=\p{Script=Latin})(?:年份|年卷期|出版时间|发表时间|出版日期|卷号|影响因子)|(?<=\p{Ll})(?:Volume|Vol\.)\s?\d/u;

/** The last page of an extent whose first page is known already, as metadata give them apart. */
export function stateLastPage(page: Page, text: Traced): boolean {
  const { draft } = page;
  const first = draft.articleNumber ?? draft.pages;
  if (!first || first.value.includes('-') || !isPage.test(text.text)) return false;
  const at = [...first.at, ...page.take(text)];
  if (first.value === text.text) return true;
  delete draft.articleNumber;
  draft.pages = { value: `${first.value}-${text.text}`, at };
  return true;
}

export type JournalField = 'journal' | 'journalAbbreviation' | 'journalZh';

/** A journal's name as the record has it: the first `end` characters of `traced`, or what `value` makes of them. */
export interface JournalName {
  field: JournalField;
  value: string;
  traced: Traced;
  end: number;
}

/** A journal's name, its abbreviation or its Chinese name, by how it is written; without what sites set around it. */
export function readJournalName(name: Traced): JournalName | undefined {
  const plain = name.text.replace(/(?<![\s>›»])[\s>›»]+$/u, '');
  const path =
    /^.*[>›»]\s*(?=[^>›»\s])/u.exec(plain) ??
    /^(?:\S{0,20}トップ|Home|Accueil|Inicio|Startseite|首[页頁])\s\/\s/u.exec(plain);
  const text = trim(slice(name, path?.[0].length ?? 0, plain.length));
  const stop =
    indexes.exec(text.text) ??
    gluedLabel.exec(text.text) ??
    (/\p{Script=Han}\s?[.,;:：，。]+$/u.test(text.text)
      ? /\s?(?<![.,;:：，。])[.,;:：，。]+$/u
      : /\s?(?<![,;:：])[,;:：]+$/u
    ).exec(text.text);
  const whole = trim(slice(text, 0, stop ? stop.index : text.text.length));
  const quoted = /^《?([^《》]+)(?:》.{0,20})?$/u.exec(whole.text)?.[1];
  const clean = quoted
    ? trim(slice(whole, whole.text.indexOf(quoted), whole.text.indexOf(quoted) + quoted.length))
    : whole;
  if (!/\p{L}\s?\p{L}/u.test(clean.text) || clean.text.length > 160) return undefined;
  if (faultOf('journal', clean.text) || preprintServer.test(clean.text.replace(/\.$/u, ''))) return undefined;
  if (shareOfHan(clean.text) > 0.5) {
    // 心 理 科 学 is 心理科学: spaces between single characters are typesetting.
    const value = /^(?:\p{Script=Han}\s)+\p{Script=Han}$/u.test(clean.text)
      ? clean.text.replace(/\s/gu, '')
      : clean.text.replace(/^《|》$/gu, '');
    return { field: 'journalZh', value, traced: clean, end: clean.text.length };
  }
  // The last point is the citation's own where the other words have none: "Clin Psychol Rev." but "Soc. Sci."
  const value = /\.\s/u.test(clean.text) ? clean.text : clean.text.replace(/\.$/u, '');
  const field = isAbbreviated(clean.text) || isAbbreviated(value) ? 'journalAbbreviation' : 'journal';
  return { field, value, traced: clean, end: value.length };
}

/** A name that may be the journal's: it counts until all of the page is weighed. */
export function stateJournal(page: Page, passage: Traced, way: JournalWay): boolean {
  const name = withoutNames(passage);
  const read = readJournalName(name);
  if (!read) return false;
  page.journals.push({ name, way, line: page.lineOf(read.traced)?.index ?? 0 });
  return page.state(read.field, read.value, read.traced, 0, read.end);
}

/** `W Doe, S Roe - Journal of Care`: lists of search results have the authors before the journal. */
function withoutNames(passage: Traced): Traced {
  const dash = /\s[-–—]\s/u.exec(passage.text);
  if (!dash || readAuthorLine(slice(passage, 0, dash.index), true) === undefined) return passage;
  return slice(passage, dash.index + dash[0].length, passage.text.length);
}

/** Words that names of journals have. */
export const journalWord =
  /\b(?:Journal|Revista|Review|Reviews|Quarterly|Archives?|Annals|Bulletin|Acta|Proceedings|Frontiers|Research|Psychiatry|Psychotherapy|Psychology|Medicine|Counselling|Counseling|Studies|Science|Sciences|Letters|Reports|Advances|Zeitschrift|Cadernos|Anales|Estudos|Estudios|Salud|Saúde|Health|Care|Nursing|Therapy|Behaviou?r|Disorders|Interventions|Education|Policy|Society|Neuroscience|Lancet|BMJ|BMC|PLOS|JMIR)\b|学报|杂志|誌$|紀要$|[学學]刊$|季刊$|研究$|科学$|心理学|医学$|通讯$/u;

const short =
  /^(?:Clin|Psychol|Psychiatry?|J|Rev|Med|Int|Am|Br|Eur|Soc|Sci|Res|Ther|Couns|Health|Ment|Adv|Ann|Arch|Behav|Cogn|Dev|Educ|Exp|Front|Nurs|Public|Syst|Database|Trauma|Psychother|Epidemiol|Stud|Transcult|Contemp|Assoc|Acad|Nat|Proc|Gen|Pract|Care|Community|Disord|Affect|Pediatr|Adolesc|Fam|Glob|Lancet|Commun|Environ|Neurosci|Psychosom|Psychiatr|Qual|Methodol|Ethn|Cult|Soc)\.?$/u;

/** Whether a journal's name is abbreviated: words that end in a point, or the shortened words of the NLM catalogue. */
export function isAbbreviated(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.some((word) => /^\p{Lu}\p{L}+\.$/u.test(word)) && words.length > 1) return true;
  if (/^\p{Ll}\p{L}+\.$/u.test(name)) return true;
  return (
    words.length > 1 &&
    words.every((word) => short.test(word) || /^[A-Z]{2,5}$/u.test(word)) &&
    words.some(
      (word) => !/^(?:Health|Care|Community|Public|Lancet|Trauma|Database|Psychiatry|Rev|[A-Z]{2,5})$/u.test(word),
    )
  );
}

/** States what the tokens of a citation line say. Dates: the first is the issue's; one that an "online" word leads is that of the online publication. */
export function stateTokens(page: Page, line: Traced, tokens: readonly Token[]): void {
  for (const token of tokens) {
    switch (token.kind) {
      case 'date':
        stateIssued(page, line, token);
        break;
      case 'online':
        page.state('online', token.value, line, token.start, token.end);
        break;
      case 'pages':
        statePages(page, line, token.start, token.end);
        break;
      case 'article':
        if (page.draft.pages && !page.draft.articleNumber) break;
        page.state('articleNumber', token.value, line, token.start, token.end);
        break;
      case 'volume':
      case 'issue':
        if (!faultOf(token.kind, token.value)) page.state(token.kind, token.value, line, token.start, token.end);
        break;
      default:
    }
  }
}

/** The issue's date; a fuller one takes the place of a date that it begins with. */
export function stateIssued(
  page: Page,
  line: Traced,
  token: Pick<Token, 'value' | 'until' | 'start' | 'end'>,
): boolean {
  const { issued } = page.draft;
  if (issued && token.value !== issued.value) {
    page.hear('issued', token.value, slice(line, token.start, token.end));
    if (issued.value.startsWith(token.value)) {
      issued.at.push(...page.take(line, token.start, token.end));
      return true;
    }
    if (!token.value.startsWith(issued.value)) {
      page.conflicts.add('issued');
      return false;
    }
    const at = [...page.take(line, token.start, token.end), ...issued.at];
    page.draft.issued = { value: token.value, at };
  } else page.state('issued', token.value, line, token.start, token.end);
  if (token.until && page.draft.issued)
    page.draft.issuedUntil = { value: token.until, at: page.places(line, token.start, token.end) };
  return true;
}
