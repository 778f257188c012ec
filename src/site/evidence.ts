import type { ConceptRef } from '#domain/concept';
import type { Paper, Sentence } from '#domain/paper';

/** For each sentence of a paper, by its anchor, the themes that it evidences. */
export function themesBySentence(paper: Paper): ReadonlyMap<string, ConceptRef[]> {
  const found = new Map<string, ConceptRef[]>();
  for (const { concept, evidence } of paper.concepts) {
    if (!concept.startsWith('themes/')) continue;
    for (const { anchor } of evidence) {
      if (anchor === undefined) continue;
      const list = found.get(anchor);
      if (!list) found.set(anchor, [concept]);
      else if (!list.includes(concept)) list.push(concept);
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
