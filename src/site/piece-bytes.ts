/** How many bytes a paper takes in the files of lists. */

import { toCsl } from '#citations/csl';
import type { CitationFormat } from '#citations/format';
import { libraryFormats } from '#citations/index';
import { onceEach } from '#citations/once';
import type { Paper } from '#domain/paper';
import { lentOf } from './lent.ts';
import { recordHash } from './record-hash.ts';
import { paperReferencesOf, referenceSetting } from './references/index.ts';

/** The text between two pieces, and the number that a list gives to one, take fewer bytes than this. */
const between = 16;

type Bytes = Partial<Record<CitationFormat['name'], number>>;
const lent = lentOf<Bytes>('bytes');

/**
 * By the name of a format that lists are files in: the maximum bytes that a paper takes in one, whichever list it is in.
 * They are found once for a record, because no text of them is kept until the list is written.
 */
export const pieceBytes = onceEach((paper: Paper): Bytes => {
  const { capitals, twins } = referenceSetting();
  const key = `${recordHash(paper).hash} ${capitals} ${twins}`;
  const known = lent.get(key);
  if (known) return known;
  const made = Object.fromEntries(libraryFormats[twins].map((format) => [format.name, bytesOf(format, paper)]));
  lent.set(key, made);
  return made;
});

function bytesOf({ pieces }: CitationFormat, paper: Paper): number {
  const texts = pieces
    ? [pieces.piece(paper, {})]
    : paperReferencesOf(toCsl(paper)).map(({ reference }) => reference.text);
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + between, 0);
}
