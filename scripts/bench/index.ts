/** The list of benchmarks that `npm run bench` runs. */

import type { Benchmark } from './benchmark.ts';
import { buildBenchmark } from './build.ts';
import { growthBenchmark } from './growth.ts';
import { importBenchmark } from './import.ts';
import { joinBenchmark } from './join.ts';
import { killedBenchmark } from './killed.ts';
import { liveBenchmark } from './live.ts';
import { mutationBenchmark } from './mutations.ts';
import { searchBenchmark } from './search.ts';
import { siteBenchmark } from './site.ts';

export const benchmarks: readonly Benchmark[] = [
  importBenchmark,
  joinBenchmark,
  mutationBenchmark,
  growthBenchmark,
  siteBenchmark,
  buildBenchmark,
  liveBenchmark,
  killedBenchmark,
  searchBenchmark,
];
