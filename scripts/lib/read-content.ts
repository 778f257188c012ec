/** Reads YAML and JSON files of the content, with the place of each value for notices. */

import type { z } from 'zod';
import type { Notice } from '#domain/notice';
import { splitFrontMatter } from '#text/front-matter';
import { shortened } from '#text/shortened';
import { expectedOf } from './expected.ts';
import { NoticeError } from './notice-error.ts';
import { readJson as scanJson } from '../formats/text/json.ts';
import { placeAt, readText } from './read-text.ts';
import { broken, yamlValues, type Written } from './yaml.ts';

export type { Written } from './yaml.ts';

/** Reads a YAML file. A broken or empty file gives nothing, and an error with its place. */
export function readYaml(path: string, file: string, notices: Notice[]): Written | undefined {
  const [first, second] = readYamls(path, file, notices);
  if (!second) return first;
  notices.push({ ...broken(file, 'a second document', second.at([])), remedy: 'remove the line `---`' });
  return undefined;
}

/** Reads a YAML file with one or more documents, separated by `---`; none where one of them is broken. */
export function readYamls(path: string, file: string, notices: Notice[]): Written[] {
  const text = readText(path, file, notices);
  if (text === undefined) return [];
  if (text.trim() === '') {
    notices.push(emptied(file));
    return [];
  }
  return yamlValues(text, file, notices);
}

/** The items of a list, each as a value of its own; anything but a list is its own only item. */
export function itemsOf(written: Written): Written[] {
  const { file, value, at } = written;
  if (!Array.isArray(value)) return [written];
  return value.map((item: unknown, i): Written => ({ file, value: item, at: (path) => at([i, ...path]) }));
}

/** Reads a JSON file. A broken file gives nothing, and an error with its place. */
export function readJson(path: string, file: string, notices: Notice[]): Written | undefined {
  const text = readText(path, file, notices);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // Places in JSON are rarely needed. Then the text is read again as YAML, of which JSON is a subset.
    return { file, value, at: (path) => yamlValues(text, file, [])[0]?.at(path) ?? { file } };
  } catch (cause) {
    notices.push({
      severity: 'error',
      rule: 'json-broken',
      place: placeAt(file, text, jsonFault(text, cause as Error)),
      seen:
        text.trim() === ''
          ? 'an empty file'
          : (cause as Error).message.replace(/(?: in JSON)? at position .*|, "[^]*/u, ''),
      expected: 'valid JSON',
      remedy: 'delete the file if the import makes it (papers/, ledger.json), and import again; else fix the line',
    });
    return undefined;
  }
}

/** The offset of the error in a JSON text. Node's message states it only for some errors. */
function jsonFault(text: string, { message }: Error): number {
  const said = /at position (\d+)/u.exec(message)?.[1];
  if (said !== undefined) return Number(said);
  const read = scanJson({ text, runs: [] });
  return read?.broken?.at ?? read?.end ?? text.length - text.trimStart().length;
}

/** Reads the YAML between the two lines `---` at the top of an MDX file; `text` is the whole file. */
export function readFrontMatter(text: string, file: string, notices: Notice[]): Written | undefined {
  const found = splitFrontMatter(text);
  if (found) return yamlValues(found.yaml, file, notices, 1)[0];
  const opens = /^---[ \t]*(\r?\n|$)/u.test(text);
  notices.push({
    severity: 'error',
    rule: 'front-matter-missing',
    place: { file, line: 1, columns: [1, 1] },
    seen: text.trim() === '' ? 'an empty file' : opens ? 'a first line `---` without a second one' : 'no line `---`',
    expected: 'title, summary and more between two lines `---` at the top of the file',
    remedy: 'add them as docs/writing.md shows the first lines of an essay',
  });
  return undefined;
}

/**
 * Checks a value against its schema. Each part that does not fit is an error with its place. `described` is the file
 * that explains the schema.
 */
export function fit<T extends z.ZodType>(
  schema: T,
  { file, value, at }: Written,
  described: string,
  notices: Notice[],
): z.infer<T> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  if (value === null) {
    notices.push(emptied(file, 'nothing but comments', at([])));
    return undefined;
  }
  for (const issue of result.error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const path = [...issue.path, ...unknown.slice(0, 1)];
    const named = path.map(String).join('.') || 'the file';
    const found = valueAt(value, path);
    notices.push({
      severity: 'error',
      rule: 'content-invalid',
      place: at(path),
      seen: unknown.length ? `${named}, which is not a known name` : `${named}: ${short(found)}`,
      expected: unknown.length ? `the names that ${described} lists` : expectedOf(issue),
      remedy: found === undefined ? `write it; ${described} says what it means` : `correct it; ${described} says more`,
    });
  }
  return undefined;
}

/**
 * The value of a file that was checked before and may have changed since. If it does not fit, the command ends with
 * its first error.
 */
export function readChecked<T extends z.ZodType>(
  read: typeof readYaml,
  schema: T,
  [path, file]: readonly [path: string, file: string],
  described: string,
): z.infer<T> {
  const notices: Notice[] = [];
  const written = read(path, file, notices);
  const value = written && fit(schema, written, described, notices);
  if (value === undefined) throw new NoticeError(notices[0] ?? emptied(file));
  return value;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, key) ? Reflect.get(found, key) : undefined,
    value,
  );
}

function short(value: unknown): string {
  if (value === undefined) return 'not there';
  return shortened(JSON.stringify(value), 80);
}

const emptied = (
  file: string,
  seen = 'an empty file',
  place: Notice['place'] = { file, line: 1, columns: [1, 1] },
): Notice => ({
  severity: 'error',
  rule: 'content-empty',
  place,
  seen,
  expected: 'its contents, or no file',
  remedy: 'restore it from a backup or from git, or delete it',
});
