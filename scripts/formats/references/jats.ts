/** The format of JATS, the XML of journal articles: how to recognise it, and what its elements mean. */

import type { Draft } from '#domain/draft';
import { languageSchema, type Language } from '#domain/language';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import type { Statement } from '../draft/statement.ts';
import { join, type Traced } from '../text/traced.ts';
import { allOf, at, childrenOf, contentSpan, textOf, type XmlElement } from '../text/xml.ts';
import { attributeText, dateText, personOf, readDialect, rootOf, Statements } from './xml-records.ts';

/** Elements of an article that hold no field of its record (JATS 1.3, Archiving and Interchange). */
const furniture: Readonly<Record<string, string>> = {
  body: 'full-text',
  back: 'full-text',
  'floats-group': 'full-text',
  'sub-article': 'full-text',
  response: 'full-text',
  history: 'database-dates',
  'author-notes': 'contact-details',
  permissions: 'copyright-statement',
  'funding-group': 'funding',
  'custom-meta-group': 'database-bookkeeping',
  counts: 'citation-counts',
  'self-uri': 'library-links',
  'supplementary-material': 'file-attachments',
  'article-version': 'database-bookkeeping',
  notes: 'notes',
  product: 'notes',
  conference: 'conference',
  degrees: 'author-titles',
  role: 'author-roles',
  bio: 'author-roles',
};

/** An article, or its front alone. */
interface Article {
  whole: XmlElement;
  front: XmlElement;
}

function articlesOf(root: XmlElement): Article[] {
  const articles = allOf(root, 'article').flatMap((whole) => {
    const front = at(whole, 'front');
    return front ? [{ whole, front }] : [];
  });
  return articles.length ? articles : allOf(root, 'front').map((front) => ({ whole: front, front }));
}

const attribute = (element: XmlElement | undefined, name: string): string => element?.attributes[name] ?? '';
const languageOf = (element: XmlElement): Language | undefined =>
  languageSchema.safeParse(attribute(element, 'xml:lang').toLowerCase().split('-')[0]).data;

function addJournal(to: Statements, meta: XmlElement | undefined): void {
  const [title] = [at(meta, 'journal-title-group/journal-title'), at(meta, 'journal-title')].filter(Boolean);
  to.add('journal', title);
  const ids = childrenOf(meta, 'journal-id');
  const short = at(meta, 'journal-title-group/abbrev-journal-title') ?? at(meta, 'abbrev-journal-title');
  const nlm = ids.find((id) => /^(?:nlm-ta|iso-abbrev)$/u.test(attribute(id, 'journal-id-type')));
  to.add('journal-abbreviation', short ?? nlm);
  for (const id of ids) if (id !== nlm || short) to.add({ furniture: 'database-accessions' }, id);
  to.addAll('issn', meta, 'issn');
  to.add('publisher', at(meta, 'publisher/publisher-name'));
  to.add({ furniture: 'publisher-place' }, at(meta, 'publisher/publisher-loc'));
  // What is in a journal is an article, whatever its own kind.
  to.addKind('journal article', title);
}

function addPeople(to: Statements, meta: XmlElement | undefined): void {
  for (const contrib of allOf(meta ?? empty, 'contrib')) {
    const kind = attribute(contrib, 'contrib-type');
    const means = kind === 'editor' || kind === 'translator' ? kind : 'author';
    if (kind && kind !== means) continue;
    const names = at(contrib, 'name-alternatives') ?? contrib;
    const name = childrenOf(names, 'name')[0];
    const person = name && personOf(name, { family: 'surname', given: 'given-names', suffix: 'suffix' });
    const whole = at(names, 'string-name');
    const group = at(names, 'collab');
    const orcid = allOf(contrib, 'contrib-id').find((id) => attribute(id, 'contrib-id-type') === 'orcid');
    if (person) to.add(means, name, person);
    else if (whole) to.add(means, whole, personOf(whole, { family: 'surname', given: 'given-names' }) ?? {});
    else if (group) to.add(means === 'author' ? 'group' : means, group, { value: groupOf(group) });
    if (orcid && means === 'author') to.add('orcid', orcid);
  }
}

