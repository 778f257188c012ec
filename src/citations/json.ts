import type { CitationFormat } from './format.ts';

/** The records themselves, as `src/domain/paper.ts` describes them: an array, also of one. */
export const json: CitationFormat = {
  name: 'json',
  title: { en: 'The record (JSON)', zh: '完整记录（JSON）' },
  extension: 'json',
  mediaType: 'application/json',
  write(papers, { abstracts = true } = {}) {
    const records = abstracts ? papers : papers.map((paper) => ({ ...paper, abstracts: [] }));
    return JSON.stringify(records, null, 2) + '\n';
  },
};
