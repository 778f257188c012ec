/** Reads cases for the measurement of joining from a YAML file. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { sourceText } from '#domain/source';
import { draft } from '../pipeline/read/draft.ts';
import type { DraftKey } from '../pipeline/join/draft-key.ts';
import { keyOf } from '../pipeline/join/key-of.ts';
import type { Labels } from './joining.ts';

const tagged = z.record(z.string().regex(/^[A-Z][A-Z0-9]$/u), z.union([z.string(), z.number(), z.array(z.string())]));
const page = z.strictObject({ page: z.string().min(1) });
/** The papers of one case, each with its records. */
const casesSchema = z.array(
  z.strictObject({ case: z.string().min(1), papers: z.array(z.array(z.union([page, tagged])).min(1)).min(1) }),
);

/** Reads the cases of a file as drafts, each record a source of its own, with the labels by a person. */
export function readJoinCases(file: string): { keys: DraftKey[]; labels: Labels } {
  const keys: DraftKey[] = [];
  const labels: Labels = { groups: [], apart: [] };
  for (const { case: name, papers } of casesSchema.parse(parse(readFileSync(file, 'utf8')))) {
    const firsts: string[] = [];
    papers.forEach((records, p) => {
      const group = records.map((record, r) => {
        const source = `${name}, paper ${p + 1}, record ${r + 1}`;
        const text = typeof record.page === 'string' ? record.page : toRis(record);
        const { reading } = draft(sourceText(source, text));
        const [only, ...more] = reading.drafts;
        if (!only || more.length > 0) throw new Error(`${source}: read as ${reading.drafts.length} papers`);
        const { record: _, ...page } = only;
        keys.push(keyOf(source, page, []));
        return source;
      });
      labels.groups.push(group);
      firsts.push(group[0] ?? '');
    });
    firsts.forEach((a, i) => labels.apart.push(...firsts.slice(i + 1).map((b) => [a, b])));
  }
  return { keys, labels };
}

const toRis = (record: z.infer<typeof tagged>): string =>
  [
    ...(record.TY === undefined ? ['TY  - JOUR'] : []),
    ...Object.entries(record).flatMap(([tag, value]) => [value].flat().map((one) => `${tag}  - ${one}`)),
    'ER  - ',
  ].join('\n');
