/**
 * Whether a sentence that names a design speaks of the paper's own study: an abstract also names the designs of studies
 * that it reviewed, that went before, that are planned, or whose data it uses, and designs that it does not have.
 */

import type { ConceptRef } from '#domain/concept';
import type { EvidenceRole } from '#domain/paper';
import type { Mention } from './mention.ts';

/** Words with which a paper speaks of itself. */
const self =
  /(?:\b|(?<=Background|Methods?|Design|Results?|Findings|Discussion|Conclusions?))(?:(?:this|our|the\s+(?:present|current))\s+(?:[\p{L}-]+\s+){0,5}(?:stud(?:y|ies)|review|paper|article|analysis|synthesis|project|survey|trial|cohort|report|commentary|editorial|essay|viewpoint|evaluation|protocol|experiment|work|research)|in\s+this\s+(?!field|area|context|region|country|population|setting|regard|way|group|respect|age|domain|issue|topic|process)|to\s+this\s+end|we|here|(?:was|were)\s+(?:conducted|performed|carried\s+out|undertaken))\b|(?:^|[.:;]\s?)Methods?\b|\(\s?n\s?=|本(?:文|研究|综述|綜述|组|組|刊|实验|實驗)|(?:^|[，,。.])\s?(?:现|現)?(?:就|报告|報告|报道|報道)|综述如下|作一?综述|进行综述/iu;

/** Words before a design that give it to others: earlier studies, studies in general, a number of studies. */
const ofOthers =
  /\b(?:(?:previous|prior|earlier|published|existing)\s+(?:[\p{L}\p{N}()-]+\s+){0,7}|(?:recent|past|other|another|several|numerous|many|most|few|fewer|some|all|further|future|additional|more|subsequent|upcoming|well-designed|high-quality|large-scale|included|eligible|available|relevant|retrieved|identified|only)\s+(?:[\p{L}\p{N}-]+\s+){0,2})$/iu;
/** Words before a design that deny it. */
const denied =
  /(?:\b(?:non|not|no|never|without|neither|nor|rather\s+than|instead\s+of|unlike|lack\s+of|absence\s+of|excluding|excluded)(?:\s+(?:an?|the|any))?[\s-]+(?:[\p{L}-]+\s+)?|非|未|无)$/iu;
/** Words before a trial whose people or data the study uses: the trial is the parent of the study. */
const parent =
  /\b(?:nested(?:\s+with)?in|nested\s+within|embedded\s+(?:with)?in|(?:as\s+)?part\s+of|within|alongside|enrolled\s+in|participa(?:ting|nts?|ted)\s+(?:in|of|from)|t(?:ook|aken|aking)\s+part\s+in|data\s+(?:from|of)|recruited\s+(?:from|to)|drawn\s+from|from|analys[ie]s\s+of|baseline\s+of|arms?\s+of|follow-up\s+(?:of|to)|outcomes\s+of|prior\s+to|preceding|before|after|following|evaluation\s+of|informs?|inform\s+the|in\s+preparation\s+for)\s+(?:(?:an?|the|our|this|two|three|larger?|ongoing)\s+)?(?:[\p{L}\p{N}-]+\s+){0,4}(?:\p{L}+-)?$/iu;
/** Words of a sentence that is about what is still to be done. */
const planned =
  /\b(?:will\s+(?:be|use|include|employ|conduct|assess|evaluate|inform|compare|examine|involve)|next\s+steps?|in\s+(?:the\s+)?future|future|planned|should\s+be|(?:is|are)\s+(?:needed|required|warranted)|warrant(?:s|ed)?|needs?\s+to\s+be|to\s+be\s+(?:tested|evaluated))\b/iu;
/** Words of a sentence on the studies of a review. */
const reviewed =
  /\b(?:(?:included|eligible|reviewed|identified|retrieved|selected)\s+(?:[\p{L}-]+\s+)?(?:studies|articles|papers|trials|publications)|(?:studies|articles|papers|trials|publications)\s+(?:were\s+|that\s+)?(?:included|met|used|employed|eligible|identified|retrieved|reviewed))\b/iu;
/** Words before a review that make it a step of the study, and not the study. */
const step =
  /\b(?:based\s+(?:up)?on|informed\s+by|building\s+on|drawing\s+(?:up)?on|derived\s+from|obtained\s+(?:from|by|through)|following|after|e\.g\.,?|such\s+as)\s+(?:an?\s+|the\s+|our\s+)?(?:[\p{L}-]+\s+){0,2}$/iu;
/** Words right before a design that give it to the paper, whatever comes before them. */
const ofThis = /\b(?:this|our|the\s+(?:present|current))\s+(?:[\p{L}-]+\s+)?$/iu;
/** A design in a list in brackets: one of the parts of something. */
const inList = { before: /\([^()]*;\s*$/u, after: /^\s*[;)]/u } as const;
/** Names of a design that mean it only in a title: in a text "相关研究" is what has been studied, "1例" one patient. */
const titleWords = /^(?:相关研究|现状调查|现况调查|[1一]例)$/u;
/** Words before "randomly assigned" where it is data that chance divides, and not people. */
const ofData = /\b(?:data|data\s?sets?|records|images|observations|samples?)\s(?:(?:was|were)\s)?$/iu;
/** Words before "translated and validated" where that is a tool which the study only uses. */
const ofTool = /\b(?:previously|already|using|with|by)\s(?:an?\s|the\s)?(?:previously\s|already\s)?$/iu;
/** Words behind "develop and validate" where that is a model or a test, and not an instrument that people answer. */
const ofModel = /^\s[^.;]{0,60}\b(?:model|algorithm|assay|nomogram|prediction|software|framework)/iu;
/** The end of the name of a database: "Cochrane Central Register of Controlled Trials". */
const register = /\b(?:register|registry|database)\s+of\s+(?:[\p{L}-]+\s+){0,2}$/iu;
/** Words of a conclusion that asks others for something. */
const advises = /\b(?:needs?|should|training|future|research|recommend\p{L}*|require[sd]?)\b/iu;
/** The start of the name of a guideline for reports: "Preferred Reporting Items for Systematic Reviews". */
const reporting = /\breporting items for\b[^.;]{0,40}$/iu;
/** A step of every review by PRISMA: "33 articles were included in the qualitative synthesis". */
const inSynthesis =
  /\b(?:includ\p{L}+|articles|studies|papers|eligible)\s(?:\p{L}+\s){0,3}(?:in|for)\s(?:the|a|our)\s$/iu;
/** A design in the plural, which is that of many studies. */
const plural =
  /(?:studies|trials|cohorts|reviews|reports|meta-analyses|syntheses|RCTs|experiments|designs)(?:\s(?:of|among|with|in))?$/u;
/** Words before "study protocol" in a paper that is one; others follow the protocol of their study, or registered it. */
const protocolBefore =
  /(?:\bthis|(?<=\p{Ll})This|\b(?:describes?|presents?|reports?|outlines?)\s(?:the|an?|our))\s(?:\p{L}{1,20}\s)?$/iu;
/** A verb with the word form of a design's name: "cases reported". */
const verb = /(?:reported|reporting|studied|studying)$/iu;
/** Words of a sentence that says that a guideline was made, and not only followed. */
const makes = /develop|formulat|consensus|draft|draw|updat|issu|制定|形成|编写|共识/iu;
/** A design as part of the name of another study: "the Gothenburg Birth Cohort". */
const name = /^\p{Lu}/u;

const set = (...ids: string[]): ReadonlySet<ConceptRef> => new Set(ids.map((id) => `designs/${id}`));
const trials = set(
  'randomised-controlled-trial',
  'quasi-experimental',
  'intervention-study',
  'pilot-study',
  'experiment',
);
const cohorts = set('cohort-study', 'prospective-cohort-study', 'retrospective-cohort-study', 'longitudinal-study');
const asks: ReadonlySet<EvidenceRole | undefined> = new Set(['recommendation', 'gap']);

/** Whether words in a sentence of an abstract name the paper's own design. */
export function isOwnDesign(concept: ConceptRef, { text, start, end, role, kind }: Mention): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const words = text.slice(start, end);
  if (titleWords.test(words) || (inList.before.test(before) && inList.after.test(text.slice(end)))) return false;
  if (register.test(before) || (isReview(concept) && step.test(before))) return false;
  if (reporting.test(before) || (concept === 'designs/qualitative-evidence-synthesis' && inSynthesis.test(before)))
    return false;
  // Conclusions name designs that others should use, where they do not speak of this study.
  if (kind === 'conclusions' && advises.test(text) && !self.test(text)) return false;
  // "A search by another method, such as a review of the literature": what participants did.
  if (concept === 'designs/review' && role === 'finding' && !self.test(text)) return false;
  if (verb.test(words) || denied.test(before) || /^-\p{L}/u.test(text.slice(end))) return false;
  if (ofOthers.test(before) && !ofThis.test(before)) return false;
  if (/^(?:study|trial|review)\s+protocol$/iu.test(words)) return protocolBefore.test(before);
  if (trials.has(concept) && (parent.test(before) || ofData.test(before))) return false;
  if (concept === 'designs/validation-study' && (ofModel.test(text.slice(end)) || ofTool.test(before))) return false;
  if (cohorts.has(concept) && name.test(words) && /\p{L}\s+$/u.test(before)) return false;
  if (
    concept === 'designs/survey' &&
    name.test(words) &&
    !/\b(?:data|datasets?|analy\p{L}+|used|using|conducted)\b/iu.test(text)
  )
    return false;
  if (concept === 'designs/guideline' && !makes.test(text)) return false;
  if (planned.test(text) || reviewed.test(text)) return self.test(before) && !planned.test(text);
  if (plural.test(words) && !/\b(?:we|our)\b/iu.test(before)) return false;
  return !(role === 'background' || asks.has(role)) || self.test(text);
}

