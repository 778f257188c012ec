/** Dates as precise as their sources state them. */

import { z } from 'zod';

/** A date as precise as its source: `2024`, `2024-11` or `2024-11-05` (ISO 8601). */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date: 2024, 2024-11 or 2024-11-05');
export type PartialDate = z.infer<typeof partialDateSchema>;

/** A date or a span of dates, as in `2017-09-04/2017-09-06` (ISO 8601-1, §5.5.2). */
export const dateSpanSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/, 'a date or two, as in 2017-09-04 or 2017-09-04/2017-09-06');

/** `[year]`, `[year, month]` or `[year, month, day]`: the `date-parts` of CSL. */
export const dateParts = (date: PartialDate): number[] => date.split('-').map(Number);

/** Months by their English names, January first: in full, and as PubMed cuts them. */
export const longMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore
export const months = longMonths.map((name) => name.slice(0, 3));

export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));
