import { isAffiliation, stateAffiliation } from './affiliations.ts';
import { readAuthorLine, split, type AuthorPiece } from '../values/author-lines.ts';
import { stateAuthors, stateOrcid } from './authorship.ts';
import { isGroupName } from '../values/names.ts';
import { articleType, publisherLine } from './furniture.ts';
import { isPersonShape } from '../values/name-shapes.ts';
import { joinLines, restOf, type Line, type Page } from './page.ts';
import { slice, trim, type Traced } from '../text/traced.ts';

export const isNameLine = (line: Line): boolean =>
  readAuthorLine(restOf(line, /^[•·▪*-]\s*/u.exec(line.text)?.[0].length ?? 0), false) !== undefined;

/** Several names between semicolons, each with its comma or its space: no menu is written so. */
export const isNameList = (line: Line): boolean =>
  /[;；]/u.test(line.text) && (readAuthorLine(line.traced, false)?.length ?? 0) > 1;

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

/** Names below the title, in whatever shape the page prints them. */
export function readNames(page: Page, line: Line): boolean {
  if (articleType.test(line.text.slice(0, 80)) || line.text.length > 2500 || publisherLine.test(line.text))
    return false;
  const bullet = /^[•·▪◦*-]\s*/u.exec(line.text)?.[0].length ?? 0;
  const traced = restOf(line, bullet);
  const etal = /^(.{3,60}?)\set\sal\.\s(\p{Lu}[\p{L}\s&]{2,80})\.\s?\.?$/u.exec(line.text);
  if (etal?.[1] && etal[2]) {
    const first = readAuthorLine(restOf(line, 0, etal[1].length), false);
    if (first) {
      stateAuthors(page, first);
      const start = line.text.indexOf(etal[2], etal[1].length);
      page.state('journalAbbreviation', etal[2], line.traced, start, start + etal[2].length);
      return true;
    }
  }
  const group = groupOf(page, line);
  if (group) {
    stateAuthors(page, [group]);
    return true;
  }
  const pieces = namesOf(page, line, blockOf(page, line) ?? (traced.text.length > 0 ? traced : line.traced));
  if (!pieces) return false;
  stateAuthors(page, pieces);
  const [only] = pieces;
  if (only && pieces.length === 1) stateOrcid(page, line.traced, only.traced.text);
  return true;
}

/** A group below the last of its people, whose line ends in a comma: an author like them. */
function groupOf(page: Page, line: Line): AuthorPiece | undefined {
  if (line.text.length > 120 || !isGroupName(line.text) || /[\d:;.]|,\s/u.test(line.text)) return undefined;
  const above = page.lines.slice(Math.max(0, line.index - 3), line.index).findLast((one) => one.text);
  const isRow = page.draft.authors.at(-1)?.at.some((place) => place.line === (above?.index ?? -1) + 1);
  if (!isRow || !/(?:[,，]|\band|&|for the)$|on behalf of/u.test(above?.text ?? '')) return undefined;
  const from = /^(?:(?:and|&|on behalf of|for)\s)*(?:the\s)?/iu.exec(line.text)?.[0].length ?? 0;
  return { traced: restOf(line, from), marks: [] };
}

/** Names whose marks begin the next line, "1,2,Bo Dahl": the lines of the block as one. */
export function blockOf(page: Page, line: Line): Traced | undefined {
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

/** The name before its own address, where the marks follow the alphabet from line to line. */
function beforeAddress(page: Page, line: Traced): AuthorPiece[] | undefined {
  const found = gluedAddress.exec(line.text);
  const [, name, mark] = found ?? [];
  if (!name || !mark || !isPersonShape(name)) return undefined;
  const next = 'abcdefgh'[page.affiliationMarks.size];
  if (!page.affiliationMarks.has(mark) && mark !== next) return undefined;
  if (!page.affiliationMarks.has(mark)) {
    const from = name.length + 2;
    const rest = line.text.slice(from);
    const end = /Correspondence|https?:|View (?:further|author)|(?<!\S)\S+@/u.exec(rest)?.index ?? rest.length;
    page.affiliationMarks.set(mark, stateAffiliation(page, trim(slice(line, from, from + end))).index);
  }
  return [{ traced: trim(slice(line, 0, name.length)), marks: [mark] }];
}

/** "Ana Berg a Department of X, Town, Country & Bo Dahl b School of Y": each name with its mark and its address. */
function inlineAddresses(page: Page, line: Traced): AuthorPiece[] | undefined {
  if (line.text.length > 1500 || !/\s[a-h]\s\p{Lu}/u.test(line.text)) return undefined;
  const found: AuthorPiece[] = [];
  const addresses: Traced[] = [];
  for (const part of split(line, /\s&\s|;\s|,\s(?=\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s[a-h]\s\p{Lu})/gu)) {
    const cut = /^(.{4,60}?)\s([a-h])\s(?=\p{Lu})/u.exec(part.text);
    const names = cut?.[1] ? readAuthorLine(slice(part, 0, cut[1].length), false) : undefined;
    const address = cut ? trim(slice(part, cut[0].length)) : undefined;
    if (!cut?.[2] || names?.length !== 1 || !address || !isAffiliation(address.text)) return undefined;
    found.push({ traced: (names[0] as AuthorPiece).traced, marks: [cut[2]] });
    addresses.push(address);
  }
  if (found.length === 0) return undefined;
  addresses.forEach((address, i) => {
    page.affiliationMarks.set(found[i]?.marks[0] ?? '', stateAffiliation(page, address).index);
  });
  return found;
}

/** The names of a line that has nothing but names, or one name and its institution. */
function namesOf(page: Page, line: Line, traced: Traced): AuthorPiece[] | undefined {
  const glued = beforeAddress(page, traced);
  if (glued) return glued;
  const whole = readAuthorLine(traced, false);
  if (whole) return whole;
  const inline = inlineAddresses(page, traced);
  if (inline) return inline;
  const raw = page.source.text.slice(line.start, line.end);
  const gap = /^\s*(\S(?:[ \u00a0]?[^\s])*)(?:\t|[ \u00a0]{2,})/u.exec(raw.slice(0, 120))?.[1];
  const comma = /^(\p{Lu}[^,;:()\d]{3,50}?)(?:,\s|\s[–—-]\s)(.+)$/u.exec(traced.text);
  const end = gap && line.text.startsWith(gap) ? gap.length : comma?.[1]?.length;
  if (!end || traced.text.length > 250) return undefined;
  const rest = traced.text
    .slice(end)
    .replace(/https?:\/\/orcid\.org\/\S+/u, '')
    .replace(/^[\s,–—-]+/u, '');
  // An institution after the name, or a row of such lines.
  const above = page.lines.slice(Math.max(0, line.index - 5), line.index).filter((one) => one.text);
  const inRow = above.some((one) =>
    page.draft.authors.some((author) => author.at.some((place) => place.line === one.index + 1)),
  );
  if (!isAffiliation(`${rest.trim()}, x`) && !(inRow && rest.length > 3 && rest.length < 120 && !/[.!?]\s/u.test(rest)))
    return undefined;
  const pieces = readAuthorLine(trim(slice(traced, 0, end)), false);
  return pieces?.length === 1 ? pieces : undefined;
}
