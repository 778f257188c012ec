import { expect, test } from 'vitest';
import { correctionSchema } from '#domain/correction';
import { singleFields } from '#domain/fields';
import { assign } from '../../../scripts/pipeline/decisions/assignments.ts';
import { correct } from '../../../scripts/pipeline/decisions/correct.ts';
import { filed } from '../../../scripts/pipeline/decisions/read-decisions.ts';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { member } from '../support.ts';

const values: Partial<Record<(typeof singleFields)[number], string>> = {
  type: 'report',
  language: 'en',
  issued: '2021-03',
  online: '2021',
  doi: '10.5555/one',
  eventDate: '2017-09-04/2017-09-06',
  pmid: '123',
  pmcid: 'PMC123',
};

test('a type that no source stated is not kept as the word of another source', () => {
  const set = { type: 'report' };
  const written = correctionSchema.parse({ for: 'a.txt', reason: 'it says so', seen: ['the page'], set });
  const { body } = correct(reconcile([member({})]).body, [filed(written, 'a.yaml')]);
  expect(body.type).toEqual({ value: 'report', from: [{ correction: 'a.yaml', seen: 'the page' }] });
});

test.each(singleFields)('a person can correct %s, and take it away', (field) => {
  const value = values[field] ?? '12';
  const set = {};
  expect(assign(`${field}=${value}`, set, [])).toBe(true);
  const decision = { for: 'a.txt', reason: 'it is wrong', seen: ['the page'] };
  const written = correctionSchema.parse({ ...decision, set });
  const { body } = correct(reconcile([member({})]).body, [filed(written, 'a.yaml')]);
  expect(JSON.stringify(body)).toContain(`"value":"${value}","from":[{"correction":"a.yaml","seen":"the page"}]`);
  if (field === 'type') return;
  const { body: after, notices } = correct(body, [
    filed(correctionSchema.parse({ ...decision, unset: [field] }), 'b.yaml'),
  ]);
  expect(notices).toEqual([]);
  expect(JSON.stringify(after)).not.toContain(`"value":"${value}"`);
});
