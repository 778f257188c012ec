import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { vocabularyFileSchema } from '#domain/concept';
import { table } from '../../src/site/strings/index.ts';

/** What the review itself says, with the place; the words of papers are left out. */
const ours: { where: string; language: 'en' | 'zh'; text: string }[] = [];
for (const file of globSync('content/{themes/*,about,method}/{en,zh}.mdx').sort())
  ours.push({
    where: file,
    language: file.endsWith('zh.mdx') ? 'zh' : 'en',
    text: readFileSync(file, 'utf8')
      .replace(/<(q|blockquote)\b[^>]*>[^]*?<\/\1>/gu, '')
      .replace(/<[^>]*>/gu, '')
      .replace(/\]\([^)]*\)/gu, ']'),
  });
for (const file of globSync('content/vocabulary/*.yaml')) {
  const { facet, concepts } = vocabularyFileSchema.parse(parse(readFileSync(file, 'utf8')));
  for (const { id, prefLabel, scopeNote } of concepts)
    for (const language of ['en', 'zh'] as const)
      ours.push({ where: `${facet}/${id}`, language, text: `${prefLabel[language]}\n${scopeNote[language]}` });
}
for (const [key, { en, zh }] of Object.entries(table)) {
  ours.push({ where: key, language: 'en', text: typeof en === 'string' ? en : `${en.one}\n${en.other}` });
  ours.push({ where: key, language: 'zh', text: zh });
}

const found = (language: 'en' | 'zh', pattern: RegExp): string[] =>
  ours
    .filter((it) => it.language === language)
    .flatMap(({ where, text }) => [...text.matchAll(pattern)].map((match) => `${where}: ${match[0]}`));

test('essays, vocabulary and interface are looked at in both languages', () => {
  for (const language of ['en', 'zh'])
    for (const where of [/mdx$/, /^themes\/interpreters$/, /^offline\.ready$/])
      expect(
        ours.filter((it) => it.language === language && where.test(it.where)).length,
        `${language} ${where}`,
      ).toBeGreaterThan(0);
});

describe('words for people', () => {
  it('put the person before the illness', () => {
    expect(
      found(
        'en',
        /\b(?:commit(?:s|ted|ting)? suicide|(?:un)?successful suicide|failed suicide|suicide victims?|schizophrenics?|psychotics?\b(?! (?:disorder|illness|symptom|experience))|bipolars|the mentally ill|mental patients?|suffer(?:s|ed|ing)? from|sufferers?|addicts?|alcoholics?|illegal (?:im)?migrants?|the homeless|inmates|manipulative|attention[- ]seeking)\b/giu,
      ),
    ).toEqual([]);
  });

  it('do so in Chinese', () => {
    expect(
      found(
        'zh',
        /自杀成功|成功自杀|自杀失败|畏罪自杀|精神病人|精神病患|疯子|神经病|精分(?!析)|瘾君子|残废|弱智|非法移民|想不开/gu,
      ),
    ).toEqual([]);
  });
});

describe('Chinese as it is set', () => {
  it('has full-width marks between its words', () => {
    expect(found('zh', /\p{Script=Han}[,;?!](?=\p{Script=Han}|$)|\p{Script=Han}:(?=\p{Script=Han})|\.{3}/gmu)).toEqual(
      [],
    );
  });
  it('has its own quotation marks and closes them', () => {
    expect(found('zh', /\p{Script=Han}"|"\p{Script=Han}|[「」]/gu)).toEqual([]);
    const open = ours.filter(({ language, text }) => {
      const count = (mark: string): number => text.split(mark).length;
      return (
        language === 'zh' && (count('“') !== count('”') || count('（') !== count('）') || count('《') !== count('》'))
      );
    });
    expect(open.map(({ where }) => where)).toEqual([]);
  });
  it('is simplified', () => {
    expect(
      found('zh', /[為與對於個體這種關係療聯從間開學習經驗過應實證據們難題國際醫認識點論還說標準護譯員殺]/gu),
    ).toEqual([]);
  });
});
