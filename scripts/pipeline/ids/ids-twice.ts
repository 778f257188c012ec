/** Reports identifiers that ids.yaml lists under two ids, neither of which redirects to the other. */

import { doiKey } from '#domain/identifiers';
import type { IdRow } from '#domain/ids';
import type { Notice } from '#domain/notice';
import type { Written } from '../../lib/read-content.ts';

/**
 * Two such rows are there after two branches were merged by hand. The paper has the id of the older row. The notice is
 * only information, because the rows are correct where a person moved a DOI to another paper.
 */
export function* idsTwice(rows: readonly IdRow[], { at }: Written): Generator<Notice> {
  const alias = new Map(rows.flatMap(({ id, aliases }) => aliases.map((other) => [other, id] as const)));
  const nowOf = (id: string): string => {
    const passed = new Set([id]);
    let now = id;
    for (let next = alias.get(now); next !== undefined && !passed.has(next); next = alias.get(now)) {
      passed.add(next);
      now = next;
    }
    return now;
  };
  const first = new Map<string, string>();
  for (const [i, { id, doi, pmid }] of rows.entries())
    for (const [field, value] of [['doi', doi && doiKey(doi)] as const, ['pmid', pmid] as const]) {
      if (value === undefined) continue;
      const key = `${field} ${value}`;
      const older = first.get(key);
      if (older === undefined) first.set(key, id);
      else if (nowOf(older) !== nowOf(id))
        yield {
          severity: 'info',
          rule: 'identifier-of-two-ids',
          place: at([i, field]),
          seen: `${value}, which ${older} already has`,
          expected: 'one id for an identifier',
          remedy: `do nothing if the identifier was moved; if both are one paper, add to the row of ${older}: aliases: [${id}]`,
        };
    }
}
