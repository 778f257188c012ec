/** Which lines of a page name institutions. */

import { hasHan } from '#text/han';
import { addressMark, endsInCountry } from '../values/addresses.ts';

const institution =
  /(?<![\p{L}\p{N}])(?:Univ(?:ersit\p{L}+|ersidad\p{L}*)?|Dep(?:artment|t|artamento)|Hosp(?:ital)?|School|Sch|Inst(?:itut\p{L}*)?|College|Coll|Cent(?:re|er|ro)|Ctr|Facul(?:ty|tad|dade)|Fac|Division|Trust|Academy|Acad|Laborator\p{L}+|Lab|Clinic|Ministry|Council|Federation|Foundation|Society|Services?|Associates|Corporation|Inc|Ltd|GmbH|Observatoire|École|Escuela|Escola|Klinik\p{L}*|Program(?:me)?|Unit|Adm|Branch|Office|Bureau|Agency|Organi[sz]ation|Res Council|ORCD|UNU|NHS|WHO|INSERM|CNRS|Fundación|Fundação|Fondazione|Corporación|Asociación|Associação|Uniwersytet\p{L}*|Instytut\p{L}*|Univerzit\p{L}+|Wydział|Katedra|Ústav|Üniversitesi|Egyetem|[Уу]н[иі]верситет\p{L}*|[Ии]нститут\p{L}*|[Іі]нститут\p{L}*|[Аа]кадем[иі][яиії]|[Кк]л[иі]н[иі]ка)(?![\p{L}\p{N}])|大学|医院|学院|研究所|研究院|中心|医科|疾控|学校|實驗室|实验室/u;
/** Institutions that no title names but as such; the other words are in titles as well. */
const strong =
  /(?<![\p{L}\p{N}])(?:Univ(?:ersit\p{L}+|ersidad\p{L}*)?|Dep(?:artment|t|artamento)|Hosp(?:ital)?|Inst(?:itut\p{L}*)?|Coll(?:ege)?|Facul(?:ty|tad|dade)|Ministry|GmbH|INSERM|CNRS|School of|Cent(?:re|er) for|Sch|Ctr)(?![\p{L}\p{N}])|\p{Script=Han}/u;
const spoken =
  /\s(?:in|on|with|from|among|between|during|after|before|as|an?|how|is|are|by|towards?|through|within)\s/u;

/** Whether a text has a word that institutions have in their names. */
export const namesInstitution = (text: string): boolean => institution.test(text);

/** Whether a line names institutions and says nothing else: no sentence, no more than an address. */
export function isAffiliation(text: string): boolean {
  const isAddress = endsInCountry(text.replace(/\s?e-?mail:.*/iu, ''));
  if (text.length < 6 || text.length > 900 || !(institution.test(text) || isAddress)) return false;
  if (/https?:|doi|[?!]|:\s/iu.test(text.slice(0, 200).replace(/e-?mail:.*/iu, ''))) return false;
  const body = text.replace(addressMark, '');
  if (!isAddress && !strong.test(body) && spoken.test(body)) return false;
  // An address is written in capitals except for the small words that names have; a sentence is not.
  const small = body.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’-]*/gu) ?? [];
  if (
    small.filter(
      (word) =>
        !/^(?:of|and|for|the|in|at|on|de|la|las|los|el|del|da|do|das|dos|y|e|et|für|und|der|des|du|di|van|to|a|s|affiliated|both|formerly)$/u.test(
          word,
        ),
    ).length > 1
  )
    return false;
  if (/[。；]|(?:的|了|在|对|于|与.{1,8}的)/u.test(body) && hasHan(body))
    return /^\p{Script=Han}.{2,60}(?:大学|医院|学院|研究所|中心)/u.test(body) && !/[。的了]/u.test(body);
  const parts = body.split(/[,;，；]/u).length;
  return parts >= 2 || (/^\p{Lu}/u.test(body) && body.split(/\s/u).length <= 14 && addressMark.test(text));
}
