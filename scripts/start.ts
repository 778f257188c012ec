/** The command `npm start`: imports, builds and serves. */

import { buildDefaults, buildSite, reportBuild } from './build.ts';
import { readArguments, sound, type Command } from './cli.ts';
import { readAddress, readBase } from './lib/address.ts';
import { serveForever } from './serve.ts';

const command: Command<'content' | 'base'> = {
  run: 'npm start',
  does: 'Imports the sources, builds the site and serves it on http://localhost:4321 (PORT and HOST choose another address).',
  options: {
    content: { value: 'DIR', does: `the review's content (${buildDefaults.content})` },
    base: { value: 'PATH', does: `the path that the site is served under (${buildDefaults.base})` },
  },
};

const { text } = readArguments(command);
const base = sound(readBase(text('base') ?? buildDefaults.base));
const address = sound(readAddress());
const result = await buildSite({ ...buildDefaults, content: text('content') ?? buildDefaults.content, base });
process.exitCode = reportBuild(result, buildDefaults.out, false);
if (result.built) await serveForever(buildDefaults.out, base, address);
