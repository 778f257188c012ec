/** Hashes values, to find the pages and files whose data did not change. */

import { createHash } from 'node:crypto';

/**
 * Says what a value is: equal values give equal hashes. Functions are code: they are hashed separately, in the page's
 * key.
 */
export type ValueHash = (value: unknown) => string;

/** Lists of this length are hashed once, because many pages and files are made of the same list. */
const longList = 20;

/** `hashes` has the hashes of records, which are in many lists. */
export function valueHash(hashes: WeakMap<object, string>): ValueHash {
  const lists = new WeakMap<object, string>();
  const digest = (value: unknown): string => {
    const hash = createHash('sha256');
    write(value, (text) => hash.update(text));
    return hash.digest('base64url').slice(0, 22);
  };
  const write = (value: unknown, out: (text: string) => unknown): void => {
    if (typeof value === 'string') out(`${value.length}"${value}`);
    else if (typeof value === 'function') out('f');
    else if (typeof value !== 'object' || value === null) out(`${typeof value} ${String(value)};`);
    else writeObject(value, out);
  };
  const writeObject = (value: object, out: (text: string) => unknown): void => {
    const known = hashes.get(value) ?? lists.get(value);
    if (known !== undefined) out(`#${known}`);
    else if (value instanceof Uint8Array) out(`b${createHash('sha256').update(value).digest('base64url')}`);
    else if (Array.isArray(value) && value.length >= longList) {
      const hash = createHash('sha256');
      for (const item of value as unknown[]) write(item, (text) => hash.update(text));
      const made = hash.digest('base64url').slice(0, 22);
      lists.set(value, made);
      out(`#${made}`);
    } else {
      const entries = value instanceof Map || value instanceof Set ? [...value] : undefined;
      if (entries ?? Array.isArray(value)) {
        out('[');
        for (const item of entries ?? (value as unknown[])) write(item, out);
        out(']');
        return;
      }
      out('{');
      for (const [key, item] of Object.entries(value)) {
        if (item === undefined) continue;
        out(`${key}:`);
        write(item, out);
      }
      out('}');
    }
  };
  return digest;
}
