/** A paper as citation formats need it: one title, one date, names in order, all texts clean. */

import type { Name } from '#domain/person';
import { isChinese, type Language } from '#domain/language';
import { joinSentences, withoutFinalStop, withoutMarks, type Mark } from '#domain/text';
import { isOmitted } from '#domain/excerpt';
import {
  citedDate,
  journalTitle,
  type Abstract,
  type NoticeOfStatus,
  type Paper,
  type Sentence,
  type Title,
} from '#domain/paper';
import { webAddress } from '#domain/identifiers';
import { clean, inert } from './clean.ts';
import { onceEach } from './once.ts';

/** A text of the record in one language, clean: without markup, and where it has marks, with them. */
export interface Worded {
  language: Language;
  text: string;
  marked?: { text: string; marks: Mark[] };
}

/**
 * A paper as the export formats see it: every value clean (`clean.ts`), in one place, and decided. The title is the
 * original's, else one that a person translated; a machine's title or abstract is not here, so no format can write it.
 */
export interface Reference {
  id: string;
  type: Paper['type']['value'];
  language?: Language;
  title?: Worded;
  translatedTitles: Worded[];
  authors: Name[];
  editors: Name[];
  translators: Name[];
  container?: string;
  /** The container's name in Chinese, where the record has it beside another. */
  containerZh?: string;
  containerShort?: string;
  issn: string[];
  publisher?: string;
  publisherPlace?: string;
  edition?: string;
  isbn: string[];
  /** A report's own number. */
  number?: string;
  /** What kind of thesis, report or manuscript it is, in its source's words. */
  genre?: string;
  event?: string;
  eventPlace?: string;
  /** A date, or two with a solidus between. */
  eventDate?: string;
  /** The day on which the sources were read, where a sidecar states it. */
  accessed?: string;
  /** Where the notice of its retraction appeared. */
  retraction?: NoticeOfStatus;
  /** The date to cite by: the issue's, else the online date. */
  issued?: string;
  /** The online date, where the record has one. */
  online?: string;
  /** True for an article that has appeared online and not yet in an issue. */
  ahead: boolean;
  volume?: string;
  issue?: string;
  firstPage?: string;
  lastPage?: string;
  articleNumber?: string;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  arxiv?: string;
  url?: string;
  /** An address of the free full text. */
  fulltext?: string;
  keywords: string[];
  abstract?: Worded;
  /** Abstracts in other languages, made by a person. */
  otherAbstracts: Worded[];
  registrations: { registry: string; id: string }[];
  status: Paper['status'][number]['kind'][];
  /** What a reader of the reference must be told, such as a retraction: some formats print it. */
  warnings: string[];
  /** What no format has a field for, one statement per line: status, registration, the digest read. */
  notes: string[];
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
/** `Chinese`, `Spanish`: a language's English name, without its script. */
export const languageName = (language: Language): string => languageNames.of(language.split('-')[0] ?? '') ?? language;

const statusWords: Record<Paper['status'][number]['kind'], string> = {
  retracted: 'Retracted',
  corrected: 'Corrected',
  'expression-of-concern': 'Expression of concern',
  'withdrawn-from-review': 'Withdrawn from this review',
};

/** "J Affect Disord. 2015-06;178(1):221. doi:10.…": where a notice appeared, in NLM's order. */
export function noticeText({ container, date, volume = '', issue, pages, doi }: NoticeOfStatus): string {
  const place = [`${volume}${issue ? `(${issue})` : ''}`, pages].filter(Boolean).join(':');
  const text = [container, [date, place].filter(Boolean).join(';')].filter(Boolean).join('. ');
  return [text, doi && `doi:${doi}`].filter(Boolean).join('. ');
}

/** Sentences that are not shown in a row are marked once. */
const excerpted = (sentences: readonly Sentence[]): Sentence[] =>
  sentences.filter((sentence, i) => {
    const before = sentences[i - 1];
    return !(before && isOmitted(before) && isOmitted(sentence));
  });

/** An abstract as one paragraph; labelled sections as "LABEL: text". */
export function abstractText(abstract: Pick<Abstract, 'language' | 'sections'>): string {
  const between = isChinese(abstract.language) ? '' : ' ';
  const sections = abstract.sections.map((section) => {
    const body = section.blocks.map((block) =>
      joinSentences(excerpted(block.sentences).map(withoutMarks), abstract.language),
    );
    const label = section.label ? `${section.label}${isChinese(abstract.language) ? '：' : ': '}` : '';
    return label + body.join(between);
  });
  return clean(sections.join(between));
}

function worded({ language, text, marks }: Title): Worded {
  const marked = marks?.length ? { text: clean(withoutFinalStop(text)), marks } : undefined;
  const plain = clean(withoutFinalStop(withoutMarks({ text, marks })));
  return { language, text: plain, ...(marked ? { marked } : {}) };
}

/** Titles in the order in which they may stand for the paper: the original, then people's translations, ours last. */
function titlesByPeople(paper: Paper): Worded[] {
  const people = (['original', 'translation', 'ours'] as const).flatMap((role) =>
    paper.titles.filter((title) => title.role === role),
  );
  return people.map(worded).filter((title) => title.text !== '');
}

/** A name with its parts clean; an empty list if nothing readable is left of it. */
function cleanName(name: Name): Name[] {
  const entries = Object.entries(name).map(([part, text]) => [part, clean(text ?? '')] as const);
  const kept = Object.fromEntries(entries.filter(([, text]) => text !== '')) as Partial<Name>;
  const written = kept.written ?? kept.literal ?? [kept.given, kept.family].filter(Boolean).join(' ');
  if (written === '') return [];
  return [kept.family || kept.literal ? { ...kept, written } : { written, literal: written }];
}

/** "114-129", "114–29", "xi-xix", "e17204" → first and last page, the last one written in full; "991-991" and anything else is one page. */
export function pageRange(pages: string): [string, string?] {
  const match = /^([A-Za-z]*\d+[A-Za-z]*|[ivxlc]+)\s*[-–—−]+\s*([A-Za-z]*\d+[A-Za-z]*|[ivxlc]+)$/u.exec(clean(pages));
  if (!match?.[1] || !match[2]) return [clean(pages)];
  const [, first, last] = match;
  if (first === last) return [first];
  const shortened = /^\d+$/.test(first) && /^\d+$/.test(last) && last.length < first.length;
  return [first, shortened ? first.slice(0, first.length - last.length) + last : last];
}

/** The first page and the last with a sign between them, or the number of the article where it has no pages. */
export const pagesOf = (r: Reference, between = '-'): string | undefined =>
  r.firstPage ? [r.firstPage, r.lastPage].filter(Boolean).join(between) : r.articleNumber;

function digestNote(paper: Paper): string | undefined {
  const { digest } = paper;
  if (!digest) return undefined;
  const kind = digest.kind?.value ?? 'practice digest';
  const where = [digest.publisher?.value, digest.date?.value].filter(Boolean).join(', ');
  return clean(`Read as summarised in: ${kind}${where ? `, ${where}` : ''}`);
}

/** Values that are there, by their names: absent and empty ones leave no key. */
function present<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  const cleaned = Object.entries(values).map(([key, value = '']) => [key, clean(value)] as const);
  return Object.fromEntries(cleaned.filter(([, value]) => value !== '')) as { [K in keyof T]?: string };
}

