/** The format of MODS, the XML of the Library of Congress: how to recognise it, and what its elements mean. */

import { languageSchema } from '#domain/language';
import type { Name } from '#domain/person';
import type { TagMeaning, Statement } from '../draft/statement.ts';
import type { Format } from '../format.ts';
import { join, trim, type Traced } from '../text/traced.ts';
import { allOf, childrenOf, contentSpan, textOf, type XmlElement } from '../text/xml.ts';
import { readDialect, rootOf } from './xml-records.ts';

/**
 * What an element below `mods` means, by its path and its `type`, after the "MODS User Guidelines", version 3 (Library of
 * Congress). The first row that fits counts; an element that no row fits stays unread. `*` fits whatever type.
 */
const table: readonly [path: string, type: string, means: TagMeaning][] = [
  ['titleInfo/title', '', 'title'],
  ['titleInfo/title', 'translated', 'title-translated'],
  ['titleInfo/title', 'uniform', 'title-original'],
  ['titleInfo/title', 'abbreviated', 'title-copy'],
  ['titleInfo/title', 'alternative', 'title-copy'],
  ['relatedItem[host]/titleInfo/title', '', 'journal'],
  ['relatedItem[host]/titleInfo/title', 'abbreviated', 'journal-abbreviation'],
  ['relatedItem[host]/identifier', 'issn', 'issn'],
  ['relatedItem[host]/identifier', 'isbn', 'isbn'],
  ['relatedItem[host]/originInfo/publisher', '*', 'publisher'],
  ['relatedItem[host]/originInfo/edition', '*', 'edition'],
  ['relatedItem[host]/originInfo/place/placeTerm', '*', 'publisher-place'],
  ['relatedItem[host]/originInfo/issuance', '*', { furniture: 'publication-type' }],
  ['relatedItem[host]/originInfo/dateIssued', '*', 'date'],
  ['relatedItem[host]/genre', '*', { furniture: 'publication-type' }],
  ['relatedItem[host]/part/detail/number', 'volume', 'volume'],
  ['relatedItem[host]/part/detail/number', 'issue', 'issue'],
  ['relatedItem[host]/part/detail/number', 'article number', 'article-number'],
  ['relatedItem[host]/part/extent/list', '*', 'pages'],
  ['relatedItem[host]/part/extent/start', '*', 'first-page'],
  ['relatedItem[host]/part/extent/end', '*', 'last-page'],
  ['relatedItem[host]/part/date', '*', 'date'],
  ['part/detail/number', 'volume', 'volume'],
  ['part/detail/number', 'issue', 'issue'],
  ['part/extent/list', '*', 'pages'],
  ['part/extent/start', '*', 'first-page'],
  ['part/extent/end', '*', 'last-page'],
  ['genre', '*', 'type'],
  ['typeOfResource', '*', { furniture: 'publication-type' }],
  ['originInfo/publisher', '*', 'publisher'],
  ['originInfo/edition', '*', 'edition'],
  ['originInfo/place/placeTerm', '', 'publisher-place'],
  ['originInfo/place/placeTerm', 'text', 'publisher-place'],
  ['note', 'thesis', 'genre'],
  ['note', 'genre', 'genre'],
  ['identifier', 'isbn', 'isbn'],
  ['identifier', 'report number', 'number'],
  ['originInfo/dateIssued', '*', 'date'],
  ['originInfo/dateOther', 'epub', 'online'],
  ['language/languageTerm', '*', 'language'],
  ['abstract', '*', 'abstract'],
  ['note', 'abstract', 'abstract-other'],
  ['note', '*', 'note'],
  ['subject/topic', '*', 'keyword'],
  ['identifier', 'doi', 'doi'],
  ['identifier', 'pmid', 'pmid'],
  ['identifier', 'pmc', 'pmcid'],
  ['identifier', 'arxiv', 'arxiv'],
  ['identifier', '*', { furniture: 'database-accessions' }],
  ['location/url', '*', 'url'],
];

/** Elements whose `type` says what those within them are. */
const typed = /^(?:titleInfo|detail)$/u;

const meaningOf = (path: string, type: string): TagMeaning | undefined =>
  table.find(([name, kind]) => name === path && (kind === '*' || kind === type))?.[2];

