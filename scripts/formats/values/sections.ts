import type { SectionKind } from '#domain/paper';
import { simplified } from '../text/han.ts';

/**
 * What the sections of structured abstracts are called, by the category that PubMed's NlmCategory would give them.
 * Lower case; the words of a label stand alone or joined by "and", "&" or "/".
 */
const labels: Readonly<Record<SectionKind, readonly string[]>> = {
  background:
    `background|introduction|context|rationale|importance|background and aims|background and objectives|background and purpose|background and hypothesis|background and hypotheses|background and objective|background and aim|background & aims|background/aims|background/objective|background/objectives|study background|problem|motivation|theoretical background|background/purpose|background/context|introduction and objectives|introduction and aims|introduction and aim|introduction/aim|introduction/objective|relevance|clinical relevance|unlabelled|what is known|purpose and background|背景|研究背景|引言|前言|背景与目的|背景和目的|背景/目的|研究背景与目的|緒論|研究緣起|antecedentes|introducción|introduccion|contexto|introdução|introducao|justificación|fundamento|contextualização|marco teórico|contexto e objetivo|antecedentes y objetivos|introducción y objetivos|contexte|hintergrund|einleitung|fundamentos`.split(
      '|',
    ),
  objective:
    `objective|objectives|aim|aims|purpose|goal|goals|aim of the study|aims of the study|study objective|study objectives|purpose of the study|purpose of review|purpose of the review|aim(s)|objective(s)|research question|research questions|aims and objectives|aims/objectives|hypothesis|hypotheses|question|research objective|research aims|aims and method|objective and method|study aim|review question|review questions|目的|研究目的|目标|研究目标|目的与意义|目的:|意义|objetivo|objetivos|objetivo general|propósito|proposito|finalidad|finalidade|objectif|objectifs|ziel|fragestellung|ziele|purposes|primary objective|ethnopharmacological relevance|background/aim|zielsetzung`.split(
      '|',
    ),
  methods:
    `methods|method|methodology|methodologies|materials and methods|material and methods|material and method|methods and materials|patients and methods|subjects and methods|participants and methods|methods and findings|methods & findings|study design|design|setting|settings|participants|patients|subjects|sample|data sources|data source|data collection|data extraction|data collection and analysis|data analysis|data extraction and synthesis|study selection|selection criteria|eligibility criteria|search methods|search strategy|search method|intervention|interventions|main outcome measures|main outcome measure|main outcomes and measures|main outcomes|outcome measures|outcomes|measures|measurements|procedure|procedures|design and methods|design and setting|design, setting, and participants|design, setting and participants|setting and participants|study design and setting|design/methodology/approach|approach|analysis|statistical analysis|exposures|exposure|interventions/methods|research design|study setting|methods/design|methods/analysis|methods and analysis|data sources and review methods|inclusion criteria|experimental|review methods|sources|sampling|instruments|primary and secondary outcome measures|study eligibility criteria|trial design|methods and results|literature search|sample and methods|research design and methods|experimental design|patient sample|information sources|synthesis methods|synthesis of results|charting methods|evidence acquisition|sources of evidence|方法|研究方法|材料与方法|资料与方法|对象与方法|对象和方法|对象|研究对象|设计|研究设计|检索策略|检索方法|检索文献方法|纳入排除标准|纳入标准|入选标准|标准/纳入排除标准|资料收集与分析|数据收集与分析|数据收集和分析|资料收集和分析|资料收集|数据来源|干预|干预措施|主要结局指标|测量|地点|研究地点|参与者|受试者|研究方法与设计|文献检索|选择标准|資料收集與分析|搜尋策略|研究設計|研究對象|método|métodos|metodo|metodos|metodología|metodologia|material y métodos|materiales y métodos|material e métodos|materiais e métodos|pacientes y métodos|participantes|diseño|delineamento|diseño del estudio|procedimiento|procedimientos|sujetos y métodos|casuística e métodos|sujetos|método y materiales|métodos de búsqueda|estrategia de búsqueda|criterios de selección|obtención y análisis de los datos|métodos de busca|critérios de seleção|coleta dos dados e análises|procedimentos|desenho|méthode|méthodes|methode|methoden|material und methoden|matériel et méthodes|matériels et méthodes|stratégie de recherche documentaire|critères de sélection|recueil et analyse des données|suchmethodik|auswahlkriterien|datensammlung und -analyse|materials|materials & methods|data synthesis|design, patients, and setting|measurements and main results|methods/findings|methodik|patienten und methoden`.split(
      '|',
    ),
  results:
    `results|result|findings|main results|study results|study findings|principal findings|key findings|main findings|principal results|results and discussion|results and conclusions|results and conclusion|outcome|observations|evidence synthesis|key results|recent findings|results/conclusions|results/findings|case presentation|case report|results and limitations|结果|研究结果|主要结果|結果|研究結果|结果与讨论|结果与结论|研究发现|发现|主要結果|resultados|resultado|hallazgos|resultados principales|principais resultados|résultats|résultats principaux|ergebnisse|hauptergebnisse|resultados y discusión|resultados e discussão|resultados y conclusiones|finding`.split(
      '|',
    ),
  conclusions:
    `conclusion|conclusions|discussion|discussion and conclusion|discussion and conclusions|conclusion and implications|conclusions and implications|conclusions and relevance|conclusion and relevance|interpretation|implications|implications for practice|practice implications|clinical implications|implications for nursing|implications for social work|implications for rehabilitation|implications for clinical practice|summary|authors' conclusions|authors’ conclusions|author's conclusions|author’s conclusions|concluding remarks|significance|conclusion/implications|conclusions/implications|conclusions/significance|conclusion/significance|discussion/conclusions|discussion/conclusion|clinical or methodological significance of this article|clinical significance|public health significance|recommendations|limitations|strengths and limitations|originality/value|practical implications|research limitations/implications|social implications|originality|relevance to clinical practice|implications and contributions|conclusion and recommendations|impact|practitioner points|take home message|key messages|key message|key points|contribution|outlook|conclusions and recommendations|impact statement|conclusions and clinical relevance|scientific significance|limitation|novelty|future directions|patient or public contribution|no patient or public contribution|public significance statement|lay summary|结论|研究结论|讨论|结语|作者结论|启示|小结|局限|局限性|結論|作者結論|研究結論|总结|结论与建议|结论与启示|讨论与结论|conclusión|conclusiones|conclusion|conclusão|conclusões|conclusao|consideraciones finales|considerações finais|discusión|discussão|conclusiones de los autores|conclusões dos autores|implicaciones|limitaciones|discusión y conclusiones|schlussfolgerung|schlussfolgerungen|diskussion|schlussfolgerungen der autoren|conclusions des auteurs|discusión/conclusiones|conclusions and implications for practice|fazit|conclusion(s)|application to practice|key conclusions`.split(
      '|',
    ),
  other:
    `trial registration|trial registration number|registration|clinical trial registration|systematic review registration|prospero registration|prospero registration number|registration number|protocol registration|funding|ethics and dissemination|international registered report identifier (irrid)|level of evidence|abbreviations|ethics|clinical trial|trial registry|clinicaltrial|funding statement|protocol|dissemination|plain language summary|registration details|trial number|clinical trial number|prospero number|source of funding|study registration|registration and protocol|registry|prospero|试验注册|注册|资助|临床试验注册|注册号|通俗语言总结|試驗註冊|registro|registro del ensayo|financiación|financiamento|copyright|trial status|supplementary information|clinical trials registration|clinicaltrials.gov|clinical trial registration number|availability`.split(
      '|',
    ),
};

