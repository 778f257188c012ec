/** The format of Zotero's RDF: how to recognise it, and what its elements mean. */

import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import type { Statement } from '../draft/statement.ts';
import { find, slice } from '../text/traced.ts';
import { allOf, at, childrenOf, contentSpan, textOf, type XmlElement } from '../text/xml.ts';
import { personOf, readDialect, rootOf, Statements } from './xml-records.ts';

/** Elements of an item that hold no field of its record (Zotero's RDF translator: Dublin Core, PRISM, BIBO's forerunner). */
const furniture: Readonly<Record<string, string>> = {
  link: 'file-attachments',
  isReferencedBy: 'notes',
  libraryCatalog: 'database-name',
  archive: 'database-name',
  coverage: 'library-links',
  subjectOf: 'notes',
  dateSubmitted: 'access-date',
  shortTitle: 'title-copy-of-an-item',
  rights: 'copyright-statement',
  numPages: 'citation-counts',
  accessDate: 'access-date',
  relation: 'linked-articles',
  citationKey: 'database-accessions',
};

/** Items that are not works. */
const noWork = /^(?:attachment|note|annotation)$/u;

interface Item {
  item: XmlElement;
  /** What it is in, wherever the file states that. */
  within: XmlElement[];
}

function itemsOf(root: XmlElement): Item[] {
  const all = childrenOf(root, 'RDF').flatMap((rdf) => childrenOf(rdf));
  const byAddress = new Map(
    all.flatMap((one) => (one.attributes['rdf:about'] ? [[one.attributes['rdf:about'], one] as const] : [])),
  );
  return all.flatMap((item) => {
    const type = at(item, 'itemType');
    if (!type || noWork.test(textOf(type).text.trim())) return [];
    const within = childrenOf(item, 'isPartOf').flatMap((part) => {
      const named = byAddress.get(part.attributes['rdf:resource'] ?? '');
      return [...childrenOf(part), ...(named ? [named] : [])];
    });
    return [{ item, within }];
  });
}

function addPeople(to: Statements, item: XmlElement): void {
  for (const means of ['author', 'editor', 'translator'] as const)
    for (const person of childrenOf(item, `${means}s`).flatMap((list) => allOf(list, 'Person'))) {
      const name =
        personOf(person, { family: 'surname', given: 'givenName' }) ??
        personOf(person, { family: 'surname', given: 'givenname' });
      const given = at(person, 'givenName') ?? at(person, 'givenname');
      if (name && given) to.add(means, person, name);
      // A group has only one name.
      else to.add(means === 'author' ? 'group' : means, at(person, 'surname') ?? at(person, 'name'));
    }
}

/** `DOI 10.5555/x`, `ISSN 1111-1119`, or an address within `dcterms:URI`. */
function addIdentifiers(to: Statements, element: XmlElement): void {
  for (const identifier of childrenOf(element, 'identifier')) {
    const uri = at(identifier, 'URI/value');
    if (uri) to.add('url', uri);
    const value = textOf(identifier);
    const [, name = ''] = /^\s*(DOI|ISSN|ISBN)\b/u.exec(value.text) ?? [];
    const means = { DOI: 'doi', ISSN: 'issn', ISBN: 'isbn' } as const;
    if (!uri && Object.hasOwn(means, name))
      to.add(means[name as keyof typeof means], identifier, {
        value: slice(value, value.text.indexOf(name) + name.length, value.text.length),
      });
  }
}

function statementsOf({ item, within }: Item): Statement[] {
  const to = new Statements();
  to.add('type', at(item, 'itemType'));
  to.add('title', at(item, 'title'));
  addPeople(to, item);
  for (const container of within) {
    const isSeries = container.name === 'Series';
    to.add(isSeries ? { furniture: 'series' } : 'journal', at(container, 'title'));
    if (!isSeries) to.add('journal-abbreviation', at(container, 'alternative'));
    to.add('volume', at(container, 'volume'));
    to.add('issue', at(container, 'number'));
    addIdentifiers(to, container);
  }
  to.add('volume', at(item, 'volume'));
  to.add('issue', at(item, 'number'));
  to.add('edition', at(item, 'edition'));
  to.add('pages', at(item, 'pages'));
  to.add('year', at(item, 'date'));
  to.add('abstract', at(item, 'abstract'));
  to.add('language', at(item, 'language'));
  to.add('publisher', at(item, 'publisher/Organization/name'));
  to.add('publisher-place', at(item, 'publisher/Organization/adr/Address/locality'));
  to.add('note', at(item, 'description'));
  addIdentifiers(to, item);
  for (const subject of childrenOf(item, 'subject')) {
    const tag = allOf(subject, 'value')[0] ?? subject;
    // A call number is a subject too.
    if (!at(subject, 'LCC') && find(textOf(tag), /(\p{L})/u))
      to.all.push({ means: 'keyword', value: textOf(tag), span: contentSpan(tag) });
  }
  return to.all;
}

const claims = ({ text }: SourceText): boolean =>
  rootOf(text) === 'RDF' &&
  /<z:itemType>/u.test(text.slice(0, 1_000_000)) &&
  text.slice(0, 5000).includes('zotero.org/namespaces/export');

/** What Zotero exports by default: RDF with Dublin Core, PRISM and FOAF. */
export const zoteroRdf: Format = {
  name: 'zotero-rdf',
  title: { en: 'Zotero RDF', zh: 'Zotero RDF' },
  trust: 'reference-file',
  claims,
  read: (source) => readDialect(source, { recordsOf: itemsOf, elementOf: ({ item }) => item, statementsOf, furniture }),
};
