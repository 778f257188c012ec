import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { citedDate, mainTitle, type Paper } from '#domain/paper';
import type { Notice } from '#domain/notice';
import { citationFormats } from '../../src/citations/index.ts';
import { projectRoot, startNode } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hasShared, sharedFolder } from '../support/shared.ts';
import { papersIn } from './papers-in.ts';

interface Attack {
  file: string;
  attack: string;
  result: 'publish' | 'publish-warn' | 'quarantine';
  /** Fields that its record must have exactly. */
  expect?: Record<string, string>;
  /** What its record must still have. */
  text?: string[];
  /** Extension -> patterns that must match nothing in that export of it. */
  no_export?: Record<string, string[]>;
}

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

const listed = folders.flatMap((folder) =>
  readFileSync(join(folder, 'attacks.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ folder, ...(JSON.parse(line) as Attack) })),
);
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

/** The value of a record for a field of `expect`, in the form of the attack's description. */
function fieldOf(paper: Paper, field: string): string | undefined {
  if (field === 'title') return mainTitle(paper)?.text;
  if (field === 'year') return citedDate(paper)?.slice(0, 4);
  return (paper as unknown as Record<string, { value: string } | undefined>)[field]?.value;
}

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
    const records = JSON.stringify(papers).replaceAll('\\"', '"');
    const lost = (attack.text ?? []).filter((words) => !records.includes(words.replaceAll('\\"', '"')));
    expect(lost.filter((words) => !words.includes('<1661'))).toEqual([]);
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
