import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperSchema } from '#domain/paper';
import { wordsOf } from '#domain/words';
import { makeDescriber } from '../../../scripts/pipeline/describe/describe.ts';
import { makeMatcher } from '../../../scripts/pipeline/describe/matcher.ts';
import { readVocabulary } from '../../../scripts/pipeline/describe/vocabulary.ts';

const vocabulary = readVocabulary('content/vocabulary', []);
const match = makeMatcher(vocabulary);
const describePaper = makeDescriber(vocabulary, match);

/** What a careful reader finds in each paper, by its own words alone. */
const expected: Record<string, string[]> = {
  'huggett-2024-client-therapist-perspectives': [
    'themes/suicidality',
    'themes/training-supervision',
    'perspectives/clients',
    'perspectives/professionals',
    'designs/meta-ethnography',
    'designs/systematic-review',
    'designs/review',
  ],
  'iversen-2025-building-sustaining-therapeutic': [
    'themes/continuity',
    'settings/inpatient',
    'perspectives/clients',
    'designs/qualitative-study',
    'designs/interview-study',
    'designs/narrative-inquiry',
  ],
  'newydd-nd-experiences-mental-health': [
    'themes/refugees',
    'themes/training-supervision',
    'themes/power-culture-trust',
    'themes/professionals-toll',
    'populations/forced-migrants',
    'populations/migrants',
    'perspectives/professionals',
    'designs/qualitative-systematic-review',
    'designs/systematic-review',
    'designs/thematic-synthesis',
  ],
  'potocky-2025-therapeutic-alliance-refugee': [
    'themes/interpreters',
    'themes/refugees',
    'themes/digital-alliance',
    'themes/continuity',
    'themes/power-culture-trust',
    'themes/training-supervision',
    'populations/forced-migrants',
    'delivery/interpreter-mediated',
    'designs/narrative-review',
    'designs/thematic-synthesis',
  ],
  'tremain-2020-therapeutic-alliance-digital': [
    'themes/digital-alliance',
    'themes/serious-mental-illness',
    'populations/people-with-serious-mental-illness',
    'delivery/digital',
    'designs/narrative-review',
    'designs/review',
  ],
};

describe('the vocabulary over the five papers', () => {
  const records = readdirSync('content/papers').filter((file) => file.endsWith('.json'));
  const papers = records.map((file) => paperSchema.parse(JSON.parse(readFileSync(`content/papers/${file}`, 'utf8'))));
  it.each(Object.entries(expected))('finds in %s what a reader finds, and nothing else', (id, concepts) => {
    const paper = papers.find((it) => it.id === id);
    if (!paper) throw new Error(`${id} is not in content/papers`);
    const found = describePaper(paper, []).concepts.map((it) => it.concept);
    expect(found.filter((ref) => !ref.startsWith('constructs/')).sort()).toEqual([...concepts].sort());
  });
});

/** The concepts of one facet that a text bears. */
const found = (text: string, facet = 'themes'): string[] => [
  ...new Set(
    match(text)
      .flatMap((it) => it.concepts)
      .filter((ref) => ref.startsWith(`${facet}/`)),
  ),
];

describe('labels', () => {
  it.each([
    ['Clients worked with a language broker.', 'interpreters'],
    ['Interpreter-mediated therapy was offered.', 'interpreters'],
    ['译员在场时，来访者更愿意开口。', 'interpreters'],
    ['口譯員與治療師', 'interpreters'],
    ['Clients with suicidal thoughts', 'suicidality'],
    ['Experience of client suicide', 'suicidality'],
    ['Experience of client suicide', 'professionals-toll'],
    ['Training for interpreters and clinicians', 'interpreters'],
    ['Training for interpreters and clinicians', 'training-supervision'],
    ['近一周有自杀意念者', 'suicidality'],
    ['自殺未遂', 'suicidality'],
    ['People seeking asylum', 'refugees'],
    ['尋求庇護者', 'refugees'],
    ['The alliance in telepsychotherapy', 'digital-alliance'],
    ['First-episode psychosis', 'serious-mental-illness'],
    ['双相情感障碍患者', 'serious-mental-illness'],
    ['A trusting relationship with staff', 'power-culture-trust'],
    ['Power imbalances in care', 'power-culture-trust'],
    ['Weekly clinical supervision', 'training-supervision'],
    ['咨询师督导的作用', 'training-supervision'],
    ['Continuity of carer', 'continuity'],
    ['Vicarious traumatisation in staff', 'professionals-toll'],
    ['治疗师的职业倦怠', 'professionals-toll'],
  ])('in “%s” mean %s', (text, theme) => {
    expect(found(text)).toContain(`themes/${theme}`);
  });

  it.each([
    ['The data were interpreted; the interpretation of findings was shared.'],
    ['Interpretative phenomenological analysis'],
    ['Two image interpreters rated the scans.'],
    ['A suicide gene was inserted; suicide bombing'],
    ['自杀式袭击与自杀基因'],
    ['Northern Care Alliance NHS Foundation Trust'],
    ['Displaced fractures of the wrist'],
    ['Resistance training and attention training'],
    ['结核病患者的督导服药'],
    ['Parental burnout and academic burnout'],
    ['Patients were assessed twelve weeks post-discharge.'],
    ['The scale was translated by two translators.'],
    ['Answers were trusted more than 4次以上'],
    ['多元文化背景下的品牌形象'],
  ])('in “%s” mean no theme', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['A meta-ethnography', ['designs/meta-ethnography']],
    ['IPA was used; interpretative phenomenological analysis', ['designs/phenomenology']],
    ['A randomised clinical trial', ['designs/randomised-controlled-trial']],
    ['Our peer review board', []],
    ['一项质性研究的系统评价', ['designs/qualitative-systematic-review']],
  ])('in “%s” mean these designs', (text, designs) => {
    for (const design of designs) expect(found(text, 'designs')).toContain(design);
    if (!designs.length) expect(found(text, 'designs')).toEqual([]);
  });
});

