/** Writes BibLaTeX. */

import { endedBy, formatOfPieces } from './format.ts';
import { texPages } from './bibtex.ts';
import { addressOf, toReference, type Reference } from './reference.ts';
import { annotation, langid, tex, texEntry, texNames, texTitle, texVerbatim, type TexFields } from './tex.ts';
import { typeNames } from './types.ts';

/** `pubstate` takes these words of the manual (§4.9.2.11); others are written out in `note`. */
const pubstate = (r: Reference): string | undefined => (r.ahead || r.type === 'article' ? 'prepublished' : undefined);

/** The field `type`, which theses and reports must have. It states only what is known. */
const kindOf = (r: Reference): string | undefined =>
  r.type === 'article' || r.type === 'webpage'
    ? undefined
    : r.genre
      ? tex(r.genre)
      : r.type === 'thesis'
        ? 'Thesis'
        : r.type === 'report'
          ? 'Report'
          : undefined;

const fields = (r: Reference, abstracts: boolean): TexFields => {
  const { bibtexContainer, bibtexPublisher } = typeNames[r.type];
  const container = bibtexContainer === 'journal' ? 'journaltitle' : (bibtexContainer ?? 'howpublished');
  const publisher = bibtexPublisher === 'school' ? 'institution' : bibtexPublisher;
  const address = addressOf(r);
  const owner = r.publisher ?? (r.type === 'webpage' ? r.container : undefined);
  return [
    ['author', texNames(r.authors)],
    ['editor', texNames(r.editors)],
    ['translator', texNames(r.translators)],
    ['title', r.title && texTitle(r.title)],
    // A field for styles' own use that no standard style prints: the title in another language is not part of a
    // reference.
    ['userf', r.translatedTitles[0] && texTitle(r.translatedTitles[0])],
    [container, r.type === 'webpage' ? undefined : r.container && tex(r.container)],
    ['shortjournal', container === 'journaltitle' ? r.containerShort && tex(r.containerShort) : undefined],
    ['type', kindOf(r)],
    ['edition', r.edition && tex(r.edition)],
    ['date', r.issued],
    ['volume', r.volume && tex(r.volume)],
    ['number', (r.issue ?? r.number) && tex(r.issue ?? r.number ?? '')],
    ['pages', texPages(r)],
    ['eid', r.articleNumber && tex(r.articleNumber)],
    // A page has no field for its site but that of who publishes it.
    [publisher, owner && tex(owner)],
    ['location', r.publisherPlace && tex(r.publisherPlace)],
    ['eventtitle', r.event && tex(r.event)],
    ['venue', r.eventPlace && tex(r.eventPlace)],
    ['eventdate', r.eventDate],
    // The data model has no ISBN of a report: it is a note.
    ['isbn', r.type === 'report' ? undefined : r.isbn[0]],
    ['pubstate', pubstate(r)],
    ['doi', r.doi && texVerbatim(r.doi)],
    ['issn', r.issn[0]],
    ['eprint', r.pmid ?? (r.arxiv && texVerbatim(r.arxiv))],
    ['eprinttype', r.pmid ? 'pubmed' : r.arxiv && 'arxiv'],
    ['url', address && texVerbatim(address)],
    ['urldate', address || r.doi ? r.accessed : undefined],
    // `langid` is for hyphenation; the language of the work is what other programs and styles look for.
    ['langid', r.language && langid(r.language)],
    ['language', r.language],
    ['keywords', r.keywords.map(tex).join(', ')],
    ['note', r.warnings.map(tex).join('. ')],
    // BibLaTeX's other name for `annotation`, which more programs read.
    [
      'annote',
      annotation(r, [
        'pmcid',
        ...(r.pmid ? (['arxiv'] as const) : []),
        ...(r.type === 'report' ? (['isbn'] as const) : []),
      ]),
    ],
    ['abstract', abstracts ? r.abstract && tex(r.abstract.text) : undefined],
  ];
};

/**
 * An entry without the container or institution that Biber requires is `misc`: nothing is made up to fill a field. An
 * article without author or date stays an article, though Biber warns, because `misc` cannot state its journal.
 */
function entryType(r: Reference): string {
  const { biblatex: type, bibtexContainer, bibtexPublisher } = typeNames[r.type];
  if (type === 'online') return r.url || r.doi || r.fulltext ? type : 'misc';
  if (type === 'book' && r.authors.length === 0 && r.editors.length > 0) return 'collection';
  if (type === 'inbook' && r.editors.length > 0 && r.container) return 'incollection';
  const container = bibtexContainer === 'journal' || bibtexContainer === 'booktitle';
  const institution = bibtexPublisher === 'school' || bibtexPublisher === 'institution';
  return (container && !r.container) || (institution && !r.publisher) ? 'misc' : type;
}

/** BibLaTeX, by the data model of "The biblatex Package" 3.x (§2), in UTF-8; Biber validates it. */
export const biblatex = formatOfPieces({
  name: 'biblatex',
  title: { en: 'BibLaTeX', zh: 'BibLaTeX' },
  extension: 'biblatex.bib',
  mediaType: 'application/x-bibtex',
  piece(paper, { abstracts = true }) {
    const r = toReference(paper);
    return texEntry(entryType(r), r, fields(r, abstracts));
  },
  file: endedBy('\n'),
});
