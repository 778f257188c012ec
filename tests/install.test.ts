import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '../scripts/run.ts';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(`${projectRoot}/${file}`, 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const manifest = read('package.json') as Record<'dependencies' | 'devDependencies' | 'scripts', Record<string, string>>;

/** The entry that a package sees under a name: its own, or one of a folder above. */
function seenFrom(path: string, name: string): Locked | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (found || !folder) return found;
  }
}

// A registry that lacks another system's package makes npm leave it out of the lock; `npm ci` then refuses the lock.
test('the lock file has every package of every system', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && seenFrom(path, name)?.version !== version)
      .map(([name, version]) => `${path}: ${name} ${version}`),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no host', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
});

// npm leaves out the hash of another system's package where it did not look it up; it would then install any bytes.
test('the lock file has the hash of every package', () => {
  const without = Object.entries(packages).filter(
    ([path, { integrity = '' }]) => path && !/^sha512-[\w+/]{86}==$/.test(integrity),
  );
  expect(without.map(([path]) => `${path}: npm view NAME@VERSION dist.integrity prints it`)).toEqual([]);
});

test('every version is exact', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(loose.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('every script runs under the pinned Node', () => {
  const other = Object.entries(manifest.scripts).filter(
    ([, line]) => !line.startsWith('node scripts/node.mjs scripts/'),
  );
  expect(other).toEqual([]);
});

test('this runs under Node 24, and so does what it starts', () => {
  expect(process.versions.node).toMatch(/^24\./);
});
