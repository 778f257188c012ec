/**
 * What the help of the search page shows, in this order; each example is a link, and each is run by
 * `tests/search/help.test.ts`.
 */
export const examples = [
  { query: 'interpreters trust', key: 'words' },
  { query: '"therapeutic alliance"', key: 'phrase' },
  { query: 'interpret*', key: 'beginning' },
  { query: 'refugees OR 难民', key: 'or' },
  { query: 'alliance NOT digital', key: 'not' },
  { query: 'alliance -digital', key: 'minus' },
  { query: '(refugees OR migrants) AND professionals', key: 'brackets' },
  { query: 'author:potocky', key: 'author' },
  { query: 'year:2019..2024', key: 'year' },
  { query: 'journal:"Clinical Psychology Review"', key: 'journal' },
  { query: 'title:alliance', key: 'title' },
  { query: 'theme:interpreters', key: 'theme' },
  { query: 'design:"qualitative study"', key: 'design' },
  { query: 'lang:zh', key: 'lang' },
] as const;
