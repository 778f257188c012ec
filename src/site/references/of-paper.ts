/** The references of one paper, as its page and the records for the browser have them. */

import { citedIn } from '#citations/cited-in';
import { toCsl } from '#citations/csl';
import type { Paper } from '#domain/paper';
import type { Mark } from '#domain/text';
import { paperReferencesOf } from './index.ts';
import { namesakeKey } from './list.ts';

/** A paper's references in the styles that the build sets, by the id of the style. */
export interface PaperReferences {
  /** Equal for works that a style may have to distinguish. */
  namesake: string;
  styles: Record<string, { text: string; marks: Mark[]; capitals?: 'derived' }>;
  /** The same in Chinese, where the work can be cited so. */
  zh?: PaperReferences['styles'];
  /** The work has an address and no DOI. */
  webOnly?: true;
}

/** The references of a paper, with the key that shows which works a list must distinguish. */
export function paperReferences(paper: Paper): PaperReferences {
  const [usual = {}, zh] = citedIn(paper).map(({ item }) =>
    Object.fromEntries(
      paperReferencesOf(item).map(({ style, reference, capitals }) => [
        style.id,
        { ...reference, ...(capitals ? { capitals } : {}) },
      ]),
    ),
  );
  return {
    namesake: namesakeKey(toCsl(paper)),
    styles: usual,
    ...(zh ? { zh } : {}),
    ...(!paper.doi && paper.url ? { webOnly: true } : {}),
  };
}
