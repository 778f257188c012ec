import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { corpusOf, haveRecords, writeCorpus } from '../../scripts/bench/corpus.ts';
import { projectRoot } from '../../scripts/run.ts';
import { askIndex, type Asking } from '../../scripts/search/ask.ts';
import { buildSearchIndex } from '../../scripts/search/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { expectedRecordSearches, libraryOfRecords } from './expectations.ts';

/** The library as the benchmarks make it, in the order of the records. */
describe('searches of a library of 1,000 records, where they are present', () => {
  let asking: Asking | undefined;
  /** The record of a paper, by the paper's name in the library. */
  const record = new Map<string, string>();

  beforeAll(async () => {
    const library = libraryOfRecords();
    if (!library) return;
    const papers = await corpusOf(1000);
    for (const [n, { id }] of papers.entries()) record.set(id, library[n]?.id ?? '');
    const content = temporaryFolder();
    for (const part of ['vocabulary', 'site.yaml'])
      cpSync(join(projectRoot, 'content', part), join(content, part), { recursive: true });
    writeCorpus(papers, content);
    const out = temporaryFolder();
    await buildSearchIndex({ content, out, address: 'http://localhost:4321/' });
    asking = await askIndex(out);
  });

  test.each(expectedRecordSearches)('$query: $why', async ({ query, papers, not }) => {
    expect(asking === undefined).toBe(!haveRecords());
    if (!asking) return;
    const { found } = await asking.search(query);
    // The library may be tagged in any way: papers without a matching word are there for a concept, and are not judged.
    const holding = [...found].filter(([, { zones }]) => zones !== 0);
    const ids = holding.map(([paper]) => record.get(asking?.ids[paper] ?? ''));
    const wanted = papers.map(({ id }) => id);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => (not === 'others' ? !wanted.includes(id ?? '') : not.includes(id ?? '')))).toEqual([]);
  });
});
