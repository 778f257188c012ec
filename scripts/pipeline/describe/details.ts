/**
 * What the abstracts of a paper state of how its study was done, in their words: whom the sample is made of, and for a
 * review which databases were searched, over which time, and how the included studies were appraised.
 */

import type { Registration } from '#domain/identifiers';
import { isChinese, type Language } from '#domain/language';
import type { Abstract, Detail, DetailKind, EvidenceRole, Paper, Section, Sentence } from '#domain/paper';
import { findRegistrations } from '../../formats/values/identifiers.ts';
import { makeupIn, type Span } from './makeup.ts';
import { placesOfMatch } from './places-of-match.ts';
import { kindsOf, roleOfKind, rolesOf } from './roles.ts';
import { isMethod, ownStudy } from './sample-words.ts';
import type { StudyKind } from './samples.ts';
import { stretchesOf } from './stretches.ts';
import { appraisalIn, databasesIn, isSearch, timeIn } from './searches.ts';

/** How many stretches of a kind are kept of one abstract. */
const most = 4;

/** A part of a sentence between two headings, and where it begins there. */
interface Read {
  sentence: Sentence;
  language: Language;
  text: string;
  at: number;
  role: EvidenceRole | undefined;
}

/** Words with which a text that no heading marks tells of the study: "the study included", 患者男. */
const tells =
  /\b(?:study|trial|survey|cohort)\s(?:included|comprised|enrol+ed|recruited)\b|(?:患[者儿某]|病人)[,，:：]?\s?[男女]/iu;

/** What tells of the study itself: not what was known before, nor what should be done. */
function ownTexts(sections: readonly Section[], language: Language): Read[] {
  const roles = rolesOf(sections, language);
  const kinds = kindsOf(sections);
  const read = sections
    .flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))
    .flatMap((sentence) =>
      stretchesOf(sentence.text).map(({ start, end, kind }) => ({
        sentence,
        language,
        text: sentence.text.slice(start, end),
        at: start,
        role: (kind && roleOfKind[kind]) ?? roles.get(sentence.anchor),
        isHeaded: (kind ?? kinds.get(sentence.anchor)) !== undefined,
      })),
    );
  return read.filter(({ text, role, isHeaded }) => {
    if (role === 'recommendation' || role === 'gap') return false;
    return role !== 'background' || (!isHeaded && [isMethod, ownStudy, tells].some((pattern) => pattern.test(text)));
  });
}

const detail = (kind: DetailKind, { sentence, language, text, at }: Read, [start, end]: Span): Detail => ({
  kind,
  words: text.slice(start, end),
  language,
  anchor: sentence.anchor,
  from: placesOfMatch(sentence, at + start, end - start),
});

function makeupOf(read: readonly Read[], { isCase }: StudyKind): Detail[] {
  const found = read.flatMap((it) =>
    makeupIn(it.text, {
      isZh: isChinese(it.language),
      isCase,
      isDone: it.role === 'aim' || it.role === 'method',
    }).map((span) => detail('makeup', it, span)),
  );
  return once(found);
}

/** Each stretch of words once, the first few. */
const once = (details: readonly Detail[]): Detail[] =>
  details.filter((it, i) => details.findIndex(({ words }) => words === it.words) === i).slice(0, most);

function searchOf(read: readonly Read[]): Detail[] {
  const listsOf = (from: readonly Read[]): Detail[] =>
    from.flatMap((it) => databasesIn(it.text).map((span) => detail('databases', it, span)));
  // What was found in the databases names them again.
  const done = listsOf(read.filter(({ role }) => role !== 'finding'));
  const lists = done.length > 0 ? done : listsOf(read);
  const times = read.flatMap((it) => {
    const span = timeIn(it.text, it.role === 'finding');
    return span ? [{ it, span }] : [];
  });
  const searched = times.find(({ it }) => lists.some(({ anchor }) => anchor === it.sentence.anchor)) ?? times[0];
  return [...once(lists), ...(searched ? [detail('searched', searched.it, searched.span)] : [])];
}

function appraisalOf(read: readonly Read[]): Detail[] {
  const found = read.map((it) => ({ it, ...appraisalIn(it.text) }));
  const named = found.flatMap(({ it, tools }) => tools.map((span) => detail('appraisal', it, span)));
  const done = found.flatMap(({ it, done: spans }) => spans.map((span) => detail('appraisal', it, span)));
  return named.length > 0 ? once(named) : done.slice(0, 1);
}

/** What the abstracts state; a protocol has nothing yet, a review no people of its own, another study no search. */
export function detailsOf(abstracts: readonly Abstract[], kind: StudyKind): Detail[] {
  if (kind.isProtocol) return [];
  return abstracts.flatMap(({ sections, language }) => {
    const read = ownTexts(sections, language);
    if (kind.isReview) return [...searchOf(read), ...appraisalOf(read)];
    if (kind.isBibliometric) return searchOf(read);
    const search = searchOf(read.filter(({ text }) => isSearch(text)));
    if (search.some((it) => it.kind === 'databases')) return [...search, ...appraisalOf(read)];
    return kind.isOfPeople ? makeupOf(read, kind) : [];
  });
}

/** The numbers of registers that sources state with those that only the abstracts have; nothing if there are no such. */
export function registrationsOf(
  abstracts: readonly Abstract[],
  stated: Paper['registrations'],
): Partial<Pick<Paper, 'registrations'>> {
  const registrations = [...stated];
  const sentences = abstracts.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.sentences)),
  );
  for (const sentence of sentences)
    for (const { value, start, end } of findRegistrations(sentence.text))
      if (!registrations.some((it) => fold(it.value) === fold(value)))
        registrations.push({ value, from: placesOfMatch(sentence, start, end - start) });
  return registrations.length > stated.length ? { registrations } : {};
}

const fold = ({ registry, id }: Registration): string => `${registry} ${id}`.toLowerCase();
