/** Makes the columns of the search index: what it knows about every paper for answers, lists, facets and orders. */

import { createHash } from 'node:crypto';
import {
  facetNames,
  type Both,
  type Catalogue,
  type ConceptEntry,
  type Core,
  type FacetColumn,
  type FacetName,
  type Orders,
} from '#search/catalogue';
import type { HanFold } from '#search/words';
import { hierarchyOf, withBroader, type Hierarchy } from '#domain/broader';
import type { Concept, ConceptRef, VocabularyFile } from '#domain/concept';
import { facetRows } from '#domain/facets';
import { yearOf } from '#domain/date';
import { isChinese } from '#domain/language';
import { citedDate, isWithdrawn, journalTitle, mainTitle, type Paper } from '#domain/paper';
import { invertedName } from '#domain/person';
import type { Site } from '#domain/site';
import { normalized } from '#text/normal';
import { conceptNames } from './names.ts';

/** The papers of the search in the order of their numbers: newest first, undated last, then by title. */
export function numberPapers(papers: readonly Paper[]): Paper[] {
  const keys = new Map(papers.map((paper) => [paper, [citedDate(paper) ?? '', mainTitle(paper)?.text ?? ''] as const]));
  return papers
    .filter((paper) => !isWithdrawn(paper))
    .sort((a, b) => {
      const [dateA, titleA] = keys.get(a) ?? ['', ''];
      const [dateB, titleB] = keys.get(b) ?? ['', ''];
      return compare(dateB, dateA) || compare(titleA, titleB) || compare(a.id, b.id);
    });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The concepts of this review with the words that mean them. */
export function describeWords(
  papers: readonly Paper[],
  vocabulary: readonly VocabularyFile[],
  fold: HanFold,
): Pick<Core, 'concepts' | 'names' | 'hidden' | 'signs' | 'pinyin' | 'excepted'> {
  return {
    concepts: conceptEntries(papers, vocabulary),
    ...conceptNames(
      vocabulary.flatMap(({ concepts }) => concepts),
      fold,
    ),
  };
}

/** What lists and facets show of the papers. */
export function describePapers(
  papers: readonly Paper[],
  vocabulary: readonly VocabularyFile[],
  site: Site,
  address: string,
): Omit<Catalogue, 'version'> {
  const years = papers.map((paper) => {
    const date = citedDate(paper);
    return date === undefined ? null : yearOf(date);
  });
  const hierarchy = hierarchyOf(vocabulary);
  return {
    corpus: { title: site.title, version: site.corpus.version, date: site.corpus.date },
    address,
    size: papers.length,
    years,
    facets: facetNames
      .map((name) => facetColumn(name, papers, years, vocabulary, hierarchy))
      .filter(({ values }) => values.length > 0),
  };
}

function facetColumn(
  name: FacetName,
  papers: readonly Paper[],
  years: readonly (number | null)[],
  vocabulary: readonly VocabularyFile[],
  hierarchy: Hierarchy,
): FacetColumn {
  const valuesOf = (paper: Paper, number: number): [key: string, names: Both][] => {
    switch (name) {
      case 'year':
        return years[number] == null ? [] : [[String(years[number]), alike(String(years[number]))]];
      case 'journal': {
        const plain = journalTitle(paper)?.value;
        return plain === undefined ? [] : [[keyOf(plain), { en: plain, zh: paper.journal?.nameZh?.value ?? plain }]];
      }
      case 'lang':
        return [
          ...new Set(
            [...paper.titles, ...paper.abstracts]
              .filter(({ role }) => role !== 'machine-translation')
              .map(({ language }) => (isChinese(language) ? 'zh' : (language.split('-')[0] ?? language))),
          ),
        ].map((language) => [language, languageName(language)]);
      case 'access':
        return paper.openAccess ? [['free', { en: 'Free full text', zh: '可免费获取全文' }]] : [];
      default:
        return conceptsOf(paper);
    }
  };
  const facet = facetRows.find((row) => row.name === name)?.facet;
  const file = vocabulary.find((known) => known.facet === facet);
  const concepts = new Map(
    file?.concepts.map((concept): [ConceptRef, Concept] => [`${file.facet}/${concept.id}`, concept]),
  );
  const conceptsOf = (paper: Paper): [string, Both][] =>
    withBroader(paper.concepts, hierarchy).flatMap(({ concept: ref }) => {
      const concept = concepts.get(ref);
      return concept ? [[concept.id, concept.prefLabel] as [string, Both]] : [];
    });

  const numbers = new Map<string, number>();
  const values: FacetColumn['values'] = [];
  const of = papers.map((paper, number) =>
    valuesOf(paper, number).map(([key, names]) => {
      const known = numbers.get(key) ?? values.length;
      if (known === values.length) {
        numbers.set(key, known);
        values.push({ key, ...names });
      }
      return known;
    }),
  );
  for (const value of values) {
    const [within] = concepts.get(`${facet}/${value.key}`)?.broader ?? [];
    const number = within === undefined ? undefined : numbers.get(within.slice(within.indexOf('/') + 1));
    if (number !== undefined) value.within = number;
  }
  return { name, values, of };
}

const alike = (text: string): Both => ({ en: text, zh: text });

/** A name in the form of an address; Chinese characters are kept. */
const keyOf = (name: string): string =>
  normalized(name, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const names = {
  en: new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }),
  zh: new Intl.DisplayNames('zh-Hans', { type: 'language', fallback: 'code' }),
};
const languageName = (language: string): Both =>
  language === 'und'
    ? { en: 'Not known', zh: '未知' }
    : { en: names.en.of(language) ?? language, zh: names.zh.of(language) ?? language };

