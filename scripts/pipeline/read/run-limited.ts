/** Runs the reading of one source with a limit of time, so that no source can stop an import. */

import { limits } from '#domain/limits';
import type { Notice } from '#domain/notice';
import { inTime } from '../../lib/in-time.ts';
import { NoticeError } from '../../lib/notice-error.ts';

/** How many milliseconds work on this many characters may take: a fixed amount, and as much again for each megabyte. */
export const timeFor = (characters: number): number => limits.seconds.most * (1 + characters / 2 ** 20) * 1000;

/**
 * Runs work on one source or paper and returns its value, or a notice where it fails or does not end. Such work costs
 * only its own source or paper, never the import. `file` is the name in the notice.
 */
export function runLimited<T>(file: string, milliseconds: number, work: () => T): { value: T } | { notice: Notice } {
  try {
    return inTime(milliseconds, work) ?? { notice: tooLong(file, milliseconds) };
  } catch (problem) {
    if (problem instanceof NoticeError) throw problem;
    return { notice: failed(file, problem) };
  }
}

const tooLong = (file: string, milliseconds: number): Notice => ({
  severity: 'warning',
  rule: 'source-takes-too-long',
  place: { file },
  seen: `no end after ${Math.round(milliseconds / 1000)} seconds`,
  expected: `at most ${limits.seconds.most} ${limits.seconds.of}: ${limits.seconds.because}`,
  remedy: 'import again when the machine has less to do; if it stays so, take the file out, and report it',
});

/** A notice for a defect of this project, not of the source. */
const failed = (file: string, problem: unknown): Notice => ({
  severity: 'warning',
  rule: 'source-failed',
  place: { file },
  seen: (problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem)).slice(0, 300),
  expected: 'a reader that ends with any text',
  remedy: 'take the file out and report it with this message; it has no record',
});
