import { makePaper, type Decided, type MadePaper, type Workshop } from './make-paper.ts';
import { stride } from '../read/read-all.ts';

/** A paper made, without its text, which waits in the store. */
export interface Made extends Omit<MadePaper, 'finished'> {
  id: string;
  decided: Decided;
  reused: boolean;
}

/** Makes every paper, one at a time. */
export async function makeAll(
  groups: readonly Decided[],
  shop: Workshop,
  onProgress: (text: string) => void,
): Promise<Made[]> {
  const papers: Made[] = [];
  for (const [i, decided] of groups.entries()) {
    const { made, reused } = makePaper(decided, shop);
    const { finished: _, ...rest } = made;
    papers.push({ ...rest, id: '', decided, reused });
    if ((i + 1) % stride === 0) {
      onProgress(`made ${i + 1} of ${groups.length} papers`);
      await new Promise(setImmediate);
    }
  }
  return papers;
}
