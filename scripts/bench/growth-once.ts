/**
 * Runs every reader with every shape in a process of its own, so that its parent can end it when a line is late.
 * Prints a line of JSON before each reading and one after. Arguments: sizes in characters, the first reader, and the
 * step to the next.
 */

import { readers } from './growth/readers.ts';
import { shapes } from './growth/shapes.ts';

const [sizes = '', from = '0', step = '1'] = process.argv.slice(2);
const tell = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);
/** Exists only with `--expose-gc`. Without it, each reading is done once, and its time and memory are rough. */
const { gc } = globalThis as { gc?: () => void };

/** A reading faster than this, in milliseconds, is measured again, and the better time counts. */
const again = 100;

function measure(run: () => unknown): { milliseconds: number; megabytes: number } {
  gc?.();
  const heap = process.memoryUsage().heapUsed;
  const begun = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begun);
  return { milliseconds: (user + system) / 1000, megabytes: (process.memoryUsage().heapUsed - heap) / 2 ** 20 };
}

for (const [i, reader] of readers().entries()) {
  if (i % Number(step) !== Number(from)) continue;
  for (const shape of shapes)
    for (const size of sizes.split(',').map(Number)) {
      const name = { reader: reader.name, shape: shape.name, size };
      tell(name);
      const run = reader.prepare(shape.make(size));
      const one = measure(run);
      const two = gc && one.milliseconds < again ? measure(run) : one;
      tell({ ...name, ...(two.milliseconds < one.milliseconds ? two : one) });
    }
}
