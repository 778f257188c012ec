/** Rows of the tables that say what the tags of a reference format mean. */

import type { TagMeaning } from '../draft/statement.ts';

/** A tag that says nothing of the paper, by the named rule. */
export const furniture = (rule: string): TagMeaning => ({ furniture: rule });

/** Several tags, with blanks between their names, that say nothing of the paper by one rule. */
export function furnitureOf(rule: string, names: string): Record<string, TagMeaning> {
  return Object.fromEntries(names.split(' ').map((name) => [name, furniture(rule)]));
}
