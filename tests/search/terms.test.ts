import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOf } from '#search/forms';
import { beginningTerm, rowOf, termsOf, wholeTerm } from '#search/terms';
import { cutWords } from '#search/words';

const noFold = new Map<string, string>();
const folded = new Map([['療', '疗']]);

describe('words', () => {
  test.each([
    ['Therapist’s perspectives', ['therapist', 's', 'perspectives']],
    ['COVID-19, e17204 (2020)', ['covid', '19', 'e17204', '2020']],
    ['Søren Ångström Müller', ['soren', 'angstrom', 'muller']],
    ['naïve ﬁnding ＡＢＣ', ['naive', 'finding', 'abc']],
    ['10.1016/j.cpr.2024', ['10', '1016', 'j', 'cpr', '2024']],
    ['Straße', ['strasse']],
    ['مرحبا שלום', ['مرحبا', 'שלום']],
  ])('%s', (text, words) => {
    expect(cutWords(text, noFold).map((piece) => (piece.kind === 'word' ? piece.form : piece.chars.join('')))).toEqual(
      words,
    );
  });

  test('Chinese is a run of characters, folded, with the place of each', () => {
    expect(cutWords('CBT治療', folded)).toEqual([
      { kind: 'word', form: 'cbt', start: 0, end: 3 },
      { kind: 'han', chars: ['治', '疗'], at: [3, 4], start: 3, end: 5 },
    ]);
  });
});

describe('terms', () => {
  const term = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 8 })
    .map((text) => cutWords(text, noFold))
    .filter((pieces) => pieces.length > 0);

  test('are letters and digits that Pagefind does not change, and no term begins another', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        const [x = '', y = ''] = [termsOf(a)[0], termsOf(b)[0]];
        expect(x).toMatch(/^[a-z0-9]+z0$/);
        if (x !== y) expect(y.startsWith(x)).toBe(false);
      }),
      { seed: 20261121 },
    );
  });

  test('begin alike exactly when the words do', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), (a, b) => {
        expect(wholeTerm(a + b).startsWith(beginningTerm(a))).toBe(true);
        if (!b.startsWith(a)) expect(wholeTerm(b).startsWith(beginningTerm(a))).toBe(false);
      }),
      { seed: 20261121 },
    );
  });

  test('any stretch of Chinese is a row of the terms of the whole', () => {
    const han = fc.array(fc.constantFrom(...'口译员治疗联盟自杀难民'.split('')), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(han, fc.nat(11), fc.nat(11), (chars, from, length) => {
        const at = from % chars.length;
        const piece = chars.slice(at, at + 1 + (length % chars.length));
        const whole = termsOf(cutWords(chars.join(''), noFold));
        const { terms, open } = rowOf(cutWords(piece.join(''), noFold));
        const places = whole
          .map((_, i) => i)
          .filter(
            (i) =>
              terms.every((term, k) => whole[i + k] === term) &&
              (open === undefined || whole[i + terms.length]?.startsWith(open)),
          );
        expect(places).toContain(at);
        for (const i of places) expect(chars.slice(i, i + piece.length)).toEqual(piece);
      }),
      { seed: 20261121 },
    );
  });
});

describe('forms', () => {
  test.each([
    ['interpreter', 'interpreters'],
    ['studies', 'study'],
    ['children', 'child'],
    ['analyses', 'analysis'],
    ['treating', 'treated'],
    ['caring', 'cares'],
    ['behaviour', 'behaviors'],
    ['randomised', 'randomizing'],
    ['counselling', 'counseling'],
    ['paediatric', 'pediatric'],
    ['haemorrhage', 'hemorrhages'],
    ['programme', 'programs'],
  ])('%s is also %s', (word, form) => {
    expect(formsOf(word)).toContain(form);
    expect(formsOf(form)).toContain(word);
  });

  test.each([
    ['interpreter', 'interpretation'],
    ['caring', 'car'],
    ['news', 'new'],
    ['aids', 'aid'],
    ['evening', 'even'],
    ['string', 'str'],
    ['need', 'ne'],
    ['process', 'proces'],
    ['four', 'for'],
  ])('%s is not %s', (word, other) => expect(formsOf(word)).not.toContain(other));
});
