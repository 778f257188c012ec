/** Writes the vocabulary as SKOS in JSON-LD. */

import { hierarchyOf } from '#domain/broader';
import { labelLanguages, mappings, type Concept, type Labels, type VocabularyFile } from '#domain/concept';
import type { Site } from '#domain/site';
import { themeOf } from './concepts.ts';

/** The context: names of SKOS (W3C Recommendation of 18 August 2009) in JSON-LD 1.1; labels are maps by language. */
const context = {
  '@version': 1.1,
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  id: '@id',
  type: '@type',
  title: { '@id': 'dcterms:title', '@container': '@language' },
  modified: 'dcterms:modified',
  comment: { '@id': 'rdfs:comment', '@container': '@language' },
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  altLabel: { '@id': 'skos:altLabel', '@container': '@language' },
  hiddenLabel: { '@id': 'skos:hiddenLabel', '@container': '@language' },
  scopeNote: { '@id': 'skos:scopeNote', '@container': '@language' },
  /** Phrases that contain a label and do not mean the concept. */
  editorialNote: { '@id': 'skos:editorialNote', '@container': '@language' },
  notation: 'skos:notation',
  broader: { '@id': 'skos:broader', '@type': '@id' },
  narrower: { '@id': 'skos:narrower', '@type': '@id' },
  related: { '@id': 'skos:related', '@type': '@id' },
  ...Object.fromEntries(mappings.map((name) => [name, { '@id': `skos:${name}`, '@type': '@id' }])),
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
  hasTopConcept: { '@id': 'skos:hasTopConcept', '@type': '@id' },
  page: { '@id': 'foaf:page', '@type': '@id' },
} as const;

/** Properties that SKOS does not have; the file itself defines them. */
const ownProperties = {
  signs: {
    en: 'Words that show the concept in a text and are not names of it: a narrower matter, an opposite, a phrase. A text that contains one is tagged with the concept; a search for one finds the texts that contain it, and offers the concept.',
    'zh-Hans':
      '在文本中表明此概念、但并非其名称的词语：更窄的事项、相反的说法或短语。含有此类词语的文本标引此概念；检索此类词语时，列出含有该词的文本，并提示此概念。',
  },
  hints: {
    en: 'Words that lead a searcher to the concept and are too vague to tag a text with it.',
    'zh-Hans': '检索时引向此概念、但不足以据此标引文本的词语。',
  },
} as const;
type OwnProperty = keyof typeof ownProperties;

type ByLanguage<T> = Record<string, T>;

/** A text in both languages of the site, by language tag. */
const tagged = ({ en, zh }: { en: string; zh: string }): ByLanguage<string> => ({ en, 'zh-Hans': zh });

const listed = (labels: Labels, write: (label: string, language: string) => string = (label) => label) =>
  Object.fromEntries(
    labelLanguages.flatMap((language): [string, string[]][] =>
      labels[language].length ? [[language, labels[language].map((label) => write(label, language))]] : [],
    ),
  );

/** A property with several values; left out where it has none. */
const several = (name: string, values: readonly string[] | ByLanguage<string[]>): object =>
  Object.keys(values).length ? { [name]: values } : {};

/** The phrases of `except` as a note in each language. */
const notMeant = (labels: Labels) =>
  listed(labels, (phrase, language) => (language === 'en' ? `Not: ${phrase}` : `不包括：${phrase}`));

/**
 * The vocabulary as one JSON-LD graph: a concept scheme for each facet, with its concepts. `address` makes the absolute
 * address of the file or, with a theme's id, of the theme's page.
 */
export function vocabularyGraph(
  files: readonly VocabularyFile[],
  site: Pick<Site, 'title' | 'corpus'>,
  address: (theme?: string) => string,
): object {
  const iri = (name: string): string => `${address()}#${name}`;
  const hierarchy = hierarchyOf(files);
  const direct = new Map<string, string[]>();
  for (const { facet, concepts } of files)
    for (const { id, broader } of concepts)
      for (const ref of broader) direct.set(ref, [...(direct.get(ref) ?? []), `${facet}/${id}`]);
  /** The page of a theme, or the section on it about one of its parts. */
  const pageOf = (ref: string): string => {
    const [theme, id] = [themeOf(ref, hierarchy), ref.slice('themes/'.length)];
    return theme === ref ? address(id) : `${address(theme.slice('themes/'.length))}#${id}`;
  };
  const conceptNode = (ref: string, facet: string, concept: Concept): object => ({
    id: iri(ref),
    type: 'skos:Concept',
    notation: ref,
    inScheme: iri(facet),
    prefLabel: tagged(concept.prefLabel),
    ...several('altLabel', listed(concept.altLabel)),
    ...several('hiddenLabel', listed(concept.hiddenLabel)),
    ...several('signs', listed(concept.signs)),
    ...several('hints', listed(concept.hints)),
    ...several('editorialNote', notMeant(concept.except)),
    scopeNote: tagged(concept.scopeNote),
    ...several('broader', concept.broader.map(iri)),
    ...several('narrower', (direct.get(ref) ?? []).map(iri)),
    ...several('related', concept.related.map(iri)),
    ...Object.fromEntries(mappings.flatMap((name) => Object.entries(several(name, concept[name])))),
    ...(facet === 'themes' ? { page: pageOf(ref) } : {}),
  });
  const own = Object.keys(ownProperties) as OwnProperty[];
  return {
    '@context': {
      ...context,
      ...Object.fromEntries(own.map((name) => [name, { '@id': iri(name), '@container': '@language' }])),
    },
    '@graph': [
      ...own.map((name) => ({ id: iri(name), type: 'rdf:Property', comment: ownProperties[name] })),
      ...files.flatMap(({ facet, prefLabel, concepts }) => [
        {
          id: iri(facet),
          type: 'skos:ConceptScheme',
          title: tagged({
            en: `${site.title.en}: ${prefLabel.en}`,
            zh: `${site.title.zh}：${prefLabel.zh}`,
          }),
          prefLabel: tagged(prefLabel),
          modified: site.corpus.date,
          hasTopConcept: concepts.filter(({ broader }) => broader.length === 0).map(({ id }) => iri(`${facet}/${id}`)),
        },
        ...concepts.map((concept) => conceptNode(`${facet}/${concept.id}`, facet, concept)),
      ]),
    ],
  };
}
