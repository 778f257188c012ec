/** Tells references in YAML, as pandoc, Hayagriva and bibliographies on the web have them, from a page. */

import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import { linesOf } from '../text/tagged.ts';

/** `  title: Slow dough`, `- id: vey2019`, `    - 2019`: a key in small letters with its value, or an item of a list. */
const line = /^\s*(?:- )*(?:[A-Za-z][\w.-]{0,40}:(?:\s|$)|-\s|["']?\w.{0,60}["']?:$)/u;
/** A key that is set in, or an item of a list: what no labelled text has. */
const setIn = /^(?:\s+(?:- )?|- )(?:title|author|type|date|issued|DOI|id|family):(?:\s|$)/u;
const title = /^\s*(?:- )?title:\s\S/u;

/** Whether a text is references in YAML: keys that are set in below others, and hardly a line that is anything else. */
export function isYaml(source: SourceText): boolean {
  const lines = linesOf(source).filter(({ text }) => !/^(?:---|\.\.\.|#.*)$/u.test(text));
  return (
    lines.some(({ text }) => title.test(text)) &&
    lines.filter(({ text }) => setIn.test(text)).length > 1 &&
    lines.filter(({ text }) => line.test(text)).length >= lines.length * 0.7
  );
}

/** A warning for references in YAML, with the number of titles. */
export function unknownYaml(source: SourceText): Notice | undefined {
  if (!isYaml(source)) return undefined;
  const titles = linesOf(source).filter(({ text }) => title.test(text)).length;
  return {
    severity: 'warning',
    rule: 'yaml-of-references',
    place: { file: source.file },
    seen: `a file of YAML with ${titles} ${titles === 1 ? 'title' : 'titles'}`,
    expected: 'a page, or an export in a known format: RIS, BibTeX, CSL-JSON, CSV',
    remedy:
      'export the same records as CSL-JSON, BibTeX or RIS (pandoc writes CSL-JSON: pandoc -t csljson), and import that; this file is not read',
  };
}
