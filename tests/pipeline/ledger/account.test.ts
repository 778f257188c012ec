import { describe, expect, test } from 'vitest';
import { emptyDraft } from '#domain/draft';
import { sourceText } from '#domain/source';
import fc from 'fast-check';
import { account } from '../../../scripts/pipeline/ledger/account.ts';
import { abstractOf, place, said } from '../support.ts';

const source = sourceText('a.txt', 'Title: Trust\nIt holds.  CRD42 \n复制 end');

test('every character that is not blank is counted once, by the narrowest that covers it', () => {
  const draft = {
    ...emptyDraft(),
    titles: [{ value: { language: 'en', text: 'Trust' }, at: [place('a.txt', 1, 8, 13)] }],
    abstracts: [{ ...abstractOf('It holds. CRD42'), at: [place('a.txt', 2, 1, 17)] }],
    registrations: [{ value: { registry: 'PROSPERO', id: 'CRD42' }, at: [place('a.txt', 2, 12, 17)] }],
  };
  draft.abstracts[0]?.value.sections.splice(0);
  const laid = account(source, {
    drafts: [draft],
    claims: [
      { at: place('a.txt', 1, 1, 13), outcome: { kind: 'furniture', rule: 'label' } },
      { at: place('a.txt', 3, 1, 3), outcome: { kind: 'copy', of: place('a.txt', 1, 8, 13) } },
    ],
  });
  expect(laid.notices).toEqual([]);
  expect(laid.tally).toEqual({ field: 18, furniture: 6, copy: 2, unclassified: 3, total: 29 });
  expect(laid.unclassifiedLines).toBe(1);
  expect(
    laid.stretches.map((it) => [
      it.line,
      ...it.columns,
      it.outcome.kind === 'field' ? it.outcome.field : it.outcome.kind,
    ]),
  ).toEqual([
    [1, 1, 7, 'furniture'],
    [1, 8, 13, 'titles.en'],
    [2, 1, 10, 'abstracts.en'],
    [2, 12, 17, 'registrations'],
    [3, 1, 3, 'copy'],
    [3, 4, 7, 'unclassified'],
  ]);
});

test.each([
  ['past the line', place('a.txt', 1, 1, 99)],
  ['past the file', place('a.txt', 9, 1, 2)],
  ['in another file', place('b.txt', 1, 1, 2)],
])('a place %s is an error, and the sums still add up', (_, at) => {
  const laid = account(source, { drafts: [{ ...emptyDraft(), doi: { value: '10.1/x', at: [at] } }], claims: [] });
  expect(laid.notices).toMatchObject([{ severity: 'error', rule: 'place-outside-source' }]);
  expect(laid.tally.unclassified).toBe(laid.tally.total);
});

describe('whatever is claimed', () => {
  test('the sums add up and the stretches are in order without overlap', () => {
    const claim = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(claim), (text, claims) => {
        const read = sourceText('a.txt', text);
        const laid = account(read, {
          drafts: [{ ...emptyDraft(), keywords: [said({ language: 'en', text: 'x' })] }],
          claims: claims.map(([line, first, length]) => ({
            at: place('a.txt', line, first, first + length),
            outcome: { kind: 'furniture', rule: `rule-${length % 3}` },
          })),
        });
        const { total, ...parts } = laid.tally;
        expect(Object.values(parts).reduce((a, b) => a + b)).toBe(total);
        expect(total).toBe([...text.replace(/\s/gu, '')].reduce((sum, it) => sum + it.length, 0));
        expect(laid.notices.filter((it) => it.rule === 'ledger-does-not-add-up')).toEqual([]);
        laid.stretches.forEach((it, i) => {
          const next = laid.stretches[i + 1];
          if (next?.line === it.line) expect(next.columns[0]).toBeGreaterThanOrEqual(it.columns[1]);
          else if (next) expect(next.line).toBeGreaterThan(it.line);
        });
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
