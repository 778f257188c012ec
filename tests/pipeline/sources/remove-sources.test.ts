import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { papersTakenOut, removalSchema, type Removal } from '#domain/removal';
import { readExcluded } from '../../../scripts/pipeline/decisions/read-decisions.ts';
import { addSources } from '../../../scripts/pipeline/sources/add-sources.ts';
import { listSources } from '../../../scripts/pipeline/read/list.ts';
import { removeSources, type Removed } from '../../../scripts/pipeline/sources/remove-sources.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { filesBelow, importFolder, papersOf, review } from '../support.ts';

const today = '2026-11-29';
const remove = (contentDir: string, names: string[], more: Partial<Removal> = {}): Promise<Removed> =>
  removeSources(names, { contentDir, reason: 'Not on alliance.', today, ...more });

/** A page without DOI, and a database's record of it with further identifiers. */
const page = `Repairing ruptures with interpreters present: an interview study
Maria Garcia, Tom van der Berg
J Test Alliance. 2022 Mar;9(2):101-115.
Abstract
Twelve interpreters were interviewed. Trust was rebuilt when roles were named.
`;
const id = 'garcia-2022-repairing-ruptures-interpreters';
const twin = `TY  - JOUR
AU  - Garcia, Maria
AU  - van der Berg, Tom
TI  - Repairing ruptures with interpreters present: an interview study
PY  - 2022
JO  - J Test Alliance
VL  - 9
IS  - 2
SP  - 101
EP  - 115
ER  - 
`;
const other = (doi = '10.5555/other'): string =>
  `TY  - JOUR\nAU  - Example, Ana\nTI  - Trust in the care of others\nPY  - 2021\nDO  - ${doi}\nER  - \n`;

const decision = (content: string, name: string): Removal =>
  removalSchema.parse(parse(readFileSync(join(content, 'removed', name, 'decision.yaml'), 'utf8')));

async function imported(files: Record<string, string>): Promise<string> {
  const content = review(files);
  await importFolder(content);
  return content;
}

describe('a source that is removed', () => {
  test('goes with its sidecar beside the decision; its paper is in no record, and its id stays', async () => {
    const sidecar = 'url: https://example.org/a\n';
    const content = await imported({
      'sources/page.txt': page,
      'sources/page.txt.meta.yaml': sidecar,
      'sources/other.ris': other(),
    });
    const ids = readFileSync(join(content, 'ids.yaml'), 'utf8');
    const { removed, told, result } = await remove(content, ['page.txt'], { reasonZh: '与联盟无关。', by: 'Ana' });
    expect({ told, folders: removed.map(({ folder }) => folder) }).toEqual({
      told: [],
      folders: [join(content, 'removed', 'page.txt')],
    });
    expect(result?.counts).toMatchObject({ papers: 1, sources: 1, newIds: 0 });
    expect([...papersOf(content).keys()]).toEqual(['example-2021-trust-care-others']);
    expect(filesBelow(join(content, 'sources'))).toEqual({ 'other.ris': other() });
    const { 'page.txt/decision.yaml': _, ...kept } = filesBelow(join(content, 'removed'));
    expect(kept).toEqual({ 'page.txt/sources/page.txt': page, 'page.txt/sources/page.txt.meta.yaml': sidecar });
    expect(decision(content, 'page.txt')).toMatchObject({
      source: 'page.txt',
      reason: 'Not on alliance.',
      reasonZh: '与联盟无关。',
      by: 'Ana',
      date: today,
      papers: [
        { id, title: { language: 'en', text: expect.stringMatching(/^Repairing ruptures/u) as string }, others: [] },
      ],
    });
    expect(readFileSync(join(content, 'ids.yaml'), 'utf8')).toBe(ids);
    expect((await importFolder(content, { check: true })).differences).toEqual([]);
  });

  test.each([
    ['a source of its own', { 'sources/twin.ris': twin }],
    ['one record of many', { 'sources/twin.ris': twin + other() }],
  ])('leaves its paper where it was, made of what is left: %s', async (_, files) => {
    const content = await imported({ 'sources/page.txt': page });
    writeFileSync(join(content, 'sources', 'twin.ris'), Object.values(files)[0] ?? '');
    await importFolder(content);
    expect(
      papersOf(content)
        .get(id)
        ?.sources.map(({ file }) => file)
        .sort(),
    ).toEqual(['page.txt', 'twin.ris']);
    const { result } = await remove(content, ['page.txt']);
    const paper = papersOf(content).get(id);
    expect(paper?.sources.map(({ file }) => file)).toEqual(['twin.ris']);
    expect(paper?.abstracts).toEqual([]);
    expect(result?.counts.newIds).toBe(0);
    expect(result?.pending).toEqual([]);
    expect((await importFolder(content, { check: true })).differences).toEqual([]);
  });

  test('comes back to its address when the kept file is added again, and can go again', async () => {
    const content = await imported({ 'sources/page.txt': page });
    await remove(content, ['page.txt']);
    const kept = listSources(join(content, 'removed', 'page.txt', 'sources'));
    const { taken } = await addSources(kept, { contentDir: content, today });
    expect(taken).toMatchObject([{ file: 'page.txt', was: 'new' }]);
    expect([...papersOf(content).keys()]).toEqual([id]);
    await remove(content, ['page.txt'], { reason: 'Again.', date: today });
    expect(decision(content, 'page~2.txt')).toMatchObject({ source: 'page.txt', reason: 'Again.' });
    expect(papersOf(content).size).toBe(0);
  });

  test('leaves its name to no other paper, which would take its address', async () => {
    const content = await imported({ 'sources/page.txt': page });
    await remove(content, ['page.txt']);
    const strange = page.replace('Repairing ruptures', 'Naming roles').replace('Maria Garcia', 'Lin Wang');
    const { taken } = await addSources(listSources(temporaryFolder({ 'page.txt': strange })), {
      contentDir: content,
      today,
    });
    expect(taken).toMatchObject([{ file: 'page~2.txt', was: 'other' }]);
    expect([...papersOf(content).keys()]).toEqual(['wang-2022-naming-roles-interpreters']);
  });

  test('may be several at once, and one that is about no paper', async () => {
    const content = await imported({ 'sources/page.txt': page, 'sources/twin.ris': twin, 'sources/note.txt': 'note' });
    const { removed } = await remove(content, ['page.txt', 'twin.ris', 'note.txt', 'page.txt']);
    expect(removed.map(({ removal }) => [removal.source, removal.papers.map((it) => [it.id, it.others])])).toEqual([
      ['page.txt', [[id, []]]],
      ['twin.ris', [[id, []]]],
      ['note.txt', []],
    ]);
    expect(papersOf(content).size).toBe(0);
  });
});

