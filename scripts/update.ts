/** The command `npm run update`: asks Crossref what became of the papers, and writes the answers as a source. */

import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { siteSchema } from '#domain/site';
import { readArguments, refuse, say, type Command } from './cli.ts';
import { isReview } from './lib/own-folder.ts';
import { fit, readYaml } from './lib/read-content.ts';
import { readPapers } from './lib/read-papers.ts';
import { isThere } from './lib/read-text.ts';
import { exitCode, print } from './lib/report.ts';
import { gentle } from './update/crossref.ts';
import { update } from './update/update.ts';

const command: Command<'content' | 'mailto' | 'server'> = {
  run: 'npm run update',
  does: 'Asks Crossref for the record of each DOI of the review: retractions, corrections, and fields that are missing. Needs a network, and is the only command that does. Writes the answers to sources/crossref.json, and changes no record: the next import weighs them as any later source.',
  operands: 'DOI…',
  options: {
    content: { value: 'DIR', does: "the review's folder (content)" },
    mailto: { value: 'ADDRESS', does: 'where Crossref can write if the questions trouble it (`contact` of site.yaml)' },
    server: { value: 'URL', does: `who is asked (${gentle.server.href})` },
  },
};

const { text, operands } = readArguments(command);
const content = text('content') ?? 'content';
if (!isReview(content))
  refuse(command, `${content} is not the folder of a review: it has no site.yaml, no ids.yaml and no sources.`);
const server = serverOf(text('server'));
const notices: Notice[] = [];
const mailto = mailtoOf();
const wanted = operands.map((doi) => doi.toLowerCase());
const papers = readPapers(content).filter(
  ({ doi }) => doi && (!wanted.length || wanted.includes(doi.value.toLowerCase())),
);
if (!papers.length) refuse(command, wanted.length ? 'No paper of the review has this DOI.' : 'No paper has a DOI.');
const today = new Date().toISOString().slice(0, 10);
notices.push(...(await update({ content, papers, asking: { ...gentle, server, mailto }, today, say })));
print(notices);
process.exitCode = exitCode(notices, false);

/** Only what nobody can change on its way is asked; a server of this machine needs no such guard. */
function serverOf(given: string | undefined): URL {
  const url = given === undefined ? gentle.server : URL.canParse(given) ? new URL(given) : undefined;
  const isHere = url?.protocol === 'http:' && /^(?:127\.0\.0\.1|\[::1\]|localhost)$/u.test(url.hostname);
  if (!url || !(url.protocol === 'https:' || isHere) || url.username || url.password)
    return refuse(command, `--server ${given ?? ''}: only https, such as ${gentle.server.href}`);
  return url;
}

function mailtoOf(): string | undefined {
  const given = text('mailto');
  if (given !== undefined && !/^[^\s@<>"]+@[^\s@<>"]+$/u.test(given)) refuse(command, `--mailto ${given}: no address.`);
  const path = join(content, 'site.yaml');
  const written = isThere(path) ? readYaml(path, 'site.yaml', notices) : undefined;
  const contact = written && fit(siteSchema, written, 'src/domain/site.ts', notices)?.contact;
  return given ?? (contact?.startsWith('mailto:') ? contact.slice('mailto:'.length) : undefined);
}
