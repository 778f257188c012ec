/** The command `npm run remove`: takes sources out of the review, with the reason. */

import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readArguments, refuse, say, type Command } from './cli.ts';
import { importCache } from './lib/cache.ts';
import { concernsCache } from './lib/store/index.ts';
import { removeSources } from './pipeline/sources/remove-sources.ts';
import { exitCode, many, print, printChanges } from './lib/report.ts';

const command: Command<'content' | 'reason' | 'reason-zh' | 'by'> = {
  run: 'npm run remove',
  does: "Takes sources out of the review and imports it. SOURCE is a file among the sources. It goes with its sidecar to the review's\nfolder removed/, beside the decision. A paper keeps its address: it stays with the sources that it still has, or a page says that it\nwas taken out, when and why. npm run add -- removed/…/sources/FILE adds it again.",
  operands: 'SOURCE…',
  options: {
    reason: { value: 'TEXT', does: 'the reason, which readers of its page will see (required)' },
    'reason-zh': { value: 'TEXT', does: 'the reason in Chinese, for the Chinese page' },
    by: { value: 'NAME', does: 'who decided' },
    content: { value: 'DIR', does: "the review's folder (content)" },
  },
};

const { text, operands } = readArguments(command);
const content = text('content') ?? 'content';
const [reason, reasonZh, by] = [text('reason'), text('reason-zh'), text('by')];
if (!operands.length) refuse(command, 'Name a source: npm run remove -- page.txt --reason "…"');
if (!reason) refuse(command, 'Give the reason, which readers will see: --reason "…"');

const { removed, told, result } = await removeSources(operands.map(nameOf), {
  contentDir: content,
  cacheDir: importCache(),
  reason,
  ...(reasonZh ? { reasonZh } : {}),
  ...(by ? { by } : {}),
  today: new Date().toISOString().slice(0, 10),
  onProgress: (line) => process.stderr.write(`${line}\n`),
});
const notices = [...told, ...(result?.notices ?? []).filter((it) => it.severity === 'error' || concernsCache(it))];
print(notices);
printChanges(result?.changes ?? []);
const here = new Set(result?.sources.flatMap(({ papers }) => papers));
for (const { folder, removal } of removed) {
  say(`taken out: ${join(content, 'sources', removal.source)}; it is kept in ${folder}`);
  for (const { id, title } of removal.papers)
    say(
      here.has(id)
        ? `  stays, with its other sources: ${id}`
        : `  taken out: ${id}${title ? ` (${title.text})` : ''}; its page says when and why`,
    );
}
say(
  !removed.length
    ? 'Nothing was taken out: see the errors.'
    : result?.written
      ? `${many(removed.length, 'source')} taken out. The review has ${many(result.counts.papers, 'paper')}.`
      : 'The records are unchanged: see the errors.',
);
process.exitCode = exitCode(notices, false);

/** The shell completes a source's name as a path, so the path is turned into the name in the folder of sources. */
function nameOf(operand: string): string {
  const below = relative(join(content, 'sources'), operand);
  return below && !below.startsWith('..') && existsSync(operand) ? below.split(sep).join('/') : operand;
}
