/** The command `npm run compare`: how the values that are read differ between a commit and the working tree. */

import { readArguments, say, type Command } from './cli.ts';
import { differencesOf, flatten, type Values } from './compare/values.ts';
import { gatherSources, mapOf } from './compare/sources.ts';
import { checkOut, readWith } from './compare/trees.ts';
import { removeTemporary } from './lib/files.ts';
import { many } from './lib/report.ts';
import { projectRoot } from './run.ts';

const command: Command<'places' | 'full' | 'only'> = {
  run: 'npm run compare',
  does:
    'Reads every fixture, and every sample and export beside the project, with the code of a commit and with ' +
    'the working tree, and prints each value that differs: of what a source says, of the papers made of all of them, and ' +
    'of what became of each stretch of a source.',
  operands: 'REVISION',
  options: {
    places: { does: 'also prints places that differ (by default they are only counted)' },
    full: { does: 'prints whole values (by default they are cut to 160 characters)' },
    only: { value: 'TEXT', does: 'reads only the files whose path contains TEXT' },
  },
};

const { given, text, operands } = readArguments(command);
const [revision] = operands;
if (!revision || operands.length > 1) {
  process.stderr.write('Name one commit, a branch or a tag: npm run compare -- HEAD~3\n');
  process.exit(2);
}
const only = text('only') ?? '';
const sources = gatherSources((path) => path.includes(only));
const old = checkOut(revision);
try {
  say(`reading ${many(sources.count, 'file')} with the code of ${revision} and of the working tree`);
  const [before, after] = await Promise.all([readWith(old.folder, sources), readWith(projectRoot, sources)]);
  report(flatten(before, mapOf(sources)), flatten(after, mapOf(sources)));
} finally {
  removeTemporary(old.folder);
  removeTemporary(sources.folder);
}

function report(before: Values, after: Values): void {
  const found = differencesOf(before, after);
  const shown = given.places ? found : found.filter((it) => it.kind === 'value');
  let heading = '';
  for (const { of, path, was, is } of shown) {
    if (of !== heading) say(`\n${of}`);
    heading = of;
    say(`  ${path}\n    - ${cut(was)}\n    + ${cut(is)}`);
  }
  const places = found.length - found.filter((it) => it.kind === 'value').length;
  const files = new Set(found.map((it) => it.of)).size;
  say(
    `\n${many(found.length - places, 'value')} and ${many(places, 'place')} differ, in ${many(files, 'file or paper', 'files and papers')}` +
      ` of ${many(sources.count, 'file')}.`,
  );
}

function cut(value: string | undefined): string {
  if (value === undefined) return '(nothing)';
  return given.full || value.length <= 160 ? value : `${value.slice(0, 160)}… (${value.length} characters)`;
}
