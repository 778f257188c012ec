import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaTypeOf } from '../scripts/serve.ts';
import { useSite } from './support/site.ts';

/** The `_headers` of a site, as hosts read them: a path pattern, and below it its headers. */
const rules = new Map<string, Map<string, string>>();
let current: Map<string, string> | undefined;
const { folder } = await useSite();
for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
  if (/^\//.test(line)) rules.set(line.trim(), (current = new Map<string, string>()));
  const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
  if (name && value) current?.set(name, value);
}

test('every path is guarded against frames, sniffing, and telling others where a reader comes from', () => {
  const every = rules.get('/*');
  expect(every?.get('X-Content-Type-Options')).toBe('nosniff');
  expect(every?.get('Referrer-Policy')).toBe('same-origin');
  expect(every?.get('Content-Security-Policy')).toBe("frame-ancestors 'self'");
  expect(every?.get('Permissions-Policy')).toMatch(/camera=\(\).*geolocation=\(\)/);
});

const typed = [...rules].filter(([, headers]) => headers.has('Content-Type'));

test.each(typed)('%s has the media type that our own server gives', (pattern, headers) => {
  const plain = (type: string | undefined) => type?.replace(/;.*$/, '');
  expect(plain(headers.get('Content-Type'))).toBe(plain(mediaTypeOf(pattern.replace('/*', '/x'))));
});