function conceptEntries(papers: readonly Paper[], vocabulary: readonly VocabularyFile[]): ConceptEntry[] {
  const hierarchy = hierarchyOf(vocabulary);
  const tagged = new Map<ConceptRef, number[]>();
  papers.forEach((paper, number) => {
    for (const { concept } of withBroader(paper.concepts, hierarchy)) {
      const list = tagged.get(concept);
      if (list) list.push(number);
      else tagged.set(concept, [number]);
    }
  });
  const entries = vocabulary.flatMap(({ facet, concepts }) =>
    concepts.map((concept) => ({ ref: `${facet}/${concept.id}`, concept })),
  );
  const numbers = new Map(entries.map(({ ref }, number) => [ref, number]));
  return entries.map(({ ref, concept }) => ({
    ref,
    ...concept.prefLabel,
    papers: tagged.get(ref) ?? [],
    broader: concept.broader.flatMap((above) => numbers.get(above) ?? []),
  }));
}

/** The papers by title and by first author, sorted for each language of the interface; papers without one come last. */
export function orderPapers(papers: readonly Paper[], version: string): Orders {
  const titles = papers.map((paper) => (mainTitle(paper)?.text ?? '').replace(/^[^\p{L}\p{N}]+/u, ''));
  const authors = papers.map(({ authors: [first] }) => (first ? invertedName(first.name) : ''));
  const order = (keys: readonly string[], locale: string): number[] => {
    const { compare: collate } = new Intl.Collator(locale, { numeric: true });
    return papers
      .map((_, number) => number)
      .sort((a, b) => {
        const [x, y] = [keys[a] ?? '', keys[b] ?? ''];
        return Number(x === '') - Number(y === '') || collate(x, y) || a - b;
      });
  };
  return {
    version,
    byTitle: { en: order(titles, 'en'), zh: order(titles, 'zh-Hans') },
    byAuthor: { en: order(authors, 'en'), zh: order(authors, 'zh-Hans') },
  };
}

/** A name for exactly this state of papers, vocabulary and index. */
export const versionOf = (parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
};
