/** The command `npm run release`: saves the corpus as a version, with which `/changes/` and the feeds compare later ones. */

import { join } from 'node:path';
import { idsSchema } from '#domain/ids';
import { publishable } from '#domain/excerpt';
import type { Notice } from '#domain/notice';
import { paperSchema, type Paper } from '#domain/paper';
import { siteSchema } from '#domain/site';
import { changesBetween, versionNameSchema, versionOf, type Version } from '#domain/version';
import { readArguments, refuse, say, type Command } from './cli.ts';
import { importCache } from './lib/cache.ts';
import { fit, readChecked, readJson, readYaml } from './lib/read-content.ts';
import { isThere, namesIn } from './lib/read-text.ts';
import { exitCode, many, print } from './lib/report.ts';
import { readVersions } from './pipeline/decisions/read-versions.ts';
import { writeVersion } from './pipeline/decisions/write-version.ts';
import { importReview } from './pipeline/import-review.ts';
import { withImportLock } from './pipeline/write/import-lock.ts';

const command: Command<'note' | 'note-zh' | 'date' | 'content'> = {
  run: 'npm run release',
  does: 'Imports, saves the papers as a version in versions/VERSION.json, and writes version and date into site.yaml. Without VERSION it only says what differs from the last one.',
  operands: '[VERSION]',
  options: {
    note: { value: 'TEXT', does: 'what is new in this version, in words' },
    'note-zh': { value: 'TEXT', does: 'the same in Chinese (the English text)' },
    date: { value: 'DATE', does: 'the day of the version as YYYY-MM-DD (today)' },
    content: { value: 'DIR', does: "the review's folder (content)" },
  },
};

function fail(...lines: string[]): never {
  return refuse(command, ...lines);
}

const { text, operands } = readArguments(command);
const content = text('content') ?? 'content';
const [name, ...more] = operands;
if (more.length > 0) fail('One version at a time: npm run release -- 1.1');
if (name !== undefined && !versionNameSchema.safeParse(name).success)
  fail(`${JSON.stringify(name)} is no version: letters and digits, joined by full stops or hyphens, such as 1.1`);
const date = text('date') ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(date))
  fail(`--date ${date}: expected a day as YYYY-MM-DD`);

await withImportLock({ contentDir: content }, async (told) => {
  print(told);
  const { notices } = await importReview({ contentDir: content, cacheDir: importCache() });
  const versions = readVersions(content, notices);
  const papers = readPapers(notices);
  if (exitCode(notices, false)) {
    print(notices.filter(({ severity }) => severity === 'error'));
    process.exitCode = 1;
    return;
  }
  const note = text('note');
  const now = versionOf(papers, {
    version: name ?? 'now',
    date,
    ...(note ? { note: { en: note, zh: text('note-zh') ?? note } } : {}),
  });
  sayChanges(versions.at(-1), now);
  if (name !== undefined) save(now, versions);
});

/** The papers as the site publishes them. */
function readPapers(notices: Notice[]): Paper[] {
  const site = readChecked(readYaml, siteSchema, [join(content, 'site.yaml'), 'site.yaml'], 'src/domain/site.ts');
  return namesIn(join(content, 'papers'), 'papers', /\.json$/u, notices).flatMap((file) => {
    const written = readJson(join(content, 'papers', file), `papers/${file}`, notices);
    const paper = written && fit(paperSchema, written, 'src/domain/paper.ts', notices);
    return paper ? [publishable(paper, site)] : [];
  });
}

/** Former ids of papers, each with the present one. */
function presentIds(): Map<string, string> {
  const path = join(content, 'ids.yaml');
  const rows = isThere(path) ? readChecked(readYaml, idsSchema, [path, 'ids.yaml'], 'src/domain/ids.ts') : [];
  return new Map((rows ?? []).flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)));
}

function sayChanges(last: Version | undefined, now: Version): void {
  if (!last) return say(`${many(Object.keys(now.papers).length, 'paper')}; no version was saved before.`);
  const { added, changed, withdrawn } = changesBetween(last, now, presentIds());
  for (const { id } of added) say(`new: ${id}`);
  for (const { id, parts, was } of changed)
    say(`changed: ${id}: ${[...parts, ...(was ? [`was ${was}`] : [])].join(', ')}`);
  for (const { id } of withdrawn) say(`withdrawn: ${id}`);
  say(`Since version ${last.version}: ${added.length} new, ${changed.length} changed, ${withdrawn.length} withdrawn.`);
}

function save(now: Version, versions: readonly Version[]): void {
  const last = versions.at(-1);
  const file = join(content, 'versions', `${now.version}.json`);
  if (isThere(file))
    fail(
      `Version ${now.version} was saved already: ${file}`,
      'A published version stays as it is; choose another name.',
    );
  if (last && last.date > now.date) fail(`Version ${last.version} is of ${last.date}, later than ${now.date}.`);
  writeVersion(content, now);
  say(`Written: ${file}, and version and date in ${join(content, 'site.yaml')}`);
}
