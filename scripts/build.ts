import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { formatNotice, type Notice } from '#domain/notice';
import { siteSchema } from '#domain/site';
import { auditContent } from './audit/content.ts';
import { auditSite } from './audit/index.ts';
import { isMain, readArguments, say, sound, type Command } from './cli.ts';
import { writeOffline } from './offline/index.ts';
import { hardenSite } from './harden.ts';
import { readBase, readOrigin } from './lib/address.ts';
import { importReview } from './pipeline/import-review.ts';
import { many } from './pipeline/report.ts';
import { projectRoot, runProgram } from './run.ts';
import { buildSearchIndex } from './search/index.ts';
import { digestOf, keepBuild, noticesOfSame } from './unchanged.ts';

export interface BuildOptions {
  /** Folder with the review's content. */
  content: string;
  /** Folder that becomes the site; what stood there is replaced whole. */
  out: string;
  /** Path below which the site is served, such as `/repo/`. */
  base: string;
  /** Origin of the public site, such as `https://example.org`; that of `site.yaml` where absent. */
  site?: string;
  /** Folder that keeps what the next build need not make again; `.cache` where absent. */
  cache?: string;
}

export interface BuildResult {
  notices: Notice[];
  /** False where an error kept the old site in place. */
  built: boolean;
}

interface Work extends Required<BuildOptions> {
  /** Where the new site grows until it is whole. */
  staging: string;
}

interface Step {
  name: string;
  run: (work: Work) => Promise<Notice[]>;
}

const importStep: Step = { name: 'import', run: importSources };

/** From records to the site, in order. A step returns its notices; an error among them ends the build, and the old site stays. */
const steps: readonly Step[] = [
  { name: 'quotations', run: ({ content }) => auditContent(content) },
  { name: 'pages', run: renderPages },
  { name: 'harden', run: async ({ staging }) => (hardenSite(staging), []) },
  { name: 'search', run: indexSearch },
  { name: 'offline', run: ({ staging }) => writeOffline(staging).then(() => []) },
  { name: 'audit', run: ({ staging, ...work }) => auditSite({ ...work, folder: staging }) },
];

/** Makes a whole site beside the old one and puts it in its place when every step has passed. */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const cache = resolve(options.cache ?? join(projectRoot, '.cache'));
  const staging = join(cache, 'build', `${process.pid}-${shortHash(options.out)}`);
  const content = resolve(options.content);
  const site = options.site ?? (await originOf(content));
  const work: Work = { ...options, content, site, cache, out: resolve(options.out), staging };
  const kept = join(cache, 'built', `${shortHash(work.out)}.json`);
  const notices = await take(importStep, work);
  if (notices.some(isError)) return { notices, built: false };
  const made = digestOfAll(work);
  const same = noticesOfSame(kept, made, work.out);
  if (same) {
    say('nothing has changed since this site was built');
    return { notices: [...notices, ...same], built: true };
  }
  const later: Notice[] = [];
  await rm(staging, { recursive: true, force: true });
  try {
    for (const step of steps) {
      later.push(...(await take(step, work)));
      if (later.some(isError)) return { notices: [...notices, ...later], built: false };
    }
    await swapIn(staging, work.out);
    keepBuild(kept, made, work.out, later);
    return { notices: [...notices, ...later], built: true };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

const isError = ({ severity }: Notice): boolean => severity === 'error';

async function take({ name, run }: Step, work: Work): Promise<Notice[]> {
  const begun = performance.now();
  const found = await run(work);
  say(name, begun);
  return [...found];
}

/** A hash of all that a site is made of: the content with its records, the project, its packages, Node, the address. */
function digestOfAll({ content, base, site }: Work): string {
  const parts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'node_modules/.package-lock.json'];
  const files = digestOf([content, ...parts.map((part) => join(projectRoot, part))]);
  return [files, process.version, base, site].join(' ');
}

/** The public origin as the review's own identity states it. A file that does not hold is told by the audit of the content. */
async function originOf(content: string): Promise<string> {
  const text = await readFile(join(content, 'site.yaml'), 'utf8').catch(() => '');
  const url = siteSchema.safeParse(parseDocument(text).toJS()).data?.url;
  return new URL(url ?? 'http://localhost:4321').origin;
}

