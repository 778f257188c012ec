import { pmcidSchema, pmidSchema, isIssn, webAddress } from '#domain/identifiers';
import { isChinese } from '#domain/language';
import type { Place } from '#domain/place';
import { readAbstract } from './abstracts.ts';
import { readAuthorLine, stateAuthors, type AuthorPiece } from './authors.ts';
import { findDate } from './dates.ts';
import { joinRich, richBlocks } from './html.ts';
import { findDois, findPmcids, isDoi } from './identifiers.ts';
import { readJson, type JsonNode, type JsonResult } from './json.ts';
import { stateKeywords } from './keywords.ts';
import { stateJournal, statePages } from './locators.ts';
import type { Page } from './page.ts';
import { fold, slice, trim, type Traced } from './traced.ts';
import { copyKey, stateTitle } from './texts.ts';
import { typeOf } from './types.ts';

/** What a member of a bibliographic record is called, in the records that sites, indexes and schema.org embed. */
const names: Readonly<Record<string, readonly string[]>> = {
  title: [
    'title',
    'headline',
    'articletitle',
    'papertitle',
    'title_en',
    'titleen',
    'titletext',
    'titlecn',
    'title_cn',
    'titlezh',
    'title_zh',
    'chinesetitle',
  ],
  authors: ['authors', 'author', 'authorlist', 'creator', 'creators', 'authornames'],
  doi: ['doi', 'articledoi', 'doinumber'],
  pmid: ['pmid', 'pubmedid', 'pubmed_id'],
  pmcid: ['pmcid', 'pmc'],
  abstract: [
    'abstract',
    'abstracttext',
    'abstract_en',
    'abstracttextcn',
    'abstractcn',
    'abstract_zh',
    'abstractzh',
    'description',
    'summary',
  ],
  date: [
    'publicationdate',
    'datepublished',
    'pubdate',
    'publisheddate',
    'issued',
    'publishdate',
    'publication_date',
    'coverdate',
  ],
  online: ['epubdate', 'onlinedate', 'epub_date', 'electronicpublicationdate', 'publishedonline'],
  year: ['year', 'pubyear', 'publicationyear', 'publishyear'],
  volume: ['volume', 'vol', 'volumenumber'],
  issue: ['issue', 'issuenumber', 'number'],
  pages: ['pages', 'page', 'pagination', 'pagerange'],
  journal: [
    'journal',
    'journalname',
    'journaltitle',
    'periodicalname',
    'publicationname',
    'containertitle',
    'container-title',
    'venue',
    'ispartof',
    'journal_title',
  ],
  issn: ['issn', 'eissn', 'e-issn'],
  publisher: ['publisher', 'publishername'],
  keywords: ['keywords', 'keyword', 'authorkeywords'],
  openAccess: ['openaccesspdf', 'pdfurl', 'pdf_url', 'fulltexturl'],
  url: ['url', 'doiurl', 'listurlmain', 'link', 'mainentityofpage'],
  type: ['publicationtypes', '@type', 'publicationtype', 'articletype', 'type'],
  again: ['resultstr'],
};
const fieldOf = new Map(Object.entries(names).flatMap(([field, keys]) => keys.map((key) => [key, field] as const)));

const statesNothing = (node: JsonNode): boolean =>
  node.kind === 'object' || node.kind === 'array'
    ? node.members.size === 0
    : /^(?:null|false|0(?:\.0+)?|n\/a|undefined|none)?$/iu.test(node.text.text.trim());

/** Whether an object has the members of a bibliographic record: a title and at least two of what goes with it. */
export function isRecord(root: JsonNode): boolean {
  if (root.kind !== 'object') return false;
  const fields = new Set([...root.members.keys()].map((key) => fieldOf.get(key.toLowerCase())));
  return (
    fields.has('title') &&
    ['authors', 'doi', 'abstract', 'date', 'journal', 'year', 'pmid'].filter((field) => fields.has(field)).length >= 2
  );
}

