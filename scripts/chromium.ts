/** Finds and starts a Chromium browser. */

import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { finished, runProgram } from './run.ts';
import { spawn } from 'node:child_process';

/** Names of Chromium and related browsers on PATH. The first has no window, and shows a page in half the time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where installers put it outside PATH. */
const fixedPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where Playwright keeps its browsers, and the programs inside one of them. */
const playwrightFolders = () => [
  process.env['PLAYWRIGHT_BROWSERS_PATH'],
  join(homedir(), '.cache', 'ms-playwright'),
  join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  join(homedir(), 'AppData', 'Local', 'ms-playwright'),
];
const playwrightPrograms = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-linux/headless_shell',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
  'chrome-headless-shell-win64/chrome-headless-shell.exe',
];

/** Options with which the browser does nothing on the network by itself. */
export const quietArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium on this machine: `CHROMIUM` if set, one on PATH, one in a usual place, or Playwright's newest.
 */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) return isProgram(named) ? named : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...fixedPlaces, ...playwrightCandidates()].find(isProgram);
}

function playwrightCandidates(): string[] {
  return playwrightFolders().flatMap((folder) => {
    if (!folder || !existsSync(folder)) return [];
    const versions = readdirSync(folder).filter((name) => name.startsWith('chromium'));
    const newestFirst = versions.sort((a, b) => Number(b.split('-').pop()) - Number(a.split('-').pop()));
    return newestFirst.flatMap((version) => playwrightPrograms.map((program) => join(folder, version, program)));
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Finds a Chromium or installs one: Debian's package for root, else Playwright's own download. */
export async function needChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (process.env['CHROMIUM']) throw new Error(`CHROMIUM names ${process.env['CHROMIUM']}, which is not a program.`);
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    process.stdout.write("No Chromium is installed: installing Debian's package.\n");
    await run('apt-get', ['update', '-qq']);
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (!findChromium()) await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
  } else {
    process.stdout.write('No Chromium is installed: asking Playwright for its own.\n');
    await runProgram('playwright', ['install', 'chromium-headless-shell']);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    [
      'The browser tests need Chromium, and none was found. Install it with one of these:',
      '  Debian, Ubuntu:  sudo apt-get install chromium',
      '  macOS:           brew install --cask chromium',
      '  any system:      npx playwright-core install chromium',
      'or set CHROMIUM to the path of a Chromium, Chrome or Edge.',
    ].join('\n'),
  );
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await finished(spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env }));
  if (code !== 0) process.stderr.write(`${program} ${args[0]} ended with ${code}:\n${output.slice(-2000)}\n`);
}
