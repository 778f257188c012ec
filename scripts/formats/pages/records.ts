/** Reads a bibliographic record that is embedded in a page as JSON, such as JSON-LD or the state of a script. */

import type { Place } from '#domain/place';
import type { NamePiece } from '../values/name-pieces.ts';
import { identifierForms } from '../values/identifiers.ts';
import { stateAuthors } from './authorship.ts';
import { readJson, type JsonNode, type JsonResult } from '../text/json.ts';
import { type Page } from './page.ts';
import { fieldOf, isRecord, memberOrder, ruleOf, statesNothing, type MemberMeaning } from './record-names.ts';
import { stateValue } from './state.ts';
import { copyKey, sameLanguage, titleLanguage } from './state-titles.ts';
import { settleWork } from './works.ts';
import { fold, join, slice, spanOf, trim, type Traced } from '../text/traced.ts';

interface Context {
  page: Page;
  /** The place of each value read so far by field and folded value: what a copy is a copy of. */
  seen: Map<string, Place>;
  depth: number;
  /** Of schema.org. */
  linked?: boolean;
}

/** How often a record may hold itself as escaped text. */
const deepestCopy = 3;

/**
 * Reads a bibliographic record; everything in it becomes a field, a copy, or furniture by rule. A `linked` one is
 * schema.org's, whose article may be called by its name and describe itself in a word or two. `answer` is the value in
 * which a service wraps the record.
 */
export function readRecord(
  page: Page,
  root: JsonNode,
  span: [number, number],
  linked = false,
  answer: JsonNode = root,
): void {
  const context: Context = { page, seen: new Map(), depth: 0, linked };
  readObject(context, root);
  settleWork(page);
  nameRest(context, answer);
  page.furniture('record-syntax', ...span);
}

function readObject(context: Context, root: JsonNode): void {
  const isNamed = context.linked && !root.members.has('headline') && !root.members.has('title');
  const isTitle = (key: string, node: JsonNode): boolean =>
    (isNamed && key === 'name') || (context.linked === true && isTranslated(root, key, node));
  const members = [...root.members]
    .map(([key, node]) => ({ key, node, field: isTitle(key, node) ? ('title' as const) : fieldOf(key) }))
    .flatMap(({ field, ...member }) => (field && !statesNothing(member.node) ? [{ ...member, field }] : []))
    // A description counts where no abstract is beside it, and only where it is not a teaser.
    .filter(
      ({ key, node }) => key !== 'description' || !(root.members.has('abstract') || (context.linked && isTeaser(node))),
    )
    .sort(
      (a, b) =>
        memberOrder.indexOf(a.field) - memberOrder.indexOf(b.field) ||
        // A list says where one name ends.
        Number(a.node.kind === 'string') - Number(b.node.kind === 'string'),
    );
  for (const { node, field } of members) {
    if (field === 'journal' && node.kind !== 'string') {
      readContainer(context, node);
      continue;
    }
    if (field === 'identifiers' && node.kind !== 'string') readIdentifiers(context, node);
    else if (field === 'again') readAgain(context, node);
    else if (node.kind === 'array' || node.kind === 'object') readNested(context, field, node);
    else readMember(context, field, node);
  }
}

/** Whether a member of schema.org's has the title in another language than the title itself. */
function isTranslated(root: JsonNode, key: string, { kind, text }: JsonNode): boolean {
  const title = root.members.get('headline') ?? root.members.get('name');
  if (!/^(?:alternativeHeadline|alternateName)$/u.test(key) || kind !== 'string' || title?.kind !== 'string')
    return false;
  return !sameLanguage(titleLanguage(title.text.text), titleLanguage(text.text));
}

const isTeaser = (node: JsonNode): boolean => node.text.text.length < 120 || /(?:…|\.\.\.)\s*$/u.test(node.text.text);

/** What a record says of the journal or the book that a work is part of. */
const inContainer: ReadonlySet<MemberMeaning> = new Set<MemberMeaning>([
  ...(['volume', 'issue', 'pages', 'first-page', 'last-page', 'issn', 'publisher', 'date', 'year', 'journal'] as const),
  ...(['isbn', 'editor', 'edition'] as const),
]);

const namedAs = (means: MemberMeaning): Record<string, MemberMeaning> => ({
  name: means,
  title: means,
  display_name: means,
});

