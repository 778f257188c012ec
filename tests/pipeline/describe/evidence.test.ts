import { describe, expect, it } from 'vitest';
import type { Evidence } from '#domain/paper';
import { hierarchyOf } from '#domain/broader';
import { canShow, isCaredFor, ownDesigns, reviewDesigns } from '../../../scripts/pipeline/describe/evidence.ts';

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
    expect(canShow(concept, where, text)).toBe(shown);
  });
});

describe('whose design it is', () => {
  const concept = (id: string, ...broader: string[]) => ({ id, broader });
  const reviews = reviewDesigns(
    hierarchyOf([
      {
        facet: 'designs',
        concepts: [
          concept('meta-ethnography', 'designs/synthesis'),
          concept('synthesis', 'designs/review'),
          concept('review'),
          concept('qualitative-study'),
        ],
      },
    ]),
  );
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

describe('people whom a title names', () => {
  const spoken = (title: string, people: string): boolean => {
    const at = title.indexOf(people);
    return isCaredFor(title, at, at + people.length);
  };
  it.each<[string, string, boolean]>([
    ['Mental health professionals supporting forced migrants: a review', 'forced migrants', true],
    ['The views of nurses who care for older people', 'older people', true],
    ['Therapists in prisons working with suicidal clients', 'suicidal clients', true],
    ['为难民提供服务的心理治疗师：一项质性研究', '难民', true],
    ['Refugees and the professionals who support them', 'Refugees', false],
    ['Trust of refugees in staff', 'refugees', false],
    ['Therapists and clients with psychosis: two views', 'clients with psychosis', false],
    ['难民的治疗联盟', '难民', false],
  ])('%s: %s are those who are cared for: %s', (title, people, caredFor) => {
    expect(spoken(title, people)).toBe(caredFor);
  });
});
