/**
 * The format of CSL-JSON files, as Zotero, Crossref and citeproc write them: how to recognise one, and what its
 * variables mean.
 */

import type { Claim, Reading } from '#domain/draft';
import type { Name } from '#domain/person';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { pointerOf, type JsonNode } from '../text/json.ts';
import { claimRange } from '../draft/claims.ts';
import { join, spanOf } from '../text/traced.ts';
import { findOrcid } from '../values/identifiers.ts';
import { crossrefMembers, crossrefStatements, subtitleOf, titleWithSubtitle } from './crossref-json.ts';
import { insideOf, isText, member, textStatement } from './json-members.ts';
import { beginningOf, readItems, valuesOf } from './json-records.ts';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import { furniture } from './tag-table.ts';

/** Variables of CSL-JSON (csl-data.json 1.0.2). */
const variables: Readonly<Record<string, TagMeaning>> = {
  type: 'type',
  title: 'title',
  'title-short': 'title-copy',
  'original-title': 'title-original',
  'translated-title': 'title-translated',
  'container-title': 'journal',
  'container-title-short': 'journal-abbreviation',
  'short-container-title': 'journal-abbreviation',
  journalAbbreviation: 'journal-abbreviation',
  volume: 'volume',
  issue: 'issue',
  page: 'pages',
  'article-number': 'article-number',
  DOI: 'doi',
  PMID: 'pmid',
  PMCID: 'pmcid',
  ISSN: 'issn',
  URL: 'url',
  publisher: 'publisher',
  abstract: 'abstract',
  keyword: 'keywords',
  language: 'language',
  id: furniture('database-accessions'),
  'citation-key': furniture('database-accessions'),
  'citation-label': furniture('database-accessions'),
  source: furniture('database-name'),
  accessed: furniture('access-date'),
  note: 'note',
  annote: furniture('notes'),
  ISBN: 'isbn',
  edition: 'edition',
  archive: furniture('library-links'),
  archive_location: furniture('library-links'),
  'call-number': furniture('library-links'),
  'publisher-place': 'publisher-place',
  'collection-title': furniture('series'),
  'event-title': 'event',
  event: 'event',
  'event-place': 'event-place',
  submitted: furniture('database-dates'),
  custom: furniture('notes'),
  'page-first': furniture('page-copy'),
  'number-of-pages': furniture('citation-counts'),
  genre: 'genre',
  status: 'publication-type',
  subtype: 'publication-type',
};

const types =
  /^(?:journal-article|proceedings-article|book-chapter|posted-content|monograph|dissertation|article(?:-journal|-magazine|-newspaper)?|book|chapter|thesis|report|paper-conference|webpage|post(?:-weblog)?|dataset|manuscript|document|entry(?:-dictionary|-encyclopedia)?|review(?:-book)?|speech|software|standard|periodical|personal_communication|collection|event|interview|legislation|patent|broadcast|motion_picture|song|map|figure|graphic|pamphlet|bill|legal_case|treaty|regulation|hearing|musical_score|performance|classic)$/u;

/** A given name, and the suffix after its comma where it has one. */
function withoutSuffix(written: string): { given: string; ending?: string } {
  const comma = written.lastIndexOf(',');
  const ending = written.slice(comma + 1).replace(/^!?\s*/u, '');
  return comma < 0 || !/^\S+$/u.test(ending) ? { given: written } : { given: written.slice(0, comma), ending };
}

