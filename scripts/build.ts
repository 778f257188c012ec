/** The command `npm run build`: from the content to an audited site. The steps are in order here. */

import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Notice } from '#domain/notice';
import { siteSchema } from '#domain/site';
import { auditContent } from './audit/content.ts';
import { auditSite } from './audit/index.ts';
import { isMain, readArguments, refuse, say, sound, type Command } from './cli.ts';
import { writeOffline } from './offline/index.ts';
import { readBase, readOrigin } from './lib/address.ts';
import { askCache, marked } from './lib/cache.ts';
import { FileHashes } from './lib/file-hashes.ts';
import { removeTemporary, writeStaged } from './lib/files.ts';
import { alone, lockPlace } from './lib/lock.ts';
import { markName, markText } from './lib/mark.ts';
import { NoticeError } from './lib/notice-error.ts';
import { OwnFolder, type Asked } from './lib/own-folder.ts';
import { filesBelow } from './lib/paths.ts';
import { readYaml } from './lib/read-content.ts';
import { publish, recover, stagingOf, foreignFileNotices } from './lib/replace.ts';
import { linesOfSize, sizeOf } from './lib/site-size.ts';
import { onceNotKept, type Store } from './lib/store/index.ts';
import { unfitPath } from './lib/unfit-path.ts';
import { importReview } from './pipeline/import-review.ts';
import { codeChanged, contentChanged, madeOf, retryWhileChanging } from './build-inputs.ts';
import { many, print } from './lib/report.ts';
import { leftOut } from './left-out.ts';
import { renderPages } from './render.ts';
import { noteStamps } from './render/kept.ts';
import { readShare } from './render/share.ts';
import { buildSearchIndex } from './search/index.ts';
import { keepBuilt, openBuilds, noticesOfEqualBuild } from './finished-builds.ts';
import { mergeShares, renderShare } from './shares.ts';

export interface BuildOptions {
  /** The folder with the review's content. */
  content: string;
  /** The folder that becomes the site; an older site there is replaced. */
  out: string;
  /** The path under which the site is served, such as `/repo/`. */
  base: string;
  /** The origin of the public site, such as `https://example.org`; by default the one in `site.yaml`. */
  site?: string;
  /** The folder for results that the next build can use again; by default `.cache`. */
  cache?: string;
}

export interface BuildResult {
  notices: Notice[];
  /** False where an error kept the old site in place. */
  built: boolean;
}

interface Folders extends BuildOptions {
  cache: string;
  /** Where the new site is made until it is complete. */
  staging: string;
  /** Where the site before the last one is, which becomes the new one; the last one goes there. */
  spare: string;
  /** Hashes of the files of the new site, which the steps read once. */
  hashes: FileHashes;
}

type Work = Folders & Required<BuildOptions>;

interface Step {
  name: string;
  run: (work: Work) => Notice[] | Promise<Notice[]>;
  /** True where it takes most of a build, so that it pays to ask behind it whether the content is still the same. */
  isLong?: true;
}

const importStep: Step = { name: 'import', run: importSources };

/**
 * The steps from records to the site, in order. Each returns its notices; an error among them ends the build, and the
 * old site stays.
 */
const steps: readonly Step[] = [
  { name: 'quotations', run: ({ content }) => auditContent(content) },
  { name: 'pages', run: renderPages, isLong: true },
  { name: 'search', run: indexSearch },
  { name: 'offline', run: ({ staging, hashes }) => writeOffline(staging, hashes).then(() => []) },
  {
    name: 'audit',
    run: ({ staging, ...work }) => auditSite({ ...work, folder: staging, cache: join(work.cache, 'audit') }),
  },
];

