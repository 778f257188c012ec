/** The page while it is read: its lines, its draft, and which characters have become a value, a copy or furniture. */

import { emptyDraft, type Claim, type Draft, type Read, type Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import type { Place } from '#domain/place';
import { offsetsOf, placesOf, type SourceText } from '#domain/source';
import { single, startMaking, type Making, type SingleField, type Taken } from '../draft/making.ts';
import type { Meaning, Statement } from '../draft/statement.ts';
import { take } from '../draft/takes.ts';
import { withoutNamesAsKeywords } from '../draft/names-as-keywords.ts';
import { committed, type Choice as Field, type Weighed, type Weights } from './weigh.ts';
import { fold, join, placesFor, slice, spanOf, spansOf, traceSource, type Traced } from '../text/traced.ts';

/** A line of a source: its folded text knows where each character is. */
export interface Line {
  /** From 0. */
  index: number;
  start: number;
  end: number;
  traced: Traced;
  text: string;
}

/** A choice among candidates, as it can be shown: what was weighed, and what was taken. */
export interface Choice {
  field: Field;
  options: { line: number; text: string; points: number; held: [name: string, share: number][]; chosen: boolean }[];
}

/** How a page shows a name to be its journal's. */
export type JournalWay =
  'record' | 'label' | 'source' | 'citation' | 'numbers' | 'own' | 'above' | 'segment' | 'logo' | 'path' | 'alone';

/** Fields of numbers that a page may state of several papers. */
const numberFields = ['volume', 'issue', 'pages', 'articleNumber', 'issued', 'online', 'doi'] as const;
export type NumberField = (typeof numberFields)[number];

const isNumberField = (field: SingleField): field is NumberField => numberFields.some((one) => one === field);

/** A source on the desk: what was read of it so far, and which of its characters are spoken for. */
export class Page {
  readonly source: SourceText;
  readonly lines: Line[];
  /** What the page says of its paper; the same functions put values into it as into the draft of a reference. */
  readonly making: Making;
  readonly draft: Draft;
  readonly claims: Claim[];
  readonly notices: Notice[];
  /** Every name that was taken for the journal's, with the way in which the page shows it. */
  readonly journals: { name: Traced; way: JournalWay; line: number }[] = [];
  /** Every number that was taken for the paper's, with where the page says it. */
  readonly numbers: { field: NumberField; value: string; traced: Traced }[] = [];
  /** What was chosen from which candidates, and why. */
  readonly choices: Choice[] = [];
  /** Fields that were read from a line that no label announces. */
  readonly unsure = new Set<string>();
  /** Fields whose place a site file knows: they are sure, and nothing is weighed for them. */
  readonly taught = new Set<string>();
  /** Fields for which the page states more than one value. */
  readonly conflicts: Set<string>;
  /** The weights of the reasons, by field. */
  readonly weights: Readonly<Record<Field, Weights>>;
  /** Whether the keywords that are known are all: metadata that publishers write for machines list them. */
  keywordsAll = false;
  /** Whether bibliographic metadata of the page name its title. */
  titleStated = false;
  /** Whether the page's metadata name the journal: publishers write them for machines, and nothing is weighed against them. */
  journalStated = false;
  /** Whether the authors' names end in the letters with which the lines of their addresses begin: "Ana Berga", "Bo Dahlb". */
  lettered = false;
  /** Whether a record or metadata of the page named the book or the proceedings that the work is in. */
  inBook = false;
  readonly #taken: Uint8Array;
  #inOrder: Line[] | undefined;

  /** `lines` where a page's lines are not its source's: the paragraphs of its markup. */
  constructor(source: SourceText, beside?: Page, lines?: Line[], weights = beside?.weights ?? committed) {
    this.weights = weights;
    this.source = source;
    this.draft = emptyDraft();
    this.claims = beside?.claims ?? [];
    this.notices = beside?.notices ?? [];
    this.#taken = beside ? beside.#taken : new Uint8Array(source.text.length);
    this.making = startMaking(source, this.draft, {
      claims: this.claims,
      claim: (from, to, outcome, pointer) => this.#claim(from, to, outcome, pointer),
      repeat: (said, p) => this.#repeat(said, p),
      hear: (field, value, p) => this.hear(field, value, p),
      namesAgain: true,
    });
    this.making.notices = this.notices;
    this.conflicts = this.making.conflicts;
    this.lines =
      lines ??
      beside?.lines ??
      source.lineStarts.map((start, index) => {
        const end = source.lineStarts[index + 1] ?? source.text.length;
        const traced = fold(traceSource(source, start, end));
        return { index, start, end, traced, text: traced.text };
      });
  }

  /** The same source with a further draft, for one record of many. */
  child(record: number): Page {
    const page = new Page(this.source, this);
    page.draft.record = record;
    return page;
  }

  /** The same lines with nothing read of them; what was weighed is kept. */
  anew(): Page {
    const page = new Page(this.source, undefined, this.lines, this.weights);
    page.choices.push(...this.choices);
    return page;
  }

  /** The line that holds an offset of the source. */
  lineHolding(offset: number): Line | undefined {
    this.#inOrder ??= this.lines.filter(({ text }) => text).sort((a, b) => a.start - b.start);
    let low = 0;
    let high = this.#inOrder.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#inOrder[middle]?.start ?? Infinity) > offset) high = middle;
      else low = middle + 1;
    }
    const found = this.#inOrder[low - 1];
    return found && offset < found.end ? found : undefined;
  }

  /** The line that a text begins on. */
  lineOf(traced: Traced): Line | undefined {
    const [first] = spansOf(traced);
    return first && this.lineHolding(first[0]);
  }

  /** The line that a place begins on. */
  lineAt(place: Place | undefined): Line | undefined {
    return place && this.lineHolding(offsetsOf(this.source, place)[0]);
  }

  places(traced: Traced, start = 0, end = traced.text.length): Place[] {
    return placesFor(this.source, traced, start, end);
  }

  /** Marks a text's characters as spoken for and returns their places, each character at most once. */
  take(traced: Traced, start = 0, end = traced.text.length): Place[] {
    for (const [a, b] of spansOf(traced, start, end)) this.#taken.fill(1, a, b);
    return this.places(traced, start, end);
  }

  isFree(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (this.#taken[i]) return false;
    return true;
  }

  isFreeLine(line: Line): boolean {
    return line.text !== '' && this.isFree(line.start, line.end);
  }

  /** The parts of `[start, end)` that nothing has claimed, as stretches without white space at their ends. */
  *freeStretches(start: number, end: number): Generator<[number, number]> {
    const { text } = this.source;
    let from = -1;
    let last = -1;
    for (let i = start; i <= end; i++) {
      const open = i < end && !this.#taken[i];
      if (open && /\S/u.test(text[i] as string)) {
        if (from < 0) from = i;
        last = i + 1;
      }
      if (!open && from >= 0) {
        yield [from, last];
        from = -1;
      }
    }
  }

  #claim(start: number, end: number, outcome: Claim['outcome'], pointer?: string): void {
    for (const [a, b] of this.freeStretches(start, end)) {
      this.#taken.fill(1, a, b);
      for (const at of placesOf(this.source, a, b, pointer)) this.claims.push({ at, outcome });
    }
  }

  /** All that is not spoken for between two offsets is furniture by this rule. */
  furniture(rule: string, start: number, end: number): void {
    this.#claim(start, end, { kind: 'furniture', rule });
  }

  furnitureLine(rule: string, line: Line | undefined): void {
    if (line) this.furniture(rule, line.start, line.end);
  }

  /** All that is not spoken for in the text's raw stretch says again what is at `of`. */
  copy(traced: Traced, of: Place): void {
    for (const [a, b] of spansOf(traced)) this.#claim(a, b, { kind: 'copy', of }, traced.pointer);
  }

  copyLine(line: Line, of: Place): void {
    this.#claim(line.start, line.end, { kind: 'copy', of });
  }

  /** A value gets the place where it is stated again. One said a hundred times over is said often enough. */
  #repeat({ at }: Read<unknown>, p: Traced): Traced[] {
    const offsets = (place: Place): string => offsetsOf(this.source, place).join('-');
    const seen = new Set(at.slice(-100).map(offsets));
    at.push(...this.places(p).filter((place) => !seen.has(offsets(place))));
    return [p];
  }

  /** Puts a value into the draft, with what else is known of it; false where it cannot be one. */
  put(means: Meaning, value: Traced, more: Partial<Statement> = {}): boolean {
    const span = spanOf(value);
    return span !== undefined && this.#settle(value, take(this.making, means, { means, value, span, ...more }));
  }

  /**
   * Sets a field to what `[start, end)` of a text says. Stated again, it gets the further place; another value is left
   * alone and the answer is false: the rule that came first has precedence.
   */
  state(
    field: SingleField,
    value: string,
    traced: Traced,
    start = 0,
    end = traced.text.length,
    derived?: string,
  ): boolean {
    const p = slice(traced, start, end);
    const taken = single(this.making, field, value, p, derived);
    return taken !== 'second' && this.#settle(p, taken);
  }

  /** Marks what a statement took as spoken for; what it left stays to the page's own rules. */
  #settle(value: Traced, taken: Taken): boolean {
    if (taken === 'second') return true;
    if (taken === 'unread' || 'rule' in taken) return false;
    if ('copyOf' in taken) this.copy(value, taken.copyOf);
    else for (const p of taken) this.take(p);
    return true;
  }

  /** Keeps a number that was taken for the paper's: until all of the page is weighed, the first of a field counts. */
  hear(field: SingleField, value: string, traced: Traced): void {
    if (isNumberField(field) && this.numbers.length < 2000) this.numbers.push({ field, value, traced });
  }

  /** Keeps what was weighed for a field and what was taken. */
  chose<T>(
    field: Field,
    weighed: readonly Weighed<T>[],
    taken: (candidate: T) => boolean,
    shown: (candidate: T) => { line: number; text: string },
  ): void {
    const options = weighed.map(({ candidate, points, held }) => ({
      ...shown(candidate),
      points,
      held,
      chosen: taken(candidate),
    }));
    this.choices.push({ field, options });
  }

  notice(
    severity: Notice['severity'],
    rule: string,
    place: Place | undefined,
    words: Omit<Notice, 'severity' | 'rule' | 'place'>,
  ): void {
    this.notices.push({ severity, rule, place: place ?? { file: this.source.file }, ...words });
  }

  reading(isPaper = true): Reading {
    withoutNamesAsKeywords(this.draft, this.claims);
    return { drafts: [this.draft], isPaper, claims: this.claims, notices: this.notices };
  }
}

/** A line's text from `start` on, folded at its ends. */
export const restOf = (line: Line, start: number, end = line.text.length): Traced =>
  fold(slice(line.traced, start, end));

/** Several lines as one text. */
export const joinLines = (lines: readonly Line[]): Traced =>
  join(
    lines.map((line) => line.traced),
    ' ',
  );
