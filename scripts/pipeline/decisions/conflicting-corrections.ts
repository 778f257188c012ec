/** Reports corrections of one day that give one field of a paper different values. */

import type { Notice } from '#domain/notice';
import type { FiledCorrection } from './read-decisions.ts';

/** The part of the name that corrections of one target share: `page` for page.yaml, page-2.yaml and page.yaml#3. */
const stemOf = (file: string): string => file.replace(/#\d+$/u, '').replace(/(?:-\d+)?\.ya?ml$/iu, '');

/**
 * Corrections of one day under one name are ordered by their numbers, which is the order in which they were written.
 * Corrections under two names, such as the file name of a page and its DOI, are ordered by name only, which nobody
 * chose. So a notice says where two of those conflict.
 */
export function conflictingCorrections(corrections: readonly FiledCorrection[]): Notice[] {
  const notices: Notice[] = [];
  const last = new Map<string, { by: FiledCorrection; value: string }>();
  for (const by of [...corrections].reverse())
    for (const [field, value] of saidIn(by)) {
      const winner = last.get(field);
      if (!winner) last.set(field, { by, value });
      else if (by.date === winner.by.date && stemOf(by.file) !== stemOf(winner.by.file) && value !== winner.value)
        notices.push(overruled(by, winner.by, field, value, winner.value));
    }
  return notices;
}

/**
 * Each field that a correction names, with the value that it gives; the value is empty where the correction unsets it.
 */
function saidIn({ set, unset }: FiledCorrection): [string, string][] {
  const { titles, digest, status, concepts, notConcepts, registrations: _added, ...whole } = set;
  const said: [string, unknown][] = [
    ...Object.entries(whole),
    ...Object.entries(digest ?? {}).map(([part, value]): [string, unknown] => [`digest.${part}`, value]),
    ...(titles ?? []).map((it): [string, unknown] => [`titles.${it.language} (${it.role})`, it.text]),
    ...(status ?? []).map((it): [string, unknown] => [`status ${it.kind}`, [it.note, it.date]]),
    ...(concepts ?? []).map((it): [string, unknown] => [`concept ${JSON.stringify(it)}`, 'is of the paper']),
    ...(notConcepts ?? []).map((it): [string, unknown] => [`concept ${JSON.stringify(it)}`, 'is not']),
    ...unset.map((path): [string, unknown] => [path, '']),
  ];
  return said.map(([field, value]) => [field, typeof value === 'string' ? value : JSON.stringify(value)]);
}

const overruled = (
  by: FiledCorrection,
  winner: FiledCorrection,
  field: string,
  value: string,
  other: string,
): Notice => ({
  severity: 'warning',
  rule: 'decisions-of-one-day',
  place: { file: `corrections/${by.file.replace(/#\d+$/u, '')}` },
  seen: `${field}: ${value || 'unset'}; ${winner.file} of the same ${by.date ? `day, ${by.date}` : 'date, none'}, says ${other || 'unset'}, and wins because its name comes later`,
  expected: 'one decision for each field and day, or dates that say which is later',
  remedy: `remove the field from the wrong one, or give the right one a later date`,
});
