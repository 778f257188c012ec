/** Makes the draft of a record of references from its statements. */

import { emptyDraft, type Claim, type Draft } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import { shortened } from '#text/shortened';
import { claimLeftover } from './claims.ts';
import { finish } from './finish.ts';
import { identifierForms, isIdentifier } from '../values/identifiers.ts';
import { isPinyinRow } from '../values/pinyin-names.ts';
import { readLanguage } from '../values/languages.ts';
import { startMaking, type Making } from './making.ts';
import { prepared } from './prepare.ts';
import type { Meaning, Statement } from './statement.ts';
import { take } from './takes.ts';
export interface Composed {
  draft: Draft;
  claims: Claim[];
  notices: Notice[];
}

/** Drafts one record from its statements. `record` counts from 1; `span` is the record's own stretch, for notices. */
export function compose(
  source: SourceText,
  record: number,
  statements: readonly Statement[],
  span: [number, number],
): Composed {
  const { statements: ordered, letters } = prepared(statements);
  const count = (means: Meaning): number => ordered.filter((s) => s.means === means).length;
  const claims: Claim[] = [];
  const making = startMaking(
    source,
    { record, ...emptyDraft() },
    {
      claims,
      claim: (from, to, outcome, pointer) =>
        claims.push(...placesOf(source, from, to, pointer).map((at) => ({ at, outcome }))),
      repeat: ({ at: [place] }) => (place ? { copyOf: place } : 'unread'),
    },
  );
  if (letters) making.notices.push(authorsByLetter(source, letters));
  making.parallelAuthors = count('author-full') > 0 && count('author-full') <= count('author');
  // The language is asked for by titles, wherever in the record it is.
  for (const s of statements)
    if (s.means === 'language') {
      const found = readLanguage(s.value.text);
      if (found) making.language ??= found;
    }
  // Records state each author alone; only together they show that the family names come first.
  const written = ordered
    .filter(({ means, name }) => means === 'author' && !name)
    .map(({ value }) => value.text.trim());
  if (isPinyinRow(written)) making.familyFirst = true;
  for (const s of ordered) {
    const { span, value, means } = s;
    const claim = (outcome: Claim['outcome']): void => making.claim(...span, outcome, value.pointer);
    if (typeof means === 'object') {
      claim({ kind: 'furniture', rule: means.furniture });
      continue;
    }
    const taken = take(making, means, s);
    if (typeof taken === 'string') making.notices.push(...notValid(making, s, means));
    else if ('rule' in taken) claim({ kind: 'furniture', rule: taken.rule });
    else if ('copyOf' in taken) claim({ kind: 'copy', of: taken.copyOf });
    else claimLeftover(making, s, taken);
  }
  finish(making);
  return {
    draft: making.draft,
    claims,
    notices: [...making.notices, ...noticesOf(making, record, span)],
  };
}

/** A notice for an identifier that is not valid; a cell that says that there is none is not an identifier. */
function notValid({ source, draft }: Making, { value, span }: Statement, means: Meaning): Notice[] {
  const text = value.text.trim();
  // A second identifier of a kind, valid or not, is another matter.
  if (!isIdentifier(means) || draft[means] || !/[\p{L}\p{N}]/u.test(text)) return [];
  if (/^(?:n\.?\s?\/?\s?a\.?|none|null|nan|unknown|not available|undefined|无|暂无|0+)$/iu.test(text)) return [];
  return [
    {
      severity: 'warning',
      rule: 'identifier-not-valid',
      place: placesOf(source, ...span)[0] ?? { file: source.file },
      seen: text.slice(0, 100),
      expected: identifierForms[means],
      remedy: 'correct it in the file, or state it with npm run correct; until then the record is without it',
    },
  ];
}

function noticesOf({ source, draft }: Making, record: number, span: [number, number]): Notice[] {
  if (draft.titles.length || draft.doi || draft.pmid) return [];
  const [place] = placesOf(source, span[0], span[1]);
  return [
    {
      severity: 'warning',
      rule: 'record-without-title',
      place: place ?? { file: source.file },
      seen: `record ${record} states neither a title nor a DOI or PMID${held(draft)}`,
      expected: 'a record that says which paper it is about',
      remedy: 'add its title to the file, or remove the record',
    },
  ];
}

/** What a record without a title does state, so that a person can find it. */
function held({ authors, issued, journal, abstracts, keywords }: Draft): string {
  const words = abstracts[0]?.value.sections[0]?.blocks[0]?.text;
  const said = [
    authors[0]?.value.name.written,
    issued?.value,
    journal?.value,
    keywords[0]?.value.text,
    words && shortened(words, 81),
  ].filter(Boolean);
  return said.length ? `; it has ${said.join(' · ')}` : '';
}

const authorsByLetter = (source: SourceText, { value, span }: Statement): Notice => ({
  severity: 'warning',
  rule: 'authors-by-letter',
  place: placesOf(source, ...span)[0] ?? { file: source.file },
  seen: `a list of authors with one letter a line: ${value.text.slice(0, 100)}`,
  expected: 'one author a line',
  remedy: 'check the authors, which are put together from the letters; export the record again if they are wrong',
});