/** The sources, to records and ledger beside them. What was read of unchanged sources is kept for the next time. */
async function importSources({ content, cache }: Work): Promise<Notice[]> {
  const { notices } = await importReview({
    contentDir: content,
    cacheDir: join(cache, 'import'),
    onProgress: say,
  });
  return notices;
}

/** Astro's part: every page and file of the site, into the staging folder. */
async function renderPages({ content, base, site, cache, staging }: Work): Promise<Notice[]> {
  // A page is made of many small things that nobody needs after it: with more room for them, an eighth of the time goes.
  const NODE_OPTIONS = '--max-semi-space-size=64';
  const env = {
    REVIEW_CONTENT: content,
    REVIEW_BASE: base,
    REVIEW_SITE: site,
    REVIEW_CACHE: join(cache, 'astro', shortHash(`${content} ${base} ${site}`)),
    REVIEW_REFERENCES: join(cache, 'references.jsonl'),
    NODE_OPTIONS,
  };
  const { code, output } = await runProgram('astro', ['build', '--outDir', staging], { env, output: 'collect' });
  if (code === 0) return [];
  return [
    {
      severity: 'error',
      rule: 'pages-not-rendered',
      place: { file: content },
      seen: `Astro ended with ${code}:\n${output.trim().split('\n').slice(-30).join('\n')}`,
      expected: 'every page rendered',
      remedy: 'mend what the message names; the site that stood before is untouched',
    },
  ];
}

/** The index of the full text, beside the pages and from the same records. */
async function indexSearch({ content, base, site, staging }: Work): Promise<Notice[]> {
  try {
    await buildSearchIndex({ content, out: staging, address: new URL(base, site).href });
    return [];
  } catch (problem) {
    return [
      {
        severity: 'error',
        rule: 'search-not-indexed',
        place: { file: content },
        seen: problem instanceof Error ? problem.message : String(problem),
        expected: 'an index of every paper',
        remedy: 'mend what the message names; the site that stood before is untouched',
      },
    ];
  }
}

/** Puts a finished folder where another may stand. The old one is moved away first, so none is ever half there. */
async function swapIn(finished: string, out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const beside = `${out}.new-${process.pid}`;
  const old = `${out}.old-${process.pid}`;
  // Another disk cannot be renamed to; a copy beside the goal can be renamed there.
  await rename(finished, beside).catch(() => cp(finished, beside, { recursive: true }));
  const had = await rename(out, old).then(
    () => true,
    () => false,
  );
  await rename(beside, out);
  if (had) await rm(old, { recursive: true, force: true });
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

export const buildDefaults = { content: 'content', out: 'dist', base: '/' };

const command: Command<'content' | 'out' | 'base' | 'site' | 'cache' | 'strict'> = {
  run: 'npm run build',
  does: 'Imports the sources, renders every page, builds the search index, audits the result and puts it in place.',
  options: {
    content: { value: 'DIR', does: `the review's content (${buildDefaults.content})` },
    out: { value: 'DIR', does: `where the site goes (${buildDefaults.out})` },
    base: { value: 'PATH', does: `the path that the site is served under (${buildDefaults.base})` },
    site: { value: 'URL', does: 'the public origin, for canonical addresses (that of site.yaml)' },
    cache: { value: 'DIR', does: 'what is kept for the next build (.cache)' },
    strict: { does: 'ends with 1 on warnings too' },
  },
};

/** Prints every notice and a last line; the exit code is 1 on errors, with `strict` on warnings too. */
export function reportBuild({ notices, built }: BuildResult, out: string, strict: boolean): number {
  for (const notice of notices) process.stderr.write(`${formatNotice(notice)}\n`);
  const count = (severity: Notice['severity']) => notices.filter((notice) => notice.severity === severity).length;
  const ending = built ? `The site stands in ${out}.` : 'The site was not replaced.';
  say(`${ending} ${many(count('error'), 'error')}, ${many(count('warning'), 'warning')}.`);
  return !built || (strict && count('warning') > 0) ? 1 : 0;
}

if (isMain(import.meta)) {
  const { given } = readArguments(command);
  const { strict, ...paths } = given;
  const options: BuildOptions = { ...buildDefaults, ...(paths as Partial<BuildOptions>) };
  const base = sound(readBase(options.base));
  const site = options.site === undefined ? {} : { site: sound(readOrigin(options.site)) };
  const result = await buildSite({ ...options, base, ...site });
  process.exitCode = reportBuild(result, options.out, strict === true);
}
