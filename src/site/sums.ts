/** Sums over the ledger, for the method page. */

import type { LedgerEntry, Stretch, Tally } from '#domain/ledger';

export const noTally = (): Tally => ({ field: 0, furniture: 0, copy: 0, unclassified: 0, total: 0 });

const add = (sum: Tally, more: Tally): void => {
  sum.field += more.field;
  sum.furniture += more.furniture;
  sum.copy += more.copy;
  sum.unclassified += more.unclassified;
  sum.total += more.total;
};

interface FormatSum {
  format: string;
  sources: number;
  papers: number;
  tally: Tally;
}
interface RuleSum {
  rule: string;
  sources: number;
  characters: number;
}
export interface Sums {
  tally: Tally;
  outcomes: { outcome: LedgerEntry['outcome']; sources: number }[];
  formats: FormatSum[];
  rules: RuleSum[];
}

const outcomes = ['read', 'not-a-paper', 'excluded', 'quarantined', 'superseded'] as const;

/** Sums over the ledger: by outcome, by format, by rule of furniture. */
export function sumLedger(
  entries: Iterable<Omit<LedgerEntry, 'stretches'>>,
  stretchesOf: (file: string) => readonly Stretch[],
): Sums {
  const tally = noTally();
  const counts = new Map<LedgerEntry['outcome'], number>();
  const formats = new Map<string, FormatSum>();
  const rules = new Map<string, RuleSum>();
  for (const entry of entries) {
    add(tally, entry.tally);
    counts.set(entry.outcome, (counts.get(entry.outcome) ?? 0) + 1);
    const format = formats.get(entry.format) ?? { format: entry.format, sources: 0, papers: 0, tally: noTally() };
    format.sources++;
    format.papers += entry.papers.length;
    add(format.tally, entry.tally);
    formats.set(entry.format, format);
    const here = new Set<string>();
    for (const { outcome, columns } of stretchesOf(entry.file)) {
      if (outcome.kind !== 'furniture') continue;
      const rule = rules.get(outcome.rule) ?? { rule: outcome.rule, sources: 0, characters: 0 };
      rule.characters += columns[1] - columns[0];
      if (!here.has(outcome.rule)) rule.sources++;
      here.add(outcome.rule);
      rules.set(outcome.rule, rule);
    }
  }
  return {
    tally,
    outcomes: outcomes.flatMap((outcome) => {
      const sources = counts.get(outcome);
      return sources ? [{ outcome, sources }] : [];
    }),
    formats: [...formats.values()].sort((a, b) => b.sources - a.sources || (a.format < b.format ? -1 : 1)),
    rules: [...rules.values()].sort((a, b) => b.characters - a.characters || (a.rule < b.rule ? -1 : 1)),
  };
}
