/**
 * Who is believed first where sources disagree; what the others say stays beside it. First row, first believed; a format
 * that no pattern names is a site's own page.
 */
export const precedence: readonly { kind: string; formats?: RegExp; why: string }[] = [
  {
    kind: 'library record',
    formats: /^(?:pubmed-xml|nbib|medline|pubmed-nbib)/u,
    why: 'librarians keep it, and correct it after publication',
  },
  { kind: 'saved page', formats: /html|highwire/u, why: 'the publisher wrote its metadata for machines' },
  {
    kind: 'reference file',
    formats: /^(?:ris|bibtex|biblatex|csl|enw|endnote|wos|web-of-science|ovid|csv|refer)/u,
    why: 'a database made it, field by field',
  },
  { kind: 'site page', why: 'what each line means is known, but it was copied from somewhere' },
  { kind: 'unknown page', formats: /^general/u, why: 'what a line means follows from its shape alone' },
  { kind: 'digest', formats: /digest|snapshot/u, why: "another publisher's words about the paper" },
];

const sitePage = precedence.findIndex((row) => !row.formats);

/** The rank of a format; the lower is believed first. */
export function rankOf(format: string): number {
  const row = precedence.findIndex((it) => it.formats?.test(format));
  return row < 0 ? sitePage : row;
}
