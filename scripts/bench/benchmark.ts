/** What a benchmark is, and the figures that it measures. */

/** A measured figure: a row of the table. */
export interface Figure {
  what: string;
  value: number;
  /** `s`, `MB`, `KB`, `ms`, or empty for a ratio or a score. */
  unit: string;
  /** The most that the value may be, where `npm run bench -- --check` is asked. */
  most?: number;
}

export interface Benchmark {
  /** The name for `npm run bench -- NAME`. */
  name: string;
  /** One sentence: what is measured, and over what. */
  measures: string;
  run: () => Promise<Figure[]>;
}

/** The seconds that `work` takes. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
