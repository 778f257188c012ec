/** What readers of XML references share: from elements to statements with their places. */

import type { Claim, Draft, Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import type { Name } from '#domain/person';
import { placesOf, type SourceText } from '#domain/source';
import { claimRange } from '../draft/claims.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { join, type Traced } from '../text/traced.ts';
import { at, childrenOf, contentSpan, readXml, textOf, type XmlElement, type XmlFile } from '../text/xml.ts';
import { months } from '#domain/date';
import { monthNumber } from '../values/dates.ts';
import { RecordsReading } from './reading.ts';

/** The statements of a record, each of an element's whole text. */
export class Statements {
  readonly all: Statement[] = [];
  /** A statement of an element's whole text. */
  add(means: TagMeaning, element: XmlElement | undefined, more: Partial<Statement> = {}): void {
    if (!element) return;
    const value = more.value ?? textOf(element);
    if (value.text.trim()) this.all.push({ means, span: contentSpan(element), ...more, value });
  }

  /** The kind of a work that its elements' names say, at the place of a value that it follows from. */
  addKind(kind: string | undefined, from: XmlElement | undefined): void {
    const [run] = from ? textOf(from).runs : [];
    if (kind && run) {
      const value = { text: kind, runs: [{ start: 0, end: kind.length, from: run.from, to: run.to }] };
      this.all.push({ means: 'type', value, span: [run.from, run.to] });
    }
  }

  /** A statement of each child of a name. */
  addAll(means: TagMeaning, parent: XmlElement | undefined, name: string): void {
    for (const child of childrenOf(parent, name)) this.add(means, child);
  }
}

/** The value of an attribute, at the place of the tag that it is in. */
export function attributeText(element: XmlElement, name: string): Traced | undefined {
  const text = element.attributes[name]?.trim();
  const [past] = contentSpan(element);
  return text ? { text, runs: [{ start: 0, end: text.length, from: element.start, to: past }] } : undefined;
}

/** Year, month and day as one text, "2018 Apr 5", with the places of all three. Names of the elements in any case. */
export function dateText(date: XmlElement | undefined): Traced | undefined {
  const part = (name: string) => childrenOf(date).find((child) => child.name.toLowerCase() === name);
  const parts = ['year', 'month', 'day'].map(part).filter((one) => one !== undefined);
  const medline = at(date, 'MedlineDate');
  if (medline) return textOf(medline);
  if (!parts.length) return undefined;
  const texts = parts.map((one) => {
    const text = textOf(one);
    const month = one.name.toLowerCase() === 'month' ? monthNumber(text.text) : undefined;
    // A number alone would read as a day: the month by its name.
    return month === undefined || !/^\s*\d/u.test(text.text)
      ? text
      : {
          ...text,
          text: months[month - 1] ?? text.text,
          runs: text.runs.map((run) => ({ ...run, start: 0, end: 3 })),
        };
  });
  return join(texts, ' ');
}

/** A person whose parts are elements of their own, as a statement; nothing without a family name. */
export function personOf(
  element: XmlElement,
  names: { family: string; given: string; suffix?: string; particle?: string },
): Partial<Statement> | undefined {
  const family = at(element, names.family);
  if (!family) return undefined;
  const [given, suffix] = [at(element, names.given), names.suffix ? at(element, names.suffix) : undefined];
  const plain = (one: XmlElement): string => textOf(one).text.replace(/\s+/gu, ' ').trim();
  if (!plain(family)) return undefined;
  const stated = [family, given, suffix].flatMap((one) => (one && plain(one) ? [textOf(one)] : []));
  const value = join(stated, ', ');
  const words = plain(family).split(' ');
  const lower = words.findIndex((word) => !/^\p{Ll}/u.test(word));
  const name: Name = {
    written: value.text.replace(/\s+/gu, ' ').trim(),
    family: lower > 0 ? words.slice(lower).join(' ') : plain(family),
    ...(lower > 0 ? { particle: words.slice(0, lower).join(' ') } : {}),
    ...(given && plain(given) ? { given: plain(given) } : {}),
    ...(suffix && plain(suffix) ? { suffix: plain(suffix) } : {}),
  };
  return { value, name };
}

/** Claims all text within an element, its tags apart. */
export function claimText(source: SourceText, element: XmlElement, rule: string, claims: Claim[]): void {
  for (const run of textOf(element).runs) claimRange(claims, source, run.from, run.to, rule);
}

/** What is wrong with a file of XML as such. */
function noticesOf(source: SourceText, { unbalanced, entities }: XmlFile): Notice[] {
  const notices: Notice[] = [];
  if (unbalanced)
    notices.push({
      severity: 'info',
      rule: 'xml-unbalanced',
      place: { file: source.file },
      seen: `${unbalanced} elements that are not closed, or closed without having been opened`,
      expected: 'well-formed XML',
      remedy: 'export the file again if records are missing; what can be separated is read',
    });
  if (entities)
    notices.push({
      severity: 'warning',
      rule: 'xml-entities',
      place: placesOf(source, ...entities)[0] ?? { file: source.file },
      seen: 'a document type that declares entities of its own',
      expected: 'text and the characters that XML itself names, as databases export it',
      remedy: 'check the records: they have the names of the entities in place of their texts',
    });
  const style = /<\?xml-stylesheet[^>]{0,2000}>/u.exec(source.text.slice(0, 5000));
  if (style)
    notices.push({
      severity: 'warning',
      rule: 'xml-style-sheet',
      place: placesOf(source, style.index, style.index + style[0].length)[0] ?? { file: source.file },
      seen: 'a style sheet that the file asks for',
      expected: 'records alone',
      remedy: 'check the records: the style sheet is not fetched, so what it adds or changes is not in them',
    });
  return notices;
}

/** Claims the text of each element of a name that holds no field, wherever it is within a record. */
function claimFurniture(
  source: SourceText,
  record: XmlElement,
  furniture: Readonly<Record<string, string>>,
  claims: Claim[],
): void {
  for (const child of childrenOf(record)) {
    const rule = Object.hasOwn(furniture, child.name) ? furniture[child.name] : undefined;
    if (rule) claimText(source, child, rule, claims);
    else claimFurniture(source, child, furniture, claims);
  }
}

/** What a dialect of XML needs: which elements are records, and what a record states. */
interface Dialect<Found> {
  recordsOf: (root: XmlElement) => Found[];
  elementOf: (found: Found) => XmlElement;
  statementsOf: (found: Found, claims: Claim[]) => Statement[];
  /** Rules by the names of elements that hold no field, wherever they are in a record. */
  furniture?: Readonly<Record<string, string>>;
  /** What can be said only when the record is drafted. */
  finish?: (draft: Draft, found: Found) => void;
}

export function readDialect<Found>(source: SourceText, dialect: Dialect<Found>): Reading {
  const file = readXml(source);
  const reading = new RecordsReading(source);
  for (const [from, to] of file.syntax) claimRange(reading.claims, source, from, to, 'record-syntax');
  for (const found of dialect.recordsOf(file.root)) {
    const element = dialect.elementOf(found);
    claimFurniture(source, element, dialect.furniture ?? {}, reading.claims);
    const draft = reading.add(dialect.statementsOf(found, reading.claims), [element.start, element.end]);
    dialect.finish?.(draft, found);
  }
  reading.notices.push(...noticesOf(source, file));
  return reading.done();
}

/**
 * The name of the root element of a file of XML, without its prefix, after declarations and comments; `undefined` for
 * other text.
 */
export function rootOf(text: string): string | undefined {
  const prolog =
    /^\ufeff?\s*(?:<\?[^>]{0,2000}>\s*|<!--[\s\S]{0,2000}?-->\s*|<!DOCTYPE[^>[]{0,1000}(?:\[[^\]]{0,2000}\]\s*)?>\s*){0,9}/u;
  const start = text.slice(0, 12_000);
  return /^<(?:[\w.-]{1,40}:)?([a-z_][\w.-]{0,80})[\s/>]/iu.exec(start.slice(prolog.exec(start)?.[0].length ?? 0))?.[1];
}
