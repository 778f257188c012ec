/** Makes an Atom feed of papers. */

import { abstractText, toReference } from '#citations/reference';
import { clean } from '#citations/clean';
import { element, emptyElement, xmlDeclaration, xmlOf, type XmlElement } from '#citations/xml';
import type { InterfaceLanguage } from '#domain/language';
import { displayName } from '#domain/person';
import type { Paper } from '#domain/paper';
import type { Change, Withdrawn } from './changes.ts';
import { sayParts } from './say-parts.ts';
import { words } from './strings/index.ts';
import { absolute, file, page, paths } from './urls.ts';

/** The most entries in a feed: readers want what is new. */
const most = 100;
/** The most characters in the summary of an entry. */
const longest = 600;

/** The beginning of a text, cut between words where possible, never inside a character. */
export function excerpt(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const head = characters.slice(0, length).join('');
  const space = head.lastIndexOf(' ');
  return `${space > length / 2 ? head.slice(0, space) : head}…`;
}

/**
 * What a feed says about itself. `updated` is the day when the collection last changed: that of papers of which no saved
 * version says when they changed.
 */
export interface FeedFacts {
  title: string;
  subtitle?: string;
  lang: InterfaceLanguage;
  /** The page that the feed belongs to, and the feed itself, as paths below the base. */
  path: string;
  file: string;
  updated: string;
}

/** What saved versions say: the last change of each paper, and the papers that are gone. */
export interface History {
  of: ReadonlyMap<string, Change>;
  withdrawn: readonly Withdrawn[];
}

/** The first moment of a date as precise as it is known. */
const moment = (date: string): string => `${date}${'-01-01'.slice(0, 10 - date.length)}T00:00:00Z`;

/** The kind of a change for programs, and its words for people. */
const categoryOf = (change: Change, lang: InterfaceLanguage): XmlElement | undefined =>
  emptyElement('category', {
    scheme: absolute(page(lang, paths.changes)),
    term: change.kind,
    label: sayChange(change, lang),
  });

const sayChange = ({ kind, version, parts }: Change, lang: InterfaceLanguage): string =>
  words(lang)(`changes.feed.${kind}`, { version, parts: sayParts(parts, lang) });

function entryOf(
  paper: Paper,
  updated: string,
  change: Change | undefined,
  lang: InterfaceLanguage,
): XmlElement | undefined {
  const r = toReference(paper);
  const address = absolute(page(lang, paths.paper(paper.id)));
  const abstract = paper.abstracts.find(({ role }) => role === 'original') ?? paper.abstracts[0];
  return element(
    'entry',
    {},
    element('id', {}, address),
    element('title', { 'xml:lang': r.title?.language }, r.title?.text ?? paper.id),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: address }),
    element('updated', {}, moment(updated)),
    r.issued?.length === 10 ? element('published', {}, moment(r.issued)) : undefined,
    ...(r.authors.length > 0
      ? r.authors.map((name) => element('author', {}, element('name', {}, displayName(name))))
      : [element('author', {}, element('name', {}, r.container ?? paper.id))]),
    ...paper.concepts
      .filter(({ concept }) => concept.startsWith('themes/'))
      .map(({ concept }) => emptyElement('category', { term: concept.slice('themes/'.length) })),
    change && categoryOf(change, lang),
    abstract
      ? element('summary', { 'xml:lang': abstract.language }, excerpt(clean(abstractText(abstract)), longest))
      : undefined,
  );
}

/** A paper that is gone: its address says why. */
function goneEntry({ id, title, version, date }: Withdrawn, facts: FeedFacts): XmlElement | undefined {
  const address = absolute(page(facts.lang, paths.paper(id)));
  const change: Change = { kind: 'withdrawn', version, date, parts: [] };
  return element(
    'entry',
    {},
    element('id', {}, address),
    element('title', { 'xml:lang': title?.language }, clean(title?.text ?? id)),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: address }),
    element('updated', {}, moment(date)),
    element('author', {}, element('name', {}, clean(facts.title))),
    categoryOf(change, facts.lang),
    element('summary', {}, sayChange(change, facts.lang)),
  );
}

/** An Atom feed (RFC 4287) of papers and of those that are gone: what changed last first, else in the given order. */
export function atomFeed(facts: FeedFacts, papers: readonly Paper[], history?: History): string {
  const own = absolute(file(facts.file));
  const entries = [
    ...papers.map((paper) => ({ paper, date: history?.of.get(paper.id)?.date ?? facts.updated })),
    ...(history?.withdrawn ?? []).map((gone) => ({ gone, date: gone.date })),
  ]
    .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0))
    .slice(0, most);
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': facts.lang === 'zh' ? 'zh-Hans' : 'en' },
    element('id', {}, own),
    element('title', {}, clean(facts.title)),
    element('subtitle', {}, facts.subtitle && clean(facts.subtitle)),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: own }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: absolute(page(facts.lang, facts.path)) }),
    element('updated', {}, moment(facts.updated)),
    ...entries.map((it) =>
      'gone' in it ? goneEntry(it.gone, facts) : entryOf(it.paper, it.date, history?.of.get(it.paper.id), facts.lang),
    ),
  );
  return `${xmlDeclaration}${feed ? xmlOf(feed) : ''}\n`;
}

export const atomResponse = (facts: FeedFacts, papers: readonly Paper[], history: History): Response =>
  new Response(atomFeed(facts, papers, history), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