function statementsOf(record: XmlElement): Statement[] {
  const all: Statement[] = [];
  const walk = (parent: XmlElement, above: string, outer: string) => {
    for (const element of childrenOf(parent)) {
      const type = element.attributes['type'] ?? (typed.test(parent.name) ? outer : '');
      if (element.name === 'name') {
        if (above === '' || above === 'relatedItem[host]') addName(all, element);
        continue;
      }
      const own = element.name === 'relatedItem' ? `relatedItem[${type}]` : element.name;
      const path = above ? `${above}/${own}` : own;
      const means = meaningOf(path, type);
      const value = element.name === 'title' ? wholeTitle(parent, element) : textOf(element);
      if (means !== undefined && value.text.trim()) {
        const { lang } = element.attributes['lang'] === undefined ? parent.attributes : element.attributes;
        const language = languageSchema.safeParse(lang).data;
        all.push({ means, value, span: contentSpan(element), language });
      }
      if (means === undefined) walk(element, path, element.name === 'relatedItem' ? '' : type);
    }
  };
  walk(record, '', '');
  return all;
}

/** A title with what is kept apart from it: an article that sorting passes over, and a subtitle. */
function wholeTitle(titleInfo: XmlElement, title: XmlElement): Traced {
  const [article] = childrenOf(titleInfo, 'nonSort');
  const [subtitle] = childrenOf(titleInfo, 'subTitle');
  const main = article ? join([trim(textOf(article)), textOf(title)], ' ') : textOf(title);
  return subtitle ? join([main, textOf(subtitle)], ': ') : main;
}

/** A name that is an author's, by its role (MARC relators) or if there is no other. */
function addName(all: Statement[], element: XmlElement): void {
  const isConference = element.attributes['type'] === 'conference';
  const roles = allOf(element, 'roleTerm').map((role) => ({ value: textOf(role), span: contentSpan(role) }));
  for (const role of roles) all.push({ means: { furniture: 'author-roles' }, ...role });
  const has = (pattern: RegExp): boolean => roles.some(({ value }) => pattern.test(value.text.trim()));
  const role = has(/^(?:editor|edt)$/iu) ? 'editor' : has(/^(?:translator|trl)$/iu) ? 'translator' : undefined;
  if (isConference) {
    addConference(all, element);
    return;
  }
  if (roles.length && !role && !has(/^(?:author|aut|creator|cre)$/iu)) {
    for (const part of childrenOf(element, 'namePart'))
      all.push({ means: { furniture: 'editors' }, value: textOf(part), span: contentSpan(part) });
    return;
  }
  const parts = childrenOf(element, 'namePart').filter((part) => part.attributes['type'] !== 'date');
  const partOf = (type: string) => parts.find((part) => part.attributes['type'] === type);
  const span = contentSpan(element);
  const [family, suffix] = [partOf('family'), partOf('termsOfAddress')];
  // Each given name may have an element of its own.
  const givens = parts.filter((part) => part.attributes['type'] === 'given').map(textOf);
  const given = givens.length ? join(givens, ' ') : undefined;
  if (!family) {
    const value = join(parts.map(textOf), ' ');
    const means = role ?? (element.attributes['type'] === 'corporate' ? 'group' : 'author');
    if (value.text.trim()) all.push({ means, value, span });
    return;
  }
  const value = join(
    [textOf(family), given, suffix && textOf(suffix)].filter((part) => part !== undefined),
    ', ',
  );
  const plain = ({ text }: Traced) => text.replace(/\s+/gu, ' ').trim();
  const name: Name = {
    written: value.text.replace(/\s+/gu, ' ').trim(),
    family: plain(textOf(family)),
    ...(given ? { given: plain(given) } : {}),
    ...(suffix ? { suffix: plain(textOf(suffix)) } : {}),
  };
  all.push({ means: role ?? 'author', value, span, name });
}

/** A conference's name, then its place; its date is marked as one. */
function addConference(all: Statement[], element: XmlElement): void {
  const meanings: TagMeaning[] = ['event', 'event-place'];
  for (const part of childrenOf(element, 'namePart')) {
    const means = part.attributes['type'] === 'date' ? 'event-date' : (meanings.shift() ?? { furniture: 'conference' });
    all.push({ means, value: textOf(part), span: contentSpan(part) });
  }
}

/** MODS, the Library of Congress' Metadata Object Description Schema, version 3: a collection, or one record alone. */
export const mods: Format = {
  name: 'mods',
  title: { en: 'MODS XML', zh: 'MODS XML' },
  trust: 'reference-file',
  claims: ({ text }) => /^mods(?:Collection)?$/u.test(rootOf(text) ?? '') && text.includes('loc.gov/mods'),
  read: (source) =>
    readDialect(source, { recordsOf: (root) => allOf(root, 'mods'), elementOf: (record) => record, statementsOf }),
};
