import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import type { Format } from '../../../scripts/formats/format.ts';
import { general } from '../../../scripts/formats/index.ts';
import { NoticeError } from '../../../scripts/lib/notice-error.ts';
import { memoryStore } from '../../../scripts/lib/store/index.ts';
import { indexSourceDecisions } from '../../../scripts/pipeline/decisions/source-decisions.ts';
import type { Describer } from '../../../scripts/pipeline/describe/describe.ts';
import { Ids } from '../../../scripts/pipeline/ids/ids.ts';
import { keyOf } from '../../../scripts/pipeline/join/key-of.ts';
import type { Decided } from '../../../scripts/pipeline/decisions/decide-group.ts';
import type { ImportContext } from '../../../scripts/pipeline/import-context.ts';
import { finishedOf, makePaper } from '../../../scripts/pipeline/paper/make-paper.ts';
import { listSources } from '../../../scripts/pipeline/read/list.ts';
import { readRow, waysOf } from '../../../scripts/pipeline/read/read-source.ts';
import { runLimited } from '../../../scripts/pipeline/read/run-limited.ts';
import { draft } from '../../../scripts/pipeline/read/draft.ts';
import { formats } from '../paper/later/claims.ts';
import { review } from '../support.ts';

describe('work on one source', () => {
  test('gives its value', () => {
    expect(runLimited('a.txt', 1000, () => 7)).toEqual({ value: 7 });
  });

  test('that never ends is stopped, and reported', () => {
    const endless = (): never => {
      for (;;);
    };
    expect(runLimited('a.txt', 50, endless)).toMatchObject({
      notice: { severity: 'warning', rule: 'source-takes-too-long', place: { file: 'a.txt' } },
    });
  });

  test('that fails is reported in words, without a stack trace', () => {
    const failing = (): never => {
      throw new TypeError('x is no list');
    };
    const told = runLimited('a.txt', 1000, failing);
    expect(told).toMatchObject({
      notice: { severity: 'warning', rule: 'source-failed', place: { file: 'a.txt' }, seen: 'TypeError: x is no list' },
    });
  });

  test('that ends with a notice of its own ends with that', () => {
    const error = new NoticeError({
      severity: 'error',
      rule: 'no-room',
      place: { file: '.cache' },
      seen: 'a full disk',
      expected: 'room',
      remedy: 'make room',
    });
    const failing = (): never => {
      throw error;
    };
    expect(() => runLimited('a.txt', 1000, failing)).toThrow(error);
  });
});

describe('a format that never ends', () => {
  const endless = (where: 'claims' | 'read'): Format => ({
    name: 'endless',
    title: { en: 'Endless', zh: '无尽' },
    trust: 'unknown-page',
    claims: () => {
      if (where === 'claims') for (;;);
      return true;
    },
    read: (source) => {
      for (;;) general.claims(source);
    },
  });

  test.each(['claims', 'read'] as const)('costs its source alone: %s', (where) => {
    const source = sourceText('page.txt', 'Trust of carers\nAna Example\nAbstract\nWe asked twelve carers.\n');
    const drafted = draft(source, [endless(where)], 100);
    expect(drafted).toMatchObject({ format: 'no-format', reading: { drafts: [] } });
    expect(drafted.notices).toMatchObject([{ rule: 'source-takes-too-long', place: { file: 'page.txt' } }]);
    expect(draft(source).reading.drafts).toHaveLength(1);
  });
});

describe('a paper whose making fails', () => {
  const facts = { title: 'Trust of carers', authors: ['Example, Ana'], year: '2021', doi: '10.5555/trust' };
  const folder = review({
    'sources/own.ris': formats.ris(facts),
    'sources/zz.ris': formats.ris({ ...facts, keywords: ['hope'] }),
  });

  /** The paper of the first source, about which the second makes a claim, and the context that makes it. */
  function workshop(describe: Describer): { shop: ImportContext; decided: Decided } {
    const store = memoryStore();
    const read = listSources(`${folder}/sources`).map((listed) => readRow(listed, store));
    const shop: ImportContext = {
      store,
      rows: read.map(({ row }) => row),
      keys: read.flatMap(({ row, drafts: [first] }) => (first ? [keyOf(row.file, first, [])] : [])),
      origins: read.map((_, row) => ({ row, draft: 0 })),
      named: [],
      ids: new Ids([]),
      withheld: new Map(),
      decidedOf: indexSourceDecisions([]),
      added: new Map(),
      correctionsFor: () => [],
      screeningFor: () => [],
      describe,
      vocabulary: [],
      ways: waysOf([]),
      vocabularyHash: '',
      own: [],
      corrections: [],
      onProgress: () => undefined,
    };
    const facts = { title: 'same', authors: 'same', year: 'same', journal: 'unknown', place: 'unknown', abstract: 'unknown' } as const; // prettier-ignore
    const later = [undefined, { weighed: { facts, sum: 6 }, identified: true }];
    return { shop, decided: { group: { members: [0, 1], reasons: [undefined, undefined], later }, corrections: [], screening: undefined } }; // prettier-ignore
  }

  test('because of a later source is made without it, which is reported', () => {
    const { shop, decided } = workshop((body) => {
      if (body.sources.length > 1) throw new TypeError('x is no list');
      return { concepts: [], samples: [] };
    });
    const { made } = makePaper(decided, shop);
    expect(made.finished?.middle).toContain('Trust of carers');
    expect(made.notices).toMatchObject([
      { rule: 'later-source-left-out', place: { file: 'zz.ris' }, seen: 'TypeError: x is no list' },
    ]);
  });

  test('whatever its sources are is left out, and its record is never empty', () => {
    const { shop, decided } = workshop(() => {
      throw new TypeError('x is no list');
    });
    expect(makePaper(decided, shop).made).toMatchObject({ notices: [{ rule: 'source-failed' }] });
    expect(() => finishedOf('example-2021-trust-carers', decided, shop)).toThrow(NoticeError);
  });
});
