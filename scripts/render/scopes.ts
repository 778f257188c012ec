/** Makes the marks short by which Astro ties a component's styles to its elements. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { move, writeStaged } from '../lib/files.ts';
import { filesBelow } from '../lib/paths.ts';

const scope = /astro-[a-z0-9]{8}/g;
/** The part of a selector that is about one element of a component: what stands before its mark, and its mark. */
const chosen = /((?:[\w\-.#*:\\]|\[[^\]]{0,100}\]){0,100})\.(astro-[a-z0-9]{8})/g;
/** A condition of a selector on an attribute. */
const condition = /\[[^\]]{0,100}\]/g;
/** A start tag of a template whose only class is a mark: its name, its other attributes, its mark. */
const markedOnly =
  /<([a-z][\w-]{0,30})((?:[^<>"`{}]|"[^"`]{0,300}"|\{[^<>`{}]{0,300}\}){0,400}?) class="(astro-[a-z0-9]{8})"/g;

/**
 * Astro marks each element of a component that has styles with a class of fourteen letters, on a paper's page some two
 * hundred times. In the program in `folder` each mark becomes `_` and a number, and an element has none where no rule
 * of its component can choose it. A sheet is named anew, because the name is kept as long as the bytes are the same.
 */
export function shortenScopes(folder: string): void {
  const texts = new Map(
    filesBelow(folder)
      .filter((file) => /\.(?:css|m?js|json)$/.test(file))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const),
  );
  const sheets = [...texts].filter(([file]) => file.endsWith('.css'));
  const mayChoose = choices(sheets.map(([, text]) => text).join('\n'), [...texts.values()]);
  const names = new Map([...mayChoose.keys()].sort().map((mark, at) => [mark, `_${at.toString(36)}`] as const));
  const shortened = (text: string): string =>
    text
      .replace(markedOnly, (tag, name: string, rest: string, mark: string) =>
        mayChoose.get(mark)?.(name) === false ? `<${name}${rest}` : tag,
      )
      .replace(scope, (mark) => names.get(mark) ?? mark);
  const renamed = new Map(sheets.map(([file, text]) => [file, named(file, shortened(text))] as const));
  for (const [file, text] of texts) {
    let now = shortened(text);
    for (const [from, to] of renamed) now = now.replaceAll(`/${basename(from)}`, `/${basename(to)}`);
    const to = renamed.get(file) ?? file;
    if (to !== file) move(join(folder, file), join(folder, to));
    if (now !== text) writeStaged(join(folder, to), now);
  }
}

/** Says of each mark whether a rule of its component may choose an element that has this tag and no other class. */
function choices(sheet: string, texts: readonly string[]): Map<string, (tag: string) => boolean> {
  // A class that no template writes may be set by a script.
  const written = new Set(
    texts.flatMap((text) => [...text.matchAll(/class="([\w\- ]+)"/g)].flatMap(([, names = '']) => names.split(' '))),
  );
  const tags = new Map<string, Set<string>>();
  for (const { 1: before = '', 2: mark = '', index } of sheet.matchAll(chosen)) {
    const of = tags.get(mark) ?? new Set();
    tags.set(mark, of);
    const [tag = ''] = /^[a-z][\w-]*/.exec(before) ?? [];
    const classes = [...before.replaceAll(condition, '').matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
    const isWhole = !/[()]/.test(sheet[index - 1] ?? '');
    if (!isWhole) of.add('');
    else if (!classes.some((name) => written.has(name))) of.add(tag);
  }
  return new Map([...tags].map(([mark, of]) => [mark, (tag) => of.has('') || of.has(tag)]));
}

/** `style.HASH.css` with the hash of these bytes. */
function named(file: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const [stem = ''] = basename(file).split('.');
  return `${dirname(file)}/${stem}.${hash}.css`;
}
