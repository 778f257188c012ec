/** Lines of a page that name people: reads the authors from them, in whatever form the page prints them. */

import { isAffiliation, namesInstitution } from './affiliations.ts';
import { isRowOfNames, readAuthorLine } from '../values/author-lines.ts';
import { cleanName, type NamePiece } from '../values/name-pieces.ts';
import { stateAuthors, stateOrcid } from './authorship.ts';
import { isGroupName } from '../values/names.ts';
import { articleType, publisherLine } from './furniture.ts';
import { isHanName, isMenuWord, isPersonShape } from '../values/name-shapes.ts';
import { joinLines, restOf, type Line, type Page } from './page.ts';
import { slice, split, trim, type Traced } from '../text/traced.ts';

/** "Name, Ph.D., is the director of …": the name before the first comma or "is". */
export function readBiography(page: Page, line: Line): void {
  const name =
    /^(\p{Lu}[^,;:()]{3,40}?)(?:,\s(?:Ph\.?D|M\.?A|M\.?D|M\.?Sc|B\.?A|Psy\.?D|Ed\.?D|MSW|RN|Dr|MPH|BSc|LCSW)[^,]{0,12})*,?\s(?:is|was|are|holds|works|received|earned|has)\s/u.exec(
      line.text,
    );
  if (!name?.[1]) return;
  const pieces = readAuthorLine(restOf(line, 0, name[1].length), false);
  if (pieces?.length === 1) stateAuthors(page, pieces);
}

/** How a line of names is written. */
export type BylineShape =
  | 'names'
  | 'names over several lines'
  | 'names with their addresses'
  | 'a name and its address'
  | 'a name and something else'
  | 'a name and others';

/** The names of a line, and what else it states of them. */
export interface Byline {
  shape: BylineShape;
  pieces: NamePiece[];
  /** The address of each name, with the mark that binds them. */
  addresses?: readonly { mark: string; address: Traced }[];
  /** The abbreviated journal after "et al.". */
  journal?: readonly [start: number, end: number];
}

/** How long the bullet is with which a line begins. */
const bulletOf = ({ text }: Line): number => /^[•·▪◦*-]\s*/u.exec(text)?.[0].length ?? 0;

/** The names of a line that has nothing else. */
export const namesIn = (line: Line): NamePiece[] | undefined =>
  line.text.length > 2500 ? undefined : readAuthorLine(restOf(line, bulletOf(line)), false);

/**
 * The names of a line, in whatever shape a page prints them; `undefined` if it holds something else. `namesOf` reads
 * only the names of this line; they may have been read before.
 */
export function readByline(
  page: Page,
  line: Line,
  namesOf: () => NamePiece[] | undefined = () => namesIn(line),
): Byline | undefined {
  const { text } = line;
  if (text.length > 2500 || articleType.test(text.slice(0, 80)) || publisherLine.test(text)) return undefined;
  const etal = /^(.{3,60}?)\set\sal\.\s(\p{Lu}[\p{L}\s&]{2,80})\.\s?\.?$/u.exec(text);
  const first = etal?.[1] ? readAuthorLine(restOf(line, 0, etal[1].length), false) : undefined;
  if (first && etal?.[1] && etal[2]) {
    const start = text.indexOf(etal[2], etal[1].length);
    return { shape: 'a name and others', pieces: first, journal: [start, start + etal[2].length] };
  }
  const block = namesBlock(page, line);
  const bullet = bulletOf(line);
  const traced = block ?? (bullet < text.length ? restOf(line, bullet) : line.traced);
  const glued = beforeAddress(page, line, traced) ?? inOnePiece(traced) ?? listedWithAddresses(traced);
  if (glued) return glued;
  const apart = gapped(page, line) ?? stamped(line) ?? inPairs(traced);
  if (apart) return apart;
  const whole = block ? readAuthorLine(traced, false) : namesOf();
  if (whole) return { shape: block ? 'names over several lines' : 'names', pieces: whole };
  return besideInstitution(traced) ?? inlineAddresses(traced) ?? bracketed(traced) ?? withAddress(page, line, traced);
}

