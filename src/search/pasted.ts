/** Answers a pasted identifier, address, title or reference. */

import { answerOf, noWords, type Answer, type Answerer } from './answer.ts';
import type { Zone } from './catalogue.ts';
import { evaluate } from './evaluate.ts';
import { nothing, zoneBits, type Found } from './found.ts';
import { identifiersIn, identifierTerm, type Identifier } from './identifiers.ts';
import { parseQuery, type Query } from './query.ts';
import { looksLikeReference, papersCited } from './reference.ts';
import { isStructured } from './structure.ts';
import { cutWords } from './words.ts';

/** The papers that a pasted text names, with the zone of the record that matched. */
const foundOf = (papers: Iterable<number>, zone: Zone): Found =>
  new Map([...papers].map((paper) => [paper, { ...nothing(), zones: zoneBits([zone]) }]));

/** Reads a DOI, a PubMed number or an address of a paper in any text. */
export async function readIdentifiers(written: string, answerer: Answerer): Promise<Answer | undefined> {
  const { pasted, rest, isBare } = identifiersIn(written);
  if (pasted.length === 0) return undefined;
  const [papers, known, lost]: [Set<number>, Identifier[], Identifier[]] = [new Set(), [], []];
  for (const { readings } of pasted) {
    const held = await Promise.all(
      readings.map(async (reading) => ({
        reading,
        papers: (await answerer.engine.term(identifierTerm(reading))).papers,
      })),
    );
    const first = held.find((one) => one.papers.length > 0);
    if (first) for (const paper of first.papers) papers.add(paper);
    if (first) known.push(first.reading);
    else lost.push(readings.at(-1) ?? readings[0]);
  }
  const answer = answerOf({ ...noWords(), found: foundOf(papers, 'identifier') }, [], answerer);
  if (papers.size === 0 && looksLikeReference(rest, answerer.fold)) {
    const cited = await papersCited(rest, answerer);
    if (cited.length) return { ...answer, found: foundOf(cited, 'title'), pasted: { as: 'reference' } };
  }
  // A number may be any other number in a text, such as a sample size.
  if (papers.size === 0 && isBare && (await evaluate(parseQuery(written).query, answerer)).found.size) return undefined;
  // An address of another site is not an identifier; its words are searched for.
  if (papers.size === 0 && lost.every(({ kind }) => kind === 'url')) return undefined;
  return { ...answer, pasted: { as: 'identifier', known, lost } };
}

/** Reads a title or a whole reference: finds the paper that it names, unless another paper has as many of the words. */
export async function readReference(
  written: string,
  query: Query,
  { found, concepts }: Answer,
  answerer: Answerer,
): Promise<Answer | undefined> {
  if (isStructured(query) || !looksLikeReference(written, answerer.fold)) return undefined;
  const cited = await papersCited(written, answerer);
  const others = [...found.keys()].filter((paper) => !cited.includes(paper));
  if (cited.length === 0 || others.length > found.size / 2) return undefined;
  const marks = noWords().marks;
  for (const piece of cutWords(written, answerer.fold)) if (piece.kind === 'word') marks.words.add(piece.form);
  return {
    ...answerOf({ found: foundOf(cited, 'title'), concepts, marks }, [], answerer),
    pasted: { as: 'reference' },
  };
}
