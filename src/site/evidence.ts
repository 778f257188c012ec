import type { ConceptRef } from '#domain/concept';
import type { Paper, Sentence } from '#domain/paper';

/** A theme that a sentence evidences; `again` where an earlier sentence of the same text has named it. */
export interface SentenceTheme {
  theme: ConceptRef;
  again: boolean;
}

/** For each sentence of a paper, by its anchor, the themes that it evidences. */
export function themesBySentence(paper: Paper): ReadonlyMap<string, SentenceTheme[]> {
  const evidenced = new Map<string, Set<ConceptRef>>();
  for (const { concept, evidence } of paper.concepts) {
    if (!concept.startsWith('themes/')) continue;
    for (const { anchor } of evidence)
      if (anchor !== undefined) evidenced.set(anchor, (evidenced.get(anchor) ?? new Set()).add(concept));
  }
  const found = new Map<string, SentenceTheme[]>();
  for (const { sections } of [...paper.abstracts, ...(paper.digest ? [paper.digest] : [])]) {
    const named = new Set<ConceptRef>();
    for (const { anchor } of sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))) {
      const themes = evidenced.get(anchor);
      if (!themes || found.has(anchor)) continue;
      const notes = [...themes].map((theme) => ({ theme, again: named.has(theme) }));
      found.set(anchor, notes);
      for (const theme of themes) named.add(theme);
    }
  }
  return found;
}

/** Every sentence of a paper by its anchor, its digest's included, with the language it stands in. */
export function sentencesOf(paper: Paper): ReadonlyMap<string, Sentence & { language: string }> {
  const found = new Map<string, Sentence & { language: string }>();
  for (const part of [...paper.abstracts, ...(paper.digest ? [paper.digest] : [])])
    for (const section of part.sections)
      for (const block of section.blocks)
        for (const sentence of block.sentences)
          if (!found.has(sentence.anchor)) found.set(sentence.anchor, { ...sentence, language: part.language });
  return found;
}
