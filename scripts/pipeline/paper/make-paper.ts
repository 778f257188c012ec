/** Makes one paper of its drafts and decisions, or takes it from the store. */

import type { Notice } from '#domain/notice';
import { NoticeError } from '../../lib/notice-error.ts';
import { keyFor } from '../../lib/store/index.ts';
import { runLimited, timeFor } from '../read/run-limited.ts';
import { conceptsGiven } from '#domain/correction';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import { wordsOfNothing } from '../describe/decided-details.ts';
import type { Describer } from '../describe/describe.ts';
import { finish, type Finished } from './finish.ts';
import { identityOf, foundersOf, type Identity } from '../ids/identify.ts';
import { makeBody, type Later } from './make-body.ts';
import type { PendingRow } from './later/claims.ts';
import type { Group } from '../join/settle.ts';
import type { Report } from './later/status.ts';
import { unsureOf, type ToCheckRow } from './to-check.ts';
import { acceptAdded } from './later/accept-added.ts';
import type { Member } from './members.ts';
import type { Body } from './reconcile.ts';
import { noPaper } from '../read/read-source.ts';
import { shellWord } from '../../lib/shell-word.ts';
import type { Decided } from '../decisions/decide-group.ts';
import type { ImportContext } from '../import-context.ts';
import { wholeSidecar, openMembers, type OpenedGroup } from './open-members.ts';

/** One paper without its id and its related papers. It is kept in the store. */
export interface MadePaper {
  /** Absent where the sources state no paper, or an invalid one. */
  identity?: Identity;
  concepts: string[];
  finished?: Finished;
  /** Files whose values newer scrapes replace. */
  superseded: string[];
  /** What waits for a person's decision. */
  pending: PendingRow[];
  /** The values that a person should look at. */
  toCheck: ToCheckRow[];
  notices: Notice[];
}

/** Makes one paper, or takes it from the store where it was made from the same drafts and decisions. */
export function makePaper(
  { group, corrections }: Decided,
  context: ImportContext,
): { made: MadePaper; reused: boolean } {
  const parts = group.members.map((index, i) => {
    const { row, draft } = context.origins[index] ?? { row: -1, draft: 0 };
    const source = context.rows[row];
    const added = source && group.later[i] ? context.added.get(source.file) : undefined;
    const withheld = [...(context.withheld.get(index) ?? [])];
    const { url, newer } = context.named[index]?.sidecar ?? wholeSidecar;
    const known = url && newer ? undefined : [url, newer];
    const words = context.keys[index] && context.decidedOf(context.keys[index]);
    const decided = [[...(words?.confirm ?? [])].sort(), [...(words?.refuse ?? [])].sort()];
    const joined = [group.reasons[i], group.later[i], withheld, added, known, decided];
    return JSON.stringify([source?.key, draft, source?.sidecar, ...joined]);
  });
  const reports = JSON.stringify(group.reports ?? []);
  const key = keyFor<MadePaper>('paper', context.vocabularyHash, JSON.stringify(corrections), reports, ...parts);
  const kept = context.store.get(key);
  if (kept) return { made: kept, reused: true };
  const given = openMembers(group, context);
  const tried = makeApart(given, group, corrections, context);
  if ('made' in tried) {
    context.store.set(key, tried.made);
    return { made: tried.made, reused: false };
  }
  // A failure caused by later sources costs only those. It is not kept: the next import may have more time.
  const alone = given.laters.length ? makeApart({ ...given, laters: [] }, group, corrections, context) : tried;
  if (!('made' in alone))
    return { made: { concepts: [], superseded: [], pending: [], toCheck: [], notices: [tried.notice] }, reused: false };
  const left = given.laters.map(({ member }) => leftOut(member.file, [tried.notice]));
  return { made: { ...alone.made, notices: [...alone.made.notices, ...left] }, reused: false };
}

/** Makes a paper, or reports why that failed or did not end. */
function makeApart(
  given: OpenedGroup,
  group: Group,
  corrections: readonly FiledCorrection[],
  context: ImportContext,
): { made: MadePaper } | { notice: Notice } {
  const [first] = [...given.firsts, ...given.laters.map(({ member }) => member)];
  const time = timeFor(0) * group.members.length;
  const done = runLimited(first?.file ?? 'sources/', time, () => make(given, group, corrections, context));
  return 'notice' in done ? done : { made: done.value };
}

/**
 * What the text of a paper's record is made from: taken from the store, or made again where the store lost it.
 * @throws NoticeError where making it again fails, so that the import ends and the old records stay
 */
export function finishedOf(id: string, decided: Decided, context: ImportContext): Finished {
  const { finished, notices } = makePaper(decided, context).made;
  if (finished) return finished;
  throw new NoticeError({
    severity: 'error',
    rule: 'record-lost',
    place: { file: `papers/${id}.json` },
    seen: `a record of this import is missing from the cache, and cannot be made again: ${notices[0]?.seen ?? 'no reason'}`,
    expected: 'sources that do not change during the import, and a cache that keeps what is written to it',
    remedy: 'import once more: nothing is written; if this comes again, check the disk',
  });
}

