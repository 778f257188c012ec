/** The command `npm run correct`: writes a person's decision about a paper and imports the review. */

import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { correctionSchema, describedFields, type Correction } from '#domain/correction';
import { detailKinds } from '#domain/paper';
import type { OneOrBoth } from '#domain/language';
import { expectedOf } from './lib/expected.ts';
import { readArguments, refuse, say, type Command } from './cli.ts';
import { importCache } from './lib/cache.ts';
import { concernsCache } from './lib/store/index.ts';
import { assign, assignSame, fieldNames } from './pipeline/decisions/assignments.ts';
import { closeTo, conceptsNotThere, recordsNotThere } from './pipeline/decisions/named-records.ts';
import { importReview } from './pipeline/import-review.ts';
import { withImportLock } from './pipeline/write/import-lock.ts';
import type { ImportResult } from './pipeline/import-result.ts';
import { claimFieldNames, isClaimField, decisionsFor } from './pipeline/decisions/confirm.ts';
import { exitCode, print } from './lib/report.ts';
import { asDecided, describedNames } from './pipeline/decisions/confirm-described.ts';
import { readPapers } from './lib/read-papers.ts';
import { writeCorrection } from './pipeline/decisions/write-correction.ts';

const command: Command<'content' | 'reason' | 'reason-zh' | 'seen' | 'seen-zh' | 'by' | 'confirm' | 'refuse'> = {
  run: 'npm run correct',
  does: `Writes a correction and imports. FOR is a source's file name, a DOI, pmid:… or a paper's id; it may also come later.\nA field is one of ${fieldNames.join(', ')};\nfield= alone removes what the sources say; lists are separated by semicolons; authors are "Family, Given; …";\n${detailKinds.join(', ')} are words of one sentence of an abstract, and makeup.en=… your own words for what the full text alone says;\nsame-as=OTHER joins two records of one paper, not-same-as=OTHER keeps two apart (OTHER: a file, a record such as a.ris#3, a DOI, pmid:…, an id).\nFOR --confirm [field…] says that a person looked at the values to check and found them right, and accepts what later sources say about a paper; FOR --refuse [field…] leaves it out (FOR: the source, a record in it,\nor the paper; everything that waits, or only these fields: ${claimFieldNames.join(', ')}).\nFOR --confirm ${describedNames.join(' | ')} says that what a rule read of the study is right.`,
  operands: 'FOR field=value… | FOR --confirm [field…] | FOR --refuse [field…]',
  options: {
    confirm: { does: 'a person looked, and what waits or is to check is right' },
    refuse: { does: 'a person checked, and what waits is wrong: it is left out and not reported again' },
    reason: { value: 'TEXT', does: 'why (required)' },
    'reason-zh': { value: 'TEXT', does: 'why, in Chinese, for the Chinese pages' },
    seen: {
      value: 'WHERE',
      does: 'where the value was seen: an address, or words; may be given several times (required)',
    },
    'seen-zh': { value: 'WHERE', does: 'the same words in Chinese: the first belongs to the first --seen, and so on' },
    by: { value: 'NAME', does: 'who decided' },
    content: { value: 'DIR', does: "the review's folder (content)" },
  },
};

function fail(...lines: string[]): never {
  return refuse(command, ...lines);
}

const { given, text, all, operands } = readArguments(command);
const content = text('content') ?? 'content';
const [first, ...assignments] = operands;
// The shell completes a source's name as a path, so the path is turned into the name in the folder of sources.
const beside = first === undefined ? '' : relative(join(content, 'sources'), first);
const target = beside && !beside.startsWith('..') && existsSync(first ?? '') ? beside.split(sep).join('/') : first;
const [reason, reasonZh, by] = [text('reason'), text('reason-zh'), text('by')];
const [seen, seenZh] = [all('seen'), all('seen-zh')];
const option = given.confirm ? 'confirm' : given.refuse ? 'refuse' : undefined;
if (!target || (!assignments.length && !option))
  fail('Say which field gets which value: npm run correct -- FOR field=value…');
