/**
 * What no value of a paper looks like, by kind of value: a person sees at a glance that it is none. The reader takes no value of
 * which one of these holds, and a test looks for such values on every labelled page.
 */

import { isDegree, isGroupName } from '../values/names.ts';
import { kindOfLabel } from '../values/sections.ts';
import { tailOf } from './furniture.ts';
import { isInterface } from './interface.ts';
import { fieldOfLabel } from './labels.ts';

/** Why a text can be no value of a kind. */
type Faults = Readonly<Record<string, (text: string) => boolean>>;

/** What is no value of any kind. */
const ofAny: Faults = {
  'no word': (text) => !/\p{L}/u.test(text),
  'an address of the web': (text) => /^(?:https?:|www\.)|^[^\s@]+@[^\s@]+$|^(?:doi:\s?)?10\.\d{4,9}\//iu.test(text),
  'marks of a program': (text) =>
    /^[{}<>|]|^(?:undefined|null|NaN)$|&(?:amp|nbsp|lt|gt|quot);|<\/?(?:div|span|p|a)\b|(?<!\w)[a-z]{2,20}_[a-z]{2,20}\s[|:=]\s/u.test(
      text,
    ),
  'what a site asks of its reader': (text) =>
    /^(?:please (?:allow|check|choose|cite|click|contact|do not|enable|enter|fill|log|login|note|read|refer|register|select|sign|subscribe|try|upgrade|use|visit|wait)\b|(?:bitte|veuillez|por favor)\b|(?:click|sign in|log in|skip to|enter your|close (?:cookie|this)|subscribe to)\b)|^(?:请(?:输入|登录|点击|选择|扫)|点击|订阅|.{0,12}(?:注册|登录)后(?:可|即可|免费|查看)|欢迎(?:访问|光临))|\b(?:your (?:e-?mail|password|browser|institution|account|library|username)|you will receive an e-?mail|e-?mail address|javascript is|(?:use|accept|allow|manage|reject|all|our) cookies|cookies? (?:consent|notice|policy|preferences|settings)|click here|clicca qui|haga clic|clique aqui|cliquez ici|hier klicken|found this (?:article|document|page) (?:helpful|useful))\b/iu.test(
      text,
    ),
};

/** Words that a page prints around values, and never as one of these. */
const aroundValues: Faults = {
  ...ofAny,
  'words of a site': isInterface,
  'a heading or a label': (text) =>
    kindOfLabel(text) !== undefined ||
    tailOf(text) !== undefined ||
    fieldOfLabel(text.replace(/\s?[:：]$/u, '')) !== undefined,
};

const verb = /\s(?:is|are|was|were|has|have|had|will|can|may|been|which|we|you|your|our)\s/u;

/** In a list of references nearly every sentence has names with initials, and a year. */
function isReferences(text: string): boolean {
  const heads = text.match(
    /(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]+,?\s(?:\p{Lu}\.\s?){1,3}|\((?:19|20)\d{2}[a-z]?\)|\[\d{1,3}\]|(?:19|20)\d{2};\d/gu,
  );
  return heads !== null && heads.length > 3 && heads.length > text.length / 90;
}

/** Several sentences, of which one after the first says "you". Looked for in steps, so that its time is linear. */
function speaksToReader(text: string): boolean {
  const second = text.search(/[.!?]\s\p{Lu}/u);
  return second >= 0 && /[.!]$/u.test(text) && /\byour?\b/u.test(text.slice(second));
}

