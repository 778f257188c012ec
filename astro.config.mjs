import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { schemasStayBehind } from './src/site/schemas.ts';
import { keepProgram } from './src/site/keep-program.ts';
import { typedProse } from './src/site/typed-prose.ts';
import { features } from './src/prose/tree.ts';

const shared = /src\/(client\/(copy|language|search\/dom)|site\/(urls|strings\/table))\.ts$|preload-helper/;

const cache = process.env.REVIEW_CACHE ?? '.cache/astro/dev';

/** The address and the base path belong to the review; `scripts/build.ts` passes them in. */
export default defineConfig({
  site: process.env.REVIEW_SITE ?? 'http://localhost:4321',
  base: process.env.REVIEW_BASE ?? '/',
  cacheDir: cache,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'never' },
  // A class is the shortest of the three marks that Astro offers, on every element and in every rule.
  scopedStyleStrategy: 'class',
  markdown: {
    processor: satteri({ features, hastPlugins: [typedProse] }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), keepProgram()],
  vite: {
    // Not in node_modules: that may belong to another user, and two builds would share it.
    cacheDir: `${cache}/vite`,
    // All styles together are 10 KB compressed: one sheet that is cached costs a reader fewer waits than many.
    build: {
      cssCodeSplit: false,
      // Every script is a file: then a script in a page's text is never ours, and a check can say so.
      assetsInlineLimit: (file) => (/\.[cm]?[jt]s$/u.test(file) ? false : undefined),
    },
    // Programs empty a file and then write it. The watcher tells one change of a file in 50 ms, so without a wait it
    // would tell the empty file and never the written one.
    server: { watch: { awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 } } },
    plugins: [schemasStayBehind()],
    worker: { format: 'es', plugins: () => [schemasStayBehind()] },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // The small modules that the scripts of most pages share are one file, because each file is a wait.
            output: { codeSplitting: { groups: [{ name: 'shared', test: shared }] } },
          },
        },
      },
    },
  },
});
