import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The folder of shared material beside the project, or the one that `REVIEW_SHARED` names; it may be absent. */
export const sharedFolder = process.env['REVIEW_SHARED'] ?? join(root, '../shared');

/** True where the material is there; says so where it is not, so that nobody takes the silence for a test. */
export function hasShared(folder: string): boolean {
  const there = existsSync(join(sharedFolder, folder));
  if (!there) process.stdout.write(`not measured: there is no ${folder} in ${sharedFolder}\n`);
  return there;
}
