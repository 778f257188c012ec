import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hierarchyOf } from '#domain/broader';
import { allLabels } from '#domain/concept';
import { paperSchema } from '#domain/paper';
import { makeDescriber } from '../../../scripts/pipeline/describe/describe.ts';
import { makeMatcher } from '../../../scripts/pipeline/describe/matcher.ts';
import { labelKey, readVocabulary } from '../../../scripts/pipeline/describe/vocabulary.ts';

const vocabulary = readVocabulary('content/vocabulary', []);
const match = makeMatcher(vocabulary);
const describePaper = makeDescriber(vocabulary, match);

/** What a careful reader finds in each paper by its own words. */
const expected: Record<string, string[]> = {
  'huggett-2024-client-therapist-perspectives': [
    'themes/suicidality',
    'themes/training',
    'themes/supervision',
    'populations/people-with-suicidal-experiences',
    'perspectives/clients',
    'perspectives/professionals',
    'designs/meta-ethnography',
    'designs/systematic-review',
  ],
  'iversen-2025-building-sustaining-therapeutic': [
    'themes/continuity',
    'settings/inpatient',
    'perspectives/clients',
    'designs/interview-study',
    'designs/narrative-inquiry',
  ],
  // The professionals are the population, not the forced migrants whom they support.
  'newydd-nd-experiences-mental-health': [
    'themes/refugees',
    'themes/training',
    'themes/supervision',
    'themes/power',
    'themes/professionals-toll',
    'themes/continuity',
    'populations/health-professionals',
    'perspectives/professionals',
    'designs/qualitative-systematic-review',
    'designs/thematic-synthesis',
  ],
  'potocky-2025-therapeutic-alliance-refugee': [
    'themes/interpreters',
    'themes/refugees',
    'themes/digital-alliance',
    'themes/continuity',
    'themes/power-culture-trust',
    'themes/power',
    'themes/cultural-difference',
    'themes/training',
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

const hierarchy = hierarchyOf(vocabulary);

/** The concepts of one facet in a text, broader ones included. */
const found = (text: string, facet = 'themes'): string[] => [
  ...new Set(
    match(text)
      .flatMap((it) => it.concepts)
      .flatMap((ref) => [ref, ...hierarchy.above(ref)])
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
    ['治疗师的职业倦怠', 'burnout'],
    ['Schizophrenia and other psychoses', 'schizophrenia'],
    ['Schizophrenia and other psychoses', 'psychosis'],
    ['思覺失調症患者', 'schizophrenia'],
    ['專業耗竭與同情疲乏', 'compassion-fatigue'],
    ['數位治療聯盟', 'digital-alliance'],
    ['People in the asylum process', 'refugees'],
    ['Losing a client to suicide', 'suicidality'],
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
    ['The county asylum and its physicians'],
    ['Non-suicidal self-injury and non-psychotic disorders'],
    ['The bipolar electrode was placed.'],
    ['SMI, the skeletal muscle index'],
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

  it('gives each theme a hue of one ramp, and its parts none of their own', () => {
    const concepts = all.filter(({ facet }) => facet === 'themes').map(({ concept }) => concept);
    const [themes, parts] = [true, false].map((top) =>
      concepts.filter(({ broader }) => (broader.length === 0) === top),
    );
    const hues = themes?.map((theme) => theme.hue ?? -1).sort((a, b) => a - b);
    expect(hues).toEqual(themes?.map((_, i) => 25 + (i * 360) / themes.length).sort((a, b) => a - b));
    expect(parts?.flatMap(({ hue }) => hue ?? [])).toEqual([]);
  });

  it('leaves to the comparison what follows by itself: Traditional characters, inflections, pinyin', () => {
    const doubled = all.flatMap(({ facet, concept }) =>
      (['altLabel', 'hiddenLabel', 'signs', 'hints'] as const).flatMap((kind) => {
        const keys = [...(kind === 'altLabel' ? Object.values(concept.prefLabel) : []), ...allLabels(concept[kind])];
        return keys
          .map(labelKey)
          .flatMap((key, i, list) => (list.indexOf(key) < i ? `${facet}/${concept.id}: ${key}` : []));
      }),
    );
    expect(doubled).toEqual([]);
    for (const { concept } of all)
      for (const kind of ['altLabel', 'hiddenLabel', 'signs', 'hints', 'except'] as const)
        for (const label of [...concept[kind]['zh-Hans'], ...concept[kind]['zh-Hant']])
          expect(label, concept.id).toMatch(/\p{Script=Han}/u);
  });

  it('hides no sign behind an exception or a longer name', () => {
    for (const { facet, concept } of all)
      for (const sign of allLabels(concept.signs))
        expect(found(sign, facet), `${facet}/${concept.id}: ${sign}`).toContain(`${facet}/${concept.id}`);
  });
});
