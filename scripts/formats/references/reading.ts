import type { Claim, Draft, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';

/** The reading of a file of references; one that holds no record at all says so. */
export function readingOf(source: SourceText, drafts: Draft[], claims: Claim[], notices: Notice[]): Reading {
  if (drafts.length) return { drafts, kind: 'references', isPaper: false, claims, notices };
  const none: Notice = {
    severity: 'warning',
    rule: 'no-records',
    place: { file: source.file },
    seen: 'a file of references without a record that can be read',
    expected: 'one record or more',
    remedy: 'Export the file again from the database or reference manager.',
  };
  return { drafts, kind: 'references', isPaper: false, claims, notices: [...notices, none] };
}
