import { expect, test } from 'vitest';
import { correctionSchema } from '#domain/correction';
import { singleFields } from '#domain/fields';
import { detailKinds, type Paper } from '#domain/paper';
import { assign, emptiable } from '../../../scripts/pipeline/decisions/assignments.ts';
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
  openAccess: 'https://own.example.org/full',
  url: 'https://own.example.org/',
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
  const { body: after, notices } = correct(body, [
    filed(correctionSchema.parse({ ...decision, unset: [field] }), 'b.yaml'),
  ]);
  expect(notices).toEqual([]);
  expect(JSON.stringify(after)).not.toContain(`"value":"${value}"`);
});

const others: Readonly<Record<string, string>> = {
  'title.en': 'A title of its own',
  'title.zh': '自有题名',
  authors: 'Ownname, Ada',
  editors: 'Ownname, Ada',
  translators: 'Ownname, Ada',
  issn: '1234-5679',
  isbn: '9783161484100',
  'keywords.en': 'own word',
  'keywords.zh': '自有词',
  registration: 'NCT01234567',
  'digest.kind': 'own kind',
  'digest.publisher': 'Own publisher',
  'digest.date': '2021-03',
  'digest.url': 'https://own.example.org/',
  status: 'retracted',
};

// What rules read of a study is emptied where they read it: details.test.ts.
const described: readonly string[] = ['studies', 'participants', ...detailKinds];
test.each(emptiable.filter((field) => !described.includes(field) && !singleFields.some((it) => it === field)))(
  '%s= takes away what %s=… has set, and nothing else',
  (field) => {
    const value = others[field] ?? '';
    const [set, unset]: [object, string[]] = [{}, []];
    expect([assign(`${field}=${value}`, set, []), assign(`${field}=`, {}, unset)]).toEqual([true, true]);
    const decision = { for: 'a.txt', reason: 'it is wrong', seen: ['the page'] };
    const digest = { language: 'en', sections: [{ blocks: [] }], from: [] } as unknown as Paper['digest'];
    const begun = { ...reconcile([member({})]).body, ...(digest && { digest }) };
    const { body } = correct(begun, [filed(correctionSchema.parse({ ...decision, set }), 'a.yaml')]);
    const own = value.split(',')[0] ?? '';
    expect(JSON.stringify(body)).toContain(own);
    const { body: after, notices } = correct(body, [filed(correctionSchema.parse({ ...decision, unset }), 'b.yaml')]);
    expect(notices).toEqual([]);
    expect(JSON.stringify(after)).not.toContain(own);
    expect(after.digest?.sections).toEqual(digest?.sections);
  },
);

test.each(['digest.scop', 'issue.en', 'nothing'])(
  '%s is no field to take away: it is told, and nothing is lost',
  (path) => {
    const digest = { language: 'en', sections: [{ blocks: [] }], from: [] } as unknown as NonNullable<Paper['digest']>;
    const begun = { ...reconcile([member({})]).body, digest };
    const decision = { for: 'a.txt', reason: 'it is wrong', seen: ['the page'], unset: [path] };
    const { body, notices } = correct(begun, [filed(correctionSchema.parse(decision), 'a.yaml')]);
    expect(notices).toMatchObject([{ rule: 'correction-unknown-field', seen: `unset: ${path}` }]);
    expect(body).toEqual(begun);
  },
);

test.each(['concepts=', 'notConcepts=', 'same-as=', 'databases.en='])('%s says nothing', (text) => {
  expect(assign(text, {}, [])).toBe(false);
});
