/** The command `npm run bench`: runs benchmarks and prints their figures. */

import { cpus, totalmem } from 'node:os';
import { benchmarks } from './bench/index.ts';
import { readArguments, say, type Command } from './cli.ts';

const command: Command<'json' | 'check'> = {
  run: 'npm run bench',
  does: `Measures, and prints a table. Names select benchmarks: ${benchmarks.map(({ name }) => name).join(', ')}.`,
  operands: '[NAME…]',
  options: {
    json: { does: 'prints one JSON line for each figure, and nothing else, to standard output' },
    check: { does: 'exits with 1 where a figure is above the most that it may be' },
  },
};

const { given, operands } = readArguments(command);
const unknown = operands.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark is called ${unknown.join(', ')}. There are: ${benchmarks.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

const tell = (line: string) => (given.json ? undefined : say(line));
const memory = (totalmem() / 2 ** 30).toFixed(0);
tell(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${memory} GB`);
for (const { name, measures, run } of benchmarks) {
  if (operands.length > 0 && !operands.includes(name)) continue;
  tell(`\n${name}: ${measures}`);
  for (const figure of await run()) {
    if (given.check && figure.most !== undefined && figure.value > figure.most) {
      process.stderr.write(`${figure.what} is ${format(figure.value)}, above ${figure.most}.\n`);
      process.exitCode = 1;
    }
    if (given.json) process.stdout.write(`${JSON.stringify({ benchmark: name, ...figure })}\n`);
    else tell(`  ${figure.what.padEnd(56)}${format(figure.value).padStart(10)} ${figure.unit}`);
  }
}

function format(value: number): string {
  return value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(3).replace(/\.?(?<!0)0+$/, '');
}
