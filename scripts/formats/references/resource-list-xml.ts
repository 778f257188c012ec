/** The format of the XML that Wanfang and VIP export (`ResourceList`): how to recognise it, and what its elements mean. */

import { languageSchema, type Language } from '#domain/language';
import type { Format } from '../format.ts';
import type { Statement } from '../draft/statement.ts';
import { at, childrenOf, textOf, type XmlElement } from '../text/xml.ts';
import { readDialect, rootOf, Statements } from './xml-records.ts';

/** Elements of a record that hold no field of a paper; what is in no table stays unread. */
const furniture: Readonly<Record<string, string>> = {
  ID: 'database-accessions',
  Type: 'database-accessions',
  CLCs: 'subject-categories',
  HasOriginalDoc: 'database-bookkeeping',
  DataSource: 'database-name',
  ServiceMode: 'database-bookkeeping',
  Column: 'subject-categories',
  Tutor: 'editors',
  Degree: 'publication-type',
  Major: 'subject-categories',
  Convener: 'conference',
  Fund: 'funding',
  Funds: 'funding',
};

/** What the name of a record's element says of its work. */
const kinds: Readonly<Record<string, string>> = {
  PeriodicalPaper: 'journal article',
  OAPaper: 'journal article',
  NSTLQKPaper: 'journal article',
  ThesisPaper: 'thesis',
  ConferencePaper: 'conference paper',
  NSTLHYPaper: 'conference paper',
};

/** `chi` and `eng`, the codes of ISO 639-2. */
const languages: Readonly<Record<string, Language>> = { chi: 'zh', zho: 'zh', eng: 'en' };
const languageOf = (element: XmlElement): Language | undefined => {
  const named = at(element, 'Language');
  const code = named ? textOf(named).text.trim().toLowerCase() : '';
  return Object.hasOwn(languages, code) ? languages[code] : languageSchema.safeParse(code).data;
};

/** An element with text in one language: the text is in an element of its own, or the whole. */
function addText(to: Statements, element: XmlElement, own: 'title' | 'abstract', other: Statement['means']): void {
  const isFirst = !to.all.some(({ means }) => means === own);
  to.add({ furniture: 'text-language' }, at(element, 'Language'));
  to.add(isFirst ? own : other, at(element, 'Text') ?? element, { language: languageOf(element) });
}

function statementsOf(record: XmlElement): Statement[] {
  const to = new Statements();
  for (const title of childrenOf(at(record, 'Titles'), 'Title')) addText(to, title, 'title', 'title-translated');
  to.addKind(kinds[record.name], at(record, 'Titles/Title/Text'));
  for (const creator of childrenOf(at(record, 'Creators'), 'Creator')) {
    to.add('authors', at(creator, 'Name'));
    to.add('affiliation', at(creator, 'Organization'));
  }
  to.addAll('affiliation', at(record, 'Organs'), 'Organ');
  to.addAll('keywords', at(record, 'Keywords'), 'Keyword');
  for (const abstract of childrenOf(at(record, 'Abstracts'), 'Abstract'))
    addText(to, abstract, 'abstract', 'abstract-other');
  for (const [path, means] of [
    ['Periodical/Name', 'journal'],
    ['Periodical/NameEn', 'journal'],
    ['Periodical/ISSN', 'issn'],
    ['PublishDate', 'date'],
    ['Volum', 'volume'],
    ['Issue', 'issue'],
    ['PageNum', 'pages'],
    ['Page', 'pages'],
    ['DOI', 'doi'],
    ['School', 'publisher'],
    ['Conference/Name', 'event'],
    ['Conference/Locus', 'event-place'],
    ['Conference/Date', 'event-date'],
    ['Source', 'journal'],
  ] as const)
    to.add(means, at(record, path));
  return to.all;
}

/** Wanfang's and VIP's XML: a `ResourceList` of elements that are called by the kind of paper. */
export const resourceListXml: Format = {
  name: 'resource-list-xml',
  title: { en: 'XML of Wanfang and VIP', zh: '万方、维普 XML' },
  trust: 'reference-file',
  claims: ({ text }) => rootOf(text) === 'ResourceList' && /<Titles[\s>]/u.test(text.slice(0, 200_000)),
  read: (source) =>
    readDialect(source, {
      recordsOf: (root) => childrenOf(at(root, 'ResourceList')).filter((record) => at(record, 'Titles') !== undefined),
      elementOf: (record) => record,
      statementsOf,
      furniture,
    }),
};
