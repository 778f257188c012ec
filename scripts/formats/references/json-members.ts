/** Members of JSON as statements of a record. */

import type { JsonNode } from '../text/json.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';

export const isText = (node: JsonNode | undefined): node is JsonNode =>
  node?.kind === 'string' || node?.kind === 'number';

/** What is at the end of a path of keys; `undefined` if a part of it is missing. */
export function member(node: JsonNode | undefined, ...path: string[]): JsonNode | undefined {
  let here = node;
  for (const key of path) here = here?.members.get(key);
  return here;
}

/** The stretch of a value, without its quotes. */
export const insideOf = (node: JsonNode): [number, number] =>
  node.kind === 'string' ? [node.start + 1, node.end - 1] : [node.start, node.end];

export const textStatement = (means: TagMeaning, node: JsonNode): Statement => ({
  means,
  value: node.text,
  span: insideOf(node),
});
