import { describe, expect, test } from 'vitest';
import type { Catalogue } from '#search/catalogue';
import { readState, writeState } from '#search/state';

const catalogue = {
  facets: [
    {
      name: 'theme',
      values: [
        { key: 'refugees', en: 'Refugees', zh: '难民' },
        { key: 'suicidality', en: 'Suicidality', zh: '自杀' },
      ],
      of: [],
    },
    { name: 'journal', values: [{ key: 'bmc-psychiatry', en: 'BMC Psychiatry', zh: 'BMC Psychiatry' }], of: [] },
  ],
} as unknown as Catalogue;

const addresses = [
  '',
  '?q=interpreters',
  '?q=%E5%8F%A3%E8%AF%91',
  '?q=trust&theme=refugees&theme=suicidality&year=2019..2024&sort=title&page=2',
  '?journal=bmc-psychiatry',
  '?year=2020',
  '?year=2019..',
  '?year=..2019',
  '?q=%22therapeutic+alliance%22+-digital',
];

test.each(addresses)('%s says the same when it is read and written again', (address) => {
  const { state, unknown } = readState(new URLSearchParams(address), catalogue);
  expect(unknown).toEqual([]);
  expect(writeState(state)).toBe(address);
});

describe('what an address asks for and the review does not have', () => {
  test.each([
    ['?theme=no-such', [{ name: 'theme', value: 'no-such' }], ''],
    ['?theme=refugees&theme=x', [{ name: 'theme', value: 'x' }], '?theme=refugees'],
    ['?sort=loudest', [{ name: 'sort', value: 'loudest' }], ''],
    ['?page=0', [{ name: 'page', value: '0' }], ''],
    ['?page=1e9', [{ name: 'page', value: '1e9' }], ''],
    ['?year=soon', [{ name: 'year', value: 'soon' }], ''],
    ['?instrument=wai', [{ name: 'instrument', value: 'wai' }], ''],
    ['?utm_source=mail&fbclid=1', [], ''],
    ['?year=2024..2019', [], '?year=2019..2024'],
    ['?theme=refugees&theme=refugees', [], '?theme=refugees'],
    ['?theme=__proto__', [{ name: 'theme', value: '__proto__' }], ''],
  ])('%s is left out and named', (address, unknown, rest) => {
    const read = readState(new URLSearchParams(address), catalogue);
    expect(read.unknown).toEqual(unknown);
    expect(writeState(read.state)).toBe(rest);
  });
});

test('a lone surrogate in a query makes an address that can be sent', () => {
  const { state } = readState(new URLSearchParams());
  expect(() => encodeURI(writeState({ ...state, q: 'a\ud800b' }))).not.toThrow();
});