/** By kind of value: what none of them is. A subject of research may be the word of a menu too: "privacy", "feedback". */
export const impossible = {
  title: {
    ...aroundValues,
    'rights of a site': (text) => /^[(（]?(?:©|copyright\b|all rights reserved)/iu.test(text),
    'sentences to its reader': (text) =>
      speaksToReader(text) ||
      /\bwas this (?:answer|article|document|page)\b[^?]{0,60}\?$|\bplease (?:use|talk to|log in|contact|click|visit|see|note)\b/iu.test(
        text,
      ),
    'a page of a document': (text) => /^Page \d{1,4}[:.]\s/u.test(text),
    'the size of a file': (text) => /\b\d{1,6}(?:\.\d{1,3})?\s?[KM]B\b/u.test(text),
    'a person with a role': (text) =>
      /^(?:\p{Lu}[\p{L}.'’-]*\s){1,3}\p{Lu}[\p{L}'’-]+,\s(?:(?:Assistant|Associate|Senior|Clinical)\s){0,2}(?:Professor|Lecturer|Director|Reader in|Ph\.?D|M\.?D)(?!\p{L})/u.test(
        text,
      ),
    'a grant': (text) => /(?:基金|项目).{0,80}(?:资助|支持|研究成果)$/u.test(text),
    'steps of a path': (text) => /\s[>›»]\s.*\s[>›»]\s/u.test(text),
  },
  authors: {
    ...aroundValues,
    'one letter': (text) => text.replace(/\P{L}/gu, '').length < 2,
    'a number': (text) => /\d(?!(?:st|nd|rd|th)\b)/u.test(text) && !isGroupName(text),
    'marks that no name has': (text) => /[:：|｜@?？!！。\\]/u.test(text),
    'a degree, or initials alone': (text) =>
      (text.includes('.') && isDegree(text.replace(/\s/gu, ''))) || /^(?:\p{Lu}\p{Ll}{0,2}\.\s?){1,4}$/u.test(text),
    'a sentence': (text) => verb.test(text),
    'a note on names': (text) => /\bauthorship\b|\bcontributed equally\b|^(?:综述|审校|审阅|编译|执笔)$/iu.test(text),
    'a thesis': (text) => /\b(?:thes[ei]s|dissertations?)$/iu.test(text),
    'an institution': (text) =>
      /^(?:D[ei]part(?:ment|amento|imento)|Département|Fa[ck]ult\p{L}{1,4}|Facoltà|Facultad|Faculdade|Istituto)\s\p{Ll}/u.test(
        text,
      ),
    'a word that stands before a thing': (text) => /^(?:Über|Zur|Zum|Eine|Vom|Aus|Auf|Sobre|Sur)\s/u.test(text),
    'a licence, or where something is from': (text) => /\blicen[cs]e|\bcopyright\b|^来自/iu.test(text),
  },
  journal: {
    ...aroundValues,
    'a sentence': (text) => verb.test(text) || text.split(' ').length > 24,
    'a long number': (text) => /\d{5}/u.test(text),
    'a kind of article': (text) => /^(?:artículos?|artigos?|articles?|papers?)$/iu.test(text),
    'an address': (text) => /^(?:Dep(?:artment|t)|School|Faculty|Division|Univ).*,.*,/u.test(text),
  },
  keywords: {
    ...ofAny,
    'a sentence': (text) => text.split(' ').length > 14 || /[.。!?]\s?\p{L}{2,}\s\p{L}+\s/u.test(text),
    'cut short': (text) => text.includes('…'),
    'a language of the page': (text) => /^(?:DE|EN|ES|FR|IT|PT|ZH)$/u.test(text),
    'a label': (text) => /^(?:key\s?words?|关键词|abstract|摘要|doi|pmid|issn)$/iu.test(text),
  },
  affiliation: ofAny,
  abstract: {
    references: isReferences,
    'what a site asks of its reader': (text) =>
      /\bplease (?:use the following|log ?in|talk to your|click)\b/iu.test(text),
    'a banner of cookies': (text) =>
      /\bcookies\b.*\b(?:cookies|site|website|consent)\b/iu.test(text) && text.length < 900,
  },
  year: { 'before 1800, or far ahead': (text) => !/^(?:1[89]|20)\d\d/u.test(text) },
  volume: { 'more than a number': (text) => text.replace(/\D/gu, '').length > 5 || text.length > 24 },
  issue: { 'more than a number': (text) => text.replace(/\D/gu, '').length > 6 || text.length > 40 },
  pages: {
    'the end of an hour': (text) => /\dZ$/u.test(text),
    'the last before the first': (text) => {
      const [, first = '', last = ''] = /^(\d+)-(\d+)$/u.exec(text) ?? [];
      return last.length >= first.length && Number(last) < Number(first);
    },
  },
} as const satisfies Record<string, Faults>;

/** A kind of value that the table knows. */
export type Possible = keyof typeof impossible;

/** Why a text can be no value of a kind; nothing where it can. */
export const faultOf = (kind: Possible, text: string): string | undefined =>
  Object.entries<(text: string) => boolean>(impossible[kind]).find(([, holds]) => holds(text))?.[0];
