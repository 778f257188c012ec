/**
 * The format of the JSON that services answer with (Semantic Scholar, OpenAlex, Europe PMC, Dimensions, Lens.org, EPPI-Reviewer):
 * how to recognise it, and where each of them says what.
 */

import type { Claim, Reading } from '#domain/draft';
import type { Name } from '#domain/person';
import type { SourceText } from '#domain/source';
import { claimRange } from '../draft/claims.ts';
import type { Meaning, Statement } from '../draft/statement.ts';
import type { Format } from '../format.ts';
import { pointerOf, type JsonNode } from '../text/json.ts';
import { join, madeFrom, spanOf } from '../text/traced.ts';
import { insideOf, isText, member, textStatement } from './json-members.ts';
import { beginningOf, readItems, valuesOf } from './json-records.ts';

/** Members by their path, `journal.title`; `*` stands for each item of an array. */
type Path = string;

/** How one service writes a record. */
interface Service {
  /** Members that a record has, and that no other JSON is likely to have together. */
  has: readonly Path[];
  /** Of several paths of one meaning the first that says anything is read. */
  says: readonly (readonly [Meaning, ...Path[]])[];
  people: Path;
  /** The members of a person. */
  name: { given?: Path; family?: Path; whole?: Path; group?: Path; orcid?: Path };
}

const services: readonly Service[] = [
  {
    // Semantic Scholar, Academic Graph API: paper, and lists of papers under `data`.
    has: ['paperId', 'title'],
    says: [
      ['title', 'title'],
      ['doi', 'externalIds.DOI'],
      ['pmid', 'externalIds.PubMed'],
      ['pmcid', 'externalIds.PubMedCentral'],
      ['arxiv', 'externalIds.ArXiv'],
      ['journal', 'journal.name', 'venue'],
      ['volume', 'journal.volume'],
      ['pages', 'journal.pages'],
      ['year', 'year'],
      ['date', 'publicationDate'],
      ['abstract', 'abstract'],
      ['publication-type', 'publicationTypes.*'],
      ['url', 'url'],
    ],
    people: 'authors.*',
    name: { whole: 'name' },
  },
  {
    // OpenAlex: works, and lists of them under `results`.
    has: ['authorships', 'publication_year'],
    says: [
      ['title', 'title', 'display_name'],
      ['doi', 'doi', 'ids.doi'],
      ['pmid', 'ids.pmid'],
      ['pmcid', 'ids.pmcid'],
      ['journal', 'primary_location.source.display_name', 'host_venue.display_name'],
      ['issn', 'primary_location.source.issn_l', 'host_venue.issn_l'],
      ['volume', 'biblio.volume'],
      ['issue', 'biblio.issue'],
      ['first-page', 'biblio.first_page'],
      ['last-page', 'biblio.last_page'],
      ['year', 'publication_year'],
      ['date', 'publication_date'],
      ['language', 'language'],
      ['type', 'type'],
      ['keyword', 'keywords.*.display_name', 'keywords.*.keyword'],
    ],
    people: 'authorships.*',
    name: { whole: 'author.display_name', orcid: 'author.orcid' },
  },
  {
    // Europe PMC: `resultList.result`, whole ("core") or brief ("lite").
    has: ['source', 'title', 'authorString'],
    says: [
      ['title', 'title'],
      ['doi', 'doi'],
      ['pmid', 'pmid'],
      ['pmcid', 'pmcid'],
      ['journal', 'journalInfo.journal.title', 'journalTitle'],
      ['journal-abbreviation', 'journalInfo.journal.medlineAbbreviation'],
      ['issn', 'journalInfo.journal.issn', 'journalIssn'],
      ['volume', 'journalInfo.volume', 'journalVolume'],
      ['issue', 'journalInfo.issue', 'issue'],
      ['pages', 'pageInfo'],
      ['year', 'pubYear'],
      ['date', 'journalInfo.dateOfPublication'],
      ['abstract', 'abstractText'],
      ['language', 'language'],
      ['publication-type', 'pubTypeList.pubType.*', 'pubType'],
      ['keyword', 'keywordList.keyword.*'],
    ],
    people: 'authorList.author.*',
    name: {
      given: 'firstName',
      family: 'lastName',
      whole: 'fullName',
      group: 'collectiveName',
      orcid: 'authorId.value',
    },
  },
  {
    // Lens.org: `data`.
    has: ['lens_id', 'title'],
    says: [
      ['title', 'title'],
      ['journal', 'source.title'],
      ['issn', 'source.issn.*.value'],
      ['publisher', 'source.publisher'],
      ['volume', 'volume'],
      ['issue', 'issue'],
      ['first-page', 'start_page'],
      ['last-page', 'end_page'],
      ['year', 'year_published'],
      ['date', 'date_published'],
      ['abstract', 'abstract'],
      ['publication-type', 'publication_type'],
      ['keyword', 'keywords.*'],
    ],
    people: 'authors.*',
    name: { given: 'first_name', family: 'last_name', group: 'collective_name' },
  },
  {
    // Dimensions: `publications`.
    has: ['id', 'title', 'year', 'authors', 'type'],
    says: [
      ['title', 'title'],
      ['doi', 'doi'],
      ['pmid', 'pmid'],
      ['pmcid', 'pmcid'],
      ['journal', 'journal.title', 'source_title.title', 'book_title'],
      ['publisher', 'publisher'],
      ['volume', 'volume'],
      ['issue', 'issue'],
      ['pages', 'pages'],
      ['year', 'year'],
      ['date', 'date'],
      ['abstract', 'abstract'],
      ['publication-type', 'type'],
    ],
    people: 'authors.*',
    name: { given: 'first_name', family: 'last_name', orcid: 'orcid.0' },
  },
  {
    // EPPI-Reviewer: `References`, with all names in one text.
    has: ['ItemId', 'Title', 'Authors'],
    says: [
      ['title', 'Title'],
      ['authors', 'Authors'],
      ['journal', 'ParentTitle'],
      ['volume', 'Volume'],
      ['issue', 'Issue'],
      ['pages', 'Pages'],
      ['year', 'Year'],
      ['doi', 'DOI'],
      ['abstract', 'Abstract'],
      ['publication-type', 'TypeName'],
      ['publisher', 'Publisher'],
      ['keywords', 'Keywords'],
    ],
    people: '',
    name: {},
  },
];

