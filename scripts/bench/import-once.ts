/** Runs one import in a process of its own, to measure its memory and time, and prints them as a line of JSON. */

import { importReview } from '../pipeline/import-review.ts';

const [contentDir = '', cacheDir] = process.argv.slice(2);
const { counts, notices } = await importReview({ contentDir, ...(cacheDir ? { cacheDir } : {}) });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({
    ...counts,
    errors: notices.filter((notice) => notice.severity === 'error').length,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  })}\n`,
);
