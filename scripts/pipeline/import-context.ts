import { hashOf, type Store } from '../lib/store/index.ts';
import type { Decisions } from './decisions/decisions.ts';
import { makeDescriber, type Describer } from './describe/describe.ts';
import { makeMatcher } from './describe/matcher.ts';
import type { ImportRun } from './import-options.ts';
import type { Joined } from './join/join-all.ts';
import type { ReadAll } from './read/read-all.ts';

/** What papers are made from: decisions, what was read, which identifiers count. It stays the same for every paper. */
export interface ImportContext extends Decisions, ReadAll, Pick<Joined, 'withheld'> {
  store: Store;
  describe: Describer;
  /** Of the vocabulary: a paper is made anew where it changes. */
  vocabularyHash: string;
  onProgress: (text: string) => void;
}

export function contextOf(
  { store, onProgress }: ImportRun,
  decisions: Decisions,
  read: ReadAll,
  { withheld }: Joined,
): ImportContext {
  const { vocabulary } = decisions;
  return {
    ...decisions,
    ...read,
    withheld,
    store,
    describe: makeDescriber(vocabulary, makeMatcher(vocabulary)),
    vocabularyHash: hashOf(JSON.stringify(vocabulary)),
    onProgress,
  };
}
