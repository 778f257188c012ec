/** Measures the site of this review: how long its build takes, and what a reader must load. */

import { join } from 'node:path';
import { weightOf } from '../audit/checks/budgets.ts';
import { runChecks } from '../audit/check.ts';
import { checks } from '../audit/index.ts';
import { readSite } from '../audit/site.ts';
import { copyFolder, removeTemporary, temporaryFolder } from '../lib/files.ts';
import { projectRoot, runNode } from '../run.ts';
import { secondsOf, type Benchmark, type Figure } from './benchmark.ts';

export const siteBenchmark: Benchmark = {
  name: 'site',
  measures: 'the site of content/ built whole, and what a page of it weighs',
  async run() {
    const folder = temporaryFolder();
    const content = join(folder, 'content');
    const out = join(folder, 'site');
    try {
      copyFolder(join(projectRoot, 'content'), content);
      const build = await secondsOf(() => buildOrThrow(content, out));
      const site = await readSite({ folder: out, content, base: '/', site: 'http://localhost:4321' });
      const audit = await secondsOf(() => runChecks(site, checks));
      const weights = [...site.pages.values()].map((page) => ({ page, ...weightOf(site, page) }));
      const most = (kind: 'script' | 'style') => Math.max(...weights.map((weight) => weight[kind])) / 1000;
      const figures: Figure[] = [
        { what: 'papers', value: site.papers.length, unit: '' },
        { what: 'pages', value: site.pages.size, unit: '' },
        { what: 'build, from sources to the finished folder', value: build, unit: 's' },
        { what: 'audit', value: audit, unit: 's' },
        { what: 'script, heaviest page', value: most('script'), unit: 'KB' },
        { what: 'style, heaviest page', value: most('style'), unit: 'KB' },
        { what: 'site', value: [...site.files.values()].reduce((sum, bytes) => sum + bytes, 0) / 1e6, unit: 'MB' },
      ];
      return figures;
    } finally {
      removeTemporary(folder);
    }
  },
};

async function buildOrThrow(content: string, out: string): Promise<void> {
  const { code, output } = await runNode(['scripts/build.ts', '--content', content, '--out', out], {
    output: 'collect',
  });
  if (code !== 0) throw new Error(output);
}
