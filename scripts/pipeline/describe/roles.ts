/** The role of each sentence of an abstract: background, gap, aim, method, finding or recommendation. */

import type { Language } from '#domain/language';
import { isChinese } from '#domain/language';
import type { EvidenceRole, Section, SectionKind } from '#domain/paper';
import { callsForMore } from './evidence.ts';
import { stretchesOf } from './stretches.ts';

interface Words {
  gap: RegExp;
  recommendation: RegExp;
  /** Those of the above words that make a recommendation even of a sentence that reports a finding. */
  advice: RegExp;
  aim: RegExp;
  method: RegExp;
  finding: RegExp;
}

/** Words that show which role a sentence of an abstract has. */
const english: Words = {
  gap: /\b(?:gaps?\s+(?:(?:in|of)\s+(?:\p{L}+\s+){1,6})?(?:remains?|exists?|persists?)|(?:little|less|not\s+much|not\s+enough)\s+is\s+known|(?:lack|paucity|scarcity|dearth|absence)\s+of\s+(?:\p{L}+\s+){0,2}(?:research|evidence|stud(?:y|ies)|data|knowledge|literature)|(?:research|evidence|knowledge|literature|data)\s+(?:[\p{L}-]+\s+){0,6}(?:is|are|remains?)\s+(?:\p{L}+\s+)?(?:limited|lacking|scarce|sparse|insufficient|missing|inconclusive)|under-?(?:researched|explored|investigated)|not\s+(?:yet\s+)?been\s+(?:\p{L}+\s+)?(?:studied|examined|explored|investigated)|(?:requires?|needs?|warrants?|deserves?)\s+(?:further|more)\s+(?:attention|research|study|investigation|exploration)|research\s+(?:priorities|questions|agenda)|no\s+(?:review|study|studies|research)\s+(?:was|were|has|have|could)|research\s+(?:\p{L}+\s+){0,8}(?:will|would|could|should)\s+be)\b/iu,
  recommendation:
    /\b(?:should|ought\s+to|recommend(?:ed|s|ation|ations)?|must|needs?\s+to|(?:clinical|practical|policy)\s+implications?|implications?\s+for\s+(?:practice|policy|training|clinicians|services)|(?:is|are)\s+(?:\p{L}+\s+){0,2}(?:needed|required|essential|advised|crucial\s+to|important\s+to|necessary)|the\s+need\s+(?:for|to)|(?:ethical\s+)?responsibility\s+to|call(?:s|ed)?\s+for|urged?|(?:will|may|can|could)\s+(?:help\s+)?(?:inform|guide))\b/iu,
  advice: /\bshould\b/iu,
  aim: /\b(?:(?:this|the|our|present|current)\s+(?:\p{L}+[\s-]){0,4}(?:review|study|paper|article|synthesis|meta-analysis|meta-ethnography|project|protocol|trial|survey)\s+(?:\p{L}+\s+)?(?:aim(?:s|ed)?|seeks?|sought|explores?|explored|examin(?:es|ed)|investigat(?:es|ed)|focus(?:es|ed)?|describes?|assess(?:es|ed)|evaluat(?:es|ed)|intend(?:s|ed)|looks?\s+to|set\s+out|was\s+(?:designed|conducted)\s+to)|(?:aims?|objectives?|purposes?|goals?)\s+(?:of\s+(?:this|the|our)|(?:is|was|were|are)\b)|we\s+(?:aim(?:ed)?|sought|set\s+out|intend(?:ed)?|wanted)\s+to)\b/iu,
  method:
    /\b(?:(?:was|were|is|are)\s+(?:\p{L}+ly\s+)?(?:searched|conducted|recruited|enrol+ed|interviewed|screened|randomi[sz]ed|assigned|analy[sz]ed|collected|appraised|registered|pre-?registered|included|invited|surveyed|transcribed|coded|extracted|administered|used|utili[sz]ed|employed|performed|carried\s+out)|(?:semi-structured|in-depth)\s+interviews|purposive\s+sampl|inclusion\s+criteria|eligib(?:le|ility)|systematic(?:ally)?\s+search|prospero|(?:our|the)\s+sample\s+(?:consisted|comprised|included)|data\s+(?:were|was)|we\s+(?:conducted|used|utili[sz]ed|recruited|searched|interviewed|analy[sz]ed|collected|performed|surveyed)|integrates?\s+the\s+findings|(?:this|the)\s+is\s+a\s+\p{L}+\s+study|this\s+(?:\p{L}+\s+){0,2}study\s+(?:used|included|enrol+ed|recruited|surveyed|interviewed)|(?:quantitative|qualitative)\s+study\s+with)/iu,
  finding:
    /\b(?:(?:findings?|results?|analys[ei]s|data)\s+(?:\p{L}+\s+)?(?:show|shows|showed|suggest|suggests|suggested|indicat\p{L}+|reveal\p{L}*|highlight\p{L}*|demonstrat\p{L}+|identif\p{L}+|support\p{L}*|emphasi[sz]\p{L}+)|we\s+(?:found|identified|observed)|(?:was|were)\s+(?:\p{L}+ly\s+)?(?:associated|related|correlated|found|identified|observed|reported|higher|lower)|(?:themes|categories|factors)\s+(?:emerged|were)|generat(?:ed|ing)\s+(?:\p{L}+\s+){0,2}themes|participants\s+(?:described|reported|felt|expressed|experienced)|(?:significant(?:ly)?)\b)/iu,
};

