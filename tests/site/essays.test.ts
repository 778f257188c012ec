/** The essays and the prose of pages, as the live site has them: as their files are, whatever Astro has kept. */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { projectRoot } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

const content = temporaryFolder();
const file = join(content, 'themes/refugees/en.mdx');
vi.stubEnv('REVIEW_CONTENT', content);
vi.mock('astro:content', () => ({
  getEntry: (collection: string, id: string) =>
    Promise.resolve({ id, collection, data: { title: 'As it was', summary: 'As it was.' }, body: 'As it was.' }),
}));
const { anyEssay } = await import('../../src/site/essays.ts');

beforeEach(() => {
  mkdirSync(dirname(file), { recursive: true });
  cpSync(join(projectRoot, 'content/themes/refugees/en.mdx'), file);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(content, { recursive: true });
});

/** Changes the file once; the essay then, or what is said of it. */
async function changed(from: string, to: string) {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return anyEssay('refugees', 'en').then(
    (found) => found?.entry,
    (fault: unknown) => (fault as Error).message,
  );
}
const lastLine = () => readFileSync(file, 'utf8').trimEnd().split('\n').length;

test('an essay is what its file says', async () => {
  expect(await changed("\ntitle: '", "\ntitle: 'Today, ")).toMatchObject({
    data: {
      title: expect.stringMatching(/^Today, /u) as string,
      summary: expect.not.stringMatching(/As it was/u) as string,
    },
    body: expect.not.stringMatching(/As it was|^---/u) as string,
  });
});

test('what cannot be read is told with its file and its line', async () => {
  const end = readFileSync(file, 'utf8').trimEnd().slice(-40);
  expect(await changed(end, `${end}\n\n<b>open`)).toBe(
    `themes/refugees/en.mdx:${lastLine()}:1: Expected a closing tag for \`<b>\` before the end of \`paragraph\``,
  );
});

test.each([
  ['a title with a tag that is open', "\ntitle: '", "\ntitle: '<b>", /^themes\/refugees\/en\.mdx:2:1: /u],
  ['a date that is none', /\nupdated: .*/u, '\nupdated: soon', /^themes\/refugees\/en\.mdx:7:1: updated: /u],
  [
    'a folded summary with a tag that is open',
    'Two reviews concern',
    '<b>Two reviews concern',
    /^themes\/refugees\/en\.mdx:3:1: Expected/u,
  ],
  ['no title', '\ntitle: ', '\ntitel: ', /^themes\/refugees\/en\.mdx:1:1: title: /u],
  ['a text with two colons', '\ntitle: ', '\ntitle: a: b: ', /^themes\/refugees\/en\.mdx:2:1: /u],
])('%s', async (_name, from, to, said) => {
  const found = typeof from === 'string' ? from : (from.exec(readFileSync(file, 'utf8'))?.[0] ?? '');
  expect(await changed(found, to)).toMatch(said);
});
