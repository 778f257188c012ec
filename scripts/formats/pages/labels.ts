/** Finds the label with which a line of a page begins, and what it announces. */

import { simplified } from '../text/han.ts';
import { findDate } from '../values/dates.ts';
import { labelKey } from '../values/sections.ts';
import words from '../words/labels.json' with { type: 'json' };
import { everyWord, type Words } from '../words/words.ts';
import { isInterface } from './interface.ts';
import type { Line, Page } from './page.ts';

/** What a label on an abstract page announces: a meaning, or furniture, whose rule it then names. */
export type LabelField = keyof typeof words;

/** Labels by field, in lower case. */
const labels: Readonly<Record<LabelField, Words>> = words;

const fieldByLabel = new Map<string, LabelField>();
for (const [field, names] of Object.entries(labels) as [LabelField, Words][])
  for (const name of everyWord(names)) fieldByLabel.set(labelKey(name), field);

const placeLabel = /^(?:[年卷期页号]|页码|起止|\p{P}|\s|\|)+$/u;
const isPlaceLabel = (text: string): boolean => placeLabel.test(text) && (text.match(/[年卷期页]/gu)?.length ?? 0) >= 2;

/** The field that a label names; labels in two languages on one line name one field. */
export function fieldOfLabel(label: string): LabelField | undefined {
  const key = labelKey(label.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''));
  const direct = fieldByLabel.get(key);
  if (direct) return direct;
  // "中文关键词", "题名(外文)", "Abstract (English)": a language beside the word.
  const plain = key
    .replace(/^(?:中文|英文|外文|原文|西文)(?=\p{Script=Han}{2})/u, '')
    .replace(
      /\s?[(（](?:中文|英文|外文|原文|中|英|外|english|chinese|spanish|portuguese|german|french|en|es|pt|zh)$/u,
      '',
    );
  const other = plain === key ? undefined : fieldByLabel.get(plain);
  if (other) return other;
  // "Second Advisor": one of several people.
  const people = fieldByLabel.get(key.replace(/^(?:first|second|third|fourth)\s/u, ''));
  if (people === 'editors' || people === 'authors') return people;
  // "年/卷/期", "卷(期)页": the parts of a place in a journal, in the order of the value's numbers.
  if (isPlaceLabel(key)) return 'source';
  // "Subject keywords", "Author's key words".
  if (
    /^(?:subjects?|authors?(?:[\s-](?:supplied|provided|specified|defined))?|author's|articles?|papers?|main|index|free|topic|thesis|english)\skey\s?words?$/u.test(
      key,
    )
  )
    return 'keywords';
  const parts = key
    .split(/\s?[|/／]\s?|(?<=\p{Script=Han})\s?[(（]?(?=[a-z])|(?<=[a-z])[)）]?\s?(?=\p{Script=Han})/u)
    .filter(Boolean);
  if (parts.length !== 2) return undefined;
  const fields = parts.map((part) => fieldByLabel.get(part.replace(/[()（）]/gu, '').trim()));
  return fields[0] === fields[1] ? fields[0] : undefined;
}

export interface LabelledLine {
  field: LabelField;
  label: string;
  /** Where the value begins in the line's text; the text's length where the label is alone. */
  from: number;
  alone: boolean;
  /** Where the value ends, if not with the line: a Dublin Core table has the language in a last column. */
  to?: number;
}

/** Chinese labels that pages print before their value with only a space; other words may begin a sentence. */
const spoken = new Set(
  '摘要 关键字 出刊日期 作者 作者单位 机构地区 出处 关键词 分类号 中图分类号 基金 基金项目 文献标识码 收稿日期 刊名 题名 篇名 书刊名 卷期 页次 期刊 期刊名 刊物名称 语文'.split(
    ' ',
  ),
);

/** Whether a word is such a label, in either Chinese script. */
export const isSpokenLabel = (word: string): boolean => spoken.has(simplified(word));

/** Labels that a scraper glued to their values, longer ones first: "作者单位[1]江城市…", "年,卷(期)2020, 30(2)". */
const gluedLabel =
  /^(?:Pages \(from-to\)|Issue number|Volume(?=\d)|Journal(?=\p{Lu})|Publication status|Original language|Number of pages|作者单位|作者|摘要|关键词|刊名|年,\s?卷\(期\)|分类号|页码|基金项目|doi|Keywords|Abstract|Journal Title|Author)(?=[^\s:：])/u;

const glued = new WeakMap<readonly Line[], boolean>();

/** Whether a page glues its labels to their values: four different ones begin a line so. */
function isGlued(page: Page): boolean {
  let known = glued.get(page.lines);
  if (known === undefined) {
    const found = page.lines.flatMap(({ text }) => gluedLabel.exec(text.slice(0, 60))?.[0] ?? []);
    glued.set(page.lines, (known = new Set(found).size >= 4));
  }
  return known;
}

