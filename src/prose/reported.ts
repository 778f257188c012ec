/** Recognises sentences that report what a study did, found or said. Such a sentence must rest on a paper. */

import type { InterfaceLanguage } from '#domain/language';
import { hasHan } from '#text/han';

/** Words for the subjects of study reports (studies, people in them), and the verbs of what they did, found or said. */
const english = {
  reports:
    '(?:papers?|stud(?:y|ies)|reviews?|abstracts?|digests?|synthes[ei]s|meta-ethnograph(?:y|ies)|trials?|summar(?:y|ies)|authors?|researchers|investigators|participants?|interviewees|respondents)',
  people: '(?:clients|patients|service users|therapists|clinicians|professionals|interpreters|staff|families)',
  definite:
    '(?:the|this|that|these|those|both|two|three|four|five|six|seven|eight|nine|ten|each|one|neither|its|their|our|all|most|several|\\d+)',
  between: '(?:\\s+(?:also|all|both|do|does|did|not|only|never|clearly|once|thus|then|already|themselves|itself))*',
  said: '(?:finds?|found|reports?|reported|says?|said|shows?|showed|shown|describes?|described|states?|stated|concludes?|concluded|suggests?|suggested|recommends?|recommended|names?|named|calls?|called|asks?|asked|lists?|listed|argues?|argued|notes?|noted|measures?|measured|interviewed|includes?|included|compares?|compared|observes?|observed|identif(?:y|ies|ied)|gives?|gave|mentions?|mentioned|highlights?|highlighted|emphasi[sz]e[sd]?|speaks?|spoke|wants?|wanted|tells?|told|experienced|felt|misse[sd]|proposes?|proposed|tested|examine[sd]?)',
  told: '(?:said|told|found|reported|described|felt|named|stated|experienced|wanted)',
  did: '(?:\\p{L}{2,}ed|was|were|had|did|said|told|found|felt|left|lost|kept|gave|got|took|went|came|met|saw|knew|thought|began|became|spoke|sought|chose|built|broke|wrote|made|held|brought|fell|grew|rose)',
};
const chinese = {
  reports: '(?:研究|论文|文章|综述|摘要|评介|元民族志|试验|作者|研究者|参与者|受访者|被试|访谈对象)',
  people: '(?:来访者|患者|服务使用者|治疗师|临床工作者|专业人员|口译员|家属)',
  between: '(?:们|都|均|也|还|并|曾|没有|未|则|只|所)*',
  said: '(?:发现|指出|认为|报告|表明|显示|提到|提及|描述|建议|呼吁|强调|列出|记录|得出|测量|访谈|纳入|比较|考察|觉得|表示|希望|要求|主张|写道|说明|说)',
  did: '(?:表示|报告说|说过|提到|描述说|讲述|反映|觉得|(?:离开|退出|失去|感到|经历|接受|完成|选择|放弃|建立|参加|获得|遭遇)(?:了|过))',
};

/** Statements of what a paper, a study or somebody in it did, found or said. */
const statements: Readonly<Record<InterfaceLanguage, readonly RegExp[]>> = {
  en: [
    new RegExp(
      `\\b${english.definite}\\s+(?:[\\p{L}-]+\\s+){0,3}?${english.reports}${english.between}\\s+${english.said}\\b`,
      'iu',
    ),
    new RegExp(`\\b${english.reports}${english.between}\\s+${english.told}\\b`, 'iu'),
    new RegExp(`\\b${english.people}${english.between}\\s+${english.did}\\b`, 'iu'),
    /\b(?:is|are|was|were|has been|have been)\s+(?:\p{L}+ly\s+)?(?:reported|described|found|recommended|stated|measured|observed|concluded|shown\s+(?:to|that))\b/iu,
  ],
  zh: [
    new RegExp(`${chinese.reports}${chinese.between}${chinese.said}`, 'u'),
    new RegExp(`${chinese.people}${chinese.between}${chinese.did}`, 'u'),
  ],
};

/** Papers named in the form of a citation. */
const citations: Readonly<Record<InterfaceLanguage, RegExp>> = {
  en: /(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]{1,40}\s+(?:et\s+al\b|and\s+colleagues\b|\((?:\d{4}|n\.\s?d\.|no date))/u,
  zh: /\p{L}\s?等(?:人|[（(])|\p{L}[（(](?:\d{4}|年份不详)[）)]/u,
};

/** Words for what may be, should be or is asked: such a sentence reports nothing. */
const open =
  /\b(?:may|might|can|could|should|would|must|will|cannot|whether|if)\b[^.;:]{0,60}$|(?:可能|可以|应当|应该|能否|是否|会不会)[^。；：]{0,12}$/iu;
/** Headings that are questions. */
const asks = /^(?:what|how|why|where|which|who|when|whether)\b|什么|如何|怎样|怎么|哪些|为何|吗/iu;

/** A text as words between single spaces, to find whole names in it. */
const rowOf = (text: string): string => ` ${text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `;
const holds = (sentence: string, name: string): boolean =>
  hasHan(name) ? sentence.includes(name) : rowOf(sentence).includes(rowOf(name));

function statementIn(sentence: string, lang: InterfaceLanguage): string | undefined {
  for (const statement of statements[lang]) {
    const found = statement.exec(sentence);
    if (found && !open.test(sentence.slice(0, found.index))) return found[0];
  }
  return undefined;
}

/**
 * The words in a sentence that report what a paper, a study or somebody in it did, found or said; `undefined` if the
 * sentence, as far as its words show, reports nothing. `names` are authors of the papers that the text is about.
 */
export const reportIn = (sentence: string, lang: InterfaceLanguage, names: readonly string[]): string | undefined =>
  names.find((name) => holds(sentence, name)) ?? citations[lang].exec(sentence)?.[0] ?? statementIn(sentence, lang);

/** Like `reportIn`, but for a heading or the head of a table column, which may name papers and may be a question. */
export const reportInHeading = (heading: string, lang: InterfaceLanguage): string | undefined =>
  asks.test(heading) ? undefined : statementIn(heading, lang);

/** Whether a sentence says that something is not so or does not exist, as an absence does. */
export const denies = (sentence: string, lang: InterfaceLanguage): boolean =>
  (lang === 'en'
    ? /\b(?:no|not|none|neither|nor|never|nobody|nothing|nowhere|without|cannot|un(?:stated|known|named|tested|examined)|silent|alone|only|lacks?|missing|absent|leaves? open)\b|n[’']t\b/iu
    : /没|未|无|不|非|仅|只|缺|空白|尚待/u
  ).test(sentence);