/**
 * Makes a complete site beside the old one and puts it in place when every step has passed. Builds of one folder wait
 * for each other.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  try {
    const content = resolve(options.content);
    const cache = askCache(options.cache, { 'the content': content, 'the site': resolve(options.out) });
    const unfit = unfitPath('--content', content) ?? unfitPath('--cache', cache.path);
    if (unfit) throw new NoticeError(unfit);
    const asked: Asked = {
      path: options.out,
      holds: 'site',
      option: '--out',
      apart: { 'the content': content, 'the cache': cache.path },
    };
    const work = { ...options, content, cache: cache.path };
    const place = askFor(asked);
    return await alone(place.path, { at: lockPlace(place) }, async () => {
      const left = recover(place);
      const out = left.length ? askFor(asked) : place;
      const opened = cache.open();
      const result = await buildInto(out, {
        ...work,
        out: out.path,
        staging: stagingOf(out),
        spare: join(cache.path, 'spare'),
        hashes: new FileHashes(),
      });
      return { ...result, notices: onceNotKept([...opened, ...left, ...result.notices]) };
    });
  } catch (problem) {
    if (problem instanceof NoticeError) return { notices: [problem.notice], built: false };
    throw problem;
  }
}

function askFor(asked: Asked): OwnFolder {
  const folder = OwnFolder.ask(asked);
  if (folder instanceof OwnFolder) return folder;
  throw new NoticeError(folder);
}

/** Builds the site again where the content changes during the build, so that all steps see the same content. */
async function buildInto(out: OwnFolder, folders: Folders): Promise<BuildResult> {
  const builds = openBuilds(join(folders.cache, 'built'));
  const end = ({ notices, built }: BuildResult): BuildResult => ({ notices: [...notices, ...builds.close()], built });
  const { changed, ...result } = await retryWhileChanging(() => buildOnce(out, folders, builds), say);
  return end(changed ? { notices: [...result.notices, contentChanged(changed)], built: false } : result);
}

async function buildOnce(
  out: OwnFolder,
  folders: Folders,
  builds: Store,
): Promise<BuildResult & { changed?: string[] }> {
  const work = { ...folders, site: folders.site ?? originOf(folders.content) };
  const notices = await take(importStep, work);
  if (notices.some(isError)) return { notices, built: false };
  const imported = notices.length;
  const made = await madeOf(work);
  const same = noticesOfEqualBuild(builds, made.digest, work.out);
  if (same) {
    say('nothing has changed since this site was built');
    return { notices: [...notices, ...same], built: true };
  }
  const begun = Date.now();
  try {
    for (const step of steps) {
      notices.push(...(await take(step, work)));
      const failed = notices.some(isError);
      // An error may come from content that changed in the meantime, too.
      const changed = failed || step.isLong || step === steps.at(-1) ? made.changedContent() : [];
      if (changed.length) return { notices, built: false, changed };
      if (failed) return { notices, built: false };
    }
    const files = filesBelow(work.staging);
    for (const line of linesOfSize(sizeOf(work.staging, files))) say(line);
    for (const line of leftOut(work.content)) say(line);
    const own = files.map((name): [string, string] => [name, '']);
    writeStaged(join(work.staging, markName), markText('site', own));
    const told = [...foreignFileNotices(out), ...(out.was === 'recognised' ? [marked(out.path, 'a site')] : [])];
    // Folders of the site before the last one, which no file came to or left, are on the disk with that site.
    const wasFlushed = (path: string, isFile: boolean): boolean =>
      isFile ? work.hashes.isFlushed(path) : statSync(path).mtimeMs < begun;
    told.push(...(await publish(out, work.staging, { wasFlushed, spare: work.spare })));
    noteSite(work, files);
    const code = made.changedCode();
    if (code.length) told.push(codeChanged(code));
    else keepBuilt(builds, made.digest, work.out, { notices: notices.slice(imported), hashes: work.hashes });
    return { notices: [...notices, ...told], built: true };
  } finally {
    removeTemporary(work.staging);
  }
}

/** Notes how the files of a site look in their place, for this build and the next one. */
function noteSite({ out, cache, hashes }: Work, files: readonly string[]): void {
  const paths = files.map((name) => join(out, name));
  noteStamps(join(cache, 'pages'), hashes.noteNamesChanged(paths));
}

const isError = ({ severity }: Notice): boolean => severity === 'error';

async function take({ name, run }: Step, work: Work): Promise<Notice[]> {
  const begun = performance.now();
  const found = await run(work);
  say(name, begun);
  return [...found];
}

/** The public origin from the review's identity. The audit of the content reports a broken file. */
function originOf(content: string): string {
  const written = readYaml(join(content, 'site.yaml'), 'site.yaml', []);
  const url = siteSchema.safeParse(written?.value).data?.url;
  return new URL(url ?? 'http://localhost:4321').origin;
}

