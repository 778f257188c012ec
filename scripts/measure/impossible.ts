/** Looks for values of a page that a glance shows to be wrong, for the tests of labelled pages. */

import { faultOf, impossible, type Possible } from '../formats/pages/impossible.ts';
import { copyKey } from '../formats/pages/state-titles.ts';
import type { Label } from './score.ts';

const isPossible = (kind: string): kind is Possible => Object.hasOwn(impossible, kind);

/** The values that cannot be, each with its field and the reason; a paper of a later year than the next is not yet. */
export function impossibleIn(page: Label): string[] {
  const nextYear = new Date().getFullYear() + 1;
  const found = Object.entries(page).flatMap(([field, values]) => {
    const kind = field.replace(/_zh$/u, '');
    return !isPossible(kind)
      ? []
      : [values ?? []].flat().flatMap((value) => {
          const fault = faultOf(kind, String(value));
          return fault ? [`${field} ${String(value).slice(0, 80)}: ${fault}`] : [];
        });
  });
  const { title, title_zh: zh, journal, authors, year } = page;
  const names = [journal, ...(authors ?? [])].flatMap((name) => (name ? [copyKey(name)] : []));
  if ([title, zh].some((one) => one && names.includes(copyKey(one)))) found.push('the title is the name of another');
  if (journal && (authors ?? []).some((name) => copyKey(name) === copyKey(journal)))
    found.push('an author is the journal');
  if (Number(year) > nextYear) found.push(`year ${year}: yet to come`);
  return found;
}
