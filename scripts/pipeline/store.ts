import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Keeps what a step made of its input, by a key that names the input whole. */
export interface Store {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

export const hashOf = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** For a run without a cache: in memory, as bytes, which take half of what strings of Chinese take. */
export function memoryStore(): Store {
  const map = new Map<string, Buffer>();
  return {
    get: (key) => map.get(key)?.toString('utf8'),
    set: (key, value) => void map.set(key, Buffer.from(value)),
  };
}

/** A folder of files, one a key; those of other versions of the code are deleted. A damaged file is as if it were not there. */
export function diskStore(folder: string, version: string): Store {
  const mine = join(folder, version);
  if (existsSync(folder))
    for (const name of readdirSync(folder))
      if (name !== version) rmSync(join(folder, name), { recursive: true, force: true });
  const made = new Set<string>();
  const pathOf = (key: string): string => join(mine, key.slice(0, 2), `${key.slice(2)}.json`);
  return {
    get(key) {
      try {
        const text = readFileSync(pathOf(key), 'utf8');
        // The last line says that the file was written whole.
        return text.endsWith('\n.\n') ? text.slice(0, -3) : undefined;
      } catch {
        return undefined;
      }
    },
    set(key, value) {
      const path = pathOf(key);
      const parent = dirname(path);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeFileSync(`${path}.${process.pid}`, `${value}\n.\n`);
      renameSync(`${path}.${process.pid}`, path);
    },
  };
}

/** A hash of the code that the import runs: what an older version made is not what this one makes. */
export function codeVersion(): string {
  const root = join(import.meta.dirname, '..', '..');
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['scripts/formats', 'scripts/lib', 'scripts/pipeline', 'src/domain', 'src/text'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(root, folder, name)));
  return hash.digest('hex').slice(0, 16);
}
