import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditContent } from '../../../../scripts/audit/content.ts';
import { runHere, type Ended } from '../../../support/command.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { papersOf, review } from '../../support.ts';
import { abstract, formats, own, type Facts } from './claims.ts';
import { factsOf, ownPapers, ownReview, run } from './stage.ts';

const command = (script: string, ...args: string[]): Promise<Ended> => runHere(script, args);

const given = ['--reason', 'compared with the journal', '--seen', 'the journal'];

/** A review of one paper, made from its page. */
async function made(facts: Facts = own): Promise<string> {
  const folder = review({ 'sources/page.txt': formats.txt(facts) });
  await run(folder);
  return folder;
}
const paperOf = (folder: string) => [...papersOf(folder).values()][0];
const strict = (folder: string): Promise<Ended> => command('import', '--content', folder, '--strict');

describe('npm run correct -- FOR --confirm', () => {
  test('of a paper writes one decision for each source, and an import with --strict ends with 0 again', async () => {
    const folder = await made();
    writeFileSync(join(folder, 'sources', 'later.ris'), formats.ris({ ...own, abstract, keywords: ['trust'] }));
    const before = await strict(folder);
    expect(before.code).toBe(1);
    expect(before.error).toContain('changed by later.ris: abstract.en "This study examined trust.');
    const [id = ''] = papersOf(folder).keys();
    const { code, out } = await command('correct', '--content', folder, id, '--confirm', ...given, '--by', 'R. Reader');
    expect({ code, error: '' }).toEqual({ code: 0, error: '' });
    expect(out).toContain('later.ris#1: abstract.en, journal, keywords.en');
    expect(out).toContain(`It corrects ${id}.`);
    const [file = ''] = readdirSync(join(folder, 'corrections'));
    const written = readFileSync(join(folder, 'corrections', file), 'utf8');
    expect(written).toMatch(/^for: later\.ris#10\.5555\/later\.1\nreason: compared with the journal\n/u);
    expect(written).toMatch(/by: R\. Reader\nconfirm:\n {2}- abstract\.en\n {2}- journal\n {2}- keywords\.en\n/u);
    expect((await strict(folder)).code).toBe(0);
    expect((await run(folder, { check: true })).differences).toEqual([]);
  });

  test('of one field leaves the others waiting; --refuse takes what was taken out again', async () => {
    const folder = await made({ ...own, abstract: 'Short words. They stand.' });
    writeFileSync(join(folder, 'sources', 'later.ris'), formats.ris({ ...own, abstract, keywords: ['trust'] }));
    await command('correct', '--content', folder, 'later.ris', '--confirm', 'keywords', ...given);
    expect((await run(folder)).pending.map(({ field }) => field)).toEqual(['abstract.en', 'journal']);
    await command('correct', '--content', folder, 'later.ris', '--refuse', ...given);
    expect((await run(folder)).pending).toEqual([]);
    expect(JSON.stringify(paperOf(folder)?.abstracts[0]?.sections)).toContain('Short words.');
    expect(paperOf(folder)?.keywords).toHaveLength(1);
  });

  test('says what is wrong before it writes anything', async () => {
    const folder = await made();
    const wrong = [
      ['page.txt', '--confirm', 'nonsense'],
      ['10.5555/nothing.here', '--confirm'],
      ['page.txt', '--confirm', '--refuse'],
    ];
    for (const args of wrong) {
      const { code, error } = await command('correct', '--content', folder, ...args, ...given);
      expect(code).toBe(2);
      expect(error).toContain('Nothing was written.');
      expect(existsSync(join(folder, 'corrections'))).toBe(false);
    }
  });
});

describe('npm run add', () => {
  const offer = (files: Record<string, string>): string => temporaryFolder(files);

  test('of a source that confirms a paper and only adds to it leaves nothing waiting: ids.yaml names it', async () => {
    const folder = await made();
    const from = offer({ 'later.nbib': formats.nbib({ ...own, abstract, pmid: '40000001' }) });
    const { code } = await command('add', '--content', folder, '--strict', from);
    expect(code).toBe(0);
    expect(paperOf(folder)?.pmid?.value).toBe('40000001');
    expect(readFileSync(join(folder, 'ids.yaml'), 'utf8')).toContain('records: [ later.nbib ]');
    const again = await run(folder, { check: true });
    expect(again).toMatchObject({ differences: [], pending: [], notices: [] });
  });

  test('of one that would replace a value shows which, and the command that confirms it', async () => {
    const folder = await made({ ...own, abstract: 'Short words. They stand.' });
    const { error } = await command(
      'add',
      '--content',
      folder,
      offer({ 'later.ris': formats.ris({ ...own, abstract }) }),
    );
    expect(error).toContain('abstract.en "This study examined trust.');
    expect(error).toContain('npm run correct -- "later.ris#1" --confirm');
    expect((await run(folder)).pending).toMatchObject([{ field: 'abstract.en', taken: false }, { field: 'journal' }]);
  });

  test('of a newer scrape under the old name takes its place, also where the old one said nothing of the paper', async () => {
    const folder = await made();
    const [id = ''] = papersOf(folder).keys();
    const newer = formats.txt({ ...own, pages: '45-59' });
    await command('add', '--content', folder, offer({ 'page.txt': newer }));
    expect(papersOf(folder).get(id)?.pages?.value).toBe('45-59');
    expect(await run(folder, { check: true })).toMatchObject({ differences: [], pending: [], notices: [] });
  });

  test('does not treat a sidecar’s word as a person’s, unless an option says so', async () => {
    const other = formats.txt({ title: 'Quite another title that the journal gave it later', abstract });
    const files = { 'new.txt': other, 'new.txt.meta.yaml': 'replaces: page.txt\nretrieved: 2030-01-01\n' };
    const [folder, trusting] = [await made(), await made()];
    const told = await command('add', '--content', folder, offer(files));
    expect(told.error).toContain('sidecar-not-believed');
    expect(papersOf(folder).size).toBe(2);
    await command('add', '--content', trusting, '--trust-sidecars', offer(files));
    expect(papersOf(trusting).size).toBe(1);
    expect(paperOf(trusting)?.titles[0]?.text).toContain('Quite another title');
    // It is written to ids.yaml, so that every clone knows it.
    expect(readFileSync(join(trusting, 'ids.yaml'), 'utf8')).toContain('new.txt');
    expect((await run(trusting, { check: true })).differences).toEqual([]);
  });

  test('of a newer scrape whose sidecar names another paper’s page replaces the one with the same name', async () => {
    const folder = review({
      'sources/page.txt': formats.txt(own),
      'sources/other.txt': formats.txt({
        title: 'Something else that nobody should lose: a survey',
        authors: ['Other, Una'],
        abstract,
      }),
    });
    await run(folder);
    const sidecar = 'replaces: other.txt\n';
    await command('add', '--content', folder, offer({ 'page.txt': formats.txt({ ...own, pages: '45-59' }), 'page.txt.meta.yaml': sidecar })); // prettier-ignore
    expect(papersOf(folder).size).toBe(2);
    expect(readFileSync(join(folder, 'sources', 'page~2.txt.meta.yaml'), 'utf8')).toContain('replaces: page.txt');
  });
});

test('a quotation that is no longer correct is reported with the source that changed the sentence', async () => {
  const paper = ownPapers.find(({ id }) => id.startsWith('tremain'));
  const facts = paper ? factsOf(paper) : {};
  const text = formats.nbib({ ...facts, abstract: 'Nothing of what stood here stands here now.', pmid: '32763881' });
  const folder = ownReview({ 'sources/zz.nbib': text });
  const decide = (what: string): void =>
    writeFileSync(
      join(folder, 'corrections', 'zz.yaml'),
      `for: zz.nbib\n${what}: [abstract]\nreason: seen\nseen: [the journal]\n`,
    );
  mkdirSync(join(folder, 'about'), { recursive: true });
  const [sentence] = paper?.abstracts[0]?.sections[0]?.blocks[0]?.sentences ?? [];
  writeFileSync(
    join(folder, 'about', 'en.mdx'),
    `---\ntitle: About\nsummary: About.\nupdated: '2026-11-22'\n---\n\n<q cite="/papers/${paper?.id ?? ''}/#${sentence?.anchor ?? ''}" lang="en">${sentence?.text ?? ''}</q>\n`,
  );
  const quotations = () => auditContent(folder).filter(({ rule }) => rule.startsWith('quotation'));
  expect(quotations()).toEqual([]);
  // All else of the record confirms the paper, and yet it rewrites nothing: that would end every build.
  await run(folder);
  expect(quotations()).toEqual([]);
  decide('confirm');
  await run(folder);
  const [notice] = quotations();
  expect(notice).toMatchObject({ severity: 'error', expected: expect.stringContaining('zz.nbib') as string });
  expect(notice?.remedy).toContain('npm run correct -- "zz.nbib" --refuse abstract');
  decide('refuse');
  await run(folder);
  expect(quotations()).toEqual([]);
});
