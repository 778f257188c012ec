import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { vocabularyFileSchema } from '#domain/concept';
import { formatNotice, type Notice } from '#domain/notice';
import { paperSchema, type Paper } from '#domain/paper';
import { screeningSchema } from '#domain/screening';
import { siteSchema } from '#domain/site';
import { prosePageSchema, themeSchema } from '#domain/theme';
import { isMain } from '../cli.ts';
import { readText } from '../lib/read-text.ts';
import { many } from '../pipeline/report.ts';
import { readProse, type Prose } from './prose.ts';
import { auditQuotations, citedId } from './quotations.ts';
import { auditReferences, type Content } from './references.ts';

const idRowSchema = z.array(z.looseObject({ id: z.string(), aliases: z.array(z.string()).default([]) }));

/** Reads one file by its schema; what does not fit becomes a notice. */
function readBy<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  read: (text: string) => unknown,
  notices: Notice[],
): T | undefined {
  const problem = (seen: string, expected: string): void => {
    notices.push({
      severity: 'error',
      rule: 'content-invalid',
      place: { file },
      seen,
      expected,
      remedy: 'correct the file; src/domain says what each value means',
    });
  };
  try {
    const text = readText(join(folder, file), file, notices);
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(read(text));
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      problem(`${issue.path.join('.') || 'the whole file'}: ${issue.message}`, 'a file as its schema describes it');
  } catch (cause) {
    problem(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause), 'a file that can be read');
  }
  return undefined;
}

/** The front matter of an MDX file as YAML. */
const frontMatter = (text: string): unknown => parse(/^---\r?\n([^]*?)\n---(?:\r?\n|$)/u.exec(text)?.[1] ?? '') ?? {};

async function list(folder: string, pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: folder })) files.push(file.split(sep).join('/'));
  return files.sort();
}

/** What the audit needs of a paper that no text quotes; the import has checked the rest. */
const outlineSchema = z.looseObject({ id: z.string(), concepts: z.array(z.looseObject({ concept: z.string() })) });

interface Papers {
  /** The papers that the prose quotes, whole. */
  papers: Map<string, Paper>;
  ids: Set<string>;
  borne: Map<string, string>;
}

async function readPapers(folder: string, quoted: ReadonlySet<string>, notices: Notice[]): Promise<Papers> {
  const all: Papers = { papers: new Map(), ids: new Set(), borne: new Map() };
  for (const file of await list(folder, 'papers/*.json')) {
    const read = (text: string): unknown => JSON.parse(text);
    const outline = readBy(folder, file, outlineSchema, read, notices);
    if (!outline) continue;
    all.ids.add(outline.id);
    for (const { concept } of outline.concepts) if (!all.borne.has(concept)) all.borne.set(concept, outline.id);
    const paper = quoted.has(outline.id) ? readBy(folder, file, paperSchema, read, notices) : undefined;
    if (paper) all.papers.set(paper.id, paper);
  }
  return all;
}

/** Reads what the audit compares. */
async function readContent(folder: string, notices: Notice[]): Promise<Content> {
  const vocabulary = new Map<string, z.infer<typeof vocabularyFileSchema>>();
  for (const file of await list(folder, 'vocabulary/*.yaml')) {
    const read = readBy(folder, file, vocabularyFileSchema, (text) => parse(text) as unknown, notices);
    if (read) vocabulary.set(file, read);
  }
  const prose: Prose[] = [];
  for (const file of await list(folder, '{themes/*,about,method}/{en,zh}.mdx')) {
    const schema = file.startsWith('themes/') ? themeSchema : prosePageSchema;
    readBy<unknown>(folder, file, schema, frontMatter, notices);
    // What is broken in the file has been told: the rest of it is audited all the same.
    prose.push(readProse(file, readFileSync(join(folder, file), 'utf8')));
  }
  const optional = <T>(file: string, schema: z.ZodType<T>): T | undefined =>
    existsSync(join(folder, file))
      ? readBy(folder, file, schema, (text) => (parse(text) as unknown) ?? undefined, notices)
      : undefined;
  const quoted = new Set(prose.flatMap(({ quotations }) => quotations.flatMap(({ cite }) => citedId(cite) ?? [])));
  const { papers, ids, borne } = await readPapers(folder, quoted, notices);
  const rows = optional('ids.yaml', idRowSchema) ?? [];
  const site = optional('site.yaml', siteSchema);
  const screening = optional('screening.yaml', screeningSchema);
  return {
    papers,
    paperIds: new Set([...ids, ...rows.flatMap((row) => row.aliases)]),
    borne,
    vocabulary,
    prose,
    ...(site ? { site } : {}),
    ...(screening ? { screening } : {}),
  };
}

/** What is untrue or broken in the prose and the vocabulary of a content folder: quotations first, then references. */
export async function auditContent(folder: string): Promise<Notice[]> {
  const notices: Notice[] = [];
  const content = await readContent(folder, notices);
  return [...notices, ...auditQuotations(content.prose, content.papers), ...auditReferences(content)];
}

if (isMain(import.meta)) {
  const notices = await auditContent(process.argv[2] ?? 'content');
  for (const notice of notices) process.stderr.write(`${formatNotice(notice)}\n`);
  const errors = notices.filter((notice) => notice.severity === 'error').length;
  process.stdout.write(
    `${many(errors, 'error')}, ${many(notices.length - errors, 'warning')} in the prose and the vocabulary.\n`,
  );
  process.exitCode = errors > 0 ? 1 : 0;
}
