/** The records of a few papers with their references in every style, by id. */

import { gzipSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Paper } from '#domain/paper';
import { countPacks, packOf } from '../../site/record-packs.ts';
import { paperReferences } from '../../site/references/of-paper.ts';
import { review } from '../../site/review.ts';

export const getStaticPaths = (async () => {
  const { all } = await review();
  const count = countPacks(all.length);
  const packs = Array.from({ length: count }, (): Paper[] => []);
  // By id, so that a title or a date that changes moves no other paper in the file.
  for (const paper of [...all].sort((a, b) => (a.id < b.id ? -1 : 1))) packs[packOf(paper.id, count)]?.push(paper);
  return packs.map((papers, number) => ({ params: { number: String(number) }, props: { papers } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ papers: readonly Paper[] }> = ({ props: { papers } }) => {
  const records = papers.map((paper) => [paper.id, { paper, references: paperReferences(paper) }]);
  return new Response(gzipSync(JSON.stringify(Object.fromEntries(records)), { level: 9 }), {
    headers: { 'content-type': 'application/octet-stream' },
  });
};