function nameStatement(means: 'author' | 'editor' | 'translator', node: JsonNode): Statement[] {
  const parts = ['non-dropping-particle', 'dropping-particle', 'family', 'given', 'suffix', 'literal', 'name']
    .map((key) => [key, member(node, key)] as const)
    .filter((part): part is [string, JsonNode] => isText(part[1]) && part[1].text.text.trim() !== '');
  if (!parts.length) return [];
  const say = (key: string) =>
    parts
      .find(([name]) => name === key)?.[1]
      .text.text.replace(/\s+/gu, ' ')
      .trim();
  const particle = [say('dropping-particle'), say('non-dropping-particle')].filter(Boolean).join(' ');
  const literal = say('literal') ?? say('name') ?? (say('family') ? undefined : say('given'));
  const family = say('family');
  const written = literal ?? [[particle, family].filter(Boolean).join(' '), say('given')].filter(Boolean).join(', ');
  // Where `parse-names` says so, a suffix is after the given names and a comma, as CSL-JSON in one string has it.
  const { given, ending } = withoutSuffix(say('given') ?? '');
  const suffix = say('suffix') ?? ending;
  const name: Name = literal
    ? { written, literal }
    : {
        written,
        ...(family ? { family } : {}),
        ...(given ? { given } : {}),
        ...(particle ? { particle } : {}),
        ...(suffix ? { suffix } : {}),
      };
  const value = join(
    parts.map(([, part]) => part.text).sort((a, b) => (a.runs[0]?.from ?? 0) - (b.runs[0]?.from ?? 0)),
    ' ',
  );
  const span = spanOf(value);
  if (!span) return [];
  const orcid = findOrcid(member(node, 'ORCID')?.text.text ?? '')?.value;
  return [{ means, value: { ...value, pointer: pointerOf(node) }, span, name, orcid }];
}

/** `{"date-parts": [[2024, 11, 5]]}`, `{"raw": "2024-11"}`, `{"literal": "Winter 2024"}`. */
function dateStatement(means: TagMeaning, node: JsonNode): Statement[] {
  const first = member(node, 'date-parts', '0');
  const numbers = [0, 1, 2].map((i) => member(first, String(i))).filter(isText);
  if (numbers.length) {
    const value = {
      ...join(
        numbers.map(({ text }) => text),
        '-',
      ),
      pointer: pointerOf(node),
    };
    const from = numbers[0]?.start ?? node.start;
    return [{ means, value, span: [from, numbers.at(-1)?.end ?? node.end] }];
  }
  const text = ['raw', 'literal', 'string'].map((key) => member(node, key)).find(isText);
  return text ? [textStatement(means, text)] : [];
}

/** CSL's `article` is a preprint (CSL 1.0.2, appendix III), which other formats call so. */
function preprintType(node: JsonNode): Statement {
  const [from, to] = insideOf(node);
  const text = 'preprint';
  return { means: 'type', value: { text, runs: [{ start: 0, end: text.length, from, to }] }, span: [from, to] };
}

/** For an article it is what others call the article's number. */
const isReport = (item: JsonNode): boolean => /report|thesis|standard/u.test(member(item, 'type')?.text.text ?? '');

/** A day of a conference, or its first and its last. */
function eventDate(node: JsonNode): Statement[] {
  const days = ['0', '1'].flatMap((i) => {
    const parts = member(node, 'date-parts', i);
    return parts
      ? dateStatement('event-date', {
          ...node,
          members: new Map([['date-parts', { ...node, members: new Map([['0', parts]]) }]]),
        })
      : [];
  });
  const [first, last] = days;
  if (!first || !last) return first ? [first] : dateStatement('event-date', node);
  const padded = ({ value }: Statement): string => value.text.replace(/-(\d)(?!\d)/gu, '-0$1');
  return [
    {
      ...first,
      value: { ...first.value, text: `${padded(first)}/${padded(last)}` },
      span: [first.span[0], last.span[1]],
    },
  ];
}

