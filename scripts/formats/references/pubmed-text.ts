/** The format of PubMed's text exports (abstract and summary): how to recognise one, and how its lines are read. */

import type { Claim, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import { claimRange } from '../draft/claims.ts';
import type { Statement } from '../draft/statement.ts';
import type { Format } from '../format.ts';
import { linesOf, splitWhere, type TaggedField, type TextLine } from '../text/tagged.ts';
import { find, fold, join, rewrite, slice, split, traceSource, trim, type Traced } from '../text/traced.ts';
import { citationLine, pubmedCitation } from './citation-lines.ts';
import { packed, readRecords, stated } from './read-records.ts';

/** `12. Bread Rev. 2018 May;5(2):83-98. doi: …` (abstract format), `12: Vey PQ. Title. Bread Rev. 2018 …` (summary). */
const head = /^(\d{1,6})[.:] +(?=\S.{4,})/u;
const citation = /\. (?:19|20)\d\d(?: [A-Z][a-z]{2}| \d{1,2}|[;:.])/u;

const letters = String.raw`[\p{L}'’ʼ.-]+`;
/**
 * `Family II, Family I Jr.`: authors as PubMed lists them, the marks of their addresses in brackets. The words are read
 * in one way only, and then looked back upon for initials.
 */
const author = String.raw`${letters}(?: ${letters}){1,6}(?: (?:2nd|3rd))?(?<= \p{Lu}{1,4}(?: (?:Jr|Sr|2nd|3rd|I{1,3}|IV))?)(?:\((?:\d{1,3}|#)\)){0,20}`;
/** A person of one name, among others. */
const mononym = String.raw`\p{Lu}[\p{L}'’ʼ-]+(?:\((?:\d{1,3}|#)\)){0,20}`;
const authorLine = new RegExp(
  `^(?:[^.;]{3,200}; )?${author}(?:(?:, |; )(?:${author}|${mononym})){0,5000}(?:; [^.]{3,200}|, et al)?\\.$`,
  'u',
);

/** `Vey PQ, Ostrander K. Title. J Rolls. 2019;6:1-9. doi: … PMID: 1.`: the whole record in one paragraph. */
const summary = [
  new RegExp(
    `^(?:\\[No authors listed\\]\\. |(?<authors>(?:[^.;]{3,200}; )?${author}(?:, ${author}){0,5000}(?:; [^.]{3,200}|, et al)?)\\. )?(?<title>.{4,2000}?[.?!]\\]?\\.?) (?<journal>[^.?!]{2,120}?)\\. (?<date>(?:19|20)\\d\\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?)?(?: \\d{1,2})?)(?:;(?<volume>[^:(;. ]{1,20}(?: Suppl(?: \\w{1,5})?)?)?(?:\\((?<issue>[^)]{1,30})\\))?)?(?::(?<pages>[^.;]{1,40}))?\\.`,
    'u',
  ),
];

/** A paragraph: the lines between two blank ones. */
interface Paragraph {
  lines: Traced[];
  text: string;
  start: number;
  end: number;
}

function paragraphsOf(source: SourceText): Paragraph[] {
  const all = linesOf(source);
  // The numbers of a record are on lines of their own.
  const isBehindNumbers = (i: number): boolean =>
    idLines.test(all[i - 1]?.text ?? '') && !idLines.test(all[i]?.text ?? '');
  const groups = splitWhere(
    [...all.entries()],
    ([i, { isApart, text }]) => isApart || isHead(text) || isBehindNumbers(i),
  ).flatMap((lines) => paragraphsWithoutBlanks(lines.map(([, line]) => line)));
  return groups.map((lines) => ({
    lines: lines.map(({ start, end }) => traceSource(source, start, end)),
    text: lines.map(({ text }) => text.trim()).join(' '),
    start: lines[0]?.start ?? 0,
    end: lines.at(-1)?.end ?? 0,
  }));
}

/** A line of a citation goes on with such words. */
const goesOn = /^(?:\p{Ll}|\d|doi:|Epub|eCollection|Print|Online)/u;

/**
 * The paragraphs of a record whose blank lines somebody took out: the citation, the title, the authors, and what begins
 * with words of its own, each up to a stop at the end of a line.
 */
function paragraphsWithoutBlanks(lines: readonly TextLine[]): TextLine[][] {
  const ends = (i: number): boolean => /[.?!]\]?$/u.test(lines[i]?.text.trim() ?? '');
  const isStart = (text: string): boolean => idLines.test(text) || /^Author information:/iu.test(text);
  if (!isHead(lines[0]?.text ?? '') || !lines.some(({ text }) => isStart(text))) return [[...lines]];
  // The citation is not yet closed, then the title, then the authors; below them the addresses are numbered.
  let part = 0;
  let isAddress = false;
  return splitWhere([...lines.entries()], ([i, { text }]) => {
    if (i === 0) return true;
    const above = lines[i - 1]?.text ?? '';
    const begins =
      (isStart(text) && !(idLines.test(text) && idLines.test(above))) ||
      (ends(i - 1) &&
        (remarks.test(text) || (part === 0 ? !goesOn.test(text) : part < 3) || (isAddress && !/^\(\d/u.test(text))));
    if (begins) {
      part++;
      isAddress = /^Author information:/iu.test(text);
    }
    return begins;
  }).map((some) => some.map(([, line]) => line));
}

/** Whether a paragraph is a number and a citation as PubMed writes it. */
function isCitation(text: string): boolean {
  const lead = head.exec(text)?.[0].length;
  if (lead === undefined || !citation.test(text)) return false;
  const body = text.slice(lead);
  // A reference of a page has authors and a title before its journal, and no number of PubMed behind it.
  const journal = pubmedCitation.exec(body)?.groups?.['journal'];
  return (
    (journal !== undefined && !journal.includes('. ')) ||
    (/\bPMID: ?\d/u.test(body) && summary.some((pattern) => pattern.test(body)))
  );
}

const isHead = (line: string): boolean => head.test(line);

interface Records {
  records: Paragraph[][];
  before: Paragraph[];
  /** A last record of which too little is left. */
  cut?: Paragraph | undefined;
}

/** The paragraphs of each record, each from a numbered citation on, the numbers one after the other. */
function recordsOf(source: SourceText): Records {
  let last = 0;
  let isEnded = false;
  const begins = (one: Paragraph): boolean => {
    const number = Number(head.exec(one.text)?.[1] ?? 0);
    const wasEnded = isEnded;
    isEnded ||= idLines.test(one.text);
    if (!number) return false;
    // Behind the numbers of a record the next one begins, in whatever way its journal is cited.
    const isNext = wasEnded && number === last + 1 && /\b(?:19|20)\d\d\b/u.test(one.text);
    if (!isNext && !isCitation(one.text)) return false;
    // A list inside an abstract counts from one again, or has no citations.
    if (last > 0 && number !== last + 1 && number !== 1) return false;
    last = number;
    isEnded = false;
    return true;
  };
  const paragraphs = paragraphsOf(source);
  const parts = splitWhere(paragraphs, begins);
  const end = paragraphs.at(-1);
  const cut = end && last > 0 && Number(head.exec(end.text)?.[1]) === last + 1 ? end : undefined;
  if (cut) parts.at(-1)?.pop();
  const isRecord = (part: readonly Paragraph[], i: number): boolean => i > 0 || isCitation(part[0]?.text ?? '');
  return { records: parts.filter(isRecord), before: parts.filter((part, i) => !isRecord(part, i)).flat(), cut };
}

const idLines = /^(?:DOI|PMID|PMCID|PII)\s?: /u;

/** How a paragraph begins that is about another article, or about rights and interests. */
const remarks =
  /^(?:Conflict of interest|Comment (?:in|on)|Erratum (?:in|for)|Expression of concern (?:in|for)|Update (?:in|of)|Republished|Collaborators?|Retraction (?:in|of)|Retracted|Copyright|©)/iu;

function fieldsOf(record: readonly Paragraph[]): TaggedField[] {
  const [first] = record;
  const lead = head.exec(first?.text ?? '')?.[0].length ?? 0;
  const isSummary = /\bPMID: ?\d/u.test(first?.text ?? '');
  let title = isSummary;
  let authors = isSummary;
  let abstract = isSummary;
  // Behind its numbers a record has remarks alone; a summary is one paragraph.
  const numbers = record.findIndex(({ text }) => idLines.test(text));
  const isBehind = ({ text }: Paragraph, i: number): boolean =>
    (numbers >= 0 ? i > numbers : isSummary && i > 0) && !idLines.test(text) && !remarks.test(text);
  const end = record.findIndex(isBehind);
  return record.slice(0, end < 0 ? undefined : end).map((one, i) => {
    const bodyStart = i === 0 ? one.start + lead : one.start;
    const field = (tag: string): TaggedField => ({
      tag,
      start: one.start,
      bodyStart,
      end: one.end,
      lines: one.lines,
      opens: true,
    });
    if (i === 0) return field(isSummary ? 'summary' : 'citation');
    if (idLines.test(one.text)) return field('ids');
    // The title comes first, and may begin like a remark: "Retracted: …", "Comment on …".
    if (!title) {
      title = true;
      return field('title');
    }
    if (/^Author information:/iu.test(one.text)) return field('addresses');
    if (/^\[?Article in [A-Z]/u.test(one.text)) return field('language');
    if (remarks.test(one.text)) return field('links');
    if (!authors && !abstract && authorLine.test(one.text)) {
      authors = true;
      return field('authors');
    }
    abstract = true;
    return field(/^Publisher: /u.test(one.text) ? 'other' : 'abstract');
  });
}

function statementsOf(fields: readonly TaggedField[]): Statement[] {
  const abstracts = fields.filter(({ tag }) => tag === 'abstract');
  return fields.flatMap((field): Statement[] => {
    const value = join(field.lines, '\n');
    switch (field.tag) {
      case 'citation': {
        const p = withoutLead(value);
        const cited = citationLine(p, [pubmedCitation]);
        return [...(cited.length ? cited : citationLine(p)), ...onlineOf(p), ...idsOf(p)];
      }
      case 'summary': {
        const p = fold(withoutLead(value));
        const all = packed(p, summary, { date: 'year' });
        const [own, linked] = apart(p);
        const cited = all.flatMap((s) => (s.means === 'authors' ? namesOf(s.value) : [s]));
        return [...cited, ...own.flatMap(onlineOf), ...own.flatMap(idsOf), ...linked];
      }
      case 'title':
        return stated('title', fold(value));
      case 'authors': {
        const p = fold(value);
        return namesOf(slice(p, 0, p.text.replace(/\.$/u, '').length));
      }
      case 'addresses':
        return split(slice(value, 'Author information:'.length), /(?<=^|[\r\n])[^\S\r\n]*\(\d{1,3}\)/gu).flatMap(
          (one) => stated('affiliation', fold(one)),
        );
      case 'language': {
        const named = find(value, /Article in ([A-Z][a-z]+)/u);
        return named ? stated('language', named) : [];
      }
      case 'other':
        return stated('abstract-other', fold(slice(value, 'Publisher: '.length)));
      case 'ids':
        return idsOf(fold(value));
      case 'links': {
        const link = linkOf(value);
        if (link) return link;
        return stated(
          { furniture: /^(?:copyright|©)/iu.test(value.text) ? 'copyright-statement' : 'linked-articles' },
          value,
        );
      }
      default: {
        if (field !== abstracts[0]) return [];
        const paragraphs = abstracts.flatMap((one) => (one.lines.length ? sentencesOf(one.lines) : []));
        return stated(
          'abstract',
          join(
            abstracts.flatMap(({ lines }) => lines),
            '\n',
          ),
          { paragraphs },
        );
      }
    }
  });
}

/** What a paragraph about another article says, by its first words: it leads to a notice, or from a notice to its paper. */
const links = [
  [/^Retraction in\b/iu, 'retracted-in', 'RetractionIn'],
  [/^Erratum in\b/iu, 'status', 'ErratumIn'],
  [/^Expression of concern in\b/iu, 'status', 'ExpressionOfConcernIn'],
  [/^Retraction of\b/iu, 'updated-work', 'RetractionOf'],
  [/^Erratum for\b/iu, 'updated-work', 'ErratumFor'],
  [/^Expression of concern for\b/iu, 'updated-work', 'ExpressionOfConcernFor'],
] as const;

function linkOf(value: Traced): Statement[] | undefined {
  const p = fold(value);
  for (const [pattern, means, label] of links) {
    const [lead] = pattern.exec(p.text) ?? [];
    if (lead) return stated(means, trim(slice(p, lead.length + (p.text[lead.length] === ':' ? 1 : 0))), { label });
  }
  return undefined;
}

/** Where a summary begins to cite other articles. */
const cites =
  /(?<=\. )(?:Retraction (?:in|of)|Erratum (?:in|for)|Expression of concern (?:in|for)|Comment (?:in|on)|Update (?:in|of)|Republished (?:in|from)): /gu;
/** What a summary ends with. */
const ownNumbers = /(?<=\. )PMID: ?\d{1,9}(?:; PMCID: ?PMC\d{1,9})?\.?(?: Free PMC article\.)?$/u;

/** What a summary says of its own paper, before and behind the citations of others; and the links to these. */
function apart(p: Traced): [own: Traced[], linked: Statement[]] {
  const starts = [...p.text.matchAll(cites)].map(({ index }) => index);
  const [first] = starts;
  if (first === undefined) return [[p], []];
  const end = ownNumbers.exec(p.text)?.index ?? p.text.length;
  const linked = starts.flatMap((start, i) => linkOf(slice(p, start, starts[i + 1] ?? end)) ?? []);
  return [[slice(p, 0, first), slice(p, end)], linked];
}

/** Lines wrapped at eighty characters are one paragraph; a label in capitals begins the next. */
const sentencesOf = (lines: readonly Traced[]): Traced[] =>
  splitWhere(lines, ({ text }) => /^\p{Lu}[\p{Lu} ,&/-]{2,60}: /u.test(text)).map((some) => fold(join(some, ' ')));

/**
 * PubMed's authors: commas separate people, semicolons separate groups; the marks of their addresses are in brackets.
 */
const namesOf = (list: Traced): Statement[] =>
  split(
    rewrite(list, /\((?:\d{1,3}|#)\)/gu, () => ''),
    /[,;]\s/gu,
  ).flatMap((one) => stated('author', one));

const withoutLead = (value: Traced): Traced => slice(value, head.exec(value.text)?.[0].length ?? 0);

const onlineOf = (value: Traced): Statement[] => {
  const online = find(value, /\bEpub ((?:19|20)\d\d [A-Z][a-z]{2}(?: \d{1,2})?)/u);
  return online ? stated('online', online) : [];
};

const ids = [
  ['doi', /\bdoi: ?(10\.\d{4,9}\/\S+?)(?=[.;,]?(?:\s|$))/iu],
  ['pmid', /\bPMID: ?(\d{1,9})\b/u],
  ['pmcid', /\bPMCID: ?(PMC\d{1,9})\b/u],
] as const;

const idsOf = (value: Traced): Statement[] =>
  ids.flatMap(([means, pattern]) => {
    const one = find(value, pattern);
    return one ? stated(means, trim(one)) : [];
  });

/** The most lines before the first record. */
const mostBefore = 12;

function claims(source: SourceText): boolean {
  if (!/^[^\S\r\n\u2028\u2029]*\d{1,6}[.:] +\S/mu.test(source.text.slice(0, 5000)) || !/\bPMID: ?\d/u.test(source.text))
    return false;
  const { records, before } = recordsOf(source);
  const numbered = records.filter((record) => record.some(({ text }) => /\b(?:PMID: ?\d|doi: ?10\.)/iu.test(text)));
  return (
    records.length > 0 &&
    numbered.length >= records.length * 0.5 &&
    before.reduce((sum, { lines }) => sum + lines.length, 0) < mostBefore &&
    /\bPMID: ?\d/u.test(records[0]?.map(({ text }) => text).join(' ') ?? '')
  );
}

function read(source: SourceText): Reading {
  const all: Claim[] = [];
  const { records, before, cut } = recordsOf(source);
  for (const { start, end, text } of before) if (text.length < 200) claimRange(all, source, start, end, 'file-header');
  const reading = readRecords(source, records.map(fieldsOf), statementsOf, all);
  return cut ? { ...reading, notices: [...reading.notices, cutNotice(source, cut)] } : reading;
}

function cutNotice(source: SourceText, { start, end, text }: Paragraph): Notice {
  return {
    severity: 'warning',
    rule: 'record-cut',
    place: placesOf(source, start, end)[0] ?? { file: source.file },
    seen: `the beginning of a record: ${text.slice(0, 200)}`,
    expected: 'a citation with its journal, year and PMID',
    remedy: 'save the results again: the file ends within its last record, and that record is not read',
  };
}

/** What PubMed's web page saves as "Abstract (text)" and "Summary (text)". */
export const pubmedText: Format = {
  name: 'pubmed-text',
  title: { en: 'PubMed text (abstracts, summaries)', zh: 'PubMed 文本（摘要、题录）' },
  trust: 'library-record',
  claims,
  read,
};