/** How a page may announce a value: a label in brackets, glued, before a colon, a blank or a wide gap, or alone. */
type LabelReader = (line: Line, page: Page) => LabelledLine | undefined;

/** A label of a known field, or nothing. */
const labelled = (label: string, from: number, text: string): LabelledLine | undefined => {
  const field = fieldOfLabel(label);
  return field && { field, label, from, alone: from >= text.length };
};

/** How long the bullet or the number is with which a line begins. */
const bulletOf = (text: string): number => /^(?:[•·▪◦*-]\s|0\d\s)/u.exec(text)?.[0].length ?? 0;

const inBrackets: LabelReader = ({ text }) => {
  const bracket = /^[【[〔［<]\s?([^】\]〕］>]{1,30}?)\s?[】\]〕］>]\s?[:：]?\s?/u.exec(text);
  return bracket ? labelled(bracket[1] ?? '', bracket[0].length, text) : undefined;
};

const gluedToValue: LabelReader = (line, page) => {
  const { text } = line;
  const label = gluedLabel.exec(text)?.[0];
  return label && (isGlued(page) || isGluedByForm(page, line)) ? labelled(label, label.length, text) : undefined;
};

/** Names of Dublin Core, longer ones first. */
const schemaNames = [...fieldByLabel.keys()]
  .filter((name) => /^dc(?:terms)?\./u.test(name))
  .sort((a, b) => b.length - a.length);

/**
 * "dc.titleTrust on wardsen_US", "dc.subject | Trust | en": the schema's name is a label whatever is behind it, and the language is
 * in a last column. A name that is not known, or a name with a further part, holds nothing of the paper.
 */
const ofSchema: LabelReader = ({ text }, page) => {
  const name = /^dc(?:terms)?\.[a-z]+(?:\.[a-z-]+)*/iu.exec(text.slice(0, 60))?.[0].toLowerCase();
  if (!name) return undefined;
  const known = schemaNames.find((one) => name.startsWith(one) && name[one.length] !== '.');
  const isNote =
    known === 'dc.description' && page.lines.some((line) => /^dc\.description\.abstract/iu.test(line.text));
  const label = known ?? name;
  const from = label.length + (/^[\s:|｜]*/u.exec(text.slice(label.length))?.[0].length ?? 0);
  const end = Math.max(from, text.length - 14);
  const column =
    end + text.slice(end).search(/(?:[\s|｜]{1,6}(?:-|\*|[a-z]{2})|[\s|｜]{0,6}[a-z]{2}_[A-Z]{2})?[\s|｜]{0,6}$/u);
  return {
    field: (known && !isNote && fieldByLabel.get(known)) || 'catalogue',
    label,
    from,
    alone: from >= text.length,
    ...(column > from && column < text.length ? { to: column } : {}),
  };
};

/** "关键词急诊科    倦怠", "关键词信任; 倦怠", and an abstract of many words: what no sentence begins with. */
const isGluedByForm = (page: Page, { text, start, end }: Line): boolean =>
  /^\s*关键词\p{Script=Han}{2,12}(?:\s{2,}|[;；]\s?)\S/u.test(
    page.source.text.slice(start, Math.min(end, start + 60)),
  ) ||
  (/^摘要(?![是为的与和应中部]|[:：])\p{Script=Han}/u.test(text) && text.length >= 60);

const beforeColon: LabelReader = ({ text }) => {
  const bullet = bulletOf(text);
  // "Published in: | Journal of X": a library's table has its label's colon and its bar.
  const colon = /^([^:：]{1,45}?)\s?[:：]\s?(?:[|｜]\s?)?/u.exec(text.slice(bullet, 60));
  return colon ? labelled(colon[1] ?? '', bullet + colon[0].length, text) : undefined;
};

/** "关键词 工作同盟 自杀": a Chinese label needs no colon. */
const beforeBlank: LabelReader = ({ text }) => {
  const bare = /^(\p{Script=Han}[\p{Script=Han}，,()（）]{1,7})\s(?=[^\s|｜])/u.exec(text);
  return bare && (isSpokenLabel(bare[1] ?? '') || isPlaceLabel(bare[1] ?? '')) && !isInterface(text)
    ? labelled(bare[1] ?? '', bare[0].length, text)
    : undefined;
};

/** "Key words Schizophrenia; Adherence", "KEY WORDS. absence, alliance, hope": terms with their separators need no colon either. */
const beforeTerms: LabelReader = ({ text }) => {
  const terms =
    /^(key\s?-?words|palabras[\s-]clave|palavras[\s-]chave|mots[\s-]clés|schlüsselwörter|descriptores)\.?\s+(?=\S)/iu.exec(
      text,
    );
  return terms?.[1] && /;|；|,.*,|\s[·•]\s/u.test(text) && !/[.?!]\s\p{Lu}/u.test(text)
    ? { field: 'keywords', label: terms[1], from: terms[0].length, alone: false }
    : undefined;
};

