import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '#domain/paper';
import type { Notice } from '#domain/notice';
import { citationFormats } from '../../src/citations/index.ts';
import { projectRoot, startNode } from '../../scripts/run.ts';
import { attacksIn, fieldOf, lostWords } from '../support/attacks.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hasShared, sharedFolder } from '../support/shared.ts';
import { papersIn } from './papers-in.ts';

interface Outcome {
  /** Processor time of its import and of all exports; absent where it did not end. */
  milliseconds?: number;
  outcome: string;
  notices: Notice[];
  polluted: boolean;
}

/** Far more than any file takes: two seconds are much. */
const patience = { wallClock: 60_000, processor: 10_000 };
const folders = [join(projectRoot, 'tests/fixtures/attacks')];
if (hasShared('attacks-2')) folders.push(join(sharedFolder, 'attacks-2'));

const listed = folders.flatMap((folder) => attacksIn(folder).map((attack) => ({ folder, ...attack })));
let into: string;
let outcomes: Map<string, Outcome>;

/**
 * Imports every file in a process that is ended where a file takes too long; another process continues after that file.
 */
async function importEach(paths: string[]): Promise<Map<string, Outcome>> {
  const found = new Map<string, Outcome>();
  const child = startNode(['tests/pipeline/import-each.ts', into, ...paths], { output: 'collect' });
  const end = (): boolean => child.kill('SIGKILL');
  let timer = setTimeout(end, patience.wallClock);
  let rest = '';
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(end, patience.wallClock);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { file, ...outcome } = JSON.parse(line) as Outcome & { file: string };
      found.set(file, outcome);
    }
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  const next = paths.slice(found.size);
  if (code !== 0 && !found.size) throw new Error(errors);
  return next.length ? new Map([...found, ...(await importEach(next))]) : found;
}

beforeAll(async () => {
  into = temporaryFolder();
  outcomes = await importEach(listed.map(({ folder, file }) => join(folder, file)));
}, 600_000);

const outcomeOf = (file: string): Outcome => {
  const outcome = outcomes.get(file);
  if (outcome?.milliseconds === undefined) throw new Error(`the import of ${file} does not end`);
  return outcome;
};
const papersOf = (file: string): Paper[] => [...papersIn(join(into, file)).values()];

describe.each(listed)('$file: $attack', (attack) => {
  test(`ends as ${attack.result}, in time`, () => {
    const { milliseconds, outcome, notices, polluted } = outcomeOf(attack.file);
    expect(milliseconds).toBeLessThan(patience.processor);
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    const rules = notices.map(({ rule }) => rule);
    expect(rules.filter((rule) => /^(?:format-failed|source-failed|source-takes-too-long)$/u.test(rule))).toEqual([]);
    expect(polluted).toBe(false);
    if (attack.result === 'quarantine') expect(outcome).toBe('quarantined');
    if (attack.result === 'publish') expect(papersOf(attack.file).length).toBeGreaterThan(0);
    if (attack.result === 'publish-warn')
      expect(notices.filter(({ severity }) => severity === 'warning')).not.toEqual([]);
  });

  test('states what it should', () => {
    const papers = papersOf(attack.file);
    const wanted = Object.entries(attack.expect ?? {});
    const told = papers.map((paper) => wanted.map(([field]) => [field, fieldOf(paper, field)]));
    if (wanted.length) expect(told).toContainEqual(wanted);
    expect(lostWords(papers, attack)).toEqual([]);
  });

  test('leaves nothing invisible in records and exports', () => {
    const papers = papersOf(attack.file);
    const texts = [JSON.stringify(papers), ...citationFormats.map((format) => format.write(papers))];
    for (const text of texts) {
      expect(text).not.toMatch(
        /[\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Noncharacter_Code_Point}/u,
      );
      expect(text.replace(/^\ufeff/u, '')).not.toMatch(/(?![\t\r\n])\p{Cc}|\p{Cs}|\ufeff|\p{M}{11}/u);
    }
    for (const [extension, patterns] of Object.entries(attack.no_export ?? {})) {
      const format = citationFormats.find((it) => [it.extension, it.name.replace('-', '')].includes(extension));
      const text = format?.write(papers).replace(/^\ufeff/u, '') ?? '';
      expect(text).not.toBe('');
      for (const pattern of patterns) expect(text).not.toMatch(new RegExp(pattern, 'u'));
    }
  });
});

test('every file is one of the list', () => {
  for (const folder of folders) {
    const files = readdirSync(folder).filter((name) => /^\d/u.test(name));
    expect(files.sort()).toEqual(listed.flatMap((it) => (it.folder === folder ? [it.file] : [])).sort());
  }
});
