/** Makes the examples in the search help from what the review contains. */

import { hierarchyOf, withBroader } from '#domain/broader';
import type { Concept } from '#domain/concept';
import type { Facet } from '#domain/facets';
import { isChinese } from '#domain/language';
import { citedDate, isWithdrawn, type Paper } from '#domain/paper';

/** What a query can do, in the order of the help. */
export const helpKeys = [
  'words',
  'phrase',
  'beginning',
  'or',
  'not',
  'minus',
  'brackets',
  'author',
  'year',
  'journal',
  'title',
  'theme',
  'design',
  'lang',
] as const;
type HelpKey = (typeof helpKeys)[number];

/** A query that shows one of these and finds papers in this review. */
export interface HelpExample {
  key: HelpKey;
  query: string;
}

const quoted = (text: string): string => (/^[\p{L}\p{N}]+$/u.test(text) ? text.toLowerCase() : `"${text}"`);

/** The words of a title that are good examples: long, in Latin letters, without signs inside. */
const wordsOf = (title: string): string[] =>
  title
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => /^\p{Script=Latin}{6,}$/u.test(word));

/** Two such words side by side. */
const pairOf = (title: string): string | undefined =>
  /(?<![\p{L}\p{Script=Latin}])\p{Script=Latin}{6,} \p{Script=Latin}{6,}(?!\p{L})/u.exec(title)?.[0].toLowerCase();

/**
 * Examples from the contents of the review: a theme of one word, the newest paper that has it and an English title, and
 * a theme that this paper does not have. A key for which the review has nothing gets no example.
 */
export function helpExamples(
  papers: readonly Paper[],
  vocabulary: ReadonlyMap<Facet, { readonly concepts: readonly Concept[] }>,
): HelpExample[] {
  const shown = papers.filter((paper) => !isWithdrawn(paper));
  const hierarchy = hierarchyOf([...vocabulary].map(([facet, { concepts }]) => ({ facet, concepts })));
  const conceptsOf = new Map(
    shown.map((paper) => [paper, new Set(withBroader(paper.concepts, hierarchy).map(({ concept }) => concept))]),
  );
  const tagged = new Set([...conceptsOf.values()].flatMap((refs) => [...refs]));
  const of = (facet: Facet): Concept[] =>
    (vocabulary.get(facet)?.concepts ?? []).filter(
      ({ id, broader }) => tagged.has(`${facet}/${id}`) && (facet !== 'themes' || broader.length === 0),
    );
  const single = ({ prefLabel }: Concept): boolean => /^\p{L}+$/u.test(prefLabel.en);
  const themes = [...of('themes').filter(single), ...of('themes').filter((theme) => !single(theme))];
  const titled = (paper: Paper): string =>
    paper.titles.find(({ language, role }) => language === 'en' && role !== 'machine-translation')?.text ?? '';
  const hasTheme = (paper: Paper, { id }: Concept): boolean => conceptsOf.get(paper)?.has(`themes/${id}`) ?? false;
  const rich = shown.filter((paper) => wordsOf(titled(paper)).length > 1);
  const theme = themes.find((it) => rich.some((paper) => hasTheme(paper, it))) ?? themes[0];
  const paper = rich.find((it) => theme && hasTheme(it, theme)) ?? rich[0] ?? shown[0];
  if (!paper) return [];
  const title = titled(paper);
  const [first, ...others] = wordsOf(title);
  const pair = [paper, ...shown].map((it) => pairOf(titled(it))).find(Boolean);
  const author = paper.authors.map(({ name }) => name.family ?? name.literal).find(Boolean);
  const journal = [paper, ...shown]
    .map((it) => it.journal?.name?.value)
    .find((name) => name && !name.includes('"') && /\s/u.test(name.slice(1, -1)));
  const years = shown.flatMap((it) => Number(citedDate(it)?.slice(0, 4)) || []).sort((a, b) => a - b);
  const [design] = of('designs');
  const name = theme && quoted(theme.prefLabel.en);
  const without = themes.find((it) => !hasTheme(paper, it));
  const other = without && quoted(without.prefLabel.en);
  const chinese = shown.some(({ titles, abstracts }) => [...titles, ...abstracts].some((it) => isChinese(it.language)));
  const last = others.at(-1);

  const made: Record<HelpKey, string | false | undefined> = {
    words: first && last && `${first} ${last}`,
    phrase: pair && `"${pair}"`,
    beginning: first && `${first.slice(0, Math.max(5, first.length - 3))}*`,
    or: theme && `${name} OR ${quoted(theme.prefLabel.zh)}`,
    not: first && other && `${first} NOT ${other}`,
    minus: first && other && `${first} -${other}`,
    brackets: first && name && other && `(${name} OR ${other}) AND ${first}`,
    author: author && `author:${quoted(author)}`,
    year: years.length > 0 && `year:${years[0]}..${years.at(-1)}`,
    journal: journal && `journal:"${journal}"`,
    title: first && `title:${first}`,
    theme: theme && `theme:${theme.id}`,
    design: design && `design:${quoted(design.prefLabel.en)}`,
    lang: `lang:${chinese ? 'zh' : 'en'}`,
  };
  return helpKeys.flatMap((key) => (made[key] ? [{ key, query: made[key] }] : []));
}