/** States the names of a line; false where it has none. */
export function readNames(page: Page, line: Line): boolean {
  const group = groupOf(page, line);
  const byline = group ? { pieces: [group] } : (readByline(page, line) ?? oddRow(line));
  if (!byline) return false;
  const { pieces, addresses = [], journal }: Pick<Byline, 'pieces' | 'addresses' | 'journal'> = byline;
  for (const { mark, address } of addresses)
    if (!page.making.addressOf.has(mark)) page.put('affiliation', address, { marks: [mark] });
  stateAuthors(page, pieces);
  if (journal) page.state('journalAbbreviation', line.text.slice(...journal), line.traced, ...journal);
  const [only] = pieces;
  if (only && pieces.length === 1) stateOrcid(page, line.traced, only.traced.text);
  return true;
}

/** A row of names that was chosen for what it is, though a few of them are too odd to be read. */
function oddRow(line: Line): Pick<Byline, 'pieces'> | undefined {
  const pieces = isRowOfNames(line.text) ? readAuthorLine(line.traced, true) : undefined;
  return pieces && { pieces };
}

/** "Ana Berg  Bo Dahl  Cy Eng": names with wide gaps between them. */
function gapped(page: Page, line: Line): Byline | undefined {
  const raw = page.source.text.slice(line.start, line.end).trim();
  const texts = raw.length > 1500 ? [] : raw.split(/ {2,}|\t+|\u00a0{2,}/u).filter(Boolean);
  if (texts.length < 2) return undefined;
  let at = 0;
  const pieces = texts.flatMap((text) => {
    const start = line.text.indexOf(text, at);
    if (start < 0) return [];
    at = start + text.length;
    const piece = cleanName(slice(line.traced, start, at));
    return piece && isPersonShape(piece.traced.text) ? [piece] : [];
  });
  return pieces.length >= 2 && pieces.length >= texts.length - 1 ? { shape: 'names', pieces } : undefined;
}

/** "Ana Berg Bo Dahl Cy L. Eng": names whose gap a PDF file lost, of two words each, an initial in one of them. */
function inPairs(line: Traced): Byline | undefined {
  const name = /(?:^|\s)(\p{Lu}\p{Ll}[\p{L}'’-]*\s(?:\p{Lu}\.?\s)?\p{Lu}\p{Ll}[\p{L}'’-]*)(?=\s|$)/gu;
  const found = [...line.text.matchAll(name)];
  const isAll = found.reduce((sum, [all]) => sum + all.length, 0) === line.text.length;
  if (found.length < 2 || found.length > 8 || !isAll || !found.some(([, one]) => /\s\p{Lu}\.?\s/u.test(one ?? '')))
    return undefined;
  const pieces = found.map(({ 1: one = '', 0: all, index }) => ({
    traced: slice(line, index + all.length - one.length, index + all.length),
  }));
  return pieces.every(({ traced }) => isPersonShape(traced.text)) ? { shape: 'names', pieces } : undefined;
}

/** "2024-05-25 00:00:00吕韵刘梦云": names without a gap behind the hour at which a mirror posted them. */
function stamped({ text, traced }: Line): Byline | undefined {
  const [all, names] = /^\d{4}-\d{2}-\d{2}\s\d{2}:\d{2}:\d{2}\s?(\p{Script=Han}{4,24})$/u.exec(text) ?? [];
  const [found, more] = names ? cutHanRun(names) : [];
  if (!all || !names || !found || more) return undefined;
  let at = all.length - names.length;
  return { shape: 'names', pieces: found.map(({ length }) => ({ traced: slice(traced, at, (at += length)) })) };
}

