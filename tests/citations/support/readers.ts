import { Readable } from 'node:stream';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-enw';
import { readStream } from '@iebh/reflib';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parse as parseRisByAstrocite } from 'astrocite-ris';
import {
  CSLExporter,
  parse as convertTex,
  parseCSL,
  parseENW,
  parseNBIB,
  parseRIS,
  type BibDB,
} from 'biblatex-csl-converter';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import Papa from 'papaparse';
import type { CslItem } from '#citations/csl';
import { seenInCsl, type Seen, type SeenField } from './seen.ts';
import { seenInEndnote, seenInMods, treeBySaxes, treeOfFast, type Node } from './xml.ts';

/** A program that is not ours and reads a format, and the fields that it cannot carry itself. */
export interface Reader {
  name: string;
  read: (text: string) => Seen[] | Promise<Seen[]>;
  cannot: readonly SeenField[];
  /** What it makes of the name of a group that ends in a comma, as EndNote and Zotero want groups. */
  group?: (name: string) => string;
}

const list = (db: BibDB): Seen[] =>
  Object.values(new CSLExporter(db, false).parse()).map((item) => seenInCsl(item as unknown as CslItem));

const pagesOf = (entry: BibDB[number]): string | undefined => {
  const ranges = entry.fields['pages'] as { text?: string }[][][] | undefined;
  // A node an end, in one list or in one each.
  const ends = ranges?.[0]?.flat().map((node) => node.text ?? '');
  return ends?.join('-') || undefined;
};

/** The converter writes a range's ends without their hyphen, so pages come from its own tree. */
const converted = (db: BibDB): Seen[] =>
  list(db).map((seen, i) => ({ ...seen, pages: pagesOf(Object.values(db)[i] as BibDB[number]) ?? seen.pages }));

const texConverter = (text: string): Seen[] => {
  const { entries } = convertTex(text, { processUnexpected: true, processUnknown: true });
  // The converter keeps an issue's number in `number` and a journal's name in sentence case.
  return converted(entries).map((seen, i) => {
    const issue = Object.values(entries)[i]?.fields['number'] as { text?: string }[] | undefined;
    return { ...seen, issue: issue?.map((node) => node.text ?? '').join('') };
  });
};

interface TexName {
  lastName?: string;
  firstName?: string;
  prefix?: string;
  name?: string;
}

function retorquere(text: string): Seen[] {
  const { entries, errors } = parseBibtex(text);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return entries.map(({ fields }) => {
    const field = fields as unknown as Record<string, string | undefined>;
    const names = (fields as unknown as { author?: TexName[] }).author ?? [];
    return {
      title: field['title'],
      authors: names.map((n) => n.name ?? [n.prefix, n.lastName, n.firstName].filter(Boolean).join(' ')),
      year: field['year'] ?? field['date'],
      journal: field['journal'] ?? field['journaltitle'] ?? field['booktitle'],
      volume: field['volume'],
      issue: field['number'],
      pages: field['pages'],
      doi: field['doi'],
      issn: field['issn'],
      pmid: field['pmid'] ?? (field['eprinttype'] === 'pubmed' ? field['eprint'] : undefined),
      abstract: field['abstract'],
      keywords: (fields as unknown as { keywords?: string[] }).keywords ?? [],
      url: field['url'],
      language: field['language'] ?? field['langid'],
    };
  });
}

function astrocite(text: string): Seen[] {
  type Item = CslItem & { keyword?: string[]; number?: string };
  return (parseRisByAstrocite(text) as unknown as Item[]).map((item) => ({
    ...seenInCsl({ ...item, keyword: undefined } as unknown as CslItem),
    keywords: (item as unknown as { keyword?: string[] }).keyword ?? [],
    pmid: item.number,
  }));
}

const citationJs = (text: string): Seen[] =>
  (new Cite(text).data as unknown as CslItem[]).map((item) => ({
    ...seenInCsl(item),
    keywords: item.keyword?.split(/,\s*/u) ?? [],
  }));

/** The plugin knows lines only by their line feed. */
const citationJsEnw = (text: string): Seen[] => {
  const made = new Cite(text.replaceAll('\r\n', '\n'), { forceType: '@enw/file' } as never);
  return (made.data as unknown as (CslItem & { keyword?: unknown })[]).map((item) => ({
    ...seenInCsl({ ...item, keyword: undefined } as unknown as CslItem),
    keywords: [item.keyword ?? []].flat().map(String),
  }));
};

