/** Writes BibTeX. */

import { months } from '#domain/date';
import { endedBy, formatOfPieces } from './format.ts';
import { addressOf, toReference, type Reference } from './reference.ts';
import { annotation, langid, tex, texEntry, texNames, texTitle, texVerbatim, type TexFields } from './tex.ts';
import { typeNames } from './types.ts';

export const texPages = (r: Reference): string | undefined =>
  r.firstPage
    ? [r.firstPage, r.lastPage]
        .filter(Boolean)
        .map((page) => tex(page ?? ''))
        .join('--')
    : r.articleNumber && tex(r.articleNumber);

const fields = (r: Reference, abstracts: boolean): TexFields => {
  const { bibtexContainer, bibtexPublisher } = typeNames[r.type];
  const address = addressOf(r);
  const [, month, day] = r.issued?.split('-') ?? [];
  return [
    ['author', texNames(r.authors)],
    ['editor', texNames(r.editors)],
    ['translator', texNames(r.translators)],
    ['title', r.title && texTitle(r.title)],
    ['titletranslation', r.translatedTitles[0] && texTitle(r.translatedTitles[0])],
    [bibtexContainer ?? 'journal', r.container && tex(r.container)],
    ['shortjournal', r.containerShort && tex(r.containerShort)],
    // The entry's name says "PhD", which a thesis of unknown kind may not be.
    ['type', r.genre ? tex(r.genre) : r.type === 'thesis' ? 'Thesis' : undefined],
    ['edition', r.edition && tex(r.edition)],
    ['year', r.issued?.slice(0, 4)],
    ['month', month && months[Number(month) - 1]?.toLowerCase()],
    ['volume', r.volume && tex(r.volume)],
    ['day', day && String(Number(day))],
    ['number', (r.issue ?? r.number) && tex(r.issue ?? r.number ?? '')],
    ['pages', texPages(r)],
    ['eid', r.articleNumber && tex(r.articleNumber)],
    [bibtexPublisher, r.publisher && tex(r.publisher)],
    ['address', r.publisherPlace && tex(r.publisherPlace)],
    ['eventtitle', r.event && tex(r.event)],
    ['venue', r.eventPlace && tex(r.eventPlace)],
    ['eventdate', r.eventDate],
    ['isbn', r.isbn[0]],
    ['doi', r.doi && texVerbatim(r.doi, '\\%')],
    ['issn', r.issn[0]],
    ['pmid', r.pmid],
    ['pmcid', r.pmcid],
    ['eprint', r.arxiv && texVerbatim(r.arxiv)],
    ['archiveprefix', r.arxiv && 'arXiv'],
    ['url', address && texVerbatim(address, '\\%')],
    ['urldate', address || r.doi ? r.accessed : undefined],
    // Programs that follow BibLaTeX look for the name that Babel knows, others take the tag as it is.
    ['langid', r.language && langid(r.language)],
    ['language', r.language],
    ['keywords', r.keywords.map(tex).join(', ')],
    ['note', r.warnings.map(tex).join('. ')],
    ['annote', annotation(r)],
    ['abstract', abstracts ? r.abstract && tex(r.abstract.text) : undefined],
  ];
};

/**
 * BibTeX, as "BibTeXing" (O. Patashnik, 1988) describes it, in UTF-8. Fields that BibTeX's own styles do not know
 * (doi, abstract, titletranslation …) are ignored by them and read by reference managers.
 */
export const bibtex = formatOfPieces({
  name: 'bibtex',
  title: { en: 'BibTeX', zh: 'BibTeX' },
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  piece(paper, { abstracts = true }) {
    const r = toReference(paper);
    return texEntry(typeNames[r.type].bibtex, r, fields(r, abstracts), ['month']);
  },
  file: endedBy('\n'),
});