/** The ways to cut a run of characters into names of two or three that each begin with a surname; two of them at most. */
function cutHanRun(text: string): string[][] {
  const ways: string[][] = [];
  const go = (at: number, names: string[]): void => {
    if (ways.length > 1) return;
    if (at === text.length) ways.push(names);
    for (const length of [2, 3]) {
      const name = text.slice(at, at + length);
      if (name.length === length && isHanName(name)) go(at + length, [...names, name]);
    }
  };
  go(0, []);
  return ways;
}

/** A person of one name, as many have in Indonesia. */
export const isMononym = (text: string): boolean => /^\p{Lu}\p{Ll}{2,15}$/u.test(text) && !isMenuWord(text);

/** A group below the last of its people, whose line ends in a comma: an author like them. */
function groupOf(page: Page, line: Line): NamePiece | undefined {
  if (line.text.length > 120 || !(isGroupName(line.text) || isMononym(line.text)) || /[\d:;.]|,\s/u.test(line.text))
    return undefined;
  const above = page.lines.slice(Math.max(0, line.index - 3), line.index).findLast((one) => one.text);
  const isRow = page.draft.authors.at(-1)?.at.some((place) => page.lineAt(place) === above);
  if (!isRow || !/(?:[,，]|\band|&|for the)$|on behalf of/u.test(above?.text ?? '')) return undefined;
  const from = /^(?:(?:and|&|on behalf of|for)\s)*(?:the\s)?/iu.exec(line.text)?.[0].length ?? 0;
  return { traced: restOf(line, from) };
}

/** Names whose marks begin the next line, "1,2,Bo Dahl": the lines of the block as one. */
export function namesBlock(page: Page, line: Line): Traced | undefined {
  const block = [line];
  for (const next of page.lines.slice(line.index + 1, line.index + 80)) {
    if (!next.text) continue;
    // "郎峥2(" and "), 慕容海燕3": an icon stood between the brackets.
    const isOpen = /[(（]$/u.test(block.at(-1)?.text ?? '') && /^[)）]/u.test(next.text);
    const isRest = isOpen || /^[\d*†‡§,\s]{1,12}(?:ORCID(?:\siD)?)?(?:\s?(?:,|and)\s?\p{Lu}|$)/u.test(next.text);
    if (!isRest || /^\d{1,2}$/u.test(next.text) || !page.isFreeLine(next)) break;
    block.push(next);
  }
  return block.length > 1 ? joinLines(block) : undefined;
}

