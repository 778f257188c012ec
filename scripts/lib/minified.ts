/** Makes scripts of ours small enough to put into the text of a page, or into a worker. */

import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from './paths.ts';

/** The text of a script that imports nothing, as small as it can be. */
export async function minified(path: string): Promise<string> {
  const bundle = await rolldown({ input: join(projectRoot, path), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code.trimEnd();
}
