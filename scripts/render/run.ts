/** The program that a build starts to make the pages: it renders what changed and keeps the rest. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Facts } from '../audit/facts.ts';
import { escapeAttributes } from '../escape-attributes.ts';
import { hashOfBytes, noteHashes } from '../lib/file-hashes.ts';
import { copyFolder, writeStaged } from '../lib/files.ts';
import { hashOf } from '../lib/store/index.ts';
import { Ground } from './ground.ts';
import { Kept, type KeptFile } from './kept.ts';
import { isInShare, type Share } from './share.ts';
import { loadProgram, type Made, type SiteProgram } from './site-program.ts';
import { isHidden, sitemapFiles } from './sitemap.ts';
import { valueHash } from './value-hash.ts';

/** What the build passes in, as a file. */
export interface RunInput {
  program: string;
  /** The scripts, styles and public files of the program, which are copied. */
  client: string;
  code: string;
  staging: string;
  /** The files of an earlier site that are in the staging folder. */
  there: readonly string[];
  kept: string;
  /** Where the audit keeps what was read of pages. */
  facts: string;
  /** Where the hashes of the files of the new site are noted, for the steps after this. */
  hashes: string;
  base: string;
  site: string;
  /** The part of the files that is made; absent where all are. */
  share?: Share;
}

/** One line on standard output at the end. */
interface RunOutput {
  made: number;
  kept: number;
}

const {
  program: folder,
  client,
  code,
  staging,
  there,
  kept: keptFolder,
  facts: factsFolder,
  hashes,
  base,
  site,
  share,
} = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as RunInput;

/** Where a benchmark wants the seconds of the processor that each page type took; empty in other builds. */
const costsFile = process.env['RENDER_COSTS'] ?? '';

async function run(): Promise<RunOutput> {
  const program = await loadProgram(folder, { base, site });
  const files = (await program.files()).filter(({ file }) => !share || isInShare(file, share));
  const kept = new Kept(keptFolder);
  const facts = Facts.ofMade(factsFolder);
  // The files of other steps go first, and what this program copies.
  const ground = new Ground(staging, there, (file) => kept.get(file) !== undefined);
  copyFolder(client, staging);
  const { digest, answersOf } = questions(program);
  const count: RunOutput = { made: 0, kept: 0 };
  const shown: string[] = [];
  const put = (file: string, wanted: KeptFile): boolean =>
    ground.stays(file, (at) => kept.isAt(file, wanted, at)) || kept.put(file, wanted, ground.free(file));
  const seen = new Map<string, Made>();
  const costs: Record<string, number> = {};
  for (const made of files) {
    const { file, pathname, isPage } = made;
    const other = seen.get(file);
    if (other) throw new Error(`${made.component} and ${other.component} both make ${file}`);
    seen.set(file, made);
    const key = hashOf(code, made.component, pathname, digest(made.props));
    const before = kept.get(file);
    const isSame = before?.key === key && before.answers === answersOf(before.reads);
    let isShown = isPage && pathname !== '404';
    if (isSame && put(file, before)) {
      count.kept++;
      isShown &&= !before.hidden;
    } else {
      count.made++;
      const begun = costsFile ? process.cpuUsage() : undefined;
      const { bytes, html, reads: read } = await render(made, program);
      const reads = kept.readsOf(read);
      const hash = hashOfBytes(bytes);
      const hidden = html !== undefined && isHidden(facts.made(hash, html));
      const wanted = { key, reads, answers: answersOf(reads), hash, hidden };
      // Other code often makes the same bytes: then the file stays what it is.
      if (!put(file, wanted)) {
        const to = ground.free(file);
        writeStaged(to, bytes);
        kept.add(file, wanted, to);
      }
      isShown &&= !hidden;
      if (begun) {
        const { user, system } = process.cpuUsage(begun);
        costs[made.component] = (costs[made.component] ?? 0) + (user + system) / 1e6;
      }
    }
    if (isShown) shown.push(pathname && `${pathname}/`);
    if ((count.kept + count.made) % 100 === 0)
      process.stdout.write(`progress ${count.kept + count.made} ${files.length} ${count.kept}\n`);
  }
  ground.clear();
  for (const [name, text] of sitemapFiles(shown, { base, site })) writeStaged(join(staging, name), text);
  kept.close();
  // The audit opens the same store, and tells what is wrong with it.
  facts.close();
  if (costsFile) writeStaged(costsFile, JSON.stringify(costs));
  writeStaged(hashes, noteHashes([...kept.hashes()].map(([file, ...rest]) => [ground.at(file), ...rest] as const)));
  return count;
}

/** Hashes of values and of what sources answer, each asked once. */
function questions({ slices }: SiteProgram) {
  const digest = valueHash(slices.hashes);
  const known = new Map<string, string>();
  const answerTo = (read: string): string => {
    const found = known.get(read);
    if (found !== undefined) return found;
    const at = read.indexOf(':');
    const ask = slices.answers.get(read.slice(0, at));
    const answer = ask ? digest(ask(read.slice(at + 1))) : 'gone';
    known.set(read, answer);
    return answer;
  };
  return { digest, answersOf: (reads: readonly string[]): string => hashOf(...reads.map(answerTo)) };
}

async function render(
  { make, isPage, pathname }: Made,
  { slices }: SiteProgram,
): Promise<{ bytes: Uint8Array; html?: string; reads: ReadonlySet<string> }> {
  try {
    const { made, reads } = await slices.read(make);
    if (!isPage) return { bytes: made, reads };
    const html = escapeAttributes(Buffer.from(made).toString('utf8'));
    return { bytes: Buffer.from(html), html, reads };
  } catch (problem) {
    const [time] = new Date().toISOString().split('T')[1]?.split('.') ?? [];
    process.stderr.write(`${time} [ERROR] [build] Caught error rendering /${pathname}/: ${String(problem)}\n`);
    throw problem;
  }
}

try {
  const count = await run();
  process.stdout.write(`done ${count.made} ${count.kept}\n`);
  process.exit(0);
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`);
  process.exit(1);
}
