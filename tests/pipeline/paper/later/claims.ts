/** What an invented source says; absent where it says nothing. */
export interface Facts {
  title?: string;
  titleZh?: string;
  /** "Family, Given" */
  authors?: readonly string[];
  journal?: string;
  abbreviation?: string;
  year?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  doi?: string;
  pmid?: string;
  abstract?: string;
  abstractZh?: string;
  keywords?: readonly string[];
  url?: string;
  pdf?: string;
  issn?: string;
  retracted?: boolean;
  language?: string;
}

const lines = (rows: readonly (readonly [string, string | undefined])[], between: string): string =>
  rows.flatMap(([tag, value]) => (value ? [`${tag}${between}${value}`] : [])).join('\n');
const xml = (name: string, value: string | undefined): string => (value ? `<${name}>${value}</${name}>` : '');

const pagesOf = ({ pages = '' }: Facts): readonly [string, string] => {
  const [from = '', to = ''] = pages.split('-');
  return [from, to];
};

/** A paper whose own page says this, without its abstract. */
export const own: Facts = {
  title: 'Trust among refugees in telehealth: an interview study',
  authors: ['Example, Ana', 'Sample, Bo'],
  journal: 'Journal of Test Alliance',
  year: '2021',
  volume: '12',
  pages: '45-57',
  doi: '10.5555/later.1',
};
export const abstract =
  'This study examined trust. Interviews were held with twelve participants, and read by two people.';

