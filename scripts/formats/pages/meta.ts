/** Reads the `<meta>` elements of a page: the tags of Highwire Press, Dublin Core, PRISM, Open Graph and others. */

import { shareOfHan } from '#domain/language';
import { slice, type Traced } from '../text/traced.ts';
import words from '../words/meta.json' with { type: 'json' };
import type { PageMeaning } from './meaning.ts';
import type { Page } from './page.ts';
import { stateValue } from './state.ts';
import { copyKey, sameLanguage, titleLanguage } from './state-titles.ts';
import { settleWork, stateKindByTags } from './works.ts';

export interface Meta {
  name: string;
  content: Traced;
}

/** The names of metadata by meaning. Those of Highwire Press come first, as Google Scholar reads them; the rest fill gaps. */
const names: Readonly<Partial<Record<PageMeaning, readonly string[]>>> = words;
const several = new Set<PageMeaning>(['author', 'editor', 'translator', 'keywords', 'issn', 'isbn']);

/** What a page may state once for each language, and the tags that state it in further ones. */
const perLanguage: Readonly<Partial<Record<PageMeaning, readonly string[]>>> = {
  title: ['dc.title.alternative', 'dcterms.alternative'],
  abstract: [],
};

/**
 * A site's tagline is not an abstract: Open Graph's and the page's own descriptions count when they are of some
 * length.
 */
const isTagline = (name: string, text: string): boolean =>
  /description$/u.test(name) &&
  (text.length < (/^dc/u.test(name) ? (shareOfHan(text) > 0.3 ? 40 : 120) : 250) || /(?:…|\.\.\.)$/u.test(text));

/** One spelling for a name: `bepress_citation_title`, `DC:Title` and `DC_title` are as `citation_title` and `dc.title`. */
const nameOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^bepress_(?=citation_)/u, '')
    .replace(/^(dc|dcterms|prism|eprints)[:_]/u, '$1.');

/** Tags that hold only the name of a journal: the others may hold any source. */
const namesOfJournals = new Set(['citation_journal_title', 'prism.publicationname', 'eprints.publication']);

/** States what a page's metadata say, by the first name of each field that the page uses. */
export function readMeta(page: Page, given: readonly Meta[]): void {
  const metas = given.map((meta) => ({ ...meta, name: nameOf(meta.name) }));
  const isArticle = metas.some(
    (meta) =>
      /^(?:citation_|eprints\.|prism\.|thesis\.degree\.)/u.test(meta.name) || /^dc(?:terms)?\./u.test(meta.name),
  );
  const siteName = metas.find((meta) => meta.name === 'og:site_name')?.content.text;
  // A journal's name says more than the book's or the congress's beside it, whose abstracts a journal has.
  const inJournal = metas.some((meta) => meta.name === 'citation_journal_title');
  if (!inJournal) stateKindByTags(page, metas);
  for (const [means, known] of Object.entries(names) as [PageMeaning, readonly string[]][]) {
    if (means === 'in-book' && inJournal) continue;
    for (const name of known) {
      // Without any bibliographic metadata, Open Graph's describe a web page like any other.
      if (!isArticle && !/^og:title$/u.test(name)) continue;
      const found = metas.filter((meta) => meta.name === name && !isTagline(name, meta.content.text));
      const further = perLanguage[means];
      const chosen =
        further && found.length > 0
          ? oneForEachLanguage([...found, ...metas.filter((meta) => further.includes(meta.name))])
          : found;
      const isStated = (meta: Meta): boolean =>
        stateValue(page, means, name === 'og:title' ? withoutSite(page, meta.content, siteName) : meta.content, {
          by: 'record',
        });
      // A tag such as `dc.identifier` has values of several kinds, of which the first that fits counts.
      const isKnown = further || several.has(means) ? chosen.map(isStated).some(Boolean) : chosen.some(isStated);
      if (!isKnown) continue;
      if (means === 'title') page.titleStated = name !== 'og:title';
      if (means === 'journal') page.journalStated = namesOfJournals.has(name);
      break;
    }
  }
  settleWork(page);
  // Metadata name every author, so names in the text are the same people or others; one alone may be the site's own tag.
  const has = (name: RegExp): boolean => metas.some((meta) => name.test(meta.name));
  page.making.people.isWhole = page.draft.authors.length > 1 || has(/^citation_authors?$/u);
  page.keywordsAll = has(/^citation_keywords?$/u);
  const { pages, articleNumber } = page.draft;
  if (pages && articleNumber && pages.value === articleNumber.value) delete page.draft.articleNumber;
}

/** The first tag of each language. */
function oneForEachLanguage(metas: readonly Meta[]): Meta[] {
  const languages = metas.map((meta) => titleLanguage(meta.content.text));
  return metas.filter((_, i) => languages.slice(0, i).every((one) => !sameLanguage(one, languages[i] ?? one)));
}

/** `Title | Site` without the site, where the page shows that this is what it is. */
function withoutSite(page: Page, title: Traced, siteName: string | undefined): Traced {
  const { text } = title;
  const bar = text.indexOf('|', 12);
  const dash = /\s[-–—·]\s([^-–—·|]{2,60})$/u.exec(text);
  const end = bar < 0 ? (dash?.index ?? 0) : bar;
  const head = text.slice(0, end).trimEnd();
  if (head.length < 12) return title;
  const isSite = text.includes('|') || dash?.[1]?.toLowerCase() === siteName?.toLowerCase();
  const isShown = page.lines.some((line) => copyKey(line.text) === copyKey(head));
  return isSite || isShown ? slice(title, 0, head.length) : title;
}
