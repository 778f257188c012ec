/** Says what a record is, in few characters. */

import { createHash } from 'node:crypto';
import { onceEach } from '#citations/once';
import type { Paper } from '#domain/paper';

/** A hash of a paper's record, and its bytes as JSON. */
export const recordHash = onceEach((paper: Paper): { hash: string; bytes: number } => {
  const text = Buffer.from(JSON.stringify(paper));
  return { hash: createHash('sha256').update(text).digest('base64url').slice(0, 22), bytes: text.length };
});
