import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Notice } from '#domain/notice';
import { makeFolder, removeTemporary, writeStaged } from '../../scripts/lib/files.ts';
import { alone, lockPlace } from '../../scripts/lib/lock.ts';
import { markName, markText, readMark } from '../../scripts/lib/mark.ts';
import { NoticeError } from '../../scripts/lib/notice-error.ts';
import { OwnFolder } from '../../scripts/lib/own-folder.ts';
import { putBack } from '../../scripts/lib/restore-folder.ts';
import { publish, stagingOf } from '../../scripts/lib/replace.ts';
import { writeReview } from '../../scripts/new.ts';
import { addSources } from '../../scripts/pipeline/sources/add-sources.ts';
import { importReview } from '../../scripts/pipeline/import-review.ts';
import { withImportLock } from '../../scripts/pipeline/write/import-lock.ts';
import { listSources } from '../../scripts/pipeline/read/list.ts';
import { removeSources } from '../../scripts/pipeline/sources/remove-sources.ts';
import { writeCorrection } from '../../scripts/pipeline/decisions/write-correction.ts';
import { filesBelow } from '../pipeline/support.ts';
import { bury, withFault, type Fault } from '../support/faults.ts';
import { temporaryFolder } from '../support/folder.ts';

/** Files by their paths. */
type State = Record<string, string>;

/** Work that changes a folder, tried with every fault at every step. */
interface Work {
  name: string;
  /** Makes what the folder has before. */
  begin: (folder: string) => Promise<void>;
  run: (folder: string) => Promise<unknown>;
  /** What the next command repairs by itself, with its notices. */
  next: (folder: string) => Promise<Notice[]>;
  /** The states that count as complete: first the one in place, then those beside it. */
  wholes: (folder: string) => State[];
}

describe.each(works())('$name', (work) => {
  const begun = { folder: '', state: {} as State, whole: {} as State };
  /** The rules of the notices that ended the work under one kind of fault. */
  const rules = new Set<string>();
  const ended = { steps: 0, state: {} as State, whole: {} as State };

  beforeAll(async () => {
    begun.folder = join(temporaryFolder(), 'it');
    mkdirSync(begun.folder);
    await work.begin(begun.folder);
    begun.state = filesBelow(begun.folder);
    begun.whole = work.wholes(begun.folder)[0] ?? {};
    const folder = prepared();
    const { steps, thrown } = await withFault(join(folder, '..'), undefined, () => work.run(folder));
    expect(thrown).toBeUndefined();
    Object.assign(ended, { steps, state: filesBelow(folder), whole: work.wholes(folder)[0] });
    expect(leftovers(folder)).toEqual([]);
  });

  /** The folder as it is before, in a parent folder of its own, where the files beside it are made. */
  function prepared(): string {
    const folder = join(temporaryFolder(), 'it');
    cpSync(begun.folder, folder, { recursive: true });
    return folder;
  }

  test('changes what is whole, in more than a few steps', () => {
    expect(equals(begun.whole, ended.whole)).toBe(false);
    expect(ended.steps).toBeGreaterThan(10);
  });

  test.each<Fault['kind']>(['kill', 'power', 'ENOSPC', 'EIO', 'EBUSY'])('with %s at any step', async (kind) => {
    const faults: string[] = [];
    rules.clear();
    for (let at = 1; at <= ended.steps; at++)
      faults.push(...(await wrongAfter({ kind, at })).map((what) => `at step ${at} of ${ended.steps}: ${what}`));
    expect(faults).toEqual([]);
    if (kind === 'EIO') expect(rules).toContain('not-in-its-place');
  });

  async function wrongAfter(fault: Fault): Promise<string[]> {
    const wrong: string[] = [];
    const folder = prepared();
    const { thrown } = await withFault(join(folder, '..'), fault, () => work.run(folder));
    bury(join(folder, '..'));
    if (thrown instanceof NoticeError) rules.add(thrown.notice.rule);
    if (!work.wholes(folder).some((state) => equals(state, begun.whole) || equals(state, ended.whole)))
      wrong.push('nothing is whole');
    if (thrown && (fault.kind === 'ENOSPC' || fault.kind === 'EIO') && !isTold(thrown))
      wrong.push(`nothing says that the disk refused: ${inspect(thrown)}`);
    if (fault.kind === 'EBUSY' && thrown) wrong.push(`it gave up: ${inspect(thrown)}`);
    const broken = leftovers(folder).some((path) => !path.endsWith('.lock'));
    const next = await withFault(join(folder, '..'), undefined, async () => {
      const told = (await work.next(folder)).map(({ rule }) => rule);
      if (broken && !told.some((rule) => rule === 'put-back' || rule === 'leftover-removed'))
        wrong.push(`the next command does not say what it found: ${told.join(', ')}`);
    });
    if (next.thrown) wrong.push(`the next command fails: ${inspect(next.thrown)}`);
    const left = leftovers(folder);
    if (left.length) wrong.push(`the next command leaves ${left.join(', ')}`);
    const state = existsSync(folder) ? filesBelow(folder) : {};
    if (!equals(state, ended.state) && (!thrown || !equals(state, begun.state)))
      wrong.push(`${thrown ? 'neither before nor after' : 'no error, and not done'}: ${differing(state, ended.state)}`);
    rmSync(join(folder, '..'), { recursive: true });
    return wrong;
  }
});

