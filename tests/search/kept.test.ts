import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joiningsOf } from '../../scripts/search/compounds.ts';
import { hanFold } from '../../scripts/search/han.ts';
import { kept, openSearchStore, readRecords } from '../../scripts/search/kept.ts';
import { recordOf, type RecordTexts } from '../../scripts/search/record.ts';
import { temporaryFolder } from '../support/folder.ts';

const fold = hanFold();

/** The records of an index whose reading is kept, or not. */
function recordsOf(stated: readonly RecordTexts[], cache?: string) {
  const store = openSearchStore(cache);
  const records = readRecords(stated, fold, store);
  expect(store.close()).toEqual([]);
  const joinings = joiningsOf(records.map(({ parting }) => parting));
  return records.map((record) => recordOf(record, joinings));
}

test('kept records take the words that other papers join from the papers of now', () => {
  const cache = temporaryFolder();
  const paper = { texts: { title: ['Patients drop out early'] } };
  const alone = recordsOf([paper], cache);
  const beside = recordsOf([paper, { texts: { abstract: ['On drop-out.'] } }], cache);
  expect(beside[0]).not.toEqual(alone[0]);
  expect(beside).toEqual(recordsOf([paper, { texts: { abstract: ['On drop-out.'] } }]));
  expect(recordsOf([paper], cache)).toEqual(alone);
});

test('records are the same with and without what was kept', () => {
  const word = fc.constantFrom(
    'drop',
    'out',
    'dropout',
    'drop-out',
    'meta',
    'analysis',
    'metaanalysis',
    'co',
    '治疗联盟',
  );
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const stated = fc.array(
    fc.record({
      texts: fc.record({ title: fc.array(text, { maxLength: 2 }), abstract: fc.array(text, { maxLength: 2 }) }),
      key: word,
    }),
    { maxLength: 4 },
  );
  const cache = temporaryFolder();
  fc.assert(
    fc.property(stated, (papers) => {
      expect(recordsOf(papers, cache)).toEqual(recordsOf(papers));
    }),
    { numRuns: 40, seed: 20261130 },
  );
});

test('what was kept is found by its kind and all of its texts', () => {
  const cache = temporaryFolder();
  const ask = (kind: string, texts: readonly string[], made: string[]) => {
    const store = openSearchStore(cache);
    const found = kept(store, kind, texts, () => made);
    expect(store.close()).toEqual([]);
    return found;
  };
  expect(ask('sections', ['<p>One', 'about/'], ['one'])).toEqual(['one']);
  expect(ask('sections', ['<p>One', 'about/'], [])).toEqual(['one']);
  expect(ask('sections', ['<p>Two', 'about/'], ['two'])).toEqual(['two']);
  expect(ask('sections', ['<p>One', 'method/'], ['three'])).toEqual(['three']);
  expect(ask('fold', ['<p>One', 'about/'], ['four'])).toEqual(['four']);
});
