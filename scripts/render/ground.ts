/** The folder in which the new site is made. An earlier site may be in it, of which what did not change stays. */

import { dirname, join } from 'node:path';
import { dropFrom, makeFolder } from '../lib/files.ts';

export class Ground {
  readonly #root: string;
  /** The files of the earlier site that are still there, as paths with `/`. */
  readonly #old: Set<string>;
  readonly #folders: Set<string>;

  /** `there` are the files of the earlier site. Of them stays, for now, what `mayStay`. */
  constructor(root: string, there: readonly string[], mayStay: (file: string) => boolean) {
    this.#root = root;
    this.#folders = new Set([root]);
    this.#old = new Set(there.filter(mayStay));
    for (const file of there) if (!this.#old.has(file)) dropFrom(root, file);
  }

  at(file: string): string {
    return join(this.#root, ...file.split('/'));
  }

  /** Says that a file has its place for good. Returns whether the earlier site has one there, which is as `isRight` wants it. */
  stays(file: string, isRight: (at: string) => boolean): boolean {
    if (!this.#old.has(file) || !isRight(this.at(file))) return false;
    this.#old.delete(file);
    return true;
  }

  /** Makes the place of a file free, and the folders above it. */
  free(file: string): string {
    if (this.#old.delete(file)) dropFrom(this.#root, file);
    const at = this.at(file);
    this.#makeAbove(dirname(at));
    return at;
  }

  /** Deletes what is left of the earlier site. */
  clear(): void {
    for (const file of this.#old) dropFrom(this.#root, file);
    this.#old.clear();
  }

  // From the top down: making a folder before the one above it fails, and each failure costs more than a folder.
  #makeAbove(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#makeAbove(dirname(folder));
    makeFolder(folder);
    this.#folders.add(folder);
  }
}