const kinds = new Map<string, SectionKind>();

/** A label as it is looked up: lower case, no colon, brackets or final stop. */
export const labelKey = (label: string): string =>
  simplified(label)
    .toLowerCase()
    .replace(/^[\s【[(<〔［]+|(?<![\s】\])>〕］:：.。])[\s】\])>〕］:：.。]+$/gu, '')
    .replace(/’/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();

for (const [kind, names] of Object.entries(labels) as [SectionKind, readonly string[]][])
  for (const name of names) if (!kinds.has(labelKey(name))) kinds.set(labelKey(name), kind);

/** The part of an abstract that a label opens; `undefined` for what is no label, as every long text is. */
export const kindOfLabel = (label: string): SectionKind | undefined =>
  label.length > 150 ? undefined : (kinds.get(labelKey(label)) ?? kinds.get(labelKey(label).replaceAll("'", '’')));

/** "SETTING AND DESIGN" is a label when each of its words is: the first decides what it opens. */
export function kindOfWords(words: string): SectionKind | undefined {
  const known = kindOfLabel(words);
  if (known || words.length > 80) return known;
  const parts = labelKey(words)
    .split(/\s?(?:,|\/|&|\band\b|和|与|及|\by\b|\be\b)\s?/u)
    .filter(Boolean);
  if (parts.length < 2) return undefined;
  const kinds = parts.map((part) => kindOfLabel(part));
  return kinds.every(Boolean) ? kinds[0] : undefined;
}

/** Every label with at least two letters, longest first, for labels that are glued to their text. */
export const allLabels: readonly string[] = [...new Set(Object.values(labels).flat())].sort(
  (a, b) => b.length - a.length,
);
