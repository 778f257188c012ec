import { describe, expect, test } from 'vitest';
import type { Card, CardText } from '#search/catalogue';
import { excerptOf, markText } from '#search/excerpt';

const fold = new Map([['療', '疗']]);
const marks = ({ words = '', beginnings = '', runs = '' }) => {
  const set = (text: string) => new Set(text.split(' ').filter(Boolean));
  return { words: set(words), beginnings: set(beginnings), runs: set(runs) };
};
/** A text with brackets around what is marked. */
const shown = (stretches: readonly { text: string; marked: boolean }[]): string =>
  stretches.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('what is marked', () => {
  test.each([
    ['Trust and TRUST, not entrusted', { words: 'trust' }, '[Trust] and [TRUST], not entrusted'],
    ['interpreters interpret interns', { beginnings: 'interp' }, '[interpreters] [interpret] interns'],
    ['Søren’s café', { words: 'soren cafe' }, '[Søren]’s [café]'],
    ['治疗联盟与治療', { runs: '治疗' }, '[治疗]联盟与[治療]'],
    ['口译员', { runs: '口译 译员' }, '[口译员]'],
    ['哈哈哈', { runs: '哈哈' }, '[哈哈哈]'],
    ['𠮷野家与口译', { runs: '口译' }, '𠮷野家与[口译]'],
    ['nothing', { words: 'trust' }, 'nothing'],
    ['', { words: 'trust' }, ''],
  ])('%s, for %o', (text, asked, expected) => {
    const stretches = markText(text, marks(asked), fold);
    expect(shown(stretches)).toBe(expected);
    expect(stretches.map((it) => it.text).join('')).toBe(text);
  });
});

const text = (sentences: string[], more: Partial<CardText> = {}): CardText => ({
  in: 'abstract',
  language: 'en',
  role: 'original',
  sentences: sentences.map((sentence, i) => [`s-${i}`, sentence]),
  ...more,
});
const excerpt = (texts: CardText[], asked: Parameters<typeof marks>[0], language: 'en' | 'zh' = 'en') =>
  excerptOf({ texts } as Card, marks(asked), language, fold);

describe('the sentence that is quoted', () => {
  test('contains most of the query’s words, and has its anchor', () => {
    const found = excerpt([text(['Trust grew.', 'Trust of interpreters grew.', 'Interpreters left.'])], {
      words: 'trust interpreters',
    });
    expect(found?.anchor).toBe('s-1');
    expect(shown(found?.stretches ?? [])).toBe('[Trust] of [interpreters] grew.');
  });
  test('is in the reader’s language where both contain the words', () => {
    const both = [text(['CBT helped.']), text(['CBT 有效。'], { language: 'zh-Hans', role: 'translation' })];
    expect(excerpt(both, { words: 'cbt' })?.language).toBe('en');
    expect(excerpt(both, { words: 'cbt' }, 'zh')).toMatchObject({ language: 'zh-Hans', role: 'translation' });
  });
  test('is the paper’s own rather than a machine’s, and the abstract’s rather than a digest’s', () => {
    const machine = text(['CBT 甲。'], { language: 'zh-Hans', role: 'machine-translation' });
    expect(excerpt([machine, text(['CBT helped.'])], { words: 'cbt' }, 'zh')?.role).toBe('original');
    const digest: CardText = { in: 'digest', language: 'en', sentences: [['d-0', 'CBT helped many.']] };
    expect(excerpt([digest, text(['CBT helped.'])], { words: 'cbt' })?.in).toBe('abstract');
  });
  test('is never an affiliation, and absent where nothing is to be marked', () => {
    expect(excerpt([text(['Trust Hospital'], { in: 'affiliation' })], { words: 'trust' })).toBeUndefined();
    expect(excerpt([text(['Trust grew.'])], { words: 'hope' })).toBeUndefined();
  });
  test('is cut around its first mark where it is long, between words, with what is left out shown', () => {
    const long = `${'before '.repeat(80)}trust ${'after '.repeat(80)}`;
    const quoted = shown(excerpt([text([long])], { words: 'trust' })?.stretches ?? []);
    expect(quoted).toMatch(/^… (before )+\[trust\]( after)+ …$/);
    expect(quoted.length).toBeLessThan(340);
  });
  test('is cut between characters, never inside one', () => {
    const long = `${'𠮷'.repeat(200)}口译${'𠮷'.repeat(200)}`;
    const quoted = shown(excerpt([text([long], { language: 'zh-Hans' })], { runs: '口译' }, 'zh')?.stretches ?? []);
    expect(quoted).toContain('[口译]');
    expect(quoted).toMatch(/^… 𠮷+\[口译\]𠮷+ …$/u);
  });
});
