/** What one source says as one flat JSON object. */

import type { Draft, DraftAbstract, Reading } from '#domain/draft';
import { isChinese } from '#domain/language';
import { displayName, type Name } from '#domain/person';
import { cleanText } from '#text/clean';
import { hasHan } from '#text/han';
import { cutName } from '../../formats/values/names.ts';

/** What one source says, as `npm run read -- … --json` prints it: flat, with null for what is absent. */
export interface FlatReading {
  file: string;
  format: string;
  is_paper: boolean;
  title: string | null;
  title_zh: string | null;
  authors: string[] | null;
  journal: string | null;
  year: number | null;
  date: string | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  doi: string | null;
  pmid: string | null;
  pmcid: string | null;
  abstract: string | null;
  abstract_zh: string | null;
  keywords: string[] | null;
  records?: FlatRecord[];
  /** The fields above whose value is not sure: a person looks at them. */
  to_check?: string[];
}
export type FlatRecord = Omit<FlatReading, 'file' | 'format' | 'is_paper' | 'records' | 'to_check'>;

const nothing: FlatRecord = {
  title: null,
  title_zh: null,
  authors: null,
  journal: null,
  year: null,
  date: null,
  volume: null,
  issue: null,
  pages: null,
  doi: null,
  pmid: null,
  pmcid: null,
  abstract: null,
  abstract_zh: null,
  keywords: null,
};

/**
 * The line of one source. A page about one paper, and a reference file of one record, have the fields of that paper; a
 * file of many records, or a list, has them in `records`.
 */
export function flatReading(file: string, format: string, reading: Reading): FlatReading {
  const head = { file, format, is_paper: reading.isPaper };
  const [first] = reading.drafts;
  if (reading.isPaper && reading.drafts.length < 2) return withChecks(head, first ? recordOf(first) : nothing, reading);
  const records = reading.drafts.map(recordOf);
  if (reading.kind === 'references' && first && records.length === 1)
    return { ...head, is_paper: true, ...recordOf(first), records };
  return { ...head, ...(reading.isPaper && first ? recordOf(first) : nothing), records };
}

/** A line with the fields to check, where it has any. */
function withChecks(
  head: Pick<FlatReading, 'file' | 'format' | 'is_paper'>,
  record: FlatRecord,
  { toCheck = [] }: Reading,
): FlatReading {
  const stated = toCheck.filter((field) => Object.hasOwn(record, field) && record[field as keyof FlatRecord] !== null);
  return { ...head, ...record, ...(stated.length > 0 ? { to_check: stated } : {}) };
}

export function recordOf(draft: Draft): FlatRecord {
  const of = (chinese: boolean) => (it: { value: { language: string } }) => isChinese(it.value.language) === chinese;
  // The original comes before a translation, whatever their order in the source.
  const best = <T extends { value: { language: string; role?: string } }>(
    list: readonly T[],
    chinese: boolean,
  ): T | undefined => {
    const fitting = list.filter(of(chinese));
    return fitting.find((it) => it.value.role === 'original') ?? fitting[0];
  };
  const english = <T extends { value: { language: string } }>(list: readonly T[]): T | undefined =>
    list.find((it) => it.value.language === 'en');
  const title = english(draft.titles) ?? best(draft.titles, false);
  const titleZh = best(draft.titles, true);
  const abstract = english(draft.abstracts) ?? best(draft.abstracts, false);
  const abstractZh = best(draft.abstracts, true);
  const text = (value: string | undefined): string | null => (value === undefined ? null : cleanText(value) || null);
  const list = (values: string[]): string[] | null => (values.length ? values : null);
  return {
    title: text(title?.value.text),
    title_zh: text(titleZh?.value.text),
    authors: list(draft.authors.map((it) => nameText(it.value.name))),
    journal: text(journalOf(draft)?.value),
    year: yearText(draft),
    date: dateText(draft),
    volume: text(draft.volume?.value),
    issue: text(draft.issue?.value),
    pages: text((draft.pages ?? draft.articleNumber)?.value),
    doi: text(draft.doi?.value),
    pmid: text(draft.pmid?.value),
    pmcid: text(draft.pmcid?.value),
    abstract: abstract ? abstractText(abstract.value) : null,
    abstract_zh: abstractZh ? abstractText(abstractZh.value) : null,
    keywords: list(draft.keywords.map((it) => cleanText(it.value.text)).filter(Boolean)),
  };
}

/** The journal; for a Chinese paper by its Chinese name. */
const journalOf = (draft: Draft) =>
  (draft.language && isChinese(draft.language.value) ? draft.journalZh : undefined) ??
  draft.journal ??
  draft.journalAbbreviation ??
  draft.journalZh;

const yearText = (draft: Draft): number | null => {
  const date = draft.issued ?? draft.online;
  return date ? Number(date.value.slice(0, 4)) : null;
};

/** The date as precise as the source states it; a range of months is `2015-01/06`, and a year alone is not a date. */
function dateText({ issued, issuedUntil, online }: Draft): string | null {
  if (issued && issued.value.length > 4)
    return issuedUntil ? `${issued.value}/${issuedUntil.value.slice(5)}` : issued.value;
  const fuller = online && online.value.length > 4 && (!issued || online.value.startsWith(issued.value));
  return fuller ? online.value : null;
}

/** "Given Surname"; a Chinese name as it is written. */
function nameText(name: Name): string {
  const written = cleanText(name.native ?? name.written);
  // "张, 三" is how programs separate family and given name.
  if (hasHan(written)) return /[,，]/u.test(written) && name.family && name.given ? name.family + name.given : written;
  if (name.family ?? name.literal) return cleanText(displayName(name));
  return displayName(cutName(written).name);
}

/** The sections as "Label: text", joined. */
function abstractText({ language, sections }: DraftAbstract): string | null {
  const parts = sections.map(({ label, blocks }) => {
    const text = blocks.map((block) => cleanText(block.text)).join(isChinese(language) ? '' : ' ');
    const colon = isChinese(language) ? '：' : ': ';
    return label ? `${cleanText(label).replace(/\s?[:：]$/u, '')}${colon}${text}` : text;
  });
  return parts.filter(Boolean).join(isChinese(language) ? '' : ' ') || null;
}
