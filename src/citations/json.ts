import type { Paper } from '#domain/paper';
import type { CitationFormat } from './format.ts';

export const withoutAbstracts = (paper: Paper): Paper => ({ ...paper, abstracts: [] });

/**
 * The records themselves, as `src/domain/paper.ts` describes them, with the place that each value was read from: an
 * array; a paper's own file is one object.
 */
export const json: CitationFormat = {
  name: 'json',
  title: { en: 'The record (JSON)', zh: '完整记录（JSON）' },
  extension: 'json',
  mediaType: 'application/json',
  write(papers, { abstracts = true, single = false } = {}) {
    const records = abstracts ? papers : papers.map(withoutAbstracts);
    return JSON.stringify(single ? records[0] : records, null, 2) + '\n';
  },
};