/** Words with which an address begins that is glued to a name: "Ana Berga School of Nursing", the mark to the name. */
const gluedAddress =
  /^(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s[\p{L}\p{M}.'’-]+){1,4}?)([a-h])\s(?=(?:School|Department|Dept|Faculty|University|Institute?|Centre|Center|Division|College|Hospital|Academy|Unit|Section|Clinic|Laboratory|Programme?|Ministry|National)\s)/u;

/** A name that an item of a list has in one piece with the address below it: "Kim RoeSchool of Loaves, Dublin". */
const gluedWhole =
  /^(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s[\p{L}\p{M}.'’-]+){1,4}?(?<=\p{Ll}))(?=(?:School|Department|Faculty|University|Institute|Centre|Center|Division|College|Hospital|Academy|Unit|Clinic)\s(?:of|for)\s)/u;

function inOnePiece(line: Traced): Byline | undefined {
  const name = gluedWhole.exec(line.text)?.[1];
  if (!name || !isPersonShape(name)) return undefined;
  return {
    shape: 'names with their addresses',
    pieces: [{ traced: trim(slice(line, 0, name.length)), marks: [name] }],
    addresses: [{ mark: name, address: trim(slice(line, name.length)) }],
  };
}

/** A name before its own address, the mark glued to the name. */
function beforeAddress(page: Page, at: Line, line: Traced): Byline | undefined {
  const [, name, mark] = gluedAddress.exec(line.text) ?? [];
  if (!name || !mark || !isPersonShape(name)) return undefined;
  // "Calvin Liang University" has no mark: marks follow the alphabet from line to line.
  const earlier = page.lines.slice(Math.max(0, at.index - 40), at.index);
  if (
    mark !== 'a' &&
    !earlier.some(({ text }) => gluedAddress.exec(text)?.[2] === 'abcdefgh'['abcdefgh'.indexOf(mark) - 1])
  )
    return undefined;
  const from = name.length + 2;
  const rest = line.text.slice(from);
  const end = /Correspondence|https?:|View (?:further|author)|(?<!\S)\S+@/u.exec(rest)?.index ?? rest.length;
  return {
    shape: 'names with their addresses',
    pieces: [{ traced: trim(slice(line, 0, name.length)), marks: [mark] }],
    addresses: [{ mark, address: trim(slice(line, from, from + end)) }],
  };
}

/** "Ana Berg a Department of X, Town, Country & Bo Dahl b School of Y": each name with its mark and its address. */
function inlineAddresses(line: Traced): Byline | undefined {
  if (line.text.length > 1500 || !/\s[a-h]\s\p{Lu}/u.test(line.text)) return undefined;
  const pieces: NamePiece[] = [];
  const addresses: { mark: string; address: Traced }[] = [];
  for (const part of split(line, /\s&\s|;\s|,\s(?=\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s[a-h]\s\p{Lu})/gu)) {
    const cut = /^(.{4,60}?)\s([a-h])\s(?=\p{Lu})/u.exec(part.text);
    const [name, ...more] = (cut?.[1] ? readAuthorLine(slice(part, 0, cut[1].length), false) : undefined) ?? [];
    const address = cut ? trim(slice(part, cut[0].length)) : undefined;
    if (!cut?.[2] || !name || more.length > 0 || !address || !isAffiliation(address.text)) return undefined;
    pieces.push({ traced: name.traced, marks: [cut[2]] });
    addresses.push({ mark: cut[2], address });
  }
  return pieces.length > 0 ? { shape: 'names with their addresses', pieces, addresses } : undefined;
}

/** "Ana Berg (University of X, Town, Country) Bo Dahl (Y Clinic)": each name with its address in brackets. */
export function bracketed({ text, ...of }: Traced): Byline | undefined {
  if (text.length > 1500 || !/[)）]$/u.test(text)) return undefined;
  const pieces: NamePiece[] = [];
  let at = 0;
  for (const match of text.matchAll(
    /([^()（）]{2,60}?)\s?[(（]([^()（）]{5,200})[)）](?:\s?[,;，；](?:\s?(?:and|&))?|\s(?:and|&)\s)?\s?/gu,
  )) {
    const [all, name = '', address = ''] = match;
    const read = readAuthorLine(trim(slice({ text, ...of }, at, at + name.length)), false);
    if (match.index !== at || read?.length !== 1 || !(isAffiliation(address) || isAffiliation(`${address}, x`)))
      return undefined;
    pieces.push(...read);
    at += all.length;
  }
  return at === text.length && pieces.length > 0 ? { shape: 'names with their addresses', pieces } : undefined;
}

/** "Ana Berg, University of X; Bo Dahl, Y Hospital": each name with its institution, between semicolons. */
export function listedWithAddresses(traced: Traced): Byline | undefined {
  if (traced.text.length > 1500 || !/[;；]/u.test(traced.text)) return undefined;
  const pieces: NamePiece[] = [];
  for (const part of split(traced, /\s?[;；]\s?/gu)) {
    if (!part.text) continue;
    // "甲, 乙*: 大学": before a colon may be several names of one institution.
    const stop = /[:：]/u.exec(part.text) ?? /[,，]/u.exec(part.text);
    const read = readAuthorLine(trim(slice(part, 0, stop?.index)), false);
    const address = part.text.slice((stop?.index ?? part.text.length) + 1);
    const isOne = read?.length === 1 || stop?.[0] === ':' || stop?.[0] === '：';
    if (!read || !isOne || !(namesInstitution(address) || isAffiliation(address))) return undefined;
    pieces.push(...read);
  }
  return pieces.length > 1 ? { shape: 'names with their addresses', pieces } : undefined;
}

const hanInstitution = '(?:大[学學]|[学學]院|[医醫]院|研究院|研究所|中心|[学學]校|中[学學]|小[学學]|幼儿园)';
const institutionBefore = new RegExp(`^\\p{Script=Han}{3,30}${hanInstitution}\\s?(?<name>\\p{Script=Han}{2,3})$`, 'u');
const institutionBehind = new RegExp(
  `^(?<name>\\p{Script=Han}{2,4})\\s\\p{Script=Han}{2,20}${hanInstitution}\\p{Script=Han}{0,20}$`,
  'u',
);

/** "江城市实验中学 宗艺璇", "藍宥均 港都大學諮商系教授": a Chinese name beside its institution, as magazines print it. */
function besideInstitution(line: Traced): Byline | undefined {
  const { text } = line;
  const name = (institutionBefore.exec(text) ?? institutionBehind.exec(text))?.groups?.['name'] ?? '';
  if (!isHanName(name) || /[院部系所室科处校班组]$/u.test(name)) return undefined;
  const start = text.startsWith(name) ? 0 : text.length - name.length;
  const address = start === 0 ? slice(line, name.length) : slice(line, 0, start);
  return {
    shape: 'a name and its address',
    pieces: [{ traced: slice(line, start, start + name.length), marks: [name] }],
    addresses: [{ mark: name, address: trim(address) }],
  };
}

/** Words with which an institution begins after a name and nothing between: "Ana Berg University of X, Sweden". */
const beginsInstitution =
  /\s(?=(?:University|Universi(?:dad|dade|té|tà|tät)|Department|School|Hospital|College|Faculty|Institut\p{L}{0,2}|Centre|Center)\s(?:of|for|de|da|do|del|\p{Lu})|(?:(?:Assistant|Associate|Clinical|Emeritus|Visiting)\s)?Professor\s(?:of|in)\s|(?:Senior\s)?Lecturer\s(?:of|in)\s|Chief\s\p{Lu}\p{Ll}+\s|President,\s|Formerly\s|(?:Director|Head|Dean)\s(?:of|in)\s)/u;

/** One name, and after a gap, a comma or a dash its institution, or something that is not an institution. */
function withAddress(page: Page, line: Line, traced: Traced): Byline | undefined {
  const raw = page.source.text.slice(line.start, line.end);
  const gap = /^\s*(\S(?:[ \u00a0]?[^\s])*)(?:\t|[ \u00a0]{2,})/u.exec(raw.slice(0, 120))?.[1];
  const comma = /^(\p{Lu}[^,;:()\d]{3,50}?)(?:[,;]\s|\s[–—-]\s)(.+)$/u.exec(traced.text);
  const begins = beginsInstitution.exec(traced.text.slice(0, 60))?.index;
  const end = gap && line.text.startsWith(gap) ? gap.length : (begins ?? comma?.[1]?.length);
  if (!end || traced.text.length > 250 || namesInstitution(traced.text.slice(0, end))) return undefined;
  const rest = traced.text
    .slice(end)
    .replace(/https?:\/\/orcid\.org\/\S+/u, '')
    .replace(/^[\s,;–—-]+/u, '')
    .trim();
  const isAddress = isAffiliation(`${rest}, x`) || (end === begins && namesInstitution(rest));
  if (!isAddress && (rest.length <= 3 || rest.length >= 120 || /[.!?]\s/u.test(rest))) return undefined;
  const pieces = readAuthorLine(trim(slice(traced, 0, end)), false);
  if (!pieces || (pieces.length > 1 && end !== begins)) return undefined;
  return { shape: isAddress ? 'a name and its address' : 'a name and something else', pieces };
}
