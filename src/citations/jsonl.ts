/** JSON Lines (jsonlines.org): one record per line, each as `src/domain/paper.ts` describes it. */

import { formatOfPieces } from './format.ts';
import { withoutAbstracts } from './json.ts';

export const jsonl = formatOfPieces({
  name: 'jsonl',
  title: { en: 'JSON Lines', zh: 'JSON Lines' },
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  piece: (paper, { abstracts = true }) => `${JSON.stringify(abstracts ? paper : withoutAbstracts(paper))}\n`,
  file: (pieces) => pieces.join(''),
});
