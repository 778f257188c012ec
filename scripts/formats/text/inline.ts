import type { Mark } from '#domain/text';
import { decodeEntities } from './entities.ts';
import { fold, rewrite, tidyMarks, Tracer, trim, type Traced } from './traced.ts';

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
export function unmark(raw: Traced): Traced {
  if (!raw.text.includes('<')) return trim(raw);
  const p = rewrite(raw, abstractHeading, () => '');
  const tracer = new Tracer();
  const marks: Mark[] = [];
  const open: { tag: Mark['tag']; start: number }[] = [];
  let done = 0;
  for (const match of p.text.matchAll(/<(\/?)([a-z][a-z:]{0,14})(?:\s[^<>]{0,200})?\/?>/giu)) {
    const name = (match[2] ?? '').toLowerCase();
    const tag = Object.hasOwn(tags, name) ? tags[name] : undefined;
    if (!tag && !dropped.test(name)) continue;
    tracer.addSlice(p, done, match.index);
    done = match.index + match[0].length;
    // A section's title labels what follows it.
    if (!tag && block.test(name)) tracer.addUntraced(match[1] && name === 'jats:title' ? ': ' : ' ');
    else if (tag && !match[1]) open.push({ tag, start: tracer.length });
    else if (tag) {
      const at = open.findLastIndex((one) => one.tag === tag);
      const begun = at >= 0 ? open.splice(at, 1)[0] : undefined;
      if (begun) marks.push({ ...begun, end: tracer.length });
    }
  }
  tracer.addSlice(p, done);
  const joined = tracer.done(p.pointer);
  const all = tidyMarks([...(joined.marks ?? []), ...marks], joined.text);
  return trim(all.length ? { ...joined, marks: all } : joined);
}

/** A value as text alone: white space folded, inline tags as marks, character references read. */
export const plain = (p: Traced): Traced => decodeEntities(fold(unmark(fold(p))));
