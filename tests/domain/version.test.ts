import { describe, expect, test } from 'vitest';
import type { Paper } from '#domain/paper';
import { changesBetween, inOrder, parts, versionOf, versionSchema, versionText, type Version } from '#domain/version';
import { allFields, chinese, minimal, paper, title } from '../citations/support/papers.ts';

const about = { version: '1', date: '2026-11-21' };
const none = new Map<string, string>();
const saved = (papers: readonly Paper[]): Version =>
  versionSchema.parse(JSON.parse(versionText(versionOf(papers, about))));

test('a version is read back as it was written, a line for each paper, in one order', () => {
  const papers = [allFields, chinese, minimal];
  expect(saved(papers)).toEqual(versionOf(papers, about));
  expect(versionText(versionOf(papers, about))).toBe(versionText(versionOf([...papers].reverse(), about)));
  expect(
    versionText(versionOf(papers, about))
      .split('\n')
      .filter((line) => line.includes('"digests"')),
  ).toHaveLength(3);
});

test('a version grows by at most a few hundred bytes a paper, however long its texts are', () => {
  const long = paper('a-2020-b', { titles: [title('t '.repeat(5000))] });
  const sizes = [[], [long]].map((papers) => Buffer.byteLength(versionText(versionOf(papers, about))));
  expect((sizes[1] ?? 0) - (sizes[0] ?? 0)).toBeLessThan(600);
});

describe('what differs', () => {
  const changedIn = (before: Paper, after: Paper) =>
    changesBetween(saved([before]), saved([after]), none).changed.map(({ parts: named }) => named);

  test.each<[string, Partial<Paper>, string[]]>([
    ['titles', { titles: [title('another title')] }, ['titles']],
    [
      'a letter of another case',
      { titles: allFields.titles.map((it) => ({ ...it, text: it.text.toUpperCase() })) },
      ['titles'],
    ],
    ['pages', { pages: { value: '9-10', from: allFields.titles[0]?.from ?? [] } }, ['publication']],
    ['the abstract', { abstracts: [] }, ['abstract']],
    ['keywords', { keywords: [] }, ['keywords']],
    [
      'where the title was read',
      { titles: allFields.titles.map((it) => ({ ...it, from: [{ rule: 'x', from: [] }] as never })) },
      [],
    ],
    ['text that nobody could classify', { unclassified: 7 }, []],
  ])('%s', (_, change, expected) => {
    expect(changedIn(allFields, { ...allFields, ...change }).flat()).toEqual(expected);
  });

  test('papers that came, went, changed and moved; each is one of them', () => {
    const [a, b, c] = [paper('a-2020-a', {}), paper('b-2020-b', {}), paper('constructor', {})];
    const moved = paper('z-2020-z', {});
    const changes = changesBetween(
      saved([a, b, paper('old-2020-z', {})]),
      saved([{ ...a, titles: [title('new')] }, c, moved]),
      new Map([['old-2020-z', 'z-2020-z']]),
    );
    expect(changes.added.map(({ id }) => id)).toEqual(['constructor']);
    expect(changes.changed).toMatchObject([
      { id: 'a-2020-a', parts: ['titles'] },
      { id: 'z-2020-z', parts: [], was: 'old-2020-z' },
    ]);
    expect(changes.withdrawn.map(({ id }) => id)).toEqual(['b-2020-b']);
  });

  test('a paper that is withdrawn with a notice is withdrawn, though its record is still there', () => {
    const gone = paper('a-2020-a', {
      status: [{ kind: 'withdrawn-from-review', from: [{ correction: 'x', seen: 'x' }] }],
    });
    const { withdrawn, changed } = changesBetween(saved([paper('a-2020-a', {})]), saved([gone]), none);
    expect([withdrawn.map(({ id }) => id), changed]).toEqual([['a-2020-a'], []]);
  });

  test('only parts that both versions have are compared', () => {
    const older = { ...saved([allFields]), parts: parts.map((part) => (part === 'status' ? 'state' : part)) };
    const changed = { ...allFields, status: [{ kind: 'corrected' as const, from: [{ correction: 'x', seen: 'x' }] }] };
    expect(changesBetween(older, saved([changed]), none).changed).toEqual([]);
  });
});

test('versions follow each other by date, and 1.10 comes after 1.9', () => {
  const of = (version: string, date: string): Version => ({ version, date, parts: [], papers: {} });
  const versions = [of('1.10', '2026-02-01'), of('2', '2025'), of('1.9', '2026-02-01')];
  expect(inOrder(versions).map(({ version }) => version)).toEqual(['2', '1.9', '1.10']);
});

test.each(['../x', '1 0', '', '.1', '1.', 'a'.repeat(41)])('%j is no name of a version', (version) => {
  expect(versionSchema.safeParse({ version, date: '2026', parts: [], papers: {} }).success).toBe(false);
});
