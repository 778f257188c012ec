/** npm run teach. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runNode } from '../../scripts/run.ts';
import { runHere, type Ended } from '../support/command.ts';
import { filesBelow, importFolder, papersOf, review } from './support.ts';

const pageOf = (title: string, authors: string, journal: string, number: number, text: string): string =>
  `Ravenholt Repository of Care\nHome > Browse\n${title}\nContributed by\n${authors}\nWhere it came out\n${journal}\nKept under ${number}\nWhat it says\n${text}\nAsk a librarian about this item\n`;
const pages = {
  'sources/a.txt': pageOf(
    'Trust Between Ward Nurses and Patients After Night Shifts',
    'Ana Berg, Carl Dahl',
    'Letters on Ward Life',
    1201,
    'Trust after night shifts was described by twelve nurses and nine patients. It grew where handovers were spoken aloud.',
  ),
  'sources/b.txt': pageOf(
    'How Dock Workers Speak of Their Counsellors',
    'Mia Lund',
    'Harbour Papers',
    77,
    'Dock workers were asked about counsellors in thirty interviews. Most of them spoke of time, and few of method.',
  ),
  'sources/other.txt':
    'Another site\nSome other paper entirely about ruptures in care\nOle Ness\nAbstract\nThis paper is about ruptures. It is read as before by the general reader, whatever was taught.\n',
};

const teach = (folder: string, ...args: string[]): Promise<Ended> => runHere('teach', ['--content', folder, ...args]);
const right = [
  'title=Trust Between Ward Nurses and Patients After Night Shifts',
  'authors=Berg, Ana; Dahl, Carl',
  'journal=Letters on Ward Life',
  'abstract=Trust after night shifts was described',
];

describe('npm run teach', () => {
  test('shows what a page teaches and what that changes on the other pages, and writes nothing without --keep', async () => {
    const folder = review(pages);
    await importFolder(folder);
    const before = filesBelow(folder);
    const asked = ['scripts/teach.ts', '--content', folder, 'a.txt', ...right];
    const { code, stdout: out } = await runNode(asked, { output: 'collect' });
    expect(code).toBe(0);
    expect(out).toContain('  - field: journal\n    below: Where it came out\n');
    expect(out).toContain('1 other page of the review is of the site.');
    expect(out).toMatch(
      /^b\.txt: read as ravenholt-repository-of-care\n(?: {2}.*\n)*? {2}journal: .* becomes "Harbour Papers"$/mu,
    );
    expect(out).not.toContain('other.txt');
    expect(filesBelow(folder)).toEqual(before);
  });

  test('with --keep writes the site file, and the values of all its pages name it', async () => {
    const folder = review(pages);
    const { code } = await teach(folder, 'a.txt', ...right, '--keep');
    expect(code).toBe(0);
    const journals = [...papersOf(folder).values()].map(({ journal }) => journal?.name);
    expect(journals).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: 'Letters on Ward Life', derived: 'site-ravenholt-repository-of-care' }),
        expect.objectContaining({ value: 'Harbour Papers', derived: 'site-ravenholt-repository-of-care' }),
      ]),
    );
    expect((await importFolder(folder, { check: true })).differences).toEqual([]);
    // Another lesson goes into the same file.
    await teach(folder, 'b.txt', 'furniture=Kept under #', 'ends=Ask a librarian…', '--keep');
    const text = readFileSync(join(folder, 'sites', 'ravenholt-repository-of-care.yaml'), 'utf8');
    expect(text).toContain('ends:\n  - Ask a librarian…\n');
    expect(text).toContain('below: Where it came out');
  });

  test('says of each value that it cannot place what was seen, and what to do', async () => {
    const folder = review(pages);
    const { error } = await teach(folder, 'a.txt', ...right, 'publisher=A house that is not named', 'doi=10.5555/none');
    expect(error).toContain('[teach-not-on-page]');
    expect(error).toContain('publisher "A house that is not named"');
    const wrong = await teach(folder, 'a.txt', 'colour=green');
    expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining('Nothing was written.') as string });
    const alone = await teach(folder, 'other.txt', 'authors=Ness, Ole', '--keep');
    expect(alone).toMatchObject({ code: 1, error: expect.stringContaining('[teach-no-site]') as string });
    expect(existsSync(join(folder, 'sites'))).toBe(false);
  });

  test('a site file that is not valid stops an import with the place, and changes nothing', async () => {
    const folder = review({
      ...pages,
      'sites/a.yaml': 'title: { en: A, zh: A }\nfits: { hosts: [a.org] }\nvalues:\n  - field: journal\n',
    });
    const { notices, written } = await importFolder(folder);
    expect(written).toBe(false);
    expect(notices).toMatchObject([
      { severity: 'error', rule: 'content-invalid', place: { file: 'sites/a.yaml', line: 4 } },
    ]);
    const named = await importFolder(
      review({ ...pages, 'sites/ris.yaml': 'title: { en: A, zh: A }\nfits: { hosts: [a.org] }\n' }),
    );
    expect(named.notices.map(({ rule }) => rule)).toContain('site-file-name');
  });
});
