import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatNotice, type Notice } from '#domain/notice';
import { auditContent } from '../../scripts/audit/content.ts';
import { readText } from '../../scripts/lib/read-text.ts';
import { importReview } from '../../scripts/pipeline/import-review.ts';
import { projectRoot } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  cpSync(join(projectRoot, 'content'), folder, { recursive: true });
});

/** The notices of the import and the audit for a file with these bytes in place of its first line feed. */
async function saidWith(file: string, bytes: Buffer): Promise<Notice[]> {
  const path = join(folder, file);
  const whole = readFileSync(path);
  const at = whole.indexOf(0x0a);
  writeFileSync(path, Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)]));
  try {
    const { notices } = await importReview({ contentDir: folder, check: true });
    return [...notices, ...auditContent(folder)].filter((notice) => notice.severity === 'error');
  } finally {
    writeFileSync(path, whole);
  }
}

const files = [
  'site.yaml',
  'ids.yaml',
  'screening.yaml',
  'corrections/iversen-2025-themes.yaml',
  'vocabulary/settings.yaml',
  'themes/refugees/zh.mdx',
  'about/en.mdx',
  'papers/iversen-2025-building-sustaining-therapeutic.json',
];

describe.each(files)('%s', (file) => {
  test.each([
    ['a byte of another encoding', Buffer.from([0xe9]), 'not-utf-8', '0xE9'],
    ['a NUL', Buffer.from([0]), 'control-character', 'U+0000'],
  ])('with %s is an error that says where', async (_, bytes, rule, seen) => {
    const column = readFileSync(join(folder, file), 'utf8').split('\n')[0]?.length ?? 0;
    const [first, ...more] = await saidWith(file, bytes);
    expect(first).toMatchObject({ rule, place: { file, line: 1, columns: [column + 1, column + 2] } });
    expect(first && formatNotice(first)).toContain(seen);
    expect(more.filter((notice) => notice.rule === 'yaml-broken')).toEqual([]);
  });
});

test('a file of the project is read as it is, without its byte order mark', () => {
  const notices: Notice[] = [];
  const path = join(temporaryFolder({ 'a.yaml': '\ufeffa: 甲\r\n\tb' }), 'a.yaml');
  expect(readText(path, 'a.yaml', notices)).toBe('a: 甲\r\n\tb');
  expect(notices).toEqual([]);
});