/** Whether an error is a notice, or the disk's own error, for which the command says what to do. */
const isTold = (thrown: unknown): boolean => {
  if (!(thrown instanceof NoticeError)) return thrown instanceof Error && 'code' in thrown;
  return thrown.notice.rule === 'disk-refused' || /ENOSPC|EIO/u.test(thrown.notice.seen);
};

const leftovers = (folder: string): string[] =>
  readdirSync(join(folder, '..'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.includes('alliance-review-') || path.includes('alliance-review.') || path.includes('it.'),
  );

const sorted = (state: State): [string, string][] => Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1));
const equals = (a: State, b: State): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const differing = (a: State, b: State): string =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]).join(', ');

function works(): Work[] {
  return [
    {
      name: 'an import',
      ...review(
        (folder) => importReview({ contentDir: folder }),
        (folder) => {
          rmSync(join(folder, 'sources', '0.ris'));
          writeFileSync(join(folder, 'sources', '1.ris'), record(1, '2020'));
          writeFileSync(join(folder, 'sources', '2.ris'), record(2));
          writeFileSync(join(folder, 'papers', 'notes.pdf'), 'of a person');
        },
      ),
    },
    {
      name: 'adding a new page and a newer scrape with a sidecar',
      ...review((folder) => {
        const offered = temporaryFolder({
          '1.ris': record(1, '2020'),
          '1.ris.meta.yaml': 'url: https://example.org/1\n',
          '2.ris': record(2),
        });
        return addSources(listSources(offered), { contentDir: folder, today: '2026-11-29' });
      }),
    },
    {
      name: 'correcting',
      ...review((folder) =>
        withImportLock({ contentDir: folder }, () => {
          writeCorrection(folder, { for: '10.5555/crash.1', reason: 'r', seen: ['s'], set: { volume: '99' } });
          return importReview({ contentDir: folder });
        }),
      ),
    },
    {
      name: 'removing a page with its sidecar, and a source of a paper that has another',
      ...review(
        (folder) => removeSources(['0.ris', '1.ris'], { contentDir: folder, reason: 'r', today: '2026-11-29' }),
        async (folder) => {
          writeFileSync(join(folder, 'sources', '0.ris.meta.yaml'), 'url: https://example.org/0\n');
          writeFileSync(join(folder, 'sources', '1-again.ris'), record(1));
          await importReview({ contentDir: folder });
        },
      ),
    },
    {
      name: 'beginning a review',
      begin: () => Promise.resolve(),
      run: (folder) => writeReview(folder, { title: 'Sleep', question: 'How?', theme: 'School' }, '2026-11-29'),
      next: (folder) => withImportLock({ contentDir: folder }, (told) => Promise.resolve(told)),
      // An empty folder is what was there before.
      wholes: (folder) => {
        const beside = readdirSync(folder).filter((name) => name.startsWith('.alliance-review-ready'));
        return ['.', ...beside].map((name) => {
          const made = Object.entries(filesBelow(join(folder, name)));
          return Object.fromEntries(made.filter(([path]) => !path.includes('.alliance-review')));
        });
      },
    },
    { name: 'a site that is renamed to its place', ...site() },
    { name: 'a site that is put beside files of a person', ...site({ CNAME: 'a.example', 'papers/a.pdf': 'x' }) },
  ];
}

