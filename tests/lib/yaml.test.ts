import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readYaml } from '../../scripts/lib/read-content.ts';
import { keyFor, memoryStore } from '../../scripts/lib/store/index.ts';
import { keepingYaml } from '../../scripts/lib/yaml.ts';
import { temporaryFolder } from '../support/folder.ts';

/** A text that is long enough to be kept, and that no other test has read. */
const longText = (name: string, value: string): string =>
  `${name}: ${value}\nlist:\n${Array.from({ length: 300 }, (_, i) => `  - entry ${i}`).join('\n')}\n`;

function written(text: string): string {
  const path = join(temporaryFolder(), 'a.yaml');
  writeFileSync(path, text);
  return path;
}

it('keeps the values of a long text for later runs, and no others', async () => {
  const store = memoryStore();
  await keepingYaml(store, () => {
    expect(readYaml(written('short: text\n'), 'a.yaml', [])?.value).toEqual({ short: 'text' });
    expect(readYaml(written(longText('number', '.nan')), 'a.yaml', [])?.value).toMatchObject({ number: Number.NaN });
    readYaml(written(longText('broken', '[')), 'a.yaml', []);
    return Promise.resolve();
  });
  expect([...store.texts()]).toEqual([]);
  const text = longText('kept', 'one');
  await keepingYaml(store, () => Promise.resolve(readYaml(written(text), 'a.yaml', [])));
  expect(JSON.parse(store.get(keyFor<string>('yaml', text)) ?? '')).toMatchObject([{ kept: 'one' }]);
});

it('takes the values that are kept, and finds their places in the text', async () => {
  const text = longText('place', 'two');
  const store = memoryStore();
  store.set(keyFor<string>('yaml', text), JSON.stringify([{ place: 'kept', list: [] }]));
  const read = await keepingYaml(store, () => Promise.resolve(readYaml(written(text), 'a.yaml', [])));
  expect(read?.value).toEqual({ place: 'kept', list: [] });
  expect(read?.at(['list', 2])).toMatchObject({ line: 5, columns: [5, 12] });
});

it('gives each reader values of its own', () => {
  const path = written(longText('own', 'three'));
  const [one, two] = [readYaml(path, 'a.yaml', []), readYaml(path, 'a.yaml', [])];
  expect(one?.value).toEqual(two?.value);
  expect(one?.value).not.toBe(two?.value);
});

it('keeps in each of two runs at once what that run reads', async () => {
  const stores = [memoryStore(), memoryStore()] as const;
  const texts = [longText('first', 'a'), longText('second', 'b')] as const;
  const read = (n: 0 | 1, milliseconds: number) =>
    keepingYaml(stores[n], async () => {
      await wait(milliseconds);
      readYaml(written(texts[n]), 'a.yaml', []);
    });
  await Promise.all([read(0, 20), read(1, 5)]);
  expect(stores.map((store, n) => store.get(keyFor<string>('yaml', texts[n] ?? '')) !== undefined)).toEqual([
    true,
    true,
  ]);
});
