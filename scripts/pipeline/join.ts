import { doiKey } from '#domain/identifiers';
import type { Language } from '#domain/language';
import type { Notice } from '#domain/notice';
import type { Role } from '#domain/paper';

/**
 * What tells one paper from another, of one draft, after the corrections that name its source. Values are as the source
 * writes them; absent where it states none. `keyOf` in key.ts makes it.
 */
export interface DraftKey {
  file: string;
  record?: number;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  arxiv?: string;
  url?: string;
  titles: { language: Language; role?: Role; text: string }[];
  /** Of the issue, else of the online publication. */
  year?: number;
  /** Full name, abbreviation and Chinese name, as far as stated. */
  journals: string[];
  volume?: string;
  issue?: string;
  /** A page range or an article number. */
  pages?: string;
  /** Family names where known, else names as written; in order. */
  authors: string[];
  /** "PROSPERO CRD42021268273" */
  registrations: string[];
}

/** Why a draft is taken to be about the same paper as the first of its group: `same-doi`, `same-title-and-year`, … */
export interface JoinReason {
  rule: string;
  detail: string;
}

/** The drafts of one paper, as indices into the keys, ascending; `reasons[0]` is undefined, the others say why. */
export interface JoinGroup {
  members: number[];
  reasons: (JoinReason | undefined)[];
}

export interface Joining {
  /** Every index is in exactly one group. */
  groups: JoinGroup[];
  /** Near-misses: two papers that look like one and were kept apart. */
  notices: Notice[];
}

/** Says which drafts are one paper. Linear in their number; the same for any order of the same drafts, but for indices. */
export function joinDrafts(keys: readonly DraftKey[]): Joining {
  const groups: JoinGroup[] = [];
  const byIdentifier = new Map<string, JoinGroup>();
  keys.forEach((key, index) => {
    const identifiers: [string, string][] = [];
    if (key.doi) identifiers.push(['same-doi', doiKey(key.doi)]);
    if (key.pmid) identifiers.push(['same-pmid', key.pmid]);
    const known = identifiers.find(([rule, id]) => byIdentifier.has(`${rule} ${id}`));
    const group = (known && byIdentifier.get(known.join(' '))) ?? { members: [], reasons: [] };
    if (!known) groups.push(group);
    group.members.push(index);
    group.reasons.push(known && { rule: known[0], detail: known[1] });
    for (const identifier of identifiers) byIdentifier.set(identifier.join(' '), group);
  });
  return { groups, notices: [] };
}