/** Imports the sources into records and ledger. What was read of unchanged sources is kept for the next time. */
async function importSources({ content, cache }: Work): Promise<Notice[]> {
  const { notices } = await importReview({
    contentDir: content,
    cacheDir: join(cache, 'import'),
    onProgress: say,
  });
  return notices;
}

/** Makes the search index, from the pages and the same records. */
async function indexSearch({ content, base, site, staging, cache }: Work): Promise<Notice[]> {
  const notices: Notice[] = [];
  try {
    await buildSearchIndex({
      content,
      out: staging,
      address: new URL(base, site).href,
      checked: true,
      cache: join(cache, 'search'),
      onNotices: (found) => notices.push(...found),
    });
    return notices;
  } catch (problem) {
    if (problem instanceof NoticeError) return [problem.notice];
    return [
      {
        severity: 'error',
        rule: 'search-not-indexed',
        place: { file: content },
        seen: problem instanceof Error ? problem.message : String(problem),
        expected: 'an index of every paper',
        remedy: 'fix what the message names; the old site is unchanged',
      },
    ];
  }
}

export const buildDefaults = { content: 'content', out: 'dist', base: '/' };

const command: Command<'content' | 'out' | 'base' | 'site' | 'cache' | 'strict' | 'shard' | 'merge'> = {
  run: 'npm run build',
  operands: '[DIR…]',
  does: 'Imports the sources, renders every page, builds the search index, audits the result and puts it in place.',
  options: {
    content: { value: 'DIR', does: `the review's content (${buildDefaults.content})` },
    out: { value: 'DIR', does: `where the site goes (${buildDefaults.out})` },
    base: { value: 'PATH', does: `the path that the site is served under (${buildDefaults.base})` },
    site: { value: 'URL', does: 'the public origin, for canonical addresses (that of site.yaml)' },
    cache: { value: 'DIR', does: 'the cache for the next build (.cache)' },
    strict: { does: 'exits with 1 on warnings too' },
    shard: {
      value: 'I/N',
      does: 'renders the I-th of N shares of the pages into the cache alone, from the records as they are',
    },
    merge: { value: 'DIR', does: 'takes the pages of shares from their caches: --merge DIR DIR DIR' },
  },
};

/** Prints all notices and a last line. The exit code is 1 for errors, and with `strict` for warnings too. */
export function reportBuild({ notices, built }: BuildResult, out: string, strict: boolean): number {
  print(notices);
  const count = (severity: Notice['severity']) => notices.filter((notice) => notice.severity === severity).length;
  const ending = built ? `The site is in ${out}.` : 'The site was not replaced.';
  say(`${ending} ${many(count('error'), 'error')}, ${many(count('warning'), 'warning')}.`);
  return !built || (strict && count('warning') > 0) ? 1 : 0;
}

if (isMain(import.meta)) {
  const { given, text, all, operands } = readArguments(command);
  const { strict, shard: _, merge: __, ...paths } = given;
  const wanted = { ...buildDefaults, ...(paths as Partial<BuildOptions>) };
  const options: BuildOptions = {
    ...wanted,
    base: sound(readBase(wanted.base)),
    ...(wanted.site === undefined ? {} : { site: sound(readOrigin(wanted.site)) }),
  };
  const shares = all('merge');
  if (operands.length > 0 && shares.length === 0) refuse(command, `${operands.join(' ')}: folders follow --merge`);
  const shard = text('shard');
  if (shard !== undefined && shares.length > 0) refuse(command, '--shard and --merge are steps of their own');
  if (shard === undefined) {
    if (shares.length > 0) mergeShares(options.cache, [...shares, ...operands]);
    process.exitCode = reportBuild(await buildSite(options), options.out, strict === true);
  } else {
    const share = readShare(shard);
    if (!share) refuse(command, `--shard ${shard}: expected a number and how many there are, such as 2/3`);
    const notices = await renderShare({ ...options, site: options.site ?? originOf(resolve(options.content)) }, share);
    print(notices);
    process.exitCode = notices.some(isError) ? 1 : 0;
  }
}
