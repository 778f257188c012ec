/** Names as BibTeX and BibLaTeX write them. */

import type { Name } from '#domain/person';
import type { SourceText } from '#domain/source';
import type { Statement } from '../draft/statement.ts';
import type { BibField } from '../text/bibtex.ts';
import { namesIn, texValue } from '../text/tex.ts';
import { fold, slice, spanOf, trim, type Traced } from '../text/traced.ts';
import { splitNames } from '../values/author-lines.ts';
import { isInitials, readName } from '../values/names.ts';

/** What is no single name: semicolons between names, or Chinese names of two characters and more between commas. */
const isList = /;|^\p{Script=Han}{2,4}(?:\s?[,，、]\s?\p{Script=Han}{2,4})+$/u;

/** BibTeX's own cut: `von Last, First`, `von Last, Jr, First`; a name in braces is one piece. */
export function nameStatements(
  means: 'author' | 'editor' | 'translator',
  source: SourceText,
  field: BibField,
): Statement[] {
  const statements: Statement[] = [];
  for (const { start, end } of field.values)
    for (const [from, to] of namesIn(source, start, end)) {
      const raw = source.text.slice(from, to).trim();
      const value = trim(fold(texValue(source, from, to)));
      const span = spanOf(value);
      if (!span || /^others$/iu.test(value.text)) continue;
      const several = isList.test(value.text) && !wholeInBraces(raw) ? splitNames(value) : listOfPairs(value);
      if (several.length > 1) {
        for (const one of several) statements.push({ means, value: one, span: spanOf(one) ?? span });
        continue;
      }
      const group = wholeInBraces(raw) && !value.text.includes(',');
      const name: Name | undefined = group ? { written: value.text, literal: value.text } : bibName(value.text);
      statements.push({ means, value, span, name });
    }
  return statements;
}

/**
 * The names of a list in which commas separate names between the `and`s, as Cochrane writes it: `Vey, PQ, Mehta, NH,
 * and Ostrander, S`. One name has at most two commas, and no initials before the last.
 */
function listOfPairs(value: Traced): Traced[] {
  const bare = slice(value, 0, value.text.replace(/\s?,\s*$/u, '').length);
  const parts = bare.text.split(/\s?,\s?/u);
  const pairs = parts.length > 3 && parts.length % 2 === 0 && parts.every((part, i) => i % 2 === 0 || isInitials(part));
  if (pairs) return splitNames(bare);
  return bare.text === value.text ? [value] : [bare, slice(value, value.text.length)];
}

/** The name where BibTeX's commas cut it; another name is cut by rule. */
function bibName(text: string): Name | undefined {
  if (/^\s*(?:family|given|prefix|suffix)\s*=/iu.test(text)) return extendedName(text);
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length === 1) return undefined;
  const read = readName(parts.length === 3 ? [parts[0], parts[2], parts[1]].join(', ') : text);
  return read ? { ...read.name, written: text } : undefined;
}

/** BibLaTeX's extended format: `family=Doe, given=Jane, prefix=van, useprefix=true`. */
function extendedName(text: string): Name | undefined {
  const said = new Map(
    [...text.matchAll(/(?<![a-z-])([a-z-]+)\s*=\s*"?([^,"]+)"?/giu)].map(([, key = '', value = '']) => [
      key.toLowerCase(),
      value.trim(),
    ]),
  );
  const [family, given, particle, suffix] = ['family', 'given', 'prefix', 'suffix'].map((key) => said.get(key));
  if (!family) return given ? { written: text, literal: given } : undefined;
  return {
    written: text,
    family,
    ...(given ? { given } : {}),
    ...(particle ? { particle } : {}),
    ...(suffix ? { suffix } : {}),
  };
}

function wholeInBraces(raw: string): boolean {
  if (!raw.startsWith('{') || !raw.endsWith('}')) return false;
  let depth = 0;
  for (let i = 0; i < raw.length - 1; i++) {
    if (raw[i] === '\\') i++;
    else if (raw[i] === '{') depth++;
    else if (raw[i] === '}' && --depth === 0) return false;
  }
  return true;
}
