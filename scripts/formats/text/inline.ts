/**
 * Inline HTML, JATS and MathML inside a value: italics, bold, lower and raised characters become marks; other tags go.
 */

import type { Mark } from '#domain/text';
import { decodeEntities } from './entities.ts';
import { fold, rewrite, tidyMarks, Tracer, trim, type Traced } from './traced.ts';

const tags: Readonly<Record<string, Mark['tag']>> = {
  i: 'i', em: 'i', italic: 'i', 'jats:italic': 'i', b: 'b', strong: 'b', bold: 'b', 'jats:bold': 'b', sub: 'sub', inf: 'sub',
  'jats:sub': 'sub', sup: 'sup', 'jats:sup': 'sup',
}; // prettier-ignore

const dropped =
  /^(?:p|div|span|sc|h[1-6]|jats:(?:p|sec|title|sc)|br|u|font|nocase|abstracttext|inline-formula|disp-formula|xref|ext-link|named-content|styled-content)$/u;

/** Elements of MathML 3, with their prefix or without: their text stays, `msub` and `msup` lower and raise it. */
const math =
  /^(?:[a-z]{1,5}:)?(?:math|mi|mn|mo|ms|mtext|mspace|mrow|mstyle|mfrac|msqrt|mroot|msub|msup|msubsup|munder|mover|munderover|mfenced|mpadded|mphantom|mtable|mtr|mtd|semantics|none)$/u;

/** The tags of formulas that MathML repeats in another notation. */
const otherNotation = /<(\/?)((?:[a-z]{1,5}:)?annotation(?:-xml)?|tex-math)\b([^<>]{0,300})>/giu;

/** Which child of an element of MathML is lowered or raised, by its number. */
export const mathScripts: Readonly<Record<string, readonly (Mark['tag'] | undefined)[]>> = {
  msub: [undefined, 'sub'],
  munder: [undefined, 'sub'],
  msup: [undefined, 'sup'],
  mover: [undefined, 'sup'],
  msubsup: [undefined, 'sub', 'sup'],
};

/** Elements that end a line: words on both sides of their tags are two words. */
const block = /^(?:p|div|br|h[1-6]|jats:(?:p|sec|title))$/u;

/** Elements that hold the title of a section, in JATS and in HTML (Europe PMC). */
const heading = /^(?:h[1-6]|jats:title)$/u;

/** A heading that only says that an abstract follows. */
const abstractHeading = /<(jats:title|title|h\d)>\s*(?:abstract|summary|摘要)\s*<\/\1>/giu;

/** The elements of MathML that are open, and which marks their texts have. */
class Formula {
  readonly #open: { name: string; children: number; start: number; tags: Mark['tag'][] }[] = [];

  open(written: string, attributes: string, start: number, isEmpty: boolean): void {
    const name = written.replace(/^[a-z]+:/u, '');
    const parent = this.#open.at(-1);
    const own =
      parent && Object.hasOwn(mathScripts, parent.name) ? mathScripts[parent.name]?.[parent.children] : undefined;
    if (parent) parent.children++;
    const italic = name === 'mi' && /mathvariant\s*=\s*["']italic/u.test(attributes);
    const tags: Mark['tag'][] = [...(own ? [own] : []), ...(italic ? (['i'] as const) : [])];
    if (!isEmpty) this.#open.push({ name, children: 0, start, tags });
  }

  close(end: number): Mark[] {
    const { start = end, tags = [] } = this.#open.pop() ?? {};
    return end > start ? tags.map((tag) => ({ tag, start, end })) : [];
  }
}

/** A text without the other notations of its formulas: each from its tag to the next closing one of its name. */
function withoutNotations(p: Traced): Traced {
  const tags = [...p.text.matchAll(otherNotation)];
  const closing = new Map<string, number>();
  const ends = new Map<number, number>();
  for (const { 0: tag, 1: slash, 2: written = '', 3: rest, index } of tags.toReversed()) {
    const name = written.toLowerCase();
    if (slash && !rest) closing.set(name, index + tag.length);
    const end = slash ? undefined : closing.get(name);
    if (end !== undefined) ends.set(index, end);
  }
  const tracer = new Tracer();
  let done = 0;
  for (const { index } of tags) {
    const end = ends.get(index);
    if (end === undefined || index < done) continue;
    tracer.addSlice(p, done, index);
    tracer.addInstead(p, index, end, '');
    done = end;
  }
  if (done === 0) return p;
  tracer.addSlice(p, done);
  return tracer.done(p.pointer);
}

/** Inline tags that databases and managers write into plain values become marks; unknown ones stay as text. */
export function unmark(raw: Traced): Traced {
  if (!raw.text.includes('<')) return trim(raw);
  const p = withoutNotations(rewrite(raw, abstractHeading, () => ''));
  const tracer = new Tracer();
  const marks: Mark[] = [];
  const open: { tag: Mark['tag']; start: number }[] = [];
  const formula = new Formula();
  let done = 0;
  for (const match of p.text.matchAll(/<(\/?)([a-z][a-z:-]{0,20}[1-6]?)((?:\s[^<>]{0,300})?)(\/?)>/giu)) {
    const name = (match[2] ?? '').toLowerCase();
    const tag = Object.hasOwn(tags, name) ? tags[name] : undefined;
    if (!tag && !dropped.test(name) && !math.test(name)) continue;
    tracer.addSlice(p, done, match.index);
    done = match.index + match[0].length;
    if (math.test(name)) {
      // A formula is a word of its own, also where an export took the blanks around it away.
      if (/(?:^|:)math$/u.test(name) && /[\p{L}\p{N}]/u.test(p.text[match[1] ? done : match.index - 1] ?? ''))
        tracer.addUntraced(' ');
      else if (!match[1]) formula.open(name, match[3] ?? '', tracer.length, match[4] === '/');
      else marks.push(...formula.close(tracer.length));
      continue;
    }
    const label = name === 'abstracttext' ? /\bLabel="([^"]{1,80})"/u.exec(match[3] ?? '')?.[1] : undefined;
    if (label) tracer.addUntraced(` ${label}: `);
    // A section's title labels what follows it.
    if (!tag && block.test(name)) tracer.addUntraced(match[1] && heading.test(name) ? ': ' : ' ');
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

/** A tag whose brackets are character references. */
const escapedTag = /&lt;\/?[a-z]/iu;

/** A value as plain text: white space folded, inline tags as marks, character references read. */
export function plain(p: Traced): Traced {
  const read = decodeEntities(fold(unmark(fold(p))));
  return escapedTag.test(p.text) ? fold(unmark(read)) : read;
}
