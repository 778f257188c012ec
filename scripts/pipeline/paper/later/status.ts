/**
 * What happened to a paper after publication (retraction, expression of concern, correction), by its own sources and by
 * later ones.
 */

import { webAddress } from '#domain/identifiers';
import type { Update } from '#domain/draft';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import type { Origin } from '#domain/place';
import type { DraftKey } from '../../join/draft-key.ts';
import { titleKey } from '../../join/titles.ts';
import type { Weighed } from '../../join/weight.ts';
import type { Member } from '../members.ts';
import { notValid } from '../values.ts';
import type { SourceDecisions } from './claims.ts';

type Status = Paper['status'][number];

const statuses: readonly [RegExp, Status['kind']][] = [
  [/concern|关切/iu, 'expression-of-concern'],
  [/correct|erratum|corrigendum|更正|勘误/iu, 'corrected'],
  [/retract|withdraw|撤稿|撤回/iu, 'retracted'],
];

const kindOf = (words: string): Status['kind'] | undefined => statuses.find(([pattern]) => pattern.test(words))?.[1];

/** What a notice with a record of its own says happened to another paper. */
export interface Report {
  status: Status;
  file: string;
  record?: number;
  /** Whether a person confirmed it. */
  confirmed: boolean;
}

/** The reports of a draft, each with the DOI or the PMID of the paper that it is about. */
export const reportsOf = (
  key: DraftKey,
  { confirm, refuse }: SourceDecisions,
): { about: Pick<Update, 'doi' | 'pmid'>; report: Report }[] =>
  (key.updates ?? []).flatMap(({ kind, at, ...about }) => {
    const found = kindOf(kind);
    if (!found || refuse.has('status')) return [];
    const confirmed = confirm.has('status') || confirm.has('all');
    const { file, record } = key;
    const report = { status: { kind: found, from: at }, file, ...(record === undefined ? {} : { record }), confirmed };
    return [{ about, report }];
  });

/** Whether a title says that its paper was retracted: "RETRACTED: …", "… (Retracted article. See vol. 3)". */
export const isTakenBack = (title: string): boolean => titleKey(title).kind === 'retracted';

/** What happened to the paper after publication, as its own sources say. */
export function statusOf(members: readonly Member[], notices: Notice[]): Status[] {
  const found = new Map<Status['kind'], Status>();
  for (const { draft } of members) {
    const title = draft.titles.find(({ value, at }) => at.length > 0 && isTakenBack(value.text));
    const read = draft.status ?? (title && { value: 'retracted', at: title.at });
    if (!read?.at.length) continue;
    const kind = kindOf(read.value);
    if (!kind) notices.push(notValid('status', read, 'retracted, corrected, or an expression of concern'));
    else found.set(kind, { ...found.get(kind), kind, from: [...(found.get(kind)?.from ?? []), ...read.at] });
    const retracted = found.get('retracted');
    if (draft.retractedIn && retracted && !retracted.notice)
      found.set('retracted', { ...retracted, ...noticeIn(draft.retractedIn) });
  }
  return [...found.values()];
}

const noticeIn = ({ value }: NonNullable<Member['draft']['retractedIn']>): Pick<Status, 'notice' | 'date'> => ({
  ...(value.date ? { date: value.date } : {}),
  notice: value,
});

/** A later source, and how it agrees with the paper. */
export interface Witness {
  member: Member;
  weighed: Weighed;
  /** Whether it states an identifier of the paper's own sources. */
  identified: boolean;
}

interface Said {
  kind: Status['kind'];
  from: Origin[];
  witness: Witness;
}

/** What a later source says happened to the paper, in a field or in the title. */
function saidBy(witness: Witness): Said[] {
  const { draft } = witness.member;
  const kind = draft.status && kindOf(draft.status.value);
  const title = draft.titles.find(({ value }) => isTakenBack(value.text));
  return [
    ...(kind && draft.status?.at.length ? [{ kind, from: [...draft.status.at], witness }] : []),
    ...(title?.at.length ? [{ kind: 'retracted' as const, from: [...title.at], witness }] : []),
  ];
}

/**
 * What later sources say about the status of a paper that its own sources do not. It becomes the paper's status where
 * two sources of different formats or hosts say it and agree with the paper in identifier, title and first author.
 * Otherwise it is shown as a claim.
 */
export function weighStatuses(
  witnesses: readonly Witness[],
  reports: readonly Report[],
  known: readonly Status[],
): { stated: Status[]; claimed: Status[] } {
  const isNew = ({ kind }: { kind: Status['kind'] }): boolean => !known.some((it) => it.kind === kind);
  const said = witnesses.flatMap(saidBy).filter(isNew);
  const reported = reports.map(({ status }) => status).filter(isNew);
  const kinds = [...new Set([...said, ...reported].map(({ kind }) => kind))].sort();
  const byKind = kinds.map((kind) => {
    const all = said.filter((it) => it.kind === kind);
    const from = [...all, ...reported.filter((it) => it.kind === kind)].flatMap((it) => it.from);
    const status: Status = { kind, from };
    return { status, stated: areTwo(all.map(({ witness }) => witness).filter(agrees)) };
  });
  const of = (stated: boolean): Status[] => byKind.filter((it) => it.stated === stated).map(({ status }) => status);
  return { stated: of(true), claimed: of(false) };
}

const agrees = ({ identified, weighed: { facts } }: Witness): boolean =>
  identified && facts.title === 'same' && facts.authors === 'same';

/** Whether two sources differ in format or host: a database that is exported twice is one witness. */
function areTwo(witnesses: readonly Witness[]): boolean {
  const hostOf = ({ member: { url, draft } }: Witness): string => {
    const address = webAddress(url?.value ?? draft.url?.value ?? '');
    return address ? new URL(address).host : '';
  };
  return witnesses.some((one) =>
    witnesses.some(
      (other) =>
        one.member.file !== other.member.file &&
        (one.member.format !== other.member.format ||
          (hostOf(one) !== '' && hostOf(other) !== '' && hostOf(one) !== hostOf(other))),
    ),
  );
}
