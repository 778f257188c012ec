import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The folder of shared material beside the project, or the one in `REVIEW_SHARED`; it may be absent. */
export const sharedFolder = process.env['REVIEW_SHARED'] ?? join(root, '../shared');

/** Whether the material is there. Where it is not, it prints so, because the tests that need it are not run. */
export function hasShared(folder: string): boolean {
  const there = existsSync(join(sharedFolder, folder));
  if (!there) process.stdout.write(`not measured: there is no ${folder} in ${sharedFolder}\n`);
  return there;
}
