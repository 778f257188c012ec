import { describe, expect, it } from 'vitest';
import type { Evidence } from '#domain/paper';
import { vocabularyFileSchema } from '#domain/concept';
import { bears, ownDesigns, reviewDesigns } from '../../../scripts/pipeline/describe/evidence.ts';

describe('what a sentence can show', () => {
  it.each<[string, Evidence['in'], string, boolean]>([
    ['delivery/telehealth', 'abstract', 'Sessions were held by telehealth.', true],
    ['delivery/telehealth', 'abstract', 'Further exploration of telehealth is called for.', false],
    ['delivery/telehealth', 'abstract', 'Gaps remain in virtual care.', false],
    ['settings/prison', 'abstract', 'More qualitative research in prisons is needed.', false],
    ['settings/prison', 'abstract', 'It remains unclear whether this holds in prison.', false],
    ['delivery/telehealth', 'abstract', '未来研究应关注远程医疗。', false],
    ['delivery/telehealth', 'abstract', '干预以远程医疗方式进行。', true],
    ['designs/thematic-synthesis', 'abstract', 'A thematic synthesis found gaps in research.', true],
    ['perspectives/clients', 'digest', 'Clients’ perspectives were sought.', false],
    ['themes/digital-alliance', 'abstract', 'Further exploration of telehealth is called for.', true],
    ['themes/power-culture-trust', 'digest', 'Power differentials matter.', true],
  ])('%s from the %s: %s', (concept, where, text, shown) => {
    expect(bears(concept, where, text)).toBe(shown);
  });
});

describe('whose design it is', () => {
  const label = { en: 'x', zh: '某' };
  const concept = (id: string, ...broader: string[]) => ({ id, prefLabel: label, scopeNote: label, broader });
  const reviews = reviewDesigns([
    vocabularyFileSchema.parse({
      facet: 'designs',
      prefLabel: label,
      concepts: [
        concept('meta-ethnography', 'designs/synthesis'),
        concept('synthesis', 'designs/review'),
        concept('review'),
        concept('qualitative-study'),
      ],
    }),
  ]);
  const own = (found: Record<string, Evidence['in'][]>): string[] => [
    ...ownDesigns(
      new Map(Object.entries(found).map(([ref, where]) => [`designs/${ref}`, where.map((it) => ({ in: it }))])),
      reviews,
    ),
  ];

  it('knows every narrower kind of review', () => {
    expect(reviews).toEqual(new Set(['designs/review', 'designs/synthesis', 'designs/meta-ethnography']));
  });
  it('is not that of the studies in a review', () => {
    const found = own({ 'meta-ethnography': ['title', 'abstract'], 'qualitative-study': ['abstract'] });
    expect(found).toEqual(['designs/meta-ethnography']);
  });
  it('is not that of the reviews before a study', () => {
    expect(own({ review: ['abstract'], 'qualitative-study': ['title'] })).toEqual(['designs/qualitative-study']);
  });
  it('stays open where the title shows none, or both', () => {
    expect(own({ review: ['abstract'], 'qualitative-study': ['abstract'] })).toHaveLength(2);
    expect(own({ review: ['title'], 'qualitative-study': ['title'] })).toHaveLength(2);
  });
});
