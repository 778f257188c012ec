/** Makes an Atom feed of papers. */

import { abstractText, toReference } from '#citations/reference';
import { clean } from '#citations/clean';
import { element, emptyElement, xmlDeclaration, xmlOf, type XmlElement } from '#citations/xml';
import type { InterfaceLanguage } from '#domain/language';
import { displayName } from '#domain/person';
import type { Paper } from '#domain/paper';
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
 * What a feed says about itself. `updated` is the day when the collection last changed, because papers do not say when
 * they were added.
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

function entry(paper: Paper, updated: string, lang: InterfaceLanguage): XmlElement | undefined {
  const r = toReference(paper);
  const address = absolute(page(lang, paths.paper(paper.id)));
  const abstract = paper.abstracts.find(({ role }) => role === 'original') ?? paper.abstracts[0];
  return element(
    'entry',
    {},
    element('id', {}, address),
    element('title', { 'xml:lang': r.title?.language }, r.title?.text ?? paper.id),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: address }),
    element('updated', {}, `${updated}T00:00:00Z`),
    r.issued?.length === 10 ? element('published', {}, `${r.issued}T00:00:00Z`) : undefined,
    ...(r.authors.length > 0
      ? r.authors.map((name) => element('author', {}, element('name', {}, displayName(name))))
      : [element('author', {}, element('name', {}, r.container ?? paper.id))]),
    ...paper.concepts
      .filter(({ concept }) => concept.startsWith('themes/'))
      .map(({ concept }) => emptyElement('category', { term: concept.slice('themes/'.length) })),
    abstract
      ? element('summary', { 'xml:lang': abstract.language }, excerpt(clean(abstractText(abstract)), longest))
      : undefined,
  );
}

/** An Atom feed (RFC 4287) of papers, in the given order. */
export function atomFeed(facts: FeedFacts, papers: readonly Paper[]): string {
  const own = absolute(file(facts.file));
  const day = facts.updated.length === 10 ? facts.updated : `${facts.updated}-01-01`.slice(0, 10);
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': facts.lang === 'zh' ? 'zh-Hans' : 'en' },
    element('id', {}, own),
    element('title', {}, clean(facts.title)),
    element('subtitle', {}, facts.subtitle && clean(facts.subtitle)),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: own }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: absolute(page(facts.lang, facts.path)) }),
    element('updated', {}, `${day}T00:00:00Z`),
    ...papers.slice(0, most).map((paper) => entry(paper, day, facts.lang)),
  );
  return `${xmlDeclaration}${feed ? xmlOf(feed) : ''}\n`;
}

export const atomResponse = (facts: FeedFacts, papers: readonly Paper[]): Response =>
  new Response(atomFeed(facts, papers), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
