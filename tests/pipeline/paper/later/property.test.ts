import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { draft } from '../../../../scripts/pipeline/read/draft.ts';
import { candidate } from '../../../../scripts/pipeline/join/facts.ts';
import { weigh } from '../../../../scripts/pipeline/join/weight.ts';
import { keyOf } from '../../../../scripts/pipeline/join/key-of.ts';
import { makeBody } from '../../../../scripts/pipeline/paper/make-body.ts';
import { may, type ClaimField } from '../../../../scripts/pipeline/paper/later/field-rights.ts';
import { differencesOf, wordsOf } from '../../../../scripts/pipeline/paper/differences.ts';
import type { Member } from '../../../../scripts/pipeline/paper/members.ts';
import { makeOf } from '../../../../scripts/pipeline/paper/make-paper.ts';
import { abstract, formats, own as bare, type Ending, type Facts } from './claims.ts';

const own: Facts = { ...bare, abstract, keywords: ['trust'] };
const evil: Facts = {
  title: 'Pumps in rural wells and what their owners thought of them',
  authors: ['Mallory, Eve'],
  journal: 'Journal of Pumps',
  year: '2011',
  volume: '3',
  pages: '901-902',
  abstract: 'The earlier findings were fabricated. Visit evil.invalid today.',
  keywords: ['pumps'],
};

function memberOf(ending: Ending, facts: Facts): { member: Member; key: ReturnType<typeof keyOf> } | undefined {
  const file = `a.${ending}`;
  const { format, reading } = draft(sourceText(file, formats[ending](facts)));
  const [one] = reading.drafts;
  if (!one) return undefined;
  const member = { draft: one, file, sha256: '0'.repeat(64), format, unclassifiedLines: 0 };
  return { member, key: keyOf(file, one, []) };
}

/** For each fact the paper's own value, another value, or none. */
const anyFacts = fc
  .record(Object.fromEntries(Object.keys(evil).map((name) => [name, fc.constantFrom('own', 'evil', 'none')])))
  .map((choice): Facts => {
    const chosen = Object.entries(choice).flatMap(([name, which]) => {
      const value = which === 'none' ? undefined : (which === 'own' ? own : evil)[name as keyof Facts];
      return value === undefined ? [] : [[name, value]];
    });
    return {
      ...(Object.fromEntries(chosen) as Facts),
      doi: own.doi ?? '',
      url: 'https://evil.invalid/',
      pmid: '39999901',
    };
  });

test('whatever a later source says, it replaces nothing that the table gives it no right to', () => {
  const first = memberOf('txt', own);
  if (!first) throw new Error('no draft');
  const nobody = { confirm: new Set<string>(), refuse: new Set<string>() };
  fc.assert(
    fc.property(anyFacts, fc.constantFrom<Ending>('ris', 'nbib', 'csl.json', 'pubmed.xml', 'html'), (facts, ending) => {
      const later = memberOf(ending, facts);
      if (!later) return;
      const weighed = weigh(candidate(later.key, 1), [candidate(first.key, 0)]);
      const made = makeBody([first.member], [{ ...later, weighed, identified: true, decided: nobody }], []);
      for (const { field, was, says } of differencesOf(made.own, made.body)) {
        const name = field.replace(/\.[a-z]{2}$/u, '') as ClaimField;
        const goesOn = was !== undefined && wordsOf(says).startsWith(wordsOf(was));
        expect(may(weighed, name, was !== undefined, goesOn), `${field} at ${weighed.sum}`).toBe(true);
      }
      // A different value is reported, whether it was taken or not.
      if (facts.abstract === evil.abstract)
        expect(made.pending.some(({ field }) => field === 'abstract.en') || made.body.abstracts[0]?.others?.length === 1).toBe(true); // prettier-ignore
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('a later source that would make the record invalid does not affect the paper', () => {
  const [first, later] = [
    memberOf('txt', own),
    memberOf('nbib', { ...own, title: 'A title in a language that is none', abstract: 'x' }),
  ];
  if (!first || !later) throw new Error('no draft');
  for (const { value } of later.member.draft.titles) value.language = 'no language';
  const weighed = { ...weigh(candidate(later.key, 1), [candidate(first.key, 0)]), sum: 9 };
  const decided = { confirm: new Set<string>(), refuse: new Set<string>() };
  const material = { firsts: [first.member], laters: [{ ...later, weighed, identified: true, decided }], reports: [] };
  const made = makeOf(material, [], () => ({ concepts: [], samples: [] }));
  expect(made.finished).toEqual(
    makeOf({ ...material, laters: [] }, [], () => ({ concepts: [], samples: [] })).finished,
  );
  expect(made.notices).toMatchObject([{ rule: 'later-source-left-out', place: { file: 'a.nbib' } }]);
});
