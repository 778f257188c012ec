import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  await keepingYaml(store, async () => {
    expect(readYaml(written('short: text\n'), 'a.yaml', [])?.value).toEqual({ short: 'text' });
    expect(readYaml(written(longText('number', '.nan')), 'a.yaml', [])?.value).toMatchObject({ number: Number.NaN });
    readYaml(written(longText('broken', '[')), 'a.yaml', []);
    await Promise.resolve();
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
