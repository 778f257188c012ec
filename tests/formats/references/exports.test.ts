import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { hasShared, sharedFolder } from '../../support/shared.ts';
import { recordOf, type FlatRecord } from '../../../scripts/pipeline/read/flat-reading.ts';
import { claimants, coverage, readSource } from './fixtures.ts';

/** How many records a file holds by its own syntax, counted without our readers. */
function recordsBySyntax(name: string, text: string): number {
  const lines = (pattern: RegExp) => [...text.matchAll(pattern)].length;
  if (name.endsWith('.csv')) return Papa.parse(text, { header: true, skipEmptyLines: true }).data.length;
  if (/<PubmedArticle>/u.test(text)) return lines(/<PubmedArticle>/gu);
  if (/<records>/u.test(text)) return lines(/<record>/gu);
  if (/^\ufeff?(?:\d+\.\s*)?\s*TY {2}-/u.test(text)) return lines(/^\ufeff?TY {2}-/gmu);
  if (/^\s*PMID-/u.test(text)) return lines(/^PMID-/gmu);
  if (/^\ufeff?FN /u.test(text)) return lines(/^PT /gmu);
  if (/^%0/u.test(text)) return lines(/^%0/gmu);
  if (/^<\d+>/u.test(text)) return lines(/^<\d+>\s*$/gmu);
  throw new Error(`${name}: no syntax that this test knows`);
}

/** The share of records that must state a field, where the file's own tags say that they do. */
const tagsOf: readonly [RegExp, 'doi' | 'issued' | 'titles' | 'authors' | 'abstracts', RegExp][] = [
  [/\.ris$|_endnote\.txt$|of_science\.txt$/u, 'doi', /^DO {2}-/gmu],
  [/\.ris$|_endnote\.txt$/u, 'titles', /^(?:TI|T1) {2}- \S/gmu],
  [/\.ris$|_endnote\.txt$/u, 'abstracts', /^(?:AB|N2) {2}- \S/gmu],
  [/\.nbib$|result2/u, 'titles', /^TI {2}-/gmu],
  [/\.nbib$|result2/u, 'abstracts', /^AB {2}-/gmu],
];

describe('every record of the shared exports is read', () => {
  if (!hasShared('exports')) {
    test('without the shared folder the fixtures alone speak', () => expect(hasShared('exports')).toBe(false));
    return;
  }
  const folder = join(sharedFolder, 'exports');
  for (const name of readdirSync(folder))
    test(name, () => {
      const source = readSource(join(folder, name));
      const formats = claimants(source);
      expect(formats).toHaveLength(1);
      const reading = formats[0]?.read(source);
      if (!reading) throw new Error('no reading');
      const count = recordsBySyntax(name, source.text);
      expect(reading.drafts.map((draft) => draft.record)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
      for (const [files, field, tag] of tagsOf) {
        if (!files.test(name) || (!source.text.includes('  -') && !source.text.includes('- '))) continue;
        const stated = [...source.text.matchAll(tag)].length;
        const read = reading.drafts.filter((draft) =>
          [draft[field]].flat().some((value) => value !== undefined),
        ).length;
        expect(read, field).toBeGreaterThanOrEqual(Math.min(stated, count) - Math.ceil(stated * 0.02));
      }
      const { field, claimed, twice, unread } = coverage(source, reading);
      const left = unread.join('').replace(/\s/gu, '').length;
      expect(twice).toBe(0);
      expect(field + claimed + left).toBe(source.text.replace(/\s/gu, '').length);
      // What nobody reads of a database's file is little: a new tag, a season, a broken number.
      expect(left / source.text.length).toBeLessThan(name.includes('jabref') ? 0.2 : 0.01);
    });
});

/** One library in three formats: each reader against two that share no line with it. */
describe('three exports of one library say the same', () => {
  const names = ['reflib__blue-light.ris', 'reflib__blue-light_endnote.xml', 'reflib__blue-light.nbib'];
  if (!hasShared('exports')) {
    test('the library is not there', () => expect(hasShared('exports')).toBe(false));
    return;
  }
  const [ris, xml, nbib] = names.map((name) => {
    const source = readSource(join(sharedFolder, 'exports', name));
    const drafts = claimants(source)[0]?.read(source).drafts ?? [];
    return new Map(drafts.map((draft) => [plain(recordOf(draft).title), recordOf(draft)]));
  });
  const same = ['year', 'date', 'volume', 'issue', 'pages', 'doi', 'pmid', 'pmcid', 'abstract', 'keywords'] as const;
  const said = (map: typeof ris, fields: readonly (keyof FlatRecord)[], titles: Iterable<string>) =>
    [...titles].map((title) => fields.map((field) => plain([map?.get(title)?.[field]].flat().join(' '))));

  test('RIS and XML of one program, in every field but the name of the journal', () => {
    const titles = [...(ris?.keys() ?? [])];
    expect(titles.length).toBeGreaterThan(90);
    expect(said(ris, [...same, 'authors'], titles)).toEqual(said(xml, [...same, 'authors'], titles));
  });

  test('XML and NBIB, in all that both programs keep', () => {
    const titles = [...(nbib?.keys() ?? [])];
    expect(titles.length).toBeGreaterThan(70);
    expect(said(nbib, same, titles)).toEqual(said(xml, same, titles));
  });
});

/** Only letters and digits: signs are set in two ways. */
function plain(text: string | null | undefined): string {
  return (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

describe('no page is taken for a file of references', () => {
  for (const folder of ['samples/pages', 'seeds', 'attacks']) {
    if (!hasShared(folder)) {
      test(`${folder} is not there`, () => expect(hasShared(folder)).toBe(false));
      continue;
    }
    test(folder, () => {
      const names = readdirSync(join(sharedFolder, folder)).filter((name) => name.endsWith('.txt'));
      expect(names.length).toBeGreaterThan(3);
      const taken = names.flatMap((name) =>
        claimants(readSource(join(sharedFolder, folder, name))).map((format) => `${name}: ${format.name}`),
      );
      expect(taken).toEqual([]);
    });
  }
});
