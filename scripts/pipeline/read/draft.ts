/** Reads one source: finds its format, and makes its drafts. */

import type { Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { lineAt, type SourceText } from '#domain/source';
import type { Format } from '../../formats/format.ts';
import { formats as specific, general } from '../../formats/index.ts';
import { isSavedHtml } from '../../formats/pages/saved-html.ts';
import { isLong } from '../../formats/text/prose.ts';
import { linesOf } from '../../formats/text/tagged.ts';
import { collectLimits } from '../../formats/text/limits-met.ts';
import { runLimited, timeFor } from './run-limited.ts';
import { broken, detect } from './detect.ts';
import { moved, partOf, stretchesOf, type Stretch } from './joined.ts';
import { noFormat } from './no-format.ts';
import { stretchesOutside, withOutside } from './outside.ts';
import { invalidDoi } from './page-identifiers.ts';
import { pagesIn, severalPages } from './pages-in-one.ts';
import { isMistaken, isPage, joinedReading, type Part } from './parts.ts';
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
  // Remarks before the records of one kind are its own reader's matter.
  const kinds = stretches.flatMap(({ kind }) => (kind === undefined ? [] : [kind]));
  const documents = kinds.filter((kind) => kind === 'html').length;
  if (documents > 1 && documents === kinds.length) return setAside(source, severalPages(source.file, documents));
  const isRemark = kinds.length === 1 && kinds[0] !== 'html' && !holdsSentences(source, stretches);
  if (isRemark && !isPageFormat(detect(source, formats).format)) return undefined;
  const parts = settled(source, stretches, formats);
  if (parts.length < 2) return undefined;
  // The data of a page may be before its text; what is after a saved page is another one.
  const pages = documents ? parts.filter(({ reading }) => isPage(reading)).length : 0;
  if (pages > 1 && !parts.some(({ reading }) => reading.kind === 'references'))
    return setAside(source, severalPages(source.file, pages));
  const reading = joinedReading(source, parts);
  const [largest] = parts
    .filter((part) => part.reading.kind === 'references')
    .toSorted((a, b) => b.reading.drafts.length - a.reading.drafts.length);
  return reading && largest ? { format: largest.format, reading, notices: reading.notices } : undefined;
}

/** Whether a long sentence is before the records, as on a page; the terms of a search are long too. */
const holdsSentences = (source: SourceText, [first]: readonly Stretch[]): boolean =>
  first?.kind === undefined &&
  first !== undefined &&
  linesOf(partOf(source, first)).some(
    ({ text }) => isLong(text) && /[.。!?！？]$/u.test(text) && !/ (?:OR|AND) /u.test(text),
  );

/**
 * What is read of each stretch. One that begins like a record and is none is of the page that is above it; a page may
 * have several such lines.
 */
function settled(source: SourceText, stretches: readonly Stretch[], formats: readonly Format[]): Part[] {
  const parts = stretches.map((stretch) => draftPart(source, stretch, formats));
  if (!parts.some(isMistaken)) return parts;
  const kept: Stretch[] = [];
  for (const part of parts) {
    const { from, to } = part.stretch;
    const kind = isMistaken(part) ? undefined : part.stretch.kind;
    const last = kept.at(-1);
    if (last && kind === undefined && last.kind === undefined) last.to = to;
    else kept.push({ kind, from, to });
  }
  return kept.length < 2 ? [] : settled(source, kept, formats);
}

/** What is read of a stretch, with the places that it has in the source. */
function draftPart(source: SourceText, stretch: Stretch, formats: readonly Format[]): Part {
  const part = partOf(source, stretch);
  const { format, reading, notices } = moved(draftOne(part, formats), lineAt(source, stretch.from) - 1);
  return { stretch, format, reading, notices, source: part };
}

/** Whether a source is read as a page, or by no format. */
const isPageFormat = ({ trust }: Format): boolean =>
  trust === 'unknown-page' || trust === 'site-page' || trust === 'digest';

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
const noPage = (source: SourceText): Notice | undefined =>
  unknownYaml(source) ?? tableNotRead(source) ?? styleList(source) ?? identifiersAlone(source);

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
    const json = format === general ? unknownJson(source, reading) : undefined;
    if (json?.isRead) notices.push(json.notice);
    const other = json?.isRead || format !== general ? undefined : (json?.notice ?? noPage(source));
    if (other) return setAside(source, other);
    notices.push(...reading.notices, ...above, ...limitsMet(source, met), ...tooManyMarksIn(source));
    if (reading.kind !== 'references') notices.push(...invalidDoi(source, reading));
    const outside = stretchesOutside(source, reading).map((stretch, i) =>
      i < mostStretches ? draftPart(source, stretch, formats) : { stretch },
    );
    return { format: format.name, ...withOutside(source, { format: format.name, reading, notices }, outside) };
  } catch (problem) {
    notices.push(broken(source.file, format, 'read', problem));
    return { format: noFormat.name, reading: noFormat.read(source), notices };
  }
}
