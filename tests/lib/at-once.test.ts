import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { idsSchema } from '#domain/ids';
import { projectRoot } from '../../scripts/run.ts';
import { importFolder, papersOf, review } from '../pipeline/support.ts';
import { temporaryFolder } from '../support/folder.ts';
import type { Order } from './one-of-many.ts';

/** A record. `a7` and `b7` need the same id: same author, year and words, but another DOI. */
const record = (name: string): string => {
  const words = `Trust in the care of group${name.slice(1)}`;
  return `TY  - JOUR\nAU  - Example, Ana\nTI  - ${words}\nPY  - 2021\nDO  - 10.5555/${name}\nT2  - Journal ${name}\nVL  - 1\nER  - \n`;
};

/**
 * Each import reads what all earlier rounds added, so five rounds on each of ten reviews cost less than fifty on one.
 */
const [reviews, rounds] = [10, 5];
const many: ChildProcess[] = [];

beforeAll(async () => {
  const one = join(import.meta.dirname, 'one-of-many.ts');
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
  for (let n = 0; n < 4; n++) many.push(fork(one, [], { cwd: projectRoot, stdio: [...stdio] }));
  await Promise.all(many.map((child) => once(child, 'message')));
});
afterAll(() => {
  for (const child of many) child.kill();
});

const tell = async (order: Order, n: number): Promise<unknown> => {
  const answer = once(many[n] as ChildProcess, 'message');
  many[n]?.send(order);
  return (await answer)[0] as unknown;
};

/** Everything that would be wrong of the ids. */
function wrongIds(content: string): string[] {
  const rows = idsSchema.parse(parse(readFileSync(join(content, 'ids.yaml'), 'utf8'))) ?? [];
  const texts = rows.map((row) => JSON.stringify(row));
  const doubled = texts.filter((text, i) => texts.indexOf(text) !== i);
  const dois = rows.flatMap(({ doi }) => doi ?? []);
  const twice = dois.filter((doi, i) => dois.indexOf(doi) !== i);
  const owners = new Map<string, Set<string>>();
  for (const { id, doi } of rows) if (doi) owners.set(id, (owners.get(id) ?? new Set()).add(doi));
  const shared = [...owners].flatMap(([id, of]) => (of.size > 1 ? [`${id} is of ${[...of].join(' and ')}`] : []));
  return [...doubled.map((text) => `twice: ${text}`), ...twice.map((doi) => `two rows of ${doi}`), ...shared];
}

test('fifty rounds of import, add and correct at once lose nothing, double nothing and give no id twice', async () => {
  for (let nth = 0; nth < reviews; nth++) {
    const content = review({ 'sources/a0.ris': record('a0'), 'site.yaml': 'x: 1' });
    let papers = 1;
    for (let round = 1; round <= rounds; round++) {
      // Two processes at once need the same id; in half of the rounds there is only one.
      const names = round % 2 ? [`a${round}`, `b${round}`] : [`a${round}`];
      const orders: Order[] = [
        { what: 'import', content },
        { what: 'correct', content, for: `10.5555/a${round - 1}`, volume: String(100 + round) },
        ...names.map((name): Order => ({
          what: 'add',
          content,
          from: temporaryFolder({ [`${name}.ris`]: record(name) }),
        })),
      ];
      papers += names.length;
      expect(await Promise.all(orders.map(tell))).toEqual(orders.map(() => 'done'));
      expect(wrongIds(content)).toEqual([]);
      expect(papersOf(content).size).toBe(papers);
    }
    expect(readdirSync(join(content, 'sources'))).toHaveLength(papers);
    expect(readdirSync(join(content, 'corrections'))).toHaveLength(rounds);
    const volumes = [...papersOf(content).values()].map(({ volume }) => volume?.value);
    expect(volumes.filter((volume) => Number(volume) > 100)).toHaveLength(rounds);
    expect((await importFolder(content, { check: true })).differences).toEqual([]);
    const left = ['corrections', 'ids.yaml', 'ledger.json', 'papers', 'site.yaml', 'sources'];
    expect(readdirSync(content).sort()).toEqual(left);
  }
});
