/** Makes a record from sources, later sources and corrections. */

import { placeOfValue, type Notice } from '#domain/notice';
import type { Origin } from '#domain/place';
import { shortened } from '#text/shortened';
import { correct } from '../decisions/correct.ts';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import type { Weighed } from '../join/weight.ts';
import type { Member } from './members.ts';
import { reconcile, writtenIn, type Body } from './reconcile.ts';
import { shellWord } from '../../lib/shell-word.ts';
import { enter } from './later/accept-values.ts';
import type { SourceDecisions, PendingRow } from './later/claims.ts';
import { differencesOf, type Difference } from './differences.ts';
import { weighStatuses, type Report } from './later/status.ts';

/** A source that came later than those that the paper is made from. */
export interface Later {
  member: Member;
  weighed: Weighed;
  identified: boolean;
  decided: SourceDecisions;
}

export interface MadeBody {
  body: Body;
  /** The record of the paper's own sources with a person's decisions. The address depends only on this. */
  own: Body;
  pending: PendingRow[];
  notices: Notice[];
}

/**
 * Makes one record from a paper's own sources, from later ones as far as they may contribute, and from a person's
 * decisions.
 */
export function makeBody(
  firsts: readonly Member[],
  laters: readonly Later[],
  corrections: readonly FiledCorrection[],
  reports: readonly Report[] = [],
): MadeBody {
  const written = laters.length ? writtenIn(firsts) : undefined;
  const of = (members: readonly Member[]): { body: Body; notices: Notice[] } => {
    const agreed = reconcile(members, written);
    const corrected = correct(agreed.body, corrections);
    const status = withReports(corrected.body.status, reports);
    return { body: { ...corrected.body, status }, notices: [...agreed.notices, ...corrected.notices] };
  };
  const first = of(firsts);
  if (!laters.length && !reports.length) return { ...first, own: first.body, pending: [] };
  const entries = laters.map(({ member, weighed, decided }) => enter(member, weighed, first.body, decided));
  const confirmed = entries.flatMap((it) => it.confirmed ?? []);
  const own = confirmed.length ? of([...firsts, ...confirmed]).body : first.body;
  const whole = laters.length ? of([...firsts, ...confirmed, ...entries.map((it) => it.member)]) : first;
  const { stated, claimed } = weighStatuses(
    laters.filter(({ decided }) => !decided.refuse.has('status')),
    reports,
    whole.body.status,
  );
  const body: Body = {
    ...whole.body,
    status: [...whole.body.status, ...stated],
    ...(claimed.length ? { statusClaims: claimed } : {}),
    sources: ownFirst(whole.body.sources, firsts),
  };
  const speakers = [...entries.map(({ member }) => member), ...reports.map(speakerOf)];
  const taken = differencesOf(own, body).flatMap((it) => rowsOf(it, speakers, true));
  const held = entries.flatMap(({ member, held: claims }) => claims.map((it) => rowOf(member, it, false)));
  const claims = claimed.flatMap(({ kind, from }) => rowsOf({ field: 'status', says: kind, from }, speakers, false));
  const told = claimed.map((status) => oneSourceSays(status, body));
  return { body, own, pending: [...taken, ...held, ...claims], notices: [...whole.notices, ...told] };
}

/** Adds what notices report and a person confirmed. */
const withReports = (status: Body['status'], reports: readonly Report[]): Body['status'] => [
  ...status,
  ...reports
    .filter((report) => report.confirmed && !status.some(({ kind }) => kind === report.status.kind))
    .map((report) => report.status),
];

function ownFirst(sources: Body['sources'], firsts: readonly Member[]): Body['sources'] {
  const isOwn = ({ file, record }: Body['sources'][number]): boolean =>
    firsts.some((it) => it.file === file && it.draft.record === record);
  return [...sources.filter(isOwn), ...sources.filter((it) => !isOwn(it))];
}

function oneSourceSays({ kind, from }: Body['status'][number], { titles: [title], doi }: Body): Notice {
  const place = placeOfValue(from);
  const { file } = place;
  return {
    severity: 'warning',
    rule: 'status-of-one-source',
    place,
    seen: `${kind} of "${title?.text.slice(0, 120) ?? doi?.value ?? 'a paper'}", stated by ${file} alone`,
    expected:
      'a source that ids.yaml lists for the paper, or two of different formats or hosts that agree with it in identifier, title and first author',
    remedy: `the paper's page says that one source states it; look it up in the journal, then: npm run correct -- ${shellWord(file)} --confirm status --reason "…" --seen "…", or --refuse status`,
  };
}

/** A later source as the ledger names it. */
interface Speaker {
  file: string;
  draft: { record?: number };
  replaces?: string;
  retrieved?: string;
}

const speakerOf = ({ file, record }: Report): Speaker => ({ file, draft: record === undefined ? {} : { record } });

/**
 * A difference as rows of the ledger, one for each later source that it comes from. Where a value is gone, the rows
 * name the scrapes that replace another.
 */
function rowsOf(difference: Difference, speakers: readonly Speaker[], taken: boolean): PendingRow[] {
  const files = new Set(difference.from.flatMap((origin: Origin) => ('line' in origin ? [origin.file] : [])));
  const resting = speakers.filter(({ file }) => files.has(file));
  const replacing = speakers.filter(({ replaces, retrieved }) => replaces ?? retrieved);
  const [said] = [resting, replacing, speakers].filter((list) => list.length);
  const byFile = new Map((said ?? []).map((speaker) => [speaker.file, speaker]));
  return [...byFile.values()].map((speaker) => rowOf(speaker, difference, taken));
}

function rowOf({ file, draft }: Speaker, { field, ...values }: Omit<Difference, 'from'>, taken: boolean): PendingRow {
  const { was, says } = fromWhereTheyDiffer(values);
  return {
    file,
    ...(draft.record === undefined ? {} : { record: draft.record }),
    field,
    ...(was === undefined ? {} : { was: cut(was) }),
    says: cut(says),
    taken,
  };
}

/** Shows two long texts that begin alike from a little before the first letter that differs. */
function fromWhereTheyDiffer({ was, says }: { was?: string; says: string }): { was?: string; says: string } {
  if (was === undefined) return { says };
  let at = 0;
  while (at < Math.min(was.length, says.length) && was[at] === says[at]) at++;
  const start = says.lastIndexOf(' ', at - 40);
  return at < 80 || start < 0 ? { was, says } : { was: `…${was.slice(start)}`, says: `…${says.slice(start)}` };
}

/** How many characters of a waiting text are shown; its source has all of it. */
const longest = 160;
const cut = (text: string): string => shortened(text, longest);
