/** Saves papers or texts as files in the reader's browser. */

import type { FormattedReference } from '#citations/format';
import type { Paper } from '#domain/paper';
import { citing } from '../styles/choice.ts';
import { styleOf } from '../styles/more.ts';
import { listedIn } from './listed.ts';
import { recordsOf } from '../records.ts';

/** Offers a text to the reader as a file. */
export function offer(text: string, name: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Saves papers as a file, written by the same code as the site's own files. Returns the number of papers in it; papers
 * that left the review are left out.
 */
export async function savePapers(
  ids: readonly string[],
  formatName: string,
  options: { abstracts: boolean; style: string; stem: string },
): Promise<number> {
  const [{ citationFormats }, papers] = await Promise.all([import('#citations/index'), recordsOf(ids)]);
  const format = citationFormats.find(({ name }) => name === formatName);
  if (!format) return 0;
  const style = styleOf(options.style);
  const references =
    style && ['text', 'markdown'].includes(format.name)
      ? await listedIn(
          style,
          papers.map(({ id }) => id),
          citing().choice ?? 'style',
        )
      : undefined;
  // A list in Markdown numbers its entries itself.
  const labelled = format.name === 'text';
  const formatted = (paper: Paper): FormattedReference[] => {
    const reference = references?.get(paper.id);
    return reference && style
      ? [{ style: style.title.en, text: labelled ? reference.label + reference.text : reference.text }]
      : [];
  };
  const text = format.write(papers, { abstracts: options.abstracts, ...(references ? { formatted } : {}) });
  offer(text, `${options.stem}.${format.extension}`, format.mediaType);
  return papers.length;
}
