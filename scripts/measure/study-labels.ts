/** The labels of tests/fixtures/studies-labelled, and which concepts of the vocabulary each label means. */

/** The sets of abstracts, in the order in which they were labelled. */
export const splits = [
  'developed',
  'held-out',
  'fresh',
  'fresh-2',
  'fresh-3',
  'fresh-4',
  'fresh-5',
  'fresh-6',
  'fresh-7',
] as const;

/** The parts of a label that are used; tests/fixtures/studies-labelled/README.md explains all. */
export interface StudyLabel {
  line: number;
  split: (typeof splits)[number];
  designs: { code: string; basis: 'stated' | 'inferable' }[];
  alsoAccepted: string[];
  countries: { code: string }[];
  sample: { of: string; count: number | null; parts: { count: number }[] } | null;
}

/** By concept of the vocabulary: the labels for which it is a right answer, a broader one included. */
const labelsOf: Record<string, string> = {
  review: 'literature-review',
  'narrative-review': 'literature-review',
  'integrative-review': 'literature-review systematic-review',
  'rapid-review': 'literature-review systematic-review',
  'realist-review': 'literature-review systematic-review',
  'systematic-review': 'systematic-review',
  'qualitative-systematic-review': 'systematic-review qualitative-evidence-synthesis',
  'mixed-methods-review': 'systematic-review',
  'qualitative-evidence-synthesis': 'qualitative-evidence-synthesis',
  'thematic-synthesis': 'qualitative-evidence-synthesis',
  'meta-ethnography': 'qualitative-evidence-synthesis',
  'meta-analysis': 'meta-analysis',
  'umbrella-review': 'umbrella-review',
  'scoping-review': 'scoping-review',
  'qualitative-study': 'qualitative-study qualitative-interviews qualitative-focus-groups ethnography',
  'interview-study': 'qualitative-interviews',
  'focus-groups': 'qualitative-focus-groups',
  'grounded-theory': 'qualitative-study qualitative-interviews',
  phenomenology: 'qualitative-study qualitative-interviews',
  'narrative-inquiry': 'qualitative-study qualitative-interviews',
  'conversation-analysis': 'qualitative-study',
  ethnography: 'ethnography',
  'case-study': 'case-study case-report case-series',
  'case-report': 'case-report',
  'case-series': 'case-series',
  'mixed-methods': 'mixed-methods',
  'randomised-controlled-trial': 'randomised-controlled-trial cluster-randomised-trial',
  'intervention-study': 'non-randomised-intervention-study pilot-or-feasibility-study',
  'pilot-study': 'pilot-or-feasibility-study',
  experiment: 'experiment',
  'process-evaluation': 'process-evaluation',
  'economic-evaluation': 'economic-evaluation',
  'discrete-choice-experiment': 'discrete-choice-experiment',
  'modelling-study': 'modelling',
  'bibliometric-study': 'bibliometric-study',
  'document-analysis': 'document-analysis',
  'animal-study': 'animal-study',
  'quasi-experimental': 'non-randomised-intervention-study',
  'secondary-analysis-of-trial': 'secondary-data-analysis',
  'quantitative-observational':
    'cross-sectional repeated-cross-sectional cohort cohort-prospective cohort-retrospective longitudinal-study case-control',
  'cohort-study': 'cohort cohort-prospective cohort-retrospective',
  'prospective-cohort-study': 'cohort-prospective',
  'retrospective-cohort-study': 'cohort-retrospective',
  'retrospective-study': 'retrospective-record-review cohort-retrospective',
  'longitudinal-study': 'longitudinal-study cohort cohort-prospective cohort-retrospective',
  'cross-sectional-study': 'cross-sectional repeated-cross-sectional',
  survey: 'cross-sectional repeated-cross-sectional',
  'case-control-study': 'case-control',
  'diagnostic-accuracy-study': 'diagnostic-accuracy',
  'time-series-study': 'time-series',
  'ecological-study': 'ecological-study',
  'surveillance-study': 'surveillance-study',
  'validation-study': 'psychometric-validation',
  'delphi-study': 'guideline-or-consensus',
  guideline: 'guideline-or-consensus',
  protocol: 'protocol',
  'theoretical-paper': 'theoretical-framework commentary',
};
/** Designs that a found narrower concept states as well, by the hierarchy of the vocabulary. */
const implied: Record<string, string> = {
  'interview-study': 'qualitative-study',
  'focus-groups': 'qualitative-study',
  ethnography: 'qualitative-study',
  'meta-analysis': 'systematic-review',
};
const meant = new Map(Object.entries(labelsOf).map(([id, codes]) => [id, new Set(codes.split(' '))]));
const known = new Set([...meant.values()].flatMap((codes) => [...codes]));

/** How many values were found, how many of them are right, how many are stated, and how many of these were found. */
export interface Tally {
  right: number;
  found: number;
  hit: number;
  stated: number;
}
export const noTally = (): Tally => ({ right: 0, found: 0, hit: 0, stated: 0 });

/**
 * Designs: a found one is right where it means one of the labels, and is not counted where a second coder could defend
 * it. Of the labels those count that the words state and for which the vocabulary has a concept.
 */
export function tallyDesigns(tally: Tally, label: StudyLabel, found: readonly string[]): void {
  const codes = new Set(label.designs.map(({ code }) => code));
  const means = (id: string, wanted: ReadonlySet<string>): boolean =>
    [...(meant.get(id) ?? [])].some((code) => wanted.has(code));
  const accepted = new Set(label.alsoAccepted);
  for (const id of found) {
    if (!means(id, codes) && means(id, accepted)) continue;
    tally.found += 1;
    if (means(id, codes)) tally.right += 1;
  }
  for (const { code, basis } of label.designs) {
    if (basis !== 'stated' || !known.has(code)) continue;
    tally.stated += 1;
    if (found.some((id) => meant.get(id)?.has(code) || implied[id] === code)) tally.hit += 1;
  }
}

/** Countries, by their ISO 3166-1 code, which is the id of the concept too. */
export function tallyCountries(tally: Tally, label: StudyLabel, found: readonly string[]): void {
  const codes = new Set(label.countries.map(({ code }) => code.toLowerCase()));
  const right = found.filter((id) => codes.has(id)).length;
  tally.found += found.length;
  tally.right += right;
  tally.hit += right;
  tally.stated += codes.size;
}

/** Sample sizes: the count, or the sum of the parts where no total is stated, of studies or of anything else. */
export function tallySamples(
  tally: Tally,
  { sample }: StudyLabel,
  found: readonly { of: string; count: { value: number } }[],
): void {
  const wanted = sample && (sample.count ?? sample.parts.reduce((sum, { count }) => sum + count, 0));
  const right = found.filter(
    ({ of, count }) => count.value === wanted && (of === 'studies') === (sample?.of === 'studies'),
  ).length;
  tally.found += found.length;
  tally.right += right;
  tally.hit += right;
  tally.stated += wanted === null ? 0 : 1;
}
