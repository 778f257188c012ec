/** Chooses the format that reads a source. */

import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import type { Format } from '../../formats/format.ts';
import { formats as specific, general } from '../../formats/index.ts';
import { noFormat } from './no-format.ts';

/**
 * The one format that reads a source: the specific one that claims it, else the general reader. Where two claim it,
 * neither reads it, because each would read half of it; the notice names both, and the source page shows the text.
 */
export function detect(
  source: SourceText,
  formats: readonly Format[] = specific,
): { format: Format; notices: Notice[] } {
  const notices: Notice[] = [];
  const claims = (format: Format): boolean => {
    try {
      return format.claims(source);
    } catch (problem) {
      notices.push(broken(source.file, format, 'claims', problem));
      return false;
    }
  };
  const others = formats.filter((format) => !format.isSite && claims(format));
  // A file of records may come from the host of a site, and a saved page is read by its own format with the site file.
  const isRecords = others.some(({ trust }) => trust !== 'site-page' && trust !== 'digest');
  const claiming = isRecords ? others : [...formats.filter((format) => format.isSite && claims(format)), ...others];
  const [format, second] = claiming;
  if (format && second) {
    const names = claiming.map((it) => it.name).join(' and ');
    notices.push({
      severity: 'warning',
      rule: 'two-formats-claim',
      place: { file: source.file },
      seen: `${names} claim the source`,
      expected: 'one specific format at most',
      remedy: `if the file holds two pages, split it; if it is one page, report it: \`claims\` of one of them is too wide`,
    });
  }
  if (format) return { format: second ? noFormat : format, notices };
  const root = xmlRoot(source);
  if (root !== undefined) return { format: noFormat, notices: [...notices, unknownXml(source, root)] };
  return { format: general, notices };
}

/** The name of the root element of an XML file that is not a page; `undefined` for any other text. */
function xmlRoot({ text }: SourceText): string | undefined {
  const prolog = /^\ufeff?\s*(?:<\?[^>]{0,2000}>\s*|<!--[\s\S]{0,2000}?-->\s*|<!DOCTYPE[^>[]{0,500}>\s*){0,9}/u;
  const head = text.slice(0, 20_000);
  const [before = ''] = prolog.exec(head) ?? [];
  const [, root, attributes = ''] = /^<([a-z_][\w.:-]{0,80})([^>]{0,4000})>/iu.exec(head.slice(before.length)) ?? [];
  const isXml = /^\ufeff?\s*<\?xml\s/u.test(before) || /\sxmlns(?::\w+)?\s*=/u.test(attributes);
  return root !== undefined && isXml && !/^html$/iu.test(root) ? root : undefined;
}

/** Names of elements that hold a record each, in whatever dialect. */
const recordTags =
  /<(?:[\w.-]{1,40}:)?(?:record|rec|reference|entry|source|item|article|work|publication|document|trial|dc)(?=[\s>])/giu;

/** How many elements look like records: the most of one name. */
function recordsIn({ text }: SourceText): number {
  const counts = new Map<string, number>();
  for (const [tag] of text.matchAll(recordTags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

const unknownXml = (source: SourceText, root: string): Notice => ({
  severity: 'warning',
  rule: 'xml-of-no-known-kind',
  place: { file: source.file },
  seen: `a file of XML whose root element is <${root}>${recordsIn(source) ? `; ${recordsIn(source)} of what looks like records` : ''}`,
  expected: 'a page, or an export in a known format: RIS, BibTeX, NBIB, PubMed XML, EndNote XML, MODS, CSV, CSL-JSON',
  remedy: `${instead.find(({ roots }) => roots.test(root))?.choose ?? 'export the same records as RIS, and import that'}; this file is not read`,
});

/** Which export to choose in the programs that write XML which is not read, by its root element. */
const instead: readonly { roots: RegExp; choose: string }[] = [
  {
    roots: /^(?:marc:)?(?:collection|record)$/u,
    choose: 'this looks like MARC: choose MODS, RIS or BibTeX in the catalogue, and import that',
  },
  {
    roots: /^(?:mets:)?mets$/u,
    choose: 'METS wraps the records of a repository: choose its MODS, RIS or BibTeX instead, and import that',
  },
  {
    roots: /^OAI-PMH$/u,
    choose: 'ask the repository for its RIS or BibTeX, or for MODS (metadataPrefix=mods), and import the records',
  },
  { roots: /^(?:rss|feed|rdf:RDF)$/u, choose: 'this is a feed: open its papers, and export them as RIS' },
  {
    roots: /^CitaviExchangeData$/u,
    choose: 'this is a project of Citavi: export it as RIS or BibTeX there, and import that',
  },
  {
    roots: /^(?:b:)?Sources$/u,
    choose: 'these are the sources of a document of Word: export them from the reference manager that they came from',
  },
  {
    roots: /^refworks$/iu,
    choose: 'choose "RefWorks Tagged Format" or RIS in RefWorks instead of XML, and import that',
  },
  {
    roots: /^(?:oai_dc:|srw_dc:)?dc$/u,
    choose:
      'Dublin Core does not say which number is a volume: ask the repository for RIS, BibTeX or MODS, and import that',
  },
  { roots: /^(?:bibtex:)?file$/u, choose: 'this is BibTeX as XML: export it as BibTeX (.bib), and import that' },
  { roots: /^(?:TEI|teiCorpus)$/u, choose: 'export the citation of the text as RIS or BibTeX, and import that' },
];

/**
 * A notice for a format that throws. That is a defect of this project, not of the page; the next reader takes the
 * source.
 */
export const broken = (file: string, format: Format, where: string, problem: unknown): Notice => ({
  severity: 'warning',
  rule: 'format-failed',
  place: { file },
  seen: `${format.name}.${where} failed: ${problem instanceof Error ? problem.message : String(problem)}`.slice(0, 300),
  expected: 'a format that reads any text',
  remedy: 'report the file with this message; the source is read without the format',
});
