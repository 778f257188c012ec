import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureContent } from './fixtures.ts';
import { gold } from './gold.ts';
import { searchingIn, type Testbed } from './searching.ts';

let bed: Testbed;
let content: string;
beforeAll(async () => {
  content = await fixtureContent();
  bed = await searchingIn(content);
});
afterAll(async () => {
  await bed.close();
  await rm(content, { recursive: true, force: true });
});

describe('each query finds its papers and no others', () => {
  test('there are eighty queries or more', () => expect(Object.keys(gold).length).toBeGreaterThanOrEqual(80));

  test.each(Object.entries(gold))('%s', async (query, papers) => {
    const { ids } = await bed.search(query);
    expect(ids.toSorted()).toEqual(papers.toSorted());
  });
});
