import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useSite, type BuiltSite } from '../support/site.ts';

let odd: BuiltSite;
beforeAll(async () => {
  odd = await useSite({ content: 'tests/fixtures/odd-review' });
});
const read = (path: string): string => readFileSync(join(odd.folder, path), 'utf8');

/** The ids that a part of the page leads to. */
const idsIn = (html: string): string[] =>
  [...html.matchAll(/href="\/(?:zh\/)?papers\/([a-z0-9-]+)\/"/gu)].map(([, id = '']) => id);

test.each([
  ['', 'New', 'Changed', 'Withdrawn', 'abstract', 'address', 'Two papers on trust are new'],
  ['zh/', '新增', '变更', '撤出', '摘要', '网址', '新增两篇关于信任的文献'],
])('each version says what is new, changed and withdrawn, newest first: /%schanges/', (prefix, ...words) => {
  const [added, changed, withdrawn, abstract, address, note] = words;
  const html = read(`${prefix}changes/index.html`);
  const [, since = '', one = '', first = ''] = html.split('<h2 ');
  expect(idsIn(since)).toContain('situ-2011-c51b51fa');
  expect(one).toContain(note);
  const [, news = '', changes = '', gone = ''] = one.split('<h3 ');
  expect(news).toContain(`>${added}<`);
  expect(idsIn(news).sort()).toEqual(['hasty-2017-instant-trust-taken', 'muller-2013-facade-trust-naive']);
  expect(changes).toContain(`>${changed}<`);
  expect(idsIn(changes)).toEqual(['abara-2022-trust-community-clinics', 'moved-2015-trust-time-paper']);
  expect(changes).toContain(abstract);
  expect(changes).toContain(address);
  expect(gone).toContain(`>${withdrawn}<`);
  // Both addresses are there, and say why.
  expect(idsIn(gone).sort()).toEqual(['garden-2014-trees-streets-town', 'gone-2014-trust-tables-paper']);
  for (const id of idsIn(gone)) expect(read(`${prefix}papers/${id}/index.html`).length).toBeGreaterThan(500);
  expect(first).not.toContain('<h3');
});

test.each([
  ['', /version 1, (\d+) papers?, <a href="\/changes\/"[^>]*>(\d+) papers? added since</u],
  ['zh/', /第 1 版，共 (\d+) 篇文献，<a href="\/zh\/changes\/"[^>]*>此后新增 (\d+) 篇</u],
])('the front names the last version with its papers, and counts those added since: /%s', (prefix, said) => {
  const [, saved, added] = said.exec(read(`${prefix}index.html`)) ?? [];
  const [, since = ''] = read(`${prefix}changes/index.html`).split('<h2 ');
  const news = since.split('<h3 ')[1] ?? '';
  expect(Number(added)).toBe(new Set(idsIn(news)).size);
  const version = JSON.parse(readFileSync('tests/fixtures/odd-review/versions/1.json', 'utf8')) as { papers: object };
  expect(Number(saved)).toBe(Object.keys(version.papers).length);
});

test('the feeds say what is new, changed and withdrawn, the latest first', () => {
  const entries = (path: string) => read(path).split('<entry>').slice(1);
  const all = entries('feed.xml');
  const of = (id: string) => all.find((entry) => entry.includes(`/papers/${id}/`)) ?? '';
  expect(of('muller-2013-facade-trust-naive')).toContain('term="new"');
  expect(of('abara-2022-trust-community-clinics')).toMatch(/term="changed" label="[^"]*abstract/u);
  expect(of('gone-2014-trust-tables-paper')).toContain('term="withdrawn"');
  expect(of('gone-2014-trust-tables-paper')).toContain('Withdrawn from the review in version 1');
  const dates = all.map((entry) => /<updated>([^<]+)/u.exec(entry)?.[1] ?? '');
  expect(dates).toEqual([...dates].sort().reverse());
  expect(new Set(dates)).toEqual(new Set(['2026-11-21T00:00:00Z', '2026-11-01T00:00:00Z']));
  const themed = entries('themes/trust/feed.xml');
  expect(themed.some((entry) => entry.includes('gone-2014-trust-tables-paper'))).toBe(true);
  expect(themed.some((entry) => entry.includes('garden-2014-trees-streets-town'))).toBe(false);
});
