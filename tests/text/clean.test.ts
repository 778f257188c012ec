import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, cleanText } from '#text/clean';
import { normalized } from '#text/normal';
import { segments, visible } from '#text/visible';

/** Words with marks, joiners, selectors and fillers that their writing system needs. */
const words: readonly (readonly [string, string])[] = [
  ['Vietnamese, decomposed', 'nghie\u0302\u0323n cu\u031b\u0301u'],
  ['Hindi with a joiner', 'क्\u200dष और क्\u200cष'],
  ['Sinhala', 'ශ්\u200dරී ලංකා'],
  ['Malayalam', 'അവന്\u200d'],
  ['Bengali', 'র\u200d্যাম'],
  ['Thai', 'ความเชื่อมั่น'],
  ['Tibetan, stacked', 'བརྒྱུད་པ་ཧཱུྃ'],
  ['Burmese', 'ယုံကြည်မှု'],
  ['Persian with a non-joiner', 'می\u200cخواهم بدانم'],
  ['Arabic with points', 'الثِّقَةُ المُتَبَادَلَة'],
  ['Arabic number sign', '\u0600١٢٣'],
  ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית בָּרָ֣א'],
  ['Mongolian with a selector', 'ᠠ\u180bᠭ\u180eᠠ'],
  ['Hangul of old syllables', '\u115f\u1161\u11ab ᄒᆞᆫ'],
  ['Korean', '신뢰 관계'],
  ['Japanese with a registered variant', '葛\u{e0100}城市、辻\u{e0101}さん'],
  ['Chinese punctuation with a variant', '信任\u3002\ufe00研究'],
  ['a variant of a sign', '\u2229\ufe00'],
  [
    'pictures',
    '❤\ufe0f 👩\u200d⚕\ufe0f 👨\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 👍🏽 🇨🇳 1\ufe0f\u20e3 ☎\ufe0e 👩🏽\u200d🔬',
  ],
  ['phonetic writing', 't͡ʃʰɑ̃ːˠ'],
  ['mathematics', '𝒜 ⊂ 𝔹, x̄ ± 2'],
];

const nobodySees: readonly (readonly [string, string, string])[] = [
  ['controls', 'a\u0000b\u001bc\u007fd\u0081e', 'abcde'],
  ['NEL and separators', 'a\u0085b\u2028c\u2029d', 'a b c d'],
  ['noncharacters', 'a\ufdd0b\uffffc\u{1fffe}d\u{10ffff}e', 'abcde'],
  ['halves', 'a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
  ['directions', 'a\u202eb\u2066c\u200ed\u061ce', 'abcde'],
  ['zero width', 'a\u200bb\u2060c\ufeffd\u00ade\u034ff', 'abcdef'],
  ['joiners among letters that need none', 'a\u200db\u200cc', 'abc'],
  ['fillers', 'a\u3164b\uffa0c\u2800d', 'a b c d'],
  ['fillers of Hangul without letters', '\u115f\u1160x', 'x'],
  ['selectors that select nothing', 'a\ufe0fb\ufe00c\u{e0101}d\u180be', 'abcde'],
  ['more than one selector', '葛\u{e0100}\u{e0101}\u{e0102}', '葛\u{e0100}'],
  ['selectors that no ideograph has', '葛\u{e01ef}', '葛'],
  ['tags', 'a\u{e0061}\u{e007f}b', 'ab'],
  ['annotations', 'a\ufff9b\ufffac\ufffbd', 'abcd'],
  ['a tower of marks', `a${'\u0301'.repeat(5000)}b`, `a${'\u0301'.repeat(10)}b`],
  ['a joiner behind nothing', '👩\u200d', '👩'],
  ['white space of many kinds', ' \u3000a \t\u00a0\r\nb ', 'a b'],
];

describe('a clean text', () => {
  test.each(words)('keeps %s', (_, word) => {
    expect(cleanText(word)).toBe(word);
  });

  test.each(nobodySees)('has no %s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test.each([['\u3164\u3164'], ['\u2800'], ['\u200b\u2060'], ['\u115f\u1160'], ['\ufe0f'], [' \u00a0\u{e0041} ']])(
    'of %j is none',
    (text) => {
      expect(cleanText(text)).toBe('');
    },
  );

  /** Texts with characters that are cleaned beside characters that are kept. */
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(...words.map(([, word]) => word)),
        fc.constantFrom(...nobodySees.map(([, one]) => one)),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.constantFrom(...Array.from('\u180e\u180b\u200d\ufe0f\u0301\u115f\u034f👩ᠠ葛')),
        fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join(''));

  test('is clean, complete, on one line, and has nothing invisible', () => {
    fc.assert(
      fc.property(text, (one) => {
        const cleaned = cleanText(one);
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned).not.toMatch(/\p{Cc}|\p{Noncharacter_Code_Point}|\p{M}{11}|^\s|\s$|\s\s|[^\S ]/u);
        expect(cleaned).not.toMatch(
          /[\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad\u3164\uffa0\u2800\u{e0000}-\u{e00ff}]/u,
        );
        // The meaning of private characters depends on the font: they stay, and are shown as tokens.
        const shown = segments(cleaned.replace(/\p{Co}/gu, ''));
        expect(shown.filter(({ token }) => token)).toEqual([]);
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  test('says where each character went', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { text: cleaned, to } = clean(one) ?? {
          text: one,
          to: Uint32Array.from({ length: one.length + 1 }, (_, i) => i),
        };
        expect(to).toHaveLength(one.length + 1);
        expect(to[one.length]).toBe(cleaned.length);
        for (let i = 0; i < one.length; i++) {
          expect(to[i + 1]).toBeGreaterThanOrEqual(to[i] ?? 0);
          // Unchanged characters are at the offset that is stated for them.
          if ((to[i + 1] ?? 0) === (to[i] ?? 0) + 1 && !/\s/u.test(cleaned[to[i] ?? 0] ?? ''))
            expect([one[i], '\ufffd']).toContain(cleaned[to[i] ?? 0]);
        }
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
});

describe('hidden characters are shown', () => {
  test.each(words)('and %s is as it is', (_, word) => {
    expect(segments(word)).toEqual([{ text: word, token: false }]);
  });

  test('a tower is one token', () => {
    expect(visible(`a${'\u0301'.repeat(15)}b`)).toBe(`a${'\u0301'.repeat(10)}⟨U+0301 × 5⟩b`);
  });

  test('line feeds stay where they may', () => {
    expect(visible('a\nb\u001b', '\n')).toBe('a\nb⟨U+001B⟩');
    expect(visible('a\nb\tc')).toBe('a⟨U+000A⟩b⟨U+0009⟩c');
  });
});

test('a normalized text is the same, but for towers', () => {
  for (const [, word] of words) expect(normalized(word, 'NFKD')).toBe(word.normalize('NFKD'));
  expect(normalized(`a${'\u0316\u0301'.repeat(100_000)}`, 'NFC').length).toBeLessThan(40);
});
