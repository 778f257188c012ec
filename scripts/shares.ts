/** Builds on more than one machine: each renders a share of the pages into its cache, and one joins them. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Notice } from '#domain/notice';
import { askCache } from './lib/cache.ts';
import { FileHashes } from './lib/file-hashes.ts';
import { removeTemporary, temporaryFolder } from './lib/files.ts';
import { NoticeError } from './lib/notice-error.ts';
import { renderPages } from './render.ts';
import { joinKept } from './render/kept.ts';
import type { Share } from './render/share.ts';

export interface ShareOptions {
  content: string;
  base: string;
  site: string;
  cache?: string;
}

/**
 * Renders a share of the pages from the records as they are, without importing. What is made is kept in the cache, and
 * nowhere else.
 */
export async function renderShare({ cache: named, ...options }: ShareOptions, share: Share): Promise<Notice[]> {
  const content = resolve(options.content);
  const cache = askCache(named, { 'the content': content });
  const opened = cache.open();
  const staging = temporaryFolder();
  try {
    const made = await renderPages({
      ...options,
      content,
      cache: cache.path,
      staging,
      hashes: new FileHashes(),
      share,
    });
    return [...opened, ...made];
  } finally {
    removeTemporary(staging);
  }
}

/**
 * Puts the pages of shares into a cache; each folder is the cache of a share, or its folder `pages`. The next build of
 * the same content and code takes them from there, and makes what is missing or differs.
 */
export function mergeShares(named: string | undefined, folders: readonly string[]): void {
  const shares = folders.map((folder) => {
    const found = [join(folder, 'pages'), folder].find((it) => existsSync(join(it, 'list')));
    if (found === undefined) throw new NoticeError(noShare(folder));
    return found;
  });
  const cache = askCache(named);
  cache.open();
  joinKept(join(cache.path, 'pages'), shares);
}

const noShare = (folder: string): Notice => ({
  severity: 'error',
  rule: 'no-share',
  place: { file: folder },
  seen: 'no pages of a share',
  expected: 'the cache of a build with --shard, or its folder “pages”',
  remedy: 'give each share a cache of its own (--shard 1/3 --cache share-1), and name these folders after --merge',
});
