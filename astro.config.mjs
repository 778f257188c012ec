import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

/** The address and the base path are the review's own; `scripts/build.ts` passes them in. */
export default defineConfig({
  site: process.env.REVIEW_SITE ?? 'http://localhost:4321',
  base: process.env.REVIEW_BASE ?? '/',
  cacheDir: process.env.REVIEW_CACHE ?? '.cache/astro/dev',
  trailingSlash: 'always',
  integrations: [mdx()],
});
