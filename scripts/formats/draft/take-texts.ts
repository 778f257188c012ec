/**
 * Puts texts into a draft: titles, abstracts, keywords and the language of the record. Each function reads one meaning
 * and says what it took.
 */

import { detectLanguage, functionWordsIn, isChinese, type Language } from '#domain/language';
import { readAlike } from '#domain/text';
import { abstractOf, cutCopyright, cutKeywords, isNotice, sectionsOf } from '../values/abstracts.ts';
import { claimCopy } from './claims.ts';
import { lost } from './damaged.ts';
import { languageOfWords, readLanguage } from '../values/languages.ts';
import { titleSaysRetracted } from '../values/retractions.ts';
import functionWords from '../words/function-words.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';
import { foldedKey, read, type Making, type Take, type Taken } from './making.ts';
import { plain } from '../text/inline.ts';
import { fold, join, placesFor, rangesOf, rewrite, slice, split, trim, type Traced } from '../text/traced.ts';
import type { Statement } from './statement.ts';

export function takeTitle(making: Making, s: Statement): Taken {
  let p = plain(s.value);
  let { role } = s;
  // PubMed writes a translated title in brackets.
  const bracketed = /^\[(.+)\]([.?!]?)$/u.exec(p.text);
  if (bracketed) {
    p = trim(slice(p, 1, 1 + (bracketed[1]?.length ?? 0)));
    role ??= 'translation';
  }
  if (!p.text || !/[\p{L}\p{N}]/u.test(p.text)) return 'unread';
  const stated = s.language === 'zh' ? undefined : s.language;
  const language = stated ?? titleLanguage(p.text, role === 'translation' ? undefined : making.language);
  const same = making.draft.titles.find((t) => readAlike(t.value.text, p.text));
  const [place] = same?.at ?? [];
  if (place) return { copyOf: place };
  if (making.draft.titles.some((t) => t.value.language === language && t.value.role === role)) return 'unread';
  if (!role && making.language)
    role = base(language) === base(making.language) || making.language === 'und' ? 'original' : 'translation';
  const marks = p.marks?.length ? { marks: [...p.marks] } : {};
  const made = read(making, { language, ...(role ? { role } : {}), text: p.text, ...marks }, p);
  if (!made.at.length) return 'unread';
  making.draft.titles.push(made);
  if (titleSaysRetracted(p.text)) making.draft.status ??= read(making, 'retracted', p);
  return [p];
}

const base = (language: Language): string => language.split('-')[0] ?? language;

/** Function words of other languages that English titles have too: in names, as initials, or with another meaning. */
const inEnglishToo = new Set(everyWord(functionWords.inEnglishToo));
const english = new RegExp(`\\b(?:${anyOf(everyWord(functionWords.english))})\\b`, 'iu');

/** The language of a title. A title is often too short to show it: then the language of the record decides. */
function titleLanguage(text: string, stated: Language | undefined): Language {
  const found = detectLanguage(text);
  if (found !== 'en' || !stated || isChinese(stated)) return found;
  // "in" is English and German, "a" English and Spanish: a word that only the stated language has says more.
  const own = functionWordsIn(text, stated).some((word) => !inEnglishToo.has(word.toLowerCase()));
  if (own && !functionWordsIn(text, 'en').length) return stated;
  return english.test(text) || /^(ja|ko|ru|uk|fa|ar|he|el|th|hi|bg)$/u.test(stated) ? 'en' : stated;
}

export const takeTitleCopy: Take = (making, s) => {
  const place = making.draft.titles[0]?.at[0];
  return place ? { copyOf: place } : takeTitle(making, s);
};

function takeKeyword(making: Making, s: Statement, p: Traced): boolean {
  const bare = trim(rewrite(plain(p), /\*/gu, () => ''));
  const text = bare.text.replace(/[.;,]$/u, '');
  const key = foldedKey(text);
  if (!key || /^n\/a$/iu.test(text) || lost('keyword', text)) return false;
  const at = placesFor(making.source, p);
  if (making.keywordAt.has(key)) claimCopy(making, p, making.keywordAt.get(key));
  else if (at.length) {
    making.keywordAt.set(key, at[0]);
    making.draft.keywords.push({ value: { language: s.language ?? languageOfWords(text), text }, at });
  }
  return true;
}

/** A keyword that is whole, whatever signs are in it. */
export const takeTerm: Take = (making, s) => (takeKeyword(making, s, s.value) ? [s.value] : 'unread');

