import { expect, test } from 'vitest';
import type { Paper } from '#domain/paper';
import { container } from '../../src/site/display.ts';
import { words } from '../../src/site/strings/index.ts';
import { paper } from '../citations/support/papers.ts';

const from = [{ file: 'a.ris', line: 1, columns: [1, 2] as [number, number] }];
const said = (value: string) => ({ value, from });
const label = (type: Paper['type']['value'], values: Partial<Paper>, lang: 'en' | 'zh' = 'en'): string | undefined => {
  const where = container(
    { ...paper('some-id', { event: undefined, ...values }), type: { value: type, from } },
    words(lang),
  );
  return where && where.kind + where.name;
};
const publisher = said('University of Ravenholt');

test.each<[string, string | undefined, string | undefined]>([
  [
    'a journal',
    label('article-journal', { journal: { name: said('Journal of Made-up Care'), publisher } }),
    'Journal of Made-up Care',
  ],
  [
    'the book of a chapter',
    label('chapter', { journal: { name: said('Handbook of Made-up Care'), publisher } }),
    'Handbook of Made-up Care',
  ],
  [
    'a conference',
    label('paper-conference', { journal: undefined, event: said('Made-up Congress') }),
    'Conference paper, Made-up Congress',
  ],
  ['the university of a thesis', label('thesis', { journal: { publisher } }), 'Thesis, University of Ravenholt'],
  ['the same in Chinese', label('thesis', { journal: { publisher: said('虚构大学') } }, 'zh'), '学位论文，虚构大学'],
  ['the house of a book', label('book', { journal: { publisher: said('Harbour Press') } }), 'Book, Harbour Press'],
  ['an article of a journal that is not named', label('article-journal', { journal: { publisher } }), undefined],
])('where a paper appeared: %s', (_, found, expected) => {
  expect(found).toBe(expected);
});