function statementsOf(source: SourceText, item: JsonNode, claims: Claim[]): Statement[] {
  const statements: Statement[] = [];
  for (const [key, node] of item.members) {
    if (key === 'author' || key === 'editor' || key === 'translator')
      for (const person of node.members.values()) statements.push(...nameStatement(key, person));
    else if (key === 'number' && isText(node))
      statements.push(textStatement(isReport(item) ? 'number' : 'article-number', node));
    else if (key === 'type' && isText(node) && node.text.text === 'article') statements.push(preprintType(node));
    else if (key === 'event-date') statements.push(...eventDate(node));
    else if (key === 'published-print') statements.push(...dateStatement('year', node));
    else if (key === 'issued')
      // Crossref's is the earliest of all its dates: the issue's own comes before it.
      statements.push(...dateStatement(member(item, 'published-print') ? furniture('database-dates') : 'year', node));
    else if (key === 'available-date' || key === 'published-online') statements.push(...dateStatement('online', node));
    else if (crossrefMembers.has(key)) statements.push(...crossrefStatements(key, node, item));
    else if (key === 'title' && subtitleOf(item)) statements.push(...titleWithSubtitle(item));
    else {
      const means = Object.hasOwn(variables, key) ? variables[key] : undefined;
      if (!means) continue;
      if (typeof means === 'object') claimRange(claims, source, node.start, node.end, means.furniture, pointerOf(node));
      else if (node.kind === 'array') {
        for (const one of node.members.values()) if (isText(one)) statements.push(textStatement(means, one));
      } else if (isText(node)) {
        const paragraphs = means === 'abstract' ? { paragraphs: [node.text] } : {};
        statements.push({ ...textStatement(means, node), ...paragraphs });
      }
    }
  }
  return statements;
}

/** The items of a file: an array, one object, or `{"items": […]}`. */
function itemsOf(root: JsonNode): JsonNode[] {
  if (root.kind === 'array') return [...root.members.values()].filter((node) => node.kind === 'object');
  // Crossref wraps what it answers.
  const message = member(root, 'message');
  if (message?.kind === 'object') return itemsOf(message);
  const items = member(root, 'items');
  if (items?.kind === 'array') return itemsOf(items);
  return root.kind === 'object' ? [root] : [];
}

const isItem = (item: JsonNode): boolean =>
  types.test(member(item, 'type')?.text.text ?? '') &&
  (['string', 'array'].includes(member(item, 'title')?.kind ?? '') || member(item, 'DOI')?.kind === 'string') &&
  // What other JSON calls "author" or "issued" is not made so.
  isAuthors([...(member(item, 'author')?.members.values() ?? [])]) &&
  (member(item, 'issued') === undefined || member(item, 'issued')?.kind === 'object') &&
  (['author', 'issued', 'container-title', 'DOI'].some((key) => item.members.has(key)) || isNearlyCsl(item));

/** None, or objects among them; a broken program writes anything beside. */
const isAuthors = (authors: readonly JsonNode[]): boolean =>
  !authors.length || authors.some((author) => author.kind === 'object');

/** An item of little more than a type, a title and an id: most of its members are CSL's, and not another service's. */
const isNearlyCsl = (item: JsonNode): boolean => {
  const known = [...item.members.keys()].filter((key) => /^(?:id|type)$/u.test(key) || Object.hasOwn(variables, key));
  return item.members.has('id') && known.length * 2 > item.members.size;
};

function claims(source: SourceText): boolean {
  // Asked of every source: what names no CSL type near its beginning is not worth reading whole.
  if (!/"type"\s*:\s*"[a-z_-]+"/u.test(beginningOf(source, 200_000))) return false;
  const items = valuesOf(source).flatMap(({ root }) => itemsOf(root));
  return items.length > 0 && items.slice(0, 20).filter(isItem).length * 2 >= Math.min(items.length, 20);
}

/** Values under keys that no rule knows: they stay unclassified, and only their own text does. */
function unread(source: SourceText, item: JsonNode): Claim[] {
  const claims: Claim[] = [];
  for (const [key, node] of item.members)
    if (!Object.hasOwn(variables, key) && !['author', 'issued', 'available-date', 'published-online'].includes(key))
      claimRange(claims, source, ...insideOf(node), 'unread');
  return claims;
}

const read = (source: SourceText): Reading =>
  readItems(
    source,
    itemsOf,
    (item, furnished) => statementsOf(source, item, furnished),
    (item) => unread(source, item),
  );

export const cslJson: Format = {
  name: 'csl-json',
  title: { en: 'CSL-JSON', zh: 'CSL-JSON' },
  trust: 'reference-file',
  claims,
  read,
};