/** Words that show that answers in interviews were read as talk, and not counted as those of a questionnaire. */
const qualitative =
  /qualitative|thematic|semi-?\s?structured(?! questionnaire)|in-?depth|focus groups?|transcri|content analysis|phenomenolog|grounded theory|narrative|lived experience|informants?|质性|定性|访谈提纲|主题分析|半结构|深入访谈|深度访谈/iu;
const gathered = set('survey');
const elsewhere = set(
  'randomised-controlled-trial',
  'quasi-experimental',
  'systematic-review',
  'meta-analysis',
  'scoping-review',
  'umbrella-review',
  'bibliometric-study',
  'modelling-study',
  'case-control-study',
);
/** Words without which an analysis of factors is not a test of an instrument. */
const validity = /valid|reliab|psychometric|invarian|development of (?:an?|the)|效度|信度|测量学/iu;
const talks = set('interview-study');

const longitudinal = 'designs/longitudinal-study';
const qualitativeIds = ['qualitative-study', 'interview-study', 'focus-groups'].map((id) => `designs/${id}`);
/** A qualitative study, whose participants may come from a cohort. */
const isTalkAlone = (found: ReadonlySet<string>): boolean =>
  qualitativeIds.some((ref) => found.has(ref)) && !found.has('designs/mixed-methods');

