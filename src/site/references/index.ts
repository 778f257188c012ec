/** References of papers in every style of the site, for pages and citation files. */

import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { hasOtherCapitals, type Capitals } from '#citations/capitals';
import { toCsl, type CslItem } from '#citations/csl';
import type { FormattedReference } from '#citations/format';
import { onceEach } from '#citations/once';
import { builtStyles } from '#citations/index';
import { citationStyles, withCapitals, type CitationStyle } from '#citations/styles';
import type { Paper } from '#domain/paper';
import type { Site } from '#domain/site';
import { contentChanged, contentText } from '../content-folder.ts';
import { lentOf } from '../lent.ts';
import { source } from '../slice.ts';
import { referenceFormatter } from './engine.ts';
import { namesakeKey, namesakes } from './list.ts';
import type { MarkedText } from './marked.ts';

interface Setting {
  capitals: Capitals;
  twins: Site['twins'];
}

let lastSetting: { changed: number; setting: Setting } | undefined;

/** What `content/site.yaml` says of references; read again when it changes. */
const setting = source('references', (): Setting => {
  const changed = contentChanged('site.yaml');
  if (lastSetting?.changed !== changed) {
    const { titleCapitals, twins } = (parse(contentText('site.yaml') ?? '') ?? {}) as Partial<Site>;
    lastSetting = { changed, setting: { capitals: titleCapitals ?? 'style', twins: twins ?? 'all' } };
  }
  return lastSetting.setting;
});

/** The styles that the references of papers are set in at build. */
const paperStyles = (): readonly CitationStyle[] => builtStyles[setting('').twins];

/** Everything beside a paper that decides its references. */
export const referenceSetting = (): Setting => setting('');

const lent = lentOf<MarkedText>('reference');
let format: ReturnType<typeof referenceFormatter> | undefined;

/** What a work states, as text. */
const statedBy = onceEach((item: CslItem): string => JSON.stringify(item));

/**
 * The references of a list, in order. Each list is formatted once: the key, a hash of everything that decides the
 * result beside the code (style, capitals, what the works state), finds what earlier builds have formatted. What the
 * style makes of a work is not in it: that is found only when it is formatted, because it takes as long as the rest of a
 * list of references that are kept.
 */
function referencesOfList(style: CitationStyle, stated: readonly CslItem[]): MarkedText[] {
  const { capitals } = setting('');
  const list = createHash('sha256')
    .update([style.id, capitals, ...stated.map(statedBy)].join('\n'))
    .digest('base64url');
  const keys = stated.map((_, i) => (stated.length === 1 ? list : `${list} ${i}`));
  const known = keys.flatMap((key) => lent.get(key) ?? []);
  if (known.length === stated.length) return known;
  format ??= referenceFormatter(citationStyles);
  const items = stated.map((item) => withCapitals(item, capitals));
  const made = format(style, items).map(({ text, marks }) => ({ text, marks }));
  made.forEach((reference, i) => lent.set(keys[i] ?? list, reference));
  return made;
}

interface StyledReference {
  style: CitationStyle;
  reference: MarkedText;
  /** The title has other capitals here than in its source: the style's rule sets them. */
  capitals?: 'derived';
}

const referencesIn =
  (styles: () => readonly CitationStyle[]) =>
  (item: CslItem): readonly StyledReference[] =>
    styles().map((style) => {
      const reference = referencesOfList(style, [item])[0] ?? { text: '', marks: [] };
      const isDerived = hasOtherCapitals(reference.text, item.title ?? '');
      return { style, reference, ...(isDerived ? { capitals: 'derived' as const } : {}) };
    });

/** A work's references in every style, in the order in which styles are offered. */
export const referencesOf = onceEach(referencesIn(() => citationStyles));

/** The references of a paper, as a work of `toCsl` or `citedIn`, in the styles that the build sets. */
export const paperReferencesOf = onceEach(referencesIn(paperStyles));

/** The references in a file for one paper. */
const formattedAlone = (paper: Paper): FormattedReference[] =>
  paperReferencesOf(toCsl(paper)).map(({ style, reference }) => ({ style: style.title.en, text: reference.text }));

/**
 * The references in a file for a list: numbered where the style has numbers, with letters after the years of works that
 * would look the same. Only those works are formatted together, and only for styles with such letters, so a list of
 * thousands costs no more than its papers.
 */
export function formattedList(papers: readonly Paper[]): (paper: Paper) => FormattedReference[] {
  if (papers.length < 2) return formattedAlone;
  const items = papers.map(toCsl);
  const places = new Map(items.map(({ id }, i) => [id, i + 1]));
  const apart = new Map<string, string>();
  const inOrder = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const group of namesakes(inOrder, namesakeKey))
    for (const style of paperStyles().filter(({ label }) => !label))
      referencesOfList(style, group).forEach(({ text }, i) => apart.set(`${style.id} ${group[i]?.id}`, text));
  return (paper) =>
    paperReferencesOf(toCsl(paper)).map(({ style, reference }) => ({
      style: style.title.en,
      ...(style.label ? {} : { byAuthor: true }),
      text: (style.label?.(places.get(paper.id) ?? 1) ?? '') + (apart.get(`${style.id} ${paper.id}`) ?? reference.text),
    }));
}
