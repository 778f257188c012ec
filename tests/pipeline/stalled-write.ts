import { write } from '../../scripts/pipeline/write/write.ts';
import { runIn } from './run-in.ts';

/**
 * Writes records into the given folder, prints a line after the first of them, and then waits, so that a test can kill
 * it there.
 */
const [folder = ''] = process.argv.slice(2);
/** A text is made twice: for comparing and for writing. */
let made = 0;
const papers: [string, () => string][] = [
  ['new-paper', () => '{}'],
  [
    'stalled-paper',
    () => {
      if (++made < 2) return '{}';
      process.stdout.write('in the middle\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      return '{}';
    },
  ],
];
await write(runIn(folder), { papers, ledger: ['{ "sources": [] }\n'], ids: [] });
