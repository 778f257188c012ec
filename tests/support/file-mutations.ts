import { XMLParser } from 'fast-xml-parser';
import Papa from 'papaparse';

/** A file of references as a test knows it: its text, and the name of the format that reads it. */
interface FileSample {
  format: string;
  text: string;
}

/** What a mutation makes of a file. */
interface Mutated {
  text: string;
  /** How often each record is there. */
  times: number;
}

/** One way in which programs and people change a file; it gives nothing for a format that has no such thing. */
export interface Mutation {
  name: string;
  of: (sample: FileSample) => Mutated | undefined;
}

/** How a field and a record begin in each format of lines; what ends a record; what is a file's own head. */
interface Lines {
  field: RegExp;
  record: RegExp;
  end?: RegExp;
  head?: RegExp;
  unknown: string;
}

const lines: Readonly<Record<string, Lines>> = {
  ris: { field: /^[ \t]*[A-Za-z][A-Za-z0-9] {1,4}-(?: |$)/u, record: /^[ \t]*TY {1,4}-/iu, end: /^[ \t]*ER {1,4}-/iu, unknown: 'ZZ  - something new' },
  'pubmed-nbib': { field: /^[A-Z][A-Z0-9]{1,4} *-/u, record: /^(?:PMID|OWN ) ?-/u, unknown: 'ZZZZ- something new' },
  'endnote-tagged': { field: /^%\S/u, record: /^%0/u, unknown: '%} something new' },
  'web-of-science': { field: /^[A-Z][A-Z0-9](?: |$)/u, record: /^PT /u, end: /^(?:ER|EF)(?: |$)/u, head: /^(?:FN|VR) /u, unknown: 'ZZ something new' },
  'refworks-tagged': { field: /^[A-Z][A-Z0-9](?: |$)/u, record: /^RT /u, unknown: 'ZZ something new' },
  'ovid-text': { field: /^(?:<\d|\p{Lu}[\p{L} ()-]{1,40}$)/u, record: /^<\d/u, unknown: 'Something New\n  of which nothing is known' },
  'ovid-tagged': { field: /^(?:<\d|[A-Z][A-Z0-9]\s{1,3}-)/u, record: /^<\d/u, unknown: 'ZZ  - something new' },
  'e-study': { field: /^[\p{L}-]+[:：]/u, record: /^DataType/u, unknown: 'Novelty-新意: something new' },
  'labelled-records': { field: /^(?:\{[^}]+\}|[\p{L}-]+[:：])/u, record: /^(?:\{Reference Type\}|SrcDatabase)/u, unknown: '{Novelty}: something new' },
}; // prettier-ignore

/** How the lines of a file are formed; one format reads what several services write. */
const linesOf = ({ format, text }: FileSample): Lines | undefined =>
  lines[text.startsWith('DataType') ? 'e-study' : format];

const blank = /^\s*$/u;

/** What stays in its place when fields are set in another order: blank lines, marks of records, and what no field is. */
const isFixed = (line: string, { field, record, end }: Lines): boolean =>
  blank.test(line) || (end?.test(line) ?? record.test(line)) || !field.test(line);

/** A file of lines as its records, each a list of fields with the lines that go on with them; nothing for other formats. */
function recordsOf(sample: FileSample): { before: string[]; records: string[][] } | undefined {
  const { text } = sample;
  const shape = linesOf(sample);
  if (!shape) return undefined;
  const before: string[] = [];
  const records: string[][] = [];
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const fields = records.at(-1);
    const above = fields?.at(-1) ?? '';
    if (shape.record.test(line.replace(/^\ufeff/u, ''))) records.push([line]);
    else if (!fields) before.push(line);
    else if (shape.field.test(line) || blank.test(line) || isFixed(above, shape)) fields.push(line);
    else fields[fields.length - 1] = `${above}\n${line}`;
  }
  return records.length ? { before, records } : undefined;
}

const textOf = ({ before, records }: { before: string[]; records: string[][] }): string =>
  [...before, ...records.flat()].join('\n');