/** The same facts in every format that the import reads: file ending -> text. */
export const formats = {
  ris: (f: Facts): string => {
    const [from, to] = pagesOf(f);
    return `TY  - JOUR\n${lines(
      [
        ['TI', f.title],
        ...(f.authors ?? []).map((name): [string, string] => ['AU', name]),
        ['T2', f.journal],
        ['J2', f.abbreviation],
        ['PY', f.year],
        ['VL', f.volume],
        ['IS', f.issue],
        ['SP', from],
        ['EP', to],
        ['DO', f.doi],
        ['AB', f.abstract ?? f.abstractZh],
        ...(f.keywords ?? []).map((word): [string, string] => ['KW', word]),
        ['UR', f.url],
        ['L1', f.pdf],
        ['SN', f.issn],
        ['LA', f.language],
      ],
      '  - ',
    )}\nER  - \n`;
  },
  nbib: (f: Facts): string =>
    `\n${lines(
      [
        ['PMID', f.pmid ?? '40000001'],
        ['TI  ', f.title],
        ...(f.authors ?? []).map((name): [string, string] => ['FAU ', name]),
        ['JT  ', f.journal],
        ['TA  ', f.abbreviation],
        ['DP  ', f.year],
        ['VI  ', f.volume],
        ['IP  ', f.issue],
        ['PG  ', f.pages],
        ['LID ', f.doi && `${f.doi} [doi]`],
        ['AB  ', f.abstract],
        ...(f.keywords ?? []).map((word): [string, string] => ['OT  ', word]),
        ['LA  ', f.language],
        ['PT  ', 'Journal Article'],
        ['PT  ', f.retracted ? 'Retracted Publication' : undefined],
      ],
      '- ',
    )}\n`,
  bib: (f: Facts): string =>
    `@article{made-up,\n${[
      ['title', f.title],
      ['author', f.authors?.join(' and ')],
      ['journal', f.journal],
      ['year', f.year],
      ['volume', f.volume],
      ['number', f.issue],
      ['pages', f.pages?.replace('-', '--')],
      ['doi', f.doi],
      ['pmid', f.pmid],
      ['abstract', f.abstract ?? f.abstractZh],
      ['keywords', f.keywords?.join(', ')],
      ['url', f.url],
      ['issn', f.issn],
      ['language', f.language],
    ]
      .flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
      .join(',\n')}\n}\n`,
  'csl.json': (f: Facts): string => `${JSON.stringify([cslOf(f)])}\n`,
  'crossref.json': (f: Facts): string =>
    `${JSON.stringify({
      status: 'ok',
      'message-type': 'work',
      message: {
        type: 'journal-article',
        ...(f.title ? { title: [f.title] } : {}),
        ...(f.journal ? { 'container-title': [f.journal] } : {}),
        DOI: f.doi,
        author: (f.authors ?? []).map(nameOf),
        ...(f.year ? { issued: { 'date-parts': [[Number(f.year)]] } } : {}),
        volume: f.volume,
        page: f.pages,
        abstract: f.abstract && `<jats:p>${f.abstract}</jats:p>`,
        URL: f.url,
        ISSN: f.issn ? [f.issn] : undefined,
        ...(f.retracted && f.doi ? { 'update-to': [{ type: 'retraction', DOI: f.doi }] } : {}),
      },
    })}\n`,
  'endnote.xml': (f: Facts): string =>
    `<?xml version="1.0" encoding="UTF-8"?><xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors>${(
      f.authors ?? []
    )
      .map((name) => xml('author', name))
      .join(
        '',
      )}</authors></contributors><titles>${xml('title', f.title)}${xml('secondary-title', f.journal)}</titles>${xml(
      'pages',
      f.pages,
    )}${xml('volume', f.volume)}<keywords>${(f.keywords ?? []).map((word) => xml('keyword', word)).join('')}</keywords><dates>${xml(
      'year',
      f.year,
    )}</dates>${xml('isbn', f.issn)}${xml('electronic-resource-num', f.doi)}${xml('abstract', f.abstract ?? f.abstractZh)}<urls><related-urls>${xml(
      'url',
      f.url,
    )}</related-urls></urls></record></records></xml>\n`,
  'pubmed.xml': (f: Facts): string =>
    `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE">${xml('PMID', f.pmid)}<Article PubModel="Print"><Journal>${xml(
      'ISSN',
      f.issn,
    )}<JournalIssue>${xml('Volume', f.volume)}<PubDate>${xml('Year', f.year)}</PubDate></JournalIssue>${xml('Title', f.journal)}${xml(
      'ISOAbbreviation',
      f.abbreviation,
    )}</Journal>${xml('ArticleTitle', f.title)}<Pagination>${xml('MedlinePgn', f.pages)}</Pagination>${
      f.doi ? `<ELocationID EIdType="doi" ValidYN="Y">${f.doi}</ELocationID>` : ''
    }${f.abstract ? `<Abstract><AbstractText>${f.abstract}</AbstractText></Abstract>` : ''}<AuthorList>${(
      f.authors ?? []
    )
      .map(nameOf)
      .map(({ family, given }) => `<Author>${xml('LastName', family)}${xml('ForeName', given)}</Author>`)
      .join(
        '',
      )}</AuthorList><PublicationTypeList><PublicationType>Journal Article</PublicationType>${f.retracted ? '<PublicationType>Retracted Publication</PublicationType>' : ''}</PublicationTypeList></Article><KeywordList>${(
      f.keywords ?? []
    )
      .map((word) => xml('Keyword', word))
      .join('')}</KeywordList></MedlineCitation></PubmedArticle></PubmedArticleSet>\n`,
  enw: (f: Facts): string =>
    `${lines(
      [
        ['%0', 'Journal Article'],
        ['%T', f.title],
        ...(f.authors ?? []).map((name): [string, string] => ['%A', name]),
        ['%J', f.journal],
        ['%D', f.year],
        ['%V', f.volume],
        ['%N', f.issue],
        ['%P', f.pages],
        ['%R', f.doi],
        ['%X', f.abstract ?? f.abstractZh],
        ['%K', f.keywords?.join('; ')],
        ['%U', f.url],
        ['%@', f.issn],
      ],
      ' ',
    )}\n`,
  csv: (f: Facts): string => {
    const row: [string, string | undefined][] = [
      ['Title', f.title],
      ['Authors', f.authors?.join('; ')],
      ['Source title', f.journal],
      ['Year', f.year],
      ['Volume', f.volume],
      ['Page start', pagesOf(f)[0]],
      ['Page end', pagesOf(f)[1]],
      ['DOI', f.doi],
      ['PubMed ID', f.pmid],
      ['Abstract', f.abstract ?? f.abstractZh],
      ['Author Keywords', f.keywords?.join('; ')],
      ['Link', f.url],
      ['ISSN', f.issn],
    ];
    const quoted = (cells: (string | undefined)[]): string =>
      cells.map((cell = '') => `"${cell.replaceAll('"', '""')}"`).join(',');
    return `${quoted(row.map(([head]) => head))}\n${quoted(row.map(([, cell]) => cell))}\n`;
  },
  wos: (f: Facts): string => {
    const [from, to] = pagesOf(f);
    return `FN Clarivate Analytics Web of Science\nVR 1.0\n${lines(
      [
        ['PT', 'J'],
        ['AU', f.authors?.join('\n   ')],
        ['AF', f.authors?.join('\n   ')],
        ['TI', f.title],
        ['SO', f.journal],
        ['J9', f.abbreviation],
        ['DE', f.keywords?.join('; ')],
        ['AB', f.abstract],
        ['SN', f.issn],
        ['PY', f.year],
        ['VL', f.volume],
        ['BP', from],
        ['EP', to],
        ['DI', f.doi],
        ['PM', f.pmid],
      ],
      ' ',
    )}\nER\n\nEF\n`;
  },
  html: (f: Facts): string => {
    const [from, to] = pagesOf(f);
    const meta: [string, string | undefined][] = [
      ['title', f.title],
      ...(f.authors ?? []).map((name): [string, string] => ['author', name]),
      ['journal_title', f.journal],
      ['publication_date', f.year],
      ['volume', f.volume],
      ['firstpage', from],
      ['lastpage', to],
      ['doi', f.doi],
      ['pmid', f.pmid],
      ['issn', f.issn],
      ['pdf_url', f.pdf],
      ['keywords', f.keywords?.join('; ')],
    ];
    const tags = meta.flatMap(([name, value]) => (value ? [`<meta name="citation_${name}" content="${value}">`] : []));
    return `<!DOCTYPE html><html lang="${f.language ?? 'en'}"><head><meta charset="utf-8"><title>${f.title ?? 'A page'}</title>\n${tags.join('\n')}\n</head><body><h1>${f.title ?? 'A page'}</h1>${f.abstract ? `<h2>Abstract</h2><p>${f.abstract}</p>` : ''}</body></html>\n`;
  },
  txt: (f: Facts): string =>
    `${[
      f.title,
      f.titleZh,
      f.authors?.map((name) => name.split(', ').reverse().join(' ')).join(', '),
      [f.journal ?? f.abbreviation, [f.year, f.volume && `${f.volume}:${f.pages ?? '1-2'}`].filter(Boolean).join(';')]
        .filter(Boolean)
        .join('. '),
      f.doi && `doi: ${f.doi}`,
      f.pmid && `PMID: ${f.pmid}`,
      ...(f.abstract ? ['Abstract', f.abstract] : []),
      ...(f.abstractZh ? ['摘要', f.abstractZh] : []),
      f.keywords && `Keywords: ${f.keywords.join('; ')}`,
    ]
      .filter(Boolean)
      .join('\n')}\n`,
} as const;
export type Ending = keyof typeof formats;
export const endings = Object.keys(formats) as Ending[];

function nameOf(name: string): { family: string; given: string } {
  const [family = '', given = ''] = name.split(', ');
  return { family, given };
}

const cslOf = (f: Facts): Record<string, unknown> => ({
  type: 'article-journal',
  id: 'made-up',
  title: f.title,
  author: f.authors?.map(nameOf),
  'container-title': f.journal,
  'container-title-short': f.abbreviation,
  issued: f.year ? { 'date-parts': [[Number(f.year)]] } : undefined,
  volume: f.volume,
  issue: f.issue,
  page: f.pages,
  DOI: f.doi,
  PMID: f.pmid,
  abstract: f.abstract ?? f.abstractZh,
  keyword: f.keywords?.join(', '),
  URL: f.url,
  ISSN: f.issn,
  language: f.language,
  status: f.retracted ? 'retracted' : undefined,
});
