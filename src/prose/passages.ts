/** The continuous texts of a paper, sentence by sentence. */

import type { Language } from '#domain/language';
import type { Abstract, Digest, Paper } from '#domain/paper';
import type { Role } from '#domain/role';

/** A continuous text of a paper that may be quoted: one title, one abstract or one digest. */
export interface Passage {
  kind: 'title' | 'abstract' | 'digest';
  language: Language;
  role: Role;
  /** In order; a title is one sentence without anchor. */
  sentences: { anchor?: string; text: string }[];
}

const sentencesOf = (text: Pick<Abstract | Digest, 'sections'>): { anchor: string; text: string }[] =>
  text.sections.flatMap((section) => section.blocks).flatMap((block) => block.sentences);

export const passagesOf = (paper: Paper): Passage[] => [
  ...paper.titles.map(({ language, role, text }): Passage => ({
    kind: 'title',
    language,
    role,
    sentences: [{ text }],
  })),
  ...paper.abstracts.map((abstract): Passage => ({
    kind: 'abstract',
    language: abstract.language,
    role: abstract.role,
    sentences: sentencesOf(abstract),
  })),
  ...(paper.digest
    ? [
        {
          kind: 'digest',
          language: paper.digest.language,
          role: 'original',
          sentences: sentencesOf(paper.digest),
        } satisfies Passage,
      ]
    : []),
];
