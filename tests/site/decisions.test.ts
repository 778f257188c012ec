import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decisionSchema } from '#domain/screening';
import { correctionsInFile, whoScreened } from '../../src/site/decisions.ts';
import { useSite } from '../support/site.ts';

const one = 'for: a.txt\nreason: x\nseen: [y]\n';

test.each([
  ['one', one, ['a.yaml']],
  ['a list', '- {for: a, reason: x, seen: [y]}\n- {for: b, reason: x, seen: [y]}\n', ['a.yaml', 'a.yaml#2']],
  ['documents', `${one}---\n${one}`, ['a.yaml', 'a.yaml#2']],
  ['one that does not fit', '- {for: a}\n- {for: b, reason: x, seen: [y]}\n', ['a.yaml#2']],
])('a file of corrections that holds %s names each as the records do', (_what, text, names) => {
  expect(correctionsInFile('a.yaml', text).map(({ file }) => file)).toEqual(names);
});

test('screening says who decided how often, and when', () => {
  const decided = (by: string | undefined, decision: string, date?: string) =>
    decisionSchema.parse({ for: 'a', decision, ...(by ? { by } : {}), ...(date ? { date } : {}) });
  const all = [
    decided('A. Li', 'included', '2026-11-29'),
    decided(undefined, 'included'),
    decided('A. Li', 'excluded', '2026-11-21'),
  ];
  expect(whoScreened(all)).toEqual([
    { by: 'A. Li', included: 1, excluded: 1, first: '2026-11-21', last: '2026-11-29' },
    { by: undefined, included: 1, excluded: 0 },
  ]);
});

test.each([
  ['', 'Decided by people whose names are not recorded: 5 included, 0 excluded; 21 November 2026 – 29 November 2026'],
  ['zh/', '筛选者：未记录姓名；纳入 5 篇，排除 0 篇；2026年11月21日 – 2026年11月29日'],
])('the method page in %s says by whom and when papers were screened, all of them', async (prefix, said) => {
  const { folder } = await useSite();
  expect(readFileSync(join(folder, prefix, 'method/index.html'), 'utf8')).toContain(said);
});
