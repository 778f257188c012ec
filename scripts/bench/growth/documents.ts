/** Makes documents of the fixtures, one for each format, in which any text can take the place of the values. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDraft, type Draft, type Read } from '#domain/draft';
import { offsetsOf, sourceText } from '#domain/source';
import { general } from '../../formats/index.ts';
import { formatsOf } from '../../pipeline/decisions/read-sites.ts';
import { draft } from '../../pipeline/read/draft.ts';
import { projectRoot } from '../../run.ts';

/** The formats of the project, with its site files. */
const formats = formatsOf(join(projectRoot, 'content'));

/** A page or reference file that a format reads, in which a shape can replace the values. */
export interface Document {
  format: string;
  /** The text with a shape in place of each value. */
  around: (shape: string) => string;
}

/** A stretch that states a value, with its pointer inside JSON. */
interface Gap {
  span: [number, number];
  pointer: string | undefined;
}

/** The texts of all fixtures, without those of many megabytes. */
const examples = (): string[] =>
  ['formats', 'references'].flatMap((kind) =>
    readdirSync(join(projectRoot, 'tests', 'fixtures', kind), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^expected/u.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .filter((text) => text.length < 100_000),
  );

/** The fields whose values a shape replaces, one value of each. */
const targets: readonly ((draft: Draft) => Read<unknown> | undefined)[] = [
  (it) => it.titles[0],
  (it) => it.authors[0],
  (it) => it.journal ?? it.journalZh ?? it.journalAbbreviation,
  (it) => it.keywords[0],
  (it) => it.affiliations[0],
  (it) => it.abstracts[0],
  (it) => it.doi,
  (it) => it.pages,
];

/** A shape in a form that is allowed inside the syntax of a value. */
function written(shape: string, format: string, pointer: string | undefined): string {
  if (pointer !== undefined) return JSON.stringify(shape).slice(1, -1);
  if (/xml/u.test(format)) return shape.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return /^csv/u.test(format) ? shape.replaceAll('"', '""') : shape;
}

/** Where a text states values that a shape can replace: stretches in order that do not overlap. */
function gapsIn(text: string): { format: string; gaps: Gap[] } {
  const source = sourceText('example', text);
  const { format, reading } = draft(source, formats);
  const [first = emptyDraft()] = reading.drafts;
  const gaps = targets
    .flatMap((target): Gap[] => {
      const place = target(first)?.at[0];
      return place ? [{ span: offsetsOf(source, place), pointer: place.pointer }] : [];
    })
    .sort((a, b) => a.span[0] - b.span[0])
    .filter(({ span }, i, all) => span[0] >= (all[i - 1]?.span[1] ?? 0));
  return { format, gaps };
}

const documentOf = (format: string, text: string, gaps: readonly Gap[]): Document => ({
  format,
  around(shape) {
    let at = 0;
    const parts: string[] = [];
    for (const { span, pointer } of gaps) {
      parts.push(text.slice(at, span[0]), written(shape, format, pointer));
      at = span[1];
    }
    return [...parts, text.slice(at)].join('');
  },
});

/** For each format, the fixture that states most values, as a document. */
export function documents(): Document[] {
  const best = new Map<string, { text: string; gaps: Gap[] }>();
  for (const text of examples()) {
    const { format, gaps } = gapsIn(text);
    if (gaps.length > (best.get(format)?.gaps.length ?? 0)) best.set(format, { text, gaps });
  }
  return [...formats, general].map(({ name }) => {
    const chosen = best.get(name);
    if (!chosen) throw new Error(`no fixture of the format ${name}`);
    return documentOf(name, chosen.text, chosen.gaps);
  });
}
