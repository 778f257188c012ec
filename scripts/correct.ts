import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { stringify } from 'yaml';
import { correctionSchema, type Correction } from '#domain/correction';
import { parseArgs } from 'node:util';
import { endPlainly, helpText, nothingNamed, say, type Command } from './cli.ts';
import { importCache } from './lib/cache.ts';
import { makeFolder, writeNewFile } from './lib/files.ts';
import { assign, assignSame, expectedOf, fieldNames } from './pipeline/assignments.ts';
import { importReview, whileAlone } from './pipeline/import-review.ts';
import { exitCode, print } from './pipeline/report.ts';
import { safeName } from './pipeline/take-in.ts';

const command: Command<'content' | 'reason' | 'seen' | 'by'> = {
  run: 'npm run correct',
  does: `Writes a correction and imports. FOR is a source's file name, a DOI, pmid:… or a paper's id; it need not be here yet.\nA field is one of ${fieldNames.join(', ')};\nfield= alone takes back what the sources say; lists are parted by semicolons; authors are "Family, Given; …";\nsame-as=OTHER joins two records of one paper, not-same-as=OTHER keeps two apart (OTHER: a file, a record such as a.ris#3, a DOI, pmid:…, an id).`,
  operands: 'FOR field=value…',
  options: {
    reason: { value: 'TEXT', does: 'why (required)' },
    seen: {
      value: 'WHERE',
      does: 'where the value was seen: an address, or words; may be given several times (required)',
    },
    by: { value: 'NAME', does: 'who decided' },
    content: { value: 'DIR', does: "the review's folder (content)" },
  },
};

endPlainly(command.run);

function fail(...lines: string[]): never {
  process.stderr.write(
    `${lines.join('\n')}\nNothing was written. npm run correct -- --help names the fields and options.\n`,
  );
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean' },
        reason: { type: 'string' },
        seen: { type: 'string', multiple: true },
        by: { type: 'string' },
        content: { type: 'string', default: 'content' },
      },
      allowPositionals: true,
    });
  } catch (problem) {
    return fail((problem as Error).message);
  }
}

const { values, positionals } = readOptions();
if (values.help) {
  process.stdout.write(helpText(command));
  process.exit(0);
}
if (!values.content.trim()) fail(nothingNamed('content', 'DIR'));
const [named, ...assignments] = positionals;
// People let the shell complete a source's name: what stands in the folder of sources is called by its name there.
const beside = named === undefined ? '' : relative(join(values.content, 'sources'), named);
const target = beside && !beside.startsWith('..') && existsSync(named ?? '') ? beside.split(sep).join('/') : named;
if (!target || !assignments.length) fail('Say what is corrected, and to what: npm run correct -- FOR field=value…');
if (!values.reason) fail('A correction gives its reason: --reason "…"');
if (!values.seen?.length) fail('A correction says where its value was seen: --seen "…"');

const set: NonNullable<Correction['set']> = {};
const unset: string[] = [];
const sameAs: string[] = [];
const notSameAs: string[] = [];
for (const text of assignments) {
  const said = assignSame(text);
  if (said) (said.same ? sameAs : notSameAs).push(...said.names);
  else if (!assign(text, set, unset))
    fail(`"${text}" is no field=value of a correction.`, `A field is one of ${fieldNames.join(', ')}.`);
}
const correction = {
  for: target,
  reason: values.reason,
  seen: values.seen,
  date: new Date().toISOString().slice(0, 10),
  ...(values.by ? { by: values.by } : {}),
  ...(Object.keys(set).length ? { set } : {}),
  ...(unset.length ? { unset } : {}),
  ...(sameAs.length ? { sameAs } : {}),
  ...(notSameAs.length ? { notSameAs } : {}),
};
const valid = correctionSchema.safeParse({ set: {}, ...correction });
if (!valid.success) fail(...valid.error.issues.map((issue) => `${issue.path.join('.')}: ${expectedOf(issue)}`));

const folder = join(values.content, 'corrections');
const stem = safeName(target.replace(/^https?:\/\/(?:dx\.)?doi\.org\//iu, '')).replace(
  /\.(?:txt|html?|json|ris)$/iu,
  '',
);
const { name, result } = await whileAlone({ contentDir: values.content }, async (told) => {
  const written = writeCorrection();
  const imported = await importReview({ contentDir: values.content, cacheDir: importCache() });
  print(told);
  return { name: written, result: imported };
});
print(result.notices.filter((it) => it.severity === 'error' || it.place.file === `corrections/${name}`));
const fitting = result.corrected.get(name) ?? [];
say(
  !result.written
    ? 'It was not applied: see the errors.'
    : fitting.length
      ? `It corrects ${fitting.join(', ')}.`
      : `Nothing here is called ${JSON.stringify(target)} yet: the correction waits for it.${alike(target)}`,
);
process.exitCode = exitCode(result.notices, false);

/** Writes the correction under a name that is free, and returns the name. */
function writeCorrection(): string {
  makeFolder(folder);
  let free = `${stem}.yaml`;
  for (let n = 2; existsSync(join(folder, free)); n++) free = `${stem}-${n}.yaml`;
  writeNewFile(join(folder, free), stringify(correction, { lineWidth: 0 }));
  say(`Written: ${join(folder, free)}`);
  return free;
}

/** Names of this review that a person may have meant. */
function alike(name: string): string {
  const plain = (text: string): string => text.toLowerCase().replace(/\.[a-z]+$/u, '');
  const known = new Set(result.sources.flatMap(({ file, papers }) => [file, ...papers]));
  const close = [...known]
    .filter((it) => plain(it).includes(plain(name)) || plain(name).endsWith(plain(it)))
    .slice(0, 5);
  return close.length ? ` Did you mean ${close.join(', ')}?` : '';
}