const empty: XmlElement = { name: '', attributes: {}, children: [], start: 0, end: 0 };

/** The text of an element without that of children whose names fit. */
const textWithout = (element: XmlElement, names: RegExp): Traced =>
  textOf({ ...element, children: element.children.filter((child) => !('name' in child && names.test(child.name))) });

/** An address without the label that binds it. */
const addressOf = (aff: XmlElement): Traced => textWithout(aff, /^(?:label|sup)$/u);
/** A group's name without those of its members. */
const groupOf = (collab: XmlElement): Traced => textWithout(collab, /^(?:contrib-group|contrib|aff|xref|fn)$/u);
/** A title without the marks of its footnotes. */
const titleOf = (title: XmlElement): Traced => textWithout(title, /^(?:xref|fn)$/u);

function addDates(to: Statements, meta: XmlElement | undefined): void {
  const dates = childrenOf(meta, 'pub-date').map((date) => ({
    date,
    value: dateText(date),
    kind: `${attribute(date, 'pub-type')} ${attribute(date, 'date-type')} ${attribute(date, 'publication-format')}`,
  }));
  const isOnline = ({ kind }: (typeof dates)[number]): boolean =>
    /epub|electronic|online/u.test(kind) && !/collection/u.test(kind);
  const issue = dates.find((one) => !isOnline(one) && one.value);
  const online = dates.find((one) => isOnline(one) && one.value);
  for (const one of dates)
    if (one.value)
      to.add(
        one === issue || (!issue && one === online)
          ? 'year'
          : one === online
            ? 'online'
            : { furniture: 'database-dates' },
        one.date,
        {
          value: one.value,
        },
      );
}

function addNumbers(to: Statements, meta: XmlElement | undefined): void {
  for (const id of childrenOf(meta, 'article-id')) {
    const kind = attribute(id, 'pub-id-type');
    const means = { doi: 'doi', pmid: 'pmid', pmc: 'pmcid', pmcid: 'pmcid', arxiv: 'arxiv' } as const;
    to.add(Object.hasOwn(means, kind) ? means[kind as keyof typeof means] : { furniture: 'publisher-identifiers' }, id);
  }
  to.add('volume', at(meta, 'volume'));
  to.add('issue', at(meta, 'issue'));
  const range = at(meta, 'page-range');
  to.add('first-page', at(meta, 'fpage'));
  to.add('last-page', at(meta, 'lpage'));
  to.add(at(meta, 'fpage') ? { furniture: 'page-copy' } : 'pages', range);
  to.add('article-number', at(meta, 'elocation-id'));
}

function addAbstract(
  to: Statements,
  abstract: XmlElement,
  means: { language?: Language | undefined; role?: 'translation' },
): void {
  if (
    /^(?:graphical|toc|teaser|web-summary|key-points|highlights|precis)$/u.test(attribute(abstract, 'abstract-type'))
  ) {
    to.add({ furniture: 'digest' }, abstract);
    return;
  }
  const sections = childrenOf(abstract, 'sec');
  // "Abstract" over the text of one without sections.
  to.add({ furniture: 'heading' }, at(abstract, 'title'));
  const add = (element: XmlElement, label: string | undefined): void => {
    const paragraphs = childrenOf(element, 'p');
    const value = join(paragraphs.map(textOf), ' ');
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    if (first && last)
      to.all.push({
        means: 'abstract-section',
        value,
        span: [contentSpan(first)[0], contentSpan(last)[1]],
        label,
        ...means,
      });
  };
  if (!sections.length) add(abstract, undefined);
  for (const section of sections) {
    const title = at(section, 'title');
    to.add({ furniture: 'abstract-labels' }, title);
    add(
      section,
      title &&
        textOf(title)
          .text.trim()
          .replace(/\s?[:：.]$/u, ''),
    );
  }
}

/**
 * What a link from an article says (JATS 1.3, `related-article-type`): `…-forward` leads from the article to the notice
 * about it; the others lead from a notice to the article that it is about.
 */
