import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { vocabularyFileSchema } from '#domain/concept';
import { vocabularyGraph } from '../../src/site/skos.ts';

interface Node {
  id: string;
  type: string;
  prefLabel: Record<string, string>;
  altLabel?: Record<string, string[]>;
  hiddenLabel?: Record<string, string[]>;
  signs?: Record<string, string[]>;
  hints?: Record<string, string[]>;
  exactMatch?: string[];
  closeMatch?: string[];
  broadMatch?: string[];
  narrowMatch?: string[];
  relatedMatch?: string[];
  editorialNote?: Record<string, string[]>;
  broader?: string[];
  narrower?: string[];
  related?: string[];
  inScheme?: string;
  hasTopConcept?: string[];
  page?: string;
}

const files = readdirSync('content/vocabulary').map((file) =>
  vocabularyFileSchema.parse(parse(readFileSync(`content/vocabulary/${file}`, 'utf8'))),
);
const graph = vocabularyGraph(
  files,
  { title: { en: 'Review', zh: '综述' }, corpus: { version: '1', date: '2026-11-21' } },
  (theme) => `https://example.org/${theme === undefined ? 'vocabulary.jsonld' : `themes/${theme}/`}`,
) as { '@context': object; '@graph': Node[] };
/** `signs` and `hints`. */
const ownProperties = 2;
const nodes = new Map(graph['@graph'].map((node) => [node.id, node]));
const node = (name: string): Node => {
  const found = nodes.get(`https://example.org/vocabulary.jsonld#${name}`);
  if (!found) throw new Error(`${name} is not in the graph`);
  return found;
};

describe('the vocabulary as SKOS', () => {
  it('has every facet as a scheme and every concept once', () => {
    const concepts = files.flatMap((file) => file.concepts);
    expect(nodes.size).toBe(files.length + concepts.length + ownProperties);
    expect(graph['@graph']).toHaveLength(nodes.size);
    expect(node('designs').type).toBe('skos:ConceptScheme');
  });

  it('names only what is in the graph', () => {
    for (const it of nodes.values())
      for (const other of [it.broader, it.narrower, it.related, it.hasTopConcept, it.inScheme].flat())
        if (other !== undefined) expect(nodes.has(other), `${it.id} names ${other}`).toBe(true);
  });

  it('says broader and narrower of each other', () => {
    expect(node('designs/meta-ethnography').broader).toEqual([node('designs/qualitative-evidence-synthesis').id]);
    for (const it of nodes.values())
      for (const below of it.narrower ?? []) expect(nodes.get(below)?.broader).toContain(it.id);
  });

  it('gives labels by language and script, and the page of a theme', () => {
    const theme = node('themes/interpreters');
    expect(theme.prefLabel).toEqual({ en: 'Interpreters', 'zh-Hans': '口译员' });
    expect(theme.altLabel?.['zh-Hant']).toContain('通譯');
    expect(theme.altLabel?.['zh-Hans']).toContain('口译');
    expect(theme.editorialNote?.['en']).toContain('Not: image interpreter');
    expect(theme.page).toBe('https://example.org/themes/interpreters/');
    expect(node('designs/review').page).toBeUndefined();
    for (const it of nodes.values())
      for (const lists of [it.altLabel, it.hiddenLabel, it.signs, it.hints])
        for (const language of Object.keys(lists ?? {})) expect(['en', 'zh-Hans', 'zh-Hant']).toContain(language);
  });

  it('shows a part of a theme in a section of the theme’s page', () => {
    const schizophrenia = node('themes/schizophrenia');
    expect(schizophrenia.broader).toEqual([node('themes/psychosis').id]);
    expect(schizophrenia.page).toBe('https://example.org/themes/serious-mental-illness/#schizophrenia');
    expect(node('themes').hasTopConcept).not.toContain(schizophrenia.id);
  });

  it('keeps signs and hints out of SKOS’s labels, and says what they are', () => {
    const theme = node('themes/interpreters');
    const labels = [theme.altLabel, theme.hiddenLabel].flatMap((lists) => Object.values(lists ?? {}).flat());
    expect(theme.signs?.['en']).toContain('language broker');
    expect(labels).not.toContain('language broker');
    for (const name of ['signs', 'hints']) {
      expect(node(name)).toMatchObject({ type: 'rdf:Property', comment: { en: expect.any(String) as string } });
      expect(graph['@context']).toHaveProperty([name, '@id'], node(name).id);
    }
  });

  it('maps to MeSH by the addresses of its descriptors', () => {
    expect(node('themes/continuity').exactMatch).toEqual(['http://id.nlm.nih.gov/mesh/D003266']);
    const mapped = [...nodes.values()].flatMap((it) => [
      ...(it.exactMatch ?? []),
      ...(it.closeMatch ?? []),
      ...(it.broadMatch ?? []),
      ...(it.narrowMatch ?? []),
      ...(it.relatedMatch ?? []),
    ]);
    expect(mapped.length).toBeGreaterThan(100);
    for (const address of mapped) expect(address).toMatch(/^http:\/\/id\.nlm\.nih\.gov\/mesh\/D\d{6,9}$/);
    // SKOS, S46: no exact match is also a broad or a related one.
    for (const it of nodes.values())
      for (const address of it.exactMatch ?? [])
        expect([...(it.broadMatch ?? []), ...(it.relatedMatch ?? [])]).not.toContain(address);
  });
});
