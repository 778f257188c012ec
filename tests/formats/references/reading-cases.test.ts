import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureReading, readingCases } from '../../../scripts/measure/reading-cases.ts';

const cases = readingCases(join(import.meta.dirname, '../../fixtures/reading/cases.yaml'));

test.each(cases.map((one) => [`${one.kind}: ${one.case}`, one] as const))('%s', (_, one) => {
  expect(measureReading(one).wrong).toEqual([]);
});
