import { expect, test } from 'vitest';
import type { Language } from '#domain/language';
import type { Abstract, Paper } from '#domain/paper';
import { isGapOnly, sentencesOf, themesBySentence } from '../../src/site/evidence.ts';
import type { FacetConcept, Review, Tagged } from '../../src/site/index-review.ts';
import { besides, countFacet, partsOf } from '../../src/site/theme-page.ts';
import { abstract, paper, title } from '../citations/support/papers.ts';

const at = (anchor: string) => ({ in: 'abstract' as const, anchor, language: 'en' });
const tags = (...concepts: [string, string][]): Paper['concepts'] =>
  concepts.map(([concept, anchor]) => ({ concept, evidence: [at(anchor), at(anchor)] }));

const one = paper('a-2020-x', {
  titles: [title('A')],
  abstracts: [abstract('Trust grew.'), abstract('信任增长。', 'zh-Hans', 'translation')],
  concepts: tags(['themes/trust', 's-00000000'], ['themes/loss', 's-00000000'], ['designs/trial', 's-00000000']),
});
const two = paper('b-2021-x', { titles: [title('B')], concepts: tags(['designs/trial', 's-00000000']) });
const three = paper('c-2022-x', { titles: [title('C')], concepts: tags(['designs/diary', 's-00000000']) });

const concept = (ref: string, fields: Partial<FacetConcept> = {}): FacetConcept =>
  ({ ref, id: ref.split('/')[1], facet: ref.split('/')[0], broader: [], related: [], ...fields }) as FacetConcept;
const trust = concept('themes/trust', { related: ['themes/loss'] });
const loss = concept('themes/loss', { broader: ['themes/trust'] });
const grief = concept('themes/grief', { broader: ['themes/loss'] });
const hope = concept('themes/hope', { related: ['themes/trust', 'populations/carers', 'themes/none'] });
const carers = concept('populations/carers');
const review = {
  themes: [trust, hope],
  concept: new Map([trust, loss, hope, grief, carers].map((it) => [it.ref, it])),
  conceptsOf: new Map([one, two, three].map(({ id, concepts }) => [id, concepts])),
} as unknown as Review;

test('a facet is counted by papers, most first, equal counts by name', () => {
  const tagged = [one, two, three].map((it): Tagged => ({ paper: it, evidence: [] }));
  expect(countFacet(tagged, 'designs', review).map(({ ref, count }) => [ref, count])).toEqual([
    ['designs/trial', 2],
    ['designs/diary', 1],
  ]);
  expect(countFacet([], 'designs', review)).toEqual([]);
});

test('concepts related to a theme, in either direction and of any facet; an unknown one is left out', () => {
  const ids = (theme: FacetConcept) => besides(theme, review).map(({ id }) => id);
  expect(ids(trust)).toEqual(['loss', 'hope']);
  expect(ids(hope)).toEqual(['trust', 'carers']);
});

test('the parts of a theme, each followed by its own', () => {
  expect(partsOf(trust, review).map(({ concept: { id }, depth }) => [id, depth])).toEqual([
    ['loss', 1],
    ['grief', 2],
  ]);
  expect(partsOf(hope, review)).toEqual([]);
});

const isTheme = ({ concept: ref }: { concept: string }): boolean => ref.startsWith('themes/');

test('the themes of a sentence, each once; a paper without themes marks none', () => {
  const notes = ['themes/trust', 'themes/loss'].map((theme) => ({ theme, again: false }));
  expect(themesBySentence(one, one.concepts.filter(isTheme))).toEqual(new Map([['s-00000000', notes]]));
  expect(themesBySentence(two, [])).toEqual(new Map());
});

test('a theme that an earlier sentence of the same text has named is named again', () => {
  const text = (language: Language, ...anchors: string[]): Abstract => {
    const sentences = anchors.map((anchor) => ({ anchor, text: anchor, from: one.titles[0]?.from ?? [] }));
    const [section] = abstract('').sections;
    return { ...abstract('', language), sections: [{ ...section, blocks: [{ as: 'paragraph', sentences }] }] };
  };
  const anchors = ['s-00000001', 's-00000002', 's-00000003', 's-00000004'];
  const long = paper('d-2023-x', {
    titles: [title('D')],
    abstracts: [text('en', 's-00000001', 's-00000002', 's-00000003'), text('zh-Hans', 's-00000004')],
    concepts: tags(...anchors.map((anchor): [string, string] => ['themes/trust', anchor]), [
      'themes/loss',
      's-00000002',
    ]),
  });
  const again = (anchor: string) =>
    themesBySentence(long, long.concepts)
      .get(anchor)
      ?.map((note) => note.again);
  expect(anchors.map(again)).toEqual([[false], [true, false], [true], [false]]);
});

test('a sentence is found by its anchor with its language; of equal anchors the first counts', () => {
  expect(sentencesOf(one).get('s-00000000')).toMatchObject({ text: 'Trust grew.', language: 'en' });
  expect(sentencesOf(two).size).toBe(0);
});

test('a paper that only names a theme as a gap supports nothing on it, in its row as in that of its design', () => {
  const tagged = (id: string, ...roles: ('finding' | 'gap')[]): Paper =>
    paper(id, {
      titles: [title('X')],
      concepts: [
        { concept: 'themes/trust', evidence: roles.map((role) => ({ ...at('s-00000000'), role })) },
        { concept: 'designs/trial', evidence: [at('s-00000000')] },
      ],
    });
  const [gap, both] = [tagged('e-2024-x', 'gap', 'gap'), tagged('f-2025-x', 'gap', 'finding')];
  expect([gap, both].map((it) => isGapOnly(it.concepts[0]?.evidence ?? []))).toEqual([true, false]);
});
