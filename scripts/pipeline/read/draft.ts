import type { Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import type { Format } from '../../formats/format.ts';
import { apart, timeFor } from './apart.ts';
import { broken, detect } from './detect.ts';
import { noFormat } from './no-format.ts';
import { towersIn } from './towers.ts';
import { withinLimits } from './within-limits.ts';

export interface Drafted {
  format: string;
  reading: Reading;
  notices: Notice[];
}

/** What a source says, read by its format, as commands show it; empty where reading does not end in time. */
export function draft(
  source: SourceText,
  formats?: readonly Format[],
  milliseconds = timeFor(source.text.length),
): Drafted {
  const done = apart(source.file, milliseconds, () => draftAtOnce(source, formats));
  if ('value' in done) return done.value;
  return { format: noFormat.name, reading: noFormat.read(source), notices: [done.notice] };
}

/**
 * The same without a limit of time, for callers that run it inside `apart`. A format that fails costs only its source.
 */
export function draftAtOnce(source: SourceText, formats?: readonly Format[]): Drafted {
  const { format, notices } = detect(source, formats);
  try {
    const { reading, notices: above } = withinLimits(source.file, format.read(source));
    return { format: format.name, reading, notices: [...notices, ...reading.notices, ...above, ...towersIn(source)] };
  } catch (problem) {
    notices.push(broken(source.file, format, 'read', problem));
    return { format: noFormat.name, reading: noFormat.read(source), notices };
  }
}
