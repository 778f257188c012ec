import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { sourceText } from '#domain/source';
import { formats, general } from './formats/index.ts';
import { lineOf } from './pipeline/line.ts';

/**
 * `node scripts/readers.ts [FOLDER]`: how well labelled pages are read, by origin, with each format left out in turn so
 * that the general reader must read its pages; then which rules of furniture serve a single page. FOLDER holds `pages/`
 * and `gold/`; the labelled samples beside the project are the default.
 */
const folder = resolve(process.argv[2] ?? '../shared/samples');
const scorer = resolve(folder, '../tools/score.mjs');

interface Score {
  micro: { precision: number; recall: number; f1: number };
  groups: Record<string, { precision: number; recall: number; f1: number }>;
}

const pages = existsSync(join(folder, 'pages'))
  ? readdirSync(join(folder, 'pages')).map((name) =>
      sourceText(name, readFileSync(join(folder, 'pages', name), 'utf8')),
    )
  : [];

/** Reads every page without one of the formats and scores the lines. */
function scoreWithout(left: string | undefined): Score {
  const lines = pages.map((source) => {
    const claiming = formats.filter((format) => format.name !== left && left !== 'all' && format.claims(source));
    const format = claiming[0] ?? general;
    return JSON.stringify(lineOf(source.file, format.name, format.read(source)));
  });
  const run = spawnSync(process.execPath, [scorer, join(folder, 'gold'), '--json'], {
    input: lines.join('\n'),
    encoding: 'utf8',
  });
  return JSON.parse(run.stdout) as Score;
}

const show = (name: string, { precision, recall, f1 }: Score['micro']) =>
  console.log(`${name.padEnd(28)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`);

if (pages.length === 0 || !existsSync(scorer)) {
  console.log(`No labelled pages in ${folder}, or no scorer at ${scorer}: nothing to score.`);
} else {
  const whole = scoreWithout(undefined);
  show('all formats', whole.micro);
  for (const [name, group] of Object.entries(whole.groups)) show(`  ${name}`, group);
  const used = new Set(
    pages.flatMap((source) => formats.filter((format) => format.claims(source)).map((format) => format.name)),
  );
  for (const name of used) show(`without ${name}`, scoreWithout(name).micro);
  show('general reader alone', scoreWithout('all').micro);

  const served = new Map<string, Set<string>>();
  for (const source of pages)
    for (const { fate } of general.read(source).claims)
      if (fate.kind === 'furniture') served.set(fate.rule, (served.get(fate.rule) ?? new Set()).add(source.file));
  console.log('\nrule of furniture                pages');
  for (const [rule, files] of [...served].sort((a, b) => b[1].size - a[1].size))
    console.log(
      `${rule.padEnd(32)} ${String(files.size).padStart(5)}${files.size === 1 ? `  only ${[...files][0]}` : ''}`,
    );
}
