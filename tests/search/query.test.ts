import { describe, expect, test } from 'vitest';
import { longestQuery, parseQuery, type Query } from '#search/query';

const words = (...list: string[]): Query => ({ kind: 'words', words: list });

describe('what a query says', () => {
  const cases: Record<string, Query> = {
    '': { kind: 'all' },
    '   ': { kind: 'all' },
    trust: words('trust'),
    'trust interpreters': words('trust', 'interpreters'),
    '"therapeutic alliance"': { kind: 'phrase', text: 'therapeutic alliance' },
    '“治疗联盟”': { kind: 'phrase', text: '治疗联盟' },
    '「治疗联盟」': { kind: 'phrase', text: '治疗联盟' },
    'interpret*': { kind: 'beginning', text: 'interpret' },
    'a AND b': { kind: 'and', of: [words('a'), words('b')] },
    'a OR b': { kind: 'or', of: [words('a'), words('b')] },
    'a b OR c': { kind: 'or', of: [words('a', 'b'), words('c')] },
    'a NOT b': { kind: 'and', of: [words('a'), { kind: 'not', of: words('b') }] },
    'a -b': { kind: 'and', of: [words('a'), { kind: 'not', of: words('b') }] },
    '-b': { kind: 'not', of: words('b') },
    'well-being': words('well-being'),
    '(a OR b) c': { kind: 'and', of: [{ kind: 'or', of: [words('a'), words('b')] }, words('c')] },
    '（a OR b） c': { kind: 'and', of: [{ kind: 'or', of: [words('a'), words('b')] }, words('c')] },
    'and or not': words('and', 'or', 'not'),
    'author:potocky': { kind: 'field', field: 'author', value: 'potocky', exact: false },
    '作者：王小明': { kind: 'field', field: 'author', value: '王小明', exact: false },
    'journal:"BMC Psychiatry"': { kind: 'field', field: 'journal', value: 'BMC Psychiatry', exact: true },
    'year:2019..2024': { kind: 'years', from: 2019, to: 2024 },
    'year:2019-2024': { kind: 'years', from: 2019, to: 2024 },
    'year:2020': { kind: 'years', from: 2020, to: 2020 },
    'year:2019..': { kind: 'years', from: 2019, to: null },
    'year:..2019': { kind: 'years', from: null, to: 2019 },
    'lang:zh': { kind: 'field', field: 'lang', value: 'zh', exact: false },
    'a -theme:refugees': {
      kind: 'and',
      of: [words('a'), { kind: 'not', of: { kind: 'field', field: 'theme', value: 'refugees', exact: false } }],
    },
  };
  test.each(Object.entries(cases))('%s', (written, query) => {
    expect(parseQuery(written)).toEqual({ query, remarks: [] });
  });
});

describe('a malformed query is read as the nearest valid one, with a remark', () => {
  const cases: [written: string, query: Query, rule: string][] = [
    ['"therapeutic alliance', { kind: 'phrase', text: 'therapeutic alliance' }, 'quote-left-open'],
    ['(a OR b', { kind: 'or', of: [words('a'), words('b')] }, 'bracket-left-open'],
    ['a) b', { kind: 'and', of: [words('a'), words('b')] }, 'bracket-too-many'],
    ['a OR', words('a'), 'operator-without-side'],
    ['OR a', words('a'), 'operator-without-side'],
    ['a AND', words('a'), 'operator-without-side'],
    ['AND a', words('a'), 'operator-without-side'],
    ['a NOT', words('a'), 'operator-without-side'],
    ['colour:red', { kind: 'and', of: [words('colour'), words('red')] }, 'unknown-field'],
    ['constructor:trust', { kind: 'and', of: [words('constructor'), words('trust')] }, 'unknown-field'],
    ['author: a', words('a'), 'empty-field'],
    ['year:soon', { kind: 'all' }, 'no-such-year'],
    ['year:2024..2019', { kind: 'years', from: 2019, to: 2024 }, 'years-turned'],
    ['?!…', { kind: 'all' }, 'nothing-to-search'],
    ['()', { kind: 'all' }, 'nothing-to-search'],
    ['a*', words('a'), 'beginning-too-short'],
  ];
  test.each(cases)('%s', (written, query, rule) => {
    const parsed = parseQuery(written);
    expect(parsed.query).toEqual(query);
    expect(parsed.remarks.map((remark) => remark.rule)).toContain(rule);
  });

  test('no query is too long, too deep or too odd', () => {
    const long = parseQuery('word '.repeat(2000));
    expect(long.remarks).toContainEqual({ rule: 'cut-off', seen: String(longestQuery) });
    const odd = [
      '('.repeat(900),
      '-'.repeat(900),
      '"'.repeat(901),
      'NOT '.repeat(240),
      '\ud800',
      '.*+?^${}()|[]\\',
      '<script>alert(1)</script>',
      '\0\u202e',
      '((((a))))',
      '*',
      ':',
      'a:'.repeat(300),
    ];
    for (const written of odd) expect(parseQuery(written).query.kind, written.slice(0, 20)).toMatch(/\w/);
  });
});
