/** Drafts the shared files and records beside the project, on which joining is measured. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sourceText } from '#domain/source';
import { draft } from '../pipeline/read/draft.ts';
import { keyOf } from '../pipeline/join/key-of.ts';
import type { DraftKey } from '../pipeline/join/draft-key.ts';

/** Folders of shared material whose files are read as in an import. */
const folders = ['exports', 'samples/pages', 'seeds'];

/**
 * The keys of all drafts in the shared files and the plain records beside them; `file` is relative to the shared
 * folder.
 */
export function sharedKeys(shared: string): DraftKey[] {
  const keys: DraftKey[] = [];
  for (const folder of folders)
    for (const name of readdirSync(join(shared, folder)).sort()) {
      if (!/\.(?:txt|ris|nbib|xml|csv|enw)$/u.test(name)) continue;
      const text = new TextDecoder().decode(readFileSync(join(shared, folder, name)));
      const { reading } = draft(sourceText(`${folder}/${name}`, text));
      const papers = reading.kind === 'references' || (reading.isPaper && reading.kind !== 'list');
      if (papers) for (const one of reading.drafts) keys.push(keyOf(`${folder}/${name}`, one, []));
    }
  return [...keys, ...plainRecords(shared)];
}

interface PlainRecord {
  title: string;
  authors: string[];
  journal: string;
  year: string;
  volume: string | null;
  issue: string | null;
  bp: string | null;
  ep: string | null;
  article_no: string | null;
  doi: string | null;
  pmid: string | null;
  abstract: string | null;
}

/** The open-access records, written as RIS and read by the same reader as any export. */
function plainRecords(shared: string): DraftKey[] {
  const name = 'records/wos-open-access-4012.jsonl.gz';
  const lines = gunzipSync(readFileSync(join(shared, name)))
    .toString('utf8')
    .trim()
    .split('\n');
  const text = lines.map((line) => toRis(JSON.parse(line) as PlainRecord)).join('\n');
  return draft(sourceText('records/wos.ris', text)).reading.drafts.map((one) => keyOf('records/wos.ris', one, []));
}

function toRis(r: PlainRecord): string {
  const tags: [string, string | null][] = [
    ['TY', 'JOUR'], ['TI', r.title], ...r.authors.map((author): [string, string] => ['AU', author]), ['T2', r.journal],
    ['PY', r.year], ['VL', r.volume], ['IS', r.issue], ['SP', r.bp], ['EP', r.ep], ['C7', r.article_no], ['DO', r.doi],
    ['C2', r.pmid], ['AB', r.abstract],
  ]; // prettier-ignore
  return [
    ...tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/gu, ' ')}`] : [])),
    'ER  - ',
  ].join('\n');
}
