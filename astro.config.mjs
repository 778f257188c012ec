import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { schemasStayBehind } from './src/site/schemas.ts';
import { sitemap } from './src/site/sitemap.ts';
import { typedProse } from './src/site/typed-prose.ts';
import { features } from './src/prose/tree.ts';

const shared = /src\/(client\/(copy|search\/dom)|site\/(urls|strings\/table))\.ts$|preload-helper/;

const cache = process.env.REVIEW_CACHE ?? '.cache/astro/dev';

/** The address and the base path are the review's own; `scripts/build.ts` passes them in. */
export default defineConfig({
  site: process.env.REVIEW_SITE ?? 'http://localhost:4321',
  base: process.env.REVIEW_BASE ?? '/',
  cacheDir: cache,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'never' },
  markdown: {
    processor: satteri({ features, hastPlugins: [typedProse] }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), sitemap()],
  vite: {
    // Not in node_modules, which a user other than the one who installed may not write to, and two builds would share.
    cacheDir: `${cache}/vite`,
    // All styles together are 10 KB packed: one sheet, kept for every further page, costs a reader fewer waits than many.
    build: { cssCodeSplit: false },
    plugins: [schemasStayBehind()],
    worker: { format: 'es', plugins: () => [schemasStayBehind()] },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // The small modules that most pages' scripts share come as one file: a file each is a wait each.
            output: { codeSplitting: { groups: [{ name: 'shared', test: shared }] } },
          },
        },
      },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        // No text is run as code or loaded as a script, but an address that src/client/trusted.ts has made.
        "require-trusted-types-for 'script'",
        'trusted-types site',
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
});
