import type { SectionKind } from '#domain/paper';

/** Labels of structured abstracts by the kind that PubMed's NlmCategory gives them, in lower case. */
const kinds: Readonly<Record<Exclude<SectionKind, 'other'>, string>> = {
  background:
    'background|motivation|introduction|context|rationale|significance|importance|背景|研究背景|引言|前言|antecedentes|introducción|introdução|contexto|fundamento|fundamentos|hintergrund|einleitung|contexte',
  objective:
    'objective|objectives|aim|aims|purpose|purposes|goal|goals|question|research question|hypothesis|hypotheses|study objective|study objectives|primary objective|ethnopharmacological relevance|ethnophormacological relevance|aim of the study|aims of the study|background and objective|background and objectives|background and aim|background and aims|background and purpose|background/aim|background/aims|background/objective|background/objectives|目的|目标|研究目的|背景与目的|objetivo|objetivos|ziel|zielsetzung|objectif|objectifs',
  methods:
    'methods|method|methodology|methodologies|materials and methods|material and methods|methods and materials|patients and methods|subjects and methods|participants and methods|materials|materials & methods|study design|design|research design|research design and methods|design and methods|methods/design|setting|settings|participants|patients|subjects|sample|interventions|intervention|measures|measurements|main outcome measures|main outcome measure|outcome measures|outcomes|data sources|data source|data collection|data extraction|data synthesis|study selection|search strategy|search methods|selection criteria|data collection and analysis|data extraction and synthesis|eligibility criteria|review methods|analysis|procedures|procedure|methods and analysis|design, setting, and participants|design, setting and participants|design, patients, and setting|exposures|measurements and main results|methods and results|methods and findings|methods/findings|方法|资料与方法|对象与方法|材料与方法|研究方法|métodos|metodología|metodologia|método|materiales y métodos|material y métodos|methoden|methodik|patienten und methoden|méthodes|méthode',
  results:
    'results|result|findings|finding|main results|results and discussion|key findings|main findings|principal findings|main outcomes and measures|discussion|结果|研究结果|结果与讨论|讨论|resultados|ergebnisse|résultats',
  conclusions:
    "conclusion|conclusions|conclusions and relevance|conclusion and relevance|interpretation|implications|clinical implications|practice implications|implications for practice|authors' conclusions|author's conclusions|discussion and conclusions|discussion and conclusion|conclusions/significance|conclusions and implications|conclusions and implications for practice|conclusions and clinical relevance|clinical relevance|clinical significance|practical implications|conclusiones|conclusión|conclusões|conclusão|结论|研究结论|结语|schlussfolgerung|schlussfolgerungen|fazit|conclusion(s)|limitations|relevance to clinical practice|application to practice|key conclusions|level of evidence",
};

const byLabel = new Map<string, SectionKind>();
for (const [kind, labels] of Object.entries(kinds))
  for (const label of labels.split('|')) byLabel.set(label, kind as SectionKind);
for (const label of [
  'trial registration',
  'trial registration number',
  'summary',
  'availability',
  'supplementary information',
  'contact',
  'discussion and limitations',
  'clinical trial registration',
  'clinical trials registration',
  'registration',
  'systematic review registration',
  'study registration',
  'clinicaltrial',
  'clinicaltrials.gov',
  'funding',
  'keywords',
  'prospero registration',
  'prospero registration number',
  'international registered report identifier (irrid)',
  'ethics and dissemination',
  'registration number',
  'patient or public contribution',
  'public significance statement',
  'trial registry',
  'originality/value',
  'strengths and limitations',
  'clinical trial registration number',
])
  // prettier-ignore
  byLabel.set(label, 'other');

/** The kind of a label as written, with or without its colon; nothing for words that are no label. */
export function sectionKind(label: string): SectionKind | undefined {
  const plain = label
    .replace(/\s+/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .replace(/(?<![:：.\s])[:：.\s]+$/u, '')
    .trim()
    .toLowerCase();
  const whole = byLabel.get(plain);
  if (whole || plain.length > 60) return whole;
  // "Methodology/Principal findings" is made of labels: its first part says where it belongs.
  const parts = plain.split(/\s?(?:\/|&|,|\band\b|与|和|及)\s?/u).filter(Boolean);
  return parts.length > 1 && parts.every((part) => byLabel.has(part)) ? byLabel.get(parts[0] ?? '') : undefined;
}
