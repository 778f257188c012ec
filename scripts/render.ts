/** Makes the pages of a site: Astro turns them into a program, which renders what changed. */

import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Notice } from '#domain/notice';
import { say } from './cli.ts';
import { lend } from './lend.ts';
import { failureOf } from './lib/astro-output.ts';
import type { FileHashes } from './lib/file-hashes.ts';
import { makeFolder, removeTemporary, writeStaged } from './lib/files.ts';
import { progressOf } from './lib/progress.ts';
import { takeSpare } from './lib/spare.ts';
import { makeRoot, programFor } from './render/program.ts';
import type { RunInput } from './render/run.ts';
import type { Share } from './render/share.ts';
import { finished, startNode } from './run.ts';

export interface RenderOptions {
  content: string;
  /** Folder that the pages go to. */
  staging: string;
  base: string;
  site: string;
  cache: string;
  /** Where a site may be that is brought up to date in place of making a new folder; none where absent. */
  spare?: string;
  /** The part of the files that is made and kept for a later build; all of them where absent. */
  share?: Share;
  /** Learns the hashes of the files that are made. */
  hashes: FileHashes;
}

/** Makes every page and file of the site in the staging folder. */
export async function renderPages(options: RenderOptions): Promise<Notice[]> {
  const { content, base, site, cache, staging, spare, hashes, share } = options;
  const root = makeRoot(cache);
  try {
    const program = await programFor({ content, base, site, cache }, root);
    if ('failed' in program) return [notRendered(content, program.failed.output)];
    const lent = join(root, 'lent.jsonl');
    const takeBack = lend(join(cache, 'lent'), lent);
    const there = spare === undefined ? [] : takeSpare(spare, staging);
    makeFolder(staging);
    const input: RunInput = {
      program: join(program.folder, 'server'),
      client: join(program.folder, 'client'),
      there,
      code: program.code,
      staging,
      kept: join(cache, 'pages'),
      facts: join(cache, 'audit'),
      hashes: join(root, 'hashes'),
      base,
      site,
      ...(share ? { share } : {}),
    };
    writeStaged(join(root, 'input.json'), JSON.stringify(input));
    const env = {
      REVIEW_CONTENT: content,
      REVIEW_LENT: lent,
      // A page consists of many small objects with a short life: with more memory for these a build takes less time. Twice
      // as much takes as long, and a tenth more memory in all.
      NODE_OPTIONS: '--max-semi-space-size=32',
    };
    const child = startNode(['scripts/render/run.ts', join(root, 'input.json')], { env, output: 'collect' });
    const count = follow(child);
    const { code, output } = await finished(child);
    const { made, kept } = count();
    const told = takeBack();
    if (code !== 0) return [...told, notRendered(content, output)];
    hashes.learn(readFileSync(input.hashes, 'utf8'));
    program.keep();
    say(`${made.toLocaleString('en-GB')} pages and files made, ${kept.toLocaleString('en-GB')} kept`);
    return told;
  } finally {
    removeTemporary(root);
  }
}

/** Shows the progress that the program of the pages reports; returns a function that gives the last counts. */
function follow(child: ChildProcess): () => { made: number; kept: number } {
  const progress = progressOf('pages');
  const last = { made: 0, kept: 0 };
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, ...numbers] = line.split(' ');
      const [one = 0, two = 0, three = 0] = numbers.map(Number);
      if (word === 'progress') progress.tell(one, two, three);
      if (word === 'done') Object.assign(last, { made: one, kept: two });
    });
  return () => {
    progress.end();
    return last;
  };
}

function notRendered(content: string, output: string): Notice {
  const { place, message } = failureOf(output, content);
  return {
    severity: 'error',
    rule: 'pages-not-rendered',
    place,
    seen: process.env['TRACE'] ? output.trim() : message,
    expected: 'every page rendered',
    remedy: 'fix what the message names; the old site is unchanged',
  };
}
