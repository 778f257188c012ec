/** Titles of a page: adds them to the draft, compares them, and decides which is the original. */

import type { DraftText, Read } from '#domain/draft';
import { detectLanguage, isChinese, shareOfHan, type Language } from '#domain/language';
import { foldForMatching } from '#domain/text';
import { hasHan } from '#text/han';
import { furnitureOf } from './furniture.ts';
import { slice, trim, type Traced } from '../text/traced.ts';
import { faultOf } from './impossible.ts';
import { knownOn } from './known.ts';
import type { Page } from './page.ts';

/** A text as copies of it are found: only letters and digits, so that tags, spaces and final stops do not count. */
export const copyKey = (text: string): string =>
  foldForMatching(text.replace(/<\/?[a-z][^<>]{0,200}>/giu, ' '))
    .replace(/\s&\s/gu, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The same of a single code unit, by the unit: there are few, and a page has thousands. */
const unitKeys = new Map<string, string>();

function keyOfUnit(unit: string): string {
  const known = unitKeys.get(unit) ?? copyKey(unit);
  unitKeys.set(unit, known);
  return known;
}

/**
 * The offset where a title ends when an index adds a note such as "[References]." or a site adds a word such as "Open
 * access".
 */
export const titleEnd = (text: string): number =>
  /\s?(?:\[(?:References|Bibliography|Article|Review|Journal article|In English)\]|\((?:Article|Review|Conference Paper|Editorial|Letter|Short Survey)\)(?:\s?\(Open Access\))?)\.?$|\s(?:Get access|Open access|Free access|Full access|Restricted access|=)$|\s?[*∗☆★△▲†]$|\sТекст научной (?:статьи|работы) по специальности\s.{3,80}$|(?<=\p{Script=Han})_[^_\s]{2,20}$/u.exec(
    text,
  )?.index ?? text.length;

/** A title's language: one Chinese character in a short title says more than function words do. */
export const titleLanguage = (text: string): Language => {
  const language = detectLanguage(text);
  return !/^(?:zh|ja|ko)/u.test(language) && shareOfHan(text) > 0.35 ? 'zh-Hans' : language;
};

/** The titles that the page has stated. */
const stated = knownOn(
  (page) => page.draft.titles,
  (title: Page['draft']['titles'][number]) => copyKey(title.value.text) || title.value.text,
);

/** Adds a title; one that differs in nothing but case and punctuation gets the further place instead. */
export function stateTitle(page: Page, given: Traced, role?: DraftText['role']): Read<DraftText> | undefined {
  // Brackets around a title say that it is a translation.
  const isBracketed = /^\[[^[\]]{12,}\]\.?$/u.test(given.text);
  const traced = isBracketed ? slice(given, 1, given.text.lastIndexOf(']')) : given;
  const { text } = traced;
  if (!text || faultOf('title', text)) return undefined;
  const key = copyKey(text) || text;
  const had = stated(page).find(key);
  const at = page.take(traced);
  if (had) {
    had.at.push(...at);
    if (role && !had.value.role) had.value.role = role;
    return had;
  }
  const title: Read<DraftText> = {
    value: {
      language: titleLanguage(text),
      ...(role ? { role } : {}),
      text,
      ...(traced.marks?.length ? { marks: [...traced.marks] } : {}),
    },
    at,
  };
  page.draft.titles.push(title);
  return title;
}

/** Where a known title is in a text, whatever its case and punctuation. */
export function findTitle(text: string, title: string): [number, number] | undefined {
  const key = copyKey(title);
  if (key.length < 8) return undefined;
  // Offsets of the characters that count, so that the folded match can be found again.
  const offsets: number[] = [];
  let folded = '';
  for (let i = 0; i < text.length && folded.length < 6000; i++) {
    const unit = text[i] as string;
    const part = unit === '&' && text[i - 1] === ' ' && text[i + 1] === ' ' ? 'and' : keyOfUnit(unit);
    for (let n = 0; n < part.length; n++) offsets.push(i);
    folded += part;
  }
  const at = folded.indexOf(key);
  if (at < 0) return undefined;
  return [offsets[at] as number, (offsets[at + key.length - 1] as number) + 1];
}

/** Whether two languages are the same one for a reader: Simplified and Traditional Chinese both count as Chinese. */
export const sameLanguage = (a: Language, b: Language): boolean => a === b || (isChinese(a) && isChinese(b));

/** "O vínculo … / The bond …", "信任之研究=A study of trust": a title in two languages on one line. */
export function inTwoLanguages(title: Traced): Traced[] {
  // Scopus sets the title in the paper's own language in brackets behind the English one.
  const behind = /^.{20,400}?\s(?=\[.{20,400}\]$)/u.exec(title.text)?.[0].length;
  if (behind && isOther(title.text.slice(0, behind), title.text.slice(behind))) return [trim(slice(title, 0, behind))];
  // "A study of trust 신뢰에 관한 연구", "信任之研究 A Study of Trust": the one, a blank, and the other.
  const border =
    /^[^\p{Script=Han}\p{Script=Hangul}]{20,300}?\s(?=[\p{Script=Han}\p{Script=Hangul}])(?=.{6,200}[\p{Script=Han}\p{Script=Hangul}]$)|^[^\p{Script=Latin}]{6,150}?\s(?=\p{Lu}\p{Script=Latin}*(?:\s[^\s\p{Script=Han}\p{Script=Hangul}]+){3,40}$)/u.exec(
      title.text,
    )?.[0].length;
  if (border) {
    const halves = [trim(slice(title, 0, border)), trim(slice(title, border))];
    if (isOther(halves[0]?.text ?? '', halves[1]?.text ?? '')) return halves;
  }
  const [cut, more] = [...title.text.matchAll(/\s\/\s|(?<=\p{Script=Han}.?)\s?[=＝]\s?(?=\p{Lu})/gu)];
  if (!cut || more) return [title];
  const parts = [trim(slice(title, 0, cut.index)), trim(slice(title, cut.index + cut[0].length))];
  const isShort = parts.some(({ text }) => text.length < (hasHan(text) ? 6 : 12));
  const [a, b] = parts.map(({ text }) => text);
  return !isShort && a && b && isOther(a, b) ? parts : [title];
}

const isOther = (a: string, b: string): boolean => !sameLanguage(titleLanguage(a), titleLanguage(b));

/**
 * Says which texts are the original where the page shows it: the only language that titles or abstracts are in; the
 * language of the abstract where the title is in two; the language of the citation line where both are in two.
 */
export function settleRoles(page: Page): void {
  const { titles, abstracts, keywords } = page.draft;
  markMachineTranslations(page);
  const texts = [...titles.map((title) => title.value), ...abstracts.map((abstract) => abstract.value)];
  const original = originalLanguage(page);
  if (!original) return;
  for (const text of texts) text.role ??= sameLanguage(text.language, original) ? 'original' : 'translation';
  const first = [...abstracts, ...titles].find((text) => sameLanguage(text.value.language, original)) ?? keywords[0];
  if (!page.draft.language && first)
    page.draft.language = { value: first.value.language, at: first.at.slice(0, 1), derived: 'language-of-text' };
}

/** A page that says its Chinese, or its English, was made by a machine says so of every text in that language. */
function markMachineTranslations(page: Page): void {
  const notice = page.lines.find((line) => furnitureOf(line.text) === 'machine-translation-notice');
  if (!notice) return;
  const { titles, abstracts } = page.draft;
  const texts = [...titles, ...abstracts];
  const before = texts.filter((text) => text.at.every((place) => (page.lineAt(place)?.index ?? 0) <= notice.index));
  // The notice is in the language of the readers it translates for.
  const han = shareOfHan(notice.text) > 0.3;
  const other = texts.some((text) => isChinese(text.value.language) !== han);
  if (!other) return;
  for (const text of before.length > 0 ? before : texts)
    if (isChinese(text.value.language) === han && !text.at.some((place) => place.pointer))
      text.value.role = 'machine-translation';
}

function originalLanguage(page: Page): Language | undefined {
  const { titles, abstracts, journal, journalAbbreviation, journalZh, authors, language } = page.draft;
  const human = <T extends { value: { language: Language; role?: DraftText['role'] } }>(list: T[]) =>
    list.filter((one) => one.value.role !== 'machine-translation').map((one) => one.value.language);
  const distinct = (languages: Language[]) =>
    languages.filter((one, i) => languages.findIndex((other) => sameLanguage(one, other)) === i);
  const stated = [...titles, ...abstracts].find((text) => text.value.role === 'original')?.value.language;
  if (stated) return stated;
  const inTitles = distinct(human(titles));
  const inAbstracts = distinct(human(abstracts));
  const all = distinct([...inTitles, ...inAbstracts]);
  if (all.length <= 1) return all[0];
  if (language && all.some((one) => sameLanguage(one, language.value))) return language.value;
  if (inAbstracts.length === 1) return inAbstracts[0];
  // A Chinese journal or Chinese names say where the paper was written; so does a citation in Latin letters.
  const chinese = all.find(isChinese);
  const other = all.find((one) => !isChinese(one));
  if (chinese && other) {
    const names = authors.map((author) => author.value.name.written);
    if (journalZh || names.some((name) => hasHan(name))) return chinese;
    if (journal ?? journalAbbreviation) return other;
    return undefined;
  }
  // Of two European languages, the one that is first is the page's own.
  return inTitles[0] ?? inAbstracts[0];
}
