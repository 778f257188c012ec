/** The command `npm run exports`: writes papers in every citation format, for other programs to check. */

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { citationFormats } from '#citations/index';
import { doiSchema, isIssn, pmidSchema } from '#domain/identifiers';
import type { Notice } from '#domain/notice';
import { paperSchema, type Paper } from '#domain/paper';
import type { Name } from '#domain/person';
import { cutName } from './formats/values/names.ts';
import { isMain, readArguments, say, type Command } from './cli.ts';
import { writeFile } from './lib/files.ts';
import { openFolder } from './lib/open-folder.ts';
import { NoticeError } from './lib/notice-error.ts';
import { readChecked, readJson } from './lib/read-content.ts';
import { namesIn } from './lib/read-text.ts';

const command: Command<'papers' | 'records' | 'count' | 'out'> = {
  run: 'npm run exports',
  does: 'Writes papers in every export format into a folder, for other programs to check: see docs/citations.md.',
  options: {
    papers: { value: 'DIR', does: 'folder of records (default: content/papers)' },
    records: {
      value: 'FILE',
      does: 'instead of --papers: plain records, one JSON object on a line (.jsonl or .jsonl.gz)',
    },
    count: { value: 'N', does: 'only the first N records' },
    out: { value: 'DIR', does: 'where the files go (default: .cache/exports)' },
  },
};

/** A bibliographic record as databases list it: plain values without places. */
interface PlainRecord {
  title?: string | null;
  authors?: string[] | null;
  journal?: string | null;
  year?: string | null;
  volume?: string | null;
  issue?: string | null;
  bp?: string | null;
  ep?: string | null;
  article_no?: string | null;
  doi?: string | null;
  pmid?: string | null;
  issn?: string | null;
  keywords?: string[] | null;
  abstract?: string | null;
  title_zh?: string | null;
  abstract_zh?: string | null;
}

const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/iu;

/**
 * Reads "Family, Given, Jr.", where a particle may follow the given name; a name without a comma is cut like a scraped
 * one. Databases separate a last initial too ("Messias, Carolina, V"), so only a suffix in the table counts as one.
 */
function nameOf(written: string): Name {
  const [family = written, ...parts] = written.split(/,\s*/u);
  const ending = parts.length > 1 && suffix.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
  const given = parts.join(' ');
  if (!given) return cutName(written).name;
  const tail = ending ? { suffix: ending } : {};
  const particle = /^(.+?) ((?:von|van|de|del|der|dem|den|la|du|di|da|dos)(?: (?:der|den|dem|la))?)$/u.exec(given);
  if (particle?.[1] && particle[2]) return { written, family, given: particle[1], particle: particle[2], ...tail };
  return { written, family, given, ...tail };
}

/** Makes a plain record a paper, so that the site's own formats can write it. */
export function paperOf(record: PlainRecord, number: number, file: string): Paper {
  const from = [{ file, line: number, columns: [1, 2] as [number, number] }];
  const stated = (value: string | null | undefined) => (value ? { value, from } : undefined);
  const texts = (['en', 'zh-Hans'] as const).map((language) => ({
    language,
    title: language === 'en' ? record.title : record.title_zh,
    abstract: language === 'en' ? record.abstract : record.abstract_zh,
  }));
  const fields = {
    id: `record-${number}`,
    type: { value: 'article-journal', from },
    language: { value: record.title ? 'en' : 'zh-Hans', from },
    titles: texts.flatMap(({ language, title }) => (title ? [{ language, role: 'original', text: title, from }] : [])),
    authors: [...new Set(record.authors ?? [])].map((written) => ({ name: nameOf(written), from })),
    affiliations: [],
    journal: {
      name: stated(record.journal),
      ...(record.issn && isIssn(record.issn) ? { issn: [{ value: record.issn, from }] } : {}),
    },
    issued: stated(record.year),
    volume: stated(record.volume),
    issue: stated(record.issue),
    pages: stated([record.bp, record.ep].filter(Boolean).join('-')),
    articleNumber: stated(record.article_no),
    doi: stated(doiSchema.safeParse(record.doi).data),
    pmid: stated(pmidSchema.safeParse(record.pmid).data),
    registrations: [],
    keywords: (record.keywords ?? []).map((text) => ({ language: record.title ? 'en' : 'zh-Hans', text, from })),
    abstracts: texts.flatMap(({ language, abstract }) =>
      abstract
        ? [
            {
              language,
              role: 'original',
              from,
              sections: [
                { blocks: [{ as: 'paragraph', sentences: [{ anchor: 's-00000000', text: abstract, from }] }] },
              ],
            },
          ]
        : [],
    ),
    concepts: [],
    samples: [],
    status: [],
    related: [],
    sources: [{ file, format: 'plain', sha256: '0'.repeat(64) }],
    unclassified: 0,
  };
  return paperSchema.parse(JSON.parse(JSON.stringify(fields)));
}

function readPapers(folder: string): Paper[] {
  const notices: Notice[] = [];
  const names = namesIn(folder, folder, /\.json$/u, notices);
  for (const notice of notices) throw new NoticeError(notice);
  return names.map((name) => readChecked(readJson, paperSchema, [join(folder, name), name], 'src/domain/paper.ts'));
}

async function readRecords(file: string): Promise<Paper[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').filter((line) => line.trim());
  return lines.map((line, i) => paperOf(JSON.parse(line) as PlainRecord, i + 1, 'records.jsonl'));
}

if (isMain(import.meta)) {
  const { given, text } = readArguments(command);
  const papers =
    typeof given.records === 'string'
      ? await readRecords(given.records)
      : readPapers(resolve(text('papers') ?? 'content/papers'));
  const wanted = papers.slice(0, given.count === undefined ? undefined : Number(given.count));
  const out = openFolder({ path: text('out') ?? '.cache/exports', holds: 'exports', option: '--out' });
  for (const format of citationFormats) {
    const begun = performance.now();
    // JSON of this project is not a format that other programs read.
    if (format.name === 'json') continue;
    writeFile(join(out, `papers.${format.extension}`), format.write(wanted));
    say(`${format.extension}: ${wanted.length} papers`, begun);
  }
  say(`in ${out}`);
}