/** Wiley has the heading of its page before the text, without a sign between: `Abstract Bakers worry …`. */
function withoutHeading(making: Making, s: Statement, [first, ...others]: readonly Traced[]): Traced[] {
  if (!first) return [];
  const to = /^\s{0,9}(?:Abstract|ABSTRACT)\s{0,9}(?=\p{Lu}\p{Ll})/u.exec(first.text)?.[0].length ?? 0;
  const [heading] = rangesOf(making.source, slice(first, 0, to));
  if (heading) making.claim(...heading, { kind: 'furniture', rule: 'record-syntax' }, s.value.pointer);
  return [slice(first, to), ...others];
}

export function takeAbstract(making: Making, s: Statement): Taken {
  const all = s.paragraphs ?? [s.value];
  const paragraphs = [...all];
  const notices: Traced[] = [];
  while (paragraphs.length > 1 && isNotice(paragraphs.at(-1) ?? s.value)) notices.push(...paragraphs.splice(-1));
  const last = paragraphs.at(-1);
  if (!last) return 'unread';
  const { body, tail, words } = cutKeywords(last);
  const { text, copyright } = cutCopyright(body);
  const whole = withoutHeading(making, s, [...paragraphs.slice(0, -1), text]).map(plain);
  const sections = sectionsOf(making.source, whole);
  const abstract = abstractOf(sections, s.language, s.role);
  if (
    !abstract ||
    /^(no abstract( available)?\.?|none|n\/a|\[no abstract available\]\.?)$/iu.test(join(whole, ' ').text)
  )
    return { rule: 'states-nothing' };
  const earlier = making.draft.abstracts.find((one) => base(one.value.language) === base(abstract.language));
  if (earlier) {
    const words = (one: typeof abstract) => one.sections.flatMap((x) => x.blocks.map((b) => b.text)).join(' ');
    const [place] = earlier.at;
    return place && readAlike(words(earlier.value), words(abstract)) ? { copyOf: place } : 'unread';
  }
  const at = whole.flatMap((p) => placesFor(making.source, p));
  if (!at.length) return 'unread';
  making.draft.abstracts.push({ value: abstract, at });
  const statements = [...(tail ? [tail] : []), ...(copyright ? [copyright] : []), ...notices];
  const terms = words ? split(words, /[;；]/gu).filter((p) => takeKeyword(making, s, p)) : [];
  for (const one of statements)
    for (const range of rangesOf(making.source, one))
      making.claim(...range, { kind: 'furniture', rule: 'copyright-statement' }, one.pointer);
  return [...whole, ...statements, ...terms];
}

export const takeKeywordLine: Take = (making, s) => {
  const { text } = s.value;
  const spaced =
    !/[;；]/u.test(text) && text.split(/\s+/u).filter((word) => /\p{Script=Han}{2}/u.test(word)).length > 1;
  const parts = /[;；]/u.test(text)
    ? split(s.value, /[;；]/gu)
    : spaced
      ? split(s.value, /[\s,，、]+/gu)
      : [trim(s.value)];
  return parts.filter((p) => takeKeyword(making, s, p));
};

/** Chinese words between blanks alone: within a word of Chinese is no blank. */
const isRowOfHan = (text: string): boolean => /^\s*(?:\p{Script=Han}{2,}\s+)+\p{Script=Han}{2,}\s*$/u.test(text);

export const takeKeywords: Take = (making, s) => {
  const cut = /[;；|]/u.test(s.value.text) ? /[;；|]/gu : /[\r\n]/u.test(s.value.text) ? /[\r\n]+/gu : undefined;
  const parts = cut ? split(s.value, cut) : isRowOfHan(s.value.text) ? split(s.value, /\s+/gu) : splitAtCommas(s.value);
  const used = parts.filter((p) => takeKeyword(making, s, p));
  return used.length ? used : 'unread';
};

/** Commas separate keywords, but not within brackets: "goiter (diagnosis, surgery), human". */
function splitAtCommas(p: Traced): Traced[] {
  const parts: Traced[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < p.text.length; i++) {
    const c = p.text[i] ?? '';
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (/[,，、]/u.test(c) && depth === 0) {
      parts.push(trim(slice(p, start, i)));
      start = i + 1;
    }
  }
  return [...parts, trim(slice(p, start, p.text.length))].filter((part) => part.text !== '');
}

export function takeLanguage(making: Making, s: Statement): Taken {
  const p = trim(fold(s.value));
  const found = readLanguage(p.text) ?? readLanguage(p.text.split(/[;,/\s]+/u)[0] ?? '');
  if (!found) return 'unread';
  const earlier = making.draft.language;
  if (!earlier) making.draft.language = read(making, found, p);
  else if (earlier.value !== found) return { rule: 'second-language' };
  return [p];
}
