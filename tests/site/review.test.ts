/** The review that pages are made of, as the live site has it: made once, and again when a file changed. */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Paper } from '#domain/paper';
import { projectRoot } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

const content = temporaryFolder();
const papers = join(content, 'papers');
let name: string;

beforeAll(() => {
  mkdirSync(content, { recursive: true });
  for (const part of ['papers', 'vocabulary', 'site.yaml'])
    cpSync(join(projectRoot, 'content', part), join(content, part), { recursive: true });
  [name = ''] = readdirSync(papers).filter((file) => file.endsWith('.json'));
  vi.stubEnv('REVIEW_CONTENT', content);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  rmSync(content, { recursive: true });
});

/** The review as a page sees it that is asked for a little later. */
async function later() {
  const { review } = await import('../../src/site/review.ts');
  vi.advanceTimersByTime(1000);
  return review();
}

test('it is the same for every page until a file changes, comes or goes', async () => {
  const first = await later();
  expect(first.papers.length).toBeGreaterThan(1);
  expect(await later()).toBe(first);

  const path = join(papers, name);
  const text = readFileSync(path, 'utf8');
  const paper = JSON.parse(text) as Paper;
  const [title, ...others] = paper.titles;
  if (!title) throw new Error(`${name} has no title`);
  writeFileSync(path, JSON.stringify({ ...paper, titles: [{ ...title, text: 'Another title' }, ...others] }));
  const changed = await later();
  expect(changed.papers.map(({ titles }) => titles[0]?.text)).toContain('Another title');
  expect(await later()).toBe(changed);

  rmSync(path);
  expect((await later()).papers).toHaveLength(first.papers.length - 1);

  writeFileSync(path, text);
  expect((await later()).papers).toEqual(first.papers);
});

test('a changed term is a new review', async () => {
  const before = await later();
  const [file = ''] = readdirSync(join(content, 'vocabulary'));
  const path = join(content, 'vocabulary', file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n# A comment\n`);
  expect(await later()).not.toBe(before);
});