/**
 * Takes out designs that only say how another one of the paper gathers its data: the questionnaire of a trial, interviews
 * that fill in a questionnaire, the random groups of animals, the chance in an experiment with vignettes. `text` is the
 * title and the abstract.
 */
export function withoutMeans(found: ReadonlySet<string>, text: string): Set<string> {
  const has = (...ids: string[]): boolean => ids.some((id) => found.has(`designs/${id}`));
  return new Set(
    [...found].filter((ref) => {
      if (ref === 'designs/validation-study') return validity.test(text);
      if (ref === 'designs/secondary-analysis-of-trial') return !has('modelling-study', 'bibliometric-study');
      if (ref === 'designs/theoretical-paper') return ![...found].some((it) => it !== ref && !isReview(it));
      // A scoping review searches systematically as well.
      if (ref === 'designs/systematic-review') return !has('scoping-review');
      if (ref === 'designs/delphi-study') return !has('validation-study');
      if (ref === 'designs/longitudinal-study') return !has('randomised-controlled-trial');
      if (gathered.has(ref)) return ![...elsewhere].some((it) => found.has(it));
      if (talks.has(ref)) return qualitative.test(text);
      if (cohorts.has(ref))
        return !has('modelling-study', 'economic-evaluation') && (ref === longitudinal || !isTalkAlone(found));
      if (ref === 'designs/randomised-controlled-trial') return !has('animal-study', 'experiment');
      return true;
    }),
  );
}

