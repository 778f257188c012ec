/** Fetches citation styles and their locales, each file once. */

import type { StyleIndex } from '../../site/references/library.ts';
import type { Packed } from '../../site/references/tree.ts';
import { file } from '../../site/urls.ts';
import { unpackedJson } from '../packed-json.ts';

/** A packed JSON file of `/styles/`. */
async function fetched<T>(name: string): Promise<T> {
  const answer = await fetch(file(`styles/${name}.pack`));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return unpackedJson<T>(answer);
}

const asked = new Map<string, Promise<unknown>>();

/** Like `fetched`, but asks for each file once per page; for one that failed again. */
function once<T>(name: string): Promise<T> {
  const promise = (asked.get(name) as Promise<T> | undefined) ?? fetched<T>(name);
  asked.set(name, promise);
  promise.catch(() => asked.delete(name));
  return promise;
}

export const index = (): Promise<StyleIndex> => once<StyleIndex>('index');

/** A style by its name in the CSL repository. */
export async function readStyle(name: string): Promise<Packed> {
  const { styles } = await index();
  const entry = styles.find(([, known]) => known === name);
  const style = entry && (await once<Record<string, Packed>>(entry[2]))[name];
  if (!style) throw new Error(`no style ${name}`);
  return style;
}

/** A locale, or the nearest there is: that of the same language, else American English. */
export async function readLocale(locale: string): Promise<Packed> {
  const { locales } = await index();
  const [language = ''] = locale.split('-');
  const near = Object.keys(locales).find((known) => known.split('-')[0] === language);
  return once<Packed>(locales[locale] ?? locales[near ?? 'en-US'] ?? '');
}
