/** The review and its essays as works that can be cited, in the form in which papers are. */

import type { CitationFormat } from '#citations/format';
import { citationFormats } from '#citations/index';
import { shareOfHan } from '#domain/language';
import type { Author, Paper } from '#domain/paper';
import type { Origin } from '#domain/place';
import type { Editor, Site } from '#domain/site';
import type { FacetConcept } from './index-review.ts';
import { absolute, page, paths } from './urls.ts';

/** The formats for a work of the reviewers: all that are not for records of papers. */
export const workFormats: readonly CitationFormat[] = citationFormats.filter(({ name }) => !/^json/u.test(name));

const from: Origin[] = [{ correction: 'site.yaml', seen: 'site.yaml' }];
const stated = <T>(value: T) => ({ value, from });

/** "Ada Lovelace" is cut at the last space; a name in Chinese characters stays whole. */
function authorOf({ name, nameZh, orcid }: Editor): Author {
  const [, given, family] = shareOfHan(name) > 0.5 ? [] : (/^(.+) (\S+)$/u.exec(name) ?? []);
  return {
    name: {
      written: name,
      ...(given && family ? { given, family } : { literal: name }),
      ...(nameZh ? { native: nameZh } : {}),
    },
    ...(orcid ? { orcid } : {}),
    from,
  };
}

type Both = Record<'en' | 'zh', string>;

function workOf(
  { editors }: Pick<Site, 'editors'>,
  { id, title, date, path, more = {} }: { id: string; title: Both; date: string; path: string; more?: Partial<Paper> },
): Paper {
  return {
    id,
    type: stated('webpage'),
    language: stated('en'),
    titles: [
      { language: 'en', role: 'original', text: title.en, from },
      { language: 'zh-Hans', role: 'translation', text: title.zh, from },
    ],
    authors: editors.map(authorOf),
    affiliations: [],
    issued: stated(date),
    url: stated(absolute(page('en', path))),
    registrations: [],
    keywords: [],
    abstracts: [],
    concepts: [],
    samples: [],
    status: [],
    related: [],
    sources: [],
    unclassified: 0,
    ...more,
  };
}

/** The whole review, in the version of its corpus. */
export const reviewWork = (site: Site): Paper =>
  workOf(site, {
    id: 'review',
    title: site.title,
    date: site.corpus.date,
    path: paths.home,
    more: { genre: stated(`Literature review, version ${site.corpus.version}`) },
  });

/** The essay on a theme, in the review. `title` is without links and marks. */
export const essayWork = (site: Site, theme: FacetConcept, title: Both, updated: string): Paper =>
  workOf(site, {
    id: `essay-${theme.id}`,
    title,
    date: updated,
    path: paths.theme(theme.id),
    more: { journal: { name: stated(site.title.en), nameZh: stated(site.title.zh) } },
  });
