import { describe, expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import type { Format } from '../../../scripts/formats/format.ts';
import { general } from '../../../scripts/formats/index.ts';
import { NoticeError } from '../../../scripts/lib/notice-error.ts';
import { apart } from '../../../scripts/pipeline/read/apart.ts';
import { draft } from '../../../scripts/pipeline/read/draft.ts';

describe('work on one source', () => {
  test('gives its value', () => {
    expect(apart('a.txt', 1000, () => 7)).toEqual({ value: 7 });
  });

  test('that never ends is ended, and told', () => {
    const endless = (): never => {
      for (;;);
    };
    expect(apart('a.txt', 50, endless)).toMatchObject({
      notice: { severity: 'warning', rule: 'source-takes-too-long', place: { file: 'a.txt' } },
    });
  });

  test('that fails is told in words, without a trace', () => {
    const failing = (): never => {
      throw new TypeError('x is no list');
    };
    const told = apart('a.txt', 1000, failing);
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
    expect(() => apart('a.txt', 1000, failing)).toThrow(error);
  });
});

describe('a format that never ends', () => {
  const endless = (where: 'claims' | 'read'): Format => ({
    name: 'endless',
    title: { en: 'Endless', zh: '无尽' },
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
