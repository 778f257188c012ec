/** Reads one source: finds its format, and makes its drafts. */

import type { Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { lineAt, type SourceText } from '#domain/source';
import type { Format } from '../../formats/format.ts';
import { formats as specific, general } from '../../formats/index.ts';
import { isSavedHtml } from '../../formats/pages/saved-html.ts';
import { collectLimits } from '../../formats/text/limits-met.ts';
import { runLimited, timeFor } from './run-limited.ts';
import { broken, detect } from './detect.ts';
import { isPage, joinedReading, moved, partOf, stretchesOf, type Part, type Stretch } from './joined.ts';
import { noFormat } from './no-format.ts';
import { stretchesOutside, withOutside } from './outside.ts';
import { invalidDoi } from './page-identifiers.ts';
import { pagesIn, severalPages } from './pages-in-one.ts';
import { recordsLeft } from './records-left.ts';
import { tooManyMarksIn } from './combining-marks.ts';
import { isTwoPapers, pageFor } from './two-papers.ts';
import { tableInHtml } from '../../formats/references/html-table.ts';
import { tableNotRead } from '../../formats/references/csv.ts';
import { identifiersAlone, styleList } from '../../formats/references/style-list.ts';
import { unknownJson } from '../../formats/references/unknown-json.ts';
import { unknownYaml } from '../../formats/references/unknown-yaml.ts';
import { limitsMet, withinLimits } from './within-limits.ts';

export interface Drafted {
  format: string;
  reading: Reading;
  notices: Notice[];
}

/** What a source says, read by its format, as commands show it; empty where reading does not end in time. */
export function draft(
  source: SourceText,
  formats: readonly Format[] = specific,
  milliseconds = timeFor(source.text.length),
): Drafted {
  const done = runLimited(source.file, milliseconds, () => draftAtOnce(source, formats));
  if ('value' in done) return done.value;
  return { format: noFormat.name, reading: noFormat.read(source), notices: [done.notice] };
}

/**
 * Like `draft`, but without a limit of time, for callers that run it inside `apart`. A format that fails costs only
 * its source.
 */
export function draftAtOnce(source: SourceText, formats: readonly Format[] = specific): Drafted {
  const drafted = draftJoined(source, formats) ?? draftOne(source, formats);
  drafted.notices.push(...recordsLeft(source, drafted.reading));
  return drafted;
}

/** Stretches of more joined files than this are read as one text, and of text outside records no more are tried as pages. */
const mostStretches = 200;

/**
 * A source that joins files of several kinds, each stretch read by its own format; `undefined` for any other source.
 */
function draftJoined(source: SourceText, formats: readonly Format[]): Drafted | undefined {
  const stretches = stretchesOf(source);
  if (stretches.length < 2 || stretches.length > mostStretches) return undefined;
  // Prose before the records of one kind is its own reader's matter.
  const kinds = stretches.flatMap(({ kind }) => (kind === undefined ? [] : [kind]));
  const documents = kinds.filter((kind) => kind === 'html').length;
  if (documents > 1 && documents === kinds.length) return setAside(source, severalPages(source.file, documents));
  if (kinds.length === 1 && kinds[0] !== 'html' && !isPageFormat(detect(source, formats).format)) return undefined;
  const parts = stretches.map((stretch) => draftPart(source, stretch, formats));
  // The data of a page may be before its text; what is after a saved page is another one.
  const pages = documents ? parts.filter(({ reading }) => isPage(reading)).length : 0;
  if (pages > 1 && !parts.some(({ reading }) => reading.kind === 'references'))
    return setAside(source, severalPages(source.file, pages));
  const reading = joinedReading(source.file, parts);
  const [largest] = parts
    .filter((part) => part.reading.kind === 'references')
    .toSorted((a, b) => b.reading.drafts.length - a.reading.drafts.length);
  return reading && largest ? { format: largest.format, reading, notices: reading.notices } : undefined;
}

/** What is read of a stretch, with the places that it has in the source. */
function draftPart(source: SourceText, stretch: Stretch, formats: readonly Format[]): Part {
  const part = partOf(source, stretch);
  const { format, reading, notices } = moved(draftOne(part, formats), lineAt(source, stretch.from) - 1);
  return { kind: stretch.kind, format, reading, notices, source: part };
}

/** Whether a source is read as a page because no format claims it. */
const isPageFormat = (format: Format): boolean => format === general || format === noFormat;

const setAside = (source: SourceText, notice: Notice): Drafted => ({
  format: noFormat.name,
  reading: { ...noFormat.read(source), isPaper: false },
  notices: [notice],
});

/** How many scraped pages a text holds that was read as one. */
function pagesOf(source: SourceText, reading: Reading, formats: readonly Format[]): number {
  const page = pageFor(source, reading);
  // A saved page says in its markup where it ends.
  const mayBeTwo = !isSavedHtml(source) && reading.isPaper && reading.drafts.length === 1;
  const isTwo = mayBeTwo && isTwoPapers(page, (part) => detect(part, formats).format.read(part));
  return Math.max(pagesIn(page), isTwo ? 2 : 1);
}

/** What tells records in a form that is not read from a page; they are read as one. */
const noPage = (source: SourceText, reading: Reading): Notice | undefined =>
  unknownJson(source, reading) ??
  unknownYaml(source) ??
  tableNotRead(source) ??
  styleList(source) ??
  identifiersAlone(source);

function draftOne(source: SourceText, formats: readonly Format[]): Drafted {
  const { format, notices } = detect(source, formats);
  try {
    const { value, met } = collectLimits(() => format.read(source));
    const { reading, notices: above } = withinLimits(source.file, value);
    const mayBePage = reading.kind !== 'references' && format !== noFormat;
    const table = mayBePage ? tableInHtml(source) : undefined;
    if (table) return setAside(source, table);
    const pages = mayBePage ? pagesOf(source, value, formats) : 1;
    if (pages > 1) return setAside(source, severalPages(source.file, pages));
    const other = format === general ? noPage(source, reading) : undefined;
    if (other) return setAside(source, other);
    notices.push(...reading.notices, ...above, ...limitsMet(source, met), ...tooManyMarksIn(source));
    if (reading.kind !== 'references') notices.push(...invalidDoi(source, reading));
    const outside = stretchesOutside(source, reading).map((stretch, i) =>
      i < mostStretches ? { stretch, ...draftPart(source, stretch, formats) } : { stretch },
    );
    return { format: format.name, ...withOutside(source, { format: format.name, reading, notices }, outside) };
  } catch (problem) {
    notices.push(broken(source.file, format, 'read', problem));
    return { format: noFormat.name, reading: noFormat.read(source), notices };
  }
}
