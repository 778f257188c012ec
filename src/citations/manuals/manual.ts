/** What a style's manual can add to its CSL file, and functions that the manuals share. */

import { longMonths, months } from '#domain/date';
import type { NoticeOfStatus } from '#domain/paper';
import type { CslDate, CslItem, CslName } from '../csl.ts';
import { languageName } from '../reference.ts';
import type { Romanise } from '../romanise.ts';

/** An item as a style engine is given it. */
export type Adapted = Omit<CslItem, 'type' | 'issued'> & { type: string; issued?: CslDate | { literal: string } };

/**
 * What a style's manual wants that its CSL file does not do: of the data before the engine sets a reference, and of the HTML
 * that the engine gives. `work` is the item as the record has it.
 */
export interface Manual {
  adapt?: (item: Adapted, work: CslItem) => void;
  polish?: (html: string, work: CslItem) => string;
  /** A work in another language than English; without it the title stays, its translation after it. */
  foreign?: {
    adapt: (item: Adapted, work: CslItem, romanise: Romanise) => void;
    polish?: (html: string, work: CslItem, romanise: Romanise) => string;
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&#38;', '<': '&#60;', '>': '&#62;' };
/** Text as the engine writes it in HTML. */
export const htmlOf = (text: string): string => text.replace(/[&<>]/gu, (sign) => escapes[sign] ?? sign);

/** The same text as a pattern. */
export const pattern = (text: string): string => htmlOf(text).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Appends text to the end of an entry. */
export function append(html: string, text: string): string {
  const close = '</div>';
  let at = html.trimEnd().length;
  while (html.endsWith(close, at)) at = html.slice(0, at - close.length).trimEnd().length;
  return `${html.slice(0, at)} ${text}${html.slice(at).trim()}`;
}

/**
 * The entry with a statement at its end that the work was retracted, and where; `bare` is for one without a stated
 * notice.
 */
export function withRetraction(
  html: string,
  { custom }: CslItem,
  said: (notice: NoticeOfStatus) => string,
  bare = 'Retracted.',
): string {
  if (!custom?.retracted) return html;
  return append(html, custom.notice ? said(custom.notice) : bare);
}

/** True for an organisation, which is one name to a style. */
const isGroup = (name: CslName): boolean => name.literal !== undefined;

/** The group that follows people in a list of authors, at its end. */
export function groupAfterPeople({ author = [] }: CslItem): string | undefined {
  const last = author.at(-1);
  return last && isGroup(last) && author.slice(0, -1).some((name) => !isGroup(name)) ? last.literal : undefined;
}

/** The comma before the last of two names, which the engine leaves out where the last is a group. */
export function commaBeforeGroup(html: string, work: CslItem, and: string): string {
  const group = work.author?.length === 2 ? groupAfterPeople(work) : undefined;
  return group ? html.replace(` ${htmlOf(`${and} ${group}`)}`, `, ${htmlOf(`${and} ${group}`)}`) : html;
}

/** The words of a style for a supplement and a part, and what it has between an issue's number and them. */
interface IssueWords {
  supplement: string;
  part: string;
  between: ' ' | ', ';
}

/** A supplement or a part of an issue or of a volume: "2 Suppl 1", "Pt 2", "31 ( Pt 2)". */
const partOfIssue = /^(.{0,20}?)[\s,(]{0,3}\b(suppl|supplement|pt|part)\b\.?\s?([\w-]{0,20}) ?\)?$/iu;

/** Writes a supplement or a part as a style has it. A volume with a part and no issue has the part for its issue. */
export function setIssue(item: Adapted, { volume, issue }: CslItem, words: IssueWords): void {
  const inVolume = issue ? undefined : partOfIssue.exec(volume ?? '');
  const [, before = '', kind = '', number = ''] = inVolume ?? partOfIssue.exec(issue ?? '') ?? [];
  if (!kind) return;
  if (inVolume) item.volume = before;
  const word = /^s/iu.test(kind) ? words.supplement : words.part;
  item.issue = [inVolume ? '' : before, [word, number].filter(Boolean).join(' ')].filter(Boolean).join(words.between);
}

/** True for a part of a book, whose title is the container's. */
export const inBook = ({ type }: Pick<CslItem, 'type'>): boolean => type === 'chapter' || type === 'paper-conference';

/** True for a work whose title's capitals the style sets: one in English, or in a language that nobody states. */
export const setsCapitals = ({ language = 'en', custom }: CslItem): boolean =>
  custom?.capitals !== 'source' && /^en\b/u.test(language);

/** The work's title in English, beside the one in its own language, with the capitals that a style sets. */
export function translationOf({ custom }: CslItem, set: (title: string) => string): string | undefined {
  const { translation, capitals } = custom ?? {};
  return translation && capitals !== 'source' ? set(translation) : translation;
}

/** A translated title in brackets without the italics of the title before it. */
export function translationUpright(html: string, work: CslItem, set: (title: string) => string): string {
  const translated = translationOf(work, set);
  return translated ? html.replace(` [${translated}]</i>`, () => `</i> [${translated}]`) : html;
}

/** "Chinese": the name of a work's language. */
export const languageOf = ({ language = 'zh' }: CslItem): string => languageName(language);

/** What kind of degree a thesis was for, where its source says so. */
export function degreeOf({ genre = '' }: CslItem): 'doctoral' | 'master' | undefined {
  if (/ph\.?\s?d|doctor|dphil|博士/iu.test(genre)) return 'doctoral';
  return /master|m\.?\s?(?:a|sc|phil)\b\.?|硕士/iu.test(genre) ? 'master' : undefined;
}

/** Cities that need no country beside them (Citing Medicine, chapter 2; Chicago 14.130). */
const knownCities = /^(?:London|Paris|Geneva|Berlin|Vienna|Rome|Madrid|Amsterdam|Copenhagen|Stockholm|Oslo|Tokyo|Beijing|Shanghai|Hong Kong|New York|Chicago|Philadelphia|Los Angeles|San Francisco|Washington|Toronto|Sydney|Melbourne|Moscow|Lisbon|Dublin|Edinburgh)$/u; // prettier-ignore
export const isKnownCity = (city: string): boolean => knownCities.test(city);

/** A city without its country; a city in the United States keeps its state, where it is not known without. */
export const cityOf = (place: string): string => {
  const [city = place, next = ''] = place.split(/,\s*/u);
  return /^[A-Z]{2}$/u.test(next) && !isKnownCity(city) ? `${city}, ${next}` : city;
};

/** True for a report whose only author is its publisher, and for a page whose only author is its site. */
export const publishesOwn = ({ author = [], publisher, 'container-title': site }: CslItem): boolean =>
  author.length === 1 && author[0]?.literal !== undefined && [publisher, site].includes(author[0].literal);

/** Year, month's number and day of an ISO date, those that it has. */
const partsOf = (date: string): [string, number?, number?] => {
  const [year = '', month, day] = date.split('-');
  return [year, ...[month, day].flatMap((part) => (part ? [Number(part)] : []))] as [string, number?, number?];
};
/** "2015 Jun 3" */
export const nlmDate = (date: string): string => {
  const [year, month, day] = partsOf(date);
  return [year, month && months[month - 1], day].filter(Boolean).join(' ');
};
/** "June 3, 2015" */
export const usDate = (date: string): string => {
  const [year, month, day] = partsOf(date);
  const named = month && longMonths[month - 1];
  return day ? `${named} ${day}, ${year}` : [named, year].filter(Boolean).join(' ');
};
export const yearIn = (date: string | undefined): string => (date ?? '').slice(0, 4);

/** The ISO date of a CSL date's part. */
export const isoOf = (date: CslDate | undefined, i = 0): string =>
  (date?.['date-parts'][i] ?? []).map((part) => String(part).padStart(2, '0')).join('-');
export { partsOf };

/** Volume, issue and pages of a notice of retraction, between its signs. */
export function placeOf(
  notice: Pick<NoticeOfStatus, 'volume' | 'issue' | 'pages'>,
  [open, close, between]: readonly [string, string, string],
): string {
  const issue = notice.issue ? `${open}${htmlOf(notice.issue)}${close}` : '';
  return [`${htmlOf(notice.volume ?? '')}${issue}`, htmlOf(notice.pages ?? '')].filter(Boolean).join(between);
}
