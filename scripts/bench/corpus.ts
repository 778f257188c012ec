/** Makes papers of real records, in any number, for benchmarks of large reviews. */

import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Language } from '#domain/language';
import type { Paper, Section } from '#domain/paper';
import type { Origin } from '#domain/place';
import { sentenceAnchor, sentenceSpans } from '#domain/text';
import { makeFolder, writeStaged } from '../lib/files.ts';
import { projectRoot } from '../run.ts';

/** Real records beside the project; absent on most machines. */
export const recordsFolder = join(projectRoot, '..', 'shared', 'records');
export const haveRecords = (): boolean => existsSync(recordsFolder);

interface WosRecord {
  title: string;
  authors: string[] | null;
  journal: string;
  year: string | null;
  doi: string | null;
  keywords: string[] | null;
  abstract: string | null;
  abstract_sections: [label: string, text: string][] | null;
}
interface ChineseRecord {
  title_zh: string;
  abstract_zh: string;
  keywords: string[] | null;
}

/**
 * Papers made from the records: two English ones for each Chinese one, while there are records. Further papers combine
 * the title and the abstract of two different records, and are of an earlier year: a list in which every third paper has
 * the authors and the year of another is of no real review. The n-th paper is the same in every run.
 */
export async function corpusOf(count: number, folder = recordsFolder): Promise<Paper[]> {
  const english = await readLines<WosRecord>(join(folder, 'wos-open-access-4012.jsonl.gz'));
  const chinese = await readLines<ChineseRecord>(join(folder, 'chinese-abstracts-2000.jsonl.gz'));
  return Array.from({ length: count }, (_, n) => {
    const round = Math.floor(n / 3);
    if (n % 3 === 2) {
      const [title, text] = pair(chinese, round);
      return chinesePaper(n, title, text);
    }
    const nth = round * 2 + (n % 3);
    const [title, text] = pair(english, nth);
    const earlier = Math.floor(nth / english.length);
    return englishPaper(n, { ...title, year: title.year && String(Number(title.year) - earlier) }, text);
  });
}

/** The n-th item of a list; past its end, one item for the title and another for the text. */
function pair<T>(list: readonly T[], n: number): [title: T, text: T] {
  const at = n % list.length;
  const shift = Math.floor(n / list.length) * 7;
  const [title, text] = [list[at], list[(at + shift) % list.length]];
  if (title === undefined || text === undefined) throw new Error('there are no records');
  return [title, text];
}

async function readLines<T>(path: string): Promise<T[]> {
  const text = gunzipSync(await readFile(path)).toString('utf8');
  return text.split('\n').flatMap((line) => (line.trim() ? [JSON.parse(line) as T] : []));
}

const from: Origin[] = [{ file: 'records.jsonl', line: 1, columns: [1, 2] }];

function englishPaper(n: number, { title, authors, journal, year, keywords }: WosRecord, text: WosRecord): Paper {
  const sections = text.abstract_sections ?? [['', text.abstract ?? ''] as [string, string]];
  return {
    ...blank(n),
    titles: [{ language: 'en', role: 'original', text: title, from }],
    authors: (authors ?? []).map((written) => {
      const [family, given] = written.split(', ');
      return { name: { written, ...(family ? { family } : {}), ...(given ? { given } : {}) }, from };
    }),
    journal: { name: { value: journal, from } },
    ...(year ? { issued: { value: year, from } } : {}),
    ...(text.doi ? { doi: { value: `10.5555/bench.${n}`, from } } : {}),
    keywords: (keywords ?? []).map((keyword) => ({ language: 'en', text: keyword, from })),
    abstracts: abstractOf('en', sections),
  };
}

function chinesePaper(n: number, { title_zh: title, keywords }: ChineseRecord, text: ChineseRecord): Paper {
  return {
    ...blank(n),
    titles: [{ language: 'zh-Hans', role: 'original', text: title, from }],
    issued: { value: String(2000 + (n % 25)), from },
    keywords: (keywords ?? []).map((keyword) => ({ language: 'zh-Hans', text: keyword, from })),
    abstracts: abstractOf('zh-Hans', [['', text.abstract_zh]]),
  };
}

function abstractOf(language: Language, sections: readonly [string, string][]): Paper['abstracts'] {
  const read = sections.flatMap(([label, text]): Section[] => {
    const sentences = sentenceSpans(text).map(([start, end]) => text.slice(start, end));
    if (sentences.length === 0) return [];
    const block = {
      as: 'paragraph' as const,
      sentences: sentences.map((one) => ({ anchor: sentenceAnchor(one), text: one, from })),
    };
    return [label ? { label, blocks: [block] } : { blocks: [block] }];
  });
  return read.length ? [{ language, role: 'original', sections: read, from }] : [];
}

const themes = ['interpreters', 'suicidality', 'digital-alliance', 'refugees', 'serious-mental-illness', 'continuity'];

const blank = (n: number): Paper => ({
  id: `record-${String(n).padStart(5, '0')}`,
  type: { value: 'article-journal', from },
  titles: [],
  authors: [],
  affiliations: [],
  registrations: [],
  keywords: [],
  abstracts: [],
  // Every tenth paper has a theme, so that facets have something to count.
  concepts:
    n % 10
      ? []
      : [
          {
            concept: `themes/${themes[(n / 10) % themes.length] ?? 'refugees'}`,
            evidence: [{ in: 'correction', from }],
          },
        ],
  samples: [],
  status: [],
  related: [],
  sources: [{ file: 'records.jsonl', record: n + 1, format: 'records', sha256: '0'.repeat(64) }],
  unclassified: 0,
});

/** Writes papers into a content folder; the vocabulary and the rest come from this review. */
export function writeCorpus(papers: readonly Paper[], content: string): void {
  makeFolder(join(content, 'papers'));
  for (const paper of papers) writeStaged(join(content, 'papers', `${paper.id}.json`), JSON.stringify(paper));
}
