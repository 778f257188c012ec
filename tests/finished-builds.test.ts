import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '#domain/notice';
import { openStore, type Store } from '../scripts/lib/store/index.ts';
import { keepBuilt, noticesOfEqualBuild } from '../scripts/finished-builds.ts';
import { temporaryFolder } from './support/folder.ts';

const notices: Notice[] = [
  { severity: 'warning', rule: 'x', place: { file: 'a' }, seen: 's', expected: 'e', remedy: 'r' },
];
let folder = '';
const path = (name: string): string => join(folder, name);
const open = (): Store => openStore({ folder: path('kept'), version: 'version-of-tests' });

/** The notices that a later run gives about the site and the cache. */
function told(made = 'of this', out = path('site')): { same: Notice[] | undefined; cache: string[] } {
  const store = open();
  const same = noticesOfEqualBuild(store, made, out);
  return { same, cache: store.close().map(({ rule }) => rule) };
}

beforeEach(() => {
  folder = temporaryFolder({ 'site/index.html': '<p>' });
  const store = open();
  keepBuilt(store, 'of this', path('site'), { notices });
  store.close();
});

describe('a site counts as unchanged', () => {
  test('where its input is the same and it is as it was built, and its notices are printed again', () => {
    expect(told()).toEqual({ same: notices, cache: [] });
  });

  test('whatever a run puts there for its own time', () => {
    writeFileSync(path('site/.alliance-review.lock'), 'held');
    expect(told()).toEqual({ same: notices, cache: [] });
  });

  test('never where it is made of anything else, was touched, or is elsewhere', () => {
    expect(told('of that').same).toBeUndefined();
    mkdirSync(path('elsewhere'));
    writeFileSync(path('elsewhere/index.html'), '<p>');
    expect(told('of this', path('elsewhere')).same).toBeUndefined();
    writeFileSync(path('site/index.html'), '<p> ');
    expect(told().same).toBeUndefined();
    rmSync(path('site'), { recursive: true });
    expect(told().same).toBeUndefined();
  });

  test('never where the stored data of its build is damaged or missing', () => {
    const [name = ''] = readdirSync(path('kept'));
    const text = readFileSync(path(`kept/${name}`), 'utf8');
    writeFileSync(path(`kept/${name}`), text.replace('"s"', '"t"'));
    expect(told()).toEqual({ same: undefined, cache: ['cache-damaged'] });
    rmSync(path('kept'), { recursive: true });
    expect(told()).toEqual({ same: undefined, cache: [] });
  });
});
