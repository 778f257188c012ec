/**
 * The records that the basket, the comparison and the panel that cites read lie in packed files of a few papers, because
 * hosts count files. A paper's id alone says in which file its record is, so that a paper that changes or comes changes
 * one file, and no page need name it.
 */

/** From this number of papers on, a file holds twice as many: hosts count files. */
const manyPapers = 2000;
/** The maximum number of papers in a file, on average. */
const mostUsual = (papers: number): number => (papers < manyPapers ? 20 : 40);

/** Into how many files the records of this number of papers go: a power of two, so that few papers change it. */
export const countPacks = (papers: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(papers / mostUsual(papers))));

/** The number of the file with the record of a paper, from 0: the FNV-1a hash of its id, modulo the number of files. */
export function packOf(id: string, packs: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % packs;
}

/** The path of a file of records below the root of the site. */
export const packFile = (number: number): string => `records/${number}.pack`;