const record = (i: number, year = '2021'): string =>
  `TY  - JOUR\nAU  - Example, Ana\nTI  - Trust in the ${'abc'[i]} of care\nPY  - ${year}\nDO  - 10.5555/crash.${i}\nER  - \n`;

/** A review of two papers. The records with the ledger must be complete. */
function review(run: Work['run'], change: (folder: string) => unknown = () => undefined): Omit<Work, 'name'> {
  return {
    begin: async (folder) => {
      mkdirSync(join(folder, 'sources'));
      for (const i of [0, 1]) writeFileSync(join(folder, 'sources', `${i}.ris`), record(i));
      await importReview({ contentDir: folder });
      await change(folder);
    },
    run,
    next: async (folder) => (await importReview({ contentDir: folder })).notices,
    wholes: (folder) => {
      const beside = readdirSync(folder).filter((name) => name.startsWith('.alliance-review-ready'));
      const records = (name: string): State => {
        const files = Object.entries(filesBelow(join(folder, name)));
        return Object.fromEntries(files.filter(([path]) => /^(?:papers\/[^/]*\.json|ledger\.json)$/u.test(path)));
      };
      // What is beside holds what changes; its mark names the records that stay as they are in their place.
      const completed = (name: string): State => {
        const marked = readMark(join(folder, name, 'papers'))?.files ?? new Map<string, string>();
        const staying = Object.entries(records('.')).filter(([path]) => marked.has(path.slice('papers/'.length)));
        return { ...Object.fromEntries(staying), ...records(name) };
      };
      return [records('.'), ...beside.map(completed)];
    },
  };
}

const oldSite: State = { 'index.html': 'old', 'papers/a/index.html': 'old a', '_astro/old.js': 'old script' };
const newSite: State = { 'index.html': 'new', 'papers/b/index.html': 'new b', '_astro/new.js': 'new script' };

/** A site of three files that replaces another, by the functions of the last step of a build. */
function site(strangers: State = {}): Omit<Work, 'name'> {
  return {
    begin: (folder) => {
      lay(folder, oldSite);
      for (const [name, text] of Object.entries(strangers)) writeFileSync(join(folder, name), text);
      return Promise.resolve();
    },
    run: (folder) => {
      const own = OwnFolder.ask({ path: folder, holds: 'site', option: '--out' });
      if (!(own instanceof OwnFolder)) throw new NoticeError(own);
      return alone(own.path, { at: lockPlace(own) }, async () => {
        const staged = stagingOf(own);
        try {
          lay(staged, newSite);
          await publish(own, staged);
        } finally {
          removeTemporary(staged);
        }
      });
    },
    next: async (folder) => {
      const told = await putBack(folder);
      if (told.some(({ severity }) => severity === 'warning')) throw new Error(JSON.stringify(told));
      return told;
    },
    wholes: (folder) => {
      const beside = readdirSync(join(folder, '..'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
      return beside.map(({ name }) => {
        const files = Object.entries(filesBelow(join(folder, '..', name)));
        return Object.fromEntries(files.filter(([path]) => path in oldSite || path in newSite));
      });
    },
  };
}

function lay(folder: string, files: State): void {
  for (const [name, text] of Object.entries(files)) {
    makeFolder(dirname(join(folder, name)));
    writeStaged(join(folder, name), text);
  }
  const own = Object.keys(files).map((name): [string, string] => [name, '']);
  writeStaged(join(folder, markName), markText('site', own));
}
