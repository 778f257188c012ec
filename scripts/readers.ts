import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SourceText } from '#domain/source';
import { readArguments, say } from './cli.ts';
import { formats, general } from './formats/index.ts';
import { openPages, readLabelled } from './measure/labelled.ts';
import { measureOf, sumTallies, totalOf, type Tally } from './measure/score.ts';
import { lineOf } from './pipeline/read/line.ts';

const { given, operands } = readArguments({
  run: 'npm run readers',
  does: 'Measures how well labelled pages are read: by origin, with each format left out in turn so that the general reader must read its pages, by the general reader alone; then how many pages each rule of furniture applies to. FOLDER holds pages/ and gold/; ../tools/score.mjs beside it scores. The labelled pages beside the project are the default.',
  operands: '[FOLDER]',
  options: { apart: { does: 'scores the labelled pages of the project instead, set by set and field by field' } },
});
const folder = resolve(operands[0] ?? '../shared/samples');
const scorer = resolve(folder, '../tools/score.mjs');

interface Measure {
  precision: number;
  recall: number;
  f1: number;
}
interface Score {
  micro: Measure;
  groups: Record<string, Measure>;
}

if (given.apart) {
  for (const name of ['layouts', ...'abcde'.split('').map((set) => `layouts-apart/${set}`)]) showFields(name);
  process.exit(0);
}
const readable = [join(folder, 'pages'), join(folder, 'gold'), scorer].every((path) => existsSync(path));
if (readable) {
  const pages = openPages(join(folder, 'pages'));
  showScores(pages);
  showFurniture(pages);
} else say(`No labelled pages in ${folder}, or no scorer at ${scorer}: nothing is measured.`);

function showFields(name: string): void {
  const pages = readLabelled(join(import.meta.dirname, '../tests/fixtures', name));
  const fields = sumTallies(pages.map((page) => page.tallies));
  say(`\n${name}: ${pages.length} pages`);
  const line = (field: string, tally: Tally) =>
    `${`  ${field}`.padEnd(20)} ${String(tally.right + tally.missing).padStart(5)} labels`;
  for (const [field, tally] of fields) show(line(field, tally), measureOf(tally));
  show('  all fields', measureOf(totalOf(fields)));
}

function showScores(pages: readonly SourceText[]): void {
  const names = formats.filter((format) => pages.some((source) => format.claims(source))).map(({ name }) => name);
  const whole = scoreWithout(pages, []);
  show('all formats', whole.micro);
  for (const [name, group] of Object.entries(whole.groups)) show(`  ${name}`, group);
  for (const name of names) show(`without ${name}`, scoreWithout(pages, [name]).micro);
  show('general reader alone', scoreWithout(pages, names).micro);
}

/** Reads every page without some of the formats and scores the lines. */
function scoreWithout(pages: readonly SourceText[], left: readonly string[]): Score {
  const lines = pages.map((source) => {
    const format = formats.find(({ name, claims }) => !left.includes(name) && claims(source)) ?? general;
    return JSON.stringify(lineOf(source.file, format.name, format.read(source)));
  });
  const { stdout, stderr } = spawnSync(process.execPath, [scorer, join(folder, 'gold'), '--json'], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!stdout.startsWith('{')) throw new Error(`${scorer} gave no score: ${stderr.slice(0, 500)}`);
  return JSON.parse(stdout) as Score;
}

function show(name: string, { precision, recall, f1 }: Measure): void {
  say(`${name.padEnd(28)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`);
}

/** A rule that applies to a single page may have been written for that page alone. */
function showFurniture(pages: readonly SourceText[]): void {
  const served = new Map<string, Set<string>>();
  for (const source of pages)
    for (const { fate } of general.read(source).claims)
      if (fate.kind === 'furniture') served.set(fate.rule, (served.get(fate.rule) ?? new Set()).add(source.file));
  say('\nrule of furniture                pages');
  for (const [rule, files] of [...served].sort((a, b) => b[1].size - a[1].size)) {
    const only = files.size === 1 ? `  only ${[...files].join('')}` : '';
    say(`${rule.padEnd(32)} ${String(files.size).padStart(5)}${only}`);
  }
}
