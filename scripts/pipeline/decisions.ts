import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { correctionSchema, type Correction } from '#domain/correction';
import type { Notice } from '#domain/notice';
import { screeningSchema, type ScreeningDecision } from '#domain/screening';
import { readText } from '../lib/read-text.ts';
import { compare } from './members.ts';

/** A correction with the file that it stands in, which the record names as its origin. */
export interface FiledCorrection extends Correction {
  file: string;
}

/** Every correction of `content/corrections/`, oldest first; a broken one is an error that names file and line. */
export function readCorrections(folder: string, notices: Notice[]): FiledCorrection[] {
  if (!existsSync(folder)) return [];
  const corrections: FiledCorrection[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!/\.ya?ml$/iu.test(name)) continue;
    const file = `corrections/${name}`;
    // One file may hold several, separated by `---` or as a list.
    const found = readYaml(join(folder, name), file, notices);
    for (const [i, one] of (Array.isArray(found) ? found : [found]).entries()) {
      if (one === undefined || one === null) continue;
      const valid = validate(correctionSchema, one, file, 'for, reason, seen, and set or unset', notices);
      if (valid) corrections.push({ ...valid, file: i ? `${name}#${i + 1}` : name });
    }
  }
  return corrections.sort((a, b) => compare(a.date ?? '', b.date ?? '') || inOrderOfWriting(a.file, b.file));
}

/** Of one day: `page.yaml` was written before `page-2.yaml`, and that before `page-10.yaml`. */
function inOrderOfWriting(a: string, b: string): number {
  const [one, other] = [a, b].map((file) => /^(.*?)(?:-(\d+))?\.ya?ml(?:#(\d+))?$/iu.exec(file));
  return (
    compare(one?.[1] ?? a, other?.[1] ?? b) ||
    Number(one?.[2] ?? 1) - Number(other?.[2] ?? 1) ||
    Number(one?.[3] ?? 1) - Number(other?.[3] ?? 1)
  );
}

export function readScreening(path: string, notices: Notice[]): ScreeningDecision[] {
  if (!existsSync(path)) return [];
  const found = readYaml(path, 'screening.yaml', notices);
  if (found === undefined || found === null) return [];
  return validate(screeningSchema, found, 'screening.yaml', 'a list of decisions', notices)?.decisions ?? [];
}

/** The value of a YAML file, dates as they are written; `undefined` and an error for one that is broken. */
export function readYaml(path: string, file: string, notices: Notice[]): unknown {
  const text = readText(path, file, notices);
  if (text === undefined) return undefined;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: 'core' });
  const problem = document.errors[0];
  if (!problem) return document.toJS() as unknown;
  const { line, col } = counter.linePos(problem.pos[0]);
  notices.push({
    severity: 'error',
    rule: 'yaml-broken',
    place: { file, line, columns: [col, col + 1] },
    seen: problem.message.split('\n')[0] ?? 'broken YAML',
    expected: 'valid YAML',
    remedy: 'mend the line; a text that holds a colon or begins with a sign wants quotation marks',
  });
  return undefined;
}

export function validate<T extends z.ZodType>(
  schema: T,
  value: unknown,
  file: string,
  expected: string,
  notices: Notice[],
): z.infer<T> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    notices.push({
      severity: 'error',
      rule: 'not-as-declared',
      place: { file },
      seen: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
      expected,
      remedy: 'mend the field; the README says what each holds',
    });
  return undefined;
}
