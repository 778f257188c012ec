import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that holds the review; `scripts/build.ts` names another one. */
const folder = resolve(process.env['REVIEW_CONTENT'] ?? 'content');

/** The bytes of a file of the content, or nothing where there is none. */
export function contentBytes(path: string): Uint8Array | undefined {
  const full = join(folder, path);
  return existsSync(full) && statSync(full).isFile() ? readFileSync(full) : undefined;
}

/** When a file of the content last changed; 0 where there is none. */
export const contentChanged = (path: string): number => {
  const full = join(folder, path);
  return existsSync(full) ? statSync(full).mtimeMs : 0;
};
