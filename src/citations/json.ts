/** Writes the records themselves as JSON. */

import type { Paper } from '#domain/paper';
import { formatOfPieces } from './format.ts';

/**
 * JSON of a value: indented in a file of its own, which people open too; on one line in a list, which programs read.
 */
export const jsonText = (value: unknown, single: boolean): string =>
  single ? `${JSON.stringify(value, null, 2)}\n` : JSON.stringify(value);

/** An array of values that are JSON already, each on a line of its own. */
export const jsonArray = (values: readonly string[]): string =>
  values.length > 0 ? `[\n${values.join(',\n')}\n]\n` : '[]\n';

export const withoutAbstracts = (paper: Paper): Paper => ({ ...paper, abstracts: [] });

/**
 * The records themselves, as `src/domain/paper.ts` describes them, with the place that each value was read from: an
 * array; a paper's own file is one object.
 */
export const json = formatOfPieces({
  name: 'json',
  title: { en: 'The record (JSON)', zh: '完整记录（JSON）' },
  extension: 'json',
  mediaType: 'application/json',
  piece: (paper, { abstracts = true, single = false }) => jsonText(abstracts ? paper : withoutAbstracts(paper), single),
  file: (pieces, { single = false }) => (single ? pieces.join('') : jsonArray(pieces)),
});
