import type { Mark } from '#domain/text';
import { decodeEntities } from './entities.ts';
import { fold, join, rewrite, slice, trim, type Passage } from './passage.ts';

const tags: Readonly<Record<string, Mark['tag']>> = {
  i: 'i', em: 'i', italic: 'i', 'jats:italic': 'i', b: 'b', strong: 'b', bold: 'b', 'jats:bold': 'b', sub: 'sub', inf: 'sub',
  'jats:sub': 'sub', sup: 'sup', 'jats:sup': 'sup',
}; // prettier-ignore

const dropped = /^(?:p|div|span|sc|jats:(?:p|sec|title|sc)|br|u|font|nocase)$/u;

/** Elements that end a line: words on both sides of their tags are two words. */
const block = /^(?:p|div|br|jats:(?:p|sec|title))$/u;

/** A heading that only says that an abstract follows. */
const abstractHeading = /<(jats:title|title|h\d)>\s*(?:abstract|summary|摘要)\s*<\/\1>/giu;

/** Inline tags that databases and managers write into plain values become marks; unknown ones stay as text. */
export function unmark(raw: Passage): Passage {
  if (!raw.text.includes('<')) return trim(raw);
  const p = rewrite(raw, abstractHeading, () => '');
  const parts: Passage[] = [];
  const marks: Mark[] = [...(p.marks ?? [])];
  const open: { tag: Mark['tag']; start: number }[] = [];
  let done = 0;
  let length = 0;
  const push = (end: number) => {
    const part = slice(p, done, end);
    parts.push({ text: part.text, runs: part.runs });
    length += part.text.length;
  };
  const gap = (text: string) => {
    parts.push({ text, runs: [] });
    length += text.length;
  };
  for (const match of p.text.matchAll(/<(\/?)([a-z][a-z:]{0,14})(?:\s[^<>]{0,200})?\/?>/giu)) {
    const name = (match[2] ?? '').toLowerCase();
    const tag = Object.hasOwn(tags, name) ? tags[name] : undefined;
    if (!tag && !dropped.test(name)) continue;
    push(match.index);
    done = match.index + match[0].length;
    if (!tag) {
      // A section's title labels what follows it.
      if (block.test(name)) gap(match[1] && name === 'jats:title' ? ': ' : ' ');
      continue;
    }
    if (!match[1]) open.push({ tag, start: length });
    else {
      const at = open.findLastIndex((one) => one.tag === tag);
      const begun = at >= 0 ? open.splice(at, 1)[0] : undefined;
      if (begun && length > begun.start) marks.push({ tag, start: begun.start, end: length });
    }
  }
  push(p.text.length);
  const joined = join(parts);
  return trim(marks.length ? { ...joined, marks } : joined);
}

/** A value as text alone: white space folded, inline tags as marks, character references read. */
export const plain = (p: Passage): Passage => decodeEntities(fold(unmark(fold(p))));
