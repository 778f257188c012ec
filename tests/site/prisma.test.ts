import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerSchema, type Excluded, type LedgerEntry } from '#domain/ledger';
import type { Paper } from '#domain/paper';
import { prismaItems, prismaSchema, prismaSearchItems } from '#domain/prisma';
import { settleDecisions, screeningSchema, type ScreeningDecision } from '#domain/screening';
import { measured } from '#site/measured';
import { prismaFlow, type PrismaFlow } from '#site/prisma';
import { table } from '#site/strings/index';
import { parse } from 'yaml';
import { paper } from '../citations/support/papers.ts';
import { useSite } from '../support/site.ts';

/** Whether what was taken out and what is left are all that came in. */
const addsUp = (flow: PrismaFlow): boolean =>
  flow.identified ===
    flow.duplicates + flow.notPapers + flow.unreadable + flow.superseded + flow.screened + flow.notScreened &&
  flow.screened === flow.excluded + flow.excludedOnFullText + flow.included;

const decision = (said: Partial<ScreeningDecision>): ScreeningDecision => ({
  for: 'a',
  decision: 'included',
  stage: 'title-and-abstract',
  criteria: [],
  ...said,
});
const [yes, no] = [{ decision: 'included' } as const, { decision: 'excluded' } as const];

describe('several decisions about one paper', () => {
  test.each([
    ['none', [], undefined, false],
    [
      'the last one of a person',
      [
        { ...yes, by: 'A' },
        { ...no, by: 'A' },
      ],
      'excluded',
      false,
    ],
    [
      'two people who agree',
      [
        { ...no, by: 'A' },
        { ...no, by: 'B' },
      ],
      'excluded',
      false,
    ],
    [
      'two people who disagree: the paper stays, and it is said',
      [
        { ...no, by: 'A' },
        { ...yes, by: 'B' },
      ],
      'included',
      true,
    ],
    [
      'in the other order',
      [
        { ...yes, by: 'A' },
        { ...no, by: 'B' },
      ],
      'included',
      true,
    ],
    [
      'one of whom changes their mind',
      [
        { ...no, by: 'A' },
        { ...yes, by: 'B' },
        { ...no, by: 'B' },
      ],
      'excluded',
      false,
    ],
    ['the team’s own, without a name, ends it', [{ ...no, by: 'A' }, { ...yes, by: 'B' }, no], 'excluded', false],
    ['one person after the team', [yes, { ...no, by: 'A' }], 'excluded', false],
    ['the full text outweighs the abstract', [{ ...no, stage: 'full-text' as const }, yes], 'excluded', false],
  ])('%s', (_, said, decided, disputed) => {
    const settled = settleDecisions(said.map(decision));
    expect([settled.decision?.decision, settled.disputed]).toEqual([decided, disputed]);
  });
});

describe('the flow of records', () => {
  const source = (file: string) => ({ file, format: 'ris', sha256: '0'.repeat(64) });
  const entry = (outcome: LedgerEntry['outcome'], papers: string[] = []) =>
    ({ file: outcome, format: 'general', outcome, papers }) as unknown as LedgerEntry;

  test('counts records by format, what was removed and why, and its parts add up', () => {
    const flow = prismaFlow({
      papers: [
        paper('a', { sources: [source('x'), source('y')] }),
        paper('b', { sources: [source('z')] }),
        paper('c', { sources: [source('z')] }),
      ],
      entries: [entry('read', ['a', 'b', 'c']), entry('not-a-paper'), entry('quarantined'), entry('excluded')],
      excluded: [
        { id: 'd', stage: 'title-and-abstract', criteria: ['off-topic'] },
        { id: 'e', stage: 'full-text', criteria: ['off-topic', 'retracted'] },
      ] as Excluded[],
      decisions: [decision({ for: 'a', by: 'A' }), decision({ for: 'a', by: 'B', ...no }), decision({ for: 'b' })],
    });
    expect(flow).toMatchObject({ identified: 8, duplicates: 1, notPapers: 1, unreadable: 1, notScreened: 1 });
    expect(flow).toMatchObject({
      screened: 4,
      excluded: 1,
      assessed: 1,
      excludedOnFullText: 1,
      included: 2,
      disputed: 1,
    });
    expect(flow.reasonsOnFullText.map(({ criterion }) => criterion)).toEqual(['off-topic', 'retracted']);
    expect(addsUp(flow)).toBe(true);
  });

  test.each(['content', 'tests/fixtures/odd-review'])(
    'the built page of %s has the numbers, and they add up',
    async (content) => {
      const site = await useSite({ content });
      const ledger = ledgerSchema.parse(JSON.parse(readFileSync(join(site.content, 'ledger.json'), 'utf8')));
      const papers = JSON.parse(readFileSync(join(site.folder, 'library.json'), 'utf8')) as Paper[];
      const { decisions } = screeningSchema.parse(parse(readFileSync(join(site.content, 'screening.yaml'), 'utf8')));
      const flow = prismaFlow({ papers, entries: ledger.sources, excluded: ledger.excluded ?? [], decisions });
      expect(addsUp(flow)).toBe(true);
      const html = readFileSync(join(site.folder, 'method/index.html'), 'utf8');
      const drawn = [...html.matchAll(/<text [^>]*>([^<]+): (\d+)<\/text>/gu)].map(
        ([, name, count]) => `${name} ${count}`,
      );
      expect(drawn).toContain(`Records identified ${flow.identified}`);
      expect(drawn).toContain(`Papers included ${flow.included}`);
      if (content === 'content') expect([flow.identified, flow.included]).toEqual([5, 5]);
      else expect(drawn).toContain('Excluded on the full text 1');
      expect(html.match(/href="#[a-z-]+"/gu)?.length).toBeGreaterThan(8);
    },
  );
});

test('each item of both checklists has a name, and this review answers all of PRISMA 2020', () => {
  for (const id of [...prismaItems, ...prismaSearchItems]) expect(Object.keys(table)).toContain(`prisma.${id}`);
  const { items, search } = prismaSchema.parse(parse(readFileSync('content/prisma.yaml', 'utf8')));
  expect(prismaItems.filter((id) => !items[id])).toEqual([]);
  expect(search?.text.en).toBe('No search was run.');
  expect(prismaSchema.safeParse({ items: { 28: items['1'] } }).success).toBe(false);
});

test('the figures of the automatic steps are those of the measurements', () => {
  const written = readFileSync('docs/measurements.md', 'utf8');
  for (const { as, command } of measured) {
    expect(written).toContain(as);
    expect(written).toContain(command.replace(/ --.*/u, ''));
  }
});