function* at(node: JsonNode, path: Path): Generator<JsonNode> {
  const [key = '', ...rest] = path.split('.');
  for (const one of key === '*' ? node.members.values() : [member(node, key)])
    if (one) {
      if (rest.length) yield* at(one, rest.join('.'));
      else yield one;
    }
}
const says = (node: JsonNode): boolean => isText(node) && node.text.text.trim() !== '';

/** An id of Dimensions begins with what it is of; other JSON has such members too. */
const isOf = (service: Service, node: JsonNode): boolean =>
  service.has.every((path) => [...at(node, path)].length > 0) &&
  (service.has[0] !== 'id' || /^pub\.\d+$/u.test(member(node, 'id')?.text.text ?? ''));

const serviceOf = (node: JsonNode): Service | undefined => services.find((service) => isOf(service, node));

/** How deep an answer wraps its records. */
const deepest = 4;

/** The records of an answer: it is one, or holds a list of them. */
function itemsOf(root: JsonNode, depth = 0): JsonNode[] {
  if (root.kind === 'object' && serviceOf(root)) return [root];
  if (depth >= deepest) return [];
  return [...root.members.values()].flatMap((node) => (node.members.size ? itemsOf(node, depth + 1) : []));
}

/** A person, with the parts of the name where they are stated. */
function personOf(person: JsonNode, { name }: Service): Statement[] {
  const part = (path: Path | undefined): JsonNode | undefined => (path ? [...at(person, path)].find(says) : undefined);
  const [group, family, given, whole] = [name.group, name.family, name.given, name.whole].map(part);
  if (group) return [textStatement('group', group)];
  const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/u.exec(part(name.orcid)?.text.text ?? '')?.[0];
  if (!family) return whole ? [{ ...textStatement('author', whole), orcid }] : [];
  const parts = [family, given].filter(isText);
  const value = join(
    parts.map(({ text }) => text).sort((a, b) => (a.runs[0]?.from ?? 0) - (b.runs[0]?.from ?? 0)),
    ' ',
  );
  const span = spanOf(value);
  const stated: Name = {
    written: parts.map(({ text }) => text.text).join(', '),
    family: family.text.text,
    ...(given ? { given: given.text.text } : {}),
  };
  return span ? [{ means: 'author', value: { ...value, pointer: pointerOf(person) }, span, name: stated, orcid }] : [];
}

