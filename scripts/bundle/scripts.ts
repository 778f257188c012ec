/** Makes classic scripts of the modules of a site, for its copy that opens from disk. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { projectRoot } from '../lib/paths.ts';

const entry = '\0entry';

/** One classic script of modules of a site, with everything that they import, at once or later. Paths are below the site. */
export function classicScript(site: string, modules: readonly string[]): Promise<string> {
  const code = modules.map((module) => `import ${JSON.stringify(join(site, module))};`).join('\n');
  return bundled(entry, [
    {
      name: 'entry',
      resolveId: (id) => (id === entry ? entry : undefined),
      load: (id) => (id === entry ? code : undefined),
    },
    withoutPreloads,
  ]);
}

/** The script that gives pages what they may not fetch. */
export const diskCode = (): Promise<string> => bundled(join(projectRoot, 'src/client/disk.ts'), []);

/** The script that gives a page the bytes of a file. */
export const fileScript = (path: string, bytes: Uint8Array): string =>
  `reviewDisk.file(${JSON.stringify(path)},"${Buffer.from(bytes).toString('base64')}");`;

/** A worker's module as a script that gives it as a function. */
export const workerScript = async (site: string, path: string): Promise<string> =>
  `reviewDisk.worker(${JSON.stringify(path)},(addEventListener,postMessage)=>{${await classicScript(site, [path])}});`;

/** The scripts that modules name as text, not as an import: those of workers. Paths below the site. */
export const workersIn = (site: string, modules: readonly string[]): string[] => [
  ...new Set(
    modules.flatMap((module) =>
      [...readFileSync(join(site, module), 'utf8').matchAll(/["'`]\/(_astro\/[^"'`]+\.js)["'`]/gu)].map(
        ([, path = '']) => path,
      ),
    ),
  ),
];

/** Vite names the files to preload before each import that comes later; here they are in the script itself. */
const withoutPreloads: Plugin = {
  name: 'without-preloads',
  transform: (code) => code.replace(/^const __vite__mapDeps=[^;]*;/u, 'const __vite__mapDeps=()=>[];'),
};

async function bundled(input: string, plugins: readonly Plugin[]): Promise<string> {
  const bundle = await rolldown({ input, plugins: [...plugins], logLevel: 'silent', platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
  await bundle.close();
  return output[0].code.trimEnd();
}