function make(
  given: OpenedGroup,
  group: Group,
  corrections: readonly FiledCorrection[],
  context: ImportContext,
): MadePaper {
  const { firsts, laters } = acceptAdded(given.firsts, given.laters, corrections, context.added);
  const made = makeOf({ firsts, laters, reports: group.reports ?? [] }, corrections, context.describe);
  return { ...made, pending: [...made.pending, ...given.held] };
}

/** Everything that a paper is made from. */
interface Material {
  firsts: readonly Member[];
  laters: readonly Later[];
  reports: readonly Report[];
}

/**
 * Makes a paper from its material. Where later sources make the record invalid, it is made from only its own sources.
 */
export function makeOf(material: Material, corrections: readonly FiledCorrection[], describe: Describer): MadePaper {
  const whole = makeRecord(material, corrections, describe);
  if (whole.identity || !material.laters.length) return whole;
  const alone = makeRecord({ ...material, laters: [] }, corrections, describe);
  if (!alone.identity) return whole;
  const invalid = whole.notices.filter(({ rule }) => rule === 'record-not-valid');
  const left = material.laters.map(({ member }) => leftOut(member.file, invalid));
  return { ...alone, notices: [...alone.notices, ...left] };
}

const leftOut = (file: string, why: readonly Notice[]): Notice => ({
  severity: 'warning',
  rule: 'later-source-left-out',
  place: { file },
  seen: why[0]?.seen ?? 'with this source the paper has no valid record',
  expected: 'values that a record may hold',
  remedy: 'report the file; the paper is made without it',
});

function makeRecord(
  { firsts, laters, reports }: Material,
  corrections: readonly FiledCorrection[],
  describe: Describer,
): MadePaper {
  const { body, own, pending, notices } = makeBody(firsts, laters, corrections, reports);
  const members = [...firsts, ...laters.map(({ member }) => member)];
  const files = new Set(body.sources.filter(({ joined }) => joined?.rule === 'older-scrape').map(({ file }) => file));
  const superseded = members.filter((it) => files.has(it.file)).map((it) => it.file);
  const file = body.sources[0]?.file ?? 'sources/';
  if (!statesPaper(body)) {
    // For a file of many records, its reader has reported which of them state nothing.
    if (body.sources.every((it) => it.record === undefined)) notices.push(noPaper(file));
    return { concepts: [], superseded, pending: [], toCheck: [], notices };
  }
  if (!body.titles.length) notices.push(noTitle(body));
  const described = describe(body, corrections);
  notices.push(...sentencesOfNothing(body, corrections), ...wordsOfNothing(body, corrections));
  const unclassified = members.reduce((sum, it) => sum + it.unclassifiedLines, 0);
  const { finished, notices: invalid } = finish({ ...body, ...described, unclassified }, file);
  const founders = foundersOf(
    firsts.map(({ file: name, draft: { record }, marks }) => ({ file: name, record, ...(marks ? { marks } : {}) })),
  );
  return {
    ...(finished ? { identity: identityOf(own, founders), finished } : {}),
    concepts: described.concepts.map((it) => it.concept),
    superseded,
    pending,
    toCheck: unsureOf(body, members, corrections),
    notices: [...notices, ...invalid],
  };
}

/** Reports sentences which a person named for a role or a concept, and which the paper does not have. */
function sentencesOfNothing({ abstracts, digest }: Body, corrections: readonly FiledCorrection[]): Notice[] {
  const sections = [...abstracts, ...(digest ? [digest] : [])].flatMap((text) => text.sections);
  const sentences = sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.sentences));
  const anchors = new Set(sentences.map(({ anchor }) => anchor));
  return corrections.flatMap((correction) =>
    [
      ...(correction.set.roles ?? []).map(({ sentence }) => ['roles', sentence] as const),
      ...conceptsGiven(correction).flatMap(({ sentences: named }) => named.map((it) => ['concepts', it] as const)),
    ].flatMap(([field, sentence]): Notice[] =>
      anchors.has(sentence)
        ? []
        : [
            {
              severity: 'warning',
              rule: 'decision-of-no-sentence',
              place: { file: `corrections/${correction.file.replace(/#\d+$/u, '')}` },
              seen: `set.${field}: ${sentence}, which is not a sentence of the paper`,
              expected: 'the anchor of a sentence of its abstracts or its digest',
              remedy: "take the anchor from the address of the sentence on the paper's page",
            },
          ],
    ),
  );
}

/** Whether there is a text or an identifier: a page about a paper needs one. */
const statesPaper = (body: Body): boolean =>
  body.titles.length > 0 ||
  body.abstracts.length > 0 ||
  !!(body.doi ?? body.pmid ?? body.pmcid ?? body.arxiv ?? body.digest);

function noTitle({ sources: [source], doi }: Body): Notice {
  const file = source?.file ?? 'sources/';
  const name = doi?.value ?? (source?.record === undefined ? file : `${file}#${source.record}`);
  return {
    severity: 'warning',
    rule: 'title-missing',
    place: { file },
    seen: `no title${doi ? `, for ${doi.value}` : ''}`,
    expected: 'a title',
    remedy: `npm run correct -- ${shellWord(name)} title.en="…" --reason "…" --seen …`,
  };
}
