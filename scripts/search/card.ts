/** Cards of the search index: what a result shows of a paper or a section. */

import type { Card, CardText, SectionCard } from '#search/catalogue';
import { appearedIn, citedDate, type Paper, type Section } from '#domain/paper';
import { yearOf } from '#domain/date';
import { withoutFinalStop } from '#domain/text';
import { joinNames } from '#site/han';
import { hanShown } from '#text/han-marks';
import { someAuthors } from '#site/display';

/** A result quotes one sentence; with a few more it can choose one in the reader's language. */
const mostEvidence = 4;

const mostAuthors = 4;

/**
 * What a list of results shows of a paper. Half-width marks between Chinese characters are full-width here, as the pages
 * show them: a result is read, and the record is on the page of the paper.
 */
export function cardOf(paper: Paper): Card {
  const date = citedDate(paper);
  const journal = appearedIn(paper);
  const texts: CardText[] = [
    ...paper.abstracts.map(({ language, role, sections }): CardText => ({
      in: 'abstract',
      language,
      role,
      sentences: sentencesOf(sections),
    })),
    ...(paper.digest
      ? [{ in: 'digest' as const, language: paper.digest.language, sentences: sentencesOf(paper.digest.sections) }]
      : []),
    ...[...new Set(paper.keywords.map(({ language }) => language))].map((language): CardText => ({
      in: 'keyword',
      language,
      sentences: paper.keywords.filter((keyword) => keyword.language === language).map(({ text }) => ['', text]),
    })),
    ...paper.affiliations.map(({ text }): CardText => ({
      in: 'affiliation',
      language: 'und',
      sentences: [['', text]],
    })),
  ];
  const { names, more } = someAuthors(paper, mostAuthors);
  return {
    id: paper.id,
    titles: paper.titles.map(({ language, role, text }) => ({
      language,
      role,
      text: hanShown(withoutFinalStop(text)),
    })),
    authors: joinNames(names),
    ...(more ? { moreAuthors: more } : {}),
    ...(date === undefined ? {} : { year: yearOf(date) }),
    ...(journal ? { journal: journal.value } : {}),
    ...(paper.doi ? { doi: paper.doi.value } : {}),
    status: paper.status.map(({ kind }) => kind),
    ...(paper.statusClaims ? { claims: paper.statusClaims.map(({ kind }) => kind) } : {}),
    texts,
    evidence: Object.fromEntries(
      paper.concepts.map(({ concept, evidence }) => [
        concept,
        evidence
          .slice(0, mostEvidence)
          .map(({ anchor, language, words }): [string, string, string] => [
            anchor ?? '',
            language ?? 'und',
            words ?? '',
          ]),
      ]),
    ),
  };
}

/** The card of a section of the reviewers' prose, which quotes papers. */
export const cardOfSection = (section: SectionCard): SectionCard => ({
  ...section,
  sentences: section.sentences.map(hanShown),
});

const sentencesOf = (sections: readonly Section[]): [string, string][] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ sentences }) => sentences.map(({ anchor, text }): [string, string] => [anchor, hanShown(text)])),
  );
