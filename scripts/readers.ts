/** The command `npm run readers`: measures how well labelled pages are read. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SourceText } from '#domain/source';
import { readArguments, say } from './cli.ts';
import { general } from './formats/index.ts';
import { readGeneral } from './formats/pages/general.ts';
import { writeFile } from './lib/files.ts';
import { bySite, fitAll } from './measure/fit.ts';
import { readExamples, type Example } from './measure/rows.ts';
import { fitSure } from './measure/fit-sure.ts';
import { fitGlued, measureGlued } from './measure/glued.ts';
import { openPages, readLabelled } from './measure/labelled.ts';
import { scoreLists } from './measure/lists.ts';
import { sureness } from './measure/sure.ts';
import { measureOf, scorePage, sumTallies, totalOf, type Tally } from './measure/score.ts';
import { formatsOf } from './pipeline/decisions/read-sites.ts';
import { flatReading } from './pipeline/read/flat-reading.ts';

/** The formats of the project, with its site files. */
const formats = formatsOf(join(import.meta.dirname, '../content'));

const { given, operands } = readArguments({
  run: 'npm run readers',
  does: 'Measures how well labelled pages are read: by origin, with each format left out in turn so that the general reader must read its pages, by the general reader alone; then how many pages each rule of furniture applies to. FOLDER holds pages/ and gold/; ../tools/score.mjs beside it scores. The labelled pages beside the project are the default.',
  operands: '[FOLDER]',
  options: {
    apart: { does: 'scores the labelled pages of the project instead, set by set and field by field' },
    lists: { does: 'scores the records that are found on the pages of tests/fixtures/lists, each a list of papers' },
    'by-site': {
      does: 'reads each labelled page, of the project and of FOLDER, with weights that are fitted anew without the pages of its site',
    },
    fit: { does: 'fits the weights of the reasons to the same pages, and writes scripts/formats/pages/weights.json' },
    pairs: {
      does: 'glues N pairs of pages, of the project and of FOLDER, drawn by the number SEED, and prints how many are told to be several pages, and how many give a paper values of both',
      value: 'N[,SEED]',
    },
    'fit-pairs': { does: 'fits the weights for that, and writes scripts/pipeline/read/border-weights.json' },
    sure: {
      does: 'prints how often the values of tests/fixtures/layouts-unseen/SET that are sure, and those to check, are right; for a to u of layouts-apart with apart/SET',
      value: 'SET',
    },
    'fit-sure': {
      does: 'fits the weights of what makes a value sure to the labelled pages, and writes scripts/formats/pages/sure-weights.json',
    },
    unseen: { does: 'scores tests/fixtures/layouts-unseen/SET, for which no rule or weight was made', value: 'SET' },
  },
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

const sets = ['layouts', ...'abcdefghijklmnopqrs'.split('').map((set) => `layouts-apart/${set}`)];
/** The sets that a fit knows: `m`, whose misses nobody has read, is there for the figure. */
const known = sets.filter((name) => !name.endsWith('/m'));
const fixtures = join(import.meta.dirname, '../tests/fixtures');
if (given.apart) {
  for (const name of sets) showSet(name);
  process.exit(0);
}
if (given.lists) {
  show('records of lists', measureOf(scoreLists(join(fixtures, 'lists'))));
  process.exit(0);
}
if (typeof given['unseen'] === 'string') {
  showSet(`layouts-unseen/${given['unseen']}`);
  process.exit(0);
}
if (typeof given.sure === 'string') {
  showSure(join(fixtures, given.sure.startsWith('apart/') ? `layouts-${given.sure}` : `layouts-unseen/${given.sure}`));
  process.exit(0);
}
if (given['fit-sure']) {
  const examples = labelledIn(known);
  const path = join(import.meta.dirname, 'formats/pages/sure-weights.json');
  writeFile(path, `${JSON.stringify(fitSure(examples), null, 2)}\n`);
  say(`What makes a value sure is fitted to ${examples.length} pages.`);
  process.exit(0);
}
if (typeof given.pairs === 'string' || given['fit-pairs']) {
  const unseen = ['layouts-unseen/b', 'layouts-unseen/c'];
  const examples = labelledIn(given.pairs ? [...sets, ...unseen] : known);
  if (given['fit-pairs']) writeGlued(examples);
  else showGlued(examples, String(given.pairs).split(',').map(Number));
  process.exit(0);
}
if (given['by-site'] || given.fit) {
  const examples = labelledIn([...known, 'lists']);
  if (given.fit) writeWeights(examples);
  if (given['by-site']) showBySite(examples);
  process.exit(0);
}
const readable = [join(folder, 'pages'), join(folder, 'gold'), scorer].every((path) => existsSync(path));
if (readable) {
  const pages = openPages(join(folder, 'pages'));
  showScores(pages);
  showFurniture(pages);
} else say(`No labelled pages in ${folder}, or no scorer at ${scorer}: nothing is measured.`);

/** The labelled pages of some sets of fixtures, and those beside the project. */
function labelledIn(names: readonly string[]): Example[] {
  const folders = [...names.map((name) => join(fixtures, name)), folder, resolve(folder, '../seeds')];
  return readExamples(folders.filter((path) => existsSync(join(path, 'gold'))));
}

function showGlued(examples: readonly Example[], [count = 0, seed]: readonly number[]): void {
  const { alone, told, mixed } = measureGlued(examples, count, seed);
  say(`Of ${examples.length} pages alone ${alone} are told to be several.`);
  say(`Of ${count} pairs ${told} are told to be several pages, and ${mixed} give a paper values of both.`);
}

function writeGlued(examples: readonly Example[]): void {
  const path = join(import.meta.dirname, 'pipeline/read/border-weights.json');
  writeFile(path, `${JSON.stringify(fitGlued(examples, 450), null, 2)}\n`);
  say(`The weights are fitted to pairs of ${examples.length} pages, and to each alone.`);
}

function showSet(name: string): void {
  showFields(name, readLabelled(join(fixtures, name)));
}

function showFields(name: string, pages: readonly { tallies: Map<string, Tally> }[]): void {
  const fields = sumTallies(pages.map((page) => page.tallies));
  say(`\n${name}: ${pages.length} pages`);
  const line = (field: string, tally: Tally) =>
    `${`  ${field}`.padEnd(20)} ${String(tally.right + tally.missing).padStart(5)} labels`;
  for (const [field, tally] of fields) show(line(field, tally), measureOf(tally));
  show('  all fields', measureOf(totalOf(fields)));
}

function showSure(folder: string): void {
  const sum = { sure: { right: 0, invented: 0 }, open: { right: 0, invented: 0 } };
  const share = ({ right, invented }: { right: number; invented: number }): string =>
    `${right} of ${right + invented} right`.padEnd(22);
  for (const [field, { sure, open }] of sureness(folder)) {
    say(`${field.padEnd(14)} sure: ${share(sure)} to check: ${share(open)}`);
    for (const [of, one] of [
      [sum.sure, sure],
      [sum.open, open],
    ] as const) {
      of.right += one.right;
      of.invented += one.invented;
    }
  }
  const count = sum.sure.right + sum.sure.invented;
  const all = count + sum.open.right + sum.open.invented;
  say(`all            sure: ${share(sum.sure)} to check: ${share(sum.open)}`);
  say(
    `Of ${all} values ${((100 * count) / all).toFixed(1)} % are sure, and ${((100 * sum.sure.right) / count).toFixed(1)} % of these are right.`,
  );
}

function writeWeights(examples: readonly Example[]): void {
  writeFile(join(import.meta.dirname, 'formats/pages/weights.json'), `${JSON.stringify(fitAll(examples), null, 2)}\n`);
  say(`The weights are fitted to ${examples.length} pages.`);
}

/** Every page is read by the general reader, with weights that do not know its site. */
function showBySite(examples: readonly Example[]): void {
  const sites = new Set(examples.map(({ site }) => site)).size;
  const pages = [...bySite(examples)].map(({ example: { source, label }, weights }) => {
    const { name, read } = formats.find((format) => format.name === 'saved-html' && format.claims(source)) ?? general;
    const reading = name === 'general' ? readGeneral(source, weights).reading : read(source);
    return { tallies: scorePage(label, flatReading(source.file, name, reading)) };
  });
  showFields(`each of ${sites} sites left out in turn`, pages);
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
    return JSON.stringify(flatReading(source.file, format.name, format.read(source)));
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
    for (const { outcome } of general.read(source).claims)
      if (outcome.kind === 'furniture')
        served.set(outcome.rule, (served.get(outcome.rule) ?? new Set()).add(source.file));
  say('\nrule of furniture                pages');
  for (const [rule, files] of [...served].sort((a, b) => b[1].size - a[1].size)) {
    const only = files.size === 1 ? `  only ${[...files].join('')}` : '';
    say(`${rule.padEnd(32)} ${String(files.size).padStart(5)}${only}`);
  }
}