/** The latest day on which a source was retrieved. */
const accessedOn = ({ sources }: Paper): string | undefined =>
  sources
    .flatMap(({ retrieved }) => retrieved ?? [])
    .toSorted()
    .at(-1);

/** The values of a paper that are one text each. */
const textsOf = (paper: Paper) => {
  const { journal } = paper;
  const [firstPage, lastPage] = paper.pages ? pageRange(paper.pages.value) : [];
  return present({
    container: journalTitle(paper)?.value,
    containerZh: journal?.nameZh?.value,
    containerShort: journal?.abbreviation?.value,
    publisherPlace: paper.publisherPlace?.value,
    edition: paper.edition?.value,
    number: paper.number?.value,
    genre: paper.genre?.value,
    event: paper.event?.value,
    eventPlace: paper.eventPlace?.value,
    eventDate: paper.eventDate?.value,
    accessed: accessedOn(paper),
    publisher: journal?.publisher?.value,
    online: paper.online?.value,
    volume: paper.volume?.value,
    issue: paper.issue?.value.replace(/(?<=\d)[‐‑–—](?=\d)/gu, '-'),
    firstPage,
    lastPage,
    articleNumber: paper.articleNumber?.value,
    doi: paper.doi?.value,
    pmid: paper.pmid?.value,
    pmcid: paper.pmcid?.value,
    arxiv: paper.arxiv?.value,
    url: webAddress(paper.url?.value ?? paper.digest?.url?.value ?? ''),
    fulltext: webAddress(paper.openAccess?.value ?? ''),
  });
};

