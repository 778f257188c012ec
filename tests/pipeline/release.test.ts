import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { versionSchema } from '#domain/version';
import { runNode } from '../../scripts/run.ts';
import { runHere } from '../support/command.ts';
import { temporaryFolder } from '../support/folder.ts';

test('npm run release saves a version once, names what differs, and changes version and date in site.yaml alone', async () => {
  const content = join(temporaryFolder(), 'content');
  cpSync('content', content, { recursive: true });
  const run = (...args: string[]) => runHere('release', ['--content', content, ...args]);
  const site = () => readFileSync(join(content, 'site.yaml'), 'utf8');
  const before = site();
  for (const [args, said] of [
    [['a/b'], 'no version'],
    [['9', '10'], 'One version at a time'],
    [['9', '--date', 'today'], 'expected a day'],
    [['1.0'], 'saved already'],
    [['9', '--date', '2020-01-01'], 'later than'],
  ] as const) {
    const { code, output } = await run(...args);
    expect([code, output]).toEqual([2, expect.stringContaining(said)]);
  }
  expect(site()).toBe(before);
  const given = ['--content', content, '9.1', '--date', '2031-02-03', '--note', 'News.'];
  expect(await runNode(['scripts/release.ts', ...given], { output: 'collect' })).toMatchObject({ code: 0 });
  const read = versionSchema.parse(JSON.parse(readFileSync(join(content, 'versions/9.1.json'), 'utf8')));
  expect(read).toMatchObject({ version: '9.1', date: '2031-02-03', note: { en: 'News.', zh: 'News.' } });
  expect(Object.keys(read.papers)).toHaveLength(5);
  expect(site()).toBe(
    before.replace(/version: '[^']*'/u, "version: '9.1'").replace(/date: '[^']*'\n$/u, "date: '2031-02-03'\n"),
  );

  // Without a name nothing is saved.
  const id = 'tremain-2020-therapeutic-alliance-digital';
  writeFileSync(
    join(content, 'corrections/tried.yaml'),
    `for: ${id}\nset: { volume: '99' }\nreason: a test\nseen: [the page]\ndate: '2026-11-21'\n`,
  );
  const { output } = await run();
  expect(output).toContain(`changed: ${id}: publication`);
  expect(output).toContain('Since version 9.1: 0 new, 1 changed, 0 withdrawn.');

  writeFileSync(join(content, 'versions/9.2.json'), '{"version":"9.1"}');
  const broken = await run('9.3');
  expect(broken.code).toBe(1);
  expect(broken.output).toContain('versions/9.2.json');
  expect(existsSync(join(content, 'versions/9.3.json'))).toBe(false);
});
