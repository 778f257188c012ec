import type { Facts } from './claims.ts';

/* The formats in which databases and publishers write records, beside those of `claims.ts`. */

const xml = (name: string, value: string | undefined, attributes = ''): string =>
  value ? `<${name}${attributes}>${value}</${name}>` : '';
const rows = (list: readonly (readonly [string, string | undefined])[], between: string, after = '\n'): string =>
  list.flatMap(([label, value]) => (value ? [`${label}${between}${value}${after}`] : [])).join('');
const nameOf = (name: string): { family: string; given: string } => {
  const [family = '', given = ''] = name.split(', ');
  return { family, given };
};
const pagesOf = ({ pages = '' }: Facts): readonly [string, string] => {
  const [from = '', to = ''] = pages.split('-');
  return [from, to];
};
const short = (name: string): string => {
  const { family, given } = nameOf(name);
  return `${family} ${given.replace(/[^\p{Lu}]/gu, '')}`;
};
const titleOf = ({ title, retracted }: Facts): string | undefined =>
  title && (retracted ? `RETRACTED: ${title}` : title);
const fallen = ({ retracted }: Facts): string => (retracted ? 'Retracted Publication' : 'Journal Article');

/** The same facts as a file of each kind: file ending -> text. */
export const furtherFormats = {
  'mods.xml': (f: Facts): string =>
    `<?xml version="1.0" encoding="UTF-8"?><modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo>${xml('title', titleOf(f))}</titleInfo>${(
      f.authors ?? []
    )
      .map(nameOf)
      .map(
        ({ family, given }) =>
          `<name type="personal">${xml('namePart', family, ' type="family"')}${xml('namePart', given, ' type="given"')}<role><roleTerm>author</roleTerm></role></name>`,
      )
      .join(
        '',
      )}<genre authority="local">journalArticle</genre><originInfo>${xml('dateIssued', f.year)}</originInfo>${xml('abstract', f.abstract)}<relatedItem type="host"><titleInfo>${xml('title', f.journal)}</titleInfo><part><detail type="volume">${xml('number', f.volume)}</detail><extent unit="page">${xml('start', pagesOf(f)[0])}${xml('end', pagesOf(f)[1])}</extent></part></relatedItem>${xml('identifier', f.doi, ' type="doi"')}${xml('identifier', f.pmid, ' type="pmid"')}<location>${xml('url', f.url)}</location></mods></modsCollection>\n`,
  'jats.xml': (f: Facts): string =>
    `<?xml version="1.0" encoding="UTF-8"?><article article-type="${f.retracted ? 'retraction' : 'research-article'}" xml:lang="en"><front><journal-meta><journal-title-group>${xml('journal-title', f.journal)}</journal-title-group></journal-meta><article-meta>${xml('article-id', f.pmid, ' pub-id-type="pmid"')}${xml('article-id', f.doi, ' pub-id-type="doi"')}<title-group>${xml('article-title', titleOf(f))}</title-group><contrib-group>${(
      f.authors ?? []
    )
      .map(nameOf)
      .map(
        ({ family, given }) =>
          `<contrib contrib-type="author"><name>${xml('surname', family)}${xml('given-names', given)}</name></contrib>`,
      )
      .join(
        '',
      )}</contrib-group><pub-date pub-type="ppub">${xml('year', f.year)}</pub-date>${xml('volume', f.volume)}${xml('fpage', pagesOf(f)[0])}${f.retracted ? '<related-article related-article-type="retraction-forward">10.5555/sec.notice</related-article>' : ''}<abstract>${xml('p', f.abstract)}</abstract></article-meta></front></article>\n`,
  'crossref.xml': (f: Facts): string =>
    `<?xml version="1.0" encoding="UTF-8"?><doi_records><doi_record><crossref><journal><journal_metadata>${xml('full_title', f.journal ?? 'Journal of Pumps')}</journal_metadata><journal_issue><publication_date>${xml('year', f.year)}</publication_date><journal_volume>${xml('volume', f.volume)}</journal_volume></journal_issue><journal_article><titles>${xml('title', titleOf(f))}</titles><contributors>${(
      f.authors ?? []
    )
      .map(nameOf)
      .map(
        ({ family, given }) =>
          `<person_name sequence="first" contributor_role="author">${xml('given_name', given)}${xml('surname', family)}</person_name>`,
      )
      .join(
        '',
      )}</contributors>${f.abstract ? `<jats:abstract xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1"><jats:p>${f.abstract}</jats:p></jats:abstract>` : ''}<pages>${xml('first_page', pagesOf(f)[0])}</pages><doi_data>${xml('doi', f.doi)}${xml('resource', f.url)}</doi_data></journal_article></journal></crossref></doi_record></doi_records>\n`,
  rdf: (f: Facts): string =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
 <bib:Article rdf:about="${f.url ?? '#item_1'}"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf><bib:Journal>${xml('prism:volume', f.volume)}${xml('dc:title', f.journal)}${xml('dc:identifier', f.doi && `DOI ${f.doi}`)}</bib:Journal></dcterms:isPartOf><bib:authors><rdf:Seq>${(
   f.authors ?? []
 )
   .map(nameOf)
   .map(
     ({ family, given }) =>
       `<rdf:li><foaf:Person>${xml('foaf:surname', family)}${xml('foaf:givenName', given)}</foaf:Person></rdf:li>`,
   )
   .join(
     '',
   )}</rdf:Seq></bib:authors>${xml('dc:title', titleOf(f))}${xml('dcterms:abstract', f.abstract)}${xml('dc:date', f.year)}${xml('bib:pages', f.pages)}${xml('dc:description', f.pmid && `PMID: ${f.pmid}`)}</bib:Article></rdf:RDF>\n`,
  'refworks.txt': (f: Facts): string =>
    `RT Journal Article\nSR Print(0)\nID 1\n${rows([...(f.authors ?? []).map((name): [string, string] => ['A1', name.replace(', ', ',')]), ['T1', titleOf(f)], ['JF', f.journal], ['YR', f.year], ['VO', f.volume], ['SP', pagesOf(f)[0]], ['OP', pagesOf(f)[1]], ['AB', f.abstract], ['NO', f.pmid && `PMID: ${f.pmid}`], ['LK', f.url], ['DO', f.doi]], ' ')}ER\n`,
  'ovid.txt': (f: Facts): string =>
    `<1>\n${rows(
      [
        ['Accession Number', '01445406-201509000-00006.'],
        ['Author', f.authors?.join(';  ')],
        ['Title', f.title && `${titleOf(f)}.[Article]`],
        ['Source', f.journal && `${f.journal}.   ${f.volume ?? '1'}:${f.pages ?? '1-2'}, ${f.year ?? ''}.`],
        ['Abstract', f.abstract],
        ['Publication Type', fallen(f)],
        ['DOI Number', f.doi],
      ],
      '\n  ',
    )}\n`,
  'ovid-tagged.txt': (f: Facts): string =>
    `<1. >\n${rows([['VN', 'Ovid Technologies'], ['DB', 'PsycINFO'], ['TI', f.title && `${titleOf(f)}.`], ['YR', f.year], ...(f.authors ?? []).map((name): [string, string] => ['AU', name]), ['SO', f.journal && `${f.journal}. Vol.${f.volume ?? '1'}, ${f.year ?? ''}, pp. ${f.pages ?? '1-2'}.`], ['DI', f.doi], ['PT', fallen(f)], ['UI', f.pmid], ['AB', f.abstract], ['XL', f.url]], '  - ')}\n`,
  'proquest.txt': (f: Facts): string =>
    `____________________________________________________________\n\nReport Information from ProQuest\n\n____________________________________________________________\n\nDocument 1 of 1\n\n${titleOf(f) ?? 'Untitled'}\n\n${rows(
      [
        ['Author', f.authors?.join('; ')],
        ['Abstract', f.abstract],
        ['Database', 'PsycINFO'],
        ['DOI', f.doi && `http://dx.doi.org/${f.doi}`],
        ['Document type', fallen(f)],
        ['Publication title', f.journal],
        ['Publication year', f.year],
        ['Title', titleOf(f)],
        ['Volume', f.volume],
        ['Pages', f.pages],
        ['Document URL', f.url],
      ],
      ': ',
      '\n\n',
    )}____________________________________________________________\n\nContact ProQuest\n`,
  'ebsco.txt': (f: Facts): string =>
    `EBSCO Publishing    Citation Format: Detailed\n\nRecord: 1\n \n${rows(
      [
        ['Title', titleOf(f)],
        ['Authors', f.authors?.join('\n ')],
        ['Source', f.journal && `${f.journal}. ${f.year ?? ''}, Vol. ${f.volume ?? '1'}, p${f.pages ?? '1-2'}.`],
        ['Document Type', fallen(f)],
        ['Abstract', f.abstract],
        ['DOI', f.doi],
        ['Persistent link to this record (Permalink)', f.url],
        ['Database', 'Academic Search Premier'],
      ],
      ':\n ',
    )}\n`,
  'embase.txt': (f: Facts): string =>
    `Embase Session Results\n\nRECORD 1\n\n${rows(
      [
        ['TITLE', titleOf(f)],
        ['AUTHOR NAMES', f.authors?.map(short).join('\n  ')],
        ['SOURCE', f.journal && `${f.journal} (${f.year ?? ''}) ${f.volume ?? '1'} (${f.pages ?? '1-2'})`],
        ['ABSTRACT', f.abstract],
        ['DOI', f.doi],
        ['MEDLINE PMID', f.pmid],
        ['PUBLICATION TYPE', fallen(f)],
      ],
      '\n  ',
    )}\n`,
  'embase.csv': (f: Facts): string =>
    rows(
      [
        ['"TITLE"', titleOf(f)],
        ['"AUTHOR NAMES"', f.authors?.map(short).join('","')],
        ['"SOURCE TITLE"', f.journal],
        ['"PUBLICATION YEAR"', f.year],
        ['"VOLUME"', f.volume],
        ['"FIRST PAGE"', pagesOf(f)[0]],
        ['"PUBLICATION TYPE"', fallen(f)],
        ['"ABSTRACT"', f.abstract],
        ['"MEDLINE PMID"', f.pmid],
        ['"FULL TEXT LINK"', f.url],
        ['"DOI"', f.doi],
      ].map(([label = '', value]): [string, string | undefined] => [label, value && `"${value}"`]),
      ',',
    ),
  'scopus.txt': (f: Facts): string =>
    `Scopus\nEXPORT DATE: 03 May 2021\n\n${[
      f.authors?.map((name) => short(name).replace(' ', ', ')).join(', ') ?? 'Mallory, E.',
      titleOf(f) ?? 'Untitled',
      `(${f.year ?? '2011'}) ${f.journal ?? 'Journal of Pumps'}, ${f.volume ?? '1'}, pp. ${f.pages ?? '1-2'}.`,
      f.url,
      f.doi && `DOI: ${f.doi}`,
      f.abstract && `ABSTRACT: ${f.abstract}`,
      `DOCUMENT TYPE: ${f.retracted ? 'Retracted' : 'Article'}`,
      'SOURCE: Scopus',
    ]
      .filter(Boolean)
      .join('\n')}\n`,
  'pubmed.txt': (f: Facts): string =>
    `1. ${f.journal ?? 'J Pumps'}. ${f.year ?? '2011'};${f.volume ?? '1'}:${f.pages ?? '1-2'}. doi: ${f.doi ?? ''}.\n\n${titleOf(f) ?? 'Untitled'}\n\n${f.authors?.map(short).join(', ') ?? 'Mallory E'}.\n\n${f.retracted ? 'Retraction in\n    J Pumps. 2022;2:1. doi: 10.5555/sec.notice.\n\n' : ''}${f.abstract ?? ''}\n\nDOI: ${f.doi ?? ''}\nPMID: ${f.pmid ?? '39999901'}\n`,
  'cnki.txt': (f: Facts): string =>
    rows(
      [
        ['SrcDatabase-来源库', '期刊'],
        ['Title-题名', titleOf(f) ?? '未知'],
        ['Author-作者', f.authors?.join(';')],
        ['Source-文献来源', f.journal ?? '水泵'],
        ['Summary-摘要', f.abstract],
        ['Year-年', f.year],
        ['Volume-卷', f.volume],
        ['PageCount-页码', f.pages],
        ['URL-网址', f.url],
        ['DOI-DOI', f.doi],
      ],
      ': ',
    ),
  'noteexpress.txt': (f: Facts): string =>
    rows(
      [
        ['{Reference Type}', 'Journal Article'],
        ['{Title}', titleOf(f)],
        ...(f.authors ?? []).map((name): [string, string] => ['{Author}', name]),
        ['{Journal}', f.journal],
        ['{Year}', f.year],
        ['{Volume}', f.volume],
        ['{Pages}', f.pages],
        ['{Abstract}', f.abstract],
        ['{URL}', f.url],
        ['{DOI}', f.doi],
      ],
      ': ',
    ),
  'json-ld.html': (f: Facts): string =>
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${f.title ?? 'A page'}</title><script type="application/ld+json">${JSON.stringify(
      {
        '@context': 'https://schema.org',
        '@type': 'ScholarlyArticle',
        headline: titleOf(f),
        author: f.authors?.map(nameOf).map(({ family, given }) => ({
          '@type': 'Person',
          familyName: family,
          givenName: given,
          name: `${given} ${family}`,
        })),
        datePublished: f.year,
        isPartOf: f.journal && { '@type': 'Periodical', name: f.journal },
        sameAs: f.doi && `https://doi.org/${f.doi}`,
        identifier: f.doi && { '@type': 'PropertyValue', propertyID: 'DOI', value: f.doi },
        abstract: f.abstract,
        url: f.url,
      },
    )}</script></head><body><h1>${f.title ?? 'A page'}</h1><h2>Abstract</h2><p>${f.abstract ?? ''}</p></body></html>\n`,
} as const;

export type FurtherEnding = keyof typeof furtherFormats;
export const furtherEndings = Object.keys(furtherFormats) as FurtherEnding[];