const once = (text: string): Mutated => ({ text, times: 1 });
const isXml = ({ text }: FileSample): boolean => /^\ufeff?\s*</u.test(text) && /<\/\w/u.test(text);

/** An XML file whose elements of records are changed in place. Comments and declarations are left out. */
function eachElement(text: string, change: (children: Record<string, unknown>[]) => Record<string, unknown>[]): string {
  const options = { preserveOrder: true, ignoreAttributes: false, trimValues: false, processEntities: false };
  const root = new XMLParser(options).parse(text) as Record<string, unknown>[];
  const recordNames = /^(?:PubmedArticle|MedlineCitation|record|mods|mods:mods|doi_record|journal|article|bib:\w+)$/u;
  const walk = (nodes: Record<string, unknown>[], depth: number): void => {
    for (const node of nodes)
      for (const [name, children] of Object.entries(node)) {
        if (!Array.isArray(children)) continue;
        if (recordNames.test(name) && depth > 0) node[name] = change(children as Record<string, unknown>[]);
        else walk(children as Record<string, unknown>[], depth + 1);
      }
  };
  walk(root, 0);
  return written(root);
}

/** What fast-xml-parser read in order, as XML again. */
function written(nodes: readonly Record<string, unknown>[]): string {
  return nodes
    .map((node) => {
      const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>);
      const [name = '', children] = Object.entries(node).find(([key]) => key !== ':@') ?? [];
      if (name === '#text') return String(children);
      const open = `${name}${attributes.map(([key, value]) => ` ${key.slice(2)}="${value}"`).join('')}`;
      if (name.startsWith('?')) return `<${open}?>`;
      return `<${open}>${written(children as Record<string, unknown>[])}</${name}>`;
    })
    .join('');
}

/** The members of a JSON file's objects that are records. */
function eachObject(text: string, change: (members: [string, unknown][]) => [string, unknown][]): string {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value);
    const isRecord = members.some(([key]) => key === 'title' || key === 'DOI');
    return Object.fromEntries(isRecord ? change(members) : members.map(([key, one]) => [key, walk(one)]));
  };
  return JSON.stringify(walk(JSON.parse(text.replace(/^\ufeff/u, ''))), undefined, 1);
}

/** A table whose rows are changed, if it is one whose first line is its head. */
function eachRow(text: string, change: (row: string[], i: number) => string[]): string | undefined {
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), { skipEmptyLines: true });
  const width = data[0]?.length ?? 0;
  if (width < 3 || data.some((row) => row.length !== width)) return undefined;
  return Papa.unparse(data.map(change), { delimiter: meta.delimiter, newline: '\n' });
}

/** BibTeX whose entries have one field per line. */
function eachEntry(text: string, change: (fields: string[]) => string[]): string | undefined {
  const entry = /^(@\w+\s*\{[^,\n]+,)\n((?:[ \t]+[\w-]+\s*=\s*.*,?\n)+)\}/gmu;
  if (!entry.test(text)) return undefined;
  return text.replace(entry, (_, head: string, body: string) => {
    const fields = change(
      body
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/,?\s*$/u, '')),
    );
    return `${head}\n${fields.join(',\n')}\n}`;
  });
}

function reordered(sample: FileSample): string | undefined {
  const { format, text } = sample;
  const file = recordsOf(sample);
  if (file) {
    const shape = linesOf(sample) as Lines;
    // Where records end by a tag, one that lost it cannot be told in another order.
    if (shape.end && file.records.some((fields) => !fields.some((line) => shape.end?.test(line)))) return undefined;
    const records = file.records.map((fields) => {
      const end = fields.findIndex((line) => shape.end?.test(line));
      const isHeld = (line: string, i: number): boolean => isFixed(line, shape) || (end >= 0 && i >= end);
      const others = fields.filter((line, i) => !isHeld(line, i)).toReversed();
      return fields.map((line, i) => (isHeld(line, i) ? line : (others.shift() ?? '')));
    });
    return textOf({ before: file.before, records });
  }
  if (format === 'csv') return eachRow(text, (row) => row.toReversed());
  if (format === 'bibtex') return eachEntry(text, (fields) => fields.toReversed());
  if (format === 'csl-json') return eachObject(text, (members) => members.toReversed());
  return isXml(sample) ? eachElement(text, (children) => children.toReversed()) : undefined;
}