function addLinks(to: Statements, meta: XmlElement | undefined): void {
  for (const link of allOf(meta ?? empty, 'related-article')) {
    const kind = attribute(link, 'related-article-type');
    const number = attributeText(link, 'xlink:href');
    const text = textOf(link);
    const more = { label: kind, span: [link.start, link.end] as [number, number] };
    const value = text.text.trim() ? text : (number ?? text);
    if (kind === 'retraction-forward') to.add('retracted-in', link, { ...more, value });
    else if (/-forward$/u.test(kind)) to.add('status', link, { ...more, value });
    else if (/^(?:retracted-article|partial-retraction|corrected-article|object-of-concern)$/u.test(kind))
      to.add('updated-work', link, { ...more, value: number ?? text });
    else to.add({ furniture: 'linked-articles' }, link);
  }
}

function statementsOf({ whole, front }: Article): Statement[] {
  const to = new Statements();
  const meta = at(front, 'article-meta') ?? front;
  addJournal(to, at(front, 'journal-meta'));
  const title = at(meta, 'title-group/article-title') ?? at(meta, 'article-title');
  if (title) to.add('title', title, { value: titleOf(title) });
  to.add('subtitle', at(meta, 'title-group/subtitle'));
  for (const translated of allOf(at(meta, 'title-group') ?? empty, 'trans-title'))
    to.add('title-translated', translated, { language: languageOf(translated) });
  to.add('title-copy', at(meta, 'title-group/alt-title'));
  addPeople(to, meta);
  for (const aff of allOf(meta, 'aff')) to.add('affiliation', aff, { value: addressOf(aff) });
  addDates(to, meta);
  addNumbers(to, meta);
  for (const abstract of childrenOf(meta, 'abstract'))
    addAbstract(to, abstract, { language: languageOf(abstract) ?? languageOf(whole) });
  for (const abstract of childrenOf(meta, 'trans-abstract'))
    addAbstract(to, abstract, { language: languageOf(abstract), role: 'translation' });
  for (const group of childrenOf(meta, 'kwd-group')) to.addAll('keyword', group, 'kwd');
  for (const subject of allOf(at(meta, 'article-categories') ?? empty, 'subject')) to.add('publication-type', subject);
  addLinks(to, meta);
  return to.all;
}

/** Binds each author to the addresses that its `xref` elements name. */
function bindAddresses(draft: Draft, { front }: Article): void {
  const meta = at(front, 'article-meta') ?? front;
  const texts = new Map(
    allOf(meta, 'aff').map((aff) => [aff.attributes['id'], addressOf(aff).text.replace(/\s+/gu, ' ').trim()]),
  );
  const people = allOf(meta, 'contrib').filter((one) => /^(?:author)?$/u.test(attribute(one, 'contrib-type')));
  if (people.length !== draft.authors.length) return;
  people.forEach((person, i) => {
    const author = draft.authors[i]?.value;
    for (const xref of allOf(person, 'xref').filter((one) => attribute(one, 'ref-type') === 'aff'))
      for (const id of attribute(xref, 'rid').split(/\s+/u)) {
        const index = draft.affiliations.findIndex((one) => one.value.text === texts.get(id));
        if (author && index >= 0 && !author.affiliations?.includes(index)) (author.affiliations ??= []).push(index);
      }
  });
}

const claims = ({ text }: SourceText): boolean =>
  /^(?:article|articles|pmc-articleset|front)$/u.test(rootOf(text) ?? '') &&
  /<(?:article-meta|journal-meta)[\s>]/u.test(text.slice(0, 200_000));

/** JATS, the Journal Article Tag Suite (NISO Z39.96): articles whole, or their front matter alone. */
export const jats: Format = {
  name: 'jats',
  title: { en: 'JATS XML (PMC, publishers)', zh: 'JATS XML（PMC、出版商）' },
  trust: 'reference-file',
  claims,
  read: (source) =>
    readDialect(source, {
      recordsOf: articlesOf,
      elementOf: ({ whole }) => whole,
      statementsOf,
      furniture,
      finish: bindAddresses,
    }),
};
