import type { Format } from '../format.ts';

/** Formats of reference managers and databases: many records a file. */
export const referenceFormats: readonly Format[] = [];
