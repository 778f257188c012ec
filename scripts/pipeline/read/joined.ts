/** Finds the parts of a source that joins several files: where a record of another kind, or another whole file, begins. */

import { sourceText, type SourceText } from '#domain/source';
import { foldForMatching } from '#domain/text';
import { isTableHead } from '../../formats/references/csv-columns.ts';
import { scanBibtex } from '../../formats/text/bibtex.ts';
import { linesOf, type TextLine } from '../../formats/text/tagged.ts';

/**
 * How a record or a file of each kind begins, at the beginning of a line. A kind that is `whole` has one beginning per
 * file; files of other kinds hold one record after another.
 */
interface Head {
  kind: string;
  whole?: true;
  begins: (line: string) => boolean;
}
const heads: readonly Head[] = [
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
  const top =
    kind === 'labelled' || kind === undefined ? lines.slice(0, i + 1).findLast(({ isApart }) => isApart) : undefined;
  return top && top.start >= from && /^[A-Z][A-Z0-9] {1,4}- /u.test(top.text) ? top : line;
}

/** A head that was found, and what is known where it is. */
interface Found {
  head: Head;
  last: Stretch;
  lines: readonly TextLine[];
  i: number;
  rootEnds: boolean;
  isSameTable: boolean;
}

/** Whether a head begins another file than that of the last stretch. */
function isOther({ head, last, lines, i, rootEnds, isSameTable }: Found): boolean {
  const line = lines[i];
  // Within records of the one service, the other's first label is a label.
  if (head.kind === 'cnki' && last.kind === 'e-study' && !line?.isApart) return false;
  if (head.kind === 'gbt-list' && last.kind === undefined && i > 0) return false;
  if (head.kind === 'xml' && last.kind === 'xml' && !rootEnds && !line?.text.startsWith('<?xml')) return false;
  // A list of objects, each on lines of its own, is not text that goes on from the line above.
  const opensJson = /^\s*[[{"}\]]/u.test(lines[i + 1]?.text ?? '');
  if (head.kind === 'json' && last.kind !== undefined && last.kind !== 'json' && !line?.isApart && !opensJson)
    return false;
  // A table's own head comes back in joined tables: its reader knows that.
  return head.kind !== last.kind || (head.whole === true && !isSameTable);
}

/** The stretches of a source, cut where a record of another kind, or another whole file, begins. */
export function stretchesOf(source: SourceText): Stretch[] {
  const stretches: Stretch[] = [{ kind: undefined, from: 0, to: source.text.length }];
  const lines = [...linesOf(source)];
  let rootEnds = false;
  /** The head of the last table, and how many quotation marks are below it: within a cell no file begins. */
  let table = { head: '', quotes: 0 };
  // A record of labels under a numbered head has one of a title; a second is that of another file.
  let isTitled = false;
  for (const [i, line] of lines.entries()) {
    const last = stretches.at(-1) as Stretch;
    const text = line.text.length > 6000 ? line.text.slice(0, 6000) : line.text;
    const head = heads.find(({ begins }) => begins(text));
    // Between two files may be a rule, or the name of the next.
    const isOwnTitle: boolean = last.kind === 'labelled' && /^labels/u.test(head?.kind ?? '') && !isTitled;
    isTitled =
      isOwnTitle ||
      /^(?:[A-Z][A-Z0-9] {1,2}-|TI:) |^title\s?:?$/iu.test(text) ||
      (isTitled && head?.kind !== 'labelled');
    const above = lines.slice(Math.max(0, i - 3), i).filter(({ start }) => start >= last.from);
    rootEnds ||= last.kind === 'xml' && rootEnd.test(above.at(-1)?.text ?? '');
    if (last.kind === 'csv') table.quotes += (above.at(-1)?.text.split('"').length ?? 1) - 1;
    const close = closes[last.kind ?? ''];
    // A text within JSON is in quotes, and on one line.
    const isOutside = last.kind === 'json' && !/^(?:json|csv|csv-by-field)$/u.test(head?.kind ?? 'json');
    const ended =
      (!close || rootEnds || isOutside || above.some((one) => close.test(one.text))) &&
      (last.kind !== 'csv' || table.quotes % 2 === 0);
    // After a saved page may be another one, that was copied as text.
    if (!head && last.kind === 'html' && closes.html?.test(above.at(-1)?.text ?? '')) {
      last.to = line.start;
      stretches.push({ kind: undefined, from: line.start, to: source.text.length });
      continue;
    }
    const isSameTable = head?.kind === 'csv' && foldForMatching(text) === table.head;
    if (head && !isOwnTitle && ended && isOther({ head, last, lines, i, rootEnds, isSameTable })) {
      const { start } = head.kind === 'ris' ? topOfRis(lines, i, last) : line;
      last.to = source.lineStarts.findLast((one) => one <= start) ?? start;
      rootEnds = false;
      if (head.kind === 'csv') table = { head: foldForMatching(text), quotes: 0 };
      stretches.push({ kind: head.kind, from: last.to, to: source.text.length });
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
