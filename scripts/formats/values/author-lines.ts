/** Reads a line of authors into names, with the marks that lead to affiliations. */

import { hasHan } from '#text/han';
import { isDegree, isGroupName, isInitials, isParticle, isSuffix, isSurname, withoutDegrees } from './names.ts';
import { isHanName, isJapaneseName, isKoreanName, isMenuWord, isPersonShape } from './name-shapes.ts';
import { isInterface } from '../pages/interface.ts';
import {
  fullNames,
  plainForms,
  withoutAddresses,
  withoutGluedMarks,
  withoutLatinNames,
  withoutRoles,
  withoutRomanised,
  withoutShortDegrees,
} from './name-notes.ts';
import { endsInCountry } from './addresses.ts';
import { betweenHan, commaParts, cutLatin } from './name-cuts.ts';
import { cleanName, type NamePiece } from './name-pieces.ts';
import { decodeEntities } from '../text/entities.ts';
import { listed } from '../text/listed.ts';
import { fold, join, slice, split, trim, type Traced } from '../text/traced.ts';
import words from '../words/names.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';

/** Words with which the name of a group begins. */
const beginsAsGroup = new RegExp(`^(?:the\\s)?(?:${anyOf(everyWord(words.groupBeginnings))})\\b`, 'iu');

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
function readLongLine(line: Traced): NamePiece[] | undefined {
  const stops = [...line.text.matchAll(/[;；]/u.test(line.text) ? /[;；]/gu : /[,，、]/gu)].map(({ index }) => index);
  const names: NamePiece[] = [];
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
export function readAuthorLine(given: Traced, trusted: boolean): NamePiece[] | undefined {
  if (given.text.length > longest) return trusted ? readLongLine(given) : undefined;
  if (!trusted && (sentence.test(given.text) || behindOthers.test(given.text))) return undefined;
  const line = withoutGluedMarks(withoutShortDegrees(fullNames(withoutAddresses(plainForms(given)))));
  const { text } = line;
  if (!text || /https?:\/\/|[@]/u.test(text.replace(/https?:\/\/orcid\.org\/\S+/gu, ''))) return undefined;
  if (!trusted && endsInCountry(text)) return undefined;
  if (trusted && isOneGroup(text)) return [{ traced: line, marks: [] }];
  const eastern = withoutRomanised(line);
  const east = spacedNames(eastern);
  if (east) return east;
  if (eastern !== line && isKoreanName(eastern.text)) return clean([eastern]);
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

const clean = (pieces: readonly Traced[]): NamePiece[] =>
  withoutInstitutions(pieces.flatMap((piece) => cleanName(piece) ?? []));
const textsOf = (pieces: readonly NamePiece[]): string[] => pieces.map(({ traced }) => traced.text);

function readHanLine(line: Traced, trusted: boolean): NamePiece[] | undefined {
  const { text } = line;
  const plain = withoutRoles(withoutLatinNames(line));
  const merged = mergeHan(clean(split(plain, betweenHan)));
  if (merged.length === 0) return undefined;
  // "馮苡晴; 簡瑞陽; Feng, Yi-ching; Chien, Jui-yang": the same people again in Latin letters.
  const own = merged.filter(({ traced }) => hasHan(traced.text));
  const isTwice = text.split(/[;；]/u).length === 2 * own.length && own.every((piece, i) => piece === merged[i]);
  if (trusted && isTwice) return own;
  const names = textsOf(merged);
  // Names in Latin letters may be among Chinese ones.
  const fits = share(
    names,
    (name) =>
      (isHanName(name) && !isInterface(name)) ||
      (/\p{Script=Latin}/u.test(name) && isPersonShape(name.replace(/·/gu, ' '))),
  );
  if (fits === 1 || (trusted && fits >= 0.6)) return merged;
  // "藺心瑜(Hsin-Yu Lin)": what is spelt in Latin letters is a name, however rare.
  const spelt = text.match(/(?<=\p{Script=Han})\s?[(（]\p{Lu}/gu)?.length;
  if (spelt === merged.length && plain !== line && names.every((name) => /^\p{Script=Han}{2,4}$/u.test(name)))
    return merged;
  // 扎西平措 among names that begin with a surname, with marks or commas between them.
  const isShaped = names.every((name) => /^\p{Script=Han}{2,6}$/u.test(name) || isName(name));
  if (isShaped && merged.length > 2 && fits >= 0.6 && /[\d,，;；、*△▲]/u.test(text)) return merged;
  return trusted && fits > 0 && !/\p{Script=Latin}/u.test(text) ? merged : undefined;
}

/** Whether pieces of a line are names: half of them where a label announces names, else all. */
function areNames(pieces: readonly NamePiece[], text: string, trusted: boolean): boolean {
  const names = textsOf(pieces);
  if (trusted) return names.length > 0 && share(names, (name) => isName(name) || isShortName(name)) >= 0.5;
  if (names.length > 1 && share(names, isShortName) === 1) return true;
  const isMarked = /\d|&|\band\b|,.*,|;/u.test(text);
  // "MIRA ASHBY, MSW": one name in capitals is known by the degree behind it.
  const isKnown = names.length > 1 ? isMarked : withoutDegrees(text) !== text;
  if (names.length > 0 && share(names, isCapitals) === 1 && isKnown && !names.some(isInterface)) return true;
  return (
    share(names, isName) === 1 ||
    (names.length > 2 && isGroupName(names.at(-1) ?? '') && share(names.slice(0, -1), isName) === 1)
  );
}

/** Names glued by their marks only: "Ana Example1 Bo Sample2". */
const atMarks = /(?<=\p{L}(?:\d{1,2}(?:,\d{1,2}){0,20}\*?|\*))\s*(?:,\s*)?(?=\p{Lu})/gu;

function readLatinLine(line: Traced, trusted: boolean): NamePiece[] | undefined {
  const { text } = line;
  const row = cutLatin(line, (piece) => cleanName(piece)?.traced.text ?? '');
  const cleaned = row.names.flatMap((piece) => cleanName(piece) ?? []);
  if (row.inTurns) return cleaned;
  const pieces = joinDegrees(withoutInstitutions(cleaned));
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
function withoutLastStop(pieces: NamePiece[]): NamePiece[] {
  const last = pieces.at(-1);
  const isStop =
    last !== undefined &&
    pieces.length > 1 &&
    /^[^,]+\s\p{Lu}{1,3}\.$/u.test(last.traced.text) &&
    pieces.slice(0, -1).every(({ traced: { text } }) => !text.includes('.'));
  return isStop
    ? [...pieces.slice(0, -1), { ...last, traced: slice(last.traced, 0, last.traced.text.length - 1) }]
    : pieces;
}

/** 高 and 敏 that a page sets apart are 高敏 where they are among whole names. */
function mergeHan(pieces: NamePiece[]): NamePiece[] {
  const out: NamePiece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as NamePiece;
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

/** "山田 太郎, 佐藤 花子" and "김민수, 이지은": Japanese names with a space inside, and Korean names, between commas. */
function spacedNames(line: Traced): NamePiece[] | undefined {
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
function withoutInstitutions(pieces: NamePiece[]): NamePiece[] {
  const isPlace = ({ traced }: NamePiece) => institution.test(traced.text);
  return pieces.some(isPlace) && pieces.some((one) => isName(one.traced.text))
    ? pieces.filter((one) => !isPlace(one))
    : pieces;
}

/** A degree that a comma set apart is not an author of its own. */
function joinDegrees(pieces: NamePiece[]): NamePiece[] {
  return pieces.filter((piece, i) => i === 0 || withoutDegrees(`Xx Yy, ${piece.traced.text}`) !== 'Xx Yy');
}

/**
 * The names of a cell that is declared to hold names: every piece of it is one. A text that may be one name is one; a list as a
 * program writes it, and lines, have a name or names each.
 */
export function splitNames(cell: Traced): Traced[] {
  // A character reference ends in a semicolon, which also separates names.
  const plain = decodeEntities(cell);
  const isLines = /[\r\n]/u.test(plain.text.trim()) && !/[;；|]/u.test(plain.text);
  const parts = listed(plain) ?? (isLines ? split(plain, /[\r\n]+/gu) : undefined);
  if (parts) return parts.flatMap(splitNames);
  const whole = fold(plain);
  const others = /(?:(?<=\s)|,\s*)et\.? al\.?$|(?:(?<![,，、;；\s])[,，、;；\s]+)?等[.。]?$/iu.exec(whole.text);
  const row = others ? trim(slice(whole, 0, others.index)) : whole;
  const cut = hasHan(row.text) ? cutHan : (one: Traced) => cutLatin(one, ({ text }) => text).names;
  const names = isOneName(row.text) ? [row] : cut(row);
  return names.flatMap(unglued).map((name) => {
    const lead = /^(?:and|&)\s+(?=\S+[\s,])/iu.exec(name.text)?.[0].length ?? 0;
    return trim(slice(name, lead));
  });
}

/** Names in Chinese characters, between semicolons, or read as those of a line; else marks of a list part them. */
const cutHan = (row: Traced): Traced[] =>
  (/[;；|]/u.test(row.text) ? undefined : (spacedNames(row) ?? readHanLine(row, true)))?.map(({ traced }) => traced) ??
  split(row, /[;；|]/u.test(row.text) ? /[;；|]/gu : /[、,，]/gu);

/** "Family, Given", "Family, Given, Jr.", "王, 小明", "Ministry of This, That and More"; not "Jane Doe, John Roe". */
function isOneName(text: string): boolean {
  if (/[;；|]/u.test(text)) return false;
  const [first = '', second = '', ...more] = /^[\p{Script=Han}，,\s]+$/u.test(text)
    ? text.split(/\s?[,，]\s?|\s+/u)
    : commaParts(text);
  if (hasHan(text)) return more.length === 0 && isSurname(first) && /^\p{Script=Han}{1,2}$/u.test(second);
  const isJoined = /\s(?:and|&)\s/iu.test(text);
  if (!second) return !isJoined || isGroupName(text);
  if (isJoined) return more.length < 2 && isGroupName(first) && !isInitials(second);
  const isBeside = (part: string): boolean => isSuffix(part) || isDegree(part);
  // "Eng C., Jr., O'Neil B.", "WANG X M, LI L": what is whole before the comma is followed by another name.
  if (endsInInitials(first) && !isBeside(more.at(-1) ?? second)) return false;
  if (more.length) return more.length < 3 && [second, ...more].some(isBeside);
  if (isInitials(second) || !/\s/u.test(first) || isParticle(first.split(' ')[0] ?? '')) return true;
  return !/\s/u.test(second) && ![first, second].some((part) => isInitials(part.split(' ').at(-1) ?? ''));
}

/** A family name, a blank and initials: "Eng C.", "WANG X M". */
const endsInInitials = (text: string): boolean =>
  /^[\p{L}'’-]{2,}\s/u.test(text) && isInitials(text.split(' ').at(-1) ?? '');

/** Beginnings of family names that a capital follows: McDonald, DeLuca. */
const inside = new RegExp(`(?:^|[\\s'’-])(?:${anyOf(everyWord(words.prefixes))})$`, 'u');

/**
 * Names that an export writes without a blank between them, `Araz R. VeyNigar T. Ostrander`: each is two words at
 * least, and a capital in a word begins the next one.
 */
function unglued(p: Traced): Traced[] {
  const { text } = p;
  if (!/\p{Ll}\p{Lu}/u.test(text) || /[,;]/u.test(text) || isGroupName(text)) return [p];
  const names: Traced[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/(?<=\p{Ll})(?=\p{Lu})/gu)) {
    const [before, after] = [text.slice(from, index), text.slice(index)];
    if (!/\S\s+\S/u.test(before) || !/\s/u.test(after) || inside.test(before)) continue;
    names.push(slice(p, from, index));
    from = index;
  }
  return names.length ? [...names, slice(p, from, text.length)] : [p];
}
