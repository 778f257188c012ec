import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Notice } from '#domain/notice';
import { fit, itemsOf, readFrontMatter, readJson, readYaml, readYamls } from '../../scripts/lib/read-content.ts';
import { isThere, namesIn, readText } from '../../scripts/lib/read-text.ts';
import { temporaryFolder } from '../support/folder.ts';

const told = ({ rule, place }: Notice): string =>
  'line' in place ? `${rule} ${place.file}:${place.line}:${place.columns[0]}` : `${rule} ${place.file}`;

function readAs(read: typeof readYaml, text: string) {
  const notices: Notice[] = [];
  const path = join(temporaryFolder({ a: text }), 'a');
  const written = read(path, 'a', notices);
  return { written, notices, told: notices.map(told) };
}

/** Nine lines; the last one expands to 9 to the power of 9 values. */
const explosion = 'abcdefghi'
  .split('')
  .map(
    (name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => (i ? `*${'abcdefghi'[i - 1]}` : 'x')).join()}]`,
  )
  .join('\n');

describe('YAML', () => {
  test.each([
    ['', 'content-empty a:1:1'],
    [' \n\n', 'content-empty a:1:1'],
    ['a: 1\nb: [c\nd: 2\n', 'yaml-broken a:3:1'],
    ['a: 1\na: 2\n', 'yaml-broken a:2:1'],
    ['a: 1\r\nb: *nobody\r\n', 'yaml-broken a:2:4'],
    ['a: 1\nb: &b [x, *b]\n', 'yaml-broken a:2:11'],
    ['a: !important\n', 'yaml-broken a:1:4'],
    ['a: 1\n---\nb: 2\n', 'yaml-broken a:3:1'],
    [explosion, 'yaml-broken a:1:1'],
    ['['.repeat(20_000), expect.stringMatching(/^yaml-broken a:1:\d+$/)],
    ['a: "\\x0', expect.stringMatching(/^yaml-broken a:1:\d+$/)],
  ])('%j is told at its place', (text, notice) => {
    const read = readAs(readYaml, text);
    expect(read.written).toBeUndefined();
    expect(read.told).toEqual([notice]);
    expect(read.notices[0]?.remedy).not.toBe('');
  });

  test('aliases of something are read', () => {
    expect(readAs(readYaml, 'a: &a {b: 1}\nc: *a\n').written?.value).toEqual({ a: { b: 1 }, c: { b: 1 } });
  });

  test('a file with only comments says nothing, and is not an error', () => {
    const { written, notices } = readAs(readYaml, '# only\n');
    expect(written?.value).toBeNull();
    expect(notices).toEqual([]);
  });

  test('each item of a list and of several documents knows its place', () => {
    const notices: Notice[] = [];
    const path = join(temporaryFolder({ a: '- x: 1\n- x: 2\n---\nx: 3\n' }), 'a');
    const items = readYamls(path, 'a', notices).flatMap(itemsOf);
    expect(items.map(({ value, at }) => [value, told({ place: at(['x']) } as Notice)])).toEqual([
      [{ x: 1 }, 'undefined a:1:6'],
      [{ x: 2 }, 'undefined a:2:6'],
      [{ x: 3 }, 'undefined a:4:4'],
    ]);
  });
});

describe('JSON', () => {
  test.each([
    ['', 'json-broken a:1:1'],
    ['{\n  "a": 1,\n  "b": oh\n}', 'json-broken a:3:8'],
    ['{\n  "a": [1, 2', 'json-broken a:2:13'],
  ])('%j is told at its place', (text, notice) => {
    const read = readAs(readJson, text);
    expect(read.written).toBeUndefined();
    expect(read.told).toEqual([notice]);
    expect(read.notices[0]?.seen).not.toContain('position');
  });

  test('a value that does not fit is reported at its place', () => {
    const { written } = readAs(readJson, '{\n  "a": {\n    "b": ["x", 1]\n  }\n}\n');
    const notices: Notice[] = [];
    const schema = z.strictObject({ a: z.strictObject({ b: z.array(z.string()) }) });
    expect(written && fit(schema, written, 'here', notices)).toBeUndefined();
    expect(notices.map(told)).toEqual(['content-invalid a:3:16']);
    expect(notices[0]).toMatchObject({ seen: 'a.b.1: 1' });
  });
});

describe('a value that does not fit', () => {
  const schema = z.strictObject({ name: z.string(), list: z.array(z.enum(['one', 'two'])).default([]) });
  test.each([
    ['name: 1', 'content-invalid a:1:7', 'name: 1'],
    ['list: []\n# here\n', 'content-invalid a:1:1', 'name: not there'],
    ['name: x\nlist:\n  - one\n  - three\n', 'content-invalid a:4:5', 'list.1: "three"'],
    ['name: x\nmane: y\n', 'content-invalid a:2:7', 'mane, which is not a known name'],
    ['- name: x\n', 'content-invalid a:1:1', 'the file: [{"name":"x"}]'],
    ['# nothing\n', 'content-empty a:1:1', 'nothing but comments'],
  ])('%j is told at its place, with what is there', (text, notice, seen) => {
    const { written } = readAs(readYaml, text);
    const notices: Notice[] = [];
    expect(written && fit(schema, written, 'here', notices)).toBeUndefined();
    expect(notices.map(told)).toEqual([notice]);
    expect(notices[0]?.seen).toBe(seen);
  });
});

describe('front matter', () => {
  test.each(['\n', '\r\n'])('is read with line ends %j', (end) => {
    const notices: Notice[] = [];
    const text = ['---', 'title: A --- b', 'updated: 2026-11-21', '---', '', '---', ''].join(end);
    const written = readFrontMatter(text, 'a', notices);
    expect(written?.value).toEqual({ title: 'A --- b', updated: '2026-11-21' });
    expect(written?.at(['updated'])).toMatchObject({ line: 3, columns: [10, 20] });
    expect(notices).toEqual([]);
  });

  test.each([
    ['', 'front-matter-missing a:1:1', 'an empty file'],
    ['Text\n', 'front-matter-missing a:1:1', 'no line `---`'],
    ['---\ntitle: x\n', 'front-matter-missing a:1:1', 'a first line `---` without a second one'],
    ['---\ntitle: x\nsummary: [\n---\n', 'yaml-broken a:3:11', expect.any(String) as string],
  ])('%j is told at its place', (text, notice, seen) => {
    const notices: Notice[] = [];
    expect(readFrontMatter(text, 'a', notices)).toBeUndefined();
    expect(notices.map(told)).toEqual([notice]);
    expect(notices[0]?.seen).toEqual(seen);
  });
});

describe('what is not a file is reported and never opened', () => {
  const folder = temporaryFolder({ file: 'x' });
  symlinkSync('nowhere', join(folder, 'dangling'));
  symlinkSync('loop', join(folder, 'loop'));
  symlinkSync('file', join(folder, 'link'));
  mkdirSync(join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);

  test.each([
    ['dangling', 'a link that leads nowhere'],
    ['loop', 'a link that leads back to itself'],
    ['folder', 'a folder'],
    ['pipe', 'a pipe, socket or device'],
    ['absent', 'nothing with this name'],
  ])('%s', (name, seen) => {
    const notices: Notice[] = [];
    expect(readText(join(folder, name), name, notices)).toBeUndefined();
    expect(notices).toMatchObject([{ severity: 'error', rule: 'content-unreadable', place: { file: name }, seen }]);
    expect(isThere(join(folder, name))).toBe(name !== 'absent');
  });

  test.each([
    ['dangling', 'a link that leads nowhere'],
    ['file', 'a file'],
    ['pipe', 'a pipe, socket or device'],
  ])('%s in the place of a folder', (name, seen) => {
    const notices: Notice[] = [];
    expect(namesIn(join(folder, name), name, /./u, notices)).toEqual([]);
    expect(notices).toMatchObject([{ severity: 'error', place: { file: name }, seen }]);
  });

  test('a link to a file is read', () => {
    expect(readText(join(folder, 'link'), 'link', [])).toBe('x');
  });
});
