import type { Concept, VocabularyFile } from '#domain/concept';
import type { Site } from '#domain/site';

/** SKOS (W3C Recommendation of 18 August 2009) in JSON-LD 1.1; labels stand in maps by language. */
const context = {
  '@version': 1.1,
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  id: '@id',
  type: '@type',
  title: { '@id': 'dcterms:title', '@container': '@language' },
  modified: 'dcterms:modified',
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  altLabel: { '@id': 'skos:altLabel', '@container': '@language' },
  hiddenLabel: { '@id': 'skos:hiddenLabel', '@container': '@language' },
  scopeNote: { '@id': 'skos:scopeNote', '@container': '@language' },
  /** Phrases that hold a label and do not mean the concept. */
  editorialNote: { '@id': 'skos:editorialNote', '@container': '@language' },
  notation: 'skos:notation',
  broader: { '@id': 'skos:broader', '@type': '@id' },
  narrower: { '@id': 'skos:narrower', '@type': '@id' },
  related: { '@id': 'skos:related', '@type': '@id' },
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
  hasTopConcept: { '@id': 'skos:hasTopConcept', '@type': '@id' },
  page: { '@id': 'foaf:page', '@type': '@id' },
} as const;

/** A reference as the file writes it: with its facet, or within it. */
const full = (facet: string, ref: string): string => (ref.includes('/') ? ref : `${facet}/${ref}`);

/** Chinese in Latin letters is pinyin, with tones or without (BCP 47: `zh-Latn-pinyin`). */
function hiddenLabels(labels: NonNullable<Concept['hiddenLabel']>): Record<string, string[]> {
  const isPinyin = (label: string): boolean => !/\p{Script=Han}/u.test(label);
  return withoutEmpty({
    en: labels.en,
    zh: labels.zh.filter((label) => !isPinyin(label)),
    'zh-Latn-pinyin': labels.zh.filter(isPinyin),
  });
}

const withoutEmpty = (lists: Record<string, readonly string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(lists).flatMap(([language, list]) => (list.length ? [[language, [...list]]] : [])));

/** The phrases of `except` as a note of each language. */
const notMeant = ({ en, zh }: NonNullable<Concept['except']>): Record<string, string[]> =>
  withoutEmpty({ en: en.map((phrase) => `Not: ${phrase}`), zh: zh.map((phrase) => `不包括：${phrase}`) });

/**
 * The vocabulary as one JSON-LD graph: a concept scheme a facet, and its concepts. `address` makes the absolute address of
 * the file or, with a theme's id, of the theme's page.
 */
export function vocabularyGraph(
  files: readonly VocabularyFile[],
  site: Pick<Site, 'title' | 'corpus'>,
  address: (theme?: string) => string,
): object {
  const iri = (name: string): string => `${address()}#${name}`;
  const narrower = new Map<string, string[]>();
  for (const { facet, concepts } of files)
    for (const { id, broader } of concepts)
      for (const ref of broader)
        narrower.set(full(facet, ref), [...(narrower.get(full(facet, ref)) ?? []), `${facet}/${id}`]);
  const graph = files.flatMap(({ facet, prefLabel, concepts }) => [
    {
      id: iri(facet),
      type: 'skos:ConceptScheme',
      title: { en: `${site.title.en}: ${prefLabel.en}`, zh: `${site.title.zh}：${prefLabel.zh}` },
      prefLabel,
      modified: site.corpus.date,
      hasTopConcept: concepts.filter(({ broader }) => broader.length === 0).map(({ id }) => iri(`${facet}/${id}`)),
    },
    ...concepts.map((concept) => {
      const ref = `${facet}/${concept.id}`;
      const below = narrower.get(ref) ?? [];
      return {
        id: iri(ref),
        type: 'skos:Concept',
        notation: ref,
        inScheme: iri(facet),
        prefLabel: concept.prefLabel,
        ...(concept.altLabel ? { altLabel: withoutEmpty(concept.altLabel) } : {}),
        ...(concept.hiddenLabel ? { hiddenLabel: hiddenLabels(concept.hiddenLabel) } : {}),
        ...(concept.except ? { editorialNote: notMeant(concept.except) } : {}),
        scopeNote: concept.scopeNote,
        ...(concept.broader.length ? { broader: concept.broader.map((it) => iri(full(facet, it))) } : {}),
        ...(below.length ? { narrower: below.map(iri) } : {}),
        ...(concept.related.length ? { related: concept.related.map((it) => iri(full(facet, it))) } : {}),
        ...(facet === 'themes' ? { page: address(concept.id) } : {}),
      };
    }),
  ]);
  return { '@context': context, '@graph': graph };
}
