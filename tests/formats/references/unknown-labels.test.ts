import { expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { draftAtOnce } from '../../../scripts/pipeline/read/draft.ts';
import { recordOf } from '../../../scripts/pipeline/read/flat-reading.ts';

const second = 'Title: Rolls at night\nAuthors: Ostrander, Lu\nJournal: Rolls\nYear: 2019\nAbstract: At night.\n';

test.each([
  [
    'a label with an apostrophe',
    `Title: Slow dough\nAuthors: Vey, Paula\nJournal: Bread Studies\nBaker's dozen: thirteen loaves\nYear: 2018\nAbstract: It is slow.\n\n${second}`,
    "Baker's dozen",
  ],
  [
    'a label before a sentence, below a short value',
    `Title: Slow dough\nAuthors: Vey, Paula\nJournal: Bread Studies\nFunding note: The guild paid all of it.\nYear: 2018\nAbstract: It is slow.\n\n${second}`,
    'Funding note',
  ],
  [
    'a label with a value of two lines',
    `Title: Slow dough\nAuthors: Vey, Paula\nJournal: Bread Studies\nPrize committee: three bakers\nof two towns\nYear: 2018\nAbstract: It is slow.\n\n${second}`,
    'Prize committee',
  ],
  [
    'a label alone, its value below',
    'TITLE\n  Slow dough\nAUTHOR NAMES\n  Vey P.\nSOURCE\n  Bread Studies (2018) 5:2 (83-98). Date of Publication: 2018\nBAKER PRIZE\n  First class\nABSTRACT\n  It is slow.\n\nTITLE\n  Rolls at night\nAUTHOR NAMES\n  Ostrander L.\nSOURCE\n  Rolls (2019) 6:1 (1-9). Date of Publication: 2019\nABSTRACT\n  At night.\n',
    'BAKER PRIZE',
  ],
  [
    'a label in Chinese brackets',
    '【篇名】慢面团\n【作者】韦保拉\n【刊名】Bread Studies\n【获奖情况】一等奖\n【年】2018\n【摘要】慢。\n\n【篇名】夜间的面包卷\n【作者】欧阳露\n【刊名】面包卷\n【年】2019\n【摘要】夜间。\n',
    '获奖情况',
  ],
  [
    "a label of NoteExpress' form",
    '{Reference Type}: Journal Article\n{Title}: 慢面团\n{Author}: 韦保拉\n{Journal}: Bread Studies\n{Prize}: 一等奖\n{Year}: 2018\n\n{Reference Type}: Journal Article\n{Title}: 夜间的面包卷\n{Author}: 欧阳露\n{Year}: 2019\n',
    'PRIZE',
  ],
])('%s, once: no value takes it in, and it is told', (_, text, label) => {
  const { reading, notices } = draftAtOnce(sourceText('export.txt', text));
  expect(reading.drafts.map(recordOf)).toMatchObject([{ journal: 'Bread Studies', year: 2018 }, { year: 2019 }]);
  expect(notices.map(({ rule, seen }) => `${rule}: ${seen}`)).toEqual([`label-not-known: the label "${label}"`]);
});

test.each([
  [
    'NoteExpress',
    '{Reference Type}: Thesis\n{Title}: 慢面团\n{Author}: 韦保拉\n{Tertiary Author}: 罗金\n{Translated Journal}: Bread Studies\n{Year}: 2018\n',
  ],
  ['VIP', `Title:慢面团\nAuthor:韦保拉\nSource:面包研究\nYear:2018\nCN:11-1234/B\nAbstract:慢。\n\n${second}`],
])('labels of %s that say nothing of the paper are known', (_, text) =>
  expect(draftAtOnce(sourceText('export.txt', text)).notices).toEqual([]),
);

test('a line of an abstract with a colon is text, not a label', () => {
  const text = `Title: Slow dough\nAuthors: Vey, Paula\nJournal: Bread Studies\nYear: 2018\nAbstract: It is slow.\nTwo towns: loaves were small.\nNobody slept.\n\n${second}`;
  const { reading, notices } = draftAtOnce(sourceText('export.txt', text));
  expect(reading.drafts.map(recordOf)[0]?.abstract).toBe('It is slow. Two towns: loaves were small. Nobody slept.');
  expect(notices).toEqual([]);
});

test('names in a plain list beside metadata that state no authors are the authors; those of the editors are not', () => {
  const meta = ['title" content="Slow dough and the worries of bakers', 'journal_title" content="Bread Studies', 'doi" content="10.5555/bread.7']; // prettier-ignore
  const page = (names: string): string =>
    `<!DOCTYPE html><html lang="en"><head>${meta.map((one) => `<meta name="citation_${one}">`).join('')}</head><body><ul><li>Home</li><li>Journals</li></ul><h1>Slow dough and the worries of bakers</h1>${names}<h2>Abstract</h2><p>${'Bakers worry about their loaves, and slow dough lowers the worries of bakers. '.repeat(4)}</p><h3>Editors</h3><ul><li>Franz Dorn</li><li>Ana Berg</li></ul></body></html>`;
  const authorsOf = (names: string) =>
    draftAtOnce(sourceText('page.html', page(names))).reading.drafts.map(recordOf)[0]?.authors;
  expect(authorsOf('<ul><li>Paula Vey</li><li>Kim A. Roe</li></ul>')).toEqual(['Paula Vey', 'Kim A. Roe']);
  expect(authorsOf('')).toBeNull();
});
