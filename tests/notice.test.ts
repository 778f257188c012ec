import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '../scripts/run.ts';

interface Locked {
  dev?: boolean;
  license?: string;
}

const read = (file: string) => readFileSync(`${projectRoot}/${file}`, 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };

/** Packages that users of the site's code install, not only its developers. */
const installed = Object.entries(packages)
  .filter(([path, { dev }]) => path && !dev)
  .map(([path, { license }]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), license: license ?? '' }));

/** Licence -> names, from the lines of the list; continued lines are joined, and remarks in brackets are left out. */
const told = new Map<string, string[]>();
for (const item of read('NOTICE')
  .replace(/\n {2}/g, ' ')
  .matchAll(/^- ([^:\n]+): (.+)$/gm))
  told.set(
    item[1] ?? '',
    (item[2] ?? '')
      .replace(/\([^)]*\)/g, '')
      .split(',')
      .map((name) => name.trim()),
  );
const unlicensed = /^MIT, though .*: (.+)\.$/m.exec(read('NOTICE'))?.[1]?.split(', ') ?? [];

const covers = (written: string, name: string) =>
  written.endsWith('*') ? name.startsWith(written.slice(0, -1)) : written === name;

test('NOTICE names every installed package that is not under the MIT licence, under its own', () => {
  const missing = installed.filter(({ name, license }) =>
    license === 'MIT' || unlicensed.includes(name)
      ? false
      : !told.get(license)?.some((written) => covers(written, name)),
  );
  expect(missing).toEqual([]);
});

test('NOTICE names no package that is not installed', () => {
  const names = [...told.values()].flat();
  expect(names.filter((written) => !installed.some(({ name }) => covers(written, name)))).toEqual([]);
});

test('NOTICE names the owners of the texts and the styles', () => {
  expect(read('NOTICE')).toMatch(/content\/sources/);
  expect(read('NOTICE')).toMatch(/citationstyles\.org/);
  expect(read('NOTICE')).toMatch(/CC BY-SA 3\.0/);
  expect(read('LICENSE')).toMatch(/^MIT License/);
});
