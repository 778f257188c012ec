import { readJson, type JsonNode, type JsonResult } from './json.ts';
import { type Page } from './page.ts';
import { type Traced } from './traced.ts';

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
  first: ['pagestart', 'startpage', 'firstpage'],
  last: ['pageend', 'endpage', 'lastpage'],
  identifier: ['identifier', 'identifiers', 'sameas', '@id'],
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

export const fieldOf = new Map(
  Object.entries(names).flatMap(([field, keys]) => keys.map((key) => [key, field] as const)),
);

export const statesNothing = (node: JsonNode): boolean =>
  node.kind === 'object' || node.kind === 'array'
    ? node.members.size === 0
    : /^(?:null|false|0(?:\.0+)?|n\/a|undefined|none)?$/iu.test(node.text.text.trim());

/** Whether an object has the members of a bibliographic record: a title and at least two of what goes with it; schema.org's may call the title a name. */
export function isRecord(root: JsonNode, linked = false): boolean {
  if (root.kind !== 'object') return false;
  const fields = new Set([...root.members.keys()].map((key) => fieldOf.get(key.toLowerCase())));
  return (
    (fields.has('title') || (linked && root.members.has('name'))) &&
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

export const ruleOf = (key: string): string | undefined =>
  /^(?:periodicalif|impactfactor|jcr|jcrname|jcrquartile|regionnum|regioncategory|firstcategoryid|periodicalid|score|citescore)$/iu.test(
    key,
  )
    ? 'journal-metrics'
    : /(?:count|views|downloads|total)$/iu.test(key)
      ? 'counter'
      : undefined;
