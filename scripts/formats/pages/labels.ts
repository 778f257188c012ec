import { simplified } from '../text/han.ts';
import { labelKey } from '../values/sections.ts';
import words from '../words/labels.json' with { type: 'json' };
import { everyWord, type Words } from '../words/words.ts';
import type { Line, Page } from './page.ts';

/** What a label on an abstract page announces: a meaning, or furniture, whose rule it then names. */
export type LabelField = keyof typeof words;

/** Labels by field, in lower case. */
const labels: Readonly<Record<LabelField, Words>> = words;

const fieldByLabel = new Map<string, LabelField>();
for (const [field, names] of Object.entries(labels) as [LabelField, Words][])
  for (const name of everyWord(names)) fieldByLabel.set(labelKey(name), field);

const placeLabel = /^(?:[年卷期页号]|页码|起止|\p{P}|\s|\|)+$/u;

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
  // "年/卷/期", "卷(期)页": the parts of a place in a journal, in the order of the value's numbers.
  if (placeLabel.test(key) && (key.match(/[年卷期页]/gu)?.length ?? 0) >= 2) return 'source';
  // "Subject keywords", "Author's key words".
  if (
    /^(?:subjects?|authors?|author's|articles?|papers?|main|index|free|topic|thesis|english)\skey\s?words?$/u.test(key)
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
  /** Where the value begins in the line's text; the text's length where the label stands alone. */
  from: number;
  alone: boolean;
  /** Where the value ends, if not with the line: a Dublin Core table has the language in a last column. */
  to?: number;
}

/** Chinese labels that pages print before their value with a space alone; other words may begin a sentence. */
const spoken = new Set(
  '摘要 作者 作者单位 机构地区 出处 关键词 分类号 中图分类号 基金 基金项目 文献标识码 收稿日期 刊名 题名 篇名 书刊名 卷期 页次 期刊名 刊物名称 语文'.split(
    ' ',
  ),
);

/** A line that begins with a known label, before a colon, in brackets, before a wide gap, or alone. */
export function readLabel(page: Page, line: Line): LabelledLine | undefined {
  const { text } = line;
  if (!text) return undefined;
  const bracket = /^[【[〔［<]\s?([^】\]〕］>]{1,30}?)\s?[】\]〕］>]\s?[:：]?\s?/u.exec(text);
  if (bracket) {
    const field = fieldOfLabel(bracket[1] ?? '');
    if (field)
      return { field, label: bracket[1] ?? '', from: bracket[0].length, alone: bracket[0].length >= text.length };
  }
  const bullet = /^(?:[•·▪◦*-]\s|0\d\s)/u.exec(text)?.[0].length ?? 0;
  const colon = /^([^:：]{1,45}?)\s?[:：]\s?/u.exec(text.slice(bullet, 60));
  if (colon) {
    const field = fieldOfLabel(colon[1] ?? '');
    const from = bullet + colon[0].length;
    if (field) return { field, label: colon[1] ?? '', from, alone: from >= text.length };
  }
  // "关键词 工作同盟 自杀": a Chinese label needs no colon.
  const bare = /^(\p{Script=Han}{2,6})\s(?=\S)/u.exec(text);
  const bareField = bare && spoken.has(simplified(bare[1] ?? '')) ? fieldOfLabel(bare[1] ?? '') : undefined;
  if (bare && bareField) return { field: bareField, label: bare[1] ?? '', from: bare[0].length, alone: false };
  // "Key words Schizophrenia; Adherence": terms with their separators need no colon either.
  const terms =
    /^(key\s?-?words|palabras[\s-]clave|palavras[\s-]chave|mots[\s-]clés|schlüsselwörter|descriptores)\s+(?=\S)/iu.exec(
      text,
    );
  if (terms?.[1] && /;|；|,.*,/u.test(text) && !/[.?!]\s\p{Lu}/u.test(text))
    return { field: 'keywords', label: terms[1], from: terms[0].length, alone: false };
  // "Authors Berg AB, Dahl C": names with their separators need no colon.
  const people = /^Authors?\s(?=\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s?[,;]\s)/u.exec(text);
  if (people && !/[.?!]\s\p{Lu}\p{Ll}/u.test(text))
    return { field: 'authors', label: 'Authors', from: people[0].length, alone: false };
  // "Published in Journal of X": the words lead to a name without a colon.
  const lead = /^(?:published|appears|publicado)\s(?:in|en|em)\s(?=\p{Lu}|《)/iu.exec(text);
  if (lead && text.length < 120 && !/[.;]\s/u.test(text) && !/\sby\s/u.test(text))
    return { field: 'source', label: lead[0].trim(), from: lead[0].length, alone: false };
  if (text.length <= 45) {
    const field = fieldOfLabel(text.slice(bullet));
    if (field) return { field, label: text.slice(bullet), from: text.length, alone: true };
  }
  const raw = page.source.text.slice(line.start, Math.min(line.end, line.start + 60));
  const gap = /^\s*(\S(?:[^\S\n]?\S){0,30}?)(?:\t+|[ \u00a0\u3000]{2,}|\s?\|\s?|\s?[—–]\s)(?=\S)/u.exec(raw);
  if (gap) {
    const field = fieldOfLabel(gap[1] ?? '');
    const label = gap[1] ?? '';
    const column = /^dc\./iu.test(label) ? /\s(?:-|[a-z]{2}(?:[_-][A-Z]{2})?)$/u.exec(text)?.index : undefined;
    // Folded text differs from raw text in nothing but white space here.
    const from = text.slice(label.length).search(/[^\s|—–]/u) + label.length;
    if (field && text.startsWith(label) && from > label.length)
      return { field, label, from, alone: false, ...(column === undefined ? {} : { to: column }) };
  }
  return undefined;
}
