/** Reads packed JSON files of the site in the browser. */

import { unpack } from './packed.ts';

/** The value in such a file. */
export async function unpackedJson<T>(answer: Response): Promise<T> {
  const bytes = await unpack(new Uint8Array(await answer.arrayBuffer()));
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
