/**
 * A plain scan of the records that the search is compared with; it uses no index and no code of the search. A word is
 * a run of letters and digits; case and diacritics do not count.
 */

import type { Paper, Section } from '#domain/paper';

export function plainTexts(paper: Paper): string[] {
  const sentences = (sections: readonly Section[]) =>
    sections.flatMap(({ label, blocks }) => [
      ...(label ? [label] : []),
      ...blocks.flatMap((block) => block.sentences.map(({ text }) => text)),
    ]);
  return [
    ...paper.titles.map(({ text }) => text),
    ...paper.keywords.map(({ text }) => text),
    ...paper.abstracts.flatMap(({ sections }) => sentences(sections)),
    ...(paper.digest ? sentences(paper.digest.sections) : []),
  ];
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

/**
 * A text in the form that is scanned: words separated by one blank, Chinese separated from other text, a blank at both
 * ends.
 */
export const spaced = (text: string): string =>
  ` ${plain(text)
    .replace(/(?<=\p{Script=Han})(?=[^\p{Script=Han}])|(?<=[^\p{Script=Han}])(?=\p{Script=Han})/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** Whether such a text has these words one after the other; Chinese may be anywhere in a run of Chinese. */
export function holds(text: string, phrase: string): boolean {
  const wanted = spaced(phrase).trim();
  const from = /^\p{Script=Han}/u.test(wanted) ? '' : ' ';
  const to = /\p{Script=Han}$/u.test(wanted) ? '' : ' ';
  return text.includes(from + wanted + to);
}
