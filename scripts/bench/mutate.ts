/** Damages good sources in ways that break parsers, for the benchmark of mutations. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../run.ts';
import { numbers } from './numbers.ts';

/** Folders of the project with sources in every layout and format, and with hostile ones. */
const folders = ['content/sources', 'tests/fixtures/attacks', 'tests/fixtures/formats', 'tests/fixtures/references'];

export interface Sample {
  file: string;
  text: string;
}

/** Every sample that mutations start from, ordered by path. */
export function samples(): Sample[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !/\.(?:json|jsonl|md)$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ file: path.slice(projectRoot.length + 1), text: readFileSync(path, 'utf8') })),
  );
}

/** What breaks parsers: halves of characters, marks, brackets, labels, long runs. */
// prettier-ignore
const nasty = [
  '\ud83d', '\udc00', '\u202e', '\u0000', '\n', '\r', '\u2028', '  \u00a0 ', '"', '\\', '\\u', '{', '}', '{"', '"}', '[[', '<', '<b>', '</p>',
  '</script>', '<!--', '&', '。', '：', ';;;;', '1,1,1,1,1', 'Abstract', 'Abstract\n', '摘要', '摘要\n', 'doi: 10.1/', 'DOI: 10.', 'TI  - ',
  'ER  - ', 'PMID- ', '@article{', '((((((((((', ' '.repeat(3000), '.'.repeat(3000), ','.repeat(3000), 'a'.repeat(3000), '王'.repeat(1000),
  '\n'.repeat(500),
];

/** What scrapers, editors and attackers do to a page, at a position and over a length. */
type Change = (text: string, at: number, span: number, next: () => number) => string;

const changes: readonly Change[] = [
  (text, at, span) => text.slice(0, at) + text.slice(at + span),
  (text, at, span) => text.slice(0, at + span) + text.slice(at),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at, _, next) => text.slice(0, at) + (nasty[Math.floor(next() * nasty.length)] ?? '') + text.slice(at),
  (text, at, span, next) => {
    const past = at + (span % 60);
    return text.slice(0, at) + text.slice(at, past).repeat(2 + Math.floor(next() * 40)) + text.slice(past);
  },
  (text, at, span) => text.slice(0, at) + text.slice(at, at + span).replaceAll('\n', ' ') + text.slice(at + span),
  (text, at, span) => text.slice(0, at) + text.slice(at, at + span).replaceAll(' ', '\n') + text.slice(at + span),
  (text, at, span) => text.slice(0, at) + text.slice(at, at + span).toUpperCase() + text.slice(at + span),
  (text, at, span) => text.slice(0, at) + [...text.slice(at, at + span)].reverse().join('') + text.slice(at + span),
  (text, _at, _span, next) => {
    const lines = text.split('\n');
    const [a, b] = [Math.floor(next() * lines.length), Math.floor(next() * lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return lines.join('\n');
  },
];

/** The mutation with this number: the same sample with the same one to five changes on every run. */
export function mutation(seed: number, from: readonly Sample[]): Sample {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const sample = pick(from);
  // A large file is cut, because a case is about a page and not about megabytes.
  let text = sample.text.slice(0, 60_000);
  if (next() < 0.1) text += `\n${pick(from).text.slice(0, 20_000)}`;
  const count = 1 + Math.floor(next() * 5);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(next() * text.length);
    text = pick(changes)(text, at, Math.floor(next() ** 3 * 2000), next);
  }
  return { file: sample.file, text };
}
