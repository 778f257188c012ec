import { SaxesParser } from 'saxes';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Paper } from '#domain/paper';
import { allFields, chinese, minimal, paper, title } from '../citations/support/papers.ts';

let atomFeed: (typeof import('../../src/site/feed.ts'))['atomFeed'];
let excerpt: (typeof import('../../src/site/feed.ts'))['excerpt'];
beforeAll(async () => {
  vi.stubEnv('SITE', 'https://example.org');
  ({ atomFeed, excerpt } = await import('../../src/site/feed.ts'));
});

const facts = { title: 'A review', lang: 'en', path: 'papers/', file: 'feed.xml', updated: '2026-11-21' } as const;

/** Names of elements and how often each is in the text; throws where the XML is not well formed. */
function elements(xml: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const parser = new SaxesParser();
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name }) => (counts[name] = (counts[name] ?? 0) + 1));
  parser.write(xml).close();
  return counts;
}

test('a feed has what RFC 4287 asks for, an entry a paper', () => {
  const hostile = paper('a-2020-b', { titles: [title(']]></title><script>x</script> & more')] });
  const papers: Paper[] = [allFields, chinese, minimal, hostile];
  const xml = atomFeed(facts, papers);
  const counts = elements(xml);
  expect(counts).toMatchObject({ feed: 1, entry: 4, id: 5, title: 5, updated: 5, summary: 1 });
  expect(counts['author']).toBeGreaterThanOrEqual(4);
  expect(counts['script']).toBeUndefined();
  expect(xml).toContain('<title xml:lang="zh-Hans">心理治疗中的治疗联盟：一项质性研究</title>');
  expect(xml).toContain('<link rel="self" type="application/atom+xml" href="https://example.org/feed.xml"/>');
});

test('a feed has a hundred entries at most', () => {
  const papers = Array.from({ length: 130 }, (_, i) => paper(`a-2020-${i}`, { titles: [title(`T ${i}`)] }));
  expect(elements(atomFeed(facts, papers))['entry']).toBe(100);
});

test.each([
  ['short', 10, 'short'],
  ['one two three', 9, 'one two…'],
  ['治疗联盟治疗联盟', 4, '治疗联盟…'],
  ['𝒜𝒜𝒜𝒜', 2, '𝒜𝒜…'],
])('an excerpt of %s', (text, length, expected) => {
  expect(excerpt(text, length)).toBe(expected);
});