const holdsWords = (text: string, word: string): boolean =>
  /\p{Script=Han}/u.test(word)
    ? text.includes(word)
    : ` ${wordsOf(text)
        .map((it) => it.stem)
        .join(' ')} `.includes(
        ` ${wordsOf(word)
          .map((it) => it.stem)
          .join(' ')} `,
      );

it.each(['Outcomes in patients with chronic pain', 'We carried out patient interviews'])(
  '“%s” names no setting',
  (text) => {
    expect(found(text, 'settings')).toEqual([]);
  },
);

describe('the vocabulary itself', () => {
  const all = vocabulary.flatMap(({ facet, concepts }) => concepts.map((concept) => ({ facet, concept })));

  it('names everything in both languages, with a definition', () => {
    for (const { concept } of all) {
      expect(concept.prefLabel.zh, concept.id).toMatch(/\p{Script=Han}/u);
      expect(concept.scopeNote.zh, concept.id).toMatch(/\p{Script=Han}.*。$/u);
      expect(concept.scopeNote.en, concept.id).toMatch(/\.$/u);
    }
  });

  it('gives a label to one concept of a facet', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const { facet, concept } of all)
      for (const label of [concept.prefLabel.en, concept.prefLabel.zh]) {
        const key = `${facet} ${label.toLowerCase()}`;
        if (owners.has(key)) shared.push(`${key}: ${owners.get(key)}, ${concept.id}`);
        owners.set(key, concept.id);
      }
    expect(shared).toEqual([]);
  });

  it('keeps preferred, other and hidden labels apart, as SKOS asks (S13)', () => {
    const doubled: string[] = [];
    for (const { facet, concept } of all)
      for (const language of ['en', 'zh'] as const) {
        const lists = [[concept.prefLabel[language]], concept.altLabel?.[language], concept.hiddenLabel?.[language]];
        const labels = lists.flatMap((list) => list ?? []).map((label) => label.toLowerCase());
        for (const label of labels.filter((it, i) => labels.indexOf(it) !== i))
          doubled.push(`${facet}/${concept.id}: ${label}`);
      }
    expect(doubled).toEqual([]);
  });

  it('lets no label of one theme swallow a word of another', () => {
    const themes = all.filter(({ facet }) => facet === 'themes').map(({ concept }) => concept);
    const labelsOf = (concept: (typeof themes)[number]): string[] => [
      ...Object.values(concept.prefLabel),
      ...Object.values(concept.altLabel ?? {}).flat(),
    ];
    const swallowed = themes.flatMap((theme) =>
      labelsOf(theme).flatMap((label) =>
        themes
          .filter((other) => other !== theme && labelsOf(other).some((word) => holdsWords(label, word)))
          .filter((other) => !found(label).includes(`themes/${other.id}`))
          .map((other) => `“${label}” (${theme.id}) hides ${other.id}`),
      ),
    );
    // An intercultural mediator is an interpreter, and no sign of what the theme of culture is about.
    expect(swallowed).toEqual(['“intercultural mediator” (interpreters) hides power-culture-trust']);
  });

  it('gives each theme a hue of one ramp, and pinyin for its name', () => {
    const themes = all.filter(({ facet }) => facet === 'themes').map(({ concept }) => concept);
    const hues = themes.map((theme) => theme.hue ?? -1).sort((a, b) => a - b);
    expect(hues).toEqual(themes.map((_, i) => 25 + (i * 360) / themes.length).sort((a, b) => a - b));
    for (const theme of themes)
      expect(
        theme.hiddenLabel?.zh.some((label) => /^[a-z ]+$/u.test(label)),
        theme.id,
      ).toBe(true);
  });
});
