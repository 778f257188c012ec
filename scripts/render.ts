/** Makes the pages of a site: Astro turns them into a program, which renders what changed. */

import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { lendReferences } from './lend-references.ts';
import { failureOf } from './lib/astro-output.ts';
import { copyFolder, makeFolder, removeTemporary, temporaryFolder, writeStaged } from './lib/files.ts';
import { programFor } from './render/program.ts';
import type { RunInput } from './render/run.ts';
import { runNode } from './run.ts';

export interface RenderOptions {
  content: string;
  /** Folder that the pages go to. */
  staging: string;
  base: string;
  site: string;
  cache: string;
}

/** Makes every page and file of the site in the staging folder. */
export async function renderPages({ content, base, site, cache, staging }: RenderOptions): Promise<Notice[]> {
  const program = await programFor({ content, base, site, cache });
  if ('failed' in program) return [notRendered(content, program.failed.output)];
  const passing = temporaryFolder();
  try {
    const references = join(passing, 'references.jsonl');
    const takeBack = lendReferences(join(cache, 'references'), references);
    makeFolder(staging);
    copyFolder(join(program.folder, 'client'), staging);
    const input: RunInput = {
      program: join(program.folder, 'server'),
      code: program.code,
      staging,
      kept: join(cache, 'pages'),
      base,
      site,
    };
    writeStaged(join(passing, 'input.json'), JSON.stringify(input));
    const env = {
      REVIEW_CONTENT: content,
      REVIEW_REFERENCES: references,
      // A page consists of many small objects with a short life: with more memory for these, a build takes an eighth
      // less time.
      NODE_OPTIONS: '--max-semi-space-size=64',
    };
    const { code, output } = await runNode(['scripts/render/run.ts', join(passing, 'input.json')], {
      env,
      output: 'collect',
    });
    const told = takeBack();
    return code === 0 ? told : [...told, notRendered(content, output)];
  } finally {
    removeTemporary(passing);
    program.end();
  }
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