/** What an article is part of: a journal with its numbers, or schema.org's issue of a volume of a journal. */
function readContainer(context: Context, node: JsonNode, depth = 0): void {
  if (node.kind === 'array') for (const item of node.members.values()) readContainer(context, item, depth);
  if (node.kind !== 'object' || depth > 4) return;
  const type = node.members.get('@type')?.text.text ?? '';
  const outer = node.members.get('isPartOf');
  // An issue or a volume that is part of something has a name of its own.
  const isPart = /^Publication(?:Issue|Volume)$/u.test(type) && outer !== undefined;
  const fields: Record<string, MemberMeaning> = isPart
    ? {}
    : { ...namedAs(/^Book/u.test(type) ? 'in-book' : 'journal'), number: 'issue' };
  for (const [key, inner] of node.members) {
    const known = fieldOf(key);
    const field =
      (Object.hasOwn(fields, key) ? fields[key] : undefined) ?? (known && inContainer.has(known) ? known : undefined);
    if (!field || statesNothing(inner)) continue;
    if (field === 'journal' && inner.kind !== 'string') {
      readContainer(context, inner, depth + 1);
      continue;
    }
    if (inner.kind === 'array' || inner.kind === 'object') readNested(context, field, inner);
    else readMember(context, field, inner);
  }
  if (outer) readContainer(context, outer, depth + 1);
}

const identifiers: readonly [RegExp, MemberMeaning][] = [
  [/^doi$/iu, 'doi'],
  [/^(?:pmid|pubmed)$/iu, 'pmid'],
  [/^(?:pmcid|pmc|pubmedcentral)$/iu, 'pmcid'],
  [/^isbn$/iu, 'isbn'],
];
const identifierOf = (name: string): MemberMeaning | undefined => identifiers.find(([test]) => test.test(name))?.[1];

/** The members that say of which kind an identifier is, and those that hold it. */
const kindMembers = ['idtype', 'type', 'name', 'identifierType', 'propertyID'];
const valueMembers = ['value', 'id', 'identifier'];

/**
 * `{"DOI": …, "PubMed": …}`, or kinds with their values, one or a list: `[{"idtype": "pubmed", "value": …}]`,
 * schema.org's `{"propertyID": "DOI", "value": …}`.
 */
function readIdentifiers(context: Context, node: JsonNode): void {
  const isOne =
    node.kind === 'object' && [kindMembers, valueMembers].every((keys) => keys.some((it) => node.members.has(it)));
  for (const [key, inner] of isOne ? [['', node] as const] : node.members) {
    if (inner.kind === 'string') {
      const field = identifierOf(key);
      // An address ends in the number.
      const number = field === 'doi' ? undefined : /(?:PMC)?\d{1,9}\/?$/iu.exec(inner.text.text);
      const text = number
        ? slice(inner.text, number.index, number.index + number[0].replace(/\/$/u, '').length)
        : inner.text;
      readMember(context, field ?? 'identifiers', { ...inner, text });
      continue;
    }
    if (inner.kind !== 'object') continue;
    const get = (...keys: string[]) => keys.map((one) => inner.members.get(one)).find((one) => one?.kind === 'string');
    const field = identifierOf(get(...kindMembers)?.text.text ?? '');
    const value = get(...valueMembers);
    if (value) readMember(context, field ?? 'identifiers', value);
    const address = field || value ? undefined : get('@id', 'url');
    if (address) readMember(context, 'identifiers', address);
  }
}

/** A record inside the record, as escaped JSON: what it adds is read, what it repeats is a copy. */
function readAgain(context: Context, node: JsonNode): void {
  if (node.kind !== 'string' || context.depth >= deepestCopy) return;
  const inner = readJson(node.text);
  if (!inner || !isRecord(inner.root)) return;
  const deeper = { ...context, depth: context.depth + 1 };
  readObject(deeper, inner.root);
  nameRest(deeper, inner.root);
}

/** The items of a list, also of one inside an object of one member: `{"authorList": {"author": [...]}}`. */
function itemsOf(node: JsonNode): JsonNode[] {
  const [only] = node.members.values();
  if (node.kind === 'object' && node.members.size === 1 && only?.kind === 'array') return [...only.members.values()];
  return node.kind === 'array' ? [...node.members.values()] : [node];
}

/** What is said of a value that its member cannot have, by the rule of the notice. */
const refusals: Partial<Record<MemberMeaning, readonly [rule: string, expected: string]>> = {
  authors: ['authors-unread', 'names between commas or semicolons'],
  doi: ['identifier-not-valid', identifierForms.doi],
  url: ['address-refused', 'an http or https address without user name'],
  'open-access': ['address-refused', 'an http or https address without user name'],
};

/** States one value of the record; stated again, it is a copy. */
function readMember({ page, seen }: Context, field: MemberMeaning, node: JsonNode): void {
  const value = trim(node.text);
  const key = `${field}:${copyKey(value.text) || value.text}`;
  const had = seen.get(key);
  if (had) return page.copy(node.text, had);
  if (field === 'again' || (field === 'authors' && page.draft.authors.length > 0)) return;
  if (!stateValue(page, field, value, { by: 'record' })) {
    const refusal = refusals[field];
    if (refusal) refuse(page, value, ...refusal);
    return;
  }
  // An abstract is without the markup around it.
  const [place] = (field === 'abstract' && page.draft.abstracts.at(-1)?.at) || page.places(value);
  // An address that says the DOI again is a copy of that.
  if (place && field !== 'url') seen.set(key, place);
  if (field === 'authors') page.furniture('separator', ...outer(node));
  if (field === 'abstract') for (const run of node.text.runs) page.furniture('markup', run.from, run.to);
}