function withUnknown(sample: FileSample): string | undefined {
  const { format, text } = sample;
  const file = recordsOf(sample);
  if (file) {
    const { unknown } = linesOf(sample) as Lines;
    const records = file.records.map(([first = '', ...rest]) => [first, unknown, ...rest]);
    return textOf({ before: file.before, records });
  }
  if (format === 'csv') return eachRow(text, (row, i) => [...row, i === 0 ? 'Novelty' : 'something new']);
  if (format === 'bibtex') return eachEntry(text, (fields) => [...fields, '  novelty = {something new}']);
  if (format === 'csl-json') return eachObject(text, (members) => [...members, ['novelty', { of: ['something new'] }]]);
  const element = { novelty: [{ '#text': 'something new' }] };
  return isXml(sample) ? eachElement(text, (children) => [element, ...children]) : undefined;
}

/** A file's own head, set before its middle record again, as pages of a search are joined. */
function headAgain(sample: FileSample): string | undefined {
  const { format, text } = sample;
  const file = recordsOf(sample);
  const middle = Math.ceil((file?.records.length ?? 0) / 2);
  if (file && linesOf(sample)?.head) {
    const records = file.records.toSpliced(
      middle,
      0,
      file.before.filter((line) => !blank.test(line)),
    );
    return textOf({ before: file.before, records });
  }
  if (format !== 'csv') return undefined;
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), { skipEmptyLines: true });
  const head = data[0] ?? [];
  if (data.length < 3 || head.length < 3) return undefined;
  return Papa.unparse(data.toSpliced(2, 0, head), { delimiter: meta.delimiter, newline: '\n' });
}

/** A byte order mark before each record, or before what was a file of its own. */
function marked(sample: FileSample): Mutated {
  const file = recordsOf(sample);
  if (!file) return { text: `${sample.text.trimEnd()}\n\ufeff${sample.text.replace(/^\ufeff/u, '')}`, times: 2 };
  return once(textOf({ ...file, records: file.records.map(([first = '', ...rest]) => [`\ufeff${first}`, ...rest]) }));
}

const banner =
  'Results of the search of 3 March 2024\nExported for the review group; see the protocol for the strategy.\n';
const prose =
  'These records were exported for a review. The authors thank the library for its help, and ask that errors be told to them.\n';

const optional = (text: string | undefined): Mutated | undefined => (text === undefined ? undefined : once(text));

/** The ten ways in which a file of references is changed on its way to us, none of which may lose a record. */
export const mutations: readonly Mutation[] = [
  { name: 'a banner before', of: ({ text }) => once(`${banner}\n${text.replace(/^\ufeff/u, '')}`) },
  { name: 'a byte order mark inside', of: marked },
  { name: 'joined with itself', of: ({ text }) => ({ text: `${text.trimEnd()}\n${text.trimStart()}`, times: 2 }) },
  {
    name: 'other line ends',
    of: ({ text }) => once(text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n')),
  },
  { name: 'its head again', of: (sample) => optional(headAgain(sample)) },
  { name: 'tags in another order', of: (sample) => optional(reordered(sample)) },
  { name: 'an unknown tag', of: (sample) => optional(withUnknown(sample)) },
  { name: 'blank lines doubled', of: ({ text }) => once(text.replace(/(\r\n|\n)[ \t]*(\r\n|\n)/gu, '$1$1$1')) },
  { name: 'prose behind', of: ({ text }) => once(`${text.trimEnd()}\n\n${prose}`) },
  { name: 'its last line cut', of: ({ text }) => once(cut(text)) },
];

/** A text without the second half of its last line; of a text in one line, without its last two characters. */
function cut(text: string): string {
  const whole = text.trimEnd();
  const from = Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r'));
  return from < 0 ? whole.slice(0, -2) : whole.slice(0, from + 1 + Math.floor((whole.length - from - 1) / 2));
}
