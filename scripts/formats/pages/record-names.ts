/** Recognises bibliographic records in embedded JSON, and says what their members mean. */

import { hasHan } from '#text/han';
import { fieldOfLabel } from './labels.ts';
import { readJson, type JsonNode, type JsonResult } from '../text/json.ts';
import words from '../words/members.json' with { type: 'json' };
import type { PageMeaning } from './meaning.ts';
import { type Page } from './page.ts';
import { traceSource, type Traced } from '../text/traced.ts';

/**
 * What a member of a bibliographic record is called, in the records that sites, indexes and schema.org embed. They are
 * read in the table's order: a volume must be known before the date can be distinguished from an online date.
 */
export const memberOrder = Object.keys(words) as MemberMeaning[];

/** A meaning of a member; `again` holds the record once more. */
export type MemberMeaning = Extract<keyof typeof words, PageMeaning> | 'again';

const fieldByKey = new Map(memberOrder.flatMap((means) => words[means].map((key) => [plainKey(key), means] as const)));

/** `title_en`, `titleEn` and `TitleEN` are one key. */
function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}@]/gu, '');
}

/** What services add to the name of a member: what it is of, in which language, in what form. */
const before = /^(?:article|paper|document|doc|literature|dc|prism|citation|full|original)(?=\p{L}{3})/u;
const after =
  /(?<=\p{L}{3})(?:en|eng|english|cn|ch|chn|zh|chs|chinese|original|list|info|string|text|names?|arr|array)$/u;

/** Members of a record that a Chinese label names, where labels and members say the same. */
const labelled = new Set<string>(
  'title authors journal date online year volume issue pages doi pmid pmcid issn publisher keywords abstract type url'.split(
    ' ',
  ),
);

/** The field that a member's name stands for: as known, or as known without what services add to it. */
export function fieldOf(key: string): MemberMeaning | undefined {
  let plain = plainKey(key);
  if (hasHan(plain)) {
    const field = fieldOfLabel(key);
    return memberOrder.find((means) => means === field && labelled.has(means));
  }
  for (let i = 0; i < 3; i++) {
    const field = fieldByKey.get(plain);
    if (field) return field;
    const shorter = after.test(plain) ? plain.replace(after, '') : plain.replace(before, '');
    if (shorter === plain) return undefined;
    plain = shorter;
  }
  return fieldByKey.get(plain);
}

export const statesNothing = (node: JsonNode): boolean =>
  node.kind === 'object' || node.kind === 'array'
    ? node.members.size === 0
    : /^(?:null|false|0(?:\.0+)?|n\/a|undefined|none)?$/iu.test(node.text.text.trim());

/** Whether an object has the members of a bibliographic record: a title and at least two of what goes with it; schema.org's may call the title a name. */
export function isRecord(root: JsonNode, linked = false): boolean {
  if (root.kind !== 'object') return false;
  const fields = new Set([...root.members].map(([key, node]) => (statesNothing(node) ? undefined : fieldOf(key))));
  return (
    (fields.has('title') || (linked && root.members.has('name'))) &&
    (['authors', 'editor', 'doi', 'isbn', 'abstract', 'date', 'journal', 'year', 'pmid'] as const).filter((field) =>
      fields.has(field),
    ).length >= 2
  );
}

/** Members that speak of other papers. */
const others = /reference|citation|cited|related|recommend|similar/iu;

/**
 * The records in a JSON value: it is one, or services wrap one, or a list of them, in their answers. A record inside a
 * record is part of it.
 */
function recordsIn(root: JsonNode): JsonNode[] {
  const found: JsonNode[] = [];
  let level = [root];
  for (let depth = 0; depth < 8 && level.length > 0 && level.length < 5000; depth++) {
    const next: JsonNode[] = [];
    for (const node of level)
      if (isRecord(node)) found.push(node);
      else for (const [key, inner] of node.members) if (inner.members.size > 0 && !others.test(key)) next.push(inner);
    level = next;
  }
  return found;
}

/** A record of a page, in the JSON value that it is in. */
export interface FoundRecord {
  record: JsonNode;
  result: JsonResult;
  traced: Traced;
}

/** The records in the JSON values of a page, each value beginning a line or standing in one. */
export function findRecords(page: Page): FoundRecord[] {
  const found: FoundRecord[] = [];
  let past = 0;
  for (const line of page.lines) {
    if (line.start < past) continue;
    const at = line.text.startsWith('{') || line.text.startsWith('[{') ? 0 : line.text.search(/\{\s?"/u);
    if (at < 0) continue;
    const start = page.source.text.indexOf(at === 0 ? (line.text[0] as string) : '{', line.start);
    // A record may be printed over many lines.
    const traced = traceSource(page.source, 0, page.source.text.length);
    const result = readJson(traced, start);
    if (!result || result.root.kind === 'string' || result.root.members.size === 0) continue;
    found.push(...recordsIn(result.root).map((record) => ({ record, result, traced })));
    past = result.end;
  }
  return found;
}

export const ruleOf = (key: string): string | undefined =>
  /^(?:periodicalif|impactfactor|jcr|jcrname|jcrquartile|regionnum|regioncategory|firstcategoryid|periodicalid|score|citescore)$/iu.test(
    key,
  )
    ? 'journal-metrics'
    : /(?:count|views|downloads|total)$/iu.test(key)
      ? 'counter'
      : undefined;
