// Runs a script under the Node version in the lock file. This is plain JavaScript, because the machine's own Node may
// be too old for TypeScript. npm 10 leaves out `node_modules/.bin/node` when it skips the packages for other systems,
// so the program is looked up in its package.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { misreadIn } from './lib/misread.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const misread = misreadIn(root);
if (misread !== undefined) {
  process.stderr.write(
    `error: ${root} [path-unfit]\n` +
      `  seen:     ${JSON.stringify(misread)} in the path of the project's folder\n` +
      '  expected: a path without # ? % " * and \\, which the programs that the project runs on read as something else\n' +
      '  do:       rename the folder, or move the project elsewhere\n',
  );
  process.exit(1);
}

const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const program = process.platform === 'win32' ? 'node.exe' : 'node';
const pinned = `${root}node_modules/${name}/bin/${program}`;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = major > 22 || (major === 22 && minor >= 18);

if (!existsSync(pinned) && !runsTypeScript) {
  process.stderr.write(
    `Node ${process.versions.node} is too old, and the project's own Node (${name}) is not installed.\n` +
      'Run `npm ci` again: a download that fails is left out silently. Or install Node 24 or newer.\n',
  );
  process.exit(1);
}

// Compiled code is cached: a command, and every program that it starts, then starts in two thirds of the time.
const compiled = `${root}node_modules/.cache/node`;
const child = spawn(existsSync(pinned) ? pinned : process.execPath, process.argv.slice(2), {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: compiled, ...process.env },
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
child.on('error', (problem) => {
  process.stderr.write(`${pinned} does not run here (${problem.message}). Install Node 24 or newer.\n`);
  process.exit(1);
});
