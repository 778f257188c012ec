import { describe, expect, test } from 'vitest';
import { runHere } from '../../support/command.ts';
import { importFolder, papersOf, review } from '../support.ts';

const record = (...lines: string[]): string =>
  ['TY  - JOUR', 'T2  - Journal of Made-up Care', 'PY  - 2021', ...lines, 'ER  - ', ''].join('\n');
const paper = record('AU  - Solfjord, Kari', 'TI  - A quiet study of trust');

describe('what an issue has beside its papers', () => {
  test.each(['Call for papers: special issue on trust', 'Editorial Board', 'Table of Contents', '征稿启事', '总目录'])(
    'is no paper: %s',
    async (title) => {
      const folder = review({ 'sources/found.ris': paper + record(`TI  - ${title}`) });
      const { notices, sources } = await importFolder(folder);
      expect([...papersOf(folder).values()].map(({ titles }) => titles[0]?.text)).toEqual(['A quiet study of trust']);
      expect(notices).toMatchObject([{ rule: 'part-of-an-issue', place: { file: 'found.ris', line: 10 } }]);
      expect(sources).toMatchObject([{ outcome: 'read' }]);
    },
  );

  test.each([
    ['somebody signed it', record('TI  - Editorial', 'AU  - Solfjord, Kari')],
    [
      'it has an abstract',
      record('TI  - Introduction to the special issue', 'AB  - Trust is what all of these papers are about.'),
    ],
    ['its title says more', record('TI  - Editorial boards and trust: an interview study')],
  ])('is a paper where %s', async (_, text) => {
    const folder = review({ 'sources/found.ris': text });
    await importFolder(folder);
    expect(papersOf(folder).size).toBe(1);
  });

  test('is one where a person says so, and a file of nothing else is no paper and no fault', async () => {
    const folder = review({ 'sources/found.ris': record('TI  - Editorial Board') });
    expect((await importFolder(folder)).sources).toMatchObject([{ outcome: 'not-a-paper' }]);
    const said = ['--content', folder, '--reason', 'it is one', '--seen', 'the journal'];
    await runHere('correct', ['found.ris#1', 'authors=Solfjord, Kari', ...said]);
    expect(papersOf(folder).size).toBe(1);
  });
});

describe('a notice or letter about another paper has no design and no sample of its own', () => {
  const title = 'Trust by telephone: a randomised controlled trial';
  const abstract = 'AB  - We randomised 120 patients to telephone or clinic. Trust was rated by both groups.';
  const of = async (name: string) => {
    const text = record(`TI  - ${name}`, 'AU  - Solfjord, Kari', abstract);
    const folder = review({ 'sources/found.ris': text }, { vocabulary: true });
    await importFolder(folder);
    const [found] = papersOf(folder).values();
    const designs = found?.concepts.filter(({ concept }) => concept.startsWith('designs/')).length;
    return [designs, found?.samples.length];
  };
  test.each([
    `Erratum: ${title}`,
    `Retraction notice to "${title}"`,
    `Comment on: ${title}`,
    `Reply to Haugland: ${title}`,
    `Expression of concern: ${title}`,
  ])('%s', async (name) => {
    expect(await of(name)).toEqual([0, 0]);
  });
  test('the study itself has them', async () => {
    expect(await of(title)).toEqual([1, 1]);
    expect(await of(`RETRACTED: ${title}`)).toEqual([1, 1]);
  });
});
