/** The fingerprint of what a record states, before its paper is made. */

import type { Member } from '../paper/members.ts';
import { agreedPeople } from '../paper/people.ts';
import { writtenIn } from '../paper/reconcile.ts';
import { agreedTitles } from '../paper/texts.ts';
import { agreedDate } from '../paper/values.ts';
import { fingerprint } from './slug.ts';

export function printOf(members: readonly Member[]): string {
  const titles = agreedTitles(members, writtenIn(members));
  const [issued, online] = (['issued', 'online'] as const).map((field) => agreedDate(members, field, []));
  return fingerprint({ titles, authors: agreedPeople(members).authors, issued, online });
}
