import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../scripts/run.ts';
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

const recipe = /```nginx\n([^]*?)```/u.exec(readFileSync(join(projectRoot, 'docs/hosting.md'), 'utf8'))?.[1] ?? '';

test('the recipe for nginx sends every header of `/*`, from one place', () => {
  const sent = new Map(
    [...recipe.matchAll(/^ {4}add_header ([\w-]+) (?:"([^"]*)"|(\S+)) always;$/gmu)].map(([, name, quoted, plain]) => [
      name ?? '',
      quoted ?? plain ?? '',
    ]),
  );
  expect(sent).toEqual(rules.get('/*'));
  expect(recipe).not.toMatch(/^ {5,}add_header/mu);
});

test('the recipe for nginx names every type that a host must be told, of endings with one dot', () => {
  const told = typed.flatMap(([pattern, headers]): [string, string][] => {
    const ending = /^\/\*\.([a-z]+)$/u.exec(pattern)?.[1];
    const type = headers.get('Content-Type')?.replace(/;.*$/u, '') ?? '';
    return ending === undefined || ending === 'txt' ? [] : [[ending, type]];
  });
  const written = new Map(
    [...recipe.matchAll(/^ {8}([\w.+-]+\/[\w.+-]+) +([a-z]+);$/gmu)].map(([, type = '', ending = '']) => [
      ending,
      type,
    ]),
  );
  expect(written).toEqual(new Map(told));
});
