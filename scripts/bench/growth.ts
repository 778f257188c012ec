/** Benchmark of every reader over hostile texts: how its time and memory grow when the text doubles in length. */

import { startNode } from '../run.ts';
import type { Benchmark, Figure } from './benchmark.ts';

const first = Number(process.env['BENCH_GROWTH'] ?? 2000);
const sizes = [1, 2, 4, 8].map((times) => times * first);

/**
 * How many milliseconds one reading may take before its process is ended: far more than any reading that ends at all.
 */
const patience = 60_000;
const processes = 2;

/**
 * The processor time and memory that one reader takes for one shape, by size; without the sizes where it did not end.
 */
export interface Growth {
  reader: string;
  shape: string;
  measured: { size: number; milliseconds: number; megabytes: number }[];
  /** The size at which it did not end. */
  endless?: number;
}

interface Measured {
  reader: string;
  shape: string;
  size: number;
  milliseconds?: number;
  megabytes?: number;
}

/**
 * Reads every shape with a share of the readers, in a process of its own that ends when a line is late, by milliseconds.
 * `exact` measures small readings twice, with the memory freed before each, which takes ten times as long.
 */
export function growthOf(
  of: readonly number[],
  { from, step, late = patience, exact = true }: { from: number; step: number; late?: number; exact?: boolean },
): Promise<Growth[]> {
  const args = [...(exact ? ['--expose-gc', '--max-semi-space-size=256'] : []), 'scripts/bench/growth-once.ts'];
  const child = startNode([...args, of.join(','), String(from), String(step)], { output: 'collect' });
  const found = new Map<string, Growth>();
  let begun: Measured | undefined;
  let rest = '';
  let errors = '';
  const take = (line: Measured): void => {
    const { reader, shape, size, milliseconds, megabytes = 0 } = line;
    const key = `${reader} ${shape}`;
    const growth = found.get(key) ?? { reader, shape, measured: [] };
    found.set(key, growth);
    if (milliseconds !== undefined) growth.measured.push({ size, milliseconds, megabytes });
    begun = milliseconds === undefined ? line : undefined;
  };
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => child.kill('SIGKILL'), late * 2);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), late);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(JSON.parse(line) as Measured);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      const open = begun && found.get(`${begun.reader} ${begun.shape}`);
      if (open && begun) open.endless = begun.size;
      if (code !== 0 && !open) reject(new Error(errors));
      else resolve([...found.values()]);
    });
  });
}

/** Differences below this are noise. */
const least = { milliseconds: 20, megabytes: 4 };

/** The cost of the largest size divided by that of half its length: 2 is linear growth. */
function ratioOf({ measured }: Growth, of: 'milliseconds' | 'megabytes'): number {
  const [half, whole] = measured.slice(-2).map((one) => Math.max(one[of], least[of]));
  return half && whole ? whole / half : 0;
}

/**
 * Measures time and memory of every reader over hostile shapes. Reports the shape with the steepest growth, and the
 * slowest.
 */
export const growthBenchmark: Benchmark = {
  name: 'growth',
  measures: `every reader over hostile shapes of ${sizes.join(', ')} characters (BENCH_GROWTH=8000 for others): how much more the last takes than the one before it, 2 being straight growth`,
  async run() {
    const shares = Array.from({ length: processes }, (_, from) => growthOf(sizes, { from, step: processes }));
    const all = (await Promise.all(shares)).flat();
    const figures: Figure[] = [];
    for (const [reader, growths] of Map.groupBy(all, (growth) => growth.reader)) {
      for (const [of, name] of [
        ['milliseconds', 'time'],
        ['megabytes', 'memory'],
      ] as const) {
        const worst = growths.toSorted((a, b) => ratioOf(b, of) - ratioOf(a, of))[0];
        if (worst) figures.push({ what: `${reader}: ${name}, ${worst.shape}`, value: ratioOf(worst, of), unit: '' });
      }
      const slowest = Math.max(...growths.map(({ measured }) => measured.at(-1)?.milliseconds ?? 0));
      figures.push({ what: `${reader}: slowest shape`, value: slowest, unit: 'ms' });
      for (const { shape, endless } of growths)
        if (endless) figures.push({ what: `${reader}: ${shape} DOES NOT END at`, value: endless, unit: '' });
    }
    return figures;
  },
};