function refuse(page: Page, value: Traced, rule: string, expected: string): void {
  page.notice('warning', rule, page.places(value)[0], {
    seen: value.text.slice(0, 120),
    expected,
    remedy: 'correct the source, or state the value with npm run correct; it is left out until then',
  });
  for (const run of value.runs) page.furniture('refused-value', run.from, run.to);
}

/** The stretch of the source that a node's text was made from. */
const outer = (node: JsonNode): [number, number] => spanOf(node.text) ?? [0, 0];

/** Lists of names or words, and objects with a name. */
function readNested(context: Context, field: MemberMeaning, node: JsonNode): void {
  const items = itemsOf(node);
  if (field === 'authors') {
    const pieces = items.flatMap((item) => authorOf(item) ?? []);
    if (context.depth === 0 && context.page.draft.authors.length === 0) {
      stateAuthors(context.page, pieces);
      context.page.making.people.isWhole = pieces.length > 1;
    }
    return;
  }
  if (field === 'editor') {
    for (const { traced } of items.flatMap((item) => authorOf(item) ?? []))
      stateValue(context.page, field, traced, { by: 'record' });
    return;
  }
  for (const item of items) {
    if (item.kind === 'string') readMember(context, field, item);
    const value =
      item.kind === 'object'
        ? [
            'name',
            'url',
            '@value',
            'value',
            'title',
            'display_name',
            'description',
            'keyword',
            'subject',
            'term',
            'text',
            '@id',
          ]
            .map((key) => item.members.get(key))
            .find((one) => one?.kind === 'string')
        : undefined;
    if (value) readMember(context, field, value);
    readPlaceAndTime(context, field, item);
  }
}

/** Where a publisher is, and where and when a conference was. */
function readPlaceAndTime(context: Context, field: MemberMeaning, item: JsonNode): void {
  const means = { publisher: 'publisher-place', event: 'event-place' } as const;
  if (field !== 'publisher' && field !== 'event') return;
  const location = item.members.get('location');
  const place = location?.kind === 'object' ? location.members.get('name') : location;
  if (place?.kind === 'string') stateValue(context.page, means[field], place.text, { by: 'record' });
  const [from, until] = ['startDate', 'endDate'].map((key) => item.members.get(key)?.text);
  if (field === 'event' && from)
    stateValue(context.page, 'event-date', until ? join([from, until], '/') : from, { by: 'record' });
}

function authorOf(item: JsonNode): NamePiece | undefined {
  if (item.kind === 'string') return { traced: fold(item.text) };
  if (item.kind !== 'object') return undefined;
  const inner = item.members.get('author');
  if (inner?.kind === 'object') return authorOf(inner);
  const get = (...keys: string[]) =>
    keys.map((key) => item.members.get(key)).find((node) => node?.kind === 'string' && node.text.text.trim())?.text;
  const family = get('family', 'familyName', 'lastName', 'lastname', 'surname');
  const given = get('given', 'givenName', 'firstName', 'forename', 'foreName', 'firstname');
  if (family && given) {
    const suffix = get('honorificSuffix', 'suffix');
    const behind = suffix ? join([fold(given), fold(suffix)], ' ') : fold(given);
    return { traced: join([fold(family), behind], ', ') };
  }
  const name = get('name', 'fullName', 'literal', 'displayName', 'display_name', 'creatorName') ?? family;
  return name ? { traced: fold(name) } : undefined;
}

/** Names what a record holds beside the paper's own facts. */
function nameRest(context: Context, root: JsonNode): void {
  const { page } = context;
  const stack: { node: JsonNode; key: string }[] = [...root.members].map(([key, node]) => ({ node, key }));
  while (stack.length > 0) {
    const { node, key } = stack.pop() as { node: JsonNode; key: string };
    if (node.kind === 'object' || node.kind === 'array') {
      for (const [inner, child] of node.members) stack.push({ node: child, key: /^\d+$/u.test(inner) ? key : inner });
      continue;
    }
    if (fieldOf(key) === 'again' && node.kind === 'string') continue;
    const rule = statesNothing(node) ? 'empty-value' : (ruleOf(key) ?? 'record-metadata');
    const [start, end] = outer(node);
    if (end > start) page.furniture(rule, start, end);
  }
}

/** Says which part of a broken record could be read. */
export function noticeBroken(page: Page, result: JsonResult, traced: Traced): void {
  if (!result.broken) return;
  const { at, expected } = result.broken;
  const start = Math.max(0, Math.min(at, traced.text.length - 1));
  const [place] = page.places(slice(traced, start, start + 20));
  page.notice('warning', 'record-broken', place, {
    seen: traced.text.slice(at, at + 20) || 'the end of the text',
    expected,
    remedy: 'save the page again: the record in it is cut off or damaged; what is before this place is read',
  });
}