/** The JSON values of a page, each beginning a line or standing in one. */
export function findRecords(page: Page): { result: JsonResult; traced: Traced; line: number }[] {
  const found: { result: JsonResult; traced: Traced; line: number }[] = [];
  let past = 0;
  for (const line of page.lines) {
    if (line.start < past) continue;
    const at = line.text.startsWith('{') || line.text.startsWith('[{') ? 0 : line.text.search(/\{\s?"/u);
    if (at < 0) continue;
    const start = page.source.text.indexOf(at === 0 ? (line.text[0] as string) : '{', line.start);
    // A record may be printed over many lines.
    const traced: Traced = {
      text: page.source.text,
      runs: [{ at: 0, length: page.source.text.length, raw: 0, rawEnd: page.source.text.length }],
    };
    const result = readJson(traced, start);
    if (!result || result.root.kind === 'string' || result.root.members.size === 0) continue;
    found.push({ result, traced, line: line.index });
    past = result.end;
  }
  return found;
}

/** How often a record may hold itself as escaped text. */
const deepestCopy = 3;

interface Context {
  page: Page;
  /** The place of each value read so far by field and folded value: what a copy is a copy of. */
  seen: Map<string, Place>;
  depth: number;
}

/** Reads a bibliographic record; everything in it becomes a field, a copy, or furniture by rule. */
export function readRecord(page: Page, root: JsonNode, span: [number, number]): void {
  const context: Context = { page, seen: new Map(), depth: 0 };
  readObject(context, root);
  nameRest(context, root);
  page.furniture('record-syntax', ...span);
}

function readObject(context: Context, root: JsonNode): void {
  // The order of reading is by field: a volume must be known before the date can be told from an online date.
  const order = [
    'title',
    'authors',
    'doi',
    'pmid',
    'pmcid',
    'journal',
    'volume',
    'issue',
    'pages',
    'date',
    'online',
    'year',
    'abstract',
    'keywords',
    'issn',
    'publisher',
    'type',
    'openAccess',
    'url',
    'again',
  ];
  const members = [...root.members]
    .map(([key, node]) => ({ node, field: fieldOf.get(key.toLowerCase()) ?? '' }))
    .filter(({ field, node }) => field && !statesNothing(node))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  for (const { node, field } of members) {
    if (field === 'journal' && node.kind === 'object') {
      for (const key of ['name', 'title', 'volume', 'pages', 'issue', 'issn', 'publisher']) {
        const inner = node.members.get(key);
        if (inner && !statesNothing(inner))
          readMember(context, key === 'name' || key === 'title' ? 'journal' : (fieldOf.get(key) ?? ''), inner);
      }
      continue;
    }
    if (field === 'again') readAgain(context, node);
    else if (node.kind === 'array' || node.kind === 'object') readNested(context, field, node);
    else readMember(context, field, node);
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

/** Lists of names or words, and objects with a name. */
function readNested(context: Context, field: string, node: JsonNode): void {
  const items = node.kind === 'array' ? [...node.members.values()] : [node];
  if (field === 'authors') {
    const pieces = items.flatMap((item) => authorOf(item) ?? []);
    if (context.depth === 0 && context.page.draft.authors.length === 0) stateAuthors(context.page, pieces);
    return;
  }
  for (const item of items) {
    if (item.kind === 'string') readMember(context, field, item);
    const value =
      item.kind === 'object'
        ? ['name', 'url', '@value', 'value', 'text', '@id']
            .map((key) => item.members.get(key))
            .find((one) => one?.kind === 'string')
        : undefined;
    if (value) readMember(context, field, value);
  }
}

function authorOf(item: JsonNode): AuthorPiece | undefined {
  if (item.kind === 'string') return { traced: fold(item.text), marks: [] };
  if (item.kind !== 'object') return undefined;
  const get = (...keys: string[]) =>
    keys.map((key) => item.members.get(key)).find((node) => node?.kind === 'string' && node.text.text.trim())?.text;
  const family = get('family', 'familyName', 'lastName', 'lastname', 'surname');
  const given = get('given', 'givenName', 'firstName', 'forename', 'foreName', 'firstname');
  if (family && given) {
    const both = joinRich([{ traced: fold(family), marks: [] }]).traced;
    const named = fold(given);
    const text = `${both.text}, ${named.text}`;
    return {
      traced: {
        text,
        runs: [...both.runs, ...named.runs.map((run) => ({ ...run, at: run.at + both.text.length + 2 }))],
        ...(both.pointer ? { pointer: both.pointer } : {}),
      },
      marks: [],
    };
  }
  const name = get('name', 'fullName', 'literal', 'displayName') ?? family;
  return name ? { traced: fold(name), marks: [] } : undefined;
}

function readMember(context: Context, field: string, node: JsonNode): void {
  const { page, seen } = context;
  const text = trim(node.text);
  const value = text.text;
  const key = `${field}:${copyKey(value) || value}`;
  const had = seen.get(key);
  if (had) {
    page.copy(node.text, had);
    return;
  }
  const remember = (places: Place[] | undefined) => {
    const [place] = places ?? [];
    if (place) seen.set(key, place);
  };
  const refuse = (rule: string, expected: string) => {
    const [place] = page.places(text);
    page.notice('warning', rule, place, {
      seen: value.slice(0, 120),
      expected,
      remedy: 'Correct the source, or state the value with `npm run correct`; it is left out until then.',
    });
    page.furniture('refused-value', node.start, node.start);
    for (const run of node.text.runs) page.furniture('refused-value', run.raw, run.rawEnd);
  };
  switch (field) {
    case 'title': {
      const title = stateTitle(page, joinRich(richBlocks(text)));
      remember(title?.at.slice(-1));
      return;
    }
    case 'authors': {
      const folded = fold(text);
      const pieces = readAuthorLine(folded, true);
      if (pieces && page.draft.authors.length === 0) {
        stateAuthors(page, pieces);
        remember(page.draft.authors[0]?.at);
        page.furniture('separator', ...outer(node));
      }
      return;
    }
    case 'doi': {
      const [doi] = findDois(value);
      if (doi) page.state('doi', doi.value, text, doi.start, doi.end);
      else if (!isDoi(value)) refuse('doi-invalid', 'a DOI such as 10.1000/xyz123');
      remember(page.draft.doi?.at);
      return;
    }
    case 'pmid':
      if (pmidSchema.safeParse(value).success) page.state('pmid', value, text);
      return;
    case 'pmcid': {
      const id = /^\d+$/u.test(value) ? `PMC${value}` : value.toUpperCase();
      if (pmcidSchema.safeParse(id).success) page.state('pmcid', id, text);
      return;
    }
    case 'journal':
      stateJournal(page, fold(text));
      remember(page.draft.journal?.at ?? page.draft.journalZh?.at);
      return;
    case 'volume': {
      // "25 1" packs volume and issue.
      const packed = /^(\S{1,10})\s+\(?(\S{1,10}?)\)?$/u.exec(value);
      if (packed?.[1] && packed[2] && !page.draft.issue) {
        page.state('volume', packed[1], text, 0, packed[1].length);
        const start = value.lastIndexOf(packed[2]);
        page.state('issue', packed[2], text, start, start + packed[2].length);
      } else if (value.length <= 20) page.state('volume', value, text);
      remember(page.draft.volume?.at);
      return;
    }
    case 'issue':
      if (value.length <= 20) page.state('issue', value, text);
      return;
    case 'pages':
      statePages(page, text);
      remember((page.draft.pages ?? page.draft.articleNumber)?.at);
      return;
    case 'date': {
      const date = findDate(value, 0, true);
      if (!date) return;
      // Without a volume there is no issue yet: the date is that of the online publication.
      page.state(page.draft.volume ? 'issued' : 'online', date.value, text, date.start, date.end);
      remember((page.draft.issued ?? page.draft.online)?.at);
      return;
    }
    case 'online': {
      const date = findDate(value);
      if (date) page.state('online', date.value, text, date.start, date.end);
      return;
    }
    case 'year': {
      const date = findDate(value, 0, true);
      if (date && !page.draft.issued && !page.draft.online)
        page.state('issued', date.value.slice(0, 4), text, date.start, date.start + 4);
      return;
    }
    case 'abstract': {
      const abstract = readAbstract(page, richBlocks(text));
      if (!abstract) return;
      const had = page.draft.abstracts.some(
        (one) => isChinese(one.value.language) === isChinese(abstract.value.language),
      );
      if (!had) page.draft.abstracts.push(abstract);
      remember(abstract.at);
      for (const run of node.text.runs) page.furniture('markup', run.raw, run.rawEnd);
      return;
    }
    case 'keywords':
      stateKeywords(page, text);
      return;
    case 'issn': {
      const issn = value.replace(/^(\d{4})-?(\d{3}[\dXx])$/u, '$1-$2').toUpperCase();
      if (isIssn(issn) && !page.draft.issn.some((one) => one.value === issn))
        page.draft.issn.push({ value: issn, at: page.take(text) });
      return;
    }
    case 'publisher':
      page.state('publisher', fold(text).text, fold(text));
      return;
    case 'type': {
      const type = typeOf(value);
      if (type) page.state('type', type, text);
      remember(page.draft.type?.at);
      return;
    }
    case 'openAccess':
    case 'url': {
      const [doi] = findDois(value);
      const address = webAddress(value);
      if (!address) {
        refuse('address-refused', 'an http or https address without user name');
        return;
      }
      if (field === 'openAccess') {
        page.state('openAccess', address, text);
        const [pmcid] = findPmcids(value);
        if (pmcid && !page.draft.pmcid)
          page.draft.pmcid = {
            value: pmcid.value,
            at: page.places(text, pmcid.start, pmcid.end),
            derived: 'pmcid-from-address',
          };
      } else if (doi && page.draft.doi?.value.toLowerCase() === doi.value.toLowerCase()) {
        const [place] = page.draft.doi.at;
        if (place) page.copy(node.text, place);
      } else if (!doi) page.state('url', address, text);
      return;
    }
    default:
  }
}

/** The raw stretch of a node's text. */
function outer(node: JsonNode): [number, number] {
  const first = node.text.runs[0];
  const last = node.text.runs.at(-1);
  return first && last ? [first.raw, last.rawEnd] : [0, 0];
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
    if (fieldOf.get(key.toLowerCase()) === 'again' && node.kind === 'string') continue;
    const rule = statesNothing(node) ? 'empty-value' : (ruleOf(key) ?? 'record-metadata');
    const [start, end] = outer(node);
    if (end > start) page.furniture(rule, start, end);
  }
}

const ruleOf = (key: string): string | undefined =>
  /^(?:periodicalif|impactfactor|jcr|jcrname|jcrquartile|regionnum|regioncategory|firstcategoryid|periodicalid|score|citescore)$/iu.test(
    key,
  )
    ? 'journal-metrics'
    : /(?:count|views|downloads|total)$/iu.test(key)
      ? 'counter'
      : undefined;

/** Says what of a broken record could be read. */
export function noticeBroken(page: Page, result: JsonResult, traced: Traced): void {
  if (!result.broken) return;
  const { at, expected } = result.broken;
  const start = Math.max(0, Math.min(at, traced.text.length - 1));
  const [place] = page.places(slice(traced, start, start + 20));
  page.notice('warning', 'record-broken', place, {
    seen: traced.text.slice(at, at + 20) || 'the end of the text',
    expected,
    remedy: 'Save the page again: the record in it is cut off or damaged. What stands before this place was read.',
  });
}