/** OpenAlex keeps an abstract as its words, each with the places where it stands. */
function invertedAbstract(item: JsonNode): Statement[] {
  const index = member(item, 'abstract_inverted_index');
  if (!index?.members.size) return [];
  const words: [at: number, word: string][] = [...index.members].flatMap(([word, places]) =>
    [...places.members.values()].map((place): [number, string] => [Number(place.text.text), word]),
  );
  const text = words
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(' ');
  const value = { ...madeFrom(text, index.start, index.end), pointer: pointerOf(index) };
  return text.trim() ? [{ means: 'abstract', value, span: [index.start, index.end], paragraphs: [value] }] : [];
}

/** OpenAlex and Lens.org state a retraction by a mark, and an identifier of Lens.org says its own kind. */
function ownStatements(item: JsonNode): Statement[] {
  const mark = member(item, 'is_retracted');
  const ids = [...at(item, 'external_ids.*')].flatMap((id) => {
    const [kind, value] = [member(id, 'type')?.text.text, member(id, 'value')];
    return isText(value) && (kind === 'doi' || kind === 'pmid' || kind === 'pmcid') ? [textStatement(kind, value)] : [];
  });
  const isMarked = mark?.kind === 'literal' && mark.text.text === 'true';
  const retracted = isMarked
    ? [{ ...textStatement('publication-type', mark), value: madeFrom('Retracted', mark.start, mark.end) }]
    : [];
  return [...ids, ...invertedAbstract(item), ...retracted];
}

function statementsOf(item: JsonNode): Statement[] {
  const service = serviceOf(item);
  if (!service) return [];
  const people = service.people ? [...at(item, service.people)].flatMap((person) => personOf(person, service)) : [];
  const values = service.says.flatMap(([means, ...paths]) => {
    const found = paths.map((path) => [...at(item, path)].filter(says)).find((nodes) => nodes.length) ?? [];
    return found.map((node): Statement => ({
      ...textStatement(means, node),
      ...(means === 'abstract' ? { paragraphs: [node.text] } : {}),
    }));
  });
  // The brief answer of Europe PMC has the names as one text.
  const row = people.length ? undefined : [...at(item, 'authorString')].find(says);
  return [...values, ...people, ...(row ? [textStatement('authors', row)] : []), ...ownStatements(item)];
}

/** Texts and numbers that no statement has: they stay unclassified. */
function unread(source: SourceText, item: JsonNode, read: readonly Statement[]): Claim[] {
  const taken = read.flatMap(({ value }) => value.runs.map(({ from, to }) => [from, to] as const));
  const starts = new Set(taken.map(([from]) => from));
  const claims: Claim[] = [];
  const open = [item];
  for (let node = open.pop(); node; node = open.pop()) {
    open.push(...node.members.values());
    const [from, to] = insideOf(node);
    const isTaken = starts.has(from) || taken.some(([start, end]) => start <= from && to <= end);
    if (isText(node) && !isTaken) claimRange(claims, source, from, to, 'unread');
  }
  return claims;
}

/** Members by which the beginning of an answer shows itself, so that other JSON need not be read whole. */
const marks = /"(?:paperId|authorships|authorString|lens_id|ItemId|publications|_stats)"\s*:/u;

function claims(source: SourceText): boolean {
  if (!marks.test(beginningOf(source, 200_000))) return false;
  return valuesOf(source).some(({ root }) => itemsOf(root).length > 0);
}

function read(source: SourceText): Reading {
  const done = new Map<JsonNode, readonly Statement[]>();
  return readItems(
    source,
    itemsOf,
    (item) => {
      const statements = statementsOf(item);
      done.set(item, statements);
      return statements;
    },
    (item) => unread(source, item, done.get(item) ?? []),
  );
}

export const serviceJson: Format = {
  name: 'service-json',
  title: {
    en: 'JSON of Semantic Scholar, OpenAlex, Europe PMC, Dimensions, Lens.org',
    zh: 'Semantic Scholar、OpenAlex、Europe PMC、Dimensions、Lens.org 的 JSON',
  },
  trust: 'reference-file',
  claims,
  read,
};
