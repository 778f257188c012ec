/** Takes a name out of a piece of a line: without its marks, degrees, and the words that pages print beside names. */

import { withoutDegrees } from './names.ts';
import { isOthers, joiner } from './name-separators.ts';
import { fold, slice, trim, type Traced } from '../text/traced.ts';
import words from '../words/names.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** A name of a list, with the marks that bind it to addresses as the source writes them: "1", "a". */
export interface NamePiece {
  traced: Traced;
  marks?: readonly string[] | undefined;
}

const marksBefore = /^(?:[\s*†‡§¶#△▲,;·•–-]|\d{1,2}(?:[,，]\s?\d{1,2})*(?:[.)]?\s|\.(?=\p{Lu})))+/u;
const marksAfter =
  /(?:\s?(?:\[[\d,\s*]{1,12}\]|\([\d,\s*]{0,12}\)|（[\d,，\s*]{0,12}）|[*†‡§¶#✉∗⁎⨯△▲☆★ᐩ⁺]|(?<=[\d\s,])na\d(?=$|[\s,;])|[,，](?=[*†‡§¶#✉△▲])|(?<!\d)\d{1,2}(?:\s?[,，–-]\s?\d{1,2})*(?!\d)[)）]?|[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉᶠᵍʰ]|[(（][a-h](?:\s?,\s?[a-h])*[)）]|(?<![\p{L}])[a-h](?:\s?,\s?[a-h])*(?=$|[\s,;*])|[,;，；、:](?=\s?$)|(?<!(?:^|[\s.-])\p{Lu})\.(?=\s?$)|\+\d{1,2}|\[?ORCID(?:\siD)?(?:\slogo|\sicon)?\]?|Email author|Author email|View (?:ORCID|author) profile|[Cc]orresponding author|通[讯信]作者))+$/u;

/** What a list of names holds beside names: "and", "et al.", "+3 more", a button. */
const noise = new RegExp(
  `^(?:${anyOf(everyWord(words.besideNames))}|&|\\[(?:\\.\\.\\.|…)\\]|\\+\\d+|(?:\\+?\\d+\\s)?(?:more|authors|others))$`,
  'iu',
);

/** What pages print before the first name of a line or before any name, and after one. */
const lead =
  /^(?:(?:Author links open overlay panel|Written by:?|(?:…|\.\.\.)(?=\s?\p{Lu})|View ORCID Profile|View author profile|Authors? of this article\s?[:：]?|Show authors?|ORCID(?:\siD)?(?:\slogo|\sicon)?(?=\s?\p{Lu}\p{Ll})|\+\s?\d+\s(?:more\s)?authors?|et\s+al\.?(?=\s\p{Lu}))\s*)+/iu;
const behind =
  /\s*(?:(?:(?:Send|E)\s?-?mail|Email)\s(?:to|the author)\b.*|Authors?['’]s?\s(?:declarations?|information|info|notes|affiliations|disclosures)\b.*|View (?:all|further|more|full)\b.*|Show (?:all|more|less)\b.*|\(?see fewer\).*|Author (?:Notes?|information|affiliations?|Orcid Image)\b.*|Affiliations?\s?(?:Expand)?|\bORCID\s(?:icon|logo|iD)|Search for (?:more papers|other works) by.*|View ORCID ID profile|\s?[(（](?:bio|(?:corresponding )?author|researcher|contact person|corresponding|editor|creator|supervisor|project (?:leader|manager|member)|data (?:collector|curator|manager)|other)[)）]\d{0,2}|更多作者.*|作者声明.*|Declaraciones? de (?:conflictos? de )?inter.*|作者信息.*|展开|(?<=\p{Script=Han})\s?[(（]\p{Script=Latin}[\p{L}\s.,'’-]{2,40}[)）])$/iu;

/** A word behind a name that joins it to the next. */
const joinedAtEnd = new RegExp(`\\s${joiner}$`, 'u');

/** One name without its marks; `undefined` where nothing of a name is left. */
export function cleanName(piece: Traced): NamePiece | undefined {
  let traced = fold(piece);
  if (traced.text.length > 200) return undefined;
  const marks: string[] = [];
  const strip = (start: number, end: number) => {
    traced = trim(slice(traced, start, end));
  };
  const printed = lead.exec(traced.text);
  if (printed) strip(printed[0].length, traced.text.length);
  const further = behind.exec(traced.text);
  if (further) strip(0, further.index);
  const joint =
    // "E Aalto" and "Y Chen" have initials; only small letters join names.
    /^(?:(?:[Aa]nd|AND|&|y|e|[Bb]y|BY|[Pp]ar|[Pp]or|[Vv]on|[Ww]ith|[Oo]n behalf of(?: the)?|(?:[Ff]or )?[Tt]he(?=\s\p{Lu})|与|和)\s+)+/u.exec(
      traced.text,
    );
  if (joint && !/^e\s+\p{Ll}/u.test(traced.text)) strip(joint[0].length, traced.text.length);
  const open = joinedAtEnd.exec(traced.text);
  if (open) strip(0, open.index);
  const before = marksBefore.exec(traced.text);
  if (before) strip(before[0].length, traced.text.length);
  for (let i = 0; i < 6; i++) {
    const plain = withoutDegrees(traced.text);
    if (plain !== traced.text && traced.text.startsWith(plain)) strip(0, plain.length);
    else if (plain !== traced.text && traced.text.endsWith(plain))
      strip(traced.text.length - plain.length, traced.text.length);
    const etal = /[\s,]+(?:et\s+al\.?|等\.?)$/u.exec(traced.text);
    if (etal) strip(0, etal.index);
    const after = marksAfter.exec(traced.text);
    if (!after || after.index === 0) break;
    marks.push(...(after[0].match(/\d{1,2}|\b[a-h]\b/gu) ?? []));
    strip(0, after.index);
  }
  // "Ana BergAna Berg": the name of a link and what it shows.
  const half = Math.floor(traced.text.length / 2);
  const [head, tail] = [traced.text.slice(0, half), traced.text.slice(-half)];
  if (half > 4 && head === tail && /\s/u.test(head)) strip(0, half);
  if (!traced.text || noise.test(traced.text) || isOthers(traced.text) || !/\p{L}/u.test(traced.text)) return undefined;
  return { traced, marks };
}
