/** Prepares the sources of a paper for its source page. */

import { onceEach, onceForText } from '#citations/once';
import type { Stretch } from '#domain/ledger';
import type { Paper } from '#domain/paper';
import { sourceText, type SourceText } from '#domain/source';
import { decode } from '#text/decode';
import { contentBytes, contentInZip } from './content-folder.ts';
import { ledger, stretchesOf, type SourceRow } from './ledger.ts';
import { recordRanges } from './record-ranges.ts';
import type { Review } from './review.ts';
import { markSentences, sentencePlaces, shownRows } from './source-sentences.ts';
import { viewSource, type Range, type ViewRow } from './source-view.ts';

/** One source of a paper, prepared for showing. */
export interface SourceOfPaper {
  file: string;
  entry: SourceRow | undefined;
  /** Absent if the file is not among the sources. */
  rows: ViewRow[] | undefined;
  /** True where the file has other papers too, and only the part of this one is shown. */
  part: boolean;
}

interface Held {
  source: SourceText;
  ranges: ReadonlyMap<string, Range>;
  stretches: readonly Stretch[];
}

// A file of references has thousands of papers, so it is decoded once for all. The page of a single paper is not kept.
const shared = onceEach((review: Review) => onceForText((file: string) => hold(file, review)));

const papersIn = (file: string, review: Review): Paper[] =>
  (review.byFile.get(file) ?? []).filter((paper) =>
    paper.sources.some((source) => source.file === file && source.record !== undefined),
  );

function hold(file: string, review: Review): Held | undefined {
  const bytes = contentBytes(`sources/${file}`) ?? contentInZip(`sources/${file}`);
  const decoded = bytes && decode(bytes);
  if (!decoded) return undefined;
  const papers = papersIn(file, review);
  const source = sourceText(file, decoded.text);
  const ranges = papers.length < 2 ? new Map<string, Range>() : recordRanges(source, papers);
  return { source, ranges, stretches: stretchesOf(file) };
}

/** The sources of a paper in the paper's order, each file once. */
export function sourcesOf(paper: Paper, review: Review): SourceOfPaper[] {
  const files = [...new Set(paper.sources.map(({ file }) => file))];
  return files.map((file) => {
    const entry = ledger().get(file);
    const found = papersIn(file, review).length > 1 ? shared(review)(file) : hold(file, review);
    const range = found?.ranges.get(paper.id);
    return {
      file,
      entry,
      rows:
        found &&
        shownRows(
          paper,
          markSentences(
            viewSource(found.source, stretchesIn(found.stretches, range), range),
            sentencePlaces(paper, file),
          ),
        ),
      part: range !== undefined,
    };
  });
}

/** The stretches in a range. They are in order, so the first is found by binary search. */
function stretchesIn(all: readonly Stretch[], range: Range | undefined): readonly Stretch[] {
  if (!range) return all;
  const firstFrom = (line: number): number => {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return all.slice(firstFrom(range.from), firstFrom(range.to + 1));
}
