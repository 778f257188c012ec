/** Checks quotations in essays and other prose against the papers that they cite. */

import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import { passagesOf, type Passage } from '#prose/passages';
import { shortened } from '#text/shortened';
import { firstDifference, piecesOf, placesIn, sameLanguage, matchesAt } from './passages.ts';
import type { Prose, Quotation } from './prose.ts';
import { shellWord } from '../lib/shell-word.ts';

type Problem = Pick<Notice, 'rule' | 'seen' | 'expected' | 'remedy'>;

const short = (text: string, most = 160): string => shortened(text, most);
const addressOf = (id: string, anchor?: string): string => `/papers/${id}/${anchor ? `#${anchor}` : ''}`;

const citation = /^\/papers\/([a-z0-9-]+)\/(?:#(.+))?$/u;
/** The id of the paper that a `cite` names. */
export const citedId = (cite: string | undefined): string | undefined => citation.exec(cite ?? '')?.[1];

/** Where the words really are, as an instruction; `undefined` where they are in no paper of the review. */
function whereInstead(quotation: Quotation, papers: ReadonlyMap<string, Paper>, first: Paper): string | undefined {
  const pieces = piecesOf(quotation.text);
  for (const paper of [first, ...papers.values()]) {
    const found = placesIn(passagesOf(paper), pieces).find(([passage]) => passage.role !== 'machine-translation');
    if (!found) continue;
    const [passage, index] = found;
    const language =
      quotation.lang && sameLanguage(passage.language, quotation.lang) ? '' : ` lang="${passage.language}"`;
    return `the words are elsewhere: write cite="${addressOf(paper.id, passage.sentences[index]?.anchor)}"${language}`;
  }
  return undefined;
}

/** The passages that a citation may mean, each with the index of the sentence where the quotation must begin. */
function candidates(passages: readonly Passage[], anchor: string | undefined): [Passage, number][] {
  return passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence, index): [Passage, number][] =>
      anchor === undefined || sentence.anchor === anchor ? [[passage, index]] : [],
    ),
  );
}

/** The files from which the text of a paper in a language comes; one of them may have changed a sentence. */
function filesOf({ titles, abstracts, digest }: Paper, lang: string): string[] {
  const texts = [...abstracts, ...(digest ? [digest] : [])].filter((it) => sameLanguage(it.language, lang));
  const sentences = texts.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.sentences)),
  );
  const read = sentences.length ? sentences : titles.filter((it) => sameLanguage(it.language, lang));
  return [...new Set(read.flatMap(({ from }) => from.flatMap((origin) => ('line' in origin ? [origin.file] : []))))];
}

/** Adds to a problem the sources of the paper's text, and how to refuse a source that changed it wrongly. */
function withSources(problem: Problem, paper: Paper, lang: string): Problem {
  const files = filesOf(paper, lang);
  const [own] = paper.sources;
  const others = files.filter((file) => file !== own?.file);
  if (!files.length) return problem;
  const refuse = others.map(
    (file) => `npm run correct -- ${shellWord(file)} --refuse abstract --reason "…" --seen "…"`,
  );
  return {
    ...problem,
    expected: `${problem.expected} (the text is read from ${files.join(', ')})`,
    remedy: refuse.length
      ? `if ${others.join(', ')} changed the sentence wrongly: ${refuse.join('; ')}; otherwise ${problem.remedy}`
      : problem.remedy,
  };
}

function problemOf(quotation: Quotation, papers: ReadonlyMap<string, Paper>): Problem | undefined {
  const { cite, lang, text } = quotation;
  if (cite === undefined || lang === undefined)
    return {
      rule: 'quotation-without-source',
      seen: `a quotation without ${cite === undefined ? 'cite' : 'lang'}: ${short(text)}`,
      expected: '<blockquote cite="/papers/<id>/#<anchor>" lang="…">, or <q> with the same attributes',
      remedy: 'name the paper, the sentence and its language, or remove the quotation marks if the words are your own',
    };
  const [, id, anchor] = citation.exec(cite) ?? [];
  const paper = id === undefined ? undefined : papers.get(id);
  if (!paper)
    return {
      rule: 'quotation-of-unknown-paper',
      seen: `cite="${cite}"`,
      expected: 'the address of a paper of this review, as /papers/<id>/#<anchor>',
      remedy:
        id === undefined
          ? 'write the address from the root, without language or origin'
          : 'use an id from content/ids.yaml',
    };
  const pieces = piecesOf(text);
  const all = candidates(passagesOf(paper), anchor);
  const inLanguage = all.filter(([passage]) => sameLanguage(passage.language, lang));
  if (
    inLanguage.some(([passage, index]) => passage.role !== 'machine-translation' && matchesAt(passage, index, pieces))
  )
    return undefined;
  if (inLanguage.some(([passage, index]) => matchesAt(passage, index, pieces)))
    return {
      rule: 'quotation-of-machine-translation',
      seen: short(text),
      expected: "the paper's own words, or a person's translation of them",
      remedy: 'quote the original, and put your own translation outside the quotation',
    };
  const instead = whereInstead(quotation, papers, paper);
  if (anchor !== undefined && all.length === 0) {
    const remedy = instead ?? "take the anchor from the sentence on the paper's page";
    const problem = { rule: 'quotation-anchor-unknown', seen: `cite="${cite}"`, expected: `a sentence of ${paper.id}`, remedy }; // prettier-ignore
    return withSources(problem, paper, lang);
  }
  return withSources(notFound(quotation, paper, inLanguage[0], instead), paper, lang);
}

function notFound(
  { cite, lang, text }: Quotation,
  paper: Paper,
  [passage, index]: [Passage?, number?] = [],
  instead?: string,
): Problem {
  const pieces = piecesOf(text);
  const anchored = cite !== undefined && citation.exec(cite)?.[2] !== undefined;
  const sentence = anchored ? passage?.sentences[index ?? 0]?.text : undefined;
  const difference = passage && sentence ? firstDifference(sentence, pieces, passage.language) : undefined;
  return {
    rule: 'quotation-not-found',
    seen: difference
      ? `“${short(text)}”; after “${difference.after}” it says “${difference.seen}”`
      : `“${short(text)}”`,
    expected: difference
      ? `“${difference.expected}”, in “${short(sentence ?? '', 240)}”`
      : sentence
        ? `words of “${short(sentence, 240)}”`
        : `words of ${paper.id} in the language ${lang}`,
    remedy:
      instead ??
      'copy the words from the paper, mark what is left out as […], or say it in your own words without quotation marks',
  };
}

/**
 * Every quotation of the prose that is not, word for word and in its language, in the paper and sentence that it cites.
 * An empty list means that all are.
 */
export function auditQuotations(prose: readonly Prose[], papers: ReadonlyMap<string, Paper>): Notice[] {
  return prose.flatMap(({ quotations }) =>
    quotations.flatMap((quotation): Notice[] => {
      const problem = problemOf(quotation, papers);
      return problem ? [{ severity: 'error', place: quotation.place, ...problem }] : [];
    }),
  );
}
