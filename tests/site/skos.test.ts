import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { vocabularyFileSchema } from '#domain/concept';
import { vocabularyGraph } from '../../src/site/skos.ts';

interface Node {
  id: string;
  type: string;
  prefLabel: Record<string, string>;
  hiddenLabel?: Record<string, string[]>;
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
const nodes = new Map(graph['@graph'].map((node) => [node.id, node]));
const node = (name: string): Node => {
  const found = nodes.get(`https://example.org/vocabulary.jsonld#${name}`);
  if (!found) throw new Error(`${name} is not in the graph`);
  return found;
};

describe('the vocabulary as SKOS', () => {
  it('has every facet as a scheme and every concept once', () => {
    const concepts = files.flatMap((file) => file.concepts);
    expect(nodes.size).toBe(files.length + concepts.length);
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

  it('gives labels by language, pinyin as such, and the page of a theme', () => {
    const theme = node('themes/interpreters');
    expect(theme.prefLabel).toEqual({ en: 'Interpreters', zh: '口译员' });
    expect(theme.hiddenLabel?.['zh-Latn-pinyin']).toContain('kouyi');
    expect(theme.hiddenLabel?.['zh']?.every((label) => /\p{Script=Han}/u.test(label))).toBe(true);
    expect(theme.editorialNote?.['en']).toContain('Not: image interpreter');
    expect(theme.page).toBe('https://example.org/themes/interpreters/');
    expect(node('designs/review').page).toBeUndefined();
  });
});
