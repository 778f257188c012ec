/** Makes a folder of the built site that opens from disk. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { markName } from '../lib/mark.ts';
import { filesBelow } from '../lib/paths.ts';
import { diskScript, pageOnDisk, withScript } from './pages.ts';
import { classicScript, diskCode, fileScript, workersIn, workerScript } from './scripts.ts';

/** Files for hosts, for a worker that keeps pages, and for a page that does not exist. */
const forHosts =
  /^(?:_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sw\.js|offline\.json|manifest\.webmanifest|opensearch\.xml|sitemap.*\.xml|404\.html|(?:zh\/)?offline\/.*)$/u;
const isModule = (path: string): boolean => /^_astro\/.*\.js$/u.test(path);
/** Data that scripts fetch: it is in the copy as a script, and what people download also as it is. */
const isFetched = (path: string): boolean =>
  /\.(?:pack|pf_index|jsonl|json)$/u.test(path) && !path.endsWith('.csl.json');
const forScriptsAlone = /\.(?:pack|pf_index|references\.json|index\.json)$/u;

/** The files of a copy that opens from disk, of a site that was built for `/`, by their paths. */
export async function filesOnDisk(site: string): Promise<Record<string, Uint8Array>> {
  const all = filesBelow(site).filter((path) => path !== markName && !forHosts.test(path));
  const copied = new Set(all.filter((path) => !isModule(path)));
  const files: Record<string, Uint8Array> = {};
  const scripts = new Map<string, string>();
  for (const path of copied) {
    const bytes = readFileSync(join(site, path));
    if (path.endsWith('.html')) {
      const { html, modules } = pageOnDisk(bytes.toString(), path, copied);
      const key = modules.join(' ');
      if (key && !scripts.has(key)) scripts.set(key, `_astro/page-${scripts.size + 1}.js`);
      files[path] = strToU8(withScript(html, path, scripts.get(key)));
      continue;
    }
    if (!forScriptsAlone.test(path)) files[path] = bytes;
    if (isFetched(path)) files[`${path}.js`] = strToU8(fileScript(path, bytes));
  }
  for (const [modules, path] of scripts) files[path] = strToU8(await classicScript(site, modules.split(' ')));
  for (const path of workersIn(site, all.filter(isModule)))
    files[`${path}.js`] = strToU8(await workerScript(site, path));
  files[diskScript] = strToU8(await diskCode());
  return files;
}
