/** Words around a number that tell whether it is the size of the study, for the weighing in `samples.ts`. */

import type { Candidate } from './sample-candidates.ts';

/** How many characters around a number are read. */
const reach = 70;
export const near = ({ before, words, after }: Candidate): string =>
  before.slice(-reach) + words + after.slice(0, 2 * reach);

/** Words around a number that speak of the people or things that the study has. */
export const own =
  /\b(?:includ|analy[sz]|synthesi[sz]|compris|consist|met\s|recruit|interview|enrol|participat|sampl|obtain|available|integrat|eligible|took part|random|we found|assess|survey|questionnaire|data (?:from|of|on)|a total of|follow|investigat|carried out|conducted|complet|respond|return|selected|examin|test|observ|among|evaluat|studied|collected|focus group|using|cohort|cross-sectional|treated|report|filled|rated|panel|involv)/iu;
export const ownZh =
  /纳入|納入|分析|样本|招募|访谈|共有|選取|选取|入组|收集|收治|检测|检查|测定|选择|選擇|随机|隨機|回顾|回顧|对象|抽取|调查|報告|报告|分为|分成|观察|治疗/u;
/** Words before a number of those who were asked, found or lost, and of numbers that are not exact. */
export const notOwn =
  /\b(?:screened|exclud\p{L}*|titles|duplicates|invited|approached|contacted|more than|at least|fewer than|less than|up to|only|approximately|catchment|serving|population of|target|mailed|sent|distributed|per|drop(?:ped)?[- ]?out|lost to|withdr\p{L}*|refus\p{L}*|declin\p{L}*|died|initial|(?:selected|drawn|sampled) from (?:the |a )?total of|previous)\b/iu;
/** Words after such a number. */
export const notOwnAfter =
  /^[^.;]{0,20}?\b(?:sent|invited|approached|screened|excluded|eligible(?!\sfor\san?\s)|identified|retrieved|distributed|contacted|refused|declined|died|dropped|withdrew|were lost|deaths)\b/iu;
/** Words after a number that say at once that these were only asked or found. */
export const onlyAsked =
  /^\s*(?:\([^)]*\)\s*)?(?:(?:was|were|have been|had been)\s+)?(?:\p{L}+ly\s+)?(?:distributed|sent|mailed|posted|invited|approached|contacted|screened|issued|handed|referred|considered|assessed\sfor\s(?:eligib|inclusion))\b/iu;
/** Those whom a later choice left: "11 of the 38 leaders were selected". */
export const ofThem = /\d(?:\s\p{L}{1,20})?\s(?:out\s)?of\s(?:the|these|those)\s?$/iu;
export const leftOver = /select|inclu|participat|complet|respond|analy[sz]|eligib|agree|consent|enrol/iu;
/** Words after a number that say at once that these were in the study. */
export const taken =
  /^\W*(?:(?:[^.;]|\.(?=\d)){0,60}?\b(?:were|was|are|is)\s+(?:\p{L}+\s+){0,3}(?:included|analy[sz]ed|valid|interviewed|surveyed|enrol+ed|recruited|studied|examined|evaluated|assessed|returned|received|collected|randomi[sz]ed)|(?:[^.;]|\.(?=\d)){0,80}?\b(?:participated|took part|completed|responded|met (?:the |our )?(?:inclusion|eligibility)))\b/iu;
/** "The number of participants was 401" */
export const numberOf = /^number of\b/iu;
/** A number that begins its sentence. */
export const starts = /(?:^|[.:]\s*|Methods?|Results?|Findings)\s*(?:(?:A|In) total (?:of )?)?$/u;
/** Words of a method in a sentence that the text before made a background. */
export const isMethod = /\bMethods?\b|Methods?(?=\p{Lu})|\b[Ww]e\b/u;
/** A number beside another one, so that neither is the whole: "18 nurses and 16 patients". */
export const coordinate =
  /(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty))(?:\s+\(?(?!were|was|had)[\p{L}=\d)-]+){0,4},?\s+and\s*$/iu;
