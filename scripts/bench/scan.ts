import type { Paper, Section } from '#domain/paper';

/**
 * A plain scan of the records, to hold the search against: no index, no code of the search. Words are what stands
 * between anything that is neither a letter nor a digit; case and marks do not count.
 */
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

/** A text as it is scanned: words apart by one blank each, Chinese apart from the rest, a blank at either end. */
export const spaced = (text: string): string =>
  ` ${plain(text)
    .replace(/(?<=\p{Script=Han})(?=[^\p{Script=Han}])|(?<=[^\p{Script=Han}])(?=\p{Script=Han})/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** Whether a spaced text holds words one after the other, as they are; Chinese anywhere in a run of it. */
export function holds(text: string, phrase: string): boolean {
  const wanted = spaced(phrase).trim();
  const from = /^\p{Script=Han}/u.test(wanted) ? '' : ' ';
  const to = /\p{Script=Han}$/u.test(wanted) ? '' : ' ';
  return text.includes(from + wanted + to);
}
