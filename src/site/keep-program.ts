/** Keeps the program that Astro makes of the pages, so that later builds render without Astro and Vite. */

import { cp, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { ProgramFrame } from './program-frame.ts';

/**
 * With `REVIEW_PROGRAM` Astro renders nothing: its program goes into that folder, with `frame.json` beside it.
 * `scripts/render` runs it.
 */
export function keepProgram(): AstroIntegration {
  const folder = process.env['REVIEW_PROGRAM'];
  let made = '';
  let pages = new Map<string, { styles: unknown }>();
  const keeping: AstroPrerenderer = {
    name: 'keep-program',
    async setup() {
      if (folder === undefined) return;
      const entry = (await readdir(made)).find((name) => /^prerender-entry\..*mjs$/u.test(name));
      if (entry === undefined) throw new Error(`Astro has made no program in ${made}`);
      await cp(made, folder, { recursive: true });
      const frame: ProgramFrame = { entry, styles: [...pages].map(([key, { styles }]) => [key, styles]) };
      await writeFile(path.join(folder, 'frame.json'), JSON.stringify(frame));
    },
    getStaticPaths: () => Promise.resolve([]),
    render: () => Promise.reject(new Error('nothing is rendered here')),
  };
  return {
    name: 'keep-program',
    hooks: {
      'astro:build:setup': (build) => {
        pages = build.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (folder !== undefined) setPrerenderer(() => keeping);
      },
      'astro:config:done': ({ config }) => {
        made = path.join(fileURLToPath(config.outDir), '.prerender');
      },
    },
  };
}
