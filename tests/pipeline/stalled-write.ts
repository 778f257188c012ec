import { write } from '../../scripts/pipeline/write/write.ts';
import { runIn } from './run-in.ts';

/** Writes records into the folder named, says so after the first of them, and then stalls: for a test that ends it there. */
const [folder = ''] = process.argv.slice(2);
/** A text is made twice: to be compared, and to be written. */
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
