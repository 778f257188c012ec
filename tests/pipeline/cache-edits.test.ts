import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

import { numbers } from '../../scripts/bench/numbers.ts';
import { pageOf } from '../../scripts/bench/pages.ts';
import { temporaryFolder } from '../support/folder.ts';
import { filesBelow, importFolder, review } from './support.ts';

const ris = (i: number, more = ''): string =>
  `TY  - JOUR\nAU  - Example, Ana\nTI  - Trust on ward ${i}\nPY  - 2021\nT2  - Journal of Tests\nDO  - 10.5555/w.${i}\n${more}ER  - \n`;
const correction = (target: string, set: string): string =>
  `for: ${target}\nreason: seen otherwise\nseen: [the journal]\n${set}\n`;

const content: Record<string, string> = {
  'sources/all.ris': Array.from({ length: 23 }, (_, i) => ris(i)).join('\n'),
  ...Object.fromEntries([1, 2, 3, 4].map((i) => [`sources/page-${i}.txt`, pageOf(i)])),
  'sources/page-1.txt.meta.yaml': 'url: https://example.org/first\n',
  'vocabulary/designs.yaml':
    'facet: designs\nprefLabel: { en: Design, zh: 设计 }\nconcepts:\n  - id: interview\n    prefLabel: { en: Interview study, zh: 访谈研究 }\n    altLabel: { en: [interviews], zh-Hans: [访谈] }\n    scopeNote: { en: By interviews., zh: 以访谈。 }\n',
};

/** Something that a person or a scraper does to a review's folder; what was there may be changed or removed. */
type Edit = (write: (path: string, text: string) => void, pick: <T>(some: readonly T[]) => T, folder: string) => void;

const targets = ['page-1.txt', 'page-2.txt', 'all.ris#3', 'all.ris#22', '10.5555/w.5', '10.5555/bench.3'];
const sets = [
  'set: { volume: "99" }',
  'set: { issued: "2019-02" }',
  'set: { keywords: [{ language: en, text: rupture }] }',
  'set: { titles: [{ language: en, role: original, text: Interviews on rupture and repair }] }',
  'set: { doi: 10.5555/other.1 }',
  'set: { notConcepts: [designs/interview] }',
  'set: { status: [{ kind: withdrawn-from-review, note: out of scope }] }',
  'sameAs: [page-3.txt]',
  'notSameAs: [all.ris#4]',
];

const edits: readonly Edit[] = [
  (write, pick, folder) => {
    const path = `sources/${pick(readdirSync(join(folder, 'sources')).filter((name) => name.endsWith('.txt')))}`;
    write(path, `${readFileSync(join(folder, path), 'utf8')}\nKeywords: ${pick(['interviews', 'trust', 'wards'])}\n`);
  },
  (write, pick) => write(`sources/page-${pick([1, 2, 5, 6])}.txt`, pageOf(pick([1, 2, 3, 5, 6, 7]))),
  (write, pick) =>
    write('sources/later.ris', ris(pick([1, 2, 3]), `AB  - ${pick(['Interviews.', 'A trial.'])} It held.\n`)),
  (write, pick) =>
    write('sources/all.ris', Array.from({ length: pick([19, 20, 21, 41]) }, (_, i) => ris(i)).join('\n')),
  (write, pick) =>
    write(
      'sources/claim.nbib',
      `PMID- ${pick([111, 222])}\nTI  - ${pick(['Trust on ward 1', 'Something else'])}\nFAU - Example, Ana\nDP  - 2021\nJT  - Journal of Tests\nLID - 10.5555/${pick(['w.1', 'w.2', 'bench.3'])} [doi]\nPT  - ${pick(['Journal Article', 'Retracted Publication'])}\n`,
    ),
  (write, pick) =>
    write(
      `sources/page-${pick([1, 1, 2])}.txt.meta.yaml`,
      pick([
        'url: https://example.org/a\n',
        'url: https://example.org/b\n',
        'retrieved: 2026-01-02\n',
        'replaces: page-4.txt\n',
      ]),
    ),
  (write, pick) => write(`corrections/${pick(['a', 'b', 'c'])}.yaml`, correction(pick(targets), pick(sets))),
  (write, pick) => write(`corrections/${pick(['a', 'b', 'c'])}.yaml`, correction(pick(targets), pick(sets))),
  (write, pick) =>
    write('screening.yaml', `decisions:\n  - { for: '${pick(targets)}', decision: excluded, criteria: [off-topic] }\n`),
  (write, pick) =>
    write(
      'vocabulary/designs.yaml',
      (content['vocabulary/designs.yaml'] ?? '').replace(
        '[interviews]',
        pick(['[interviews, trial]', '[wards]', '[trust]']),
      ),
    ),
  (_write, pick, folder) => {
    const some = ['corrections', 'sources'].flatMap((name) =>
      existsSync(join(folder, name)) ? readdirSync(join(folder, name)).map((file) => join(folder, name, file)) : [],
    );
    rmSync(pick(some.filter((path) => !path.endsWith('all.ris'))));
  },
  (_write, pick, folder) => {
    const name = pick(readdirSync(join(folder, 'sources')).filter((it) => it.endsWith('.txt')));
    renameSync(join(folder, 'sources', name), join(folder, 'sources', `z${name}`));
  },
];

test('whatever is done to a review between imports, an import with a cache gives the same as one without', async () => {
  const next = numbers(20260);
  const pick = <T>(some: readonly T[]): T => {
    const one = some[Math.floor(next() * some.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const folder = review(content);
  const cacheDir = join(temporaryFolder(), 'cache');
  let reused = 0;
  let written = 0;
  for (let step = 0; step < 30; step++) {
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    const [kept, anew] = [await importFolder(folder, { cacheDir }), await importFolder(copy)];
    expect({ step, files: filesBelow(folder) }).toEqual({ step, files: filesBelow(copy) });
    expect({ step, notices: kept.notices }).toEqual({ step, notices: anew.notices });
    written += Number(kept.written);
    reused += anew.counts.papersMade - kept.counts.papersMade;
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (let i = 0; i < 2; i++) pick(edits)(write, pick, folder);
  }
  // Some edits are refused: they contradict one another.
  expect({ reused: reused > 300, written: written > 20 }).toEqual({ reused: true, written: true });
});