if (given.confirm && given.refuse) fail('Use --confirm or --refuse, not both.');
if (!reason) fail('A correction needs a reason: --reason "…"');
if (!seen.length) fail('A correction needs the place where the value was seen: --seen "…"');
if (seenZh.length > seen.length)
  fail('Each --seen-zh says a --seen in Chinese, and there are more of them than of --seen.');

/** What a decision says, without its reason. */
type Said = Pick<Correction, 'for'> & Partial<Omit<Correction, 'reason' | 'seen' | 'date' | 'by'>>;

const { names, result } = await withImportLock({ contentDir: content }, async (told) => {
  const decisions = await named(option ? await wordsOnSources(target, option) : [valuesFor(target)]);
  const corrections = decisions.map((said) =>
    checked(
      said,
      inBoth(reason, reasonZh),
      seen.map((where, i) => inBoth(where, seenZh[i])),
    ),
  );
  const written = corrections.map((it) => writeCorrection(content, it));
  for (const name of written) say(`Written: ${join(content, 'corrections', name)}`);
  const imported = await importNow();
  print(told);
  return { names: written, result: imported };
});
const places = new Set(names.map((name) => `corrections/${name}`));
print(result.notices.filter((it) => it.severity === 'error' || concernsCache(it) || places.has(it.place.file)));
const fitting = [...new Set(names.flatMap((name) => result.corrected.get(name) ?? []))];
say(
  !result.written
    ? 'It was not applied: see the errors.'
    : fitting.length
      ? `It corrects ${fitting.join(', ')}.`
      : `Nothing here has the name ${JSON.stringify(target)} yet: the correction waits for it.${alike(target)}`,
);
process.exitCode = exitCode(result.notices, false);

function importNow(): Promise<ImportResult> {
  return importReview({ contentDir: content, cacheDir: importCache() });
}

/** These decisions with names that last; the command ends here where they name what the review does not have. */
async function named(decisions: readonly Said[]): Promise<readonly Said[]> {
  const missing = decisions.flatMap((it) => conceptsNotThere(it, content));
  const isNaming = (it: Said): boolean => !!(it.sameAs ?? it.notSameAs) || /#\d+$/u.test(it.for);
  // An import that found errors knows no records, and says why after the decision is written.
  const imported = decisions.some(isNaming) ? await importNow() : undefined;
  if (!imported || exitCode(imported.notices, false)) return missing.length ? fail(...missing) : decisions;
  const { lastingName, sources } = imported;
  const known = namesOf(sources);
  missing.push(...decisions.flatMap((it) => recordsNotThere(it, { lastingName, known })));
  if (missing.length) fail(...missing);
  const lasting = (name: string): string => lastingName(name) ?? name;
  return decisions.map(({ for: name, sameAs, notSameAs, ...said }) => ({
    for: lasting(name),
    ...said,
    ...(sameAs ? { sameAs: sameAs.map(lasting) } : {}),
    ...(notSameAs ? { notSameAs: notSameAs.map(lasting) } : {}),
  }));
}

function valuesFor(name: string): Said {
  const set: NonNullable<Correction['set']> = {};
  const unset: string[] = [];
  const sameAs: string[] = [];
  const notSameAs: string[] = [];
  for (const text of assignments) {
    const told = assignSame(text);
    if (told) (told.same ? sameAs : notSameAs).push(...told.names);
    else if (!assign(text, set, unset))
      fail(
        `"${text}" is not a field=value of a correction.`,
        `A field is one of ${fieldNames.join(', ')}.`,
        'field= empties it; a concept is taken away with notConcepts=FACET/CONCEPT.',
      );
  }
  return {
    for: name,
    ...(Object.keys(set).length ? { set } : {}),
    ...(unset.length ? { unset } : {}),
    ...(sameAs.length ? { sameAs } : {}),
    ...(notSameAs.length ? { notSameAs } : {}),
  };
}

