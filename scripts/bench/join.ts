/** Benchmark of joining: seconds by number of drafts, which are invented and in part repeat each other. */

import { joinDrafts } from '../pipeline/join/join-drafts.ts';
import type { DraftKey } from '../pipeline/join/draft-key.ts';
import { secondsOf, type Benchmark, type Figure } from './benchmark.ts';
import { numbers } from './numbers.ts';

const words =
  'alliance trust grief refugee interpreter group therapy digital relationship rupture repair suicide risk nurse family school community clinic veteran migrant adolescent qualitative outcome session feedback culture power shame hope voice online trial review care measure'.split(
    ' ',
  );
const families = 'Berg Chen Diaz Evans Fischer Garcia Haddad Ito Jensen Kumar Lopez Müller Nguyen Okafor Petrov Rossi Silva Tanaka Ueda Wang'.split(' '); // prettier-ignore

/** `count` drafts. About one in six repeats another one: without its DOI, shortened, or with misprints. */
function inventedKeys(count: number): DraftKey[] {
  const next = numbers(20261121);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const keys: DraftKey[] = [];
  for (let i = 0; i < count; i++) {
    const copied = next() < 1 / 6 ? keys[Math.floor(next() * keys.length)] : undefined;
    keys.push(copied ? varied(copied, i, next()) : invented(i, pick, next));
  }
  return keys;
}

function invented(i: number, pick: <T>(list: readonly T[]) => T, next: () => number): DraftKey {
  const title = Array.from({ length: 8 + Math.floor(next() * 6) }, () => pick(words)).join(' ');
  const first = 1 + Math.floor(next() * 900);
  return {
    file: `page-${i}.txt`,
    ...(next() < 0.7 ? { doi: `10.5555/bench.${i}` } : {}),
    ...(next() < 0.5 ? { pmid: String(30_000_000 + i) } : {}),
    titles: [{ language: 'en', text: title }],
    year: 2000 + Math.floor(next() * 25),
    journals: [`Journal of ${pick(words)} and ${pick(words)}`],
    volume: String(1 + Math.floor(next() * 60)),
    issue: String(1 + Math.floor(next() * 12)),
    pages: `${first}-${first + 9}`,
    authors: [pick(families), pick(families)],
    registrations: [],
  };
}

function varied(key: DraftKey, i: number, how: number): DraftKey {
  const { doi, pmid, pages, ...rest } = key;
  const file = `page-${i}.txt`;
  if (how < 0.4) return { ...key, file };
  if (how < 0.7) return { ...rest, file, ...(pages ? { pages } : {}) };
  const [title] = key.titles;
  const text = title?.text.replace(/e/u, 'ee') ?? '';
  return { ...rest, file, ...(doi ? {} : pmid ? { pmid } : {}), titles: [{ language: 'en', text }] };
}

export const joinBenchmark: Benchmark = {
  name: 'join',
  measures: 'Which drafts are one paper: 10,000 and 20,000 invented records, one in six of them a second record.',
  async run(): Promise<Figure[]> {
    const [some, more] = [inventedKeys(10_000), inventedKeys(20_000)];
    joinDrafts(some.slice(0, 2000));
    const ten = await secondsOf(() => joinDrafts(some));
    const twenty = await secondsOf(() => joinDrafts(more));
    const papers = joinDrafts(some).groups.length;
    return [
      { what: 'join 10,000 records', value: ten, unit: 's' },
      { what: 'join 20,000 records', value: twenty, unit: 's' },
      { what: 'join, ratio 20,000 : 10,000', value: twenty / ten, unit: '' },
      { what: 'papers in 10,000 records', value: papers, unit: '' },
    ];
  },
};
