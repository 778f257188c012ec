import type { Format } from './format.ts';
import { referenceFormats } from './references/index.ts';

/** Every specific format. Order means nothing: at most one may claim a source; none: the general reader. */
export const formats: readonly Format[] = [...referenceFormats];
