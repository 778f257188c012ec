import type { Claim, Draft } from '#domain/draft';
import { emptyDraft } from '#domain/draft';
import { detectLanguage, isChinese, type Language } from '#domain/language';
import type { Notice } from '#domain/notice';
import type { Place } from '#domain/place';
import { placesOf, type SourceText } from '#domain/source';
import { foldForMatching } from '#domain/text';
import { abstractOf, cutCopyright, labelled, sectionsOf } from './abstract.ts';
import { readDate, toDate, type DateParts } from './dates.ts';
import { isDoiLink, readDoi, readIssns, readPmcid, readPmid, readUrl } from './identifiers.ts';
import { languageOfWords, readLanguage } from './languages.ts';
import { plain } from './markup.ts';
import { nameSeparator, readName, type ReadName } from './names.ts';
import { looksLikeArticleNumber, noPages, readExtent } from './pages.ts';
import {
  blockOf,
  fold,
  join,
  placesOfPassage,
  rangesOf,
  rewrite,
  slice,
  split,
  trim,
  type Passage,
} from './passage.ts';
import type { Meaning, Statement } from './statement.ts';
import { readType } from './types.ts';

/** What became of one statement: the passages that are values now, or a fate for the whole of it. */
type Taken = readonly Passage[] | { rule: string } | { copyOf: Place } | 'unread';

/** A record in the making: what can be said only when all of it is read waits here. */
interface Making {
  source: SourceText;
  draft: Draft;
  claims: Claim[];
  years: { parts: DateParts; passage: Passage }[];
  dates: { parts: DateParts; passage: Passage }[];
  journals: { nlm: boolean; passage: Passage }[];
  first?: Passage;
  last?: Passage;
  /** Sections of an abstract whose labels the format keeps apart, by language and role. */
  sections: Statement[];
  language?: Language;
}

const read = <T>(making: Making, value: T, p: Passage, s: Statement, derived?: string) => ({
  value,
  at: placesOfPassage(making.source, p, s.pointer),
  ...(derived ? { derived } : {}),
});

/** A single value: the first statement of it counts, an equal one copies it, another is left unread. */
function single(making: Making, field: SingleField, s: Statement, value: string, p: Passage): Taken {
  const { draft } = making;
  const stands = draft[field];
  if (!stands) {
    const made = read(making, value, p, s);
    if (!made.at.length) return 'unread';
    draft[field] = made;
    return [p];
  }
  const [place] = stands.at;
  return place && foldForMatching(stands.value) === foldForMatching(value) ? { copyOf: place } : 'unread';
}
type SingleField = 'publisher' | 'volume' | 'issue' | 'articleNumber' | 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'url';

function takeTitle(making: Making, s: Statement): Taken {
  let p = plain(s.value);
  let { role } = s;
  // PubMed writes a translated title in brackets.
  const bracketed = /^\[(.+)\]([.?!]?)$/u.exec(p.text);
  if (bracketed) {
    p = trim(slice(p, 1, 1 + (bracketed[1]?.length ?? 0)));
    role ??= 'translation';
  }
  if (!p.text || /^\W*$/u.test(p.text)) return 'unread';
  const language = s.language ?? titleLanguage(p.text, role === 'translation' ? undefined : making.language);
  const same = making.draft.titles.find((t) => foldForMatching(t.value.text) === foldForMatching(p.text));
  const [place] = same?.at ?? [];
  if (place) return { copyOf: place };
  if (making.draft.titles.some((t) => t.value.language === language && t.value.role === role)) return 'unread';
  if (!role && making.language)
    role = base(language) === base(making.language) || making.language === 'und' ? 'original' : 'translation';
  const marks = p.marks?.length ? { marks: [...p.marks] } : {};
  const made = read(making, { language, ...(role ? { role } : {}), text: p.text, ...marks }, p, s);
  if (!made.at.length) return 'unread';
  making.draft.titles.push(made);
  return [p];
}

const base = (language: Language): string => language.split('-')[0] ?? language;

