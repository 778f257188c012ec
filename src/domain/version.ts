/** A saved version of the corpus, `content/versions/<version>.json`, and what differs between two of them. */

import { z } from 'zod';
import { shortened } from '#text/shortened';
import { partialDateSchema } from './date.ts';
import { languageSchema } from './language.ts';
import { isWithdrawn, mainTitle, paperIdSchema, type Paper } from './paper.ts';
import { digestOf } from './text.ts';

/** The parts of a paper that can change, and the values that are compared for it. */
const valuesOf = {
  titles: ({ titles }) => titles,
  authors: ({ authors, editors, affiliations }) => [authors, editors, affiliations],
  publication: ({ type, language, journal, issued, online, volume, issue, pages, articleNumber, ...rest }) => [
    [type, language, journal, issued, online, volume, issue, pages, articleNumber],
    [rest.edition, rest.publisherPlace, rest.number, rest.genre, rest.event, rest.eventPlace, rest.eventDate],
  ],
  identifiers: ({ doi, pmid, pmcid, arxiv, isbn, registrations, openAccess, url }) => [
    [doi, pmid, pmcid, arxiv, isbn, registrations, openAccess, url],
  ],
  abstract: ({ abstracts, digest }) => [abstracts, digest],
  keywords: ({ keywords }) => keywords,
  description: ({ concepts, samples, numbersStated = [], details = [] }) => [
    concepts.map(({ concept }) => concept).sort(),
    samples,
    ...(numbersStated.length > 0 ? [numbersStated] : []),
    ...(details.length > 0 ? [details] : []),
  ],
  status: ({ status, statusClaims }) => [status, statusClaims],
  sources: ({ sources }) => sources.map(({ file, record }) => [file, record]),
} satisfies Record<string, (paper: Paper) => unknown>;

export type Part = keyof typeof valuesOf;
export const parts = Object.keys(valuesOf) as Part[];

/** The name of a version is also that of its file, so it is of letters, digits, full stops, hyphens and plus signs. */
export const versionNameSchema = z
  .string()
  .max(40)
  .regex(/^[0-9A-Za-z]+(?:[.+-][0-9A-Za-z]+)*$/u, 'a version, such as 1.1 or 2026-11');

const recordSchema = z.strictObject({
  /** The title by which the paper is named when it is no longer there. */
  title: z.strictObject({ language: languageSchema, text: z.string().min(1) }).optional(),
  /** The ids of its themes, so that the feed of a theme can say that it is gone. */
  themes: z.array(z.string()).default([]),
  /** A digest for each name in `parts`, in that order. */
  digests: z.array(z.string()),
});

/** One version of the corpus: the papers that it has, and a digest of each part of their records. */
export const versionSchema = z
  .strictObject({
    version: versionNameSchema,
    date: partialDateSchema,
    /** What is new in this version, in the reviewers' words. */
    note: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }).optional(),
    parts: z.array(z.string()),
    papers: z.record(paperIdSchema, recordSchema),
  })
  .refine(({ parts: names, papers }) => Object.values(papers).every(({ digests }) => digests.length === names.length), {
    path: ['papers'],
    message: 'as many digests for each paper as `parts` has names',
  });
export type Version = z.infer<typeof versionSchema>;
type VersionRecord = z.infer<typeof recordSchema>;

/** Where a value was read is not part of it: a source that moves by a line changes no paper. */
const withoutPlaces = (key: string, value: unknown): unknown => (key === 'from' ? undefined : value);

/** The longest title in a version, in characters. */
const longestTitle = 200;

function recordOf(paper: Paper): VersionRecord {
  const title = mainTitle(paper);
  return {
    ...(title ? { title: { language: title.language, text: shortened(title.text, longestTitle) } } : {}),
    themes: paper.concepts.flatMap(({ concept }) => (concept.startsWith('themes/') ? concept.slice(7) : [])).sort(),
    digests: parts.map((part) => digestOf(JSON.stringify(valuesOf[part](paper), withoutPlaces))),
  };
}

/** The version that some papers are, as they are published; withdrawn papers are not in it. */
export function versionOf(papers: readonly Paper[], about: Pick<Version, 'version' | 'date' | 'note'>): Version {
  const inOrder = papers.filter((paper) => !isWithdrawn(paper)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...about,
    parts: [...parts],
    papers: Object.fromEntries(inOrder.map((paper) => [paper.id, recordOf(paper)])),
  };
}

/** The text of a version's file: a line for each paper, so that two versions can be compared line by line. */
export function versionText({ papers, ...about }: Version): string {
  const lines = Object.entries(papers).map(([id, record]) => `  ${JSON.stringify(id)}: ${JSON.stringify(record)}`);
  const head = JSON.stringify(about, undefined, 1).replace(/\n\}$/u, '');
  return `${head},\n "papers": {\n${lines.join(',\n')}\n }\n}\n`;
}

/** Versions in the order of their dates; those of one day by their names, in which 1.10 comes after 1.9. */
export const inOrder = (versions: readonly Version[]): Version[] =>
  [...versions].sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || a.version.localeCompare(b.version, 'en', { numeric: true }),
  );

/** A paper by its id, with the title that it had. */
export interface Named {
  id: string;
  title?: VersionRecord['title'];
}

/** What is different in a later version. */
export interface Changes {
  added: Named[];
  /** `was` is the former id where the paper has another address now. */
  changed: (Named & { parts: string[]; was?: string })[];
  withdrawn: (Named & Pick<VersionRecord, 'themes'>)[];
}

const named = (id: string, { title }: Pick<VersionRecord, 'title'>): Named => ({ id, ...(title ? { title } : {}) });

type Compared = Pick<Version, 'parts' | 'papers'>;

/** Compares two versions. `present` gives the present id for a former one: such a paper has only another address. */
export function changesBetween(older: Compared, newer: Compared, present: ReadonlyMap<string, string>): Changes {
  const changes: Changes = { added: [], changed: [], withdrawn: [] };
  const left = new Map(Object.entries(newer.papers));
  const common = older.parts.filter((part) => newer.parts.includes(part));
  const digest = (of: Compared, { digests }: VersionRecord, part: string) => digests[of.parts.indexOf(part)];
  for (const [was, before] of Object.entries(older.papers)) {
    const id = left.has(was) ? was : (present.get(was) ?? was);
    const after = left.get(id);
    left.delete(id);
    if (!after) {
      changes.withdrawn.push({ ...named(was, before), themes: before.themes });
      continue;
    }
    const different = common.filter((part) => digest(older, before, part) !== digest(newer, after, part));
    if (different.length > 0 || id !== was)
      changes.changed.push({ ...named(id, after), parts: different, ...(id === was ? {} : { was }) });
  }
  changes.added = [...left].map(([id, record]) => named(id, record));
  return changes;
}

export const isEmpty = ({ added, changed, withdrawn }: Changes): boolean =>
  added.length + changed.length + withdrawn.length === 0;
