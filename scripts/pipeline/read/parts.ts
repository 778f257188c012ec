/** What is read of the parts of a source that joins several files: which of them are records or pages, and one reading of all. */

import type { Draft, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { lineAt, type SourceText } from '#domain/source';
import { foldForMatching } from '#domain/text';
import { isProse } from '../../formats/text/prose.ts';
import { linesOf, splitWhere, type TextLine } from '../../formats/text/tagged.ts';
import type { Stretch } from './joined.ts';

/** What was read of one stretch. */
export interface Part {
  stretch: Stretch;
  format: string;
  reading: Reading;
  notices: Notice[];
  source: SourceText;
}

/** Whether a record states no more than a title: a page that speaks of records, or one made to deceive, has such lines. */
const isTitleAlone = ({ authors, issued, journal, doi, abstracts }: Draft): boolean =>
  !authors.length && !issued && !journal && !doi && !abstracts.length;

/** Whether a stretch begins like a record and is not one. */
export const isMistaken = ({ stretch: { kind }, reading }: Part): boolean =>
  kind !== undefined && kind !== 'html' && (reading.kind !== 'references' || reading.drafts.every(isTitleAlone));

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
export function joinedReading(whole: SourceText, parts: readonly Part[]): Part['reading'] | undefined {
  const references = parts.filter(({ reading }) => reading.kind === 'references');
  const records = references.flatMap(({ reading }) => reading.drafts);
  const pages = parts.filter(({ reading }) => reading.kind !== 'references');
  const [only] = records;
  if (!only || (records.length === 1 && pages.some(({ source }) => isShownBy(source, only)))) return undefined;
  const drafts = parts.flatMap(({ reading }) =>
    reading.kind === 'references' || isPage(reading) ? reading.drafts : [],
  );
  drafts.forEach((draft, i) => (draft.record = i + 1));
  const told = parts.flatMap(({ stretch, source, reading, notices }) => {
    const isTold = reading.kind === 'references' || isPage(reading) || notices.some((one) => one.severity !== 'info');
    return isTold || !splitWhere(linesOf(source), ({ isApart }) => isApart).some(holdProse)
      ? notices
      : [...notices, textOutside(whole, stretch)];
  });
  const claims = parts.flatMap(({ reading }) =>
    reading.kind === 'references' || isPage(reading) ? reading.claims : [],
  );
  return {
    drafts,
    claims,
    kind: 'references',
    isPaper: false,
    notices: [...told, severalKinds(whole.file, parts)],
  };
}

export const severalKinds = (file: string, parts: readonly Pick<Part, 'format' | 'reading'>[]): Notice => ({
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

/** As long as prose, or as a few lines of a record: longer than what a program says of its export. */
export const holdProse = (lines: readonly TextLine[]): boolean => isProse(lines.map((line) => line.text).join(' '));

/** A warning for text among records that is neither a record nor a page. */
export const textOutside = (source: SourceText, { from, to }: Stretch): Notice => {
  const [first = ''] = source.text.slice(from, to).split(/[\r\n]/u);
  const [line, last] = [lineAt(source, from), lineAt(source, to)];
  return {
    severity: 'warning',
    rule: 'text-outside-records',
    place: { file: source.file, line, columns: [1, first.length + 1] },
    seen: `${last - line + 1} ${last > line ? 'lines' : 'line'} that no record holds: ${first.trim().slice(0, 100)}`,
    expected: 'records alone, or each page in a file of its own',
    remedy:
      'if this is a page or a record of another kind, save it as a file of its own; if it is a remark, take it out of the file; it is not read',
  };
};
