/** Reads a line of authors into names, with the marks that lead to affiliations. */

import { hasHan } from '#text/han';
import { isDegree, isGroupName, isInitials, withoutDegrees } from './names.ts';
import { isHanName, isJapaneseName, isKoreanName, isMenuWord, isPersonShape } from './name-shapes.ts';
import { isInterface } from '../pages/interface.ts';
import {
  fullNames,
  plainForms,
  withoutAddresses,
  withoutGluedMarks,
  withoutLatinNames,
  withoutRomanised,
  withoutShortDegrees,
} from './name-notes.ts';
import { endsInCountry } from './countries.ts';
import { isOthers, inTurns, joiner } from './name-separators.ts';
import { fold, join, slice, split, trim, type Traced } from '../text/traced.ts';
import words from '../words/names.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** A name in a line of authors, with the marks that bind it to affiliations. */
export interface AuthorPiece {
  traced: Traced;
  /** Affiliation marks as the page writes them: "1", "a". */
  marks: string[];
}

const marksBefore = /^(?:[\s*†‡§¶#△▲,;·•–-]|\d{1,2}(?:[,，]\s?\d{1,2})*(?:[.)]?\s|\.(?=\p{Lu})))+/u;
const marksAfter =
  /(?:\s?(?:\[[\d,\s*]{1,12}\]|\([\d,\s*]{0,12}\)|（[\d,，\s*]{0,12}）|[*†‡§¶#✉∗⁎⨯△▲☆★ᐩ⁺]|(?<=[\d\s,])na\d(?=$|[\s,;])|[,，](?=[*†‡§¶#✉△▲])|(?<!\d)\d{1,2}(?:\s?[,，–-]\s?\d{1,2})*(?!\d)[)）]?|[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉᶠᵍʰ]|[(（][a-h](?:\s?,\s?[a-h])*[)）]|(?<![\p{L}])[a-h](?:\s?,\s?[a-h])*(?=$|[\s,;*])|[,;，；、:](?=\s?$)|(?<!(?:^|[\s.-])\p{Lu})\.(?=\s?$)|\+\d{1,2}|ORCID(?:\siD)?(?:\slogo|\sicon)?|Email author|Author email|View (?:ORCID|author) profile|[Cc]orresponding author|通[讯信]作者))+$/u;

/** What a list of names holds beside names: "and", "et al.", "+3 more", a button. */
const noise = new RegExp(
  `^(?:${anyOf(everyWord(words.besideNames))}|&|\\[(?:\\.\\.\\.|…)\\]|\\+\\d+|(?:\\+?\\d+\\s)?(?:more|authors|others))$`,
  'iu',
);

/** Words with which the name of a group begins. */
const beginsAsGroup = new RegExp(`^(?:the\\s)?(?:${anyOf(everyWord(words.groupBeginnings))})\\b`, 'iu');

/** What pages print before the first name of a line or before any name, and after one. */
const lead =
  /^(?:(?:Author links open overlay panel|Written by:?|(?:…|\.\.\.)(?=\s?\p{Lu})|View ORCID Profile|View author profile|Authors? of this article\s?[:：]?|Show authors?|ORCID(?:\siD)?(?:\slogo|\sicon)?(?=\s?\p{Lu}\p{Ll})|\+\s?\d+\s(?:more\s)?authors?|et\s+al\.?(?=\s\p{Lu}))\s*)+/iu;
const behind =
  /\s*(?:(?:(?:Send|E)\s?-?mail|Email)\s(?:to|the author)\b.*|Authors?['’]s?\s(?:declarations?|information|info|notes|affiliations|disclosures)\b.*|View (?:all|further|more|full)\b.*|Show (?:all|more|less)\b.*|\(?see fewer\).*|Author (?:Notes?|information|affiliations?|Orcid Image)\b.*|Affiliations?\s?(?:Expand)?|\bORCID\s(?:icon|logo|iD)|Search for (?:more papers|other works) by.*|View ORCID ID profile|\s?[(（](?:bio|(?:corresponding )?author|researcher|contact person|corresponding|editor|creator|supervisor|project (?:leader|manager|member)|data (?:collector|curator|manager)|other)[)）]\d{0,2}|更多作者.*|作者声明.*|Declaraciones? de (?:conflictos? de )?inter.*|作者信息.*|展开|(?<=\p{Script=Han})\s?[(（]\p{Script=Latin}[\p{L}\s.,'’-]{2,40}[)）])$/iu;

/** A word after a name that joins it to the next. */
const joinedAtEnd = new RegExp(`\\s${joiner}$`, 'u');

/** One name without its marks; `undefined` where nothing of a name is left. */
export function cleanName(piece: Traced): AuthorPiece | undefined {
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
  if (!traced.text || noise.test(traced.text) || isOthers(traced.text) || !/\p{L}/u.test(traced.text)) return undefined;
  return { traced, marks };
}

/** "ANA K. BERG": a name in capitals, of which a row of names may be made. */
const isCapitals = (text: string): boolean =>
  /^\p{Lu}[\p{Lu}.'’-]*(?:\s\p{Lu}[\p{Lu}.'’-]*){1,4}$/u.test(text) &&
  /\p{Lu}{3}/u.test(text) &&
  !isMenuWord(text) &&
  !isGroupName(text);
const isName = (text: string): boolean => (isPersonShape(text) || isHanName(text)) && !isInterface(text);
/** Particles, a family name and initials without points: "van der Berg AK". */
const shortName = new RegExp(
  `^(?:(?:${anyOf(everyWord(words.particles))})\\s){0,3}\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+){0,2}\\s\\p{Lu}{1,3}(?:-\\p{Lu})?$`,
  'u',
);
/** A name in citation style: family name and initials without points. */
export const isShortName = (text: string): boolean => shortName.test(text);

/** A row of names, a few of them too odd to be read: it is not a title, whatever else it is. */
export function isRowOfNames(text: string): boolean {
  if (text.length > 1500) return false;
  const pieces = text
    .split(/\s?[,，;；、·•|]\s?|\s(?:and|&|y|e|et al\.?)\s|\s\+\d+\sauthors?\s/u)
    .map((piece) => withoutDegrees(piece.replace(/[\d*†‡§¶#]+/gu, ' ').trim()).trim())
    .filter((piece) => /\p{L}{2}/u.test(piece) && !/^[a-h]$/u.test(piece));
  const isOne = (piece: string) => isPersonShape(piece) || isHanName(piece) || isShortName(piece);
  const last = pieces.at(-1) ?? '';
  return (
    pieces.length >= (/[\d*†‡;；]/u.test(text) ? 2 : 3) && isOne(last) && share(pieces, (piece) => isOne(piece)) >= 0.75
  );
}

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

/**
 * What is longer is not a line of names unless a label says so; it is then read in parts, so that time stays linear.
 */
const longest = 3000;

/** The thousand authors of a consortium: an even number of commas a part keeps "Family, Given" together. */
function readLongLine(line: Traced): AuthorPiece[] | undefined {
  const stops = [...line.text.matchAll(/[;；]/u.test(line.text) ? /[;；]/gu : /[,，、]/gu)].map(({ index }) => index);
  const names: AuthorPiece[] = [];
  for (let i = 0; i <= stops.length; i += 40) {
    const start = i === 0 ? 0 : (stops[i - 1] ?? 0) + 1;
    const part = trim(slice(line, start, stops[i + 39] ?? line.text.length));
    const read = part.text.length > longest ? undefined : readAuthorLine(part, true);
    if (!read && /\p{L}/u.test(part.text)) return undefined;
    names.push(...(read ?? []));
  }
  return names;
}

/**
 * The names of a line of authors, in any of the shapes that pages write: separated by semicolons, commas or "and";
 * "Surname, Given, Surname, Given"; with numbers or letters as marks; Chinese names separated by spaces.
 * `trusted` says that a label announces authors, so that a name of unusual shape is a name all the same.
 */
export function readAuthorLine(given: Traced, trusted: boolean): AuthorPiece[] | undefined {
  if (given.text.length > longest) return trusted ? readLongLine(given) : undefined;
  if (!trusted && (sentence.test(given.text) || behindOthers.test(given.text))) return undefined;
  const line = withoutGluedMarks(withoutShortDegrees(fullNames(withoutAddresses(plainForms(given)))));
  const { text } = line;
  if (!text || /https?:\/\/|[@]/u.test(text.replace(/https?:\/\/orcid\.org\/\S+/gu, ''))) return undefined;
  if (!trusted && endsInCountry(text)) return undefined;
  if (trusted && isOneGroup(text)) return [{ traced: line, marks: [] }];
  const east = spacedNames(withoutRomanised(line));
  if (east) return east;
  if (hasHan(text)) {
    // "刘洋 何静怡 Liu Yang;He Jingyi(School of …": the names again in Latin letters.
    const latin = trusted ? /(?<=\p{Script=Han}[\d*,]{0,6})\s\p{Script=Latin}{2}/u.exec(text) : null;
    if (latin && latin.index > 1) return readAuthorLine(slice(line, 0, latin.index), true);
    const names = readHanLine(line, trusted);
    // What is not a row of Chinese names may be one in Latin letters, where a label says that names are there.
    if (names || !trusted || !/\p{Script=Latin}/u.test(text)) return names;
  }
  return readLatinLine(line, trusted);
}

/** A group that begins with what it is keeps its commas and its "and"; so does "Department of Health, Housing and Social Care". */
const isOneGroup = (text: string): boolean =>
  !/[;；|]/u.test(text) &&
  (beginsAsGroup.test(text) ||
    (isGroupName(text) &&
      !text.split(/,\s*|\band\b/u).some((part) => isPersonShape(part.trim()) && !isGroupName(part))));

const clean = (pieces: readonly Traced[]): AuthorPiece[] =>
  withoutInstitutions(pieces.flatMap((piece) => cleanName(piece) ?? []));
const textsOf = (pieces: readonly AuthorPiece[]): string[] => pieces.map(({ traced }) => traced.text);

/** What separates Chinese names: marks of a list, a space, the marks of affiliations, the Latin letters after them. */
const betweenHan =
  /[,，;；、|/]+(?![\d,，\s]{0,12}\])\s*|(?<!\s)\s+(?=\p{Script=Han})|(?<=[\d)）*△▲])\s*(?=\p{Script=Han})|(?<=\p{Script=Han}[\d*△▲\s]{0,8})\s+(?=\p{Lu}\p{Ll})/gu;

function readHanLine(line: Traced, trusted: boolean): AuthorPiece[] | undefined {
  const { text } = line;
  const merged = mergeHan(clean(split(withoutLatinNames(line), betweenHan)));
  if (merged.length === 0) return undefined;
  const names = textsOf(merged);
  // Names in Latin letters may be among Chinese ones.
  const fits = share(
    names,
    (name) =>
      (isHanName(name) && !isInterface(name)) ||
      (/\p{Script=Latin}/u.test(name) && isPersonShape(name.replace(/·/gu, ' '))),
  );
  if (fits === 1 || (trusted && fits >= 0.6)) return merged;
  // 扎西平措 among names that begin with a surname, with marks or commas between them.
  const isShaped = names.every((name) => /^\p{Script=Han}{2,6}$/u.test(name) || isName(name));
  if (isShaped && merged.length > 2 && fits >= 0.6 && /[\d,，;；、*△▲]/u.test(text)) return merged;
  return trusted && fits > 0 && !/\p{Script=Latin}/u.test(text) ? merged : undefined;
}

/** Whether pieces of a line are names: half of them where a label announces names, else all. */
function areNames(pieces: readonly AuthorPiece[], text: string, trusted: boolean): boolean {
  const names = textsOf(pieces);
  if (trusted) return names.length > 0 && share(names, (name) => isName(name) || isShortName(name)) >= 0.5;
  if (names.length > 1 && share(names, isShortName) === 1) return true;
  const isMarked = /\d|&|\band\b|,.*,|;/u.test(text);
  if (names.length > 1 && share(names, isCapitals) === 1 && isMarked && !names.some(isInterface)) return true;
  return (
    share(names, isName) === 1 ||
    (names.length > 2 && isGroupName(names.at(-1) ?? '') && share(names.slice(0, -1), isName) === 1)
  );
}

const betweenStops = new RegExp(String.raw`\s?[;；|•·]\s?(?:${joiner}\s)?|\set\sal\.?(?=\s\p{Lu})`, 'gu');
const betweenCommas = new RegExp(
  String.raw`\s?,\s?${joiner}\s|\s${joiner}\s|(?<=[\d*†‡,]|ORCID)\s?and(?=\p{Lu}\p{Ll}|\p{Lu}\.)|\s?[,，、](?!\s?(?:[\d*†‡§¶#✉]|[a-h](?=\s*(?:,|$))|(?:Jr|Sr|I{2,3}|IV)\.?(?![\p{L}])))\s?|\s?\+\s?\d+\sauthors?\s|(?=\p{Lu}\p{Ll})(?<=\p{L}[\d*†‡,]{0,12}[\d*†‡])|(?=\s\p{Lu}\p{L})(?<=(?:[\p{L}.],|\p{Ll}{2})\d{1,2}(?:,\d{1,2}){0,20})\s|(?<=\p{Ll}{2}\s\d)\s(?=\p{Lu}\p{L}+\s)|(?<=\p{Ll}{2}\s?,[a-h])\s(?=\p{Lu}\p{L})|(?<=\p{Ll}{2}\s[a-h])\s(?=\p{Lu}\p{L})`,
  'gu',
);

/** Names glued by their marks only: "Ana Example1 Bo Sample2". */
const atMarks = /(?<=\p{L}(?:\d{1,2}(?:,\d{1,2}){0,20}\*?|\*))\s*(?:,\s*)?(?=\p{Lu})/gu;

function readLatinLine(line: Traced, trusted: boolean): AuthorPiece[] | undefined {
  const { text } = line;
  const hasStops = /[;；|•·]/u.test(text);
  const raw = split(line, hasStops ? betweenStops : betweenCommas);
  const cleaned = raw.map(cleanName);
  const inverted = hasStops ? undefined : pairUp(line, raw, cleaned);
  if (inverted) return inverted;
  const pieces = joinDegrees(withoutInstitutions(cleaned.filter((piece) => piece !== undefined)));
  if (areNames(pieces, text, trusted))
    return withoutLastStop(pieces).filter(
      ({ traced: { text: name } }) =>
        trusted || isName(name) || isShortName(name) || isGroupName(name) || isCapitals(name),
    );
  // "Gartner, Kim" or a single name.
  const whole = clean([line]);
  if (areNames(whole, text, trusted)) return whole;
  const glued = split(line, atMarks);
  const byMarks = glued.length > 1 ? clean(glued) : [];
  return byMarks.length > 1 && areNames(byMarks, text, trusted) ? byMarks : undefined;
}

/** "R. Achebe et al., Care Journal, 2019": names end with those that are not given, so the line is a reference. */
const behindOthers = /\bet\sal\.?\s?[,;]\s?\p{L}/u;

/** More words in small letters than a name, its notes and its institution have: the line is a sentence. */
const sentence = /(?:\s\p{Ll}{2,}(?=[\s.;:?!]|$)){8}/u;

/** "Holm A, Aalto E.": the stop after the last initials ends the row where no other initials have one. */
function withoutLastStop(pieces: AuthorPiece[]): AuthorPiece[] {
  const last = pieces.at(-1);
  const isStop =
    last !== undefined &&
    pieces.length > 1 &&
    /\s\p{Lu}{1,3}\.$/u.test(last.traced.text) &&
    pieces.slice(0, -1).every(({ traced: { text } }) => !text.includes('.'));
  return isStop
    ? [...pieces.slice(0, -1), { ...last, traced: slice(last.traced, 0, last.traced.text.length - 1) }]
    : pieces;
}

/** 高 and 敏 that a page sets apart are 高敏 where they are among whole names. */
function mergeHan(pieces: AuthorPiece[]): AuthorPiece[] {
  const out: AuthorPiece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as AuthorPiece;
    const next = pieces[i + 1];
    if (next && /^\p{Script=Han}$/u.test(piece.traced.text) && /^\p{Script=Han}{1,2}$/u.test(next.traced.text)) {
      out.push({
        traced: join([piece.traced, next.traced]),
        marks: next.marks,
      });
      i++;
    } else out.push(piece);
  }
  return out;
}

/** "Huggett, Charlotte, Peters, Sarah": a family name and a given name alternate, and no word is a whole name. */
function pairUp(
  line: Traced,
  pieces: readonly Traced[],
  cleaned: readonly (AuthorPiece | undefined)[],
): AuthorPiece[] | undefined {
  const texts = cleaned.map((piece) => piece?.traced.text ?? '');
  const turns = inTurns(texts);
  if (!turns || texts.some((text) => !text || isMenuWord(text))) return undefined;
  const { families, givens } = turns;
  const family = (text: string) => /^(?:\p{Ll}+\s){0,2}\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]+)?$/u.test(text);
  const given = (text: string) =>
    /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3}(?:,\s(?:Jr|Sr|I{2,3}|IV)\.?)?$/u.test(text);
  if (!families.every(family) || !givens.every(given)) return undefined;
  // Most family names are one word; two whole names "Anna Berg, Carl Dahl" are not a pair.
  const isOne =
    pieces.length === 2 &&
    (/\s\p{Lu}\.?$/u.test(givens[0] ?? '') || (isInitials(givens[0] ?? '') && !isDegree(givens[0] ?? '')));
  if (!isOne && share(families, (text) => !text.includes(' ') || /^\p{Ll}/u.test(text)) < 0.7) return undefined;
  // "Van Rensburg, Pieter J.": no whole name ends in an initial.
  if (pieces.length === 2 && !isOne && /\s\p{Lu}[\p{L}]+$/u.test(families[0] ?? '')) return undefined;
  let at = 0;
  return families.map((_, i) => {
    const first = pieces[2 * i] as Traced;
    const second = cleaned[2 * i + 1];
    const start = line.text.indexOf(first.text, at);
    // Marks after the given name are not part of it.
    const name = second?.traced.text ?? '';
    const end = line.text.indexOf(name, start + first.text.length) + name.length;
    at = end;
    return { traced: trim(slice(line, start, end)), marks: second?.marks ?? [] };
  });
}

/** "山田 太郎, 佐藤 花子" and "김민수, 이지은": Japanese names with a space inside, and Korean names, between commas. */
function spacedNames(line: Traced): AuthorPiece[] | undefined {
  if (!/[,，、;；・·]/u.test(line.text) || !/[\p{Script=Hangul}]|\p{Script=Han}\s\p{Script=Han}/u.test(line.text))
    return undefined;
  const pieces = split(line, /\s?[,，、;；・·](?!\s?\d)\s?/gu).flatMap((piece) => cleanName(piece) ?? []);
  return pieces.length > 1 &&
    share(
      pieces.map(({ traced }) => traced.text),
      (name) => isJapaneseName(name) || isKoreanName(name),
    ) >= 0.6
    ? pieces
    : undefined;
}

/** Words of institutions that no group of authors has in its name. */
const institution = /\b(?:Universi\p{L}{2,5}|College|Hospital|Department|Faculty|School) ?\b|大学|医院|学院/u;

/** Names without the institutions that an index lists among them. */
function withoutInstitutions(pieces: AuthorPiece[]): AuthorPiece[] {
  const isPlace = ({ traced }: AuthorPiece) => institution.test(traced.text);
  return pieces.some(isPlace) && pieces.some((one) => isName(one.traced.text))
    ? pieces.filter((one) => !isPlace(one))
    : pieces;
}

/** A degree that a comma set apart is not an author of its own. */
function joinDegrees(pieces: AuthorPiece[]): AuthorPiece[] {
  return pieces.filter((piece, i) => i === 0 || withoutDegrees(`Xx Yy, ${piece.traced.text}`) !== 'Xx Yy');
}