/** "Authors Berg AB, Dahl C": names with their separators need no colon. */
const beforeNames: LabelReader = ({ text }) => {
  const people = /^Authors?\s(?=\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s?[,;]\s)/u.exec(text);
  return people && !/[.?!]\s\p{Lu}\p{Ll}/u.test(text)
    ? { field: 'authors', label: 'Authors', from: people[0].length, alone: false }
    : undefined;
};

/** "Publication Date Oct 19, 2021": a label of a date, and the date with nothing behind it. */
const beforeDate: LabelReader = ({ text }) => {
  const date = text.length <= 60 ? findDate(text, 4) : undefined;
  const found = date?.end === text.length ? labelled(text.slice(0, date.start).trim(), date.start, text) : undefined;
  return found && /^(?:date|online|other-date)$/u.test(found.field) ? found : undefined;
};

/** "posted on 2021-03-04, 09:12authored byAna Berg", "… автор научной работы — Берг Анна": words that end in those for the authors. */
const beforePeople: LabelReader = ({ text }) => {
  const lead =
    /^posted on [\d-]{8,10}, [\d:]{4,5}\s?authored by\s?(?=\S)|^Аннотация научной .{0,60}, авторы? научной работы\s[—–-]\s(?=\S)/u.exec(
      text,
    )?.[0];
  return lead ? { field: 'authors', label: lead, from: lead.length, alone: false } : undefined;
};

/** "Titolo Rivista Quaderni del Faro", "Anno di pubblicazione 2017": a label of several words before a capital or a number. */
const beforeValue: LabelReader = ({ text }) => {
  if (text.length > 200 || /[.!?]$/u.test(text)) return undefined;
  for (const { index } of text.slice(0, 40).matchAll(/(?<=\p{L})\s(?=[\p{Lu}\d])/gu)) {
    const words = text.slice(0, index);
    const found = /[\s/]/u.test(words) ? labelled(words, index + 1, text) : undefined;
    const isValue =
      found?.field === 'authors'
        ? words.includes('/')
        : /^(?:journal|source|year|volume|issue|pages|doi)$/u.test(found?.field ?? '');
    if (isValue) return found;
  }
  return undefined;
};

/** "Published in Journal of X": the words lead to a name without a colon. */
const beforeJournal: LabelReader = ({ text }) => {
  const lead =
    /^(?:[-•]\s)?(?:published|appears|publicado)\s(?:by\s\p{Lu}[^.;]{3,70}?\s)?(?:in|en|em)\s(?=\p{Lu}|《)|^Article\sin\s(?=\p{Lu}[^·]{3,100}\s·\s\p{Lu}\p{Ll}+\s\d{4})/iu.exec(
      text,
    );
  return lead && text.length < 140 && !/[.;]\s|\sby\s/u.test(text.slice(lead[0].length))
    ? { field: 'source', label: lead[0].trim(), from: lead[0].length, alone: false }
    : undefined;
};

const alone: LabelReader = ({ text }) =>
  text.length <= 45 ? labelled(text.slice(bulletOf(text)), text.length, text) : undefined;

/** A label in the first column of a table, before a wide gap, a bar or a dash. */
const beforeGap: LabelReader = ({ text, start, end }, page) => {
  const raw = page.source.text.slice(start, Math.min(end, start + 60));
  const gap = /^\s*(?:[|｜]\s*)*(\S(?:[^\S\n]?\S){0,30}?)(?:\t+|[ \u00a0\u3000]{2,}|\s?\|\s?|\s?[—–]\s)(?=\S)/u.exec(
    raw,
  );
  const label = gap?.[1];
  const field = label && fieldOfLabel(label);
  if (!field || !text.startsWith(label)) return undefined;
  // Folded text differs from raw text in nothing but white space here.
  const from = text.slice(label.length).search(/[^\s|—–]/u) + label.length;
  return from > label.length ? { field, label, from, alone: false } : undefined;
};

const readers: readonly LabelReader[] = [
  ofSchema,
  inBrackets,
  gluedToValue,
  beforeColon,
  beforeBlank,
  beforeTerms,
  beforeNames,
  beforePeople,
  beforeDate,
  beforeValue,
  beforeJournal,
  alone,
  beforeGap,
];

/** The known label with which a line begins. */
export function readLabel(page: Page, line: Line): LabelledLine | undefined {
  if (!line.text) return undefined;
  for (const reader of readers) {
    const label = reader(line, page);
    if (label) return isOfJournal(page, line, label) ? { ...label, field: 'journal' } : label;
  }
  return undefined;
}

/** Whether the label is "Title" and the line above is the heading "Journal": then the title is that of the journal. */
function isOfJournal(page: Page, line: Line, label: LabelledLine): boolean {
  if (label.field !== 'title' || label.alone) return false;
  let above = line.index - 1;
  while (above >= 0 && !page.lines[above]?.text) above -= 1;
  const heading = page.lines[above];
  return heading !== undefined && alone(heading, page)?.field === 'journal';
}