describe('nothing is changed', () => {
  test.each([
    ['nothing of that name', 'pagg.txt', 'nothing of that name'],
    ['a part of a name', 'page', 'did you mean page.txt?'],
    ['an empty name', '', 'nothing of that name'],
    ['a path out of the folder', '../site.yaml', 'nothing of that name'],
    ['a folder', 'more', 'nothing of that name'],
    ['a sidecar', 'page.txt.meta.yaml', 'name page.txt: its sidecar goes with it'],
  ])('where one of the names is %s', async (_, name, words) => {
    const content = await imported({
      'site.yaml': 'x: 1',
      'sources/page.txt': page,
      'sources/page.txt.meta.yaml': 'url: https://example.org/a\n',
      'sources/more/other.ris': other(),
    });
    const before = filesBelow(content);
    const { removed, told } = await remove(content, ['page.txt', name]);
    expect(removed).toEqual([]);
    expect(told).toMatchObject([{ severity: 'error', rule: 'no-such-source' }]);
    expect(`${told[0]?.seen} ${told[0]?.remedy}`).toContain(words);
    expect(filesBelow(content)).toEqual(before);
  });

  test('where a decision is broken, which is reported', async () => {
    const content = await imported({ 'sources/page.txt': page });
    mkdirSync(join(content, 'removed', 'x'), { recursive: true });
    writeFileSync(join(content, 'removed', 'x', 'decision.yaml'), 'source: x\nreason: [\n');
    const { removed, result } = await remove(content, ['page.txt']);
    expect(removed).toEqual([]);
    expect(result?.notices.filter(({ severity }) => severity === 'error')[0]?.place).toMatchObject({
      file: 'removed/x/decision.yaml',
    });
    expect(existsSync(join(content, 'sources', 'page.txt'))).toBe(true);
    expect(papersOf(content).size).toBe(1);
  });
});

test('of several decisions on a paper that is gone the last one counts, and none on one that is there', () => {
  const of = (date: string, ...ids: string[]): Removal => ({
    source: 'a.txt',
    sha256: '0'.repeat(64),
    reason: date,
    date,
    papers: ids.map((one) => ({ id: one, others: [] })),
  });
  const gone = papersTakenOut(
    {
      removals: [of('2026-03-01', 'a', 'b'), of('2026-01-01', 'a'), of('2026-02-01', 'c')],
      excluded: [{ id: 'b', stage: 'full-text', criteria: ['topic'] }],
      aliases: new Map([
        ['old-a', 'a'],
        ['old-c', 'c'],
        ['d', 'b'],
      ]),
    },
    (it) => it === 'c' || it === 'd',
  );
  const dates = [...gone].map(([one, { because }]) => [
    one,
    'removal' in because ? because.removal.date : because.exclusion.stage,
  ]);
  expect(dates).toEqual([
    ['a', '2026-03-01'],
    ['b', 'full-text'],
    ['old-a', '2026-03-01'],
  ]);
});

test('a paper that screening excludes is in the ledger, for its address to say so', async () => {
  const content = await imported({ 'sources/page.txt': page, 'sources/other.ris': other() });
  const note = { en: 'On interpreters alone.', zh: '仅涉及口译员。' };
  writeFileSync(
    join(content, 'screening.yaml'),
    `decisions: [{ for: page.txt, decision: excluded, stage: full-text, criteria: [topic], note: ${JSON.stringify(note)} }]`,
  );
  const { counts } = await importFolder(content);
  expect(counts).toMatchObject({ papers: 1, excluded: 1 });
  const expected = [
    {
      id,
      title: { language: 'en', text: 'Repairing ruptures with interpreters present: an interview study' },
      stage: 'full-text',
      criteria: ['topic'],
      note,
    },
  ];
  expect(readExcluded(content, [])).toEqual(expected);
  expect((await importFolder(content, { check: true })).differences).toEqual([]);
  writeFileSync(join(content, 'screening.yaml'), 'decisions: []');
  await importFolder(content);
  expect([readExcluded(content, []), papersOf(content).size]).toEqual([[], 2]);
});