export const coordinateAfter =
  /^\s*(?:[([][^)\]]*[)\]]\s*)?(?:,\s*)?and\s+(?:an additional\s+)?(?:\d|their\s[^.;(]{1,40}\((?:n\s?=\s?)?\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)/iu;
/** A number beside another one, with what sets the two groups apart: "502 nurses with the disorder and 502 without". */
export const coordinateWith =
  /^\s(?:(?:with|who)\s[^.;,\d]{1,40}\sand\s\d[\d,]*\s(?:without|with|who)|aged\s[^.;,]{1,25}?\sand\s\d[\d,]*\s\p{L}|(?:with|who|of)\s[^.;,(\d]{1,50}\sand\s[^.;,(\d]{1,30}\(n\s?=|in\s[^.;,(\d]{1,30}\sand\s\d[\d,]*\sin\s)/iu;
/** Those who did the work of the study: "data were collected by 12 midwives". */
export const doneBy =
  /\b(?:collected|conducted|performed|reviewed|rated|assessed|interviewed|carried out|screened|delivered|led)\s(?:[\p{L}-]+\s){0,8}by\s(?:an? |the )?$/iu;
/** Where a germ or a finding was: "detected in 41 samples". */
export const foundIn = /\b(?:detected|found|isolated|positive|present)\s(?:in|from)\s$/iu;
/** The number in brackets of a group: "one group (n = 4)", "walkers (supervised, n = 61; 58 years)". */
export const groupSize = /[(（,;]\s?n\s?=\s?(\d[\d,]*)/giu;
/** A group with its number in brackets that comes beside others: "Samples were also taken from patients (n = 196)". */
export const alsoTaken = /\balso\b[^.;]{0,60}$/iu;
/** What stands between two numbers of people who took part side by side: "30 tenants with a garden and 44 advisers". */
export const sideBySide =
  /^(?:(?!\b(?:was|were|had|have|of\s(?:whom|which|these)|who\s(?:completed|agreed)|completed|reported|responded)\b)[^.;]){0,90}\sand\s(?:an?other\s|an\sadditional\s)?$/iu;
/** A number with what sets its people apart from others, whose number follows alone: "412 adults … with and 95 without". */
export const withAndWithout = /^(?:[^.;]|\.(?=\d)){0,90}\s(with|without)\sand\s\d[\d,]*\swith(?:out)?\b/iu;
/** Forms and talks, which are people where nothing else is counted beside them. */
export const notPeople = /\b(?:interviews|questionnaires|responses)$/iu;
/** A sentence on what is still to be done, up to a number of it. */
export const willBe = /\b(?:we|study|trial|project)\s(?:\p{L}+\s)?will\b/iu;
/** Those of whom only a part took part: "out of a total of 441 eligible people, 273 agreed". */
export const mayTakePart = {
  before: /\bof\s(?:a\stotal\sof\s|the\s)?$/iu,
  words: /\b(?:eligible|potential(?:ly)?)\b/iu,
  after: /^,\s\d/u,
} as const;
/** "Of the 130 patients", of whom a part follows. */
export const ofAll = /(?:^|[.:] ?|Results? ?)(?:(?:out )?of|among)(?: the| all)?(?: total)?\s*$/iu;
/** Those who were left after the choice by criteria. */
export const kept =
  /^\s*(?:\([^)]*\)\s*)?(?:(?:met|fulfilled|filled)\s+(?:the\s+|all\s+|our\s+)?(?:inclusion|eligib|selection|criteria)|were\s+(?:included|analy)|provided\s+(?:\p{L}+\s+){0,3}(?:data|information|responses)|had\s+(?:complete|valid|available|usable)\b|were\s(?:then\s)?(?:randomi[sz]ed|randomly\s(?:assigned|allocated)))/iu;
/** A number in a list of several. */
export const list =
  /^[^.;,(]{0,40},\s+(?!(?:19|20)\d\d\s)\d[\d,]*\s+(?!had|were|was|of|reported|did|have|completed|met|agreed|responded|returned)\p{L}/u;
/** Words before a number that is not exact. */
export const roughly = /\b(?:over|nearly|almost|about|around|some|first|next|age[ds]?|top|up to)\s*$/iu;
/** Words before a number that only bound it. */
export const bounded = /\b(?:more than|over|at least|fewer than|less than|up to|nearly|almost|超过|不足)\s*$/iu;
/** Words right before a number of those who were only asked, looked at or found: "we screened 412 people". */
export const askedOrFound =
  /\b(?:screened|approached|invited|contacted|(?:was|were|been)\s(?:sent|mailed)\sto|sent\sto|(?:search(?:es)?|databases)\s[^.;]{0,60}\b(?:identified|found|revealed|returned|yielded|retrieved|produced|generated|located))\s(?:a\stotal\sof\s|all\s|some\s)?$/iu;
/** Words right before a number of those from whom the study took its own: "from a larger sample of 102 patients". */
export const ofLarger =
  /\b(?:(?:larger|wider|full|original|parent|initial|overall|existing)\s(?:sample|study|cohort|trial|survey|dataset|database|group|pool)\s(?:of|with)|(?:selected|drawn|sampled|chosen|taken|subset|subsample)\s(?:at random\s|randomly\s)?(?:from|of)|data\s(?:of|from)\s[^.;]{0,60}\b(?:trial|RCT)\b[^.;]{0,80}\b(?:in which|where))\s(?:a\s(?:total|pool|list|cohort|sample|group)\sof\s|the\s|all\s)?$/iu;
/** Another sample than the first one, so that none of them is the whole: "a second sample of 215 clients". */
export const secondSample =
  /\b(?:second|third|another|independent|separate|validation|replication|cross-validation|holdout|additional|further|new)\s(?:[\p{L}-]+\s)?(?:sample|cohort|group|study|survey|dataset)\s(?:of|with|\()\s?(?:a\stotal\sof\s|n\s?=\s?)?$|\b[Ss]tud(?:y|ies)\s(?:[2-9]|two|three)\b[^.;]{0,60}$/iu;
/** Those who saw the people counted right before: "102 clients with 21 therapists". */
export const partner =
  /\d\s(?:(?!was|were|is|are|had)[\p{L}-]+\s){1,2}(?:with|(?:(?:seen|treated|rated|assessed)\s)?by)\s$/iu;
/** What follows a whole of which those who took part come next: "of the 68 who agreed, 61 completed". */
export const thenFewer =
  /^(?:[^.;,]{0,60},|\s(?:surveyed|asked|invited|approached|contacted|screened))\s(?:only\s)?\d[\d,]*\s?(?:\([^)]*\)\s)?(?:completed|responded|replied|returned|agreed|consented|participated|took\spart|(?:were|was)\s(?:\p{L}+\s)?(?:included|analy[sz]ed|enrol+ed|interviewed|randomi[sz]ed|assessed|eligible))/iu;
/** Words before the number in brackets of those who came along with others: "… and their partners (n = 12)". */
export const alongWith = /\band\stheir\s(?:[\p{L}-]+\s){1,3}$/iu;
/** Words right before those who were left. */
export const leaving =
  /\bleaving\s(?:a\s(?:final\s)?(?:total|sample)\sof\s|a\stotal\s)?$|\bfinal\ssample\s(?:of|was|comprised|included|consisted\sof)\s$/iu;
/** Words behind a number of whom only a part, with its number, became the sample. */
export const partIsSample =
  /^[^.]{0,120}?[;,.]\s(?:and\s)?\d[\d,]*\s(?:\([^)]{0,12}\)\s)?of\s(?:these|them|whom|those)\b[^.;]{0,100}\b(?:formed|included|analy[sz]ed|sample|randomi[sz]ed|participated|took\spart)\b/iu;
/** Chinese numbers beside each other: "120例患者及其120名照顾者". */
export const coordinateZh = {
  before: /\d\s?(?:例|名|位|人)[\p{Script=Han}]{0,16}(?:及其?|和|与|與|以及)\s?$/u,
  after: /^[\p{Script=Han}]{0,16}(?:及其?|和|与|與|以及)\s?(?:其)?[\p{Script=Han}]{0,4}\d[\d ]*\s?(?:例|名|位|人)/u,
} as const;
/** Chinese words around a number of whom only a part, or only pairs, are the sample. */
export const partIsSampleZh =
  /^[^。；]{0,60}其中\s?\d[\d ]*\s?(?:例|名|位|人)[\p{Script=Han}]{0,4}(?:应用|采用|接受|行|使用|完成)|配对\s?\d{1,5}\s?对/u;
/** Chinese words before those who were chosen among the people counted before. */
export const amongThemZh = /从中[^，。；]{0,14}$/u;
/** Forms that came back and are valid, each of one person. */
export const validForms = /有效问卷|份有效/u;
/** A number for a time. */
export const rate = /^\s*(?:per|an?|each)\s+(?:day|week|month|year|annum)/iu;
/** The end of a range. */
export const range = /\brange[^).;]*$|\d\s*(?:to|-|–)\s*$/iu;
/** Words of what a search found. */
export const search =
  /\b(?:search(?:es)?|returned|hits|unique|potentially|relevant|identif\p{L}*|retriev\p{L}*|yield\p{L}*)\b/iu;
/** Words around the number of studies that a review included. */
export const ofStudies =
  /\b(?:includ|met\b|analy[sz]|synthesi[sz]|eligible|review(?:s|ed)?\s+of|findings\s+(?:of|from)|data\s+from|integrat|compris|selected|meta-analy|reviewed)/iu;
/** Numbers below this one need more reasons. */
export const few = 10;
/** Healthy people beside the patients: the size is the sum, which is not stated. */
export const control =
  /^[^，。；]{0,10}(?:进行|作为?|为)对照|^\s*(?:正常|健康)|(?:另|并|同时|同期)?(?:设立?|选取?|以)[^，。；]{0,12}(?:对照|對照)/u;
export const notOwnZh =
  /检索到|初检|筛选|排除|超过|不足|失访|脱落|发放|其中|出现|发生|死亡|有效率|痊愈|好转|显效|无效|复发|阳性|检出/u;
/** Words around a number that is still to be reached. */
export const planned =
  /\b(?:will|planned|aim(?:s|ing)? (?:to|at) (?:recruit|includ|enrol)\p{L}*|required|target(?:ed)? sample|power)\b/iu;
/** Words before the denominator of a rate. */
export const denominator = /\bper\s*$|\b(?:every|each)\s(?:\p{L}{1,12},?\s?)?$|\/\s*$/iu;
/** Words before a number that mean the whole sample. */
export const whole =
  /(?:\btotal of|[Pp]articipants were|\bpanel of|\bsample (?:of|consisted of|comprised|included)|\bincluded|\bof all|(?:^|[.:] ?|Results? ?|Methods? ?)(?:(?:Out )?of|Among)(?: the| all| those| these)?(?: total)?|\bin all,|\boverall,|共(?:调查|收治|检查|入选|收集|分析)\p{Script=Han}{0,10}|共纳入|共納入|共|总计|合计)\s*$/iu;
/** Words before a number of some of those named before. */
export const partOf =
  /(?:\bof (?:whom|which),?|[^.:]\s?\bof (?:these|those),?|\d[^.;]{0,60}\bincluding|\bthe remaining|\bthe other|\bin which|其中|余|包括)\s*$/iu;
/** The parts of the people by group, sex or outcome. */
export const arm =
  /\b(?:control|intervention|cases|controls)\s?[(:]?\s?$|(?<!\b(?:study|focus|whole|total)\s)\b(?:group|arm)\s(?:comprised|consisted\sof|included|contained|had)\s$|(?:\bgroups?|\barms?|组[^，。；]{0,6}|各|每组|男性?|女性?|分别为?)\s?[(（,:：]?\s?$/iu;
export const armAfter =
  /^[^.;,，。；]{0,30}?(?:\bin (?:the|each) (?:\p{L}+ ){0,3}(?:group|arm)|\bper (?:group|arm)|\bcontrols?\b|为?对照组)|^\s*(?:in|per) each/iu;
/** Chinese words before a number that each group has. */
export const eachZh = /(?:每组|每組|各组?|各組?|两组各)\s*$/u;
/** What is said of those who were studied: their age and sex. */
export const described =
  /^[^.;]{0,25}?(?:\((?:[^()]{0,30}\b)?(?:mean|median|average)?\s?(?:aged?|years)\b|\b(?:with\s+an?\s+)?(?:mean|median|average)\s+age\b|\baged\s|\(\d{1,2}(?:\.\d+)?\s?%\s(?:fe)?male|\d{1,2}(?:\.\d+)?\s?%\s(?:were\s)?(?:wom[ae]n|(?:fe)?males?))/iu;
/** Words before a number of those among whom something was handed out, so that not all need have answered. */
export const askedBefore =
  /\b(?:mail|postal)\s+survey\b[^.;]{0,60}$|\b(?:distributed|sent|mailed|posted|administered)\s+(?:out\s+)?to\s+(?:[\p{L}-]+\s+){0,5}$/iu;
/** Words behind a number that leave a part of those counted: "of whom 76% (1035) enrolled and were randomised". */
export const leaves =
  /^,?\s+of\s+(?:whom|which|these|those)\b[^.;]{0,40}?\b(?:enrol|random|includ|analy|complet|particip|eligib|respond)/iu;
/** A share before "of the" and a number, which is then the whole: "9.5% of the 7755 participants". */
export const shareOfAll =
  /\d\s?%(?:[^%.;]|\.\d){0,60}\sof\s(?:the|all|our|these)\s(?:total\s)?$|\d\s\(\d{1,3}(?:\.\d{1,2})?\s?%\)\sof\s$/iu;
/** Words with which a study speaks of itself, also in a sentence before its aim. */
export const ownStudy = /\b(?:study|final|our|analytic(?:al)?)\s+(?:sample|cohort|population)|\bthis\s+study\b/iu;
/** A share after a number, which is then a part. */
export const share =
  /^\s*(?:\p{L}+\s+)?[([（]?\s*(?:[nN]\s?=\s?\d+[,;]\s*)?\d{1,3}(?:\.\d+)?\s*%|^\s*of (?:the|these|those|all|whom)\b/u;
/** A share between a number and its noun: "667 (11.6%) adolescents". */
export const shareWithin = /\(\d[\d.]*\s?%\)/u;
/** A share before a number. */
export const shareBefore = /(?:\d\s*%\s*[(（]?[^()]{0,12}|\bof the\s+|\d\s+(?:out\s+)?of\s+(?:the\s+)?|\/\s*)$/iu;
/** Chinese words for people, before and after the number. */
export const peopleZh =
  /(?:患者|病人|病例|患儿|产妇|孕妇|老年人|学生|护士|医生|受试者|运动员|志愿者|人员|居民|儿童|者)\s*$/u;
export const peopleAfterZh =
  /^[\p{Script=Han}A-Za-z\s]{0,14}?(?:患者|病人|患儿|产妇|孕妇|学生|护士|医生|受试者|志愿者|参与者|被试|受访者|来访者|人员|居民|儿童|者)/u;