const chinese: Words = {
  gap: /研究(?:空白|不足|较少|較少|甚少|有限|缺乏)|(?:缺乏|缺少|少有|鲜有|鮮有)[^。；]{0,12}(?:研究|证据|證據|文献|文獻)|(?:尚不|仍不|尚未|仍未)(?:清楚|明确|明確|明了|可知|证实|證實|得到)|有待[^。；]{0,10}(?:研究|探讨|探討|验证|驗證|证实|證實)|(?:进一步|進一步|更多)[^。；]{0,6}研究/u,
  recommendation:
    /建议|建議|应当|應當|应该|應該|须|須|必须|必須|(?<![反响适对相供])应(?=[加重注根采优先尽提制建积给予及])|需要?(?:加强|改进|重视|提高|建立|完善)|值得推广|呼吁|呼籲|有责任/u,
  advice: /应当|應當|应该|應該|建议|建議/u,
  aim: /目的|旨在|本(?:研究|文|综述|綜述)[^。；]{0,10}(?:探讨|探討|探究|考察|分析|评估|評估|构建|構建)|(?:为|為)了?(?:探讨|探討|了解|评价|評價)/u,
  method:
    /检索|檢索|合格的研究|使用[^。；]{1,20}(?:方法|量表|软件)|纳入标准|納入標準|采用|採用|招募|注册|註冊|随机分为|隨機分為|选取|選取|问卷|問卷|访谈|訪談|回顾性分析|对[^。；]{1,20}进行(?:调查|分析|评价|评估)/u,
  finding:
    /结果|結果|发现|發現|表明|显示|顯示|提示|差异|差異|(?:高|低|多|少|优)于|相关|相關|[Pp]\s*[<>＜＞=]|产生了|共纳入|共納入/u,
};

/** Headings that only digests have. */
const headings: readonly [RegExp, EvidenceRole][] = [
  [/next\s+steps?|future\s+(?:research|directions)|下一步|今后|未来/iu, 'gap'],
  [
    /take\s+away|key\s+(?:findings|points|messages)|findings|what\s+(?:did|was)|要点|要點|发现|發現|结论|結論/iu,
    'finding',
  ],
  [/implications?|recommend|for\s+practice|启示|啟示|建议|建議/iu, 'recommendation'],
];

