import type { Format } from '../format.ts';
import { nbib } from './nbib.ts';
import { ris } from './ris.ts';
import { wos } from './wos.ts';

/** Formats of reference managers and databases: many records a file. */
export const referenceFormats: readonly Format[] = [ris, nbib, wos];
