import type { Pending } from '#domain/ledger';
import type { NamedPaper } from '../ids/give-ids.ts';
import type { ImportContext } from '../import-context.ts';
import type { ImportRun } from '../import-options.ts';
import type { NearMiss } from '../join/groups.ts';
import { alikeOf } from './alike.ts';
import { excludedOf } from './excluded.ts';
import { ledgerText } from './ledger-text.ts';
import { outcomesOf, type SourceOutcome } from './outcomes.ts';
import { pendingRows, tellPending } from './pending.ts';

/** What became of every source, and what waits for a person. */
export interface MadeLedger {
  outcomes: Map<string, SourceOutcome>;
  pending: Pending[];
  text: Iterable<string>;
}

/** What a ledger is made of: all papers, those of them that the review shows, and pairs that are nearly one paper. */
interface Material {
  context: ImportContext;
  named: readonly NamedPaper[];
  shown: readonly NamedPaper[];
  near: readonly NearMiss[];
}

/** The ledger of an import. The notices of its papers come with it. */
export function makeLedger({ store, notices }: ImportRun, { context, named, shown, near }: Material): MadeLedger {
  for (const paper of named) notices.push(...paper.notices);
  const pending = pendingRows(shown);
  notices.push(...tellPending(pending));
  const { rows, keys } = context;
  const outcomes = outcomesOf(rows, named, keys);
  const beside = { alike: alikeOf(near, shown), pending, excluded: excludedOf(named, context) };
  return { outcomes, pending, text: ledgerText(rows, outcomes, store, beside) };
}
