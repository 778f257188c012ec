import type { Benchmark } from './benchmark.ts';
import { siteBenchmark } from './site.ts';

/** Every benchmark. */
export const benchmarks: readonly Benchmark[] = [siteBenchmark];
