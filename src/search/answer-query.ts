/** Answers a query, from reading it to suggesting others. */

import { normalized } from '#text/normal';
import { answerOf, isEmpty, type Answer, type Answerer, type Wider } from './answer.ts';
import type { ConceptEntry } from './catalogue.ts';
import { evaluate } from './evaluate.ts';
import type { Found } from './found.ts';
import { parseQuery, type Query } from './query.ts';

/** Answers a query: completely where it can, otherwise with the nearest results. */
export async function answerQuery(written: string, answerer: Answerer, typing = false): Promise<Answer> {
  // Code that few searches need is loaded only for these.
  const pasted = mayBePasted(written) ? await import('./pasted.ts') : undefined;
  const identified = await pasted?.readIdentifiers(written, answerer);
  if (identified) return identified;
  const parsed = parseQuery(withoutCiting(written));
  const searched = await evaluate(parsed.query, answerer);
  const answer = answerOf(searched, parsed.remarks, answerer);
  const cited = await pasted?.readReference(written, parsed.query, answer, answerer);
  if (cited) return cited;
  answer.wider = await widerOf(parsed.query, answer, answerer);
  if (typing && answer.found.size === 0) await readBeginning(written, answer, answerer);
  if (isEmpty(answer)) await (await import('./around.ts')).addSuggestions(written, parsed.query, answer, answerer);
  return answer;
}

/** Whether a text may contain an identifier, or is as long as a reference: six words, or twelve Chinese characters. */
const mayBePasted = (text: string): boolean =>
  /10\.\d{4}|pm(?:c|id)|arxiv|https?:|\[uid\]|^\s*\d{5}|(?<![\p{L}\p{N}])(?:[\p{L}\p{N}]+[^\p{L}\p{N}]+){5}[\p{L}\p{N}]|(?:\p{Script=Han}[^\p{L}\p{Script=Han}]*){12}/iu.test(
    normalized(text.slice(0, 1000), 'NFKC'),
  );

/** A query without "et al." and the letter after a year, which citations have. */
const withoutCiting = (text: string): string =>
  /["“”„«»「」『』＂]/u.test(text)
    ? text
    : text
        .replace(/(?<![\p{L}\p{N}])et\s{1,3}al(?![\p{L}\p{N}])\.?/giu, ' ')
        .replace(/(?<=[\p{Script=Latin}\p{M}]\s{0,2})等人?(?!\p{Script=Han})/gu, ' ')
        .replace(/(?<!\d)((?:19|20)\d\d)[a-c](?![\p{L}\p{N}])/gu, '$1');

/** Facets whose broader concepts say what a paper is about. */
const subjects = ['themes/', 'constructs/'];

/** Papers of the concepts that the words are a sign of, and of broader concepts than those that they name. */
async function widerOf(query: Query, { found, concepts }: Answer, answerer: Answerer): Promise<Wider[]> {
  const above = concepts.flatMap(({ concept, how }) => [
    ...(how === 'sign' ? [concept] : []),
    ...answerer.concepts.above(concept),
  ]);
  const isSubject = ({ ref }: ConceptEntry): boolean => subjects.some((facet) => ref.startsWith(facet));
  // Concepts for how and where a study was done are used only where there is no other.
  const wide = [...new Set(found.size ? above.filter(isSubject) : [...above.filter(isSubject), ...above])];
  if (wide.length === 0) return [];
  const { found: all } = await evaluate(query, answerer, true);
  const left = new Map([...all].filter(([paper]) => paper < answerer.core.size && !found.has(paper)));
  return wide.flatMap((concept): Wider[] => {
    const own: Found = new Map([...left].filter(([, reasons]) => reasons.concepts.includes(concept)));
    for (const paper of own.keys()) left.delete(paper);
    return own.size ? [{ concept, found: own }] : [];
  });
}

/** While a word is being typed: papers with a word that begins like it. */
async function readBeginning(written: string, answer: Answer, answerer: Answerer): Promise<void> {
  const word = /(?:^|[\s(])([\p{L}\p{N}]{3,})$/u.exec(written)?.[1];
  if (word === undefined) return;
  const begun = answerOf(await evaluate(parseQuery(`${written}*`).query, answerer), [], answerer);
  if (begun.found.size === 0) return;
  Object.assign(answer, { found: begun.found, marks: begun.marks, begun: word });
}
