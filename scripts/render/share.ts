/** Shares of the files of a site, each of which another machine may make. */

import { createHash } from 'node:crypto';

/** One of several shares: its number, from 1, and how many there are. */
export interface Share {
  number: number;
  of: number;
}

/** Reads `2/3`; `undefined` if a text is not a share. */
export function readShare(text: string): Share | undefined {
  const [, number = 0, of = 0] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text)?.map(Number) ?? [];
  return number >= 1 && number <= of ? { number, of } : undefined;
}

/** Whether a file of the site is in a share. Each file is in one, and all kinds of files are in each. */
export const isInShare = (file: string, { number, of }: Share): boolean =>
  createHash('sha256').update(file).digest().readUInt32BE() % of === number - 1;
