import { expect, test } from 'vitest';
import { importFolder, papersOf, review } from '../support.ts';

const paper = `PMID- 31000101
TI  - Loaves and the calm of their bakers.
FAU - Vey, Paula
DP  - 2018
JT  - Bread letters
`;
const notice = (of: string): string => `PMID- 31000104
TI  - Retraction of an article on loaves.
PT  - Retraction of Publication
DP  - 2019
ROF - Bread Lett. 2018 May;1(1):7. ${of}
JT  - Bread letters
`;
const id = 'vey-2018-loaves-calm-bakers';

test.each([
  ['of its PMID', 'PMID: 31000101', ['retracted']],
  ['of another PMID', 'PMID: 31000999', undefined],
])(
  "PubMed's record of a retraction %s: readers of the paper are told, and the notice is no retracted paper",
  async (_, of, told) => {
    const content = review({ 'sources/a.nbib': paper, 'sources/b.nbib': notice(of) });
    await importFolder(content);
    const papers = papersOf(content);
    expect(papers.get(id)?.statusClaims?.map(({ kind }) => kind)).toEqual(told);
    expect([...papers.values()].filter(({ status }) => status.length)).toEqual([]);
    expect(papers.size).toBe(2);
  },
);
