import { expect, test } from 'vitest';
import { rankOf } from '../../../scripts/pipeline/paper/rank-of-format.ts';

test('a library’s record is believed before a publisher’s page, a database’s export, a site’s page, an unknown one, a digest', () => {
  const order = ['pubmed-xml', 'saved-html', 'mods', 'booksci', 'general', 'practice-digest'];
  expect(order.toSorted((a, b) => rankOf(a) - rankOf(b))).toEqual(order);
  expect(new Set(order.map(rankOf)).size).toBe(order.length);
});

test.each(['ris', 'refworks-tagged', 'labelled-records', 'csv-by-field', 'ovid-text'])(
  '%s is a database’s export',
  (name) => expect(rankOf(name)).toBe(rankOf('mods')),
);