/** Words of a title before a design that is that of the studies reviewed, or of the study whose data are used. */
const titleOfOthers =
  /\b(?:reviews?|meta-analys[ie]s|synthes[ie]s|overview)\b[^:]*\bof\b[^:]*$|\b(?:secondary|post[- ]hoc|sub-?group|ancillary|process\s+evaluation|economic\s+evaluation|cost-effectiveness|baseline|nested|embedded|perspectives|experiences|process\s+of\s+change|lessons|reflections|challenges|recruitment)\b[^:]*\b(?:of|within|alongside|in|from)\s+(?:(?:an?|the|two|three)\s+)?(?:[\p{L}\p{N}-]+\s+){0,5}$/iu;
const reviewIds = /review|synthesis|meta-/u;
const isReview = (concept: ConceptRef): boolean => reviewIds.test(concept);
/** A title that calls the paper a review. */
const reviewTitle = /\b(?:review|meta-analys[ie]s|(?:meta|evidence\s+|qualitative\s+|thematic\s+)-?synthesis)\b/iu;
/** What is before the name of a guideline in the title of a guideline, and not in that of a study of guidelines. */
const guidelineStart = /(?:^|[:.–—-]\s|\b(?:develop|formulat|updat|issu)\p{L}{1,6}\s(?:of\s)?)([^:.–—]*)$/iu;
/** Words with which a title speaks of guidelines: what is done with them. */
const guidelineUse =
  /\b(?:quality|use|using|adherence|compliance|implement\p{L}{1,8}|reviews?|apprais\p{L}{1,4}|compar\p{L}{1,5}|uptake|knowledge|impact|evaluat\p{L}{1,4}|of|to|with|from|on|in|for|by|and|across|against|between|under|following|about)\b/iu;
/** Words after "guideline" with which a title speaks of guidelines: "guideline adherence". */
const guidelineAfter =
  /^s?[\s-](?:adherence|adherent|compliance|concordan\p{L}*|recommended|based|implementation|uptake|use|quality)/iu;

const isGuidelineBefore = (before: string): boolean => {
  const words = guidelineStart.exec(before)?.[1];
  return words !== undefined && !guidelineUse.test(words);
};

/** What follows the trial whose people were asked: "…: interviews with patients". */
const thenAsked = /^[^:]*:\s(?:an?\s)?(?:[\p{L}-]+\s)?(?:interview|qualitative|focus\sgroup)/iu;
/** The plural of a design that a review reviewed. */
const titledPlural = /(?:studies|trials|RCTs|experiments|evaluations|reports|cohorts)$/iu;

/** Whether words of a title name the paper's own design. */
export function isOwnInTitle(concept: ConceptRef, { text, start, end }: Mention): boolean {
  if (isReview(concept)) return true;
  const before = text.slice(Math.max(0, start - 160), start);
  // "…硬下疳1例", and not "…21例"
  if (/^[1一]例$/u.test(text.slice(start, end))) return !/[\d一二三四五六七八九十百]$/u.test(before);
  if (concept === 'designs/guideline' && !/\p{Script=Han}/u.test(text))
    return isGuidelineBefore(before) && !guidelineAfter.test(text.slice(end));
  // "Economic evaluations of …: a systematic review"
  const after = text.slice(end);
  if (titledPlural.test(text.slice(start, end)) && reviewTitle.test(after)) return false;
  if (trials.has(concept) && thenAsked.test(after)) return false;
  // "Mathematical modelling of …: a systematic review"
  if (reviewTitle.test(after.split(/[:–—]\s/u)[1]?.slice(0, 60) ?? '')) return false;
  return !titleOfOthers.test(before);
}
