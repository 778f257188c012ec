/** Lists the values of a record with the places that they come from, for readers. */

import { webAddress } from '#domain/identifiers';
import type { InterfaceLanguage } from '#domain/language';
import type { Abstract, Paper } from '#domain/paper';
import { displayName } from '#domain/person';
import type { Origin } from '#domain/place';
import { withoutFinalStop } from '#domain/text';
import { factsOf } from './facts.ts';
import { sayDate, sayLanguage } from './display.ts';
import type { Say } from './strings/index.ts';

/** Where a value comes from: lines of a source, or a person's correction and where the person saw it. */
export type Where =
  | { kind: 'lines'; file: string; from: number; to: number }
  | { kind: 'correction'; file: string; seen: string; href?: string };

export interface ProvenanceRow {
  field: string;
  value: string;
  language?: string;
  derived?: string;
  where: Where[];
  /** True for a row with the value of another source than the row above. */
  other?: boolean;
}

/** Places in the form for readers: consecutive lines of a file are one stretch, and each place comes once. */
export function foldPlaces(origins: readonly Origin[]): Where[] {
  const found: Where[] = [];
  for (const origin of origins) {
    if ('correction' in origin) {
      const href = webAddress(origin.seen);
      if (!found.some((w) => w.kind === 'correction' && w.file === origin.correction && w.seen === origin.seen))
        found.push({ kind: 'correction', file: origin.correction, seen: origin.seen, ...(href ? { href } : {}) });
      continue;
    }
    const last = found.find(
      (w) => w.kind === 'lines' && w.file === origin.file && origin.line >= w.from && origin.line <= w.to + 1,
    );
    if (last?.kind === 'lines') last.to = Math.max(last.to, origin.line);
    else found.push({ kind: 'lines', file: origin.file, from: origin.line, to: origin.line });
  }
  return found;
}

/** The anchor of a correction on the method page. */
export const correctionAnchor = (file: string): string => `correction-${file.replace(/\.ya?ml$/u, '')}`;

const short = (text: string): string => (text.length > 140 ? `${text.slice(0, 130).trimEnd()} …` : text);
const firstWords = (abstract: Pick<Abstract, 'sections'>): string =>
  short(abstract.sections[0]?.blocks[0]?.sentences[0]?.text ?? '');
const sentencesFrom = (part: Pick<Abstract, 'sections'>): Origin[] =>
  part.sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences.flatMap(({ from }) => from)));

interface Value {
  text: string;
  from: readonly Origin[];
  derived?: string | undefined;
}

/** More values of one field than this are not a row each: hundreds of authors would make the page heavy. */
const mostRows = 24;

/** The values of a field, each by itself; of many, those that follow each other by one rule are one value. */
function inFew(values: readonly Value[]): readonly Value[] {
  if (values.length <= mostRows) return values;
  const few: { texts: string[]; from: Origin[]; derived: string | undefined }[] = [];
  for (const { text, from, derived } of values) {
    const last = few.at(-1);
    if (last && last.derived === derived) {
      last.texts.push(text);
      last.from.push(...from);
    } else few.push({ texts: [text], from: [...from], derived });
  }
  return few.map(({ texts, from, derived }) => ({ text: texts.join('; '), from, ...(derived ? { derived } : {}) }));
}

/** Every value of a record with its places. */
export function provenanceOf(paper: Paper, lang: InterfaceLanguage, t: Say): ProvenanceRow[] {
  const rows: ProvenanceRow[] = [];
  const add = (field: string, value: string, from: readonly Origin[], more: Partial<ProvenanceRow> = {}): void => {
    rows.push({ field, value, where: foldPlaces(from), ...more });
  };
  for (const title of paper.titles)
    add(`${t('paper.title')} · ${sayLanguage(title.language, lang)}`, short(withoutFinalStop(title.text)), title.from, {
      language: title.language,
    });
  for (const { text, from, derived } of inFew(
    paper.authors.map(({ name, ...author }) => ({ ...author, text: displayName(name) })),
  ))
    add(t('paper.author'), short(text), from, { language: 'und', ...(derived ? { derived } : {}) });
  for (const { text, from } of inFew(paper.affiliations))
    add(t('paper.affiliation'), short(text), from, { language: 'und' });
  for (const fact of factsOf(paper, lang, t)) {
    add(t(fact.field), fact.text, fact.from, {
      ...(fact.language ? { language: fact.language } : {}),
      ...(fact.derived ? { derived: fact.derived } : {}),
    });
    for (const other of fact.others) add(t(fact.field), other.text, other.from, { other: true, language: 'und' });
  }
  if (paper.keywords.length > 0)
    add(
      t('paper.keywords'),
      short(paper.keywords.map(({ text }) => text).join('; ')),
      paper.keywords.flatMap(({ from }) => from),
      { language: 'und' },
    );
  for (const abstract of paper.abstracts)
    add(
      `${t('paper.abstract')} · ${sayLanguage(abstract.language, lang)}`,
      firstWords(abstract),
      sentencesFrom(abstract),
      { language: abstract.language },
    );
  const { digest } = paper;
  if (digest) {
    const language = { language: digest.language };
    add(t('paper.digestName'), firstWords(digest), sentencesFrom(digest), language);
    if (digest.kind) add(t('paper.digestKind'), digest.kind.value, digest.kind.from, language);
    if (digest.publisher) add(t('paper.digestPublisher'), digest.publisher.value, digest.publisher.from, language);
    if (digest.date) add(t('paper.digestDate'), sayDate(digest.date.value, lang), digest.date.from);
    if (digest.scope) add(t('paper.digestScopeName'), digest.scope.value, digest.scope.from, language);
  }
  return rows;
}