/** A title is too short to tell Latin languages apart for sure: the record's own language decides where words do not. */
function titleLanguage(text: string, stated: Language | undefined): Language {
  const found = detectLanguage(text);
  if (found !== 'en' || !stated || isChinese(stated)) return found;
  const english = /\b(the|of|and|in|with|for|a|an|on|from|to|by|among)\b/iu.test(text);
  return english || /^(ja|ko|ru|uk|fa|ar|he|el|th|hi|bg)$/u.test(stated) ? 'en' : stated;
}

function addAuthor(making: Making, s: Statement, p: Passage, named: ReadName | undefined): boolean {
  if (!named) return false;
  const value = { name: named.name, ...(s.orcid ? { orcid: s.orcid } : {}) };
  const made = read(making, value, p, s, named.derived);
  if (!made.at.length) return false;
  making.draft.authors.push(made);
  return true;
}

/** The author that a second statement of a name (AU after FAU, AF after AU) says again. */
function sameAuthor(making: Making, named: ReadName | undefined): Draft['authors'][number] | undefined {
  if (!named) return undefined;
  const key = (name: ReadName['name']) => foldForMatching(name.family ?? name.literal ?? '').replace(/[^\p{L}]/gu, '');
  const initial = (name: ReadName['name']) => name.given?.[0]?.toLowerCase();
  return making.draft.authors.find(
    ({ value: { name } }) =>
      key(name) === key(named.name) &&
      (!initial(name) || !initial(named.name) || initial(name) === initial(named.name)),
  );
}

function takeAuthors(making: Making, s: Statement): Taken {
  const p = fold(s.value);
  const separator = nameSeparator(p.text);
  const used = (separator ? split(p, separator) : [trim(p)])
    .map((one) => trim(one))
    .filter((one) => !/^(et al\.?|others|等)$/iu.test(one.text) && addAuthor(making, s, one, readName(one.text)));
  return used.length ? used : 'unread';
}

function takeIssn(making: Making, s: Statement): Taken {
  const found = readIssns(s.value);
  if (!found.length) {
    if (/isbn|(?:\d[-\s]?){9}[\dx]/iu.test(s.value.text)) return { rule: 'isbn' };
    return /^[\s0-]*$/u.test(s.value.text) ? { rule: 'states-nothing' } : 'unread';
  }
  const used: Passage[] = [];
  for (const { value, passage } of found) {
    const same = making.draft.issn.find((issn) => issn.value === value);
    if (!same) making.draft.issn.push(read(making, value, passage, s));
    else claimCopy(making, passage, same.at[0]);
    used.push(passage);
  }
  return used;
}

function claimCopy(making: Making, p: Passage, of: Place | undefined): void {
  if (!of) return;
  for (const at of placesOfPassage(making.source, p)) making.claims.push({ at, fate: { kind: 'copy', of } });
}

function takeExtent(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  const extent = readExtent(p.text);
  if (extent.articleNumber) return single(making, 'articleNumber', s, extent.articleNumber, p);
  if (!extent.pages) return noPages.test(p.text) || !p.text ? { rule: 'states-nothing' } : 'unread';
  if (making.draft.pages) return 'unread';
  making.draft.pages = read(making, extent.pages, p, s, extent.derived);
  return [p];
}

