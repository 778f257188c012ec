import { describe, expect, test } from 'vitest';
import { fixtureContent } from './fixtures.ts';
import { gold } from './gold.ts';
import { searchingIn } from './searching.ts';

const bed = searchingIn(fixtureContent);

describe('each query finds its papers and no others', () => {
  test('there are eighty queries or more', () => expect(Object.keys(gold).length).toBeGreaterThanOrEqual(80));

  test.each(Object.entries(gold))('%s', async (query, papers) => {
    const { ids } = await bed.search(query);
    expect(ids.toSorted()).toEqual(papers.toSorted());
  });
});
