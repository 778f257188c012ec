import type { Notice } from '#domain/notice';
import type { ScreeningDecision } from '#domain/screening';
import { keyFor, type Store } from '../lib/store/index.ts';
import { callsOf } from './calls.ts';
import { correct } from './correct.ts';
import type { FiledCorrection } from './decisions.ts';
import type { Describer } from './describe.ts';
import { finish, type Finished } from './finish.ts';
import { facesOf, type Face, type Ids } from './identify.ts';
import type { DraftKey, JoinGroup } from './join.ts';
import { isSuperseded, type Member } from './members.ts';
import { reconcile, type Body } from './reconcile.ts';
import { storedDraft, type SourceRow } from './sources.ts';

/** One paper made, but for its id and its related papers. Kept in the store. */
export interface MadePaper {
  /** Absent where the sources state no paper, or an invalid one. */
  face?: Face;
  concepts: string[];
  finished?: Finished;
  /** Files whose values newer scrapes replace. */
  superseded: string[];
  notices: Notice[];
}

/** What the making of papers rests on beside their drafts. */
export interface Workshop {
  store: Store;
  rows: readonly SourceRow[];
  keys: readonly DraftKey[];
  /** For each key the index of its row and of its draft there. */
  origins: readonly { row: number; draft: number }[];
  ids: Ids;
  correctionsFor: (calls: readonly string[]) => FiledCorrection[];
  screeningFor: (calls: readonly string[]) => ScreeningDecision[];
  describe: Describer;
  /** Hash of the vocabulary. */
  vocabulary: string;
}

/** What is decided of a group before any draft of it is opened. */
export interface Decided {
  group: JoinGroup;
  corrections: FiledCorrection[];
  screening: ScreeningDecision | undefined;
}

/** The decisions on a group: by its sources, its identifiers, the ids that these had before, and the one just given. */
export function decideGroup(group: JoinGroup, shop: Workshop, given?: string): Decided {
  const keys = group.members.flatMap((index) => shop.keys[index] ?? []);
  const sources = keys.flatMap((key) => (key.record === undefined ? [key.file] : []));
  const dois = keys.flatMap((key) => key.doi ?? []);
  const pmids = keys.flatMap((key) => key.pmid ?? []);
  const calls = new Set(
    callsOf({
      sources: keys.flatMap((key) => (key.record === undefined ? [key.file] : [`${key.file}#${key.record}`])),
    }),
  );
  for (const doi of dois) callsOf({ sources: [], doi }).forEach((call) => calls.add(call));
  for (const pmid of pmids) callsOf({ sources: [], pmid }).forEach((call) => calls.add(call));
  for (const id of [...shop.ids.find({ sources, doi: dois[0], pmid: pmids[0] }), ...(given ? [given] : [])]) {
    calls.add(`id ${id}`);
    for (const alias of shop.ids.aliasesOf(id)) calls.add(`id ${alias}`);
  }
  return { group, corrections: shop.correctionsFor([...calls]), screening: shop.screeningFor([...calls]).at(-1) };
}

/** Makes one paper, or takes what was made of the very same drafts and decisions before. */
export function makePaper({ group, corrections }: Decided, shop: Workshop): { made: MadePaper; reused: boolean } {
  const parts = group.members.map((index, i) => {
    const { row, draft } = shop.origins[index] ?? { row: -1, draft: 0 };
    return JSON.stringify([shop.rows[row]?.key, draft, shop.rows[row]?.sidecar, group.reasons[i]]);
  });
  const key = keyFor<MadePaper>('paper', shop.vocabulary, JSON.stringify(corrections), ...parts);
  const kept = shop.store.get(key);
  if (kept) return { made: kept, reused: true };
  const made = make(membersOf(group, shop), corrections, shop);
  shop.store.set(key, made);
  return { made, reused: false };
}

function membersOf(group: JoinGroup, { origins, rows, store }: Workshop): Member[] {
  return group.members.flatMap((index, i): Member[] => {
    const origin = origins[index];
    const row = origin && rows[origin.row];
    const draft = row && storedDraft(row, origin.draft, store);
    if (!row || !draft) return [];
    const { url, urlAt, retrieved, replaces } = row.sidecar ?? {};
    const joined = group.reasons[i];
    return [
      {
        draft,
        file: row.file,
        sha256: row.sha256,
        format: row.format,
        unclassifiedLines: draft.record === undefined ? row.unclassifiedLines : (row.unclassifiedOf[origin.draft] ?? 0),
        ...(url && urlAt ? { url: { value: url, at: urlAt } } : {}),
        ...(retrieved ? { retrieved } : {}),
        ...(replaces ? { replaces } : {}),
        ...(joined ? { joined } : {}),
      },
    ];
  });
}

function make(members: readonly Member[], corrections: readonly FiledCorrection[], shop: Workshop): MadePaper {
  const agreed = reconcile(members);
  const corrected = correct(agreed.body, corrections);
  const { body } = corrected;
  const notices = [...agreed.notices, ...corrected.notices];
  const superseded = members.filter((it) => isSuperseded(it, members)).map((it) => it.file);
  const file = body.sources[0]?.file ?? '?';
  if (!statesPaper(body)) {
    // The reader of a file of many has said which of its records state nothing.
    if (body.sources.every((it) => it.record === undefined)) notices.push(noPaper(file));
    return { concepts: [], superseded, notices };
  }
  if (!body.titles.length) notices.push(noTitle(body));
  const described = shop.describe(body, corrections);
  const unclassified = members.reduce((sum, it) => sum + it.unclassifiedLines, 0);
  const { finished, notices: invalid } = finish(
    { ...body, concepts: described.concepts, samples: described.samples, unclassified },
    file,
  );
  return {
    ...(finished ? { face: facesOf(body), finished } : {}),
    concepts: described.concepts.map((it) => it.concept),
    superseded,
    notices: [...notices, ...described.notices, ...invalid],
  };
}

/** A text, or an identifier: something that a page about a paper cannot do without. */
const statesPaper = (body: Body): boolean =>
  body.titles.length > 0 ||
  body.abstracts.length > 0 ||
  !!(body.doi ?? body.pmid ?? body.pmcid ?? body.arxiv ?? body.digest);

export const noPaper = (file: string): Notice => ({
  severity: 'warning',
  rule: 'no-paper-found',
  place: { file },
  seen: 'neither title nor abstract nor identifier',
  expected: 'the page of a paper',
  remedy: 'save the page of the abstract itself, or state a title with npm run correct',
});

function noTitle({ sources: [source], doi }: Body): Notice {
  const file = source?.file ?? '?';
  const name = doi?.value ?? (source?.record === undefined ? file : `${file}#${source.record}`);
  return {
    severity: 'warning',
    rule: 'title-missing',
    place: { file },
    seen: `no title${doi ? `, for ${doi.value}` : ''}`,
    expected: 'a title',
    remedy: `npm run correct -- ${name} title.en="…" --reason "…" --seen …`,
  };
}
