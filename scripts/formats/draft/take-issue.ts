/**
 * Puts statements about the publication into a draft: journal, volume, issue, pages, article number, dates, publisher,
 * item type, and what happened to the paper later. Each function reads one meaning and says what it took.
 */

import { readAlike } from '#domain/text';
import { readDate, toDate } from '../values/dates.ts';
import { read, single, type Making, type Take, type Taken } from './making.ts';
import { plain } from '../text/inline.ts';
import { isPii, noPages, readExtent } from '../values/extents.ts';
import { readLocator } from '../values/locators.ts';
import { fold, placesFor, slice, trim, type Traced } from '../text/traced.ts';
import type { Statement } from './statement.ts';
import { statusOfLink, statusOfType, statusKinds, type StatusKind } from '../values/retractions.ts';
import { readType } from '../values/types.ts';

export function takeExtent(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  if (isPii(p.text)) return { rule: 'publisher-identifiers' };
  const extent = readExtent(p.text);
  if (extent.articleNumber) return single(making, 'articleNumber', extent.articleNumber, p);
  if (!extent.pages) return noPages.test(p.text) || !p.text ? { rule: 'states-nothing' } : 'unread';
  return single(making, 'pages', extent.pages, p, extent.derived);
}

export function takeJournalAbbreviation(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  if (!p.text) return 'unread';
  const earlier = making.draft.journalAbbreviation;
  if (!earlier) {
    making.draft.journalAbbreviation = read(making, p.text, p);
    return [p];
  }
  const [place] = earlier.at;
  // J9 and JI abbreviate one name in two ways; the first is kept.
  return place ? { copyOf: place } : 'unread';
}

export function takePublicationType(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  const status = statusOfType(p.text);
  if (status) setStatus(making, status, p);
  const type = readType(p.text.split(/\s?[;；]\s?/u)[0] ?? '') ?? readType(p.text);
  if (status && (!type || making.draft.type)) return [p];
  if (!type || making.draft.type) return { rule: 'publication-type' };
  making.draft.type = read(making, type, p);
  return [p];
}

export const takeType: Take = (making, s) => {
  const p = trim(s.value);
  const type = readType(p.text);
  if (!type) return p.text ? { rule: 'publication-type' } : [];
  const taken = single(making, 'type', type, p);
  return taken === 'second' ? [p] : taken;
};

export const takePublisher: Take = (making, s) => {
  const p = trim(fold(s.value));
  const taken = single(making, 'publisher', p.text, p);
  // Ovid writes the publisher's country as a second publisher, which does not belong to its place.
  return taken === 'second' ? { rule: 'publisher-place' } : taken;
};

export const takeOnline: Take = (making, s) => {
  const p = trim(s.value);
  const date = toDate(readDate(p.text));
  if (!date || making.draft.online) return { rule: 'database-dates' };
  making.draft.online = read(making, date, p);
  return [p];
};

export const takeFirstPage: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (noPages.test(p.text) || !p.text) return { rule: 'states-nothing' };
  if (making.first) return 'unread';
  making.first = p;
  return [p];
};

export const takeLastPage: Take = (making, s) => {
  const p = trim(fold(s.value));
  if (noPages.test(p.text) || !p.text) return { rule: 'states-nothing' };
  if (making.last) return 'unread';
  making.last = p;
  return [p];
};

export const takeArticleNumber: Take = (making, s) => {
  const whole = trim(fold(s.value));
  const p = slice(whole, 0, whole.text.replace(/\s?\[pii\]$/iu, '').length);
  if (isPii(p.text)) return { rule: 'publisher-identifiers' };
  const extent = readExtent(p.text);
  if (!/\d/u.test(p.text)) return 'unread';
  if (noPages.test(p.text)) return { rule: 'states-nothing' };
  if (extent.pages?.includes('-')) return takeExtent(making, s);
  return single(making, 'articleNumber', extent.articleNumber ?? p.text.replace(/^(?:artn|pii:?)\s+/iu, ''), p);
};

export function takeNumber(making: Making, field: 'volume' | 'issue', s: Statement): Taken {
  const p = trim(fold(s.value));
  const bare = p.text
    .replace(/^(?:vol(?:ume)?|no|issue|iss|number)\.?\s*(?=\d)/iu, '')
    .replace(/^第?\s?(\d{1,5})\s?[卷期]$/u, '$1')
    .replace(/[–—]/gu, '-');
  // `Bd. 1 Nr. 2` under one of both, or under each: the volume and the issue.
  const parts = /^\p{L}/u.test(bare) ? readLocator(bare) : undefined;
  if (parts?.tokens.length === 2 && !parts.rest.length) {
    const [own, other] = [field, field === 'volume' ? 'issue' : 'volume'] as const;
    const valueOf = (kind: string) => parts.tokens.find((one) => one.kind === kind)?.value;
    const [value, beside] = [valueOf(own), valueOf(other)];
    if (value !== undefined) {
      if (beside !== undefined && !making.draft[other]) single(making, other, beside, p);
      return single(making, own, value, p);
    }
  }
  if (!bare || noPages.test(bare)) return bare ? { rule: 'states-nothing' } : [p];
  // A cited reference under the wrong tag is not an issue.
  if (bare.length > 40) return 'unread';
  return single(making, field, bare, p);
}

export function takeJournal(making: Making, s: Statement, nlm: boolean): Taken {
  const p = plain(s.value);
  if (!p.text) return 'unread';
  const same = making.journals.find((one) => readAlike(one.passage.text, p.text));
  if (same) {
    const [place] = placesFor(making.source, same.passage);
    return place ? { copyOf: place } : 'unread';
  }
  if (making.journals.length > 1) return 'unread';
  making.journals.push({ nlm, passage: p });
  return [p];
}

export function pushDate(list: Making['years'], s: Statement): Taken {
  const p = trim(s.value);
  const parts = readDate(p.text);
  if (parts.year === undefined && parts.month === undefined) {
    // A season is not a month: only the year is taken.
    if (/^(?:spr|sum|aut|fall|win)/iu.test(p.text)) return { rule: 'season' };
    return /\d|\p{L}/u.test(p.text) ? 'unread' : [p];
  }
  list.push({ parts, passage: p });
  return [p];
}

/** The gravest of what a record says became of its paper. */
function setStatus(making: Making, status: StatusKind, p: Traced): void {
  const earlier = making.draft.status;
  const weight = (one: string) => statusKinds.findIndex((other) => other === one);
  if (!earlier || weight(status) < weight(earlier.value)) making.draft.status = read(making, status, p);
}

/** A link from the paper to the notice that retracts, corrects or questions it; `label` says which. */
export const takeStatus: Take = (making, s) => {
  const p = trim(fold(s.value));
  const status = statusOfLink(s.label ?? p.text);
  if (!status) return { rule: 'linked-articles' };
  setStatus(making, status, p);
  return making.draft.status?.value === status ? [p] : { rule: 'linked-articles' };
};