/** Decisions for all sources of which something waits, and for what rules read of the study. */
async function wordsOnSources(name: string, what: 'confirm' | 'refuse'): Promise<Said[]> {
  const described = assignments.filter((field) => describedNames.includes(field));
  const fields = assignments.filter((field) => !described.includes(field));
  const wrong = fields.find((field) => !isClaimField(field));
  if (wrong)
    fail(
      `"${wrong}" is not a field that a source states.`,
      `A field is one of ${[...claimFieldNames, ...describedNames].join(', ')}.`,
    );
  if (what === 'refuse' && described[0])
    fail(`No source states ${described[0]}: a rule read it. To empty it: ${emptying(described[0])}`);
  const imported = await importNow();
  const read = described.length > 0 ? [asRead(name, described, imported)] : [];
  const isAll = described.length > 0 && fields.length === 0;
  return isAll ? read : [...read, ...wordsOnWaiting(name, what, fields, imported)];
}

/** How a person empties what a rule read. */
function emptying(field: string): string {
  if (!describedFields.some((it) => it === field)) return 'npm run correct -- FOR notConcepts=…';
  return `npm run correct -- FOR ${field === 'samples' ? 'participants' : field}=`;
}

/** What the record of a paper describes in these fields, as a decision that it stays so. */
function asRead(name: string, fields: readonly string[], { papersOf, sources }: ImportResult): Said {
  const ids = [
    ...new Set([...papersOf(name), ...sources.flatMap(({ file, papers }) => (file === name ? papers : []))]),
  ];
  const papers = readPapers(content).filter(({ id }) => ids.includes(id));
  const [paper] = papers;
  if (!paper || papers.length > 1)
    fail(`${JSON.stringify(name)} names ${papers.length} papers, and one is expected.`, ...ids.slice(0, 5));
  const set: Correction['set'] = {};
  for (const field of fields) {
    const decided = asDecided(paper, field) ?? fail(`Nothing is read of ${field} there. To set it: field=value.`);
    Object.assign(set, decided, decided.concepts ? { concepts: [...(set.concepts ?? []), ...decided.concepts] } : {});
  }
  say(`${paper.id}: ${JSON.stringify(set)}`);
  return { for: name, set };
}

function wordsOnWaiting(
  name: string,
  what: 'confirm' | 'refuse',
  fields: readonly string[],
  { pending, toCheck, papersOf }: ImportResult,
): Said[] {
  const waiting = { pending, toCheck: what === 'confirm' ? toCheck : [] };
  const words = decisionsFor(name, papersOf(name), fields, waiting);
  if (!words.length)
    fail(
      `No decision is waiting for ${JSON.stringify(name)}.`,
      'To decide about a source before it comes, name the fields.',
    );
  for (const { for: source, fields: said, checked: values } of words)
    say(`${source}: ${[...new Set([...said, ...Object.keys(values)])].join(', ')}`);
  return words.map(({ for: source, fields: said, checked: values }) => ({
    for: source,
    ...(said.length ? { [what]: said } : {}),
    ...(Object.keys(values).length ? { checked: values } : {}),
  }));
}

/** Words in English, with their Chinese where it was given. */
function inBoth(en: string, zh: string | undefined): OneOrBoth {
  return zh ? { en, zh } : en;
}

/** A decision in the form of its file; the command ends here where the decision is not valid. */
function checked({ for: name, ...said }: Said, why: OneOrBoth, where: OneOrBoth[]) {
  const correction = {
    for: name,
    reason: why,
    seen: where,
    date: new Date().toISOString().slice(0, 10),
    ...(by ? { by } : {}),
    ...said,
  };
  const valid = correctionSchema.safeParse({ set: {}, ...correction });
  if (!valid.success)
    fail(...valid.error.issues.map((issue) => `${issue.path.join('.')}: expected ${expectedOf(issue)}`));
  return correction;
}

/** The names of all sources and papers. */
function namesOf(sources: ImportResult['sources']): string[] {
  return sources.flatMap(({ file, papers }) => [file, ...papers]);
}

/** Names of this review that a person may have meant. */
function alike(name: string): string {
  const close = closeTo(name, namesOf(result.sources));
  return close.length ? ` Did you mean ${close.join(', ')}?` : '';
}
