import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runNode } from '../../scripts/run.ts';
import { runHere } from '../support/command.ts';
import { temporaryFolder } from '../support/folder.ts';

test('npm run screen writes who decided what on which criteria; what is there stays; a paper is excluded or comes back', async () => {
  const content = join(temporaryFolder(), 'content');
  cpSync('content', content, { recursive: true });
  const id = 'huggett-2024-client-therapist-perspectives';
  const run = (...args: string[]) => runHere('screen', ['--content', content, ...args]);
  const text = () => readFileSync(join(content, 'screening.yaml'), 'utf8');
  const before = text();
  const record = join(content, 'papers', `${id}.json`);

  for (const [args, said] of [
    [[id, 'exclude', '--by', 'A'], '--criteria'],
    [[id, 'exclude', '--criteria', 'off-topic'], '--by'],
    [[id, 'exclude', '--criteria', 'nonsense', '--by', 'A'], 'not a criterion'],
    [['no-such-paper', 'include', '--by', 'A'], 'No paper of this review'],
    [[id, 'perhaps', '--by', 'A'], 'include or exclude'],
  ] as const) {
    const { code, output } = await run(...args);
    expect([code, output]).toEqual([2, expect.stringContaining(said)]);
  }
  expect(text()).toBe(before);

  const exclude = ['--content', content, id, 'exclude', '--criteria', 'off-topic', '--by', 'A', '--note', 'Not on it.'];
  expect(await runNode(['scripts/screen.ts', ...exclude], { output: 'collect' })).toMatchObject({ code: 0 });
  expect(text().startsWith(before)).toBe(true);
  const { decisions } = parse(text()) as { decisions: Record<string, unknown>[] };
  expect(decisions.at(-1)).toMatchObject({ for: id, decision: 'excluded', criteria: ['off-topic'], by: 'A' });
  expect(decisions.at(-1)?.['date']).toMatch(/^\d{4}-\d\d-\d\d$/u);
  expect(existsSync(record)).toBe(false);

  expect((await run(id, 'include', '--by', 'B')).code).toBe(0);
  expect(existsSync(record)).toBe(true);
  const { output } = await run('--list');
  expect(output).toContain(`${id}  disagreement: `);
  expect(output).toContain('1 disagreement');
});

test('npm run screen names the file that is broken, before it says that it knows no paper; it makes no folder and leaves no lock', async () => {
  const place = temporaryFolder();
  const content = join(place, 'content');
  cpSync('content', content, { recursive: true });
  const run = (...args: string[]) => runHere('screen', args);
  const id = 'huggett-2024-client-therapist-perspectives';
  expect(await run('--content', join(place, 'contnet'), id, 'include', '--by', 'A')).toMatchObject({ code: 2 });
  expect(await run('--content', content, 'no-such-paper', 'include', '--by', 'A')).toMatchObject({ code: 2 });
  expect(readdirSync(place)).toEqual(['content']);
  expect(readdirSync(content).filter((name) => name.includes('lock'))).toEqual([]);
  appendFileSync(join(content, 'screening.yaml'), '  - [\n');
  for (const args of [[id, 'include', '--by', 'A'], ['--list']]) {
    const { code, output } = await run('--content', content, ...args);
    expect([code, output]).toEqual([1, expect.stringMatching(/^error: screening\.yaml:\d+/u)]);
  }
});
