/** Collects the drafts, claims and notices of a file that holds many records. */

import type { Claim, Draft, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import { compose } from '../draft/compose.ts';
import type { Statement } from '../draft/statement.ts';
import type { TaggedField } from '../text/tagged.ts';
import { withoutPage } from './pasted-page.ts';

/** Reads a file of references record by record; claims and notices of a format's own are added to those of its records. */
export class RecordsReading {
  readonly source: SourceText;
  readonly claims: Claim[];
  readonly notices: Notice[] = [];
  readonly #drafts: Draft[] = [];
  readonly #spans: [number, number][] = [];

  constructor(source: SourceText, claims: Claim[] = []) {
    this.source = source;
    this.claims = claims;
  }

  /** How many records were drafted. */
  get count(): number {
    return this.#drafts.length;
  }

  /** Drafts the next record from its statements; `span` is the record's own stretch. */
  add(statements: readonly Statement[], span: [number, number]): Draft {
    const composed = compose(this.source, this.#drafts.length + 1, statements, span);
    this.#drafts.push(composed.draft);
    this.#spans.push(span);
    this.claims.push(...composed.claims);
    this.notices.push(...composed.notices);
    return composed.draft;
  }

  /** Adds each record of fields; one without a field is not a record. */
  addEach(
    records: readonly (readonly TaggedField[])[],
    statementsOf: (fields: readonly TaggedField[]) => readonly Statement[] | undefined,
    also: (draft: Draft, fields: readonly TaggedField[]) => void = () => undefined,
  ): void {
    for (const fields of records.map(withoutPage)) {
      const [first, last] = [fields[0], fields.at(-1)];
      const statements = first && statementsOf(fields);
      if (first && last && statements) also(this.add(statements, [first.start, last.end]), fields);
    }
  }

  /** What was read; a file that holds no record at all says so. */
  done(): Reading {
    const { claims } = this;
    const notices = oncePerValue(this.notices);
    if (this.#drafts.length === 0)
      notices.push({
        severity: 'warning',
        rule: 'no-records',
        place: { file: this.source.file },
        seen: 'a file of references without a record that can be read',
        expected: 'one record or more',
        remedy: 'export the file again from the database or reference manager',
      });
    return { drafts: this.#drafts, kind: 'references', isPaper: false, spans: this.#spans, claims, notices };
  }
}

/** One notice for all values that a program lost in the same way: a column may have as many as the file has records. */
function oncePerValue(notices: readonly Notice[]): Notice[] {
  const times = Map.groupBy(notices, ({ rule, seen }) => (rule === 'value-lost' ? seen : ''));
  return notices.flatMap((notice) => {
    const same = notice.rule === 'value-lost' ? (times.get(notice.seen) ?? []) : [];
    if (same.length < 2) return [notice];
    return same[0] === notice ? [{ ...notice, seen: `${notice.seen} (${same.length} times in this file)` }] : [];
  });
}
