/** The reader's list as a link, and the list in such a link. */

import { citingInLink, type Citing } from '../styles/choice.ts';
import { itemsIn, type Item } from './store.ts';

/** What comes before the list in an address. After `#` it is not sent to any server. */
const prefix = '#list=';

/** The list as part of an address: JSON in UTF-8 in base64url, with notes and titles, and how it is cited. */
export function hashOf(items: readonly Item[], citing: Citing = {}): string {
  const rows = items.map(({ id, title, note }) => (note ? [id, title, note] : [id, title]));
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return (
    prefix +
    btoa(binary)
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={1,2}$/, '') +
    citingInLink(citing)
  );
}

/** The list in an address: `undefined` where there is none, empty where it cannot be read. */
export function itemsOfHash(hash: string): Item[] | undefined {
  if (!hash.startsWith(prefix)) return undefined;
  try {
    const [list = ''] = hash.slice(prefix.length).split(';');
    const binary = atob(list.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (char) => char.charCodeAt(0)),
    );
    const rows = JSON.parse(text) as unknown;
    if (!Array.isArray(rows)) return [];
    return itemsIn(
      rows.map((row: unknown) => {
        if (!Array.isArray(row)) return row;
        const [id, title, note] = row as readonly unknown[];
        return { id, title, note };
      }),
    );
  } catch {
    return [];
  }
}
