/** The step of the import that makes the ledger. */

import type { Pending, ToCheck } from '#domain/ledger';
import type { NamedPaper } from '../ids/give-ids.ts';
import type { ImportContext } from '../import-context.ts';
import type { ImportRun } from '../import-options.ts';
import type { NearMiss } from '../join/groups.ts';
import { alikeOf } from './alike.ts';
import { excludedOf } from './excluded.ts';
import { ledgerText } from './ledger-text.ts';
import { outcomesOf, type SourceOutcome } from './source-outcomes.ts';
import { pendingRows, pendingNotices } from './pending.ts';
import { toCheckRows } from './to-check.ts';

/** What became of every source, and what waits for a person's decision. */
export interface MadeLedger {
  outcomes: Map<string, SourceOutcome>;
  pending: Pending[];
  toCheck: ToCheck[];
  text: Iterable<string>;
}

/** What a ledger is made from: all papers, those that the review shows, and pairs that look like one paper. */
interface Material {
  context: ImportContext;
  named: readonly NamedPaper[];
  shown: readonly NamedPaper[];
  near: readonly NearMiss[];
}

/** Makes the ledger of an import. The notices of its papers are added to those of the import. */
export function makeLedger({ store, notices }: ImportRun, { context, named, shown, near }: Material): MadeLedger {
  for (const paper of named) notices.push(...paper.notices);
  const pending = pendingRows(shown);
  notices.push(...pendingNotices(pending));
  const toCheck = toCheckRows(shown);
  const { rows, keys } = context;
  const outcomes = outcomesOf(rows, named, keys);
  const beside = { alike: alikeOf(near, shown), pending, toCheck, excluded: excludedOf(named, context) };
  return { outcomes, pending, toCheck, text: ledgerText(rows, outcomes, store, beside) };
}
