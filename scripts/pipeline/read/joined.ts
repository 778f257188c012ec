/** Sources that are several files joined into one: finds each part, and reads it by its own format. */

import type { Draft, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { sourceText, type SourceText } from '#domain/source';
import { foldForMatching } from '#domain/text';
import { isTableHead } from '../../formats/references/csv-columns.ts';
import { scanBibtex } from '../../formats/text/bibtex.ts';
import { linesOf, type TextLine } from '../../formats/text/tagged.ts';

/**
 * How a record or a file of each kind begins, at the beginning of a line. A kind that is `whole` has one beginning per
 * file; files of other kinds hold one record after another.
 */
const heads: readonly { kind: string; whole?: true; begins: (line: string) => boolean }[] = [
  { kind: 'ris', begins: (line) => /^[ \t]{0,12}TY {1,4}- {0,2}[A-Z]{3,12}\s*$/iu.test(line) },
  { kind: 'nbib', begins: (line) => /^(?:PMID- {0,2}\d{1,9}|PMC - PMC\d{1,9}|OWN {0,2}- \S.{0,60})\s*$/u.test(line) },
  { kind: 'enw', begins: (line) => /^%(?:0 ?$|[0AT] \p{L})/u.test(line) },
  { kind: 'wos', begins: (line) => /^(?:FN (?:Clarivate|Thomson|ISI|Web of)|PT [JBSP]$)/u.test(line) },
  { kind: 'bibtex', begins: (line) => /^(?:@(?!comment)[a-z][\w-]{2,30}\s*[{(]|% ?Encoding: )/iu.test(line) },
  { kind: 'refworks', begins: (line) => /^RT [A-Z\p{Script=Han}][\p{L} ,/()-]{3,60}$/u.test(line) },
  { kind: 'ovid', begins: (line) => /^<\d{1,6}\. ?>\s*$/u.test(line) },
  { kind: 'ovid-text', begins: (line) => /^<\d{1,6}>\s*$/u.test(line) },
  {
    kind: 'pubmed-text',
    begins: (line) =>
      /^\d{1,6}[.:] \S.{3,400}\. (?:19|20)\d\d(?: [A-Z][a-z]{2}| \d{1,2}|[;:.]|$)/u.test(line) ||
      /^1: \p{L}[^.]{2,300} \p{Lu}{1,3}\. \S/u.test(line),
  },
  { kind: 'scopus', begins: (line) => /^(?:Scopus$|EXPORT DATE: ?\d)/u.test(line) },
  { kind: 'csv-by-field', begins: (line) => /^"TITLE","/iu.test(line) },
  { kind: 'labels', begins: (line) => /^(?:Title|TI)\s?[:：]\s?\S/iu.test(line) },
  { kind: 'labels-zh', begins: (line) => /^(?:标题|题名|篇名)\s?[:：]\s?\S/u.test(line) },
  { kind: 'noteexpress', begins: (line) => /^\{Reference Type\}/iu.test(line) },
  {
    kind: 'sinomed',
    begins: (line) => /^【(?:流水号|标\s{0,4}题|题\s{0,4}名|中文标题|篇\s{0,4}名|序号)】\s?[:：]?\s?\S/u.test(line),
  },
  // A page ends with such lines too: they begin a file at the top of a source, or below records.
  { kind: 'gbt-list', begins: (line) => /^\[\d{1,5}\][^[\]]{4,600}\[[A-Z](?:\/[A-Z]{2})?\]/u.test(line) },
  { kind: 'cnki', begins: (line) => /^SrcDatabase-/iu.test(line) },
  { kind: 'e-study', begins: (line) => /^DataType[:：] ?\d/iu.test(line) },
  {
    kind: 'labelled',
    begins: (line) =>
      /^(?:Record #?\d{1,6} of \d{1,6}|Document \d{1,6} of \d{1,6}|RECORD \d{1,6}|Record: \d{1,6})\s*$/u.test(line) ||
      /^Provider: \S/u.test(line),
  },
  { kind: 'refworks', whole: true, begins: (line) => /^Refworks Export Tagged Format$/iu.test(line) },
  {
    kind: 'labelled',
    whole: true,
    begins: (line) => /^(?:Report Information from ProQuest|Embase Session Results|EBSCO Publishing\s.*)$/u.test(line),
  },
  {
    kind: 'xml',
    whole: true,
    begins: (line) =>
      /^<(?:\?xml\s|(?:PubmedArticleSet|modsCollection|mods|doi_records|rdf:RDF|records|xml|article|Bibliographies|ResourceList)(?:[\s>]|$))/u.test(
        line,
      ),
  },
  { kind: 'html', whole: true, begins: (line) => /^<(?:!doctype html|html[\s>])/iu.test(line) },
  { kind: 'json', whole: true, begins: (line) => /^(?:\[\s*(?:\{.*)?|\{\s*(?:"[\w-]+"\s*:.*)?)$/u.test(line) },
  { kind: 'csv', whole: true, begins: isTableHead },
];

/** What must end on the line above, so that a head within another file's text does not count. */
const closes: Readonly<Partial<Record<string, RegExp>>> = { xml: />\s*$/u, html: /<\/html>\s*$/iu, json: /[\]}]\s*$/u };

/** The end of a file of XML. */
const rootEnd =
  /<\/(?:PubmedArticleSet|modsCollection|mods|doi_records|rdf:RDF|records|xml|article|Bibliographies|ResourceList)>\s*$/u;

/** A stretch of a source that begins like a file of its own; of no kind where it is prose or a page. */
export interface Stretch {
  kind: string | undefined;
  from: number;
  to: number;
}

/** Where a record of RIS begins: at Ovid's number above it, or where its type is last at the first of the tags directly above. */
function topOfRis(lines: readonly TextLine[], i: number, { kind, from }: Stretch): { start: number } {
  const [above, line] = [lines[i - 1], lines[i] ?? { start: from }];
  if (above && above.start > from && /^\d{1,6}\.$/u.test(above.text)) return above;
  const top = kind === 'labelled' ? lines.slice(0, i + 1).findLast(({ isApart }) => isApart) : undefined;
  return top && top.start > from && /^[A-Z][A-Z0-9] {1,4}- /u.test(top.text) ? top : line;
}

/** The stretches of a source, cut where a record of another kind, or another whole file, begins. */
export function stretchesOf(source: SourceText): Stretch[] {
  const stretches: Stretch[] = [{ kind: undefined, from: 0, to: source.text.length }];
  const lines = [...linesOf(source)];
  // A list of objects, each on lines of its own, is not text that goes on from the line above.
  const opensJson = (i: number): boolean => /^\s*[[{"}\]]/u.test(lines[i + 1]?.text ?? '');
  let rootEnds = false;
  let tableHead = '';
  // A record of labels under a numbered head has one of a title; a second is that of another file.
  let isTitled = false;
  for (const [i, line] of lines.entries()) {
    const last = stretches.at(-1) as Stretch;
    const text = line.text.length > 6000 ? line.text.slice(0, 6000) : line.text;
    const found = heads.find(({ begins }) => begins(text));
    // Between two files may be a rule, or the name of the next.
    const isOwnTitle: boolean = last.kind === 'labelled' && /^labels/u.test(found?.kind ?? '') && !isTitled;
    isTitled =
      isOwnTitle ||
      /^(?:[A-Z][A-Z0-9] {1,2}-|TI:) |^title\s?:?$/iu.test(text) ||
      (isTitled && found?.kind !== 'labelled');
    const above = lines.slice(Math.max(0, i - 3), i).filter(({ start }) => start >= last.from);
    rootEnds ||= last.kind === 'xml' && rootEnd.test(above.at(-1)?.text ?? '');
    const close = closes[last.kind ?? ''];
    // A text within JSON is in quotes, and on one line.
    const isOutside = last.kind === 'json' && found !== undefined && !/^(?:json|csv|csv-by-field)$/u.test(found.kind);
    const ended = !close || rootEnds || isOutside || above.some(({ text }) => close.test(text));
    // After a saved page may be another one, that was copied as text.
    if (!found && last.kind === 'html' && closes.html?.test(above.at(-1)?.text ?? '')) {
      last.to = line.start;
      stretches.push({ kind: undefined, from: line.start, to: source.text.length });
      continue;
    }
    const isDeclared = found?.kind !== 'xml' || last.kind !== 'xml' || line.text.startsWith('<?xml') || rootEnds;
    // A table's own head comes back in joined tables: its reader knows that.
    const isSameTable = found?.kind === 'csv' && foldForMatching(text) === tableHead;
    const isOther =
      found &&
      !isOwnTitle &&
      // Within records of the one, the other's first label is a label.
      !(found.kind === 'cnki' && last.kind === 'e-study' && !line.isApart) &&
      !(found.kind === 'gbt-list' && last.kind === undefined && i > 0) &&
      (found.kind !== last.kind || (found.whole && !isSameTable));
    if (
      found &&
      isOther &&
      isDeclared &&
      ended &&
      !(found.kind === 'json' && last.kind !== undefined && last.kind !== 'json' && !line.isApart && !opensJson(i))
    ) {
      const { start } = found.kind === 'ris' ? topOfRis(lines, i, last) : line;
      last.to = source.lineStarts.findLast((one) => one <= start) ?? start;
      rootEnds = false;
      if (found.kind === 'csv') tableHead = foldForMatching(text);
      stretches.push({ kind: found.kind, from: last.to, to: source.text.length });
    }
  }
  return withoutTail(source, underHeads(source, stretches)).filter((one) => linesOf(partOf(source, one)).length > 0);
}

/** The number of lines of a head that a library's search sets over a record of any format. */
const mostOfHead = 4;

/** A numbered head with nothing but a few lines of its own belongs to the records below it, which then are of one file. */
function underHeads(source: SourceText, stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  let head: number | undefined;
  for (const [i, stretch] of stretches.entries()) {
    const { kind, to } = stretch;
    const isHead =
      kind === 'labelled' && i < stretches.length - 1 && linesOf(partOf(source, stretch)).length <= mostOfHead;
    if (isHead) {
      head ??= stretch.from;
      continue;
    }
    const from = head ?? stretch.from;
    const last = kept.at(-1);
    if (last && head !== undefined && last.kind === kind) last.to = to;
    else kept.push({ kind, from, to });
    head = undefined;
  }
  return kept;
}

/** Entries of BibTeX and nothing else of a kind: what is behind the last brace is a stretch of its own, which may be a page. */
function withoutTail(source: SourceText, stretches: readonly Stretch[]): Stretch[] {
  const last = stretches.at(-1);
  if (last?.kind !== 'bibtex' || stretches.some(({ kind }, i) => kind !== undefined && i < stretches.length - 1))
    return [...stretches];
  const entry = scanBibtex(source).at(-1);
  const to = source.lineStarts.find((start) => start >= (entry?.end ?? 0));
  if (!entry?.closed || to === undefined || to <= last.from) return [...stretches];
  return [...stretches.slice(0, -1), { ...last, to }, { kind: undefined, from: to, to: last.to }];
}

/** A stretch as a source of its own; its places are moved back by `moved`. */
export const partOf = (source: SourceText, { from, to }: Stretch): SourceText =>
  sourceText(source.file, source.text.slice(from, to));

/** A reading whose places, which count lines from a stretch's beginning, count them from the source's. */
export function moved<T>(reading: T, lines: number): T {
  if (!lines) return reading;
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('line' in value && 'columns' in value && typeof value.line === 'number') value.line += lines;
    for (const one of Object.values(value)) walk(one);
  };
  walk(reading);
  return reading;
}

/** What was read of one stretch. */
export interface Part {
  kind: string | undefined;
  format: string;
  reading: Reading;
  notices: Notice[];
  source: SourceText;
}

/** A stretch between records is a page if it states what introductory prose never states. */
export const isPage = ({ isPaper, drafts }: Reading): boolean =>
  isPaper &&
  drafts.length === 1 &&
  drafts.every(
    (draft) => draft.titles.length > 0 && (draft.abstracts.length > 0 || (draft.doi && draft.authors.length > 0)),
  );

/** Whether a record is one that a page shows of its own paper, to be copied. */
const isShownBy = (page: SourceText, { titles, doi }: Draft): boolean => {
  const text = foldForMatching(page.text);
  const title = titles[0]?.value.text;
  return (
    (title !== undefined && text.includes(foldForMatching(title))) ||
    (doi !== undefined && text.includes(foldForMatching(doi.value)))
  );
};

/**
 * One reading of a source's stretches, or `undefined` if it is not a joined file: a page that shows the reference of
 * its own paper is a page. Records are numbered through.
 */
export function joinedReading(file: string, parts: readonly Part[]): Part['reading'] | undefined {
  const references = parts.filter(({ reading }) => reading.kind === 'references');
  const records = references.flatMap(({ reading }) => reading.drafts);
  const pages = parts.filter(({ reading }) => reading.kind !== 'references');
  const [only] = records;
  // A text that begins like a record and is not one belongs to a page.
  const isMistaken = parts.some(
    ({ kind, reading }) => kind !== undefined && kind !== 'html' && reading.kind !== 'references',
  );
  if (isMistaken || !only || (records.length === 1 && pages.some(({ source }) => isShownBy(source, only))))
    return undefined;
  const drafts = parts.flatMap(({ reading }) =>
    reading.kind === 'references' || isPage(reading) ? reading.drafts : [],
  );
  drafts.forEach((draft, i) => (draft.record = i + 1));
  const claims = parts.flatMap(({ reading }) =>
    reading.kind === 'references' || isPage(reading) ? reading.claims : [],
  );
  return {
    drafts,
    claims,
    kind: 'references',
    isPaper: false,
    notices: [...parts.flatMap(({ notices }) => notices), severalKinds(file, parts)],
  };
}

export const severalKinds = (file: string, parts: readonly Part[]): Notice => ({
  severity: 'info',
  rule: 'several-files-in-one',
  place: { file },
  seen: parts
    .map(({ format, reading }) =>
      reading.kind === 'references'
        ? `${reading.drafts.length} of ${format}`
        : isPage(reading)
          ? 'a page'
          : 'text that is no record',
    )
    .join(', '),
  expected: 'one export, or one page, a file',
  remedy: 'do nothing if all of them are there: each part is read by itself',
});