function takeKeyword(making: Making, s: Statement, p: Passage): boolean {
  const bare = trim(rewrite(plain(p), /\*/gu, () => ''));
  const text = bare.text.replace(/[.;,]$/u, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  const at = placesOfPassage(making.source, p, s.pointer);
  const same = making.draft.keywords.find((keyword) => keyword.value.text === text);
  if (same) claimCopy(making, p, same.at[0]);
  else if (at.length)
    making.draft.keywords.push({ value: { language: s.language ?? languageOfWords(text), text }, at });
  return true;
}

function takeAbstract(making: Making, s: Statement): Taken {
  const paragraphs = s.paragraphs ?? [s.value];
  const last = paragraphs.at(-1);
  if (!last) return 'unread';
  const { text, copyright } = cutCopyright(last);
  const whole = [...paragraphs.slice(0, -1), text].map(plain);
  const sections = sectionsOf(making.source, whole, s.pointer);
  const abstract = abstractOf(sections, s.language, s.role);
  if (
    !abstract ||
    /^(no abstract( available)?\.?|none|n\/a|\[no abstract available\]\.?)$/iu.test(join(whole, ' ').text)
  )
    return { rule: 'states-nothing' };
  const stands = making.draft.abstracts.find((one) => base(one.value.language) === base(abstract.language));
  if (stands) {
    const words = (one: typeof abstract) => one.sections.flatMap((x) => x.blocks.map((b) => b.text)).join(' ');
    const [place] = stands.at;
    return place && foldForMatching(words(stands.value)) === foldForMatching(words(abstract))
      ? { copyOf: place }
      : 'unread';
  }
  const at = whole.flatMap((p) => placesOfPassage(making.source, p, s.pointer));
  if (!at.length) return 'unread';
  making.draft.abstracts.push({ value: abstract, at });
  if (copyright)
    for (const place of placesOfPassage(making.source, copyright, s.pointer))
      making.claims.push({ at: place, fate: { kind: 'furniture', rule: 'copyright-statement' } });
  return copyright ? [...whole, copyright] : whole;
}

function takeJournalAbbreviation(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  if (!p.text) return 'unread';
  const stands = making.draft.journalAbbreviation;
  if (!stands) {
    making.draft.journalAbbreviation = read(making, p.text, p, s);
    return [p];
  }
  const [place] = stands.at;
  // J9 and JI abbreviate one name in two ways; the first stands.
  return place ? { copyOf: place } : 'unread';
}

function takeLanguage(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  const found = readLanguage(p.text) ?? readLanguage(p.text.split(/[;,/\s]+/u)[0] ?? '');
  if (!found) return 'unread';
  const stands = making.draft.language;
  if (!stands) making.draft.language = read(making, found, p, s);
  else if (stands.value !== found) return { rule: 'second-language' };
  return [p];
}

function takePublicationType(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  if (/^retract(?:ed publication|ed|ed article)$/iu.test(p.text)) {
    making.draft.status ??= read(making, 'retracted', p, s);
    return [p];
  }
  const type = readType(p.text);
  if (!type || making.draft.type) return { rule: 'publication-type' };
  making.draft.type = read(making, type, p, s);
  return [p];
}

/** What each meaning does with a statement. */
const takes: Record<Meaning, (making: Making, s: Statement) => Taken> = {
  type: (making, s) => {
    const p = trim(s.value);
    const type = readType(p.text);
    if (type && !making.draft.type) making.draft.type = read(making, type, p, s);
    return type ? [p] : p.text ? { rule: 'publication-type' } : [];
  },
  'publication-type': takePublicationType,
  title: takeTitle,
  'title-translated': (making, s) => takeTitle(making, { ...s, role: 'translation' }),
  'title-original': (making, s) =>
    takeTitle(making, { ...s, role: 'original', ...(making.language ? { language: making.language } : {}) }),
  'title-copy': (making, s) => {
    const place = making.draft.titles[0]?.at[0];
    return place ? { copyOf: place } : takeTitle(making, s);
  },
  author: (making, s) => {
    const p = trim(fold(s.value));
    if (addAuthor(making, s, p, s.name ? { name: s.name } : readName(p.text))) return [p];
    return /^\W*$/u.test(p.text) ? [p] : 'unread';
  },
  authors: takeAuthors,
  'author-full': (making, s) => {
    const place = sameAuthor(making, s.name ? { name: s.name } : readName(s.value.text))?.at[0];
    return place ? { copyOf: place } : takes.author(making, s);
  },
  'authors-full': (making, s) => {
    const place = making.draft.authors[0]?.at[0];
    return place ? { copyOf: place } : takeAuthors(making, s);
  },
  group: (making, s) => {
    const p = trim(fold(s.value));
    const named = p.text ? { name: { written: p.text, literal: p.text.replace(/[.,;]$/u, '') } } : undefined;
    return addAuthor(making, s, p, named) ? [p] : 'unread';
  },
  orcid: (making, s) => {
    const found = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/u.exec(s.value.text);
    const author = making.draft.authors.at(-1);
    if (!found || !author) return { rule: 'author-identifiers' };
    author.value.orcid ??= found[0];
    author.at.push(...placesOfPassage(making.source, s.value, s.pointer));
    return [s.value];
  },
  affiliation: (making, s) => {
    const p = trim(fold(s.value));
    if (!/\p{L}/u.test(p.text)) return 'unread';
    const same = making.draft.affiliations.findIndex((one) => one.value.text === p.text);
    const author = making.draft.authors.at(-1);
    const index = same >= 0 ? same : making.draft.affiliations.push(read(making, { text: p.text }, p, s)) - 1;
    if (s.label === 'last-author' && author) (author.value.affiliations ??= []).push(index);
    if (same >= 0) claimCopy(making, p, making.draft.affiliations[same]?.at[0]);
    return [p];
  },
  journal: (making, s) => takeJournal(making, s, false),
  'journal-nlm': (making, s) => takeJournal(making, s, true),
  'journal-abbreviation': takeJournalAbbreviation,
  issn: takeIssn,
  publisher: (making, s) => {
    const p = trim(fold(s.value));
    return single(making, 'publisher', s, p.text, p);
  },
  year: (making, s) => pushDate(making.years, s),
  date: (making, s) => pushDate(making.dates, s),
  online: (making, s) => {
    const p = trim(s.value);
    const date = toDate(readDate(p.text));
    if (!date || making.draft.online) return { rule: 'database-dates' };
    making.draft.online = read(making, date, p, s);
    return [p];
  },
  volume: (making, s) => takeNumber(making, 'volume', s),
  issue: (making, s) => takeNumber(making, 'issue', s),
  pages: takeExtent,
  'first-page': (making, s) => {
    const p = trim(fold(s.value));
    if (noPages.test(p.text) || !p.text) return { rule: 'states-nothing' };
    if (making.first) return 'unread';
    making.first = p;
    return [p];
  },
  'last-page': (making, s) => {
    const p = trim(fold(s.value));
    if (noPages.test(p.text) || !p.text) return { rule: 'states-nothing' };
    if (making.last) return 'unread';
    making.last = p;
    return [p];
  },
  'article-number': (making, s) => {
    const p = trim(fold(s.value));
    const extent = readExtent(p.text);
    if (!/\d/u.test(p.text)) return 'unread';
    if (extent.pages?.includes('-')) return takeExtent(making, s);
    return single(making, 'articleNumber', s, extent.articleNumber ?? p.text.replace(/^Artn\s+/iu, ''), p);
  },
  doi: (making, s) => {
    const found = readDoi(fold(s.value), true);
    return found ? single(making, 'doi', s, found.value, found.passage) : 'unread';
  },
  identifiers: (making, s) => {
    const p = fold(s.value);
    const doi = /\[pii\]/iu.test(p.text) ? undefined : readDoi(p, true);
    if (doi) return single(making, 'doi', s, doi.value, doi.passage);
    const pmcid = readPmcid(p);
    if (pmcid) return single(making, 'pmcid', s, pmcid.value, pmcid.passage);
    return { rule: 'publisher-identifiers' };
  },
  pmid: (making, s) => {
    const p = readPmid(s.value);
    return p ? single(making, 'pmid', s, p.text, p) : 'unread';
  },
  pmcid: (making, s) => {
    const found = readPmcid(s.value);
    return found ? single(making, 'pmcid', s, found.value, found.passage) : 'unread';
  },
  arxiv: (making, s) => {
    const p = trim(s.value);
    const id = /^(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/iu.exec(p.text)?.[1];
    return id ? single(making, 'arxiv', s, id, p) : 'unread';
  },
  url: (making, s) => {
    const several = split(s.value, /\s+(?=https?:)/giu);
    if (several.length > 1) {
      for (const one of several) {
        const [from, to] = rangesOf(making.source, one)[0] ?? s.span;
        const taken = takes.url(making, { ...s, value: one, span: [from, to] });
        if (taken !== 'unread' && 'rule' in taken)
          claimRange(making.claims, making.source, from, to, taken.rule, s.pointer);
        else if (taken !== 'unread' && 'copyOf' in taken) claimCopy(making, one, taken.copyOf);
        else if (taken !== 'unread') claimLeftover(making, { ...s, span: [from, to] }, taken);
      }
      return several;
    }
    if (isDoiLink(s.value.text)) {
      const doi = readDoi(s.value, false);
      if (doi) return single(making, 'doi', s, doi.value, doi.passage);
    }
    const found = readUrl(s.value);
    if (!found)
      return /^\s*(?:internal-pdf|file):|^[^\s]*[\\/][^\s]*\.pdf/iu.test(s.value.text)
        ? { rule: 'file-attachments' }
        : 'unread';
    const taken = single(making, 'url', s, found.value, found.passage);
    return taken === 'unread' ? { rule: 'further-addresses' } : taken;
  },
  keyword: (making, s) => {
    const parts = /;/u.test(s.value.text) ? split(s.value, /;/gu) : [trim(s.value)];
    return parts.filter((p) => takeKeyword(making, s, p));
  },
  keywords: (making, s) => {
    const cut = /[;；|]/u.test(s.value.text) ? /[;；|]/gu : /[\r\n]/u.test(s.value.text) ? /[\r\n]+/gu : undefined;
    const parts = cut ? split(s.value, cut) : splitAtCommas(s.value);
    const used = parts.filter((p) => takeKeyword(making, s, p));
    return used.length ? used : 'unread';
  },
  abstract: takeAbstract,
  'abstract-section': (making, s) => {
    making.sections.push(s);
    return [plain(s.value)];
  },
  'abstract-other': takeAbstract,
  language: takeLanguage,
  registration: (making, s) => {
    const p = trim(s.value);
    const id = /\b(?:NCT\d{8}|CRD\d{8,14}|ISRCTN\d{8}|ACTRN\d{14}|ChiCTR[-\w]{6,}|DRKS\d{8}|NTR\d{3,5})\b/u.exec(
      p.text,
    )?.[0];
    if (!id) return { rule: 'database-accessions' };
    const registry = registries.find(([start]) => id.startsWith(start))?.[1] ?? 'trial register';
    making.draft.registrations.push(read(making, { registry, id }, p, s));
    return [p];
  },
};

const registries: readonly [string, string][] = [
  ['NCT', 'ClinicalTrials.gov'], ['CRD', 'PROSPERO'], ['ISRCTN', 'ISRCTN'], ['ACTRN', 'ANZCTR'], ['ChiCTR', 'ChiCTR'],
  ['DRKS', 'DRKS'], ['NTR', 'NTR'],
]; // prettier-ignore

/** Commas part keywords, but not within brackets: "goiter (diagnosis, surgery), human". */
function splitAtCommas(p: Passage): Passage[] {
  const parts: Passage[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < p.text.length; i++) {
    const c = p.text[i] ?? '';
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (/[,，、]/u.test(c) && depth === 0) {
      parts.push(trim(slice(p, start, i)));
      start = i + 1;
    }
  }
  return [...parts, trim(slice(p, start, p.text.length))].filter((part) => part.text !== '');
}

function takeNumber(making: Making, field: 'volume' | 'issue', s: Statement): Taken {
  const p = trim(fold(s.value));
  const bare = p.text.replace(/^(?:vol(?:ume)?|no|issue|iss|number)\.?\s*(?=\d)/iu, '');
  if (!bare || noPages.test(bare)) return bare ? { rule: 'states-nothing' } : [p];
  // A cited reference under the wrong tag is no issue.
  if (bare.length > 40) return 'unread';
  return single(making, field, s, bare, p);
}

function takeJournal(making: Making, s: Statement, nlm: boolean): Taken {
  const p = plain(s.value);
  if (!p.text) return 'unread';
  const same = making.journals.find((one) => foldForMatching(one.passage.text) === foldForMatching(p.text));
  if (same) {
    const [place] = placesOfPassage(making.source, same.passage);
    return place ? { copyOf: place } : 'unread';
  }
  if (making.journals.length > 1) return 'unread';
  making.journals.push({ nlm, passage: p });
  return [p];
}

function pushDate(list: Making['years'], s: Statement): Taken {
  const p = trim(s.value);
  const parts = readDate(p.text);
  if (parts.year === undefined && parts.month === undefined) {
    // A season is no month: the year stands alone.
    if (/^(?:spr|sum|aut|fall|win)/iu.test(p.text)) return { rule: 'season' };
    return /\d|\p{L}/u.test(p.text) ? 'unread' : [p];
  }
  list.push({ parts, passage: p });
  return [p];
}

/** Two names of one journal: the longer is its name, the shorter its abbreviation. */
function finishJournals(making: Making): void {
  const { draft, journals, source } = making;
  const [first, second] = [...journals].sort((a, b) => b.passage.text.length - a.passage.text.length);
  if (!first) return;
  const at = (p: Passage) => placesOfPassage(source, p);
  // NLM's filter puts the abbreviation where others put the name; one word is its own abbreviation.
  if (!second && first.nlm && !draft.journalAbbreviation && first.passage.text.includes(' '))
    draft.journalAbbreviation = { value: first.passage.text, at: at(first.passage) };
  else if (/\p{Script=Han}/u.test(first.passage.text) && second && !/\p{Script=Han}/u.test(second.passage.text)) {
    draft.journal = { value: second.passage.text, at: at(second.passage) };
    draft.journalZh = { value: first.passage.text, at: at(first.passage) };
    return;
  } else draft.journal = { value: first.passage.text, at: at(first.passage) };
  if (second) draft.journalAbbreviation ??= { value: second.passage.text, at: at(second.passage) };
  // Exports that swap the two: no abbreviation is longer than the name.
  const { journal, journalAbbreviation } = draft;
  if (journal && journalAbbreviation && journalAbbreviation.value.length > journal.value.length)
    [draft.journal, draft.journalAbbreviation] = [journalAbbreviation, journal];
}

/** The issue's date: a whole date first, else the year with the month and day that stand beside it. */
function finishDates(making: Making): void {
  const { draft, years, dates, source } = making;
  const year = [...years, ...dates].find((one) => one.parts.year !== undefined);
  if (!year) return;
  const detail = [...dates, ...years].find(
    (one) => one.parts.month !== undefined && (one.parts.year ?? year.parts.year) === year.parts.year,
  );
  const value = toDate({ ...detail?.parts, ...(year.parts.year === undefined ? {} : { year: year.parts.year }) });
  if (!value) return;
  const passages = detail && detail.passage !== year.passage ? [year.passage, detail.passage] : [year.passage];
  draft.issued = { value, at: passages.flatMap((p) => placesOfPassage(source, p)) };
  // What says the same with less stands for nothing of its own.
  for (const { parts, passage } of [...years, ...dates])
    if (!passages.includes(passage) && (parts.year ?? year.parts.year) === year.parts.year)
      if (parts.month === undefined || parts.month === detail?.parts.month)
        claimCopy(making, passage, draft.issued.at[0]);
}

function finishPages(making: Making): void {
  const { draft, first, last, source } = making;
  if (!first && !last) return;
  const both = first && last && !/[-–—]/u.test(first.text) ? `${first.text}-${last.text}` : (first ?? last)?.text;
  const extent = readExtent(both ?? '');
  const at = [first, last].filter((p) => p !== undefined).flatMap((p) => placesOfPassage(source, p));
  if (extent.articleNumber && looksLikeArticleNumber(extent.articleNumber))
    draft.articleNumber ??= { value: extent.articleNumber, at };
  else if (extent.pages)
    draft.pages ??= { value: extent.pages, at, ...(extent.derived ? { derived: extent.derived } : {}) };
}

/** Abstracts whose sections came as statements of their own, one for each language. */
function finishSections(making: Making): void {
  const groups = new Map<string, Statement[]>();
  for (const s of making.sections) {
    const key = `${s.language ?? ''} ${s.role ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), s]);
  }
  for (const group of groups.values()) {
    const passages = group.map((s) => plain(s.value));
    const unlabelled = group.every((s) => !s.label);
    const sections = unlabelled
      ? sectionsOf(making.source, passages)
      : group.flatMap((s, i) => {
          const p = passages[i];
          return p?.text ? [{ ...labelled(s.label), blocks: [blockOf(making.source, p, s.pointer)] }] : [];
        });
    const abstract = abstractOf(sections, group[0]?.language, group[0]?.role);
    const at = passages.flatMap((p) => placesOfPassage(making.source, p));
    if (abstract && at.length) making.draft.abstracts.push({ value: abstract, at });
  }
}

/** Words around a value that only say what it is. */
const wording =
  /^(?:<[^<>]*>|&lt;[^&<>]{1,20}&gt;|&#?\w{1,8};|\\[a-zA-Z]+|[^\p{L}\p{N}]|\b(?:issn|isbn|e-?issn|print|electronic|online|linking|doi|pii|pmid|https?|dx|www|org|vol|no|pp|info|orcid|style|and|et|al|others|database|of|date|publication)\b|\d+(?=\)))+$/iu;

/** What a value leaves of its own span: syntax where it only frames the value, else unread. */
function claimLeftover(making: Making, s: Statement, used: readonly Passage[]): void {
  const { source } = making;
  let at = s.span[0];
  const ranges = used.flatMap((p) => rangesOf(source, p)).sort((a, b) => a[0] - b[0]);
  for (const [from, to] of [...ranges, [s.span[1], s.span[1]] as const]) {
    if (from > at) {
      const between = source.text.slice(at, from).trim();
      if (between && between.length < 5000 && wording.test(between))
        claimRange(making.claims, source, at, from, 'record-syntax', s.pointer);
    }
    at = Math.max(at, to);
  }
}

export function claimRange(
  claims: Claim[],
  source: SourceText,
  from: number,
  to: number,
  rule: string,
  pointer?: string,
): void {
  for (const at of placesOf(source, from, to, pointer)) claims.push({ at, fate: { kind: 'furniture', rule } });
}

/** What stands between the values that one stretch of a source holds: syntax where it has no words of its own. */
export function claimGaps(
  claims: Claim[],
  source: SourceText,
  span: [number, number],
  statements: readonly Statement[],
  frame = /^[^\p{L}\p{N}]*$/u,
): void {
  let at = span[0];
  for (const [from, to] of [
    ...statements.map((s) => s.span).sort((a, b) => a[0] - b[0]),
    [span[1], span[1]] as const,
  ]) {
    if (from > at && from - at < 2000 && frame.test(source.text.slice(at, from)))
      claimRange(claims, source, at, from, 'record-syntax');
    at = Math.max(at, to);
  }
}

export interface Composed {
  draft: Draft;
  claims: Claim[];
  notices: Notice[];
}

/** Drafts one record from its statements. `record` counts from 1; `span` is the record's own stretch, for notices. */
export function compose(
  source: SourceText,
  record: number,
  statements: readonly Statement[],
  span: [number, number],
): Composed {
  const making: Making = {
    source,
    draft: { record, ...emptyDraft() },
    claims: [],
    years: [],
    dates: [],
    journals: [],
    sections: [],
  };
  // The language is asked for by titles, wherever in the record it stands.
  for (const s of statements)
    if (s.means === 'language') {
      const found = readLanguage(s.value.text);
      if (found) making.language ??= found;
    }
  // A DOI field's own value goes before an address that holds the same DOI.
  const ordered = [...statements].sort((a, b) => Number(b.means === 'doi') - Number(a.means === 'doi'));
  for (const s of ordered) {
    if (typeof s.means === 'object') {
      claimRange(making.claims, source, s.span[0], s.span[1], s.means.furniture, s.pointer);
      continue;
    }
    const taken = takes[s.means](making, s);
    if (taken === 'unread') continue;
    if ('rule' in taken) claimRange(making.claims, source, s.span[0], s.span[1], taken.rule, s.pointer);
    else if ('copyOf' in taken)
      for (const at of placesOf(source, s.span[0], s.span[1], s.pointer))
        making.claims.push({ at, fate: { kind: 'copy', of: taken.copyOf } });
    else claimLeftover(making, s, taken);
  }
  finishJournals(making);
  finishDates(making);
  finishPages(making);
  finishSections(making);
  return { draft: making.draft, claims: making.claims, notices: noticesOf(making, record, span) };
}

function noticesOf({ source, draft }: Making, record: number, span: [number, number]): Notice[] {
  if (draft.titles.length || draft.doi || draft.pmid) return [];
  const [place] = placesOf(source, span[0], span[1]);
  return [
    {
      severity: 'warning',
      rule: 'record-without-title',
      place: place ?? { file: source.file },
      seen: `record ${record} states neither a title nor a DOI or PMID`,
      expected: 'a record that says which paper it is about',
      remedy: 'Add its title to the file, or remove the record.',
    },
  ];
}
