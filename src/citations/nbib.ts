/** Writes NBIB, the tagged format of PubMed. */

import { months } from '#domain/date';
import { familyName, type Name } from '#domain/person';
import { hasHan } from '#text/han';
import { endedBy, formatOfPieces } from './format.ts';
import { isGroup, namedInTwo } from './listed-names.ts';
import { addressOf, languageName, noticeText, pagesOf, toInertReference, type Reference } from './reference.ts';
import { notesOf } from './reference-notes.ts';
import { typeNames } from './types.ts';

/** `2024 Nov 5`, as precise as the date. */
function nbibDate(date: string): string {
  const [year, month, day] = date.split('-');
  return [year, month && months[Number(month) - 1], day && String(Number(day))].filter(Boolean).join(' ');
}

/** "Iversen HW": family name and initials, as MEDLINE's AU has them; a Chinese name stays whole. */
function shortName(name: Name): string {
  const family = name.family ? familyName(name) : (name.literal ?? name.written);
  if (!name.given) return family;
  if (hasHan(family)) return family + name.given;
  const initials = name.given
    .split(/[\s-]+/u)
    .map((part) => [...part][0]?.toUpperCase() ?? '')
    .join('');
  return [family, initials, name.suffix].filter(Boolean).join(' ');
}

/** The three-letter codes that MEDLINE uses (MARC). */
const marcLanguages: Readonly<Record<string, string>> = {
  en: 'eng',
  zh: 'chi',
  es: 'spa',
  pt: 'por',
  fr: 'fre',
  de: 'ger',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  ru: 'rus',
  nl: 'dut',
  no: 'nor',
  sv: 'swe',
  da: 'dan',
  fi: 'fin',
  pl: 'pol',
  tr: 'tur',
  ar: 'ara',
  fa: 'per',
};
const marcLanguage = (language: string): string => {
  const base = language.split('-')[0] ?? '';
  return marcLanguages[base] ?? languageName(base).toLowerCase().slice(0, 3);
};

const pubtypes = (r: Reference): string[] => [
  ...[typeNames[r.type].nbib ?? []].flat(),
  ...(r.status.includes('retracted') ? ['Retracted Publication'] : []),
];

/** What MEDLINE has no tag for. */
const withoutTag = (r: Reference): string[] => [
  ...(r.genre ? [`Type of work: ${r.genre}`] : []),
  ...(r.number ? [`Report No.: ${r.number}`] : []),
  ...(addressOf(r) ? [`Available from: ${addressOf(r)}`] : []),
];

type Lines = string | readonly string[] | undefined;

/** Tags in PubMed's order; the authors' lines, a pair for each, are under the abstract. */
const tags: readonly (readonly [string, (r: Reference) => Lines])[] = [
  ['PMID', (r) => r.pmid],
  // A record begins here where it has no number of PubMed's; NLM owns none of those.
  ['OWN', (r) => (r.pmid ? 'NLM' : 'NOTNLM')],
  ['DP', (r) => r.issued && nbibDate(r.issued)],
  ['TI', (r) => r.title?.text],
  ['BTI', (r) => (r.type === 'book' ? r.title?.text : r.type === 'chapter' ? r.container : undefined)],
  ['PG', (r) => pagesOf(r)],
  ['LID', (r) => r.doi && `${r.doi} [doi]`],
  ['AB', (r) => r.abstract?.text],
  ['FAU', () => undefined],
  ['LA', (r) => r.language && marcLanguage(r.language)],
  ['SI', (r) => r.registrations.map(({ registry, id }) => `${registry}/${id}`)],
  ['PT', pubtypes],
  ['DEP', (r) => (r.online?.length === 10 ? r.online.replaceAll('-', '') : undefined)],
  // A book is part of a series, and programs take a journal's name for its publisher.
  ['CTI', (r) => (r.type === 'book' ? r.container : undefined)],
  ['TA', (r) => (r.type === 'book' ? undefined : (r.containerShort ?? r.container))],
  ['JT', (r) => (r.type === 'book' ? undefined : r.container)],
  ['ISBN', (r) => r.isbn],
  ['IS', (r) => r.issn.map((issn) => `${issn} (ISSN)`)],
  ['PB', (r) => r.publisher],
  ['CP', (r) => r.publisherPlace],
  ['EN', (r) => r.edition],
  ['FED', (r) => r.editors.map(namedInTwo)],
  ['ED', (r) => r.editors.map((name) => (isGroup(name) ? namedInTwo(name) : shortName(name)))],
  ['RIN', (r) => r.retraction && noticeText(r.retraction)],
  ['VI', (r) => r.volume],
  ['IP', (r) => r.issue],
  ['OTO', (r) => (r.keywords.length > 0 ? 'NOTNLM' : undefined)],
  ['OT', (r) => r.keywords],
  ['PMC', (r) => r.pmcid],
  ['GN', (r) => [...withoutTag(r), ...notesOf(r, { titles: 0, fulltext: true, conference: true, translators: true })]],
  ['OAB', (r) => r.otherAbstracts[0]?.text],
  ['OABL', (r) => r.otherAbstracts[0] && marcLanguage(r.otherAbstracts[0].language)],
  ['AID', (r) => r.doi && `${r.doi} [doi]`],
  ['SO', (r) => source(r)],
];

/** The line of NLM's citation: "Clin Psychol Rev. 2024 Nov;113:102469." */
function source(r: Reference): string | undefined {
  const issue = r.issue ? `(${r.issue})` : '';
  const place = [`${r.volume ?? ''}${issue}`, pagesOf(r)].filter(Boolean).join(':');
  const when = [r.issued && nbibDate(r.issued), place].filter(Boolean).join(';');
  const text = [r.containerShort ?? r.container, when].filter(Boolean).join('. ');
  return text ? `${text}.` : undefined;
}

/**
 * MEDLINE has a tag of its own for groups (CN), which Zotero skips and others set after all people: with a comma at
 * its end a group is one name to them, in its place.
 */
const authorLines = (r: Reference): string[] =>
  r.authors.flatMap((name) => [
    `FAU - ${namedInTwo(name)}`,
    `AU  - ${isGroup(name) ? namedInTwo(name) : shortName(name)}`,
  ]);

/** By its first tag programs know the format, be it empty. */
const beginning = 'PMID- ';

const ended = endedBy('\r\n');

/**
 * NBIB: the MEDLINE/PubMed display format (NLM, "MEDLINE/PubMed Data Element (Field) Descriptions"), one value per
 * line: readers differ in how they join continued lines, and every one of them reads a long line.
 */
export const nbib = formatOfPieces({
  name: 'nbib',
  title: { en: 'NBIB (PubMed)', zh: 'NBIB（PubMed）' },
  extension: 'nbib',
  mediaType: 'application/nbib',
  piece(paper, { abstracts = true }) {
    const r = toInertReference(paper);
    const lines = tags
      .filter(([tag]) => abstracts || !['AB', 'OAB', 'OABL'].includes(tag))
      .flatMap(([tag, rule]) =>
        tag === 'FAU' ? authorLines(r) : [rule(r) ?? []].flat().map((value) => `${tag.padEnd(4)}- ${value}`),
      );
    return lines.join('\r\n');
  },
  file(pieces) {
    const [first] = pieces;
    return (first === undefined || first.startsWith(beginning) ? '' : `${beginning}\r\n`) + ended(pieces);
  },
});
