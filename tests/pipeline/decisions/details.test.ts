import { describe, expect, test } from 'vitest';
import { correctionSchema } from '#domain/correction';
import { detailKinds, paperSchema, type Paper } from '#domain/paper';
import { assign } from '../../../scripts/pipeline/decisions/assignments.ts';
import { asDecided } from '../../../scripts/pipeline/decisions/confirm-described.ts';
import { correct } from '../../../scripts/pipeline/decisions/correct.ts';
import { filed, type FiledCorrection } from '../../../scripts/pipeline/decisions/read-decisions.ts';
import { makeDescriber } from '../../../scripts/pipeline/describe/describe.ts';
import { decideDetails, wordsOfNothing } from '../../../scripts/pipeline/describe/decided-details.ts';
import { makeMatcher } from '../../../scripts/pipeline/describe/matcher.ts';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { abstractOf, member, said } from '../support.ts';

const describer = makeDescriber([], makeMatcher([]));
const text = 'We asked many. We interviewed 16 people, twelve women and four men. All were seen in one room.';
const bodyOf = (words = text) =>
  reconcile([
    member({ titles: [said({ language: 'en', text: 'A survey of nurses' })], abstracts: [abstractOf(words)] }),
  ]).body;
const decision = (file: string, given: Record<string, unknown>): FiledCorrection =>
  filed(correctionSchema.parse({ for: 'a.txt', reason: 'it is wrong', seen: ['the abstract'], ...given }), file);
const detailsAfter = (...corrections: FiledCorrection[]): NonNullable<Paper['details']> =>
  describer(bodyOf(), corrections).details ?? [];

describe('what abstracts state of how a study was done', () => {
  test.each(detailKinds)('a person can set %s to words of a sentence, and lead to it', (kind) => {
    const set = {};
    expect(assign(`${kind}=seen in one room`, set, [])).toBe(true);
    const [detail] = detailsAfter(decision('d.yaml', { set })).filter((it) => it.kind === kind);
    const at = text.indexOf('seen in one room');
    expect(detail).toMatchObject({ words: 'seen in one room', language: 'en' });
    expect(detail?.anchor).toMatch(/^s-/u);
    expect(detail?.from).toEqual([
      { correction: 'd.yaml', seen: 'the abstract' },
      { file: 'a.txt', line: 1, columns: [at + 1, at + 17] },
    ]);
    expect(paperSchema.shape.details.safeParse([detail]).success).toBe(true);
  });

  test('a person can empty one, and a later decision wins', () => {
    expect(detailsAfter().map(({ words }) => words)).toEqual(['twelve women and four men']);
    const unset: string[] = [];
    expect(assign('makeup=', {}, unset)).toBe(true);
    const empty = decision('a.yaml', { unset });
    expect(detailsAfter(empty)).toEqual([]);
    const again = decision('b.yaml', { set: { makeup: ['16 people'] } });
    expect(detailsAfter(empty, again).map(({ words }) => words)).toEqual(['16 people']);
    expect(detailsAfter(again, empty)).toEqual([]);
    // The field is known, so that no notice speaks of it.
    expect(correct(bodyOf(), [empty]).notices).toEqual([]);
  });

  test('several values are given one by one, with the semicolons that they hold', () => {
    const set = {};
    assign('databases=PubMed; Embase', set, []);
    assign('databases=CNKI', set, []);
    expect(set).toEqual({ databases: ['PubMed; Embase', 'CNKI'] });
  });

  test('words of the full text are the person’s own, in their language, and lead to no sentence', () => {
    const set = {};
    expect(assign('databases.zh=万方与知网', set, [])).toBe(true);
    const correction = decision('d.yaml', { set });
    expect(detailsAfter(correction).filter(({ kind }) => kind === 'databases')).toEqual([
      {
        kind: 'databases',
        words: '万方与知网',
        language: 'zh-Hans',
        from: [{ correction: 'd.yaml', seen: 'the abstract' }],
      },
    ]);
    expect(wordsOfNothing(bodyOf(), [correction])).toEqual([]);
  });

  test('words that no sentence has are left out, with a notice', () => {
    const correction = decision('d.yaml#2', { set: { makeup: ['twelve women', 'thirteen women'] } });
    const { details = [] } = decideDetails([], bodyOf().abstracts, [correction]);
    expect(details.map(({ words }) => words)).toEqual(['twelve women']);
    expect(wordsOfNothing(bodyOf(), [correction])).toEqual([
      {
        severity: 'warning',
        rule: 'words-of-no-sentence',
        place: { file: 'corrections/d.yaml' },
        seen: 'set.makeup: "thirteen women", which no sentence of the abstracts has; it is left out',
        expected: 'words of one sentence, letter for letter',
        remedy:
          "copy them from the paper's page; for what the full text alone says: makeup: [{ language: en, text: … }]",
      },
    ]);
    // A later decision about the field makes the words of an earlier one matter no more.
    expect(wordsOfNothing(bodyOf(), [correction, decision('e.yaml', { unset: ['makeup'] })])).toEqual([]);
  });

  test('a machine translation is not quoted where people wrote an abstract', () => {
    const body = bodyOf();
    const machine = abstractOf('我们询问了十六人。', { language: 'zh-Hans', role: 'machine-translation' });
    const both = reconcile([member({ abstracts: [abstractOf(text), machine] })]).body;
    const correction = decision('d.yaml', { set: { makeup: ['十六人'] } });
    expect(wordsOfNothing(both, [correction])).toHaveLength(1);
    expect(wordsOfNothing({ ...body, abstracts: both.abstracts.slice(1) }, [correction])).toEqual([]);
  });
});

describe('the size of a study', () => {
  test.each(['participants=', 'studies='])('%s empties it', (written) => {
    const unset: string[] = [];
    expect(assign(written, {}, unset)).toBe(true);
    const correction = decision('a.yaml', { unset });
    expect(describer(bodyOf(), []).samples).toHaveLength(1);
    const { samples, numbersStated } = describer(bodyOf(), [correction]);
    expect(samples).toEqual([]);
    expect(numbersStated).toBeUndefined();
    expect(correct(bodyOf(), [correction]).notices).toEqual([]);
    // What a later decision says counts.
    const later = decision('b.yaml', { set: { samples: [{ of: 'participants', count: 16 }] } });
    expect(describer(bodyOf(), [correction, later]).samples[0]?.count.value).toBe(16);
  });
});

describe('what a person confirms is decided as it is', () => {
  const paper = {
    concepts: [
      { concept: 'designs/survey', evidence: [] },
      { concept: 'countries/no', evidence: [] },
    ],
    samples: [{ of: 'participants', count: { value: 16, from: [] } }],
    details: [
      { kind: 'makeup', words: 'twelve women and four men', language: 'en', anchor: 's-00000000', from: [] },
      { kind: 'searched', words: '2019 年', language: 'zh-Hans', from: [] },
    ],
  } as unknown as Paper;

  test.each([
    ['makeup', { makeup: ['twelve women and four men'] }],
    ['searched', { searched: [{ language: 'zh-Hans', text: '2019 年' }] }],
    ['samples', { samples: [{ of: 'participants', count: 16 }] }],
    ['designs', { concepts: ['designs/survey'] }],
    ['countries', { concepts: ['countries/no'] }],
    ['appraisal', undefined],
    ['populations', undefined],
  ])('%s', (field, set) => {
    expect(asDecided(paper, field)).toEqual(set);
    if (set) expect(correctionSchema.shape.set.safeParse(set).success).toBe(true);
  });
});