const row = (cells: Record<string, string>): Seen => ({
  title: cells['title']?.replace(/^'/u, ''),
  authors: cells['authors'] ? cells['authors'].split('; ') : [],
  year: cells['year'],
  journal: cells['journal'],
  volume: cells['volume'],
  issue: cells['issue'],
  pages: cells['pages'] || cells['article_number'],
  doi: cells['doi'],
  issn: cells['issn'],
  pmid: cells['pmid'],
  abstract: cells['abstract'],
  keywords: cells['keywords'] ? cells['keywords'].split('; ') : [],
  url: cells['url'] || cells['full_text'],
  language: cells['language'],
});

const fast = (text: string): Node =>
  treeOfFast(
    new XMLParser({ preserveOrder: true, ignoreAttributes: false, trimValues: true, parseTagValue: false }).parse(
      text,
    ) as readonly Record<string, unknown>[],
  );

/** RefLib keeps MEDLINE's tags under names of its own; of a full name it makes initials, so names are the tag's. */
async function reflib(text: string): Promise<Seen[]> {
  const records: Seen[] = [];
  await new Promise<void>((done, fail) => {
    readStream('medline', Readable.from([text]))
      .on('ref', (record) => {
        const one = (name: string) => [record[name] ?? []].flat()[0];
        const list = (name: string) => [record[name] ?? []].flat();
        records.push({
          title: one('title'),
          authors: list('medlineAuthorsFull'),
          year: one('year'),
          journal: one('medlineJournalFull'),
          volume: one('volume'),
          issue: one('number'),
          pages: one('pages'),
          doi: one('medlineArticleID')?.replace(/ \[doi\]$/u, ''),
          issn: one('medlineISSN'),
          pmid: one('medlinePMID'),
          abstract: one('abstract'),
          keywords: list('keywords'),
          language: one('language'),
        });
      })
      .on('end', done)
      .on('error', fail);
  });
  return records;
}

export const readers: Readonly<Record<string, readonly Reader[]>> = {
  bibtex: [
    { name: '@retorquere/bibtex-parser', read: retorquere, cannot: [] },
    { name: '@citation-js/plugin-bibtex', read: citationJs, cannot: [] },
    { name: 'biblatex-csl-converter', read: texConverter, cannot: ['pmid', 'keywords', 'journal'] },
  ],
  biblatex: [
    { name: '@retorquere/bibtex-parser', read: retorquere, cannot: [] },
    { name: 'biblatex-csl-converter', read: texConverter, cannot: ['pmid', 'keywords', 'journal'] },
  ],
  ris: [
    { name: 'astrocite-ris', read: astrocite, cannot: [], group: () => '' },
    {
      name: 'biblatex-csl-converter',
      read: (text) => converted(parseRIS(text).entries),
      cannot: ['pmid', 'keywords', 'issn', 'language'],
    },
  ],
  enw: [
    {
      name: 'biblatex-csl-converter',
      read: (text) => converted(parseENW(text).entries),
      cannot: ['pmid', 'keywords', 'doi', 'issn', 'language'],
    },
    {
      name: '@citation-js/plugin-enw',
      read: citationJsEnw,
      cannot: ['pmid'],
      group: (name) => name.replace(/^(.*) (\S+)$/u, '$2, $1'),
    },
  ],
  nbib: [
    {
      name: 'biblatex-csl-converter',
      read: (text) => converted(parseNBIB(text).entries),
      cannot: ['pmid', 'keywords', 'url'],
    },
    { name: '@iebh/reflib', read: reflib, cannot: ['url'] },
  ],
  'endnote-xml': [
    { name: 'saxes', read: (text) => seenInEndnote(treeBySaxes(text)), cannot: [] },
    { name: 'fast-xml-parser', read: (text) => seenInEndnote(fast(text)), cannot: [] },
  ],
  mods: [
    { name: 'saxes', read: (text) => seenInMods(treeBySaxes(text)), cannot: [] },
    { name: 'fast-xml-parser', read: (text) => seenInMods(fast(text)), cannot: [] },
  ],
  'csl-json': [
    { name: '@citation-js/core', read: citationJs, cannot: [] },
    {
      name: 'biblatex-csl-converter',
      read: (text) =>
        converted(
          parseCSL(
            // It knows no `document` of CSL 1.0.2, and leaves such an item out whole.
            Object.fromEntries(
              (JSON.parse(text) as Parameters<typeof parseCSL>[0][string][]).map((x, i) => [
                i,
                x['type'] === 'document' ? { ...x, type: 'article' } : x,
              ]),
            ),
          ),
        ),
      cannot: ['pmid', 'keywords', 'language'],
    },
  ],
  csv: [
    {
      name: 'papaparse',
      read: (text) =>
        Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), {
          header: true,
          skipEmptyLines: true,
        }).data.map(row),
      cannot: [],
    },
    {
      name: 'csv-parse',
      read: (text) => parseCsv<Record<string, string>>(text, { columns: true, bom: true }).map(row),
      cannot: [],
    },
  ],
};
