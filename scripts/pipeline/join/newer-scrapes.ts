/** Newer scrapes of a page: which source replaces an older one, and notices about sidecars (`<source>.meta.yaml`). */

import { webAddress } from '#domain/identifiers';
import type { Notice } from '#domain/notice';
import type { Added, AddedFiles } from '../import-options.ts';
import type { ReadAll } from '../read/read-all.ts';
import type { SameAs } from './groups.ts';
import { shellWord } from '../../lib/shell-word.ts';
import type { DecidedOf } from '../decisions/source-decisions.ts';
import type { Group } from './settle.ts';

type Decided = (key: ReadAll['keys'][number]) => DecidedOf;

/** Whether a person says that a source replaces the scrape that its sidecar names. */
export const isNewer = (added: Added | undefined, replaces: string | undefined): boolean =>
  !!added && replaces !== undefined && (added.trustsSidecar || added.replaces === replaces);

/** For each file with a single draft the index of that draft. A file of many records has none. */
function pagesOf({ keys }: Pick<ReadAll, 'keys'>): Map<string, number> {
  const pages = new Map<string, number>();
  keys.forEach(({ file, record }, i) => void (record === undefined && pages.set(file, i)));
  return pages;
}

/** Newer scrapes that a person declares to replace an older one, whatever the two say. */
export function replacingPairs(read: ReadAll, decidedOf: Decided, added: AddedFiles): SameAs['same'] {
  const pages = pagesOf(read);
  return read.rows.flatMap(({ file, sidecar }): SameAs['same'] => {
    const [b, a] = [pages.get(file), pages.get(sidecar?.replaces ?? '')];
    const key = b === undefined ? undefined : read.keys[b];
    if (a === undefined || b === undefined || !key) return [];
    const { confirm } = decidedOf(key);
    const [newer, older] = [read.named[b], read.named[a]];
    const said = confirm.has('replaces') || confirm.has('all') || isNewer(added.get(file), sidecar?.replaces);
    // ids.yaml keeps what a person said when the newer scrape was added.
    if (!said && !(newer && newer.id === older?.id && newer.sidecar?.newer)) return [];
    return [{ a, b, reason: { rule: 'newer-scrape', detail: `a newer scrape of ${sidecar?.replaces ?? ''}` } }];
  });
}

/**
 * Notices about sidecars: an address that is not valid, and a replacement that is not believed. Anybody can write a
 * sidecar, so `replaces` is only a claim: it counts where both scrapes are one paper by their own content, or where a
 * person says so.
 */
export function sidecarNotices(groups: readonly Group[], read: ReadAll, decidedOf: Decided): Notice[] {
  const groupOf = new Map(groups.flatMap(({ members }, group) => members.map((member) => [member, group] as const)));
  const files = new Map<string, Set<number>>();
  read.keys.forEach(({ file }, i) => {
    const known = files.get(file) ?? new Set();
    files.set(file, known.add(groupOf.get(i) ?? -1));
  });
  return read.rows.flatMap(({ file, sidecar }): Notice[] => {
    if (!sidecar) return [];
    const { url, urlAt, replaces } = sidecar;
    const found: Notice[] = [];
    if (url && !webAddress(url)) found.push(noAddress(urlAt ?? { file: `${file}.meta.yaml` }, url));
    const first = read.keys.find((key) => key.file === file);
    if (!replaces || (first && decidedOf(first).refuse.has('replaces'))) return found;
    const [own, other] = [files.get(file), files.get(replaces)];
    if (!read.rows.some((row) => row.file === replaces)) found.push(namesNobody(file, replaces));
    else if (own && other && ![...own].some((group) => other.has(group))) found.push(notBelieved(file, replaces));
    return found;
  });
}

const noAddress = (place: Notice['place'], url: string): Notice => ({
  severity: 'warning',
  rule: 'value-not-valid',
  place,
  seen: `url "${url.slice(0, 120)}"`,
  expected: 'an http or https address without user name',
  remedy: 'fix the sidecar; the address is not used',
});

const namesNobody = (file: string, replaces: string): Notice => ({
  severity: 'warning',
  rule: 'sidecar-names-no-source',
  place: { file: `${file}.meta.yaml` },
  seen: `replaces: ${replaces.slice(0, 120)}`,
  expected: 'the name of a source of this review',
  remedy: 'fix the name, or take the line out; nothing is replaced',
});

const notBelieved = (file: string, replaces: string): Notice => ({
  severity: 'warning',
  rule: 'sidecar-not-believed',
  place: { file: `${file}.meta.yaml` },
  seen: `replaces: ${replaces}, while ${file} is about another paper`,
  expected: 'a newer scrape of the same page',
  remedy: `compare the two; if they are one page: npm run correct -- ${shellWord(file)} --confirm replaces --reason "…" --seen "…"; otherwise take the line out of the sidecar`,
});