/** The role of what a heading in a sentence opens; the words of conclusions tell whether they find or advise. */
export const roleOfKind: Partial<Record<SectionKind, EvidenceRole>> = {
  background: 'background',
  objective: 'aim',
  methods: 'method',
  results: 'finding',
};

/** After a sentence of one of these roles, the text is about the study itself. */
const opens = new Set<EvidenceRole | undefined>(['aim', 'method', 'finding']);

const isGap = (text: string, words: Words): boolean => callsForMore.test(text) || words.gap.test(text);

/** The role that the words of a sentence show without its context. */
function shown(text: string, words: Words): EvidenceRole | undefined {
  if (words.aim.test(text)) return 'aim';
  if (isGap(text, words)) return 'gap';
  // "Findings show that supervision should be a priority" recommends supervision.
  if (words.finding.test(text)) return words.advice.test(text) ? 'recommendation' : 'finding';
  if (words.method.test(text)) return 'method';
  return words.recommendation.test(text) ? 'recommendation' : undefined;
}

function inSection({ kind, label = '' }: Section, text: string, words: Words): EvidenceRole | undefined {
  switch (kind) {
    case 'background':
      // What is not known before a study is the reason for it.
      return words.aim.test(text) ? 'aim' : 'background';
    case 'objective':
      return 'aim';
    case 'methods':
      return 'method';
    case 'results':
      return isGap(text, words) ? 'gap' : 'finding';
    case 'conclusions':
      if (isGap(text, words)) return 'gap';
      return words.recommendation.test(text) ? 'recommendation' : 'finding';
    default: {
      const heading = headings.find(([pattern]) => pattern.test(label))?.[1];
      return heading === 'gap' && !isGap(text, words) && words.recommendation.test(text) ? 'recommendation' : heading;
    }
  }
}

/** A sentence of a text, with the kind of section in which it begins: that of its section, or of the last heading in the text. */
interface InSection {
  section: Section;
  text: string;
  anchor: string;
  kind: SectionKind | undefined;
  /** The sentence up to a heading inside it: what comes behind it is not what the sentence began as. */
  own: string;
}

function* sentencesOf(sections: readonly Section[]): Generator<InSection> {
  for (const section of sections) {
    let { kind } = section;
    for (const { text, anchor } of section.blocks.flatMap(({ sentences }) => sentences)) {
      const stretches = section.kind ? [] : stretchesOf(text);
      kind = stretches[0]?.kind ?? kind;
      yield { section, text, anchor, kind, own: text.slice(0, stretches[0]?.end) };
      kind = stretches.at(-1)?.kind ?? kind;
    }
  }
}

/** The kind of section of each sentence of a text, by its anchor, where a heading says it. */
export const kindsOf = (sections: readonly Section[]): Map<string, SectionKind | undefined> =>
  new Map([...sentencesOf(sections)].map(({ anchor, kind }) => [anchor, kind]));

/**
 * The role of each sentence of a text, by its anchor. The kind of the section decides, or the last heading in the text
 * of a section without a kind; else the words of the sentence; a sentence whose words show nothing is background before the first sentence on aim, method or findings, and a finding
 * after it. The roles are those of argumentative zoning (Teufel, 1999), as far as abstracts distinguish them.
 */
export function rolesOf(sections: readonly Section[], language: Language): Map<string, EvidenceRole> {
  const words = isChinese(language) ? chinese : english;
  const roles = new Map<string, EvidenceRole>();
  let begun = false;
  for (const { section, anchor, kind, own } of sentencesOf(sections)) {
    const stated = inSection({ ...section, ...(kind ? { kind } : {}) }, own, words);
    const byWords = stated ?? shown(own, words);
    // Before the aim, a gap or a need is the reason for the study, so it is background.
    const isStart: boolean = !begun && stated === undefined && !opens.has(byWords);
    const role: EvidenceRole = isStart ? 'background' : (byWords ?? 'finding');
    begun ||= role !== 'background';
    if (!roles.has(anchor)) roles.set(anchor, role);
  }
  return roles;
}
