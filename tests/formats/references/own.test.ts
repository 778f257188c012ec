import { describe, expect, test } from 'vitest';
import { citationFormats } from '#citations/index';
import { sourceText } from '#domain/source';
import { recordOf } from '../../../scripts/pipeline/read/flat-reading.ts';
import { fixtures } from '../../citations/support/papers.ts';
import { claimants } from './fixtures.ts';

/** What the site writes is read back by its own import: one format knows the file, and no two papers become one. */
describe.each(['ris', 'bibtex', 'biblatex', 'csl-json', 'enw', 'endnote-xml', 'mods', 'nbib'])('%s', (name) => {
  const format = citationFormats.find((known) => known.name === name);
  const read = (papers: typeof fixtures) => {
    const source = sourceText(`papers.${format?.extension}`, format?.write(papers) ?? '');
    const formats = claimants(source);
    expect(formats).toHaveLength(1);
    return (formats[0]?.read(source).drafts ?? []).map(recordOf);
  };

  // The first has no number of any database, the second has all of them: whoever begins a record by one of them errs.
  test.each([
    ['in their order', fixtures],
    ['the other way round', [...fixtures].reverse()],
    ['alone', fixtures.slice(0, 1)],
  ])('%s', (_order, papers) => {
    const records = read(papers);
    const titles = papers.map(({ titles: [title] }) => title?.text);
    expect(records.map(({ title, title_zh }) => (titles.includes(title ?? '') ? title : title_zh))).toEqual(titles);
    expect(records.map(({ authors }) => authors?.length ?? 0)).toEqual(papers.map(({ authors }) => authors.length));
    // EndNote's accession number does not say whose it is.
    if (name === 'enw' || name === 'endnote-xml') return;
    expect(records.map(({ pmid }) => pmid)).toEqual(papers.map(({ pmid }) => pmid?.value ?? null));
  });
});
