import { OwnFolder } from '../../scripts/lib/own-folder.ts';
import { write } from '../../scripts/pipeline/write/write.ts';

/** Writes records into the folder named, says so after the first of them, and then stalls: for a test that ends it there. */
const [folder = ''] = process.argv.slice(2);
const papers: [string, () => string][] = [
  ['new-paper', () => '{}'],
  [
    'stalled-paper',
    () => {
      process.stdout.write('in the middle\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      return '{}';
    },
  ],
];
const own = OwnFolder.ask({ path: folder, holds: 'records', option: '--out' });
if (!(own instanceof OwnFolder)) throw new Error(own.seen);
const comparison = { differences: [], changes: [], mark: '', marked: false, equal: new Set<string>() };
await write(own, { papers, ledger: ['{ "sources": [] }\n'], ids: [] }, comparison);
