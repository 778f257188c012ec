import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import { addSources } from '../../../scripts/pipeline/sources/add-sources.ts';
import { removeSources } from '../../../scripts/pipeline/sources/remove-sources.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { importFolder, papersOf, review } from '../support.ts';

const paperList = (content: string): Paper[] => [...papersOf(content).values()];

const ris = (title: string, doi: string): string =>
  `TY  - JOUR\nTI  - ${title}\nAU  - Vey, Paula\nPY  - 2019\nDO  - ${doi}\nER  - \n`;
const records = {
  'refs.ris': strToU8(ris('Zipped loaves of bread and their bakers', '10.5555/z1')),
  'sub/lib.bib': strToU8('@article{a, title={A second zipped loaf}, author={Roe, Kim}, year={2020}, doi={10.5555/z2}}'),
};
const today = '2026-11-29';

const about = (notices: readonly Notice[]): string[] =>
  notices.filter(({ rule }) => /zip/u.test(rule)).map(({ severity, rule, seen }) => `${severity} ${rule}: ${seen}`);

async function imported(archive: Uint8Array): Promise<{ files: string[]; told: string[] }> {
  const content = review({ 'sources/export.zip': archive });
  const result = await importFolder(content);
  const files = paperList(content).flatMap(({ sources }) => sources.map(({ file }) => file));
  return { files: files.sort(), told: about(result.notices) };
}
const pack = (more: Zippable): Promise<{ files: string[]; told: string[] }> =>
  imported(zipSync({ ...records, ...more }));
const both = ['export.zip/refs.ris', 'export.zip/sub/lib.bib'];

