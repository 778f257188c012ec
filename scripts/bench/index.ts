import type { Benchmark } from './benchmark.ts';
import { importBenchmark } from './import.ts';
import { siteBenchmark } from './site.ts';

/** Every benchmark. */
export const benchmarks: readonly Benchmark[] = [importBenchmark, siteBenchmark];
