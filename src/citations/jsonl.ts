import type { CitationFormat } from './format.ts';
import { withoutAbstracts } from './json.ts';

/** JSON Lines (jsonlines.org): a record a line, each as `src/domain/paper.ts` describes it. */
export const jsonl: CitationFormat = {
  name: 'jsonl',
  title: { en: 'JSON Lines', zh: 'JSON Lines' },
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  write: (papers, { abstracts = true } = {}) =>
    papers.map((paper) => `${JSON.stringify(abstracts ? paper : withoutAbstracts(paper))}\n`).join(''),
};
