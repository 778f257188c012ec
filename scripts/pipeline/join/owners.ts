/** Identifiers (DOI, PMID, PMCID, arXiv) that several papers state: decides which paper has each. */

import type { Notice } from '#domain/notice';
import type { Ids } from '../ids/ids.ts';
import { askWhich } from './join-drafts.ts';
import type { Named, SameAs } from './groups.ts';
import { whereOf, recordName, type DraftKey } from './draft-key.ts';
import { comparableDoi } from './facts.ts';
import { identifierNames, type Identifier } from './candidate.ts';
import { titleKey } from './titles.ts';
import type { Group } from './settle.ts';

interface Known {
  keys: readonly DraftKey[];
  named: Named;
  ids: Ids;
  sameAs: SameAs;
  /** Whether a person set the identifier of this very draft. */
  isSet: (key: DraftKey, name: Identifier) => boolean;
}

/** Identifiers that a draft states and that belong to another paper, by the index of the draft's key. */
export type Withheld = Map<number, Set<Identifier>>;

/** One paper's claim to an identifier that other papers state too. */
interface Claim {
  group: number;
  members: number[];
  /** What supports the claim, most important first; higher is better. */
  weight: number[];
}

const comparable: Readonly<Record<Identifier, (value: string) => string>> = {
  doi: comparableDoi,
  pmid: (value) => value,
  pmcid: (value) => value.toUpperCase(),
  arxiv: (value) => value.toLowerCase().replace(/v\d+$/u, ''),
};

/**
 * Decides which of two papers has an identifier that both state: the one for which a person states it; then the one for
 * which ids.yaml lists it; then the one whose sources were here first; then the paper rather than its erratum; then the
 * one that more files confirm. Where none of these decides, neither has it. The other papers lose the identifier, and a
 * notice names both.
 */
export function ownersOf(groups: readonly Group[], known: Known): { withheld: Withheld; notices: Notice[] } {
  const withheld: Withheld = new Map();
  const notices: Notice[] = [];
  for (const name of identifierNames)
    for (const [value, claims] of claimsTo(groups, name, known)) {
      if (claims.length < 2) continue;
      const owner = ownerOf(claims);
      for (const claim of claims)
        if (claim !== owner)
          for (const member of claim.members)
            withheld.set(member, (withheld.get(member) ?? new Set<Identifier>()).add(name));
      notices.push(...tell(name, value, claims, owner, known));
    }
  return { withheld, notices };
}

function claimsTo(groups: readonly Group[], name: Identifier, known: Known): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  groups.forEach(({ members, later }, group) => {
    const byValue = new Map<string, { all: number[]; firsts: number[] }>();
    members.forEach((member, i) => {
      const value = known.keys[member]?.[name];
      if (value === undefined) return;
      const plain = comparable[name](value);
      const stating = byValue.get(plain) ?? { all: [], firsts: [] };
      stating.all.push(member);
      if (!later[i]) stating.firsts.push(member);
      byValue.set(plain, stating);
    });
    for (const [value, { all, firsts }] of byValue) {
      const claim = { group, members: all, weight: weightOf(firsts, name, known) };
      claims.set(value, [...(claims.get(value) ?? []), claim]);
    }
  });
  return claims;
}

/** The weight of a claim. What only later sources state weighs nothing. */
function weightOf(firsts: readonly number[], name: Identifier, { keys, named, ids, isSet }: Known): number[] {
  const stating = firsts.flatMap((i) => keys[i] ?? []);
  const own = firsts.flatMap((i) => named[i]?.id ?? []);
  const [key] = stating;
  if (!key) return [0, 0, 0, 0, 0];
  const rows =
    name === 'doi' || name === 'pmid' ? ids.find({ sources: [], ...(key[name] ? { [name]: key[name] } : {}) }) : [];
  const row = rows.findIndex((id) => own.includes(id));
  const plain = stating.some(({ titles }) => titles.length > 0 && titles.every(({ text }) => !titleKey(text).kind));
  return [
    stating.some((it) => isSet(it, name)) ? 1 : 0,
    row < 0 ? 0 : rows.length - row,
    own.length ? 1 : 0,
    plain ? 1 : 0,
    new Set(stating.map(({ file }) => file)).size,
  ];
}

function ownerOf(claims: readonly Claim[]): Claim | undefined {
  const [best, second] = [...claims].sort((a, b) => compareWeights(b.weight, a.weight));
  return best && second && compareWeights(best.weight, second.weight) > 0 ? best : undefined;
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((weight, i) => weight !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const words: Readonly<Record<Identifier, string>> = { doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID', arxiv: 'arXiv number' };
/** How many papers of one identifier a notice names at most. */
const mostNamed = 5;

function tell(
  name: Identifier,
  value: string,
  claims: readonly Claim[],
  owner: Claim | undefined,
  { keys, sameAs }: Known,
): Notice[] {
  const keyOf = (claim: Claim): DraftKey | undefined => keys[claim.members[0] ?? -1];
  const titled = (key: DraftKey): string => `${whereOf(key)} ("${(key.titles[0]?.text ?? 'no title').slice(0, 100)}")`;
  const [first, ...others] = owner ? [owner, ...claims.filter((it) => it !== owner)] : claims;
  const holder = first && keyOf(first);
  if (!first || !holder) return [];
  const isTold = (claim: Claim): boolean =>
    sameAs.apart.some(
      ([a, b]) =>
        (first.members.includes(a) && claim.members.includes(b)) ||
        (first.members.includes(b) && claim.members.includes(a)),
    );
  return others
    .filter((claim) => !isTold(claim))
    .slice(0, owner ? Infinity : mostNamed)
    .flatMap((claim): Notice[] => {
      const key = keyOf(claim);
      if (!key) return [];
      return [
        {
          severity: 'warning',
          rule: 'identifier-of-another-paper',
          place: { file: key.file },
          seen: `${words[name]} ${value}, in ${titled(key)} and in ${titled(holder)}, which are about two papers`,
          expected: owner
            ? `one paper for an identifier: ${recordName(holder)} keeps it, and ${recordName(key)} does not have it`
            : 'one paper for an identifier: it is not known which of them has it, so neither gets it',
          remedy: askWhich(holder, key),
        },
      ];
    });
}