describe('an archive among the sources', () => {
  test('each file of it is a source, whose place leads into it', async () => {
    const content = review({ 'sources/export.zip': zipSync(records) });
    const { notices } = await importFolder(content);
    const [paper] = paperList(content).filter(({ doi }) => doi?.value === '10.5555/z1');
    expect(paper?.titles[0]?.from).toEqual([
      expect.objectContaining({ file: 'export.zip/refs.ris', line: 2, columns: [7, 46] }),
    ]);
    expect(about(notices)).toEqual([]);
  });

  test('what systems and managers put beside the records is left out, and attachments are counted', async () => {
    const { files, told } = await pack({
      '__MACOSX/._refs.ris': strToU8('x'),
      '.DS_Store': strToU8('x'),
      'files/1/paper.pdf': strToU8('%PDF-1.4'),
    });
    expect(files).toEqual(both);
    expect(told).toEqual(['info zip-not-read-whole: an attachment: files/1/paper.pdf']);
  });

  test.each<[string, Zippable, string]>([
    ['leads out', { '../out.ris': strToU8('x') }, 'a name that leads out of the archive: ../out.ris'],
    ['leads to the root', { '/etc/x.ris': strToU8('x') }, 'a name that leads out of the archive: /etc/x.ris'],
    ['leads to a drive', { 'C:/x.ris': strToU8('x') }, 'a name that leads out of the archive: C:/x.ris'],
    [
      'has turned letters',
      { 'a\u202esir.x': strToU8('x') },
      'a name of invisible characters, or a very long one: a⟨U+202E⟩sir.x',
    ],
    ['lies very deep', { [`${'d/'.repeat(20)}x.ris`]: strToU8('x') }, 'more than 12 folders'],
    ['is an archive', { 'more.zip': zipSync(records) }, 'an archive in an archive: more.zip'],
    [
      'is a sidecar',
      { 'refs.ris.meta.yaml': strToU8('url: https://example.org/') },
      'a sidecar, which counts beside files that are not in an archive: refs.ris.meta.yaml',
    ],
    ['has a name again', { 'REFS.ris': strToU8('x') }, 'a second file of its name: '],
    [
      'is a bomb',
      { 'bomb.ris': [new Uint8Array(8_000_000), { level: 9 }] },
      'more than 200 times the size of a packed file: bomb.ris',
    ],
  ])('a file that %s is told, and the others are read', async (_, more, seen) => {
    const { files, told } = await pack(more);
    expect(files.length).toBe(2);
    expect(told.join()).toContain(`warning zip-not-read-whole: ${seen}`);
  });

  test.each<[string, () => Uint8Array, string]>([
    ['cut', () => zipSync(records).subarray(0, -40), 'an archive that is cut or damaged'],
    [
      'of too many files',
      () => zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}.ris`, strToU8('x')]))),
      'more than 5000 files',
    ],
    ['of nothing', () => zipSync({}), 'no file'],
  ])('an archive that is %s is told, and nothing is read of it', async (_, archive, seen) => {
    const { files, told } = await imported(archive());
    expect(files).toEqual([]);
    expect(told.join()).toContain(seen);
  });

  test('a file whose bytes are damaged costs only itself', async () => {
    const bytes = zipSync({ 'a.ris': [records['refs.ris'], { level: 0 }], 'b.bib': records['sub/lib.bib'] });
    const at = bytes.indexOf('Z'.charCodeAt(0));
    bytes[at] = 'z'.charCodeAt(0);
    const { files, told } = await imported(bytes);
    expect(files).toEqual(['export.zip/b.bib']);
    expect(told.join()).toMatch(/^warning zip-file-damaged/u);
  });
});

describe('an archive by the commands', () => {
  const added = async (): Promise<string> => {
    const content = review({});
    const offered = temporaryFolder({ 'export.zip': zipSync(records) });
    const path = join(offered, 'export.zip');
    const { taken } = await addSources([{ file: 'export.zip', path, size: 0 }], { contentDir: content, today });
    expect(taken.map(({ was, file }) => [was, file])).toEqual([['new', 'export.zip']]);
    expect(readFileSync(join(content, 'sources/export.zip'))).toEqual(readFileSync(path));
    return content;
  };

  test('it is added whole, once', async () => {
    const content = await added();
    const path = join(content, 'sources/export.zip');
    const { taken } = await addSources([{ file: 'again.zip', path, size: 0 }], { contentDir: content, today });
    expect(taken.map(({ was, file }) => [was, file])).toEqual([['known', 'export.zip']]);
  });

  test('one without a source in it is refused', async () => {
    const content = review({});
    writeFileSync(join(content, 'no.zip'), zipSync({ 'a.pdf': strToU8('%PDF') }));
    const offered = [{ file: 'no.zip', path: join(content, 'no.zip'), size: 0 }];
    const { taken } = await addSources(offered, { contentDir: content, today });
    expect(taken[0]?.was).toBe('refused');
    expect(about(taken[0]?.notices ?? [])).toEqual(['info zip-not-read-whole: an attachment: a.pdf']);
  });

  test('it is removed whole: each of its papers keeps its address', async () => {
    const content = await added();
    const options = { contentDir: content, reason: 'Not on bread.', today };
    const part = await removeSources(['export.zip/refs.ris'], options);
    expect(part.told.map(({ seen, remedy }) => [seen, remedy.slice(0, 15)])).toEqual([
      ['a file in an archive', 'name export.zip'],
    ]);
    const { removed } = await removeSources(['export.zip'], options);
    expect(removed[0]?.removal.papers.map(({ title }) => title?.text)).toEqual([
      'Zipped loaves of bread and their bakers',
      'A second zipped loaf',
    ]);
    expect([readdirSync(join(content, 'sources')), paperList(content)]).toEqual([[], []]);
  });
});

test('the site reads a file of an archive as the import does', async () => {
  const content = review({ 'sources/export.zip': zipSync(records) });
  vi.stubEnv('REVIEW_CONTENT', content);
  vi.resetModules();
  const { contentInZip } = await import('../../../src/site/content-folder.ts');
  expect(contentInZip('sources/export.zip/refs.ris')).toEqual(records['refs.ris']);
  expect(contentInZip('sources/export.zip/none.ris')).toBeUndefined();
  expect(contentInZip('sources/none.zip/refs.ris')).toBeUndefined();
  vi.unstubAllEnvs();
});