/** Abstracts that people wrote, the original's first. */
const abstractsOf = (paper: Paper): Worded[] =>
  paper.abstracts
    .filter((abstract) => abstract.role !== 'machine-translation')
    .toSorted((a, b) => Number(b.role === 'original') - Number(a.role === 'original'))
    .map((abstract): Worded => ({ language: abstract.language, text: abstractText(abstract) }))
    .filter((abstract) => abstract.text !== '');

/** What became of a paper, where the notice appeared, and what only one source says, one statement each. */
function warningsOf({ status, statusClaims = [] }: Paper): string[] {
  const said = (list: Paper['status'], before = ''): string[] =>
    list.map(({ kind, note, date, notice }) =>
      clean([before + statusWords[kind], date, note, notice && noticeText(notice)].filter(Boolean).join('. ')),
    );
  return [...said(status), ...said(statusClaims, 'Not confirmed, one source says: ')];
}

/** A paper as the export formats see it; dozens of pages and files ask for the same one. */
export const toReference = onceEach((paper: Paper): Reference => {
  const [title, ...translatedTitles] = titlesByPeople(paper);
  const [abstract, ...otherAbstracts] = abstractsOf(paper);
  const language = paper.language?.value ?? title?.language;
  const date = citedDate(paper);
  const registrations = paper.registrations.map(({ value }) => ({
    registry: clean(value.registry),
    id: clean(value.id),
  }));
  const digest = digestNote(paper);
  const retraction = paper.status.find(({ kind }) => kind === 'retracted')?.notice;
  const warnings = warningsOf(paper);
  return {
    id: paper.id,
    type: paper.type.value,
    ...(language && language !== 'und' ? { language } : {}),
    ...(title ? { title } : {}),
    translatedTitles,
    authors: paper.authors.flatMap((author) => cleanName(author.name)),
    editors: (paper.editors ?? []).flatMap(({ name }) => cleanName(name)),
    translators: (paper.translators ?? []).flatMap(({ name }) => cleanName(name)),
    issn: (paper.journal?.issn ?? []).map(({ value }) => value),
    isbn: (paper.isbn ?? []).map(({ value }) => value),
    ahead: paper.type.value === 'article-journal' && !paper.issued && !!paper.online && !paper.volume,
    ...(date ? { issued: date } : {}),
    ...textsOf(paper),
    keywords: [...new Set(paper.keywords.map(({ text }) => clean(text)).filter(Boolean))],
    ...(abstract ? { abstract } : {}),
    otherAbstracts,
    registrations,
    status: paper.status.map(({ kind }) => kind),
    ...(retraction ? { retraction } : {}),
    warnings,
    notes: [
      ...warnings,
      ...registrations.map(({ registry, id }) => `Registration: ${registry} ${id}`),
      ...(digest ? [digest] : []),
    ],
  };
});

/** True for an address that shows that a PDF is behind it. */
export const isPdf = (address: string): boolean => /\.pdf\b|\/pdf\b/iu.test(address);

/** The address to cite beside or instead of the DOI: the work's own, else of its free text where there is no DOI. */
export const addressOf = (r: Reference): string | undefined => r.url ?? (r.doi ? undefined : r.fulltext);

/** What programs look a paper up by, where every sign counts. */
const verbatim: ReadonlySet<string> = new Set([
  'id',
  'accessed',
  'eventDate',
  'doi',
  'pmid',
  'pmcid',
  'arxiv',
  'url',
  'fulltext',
]);

/** A reference for a format without escapes: its words cannot be taken for HTML (`inert`). */
export const inertReference = onceEach((reference: Reference): Reference => {
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') return inert(value);
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => [key, verbatim.has(key) ? held : inside(held)]),
    );
  };
  return inside(reference) as Reference;
});

/** A paper as such a format sees it. */
export const toInertReference = (paper: Paper): Reference => inertReference(toReference(paper));
