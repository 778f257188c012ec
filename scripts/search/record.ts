import { zones, type Zone } from '#search/catalogue';
import { boundary, termsOf, wholeTerm } from '#search/terms';
import { cutWords, type HanFold } from '#search/words';
import type { Section, Paper } from '#domain/paper';
import { citedDate } from '#domain/paper';
import { yearOf } from '#domain/date';
import { displayName, invertedName } from '#domain/person';

/** A paper as the index holds it: terms in a row, and how many places each zone takes. */
export interface IndexRecord {
  terms: string[];
  lengths: number[];
}

/** The words of a paper, and of nothing else: what its page shows besides is no part of it. */
export function recordOf(paper: Paper, fold: HanFold): IndexRecord {
  const texts = textsOf(paper);
  const lengths: number[] = [];
  const content: string[] = [];
  for (const zone of zones) {
    const before = content.length;
    for (const text of zone === 'joined' ? [] : texts[zone]) {
      content.push(...termsOf(cutWords(text, fold)), boundary);
    }
    if (zone === 'joined')
      content.push(...joinedTerms([...texts.title, ...texts.keyword, ...texts.abstract, paper.id], fold));
    lengths.push(content.length - before);
  }
  return { terms: content, lengths };
}

/** The texts of each zone; a phrase never reaches from one to the next. */
export function textsOf(paper: Paper): Record<Exclude<Zone, 'joined'>, string[]> {
  const date = citedDate(paper);
  return {
    title: paper.titles.map(({ text }) => text),
    keyword: paper.keywords.map(({ text }) => text),
    abstract: paper.abstracts.flatMap(({ sections }) => sentencesOf(sections)),
    digest: paper.digest ? sentencesOf(paper.digest.sections) : [],
    author: paper.authors.flatMap(({ name }) => [
      ...new Set([displayName(name), invertedName(name), name.written, ...(name.native ? [name.native] : [])]),
    ]),
    journal: [paper.journal?.name, paper.journal?.abbreviation, paper.journal?.nameZh].flatMap((name) =>
      name ? [name.value] : [],
    ),
    identifier: [
      ...[paper.doi, paper.pmid, paper.pmcid, paper.arxiv].flatMap((id) => (id ? [id.value] : [])),
      ...paper.registrations.map(({ value }) => `${value.registry} ${value.id}`),
      ...(date === undefined ? [] : [String(yearOf(date))]),
    ],
    affiliation: paper.affiliations.map(({ text }) => text),
  };
}

const sentencesOf = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) => [
    ...(section.label ? [section.label] : []),
    ...section.blocks.flatMap((block) => block.sentences.map((sentence) => sentence.text)),
  ]);

/** "meta-ethnography" also as one word, for those who write it so. */
function joinedTerms(texts: readonly string[], fold: HanFold): string[] {
  const joined = new Set<string>();
  for (const text of texts)
    for (const [compound] of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu)) {
      const pieces = cutWords(compound, fold);
      if (pieces.every((piece) => piece.kind === 'word'))
        joined.add(wholeTerm(pieces.map((piece) => piece.form).join('')));
    }
  return [...joined].flatMap((term) => [term, boundary]);
}
