/**
 * Checks of counts: the site has every page and file that the content requires. Astro exits with 0 even when a
 * collection is empty; only counting finds that.
 */

import type { CitationFormat } from '#citations/format';
import { libraryFormats, themeFormats, twinFormats } from '#citations/index';
import { fileOf, pageTypes } from '#site/page-types';
import { countPacks, packFile } from '#site/record-packs';
import type { Check } from '../check.ts';
import type { Site } from '../site.ts';

/** The paths of the files that the content requires. */
export function wantedFiles({
  papers,
  themes,
  takenOut,
  languages,
  twins,
  sourceLanguages,
}: Pick<Site, 'papers' | 'themes' | 'takenOut' | 'languages' | 'twins' | 'sourceLanguages'>): string[] {
  const ids: Record<string, readonly string[]> = { review: [''], paper: papers, theme: themes, 'taken-out': takenOut };
  const pages = pageTypes
    .filter(({ mayLack }) => !mayLack)
    .flatMap((type) =>
      (ids[type.each ?? 'review'] ?? []).flatMap((id) =>
        (type.name === 'source' ? sourceLanguages : languages).map((lang) =>
          fileOf(type, lang === 'zh' ? 'zh/' : '', id),
        ),
      ),
    );
  const filesOf = (stem: string, formats: readonly CitationFormat[]) =>
    formats.map(({ extension }) => `${stem}.${extension}`);
  return [
    ...new Set(pages),
    ...papers.flatMap((id) => filesOf(`papers/${id}`, twinFormats[twins])),
    ...Array.from({ length: countPacks(papers.length) }, (_, number) => packFile(number)),
    ...filesOf('library', libraryFormats[twins]),
    ...themes.flatMap((id) => filesOf(`themes/${id}`, themeFormats[twins])),
  ];
}

export const counts: readonly Check[] = [
  {
    rule: 'page-missing',
    severity: 'error',
    expected: 'a page, in each language of the review, and the files of citations for every paper and theme',
    remedy: 'look for a record that the collection dropped (npm run import -- --check), or the page that makes it',
    *find(site) {
      for (const file of wantedFiles(site)) if (!site.files.has(file)) yield { file, seen: 'no such file in the site' };
    },
  },
  {
    rule: 'page-without-record',
    severity: 'error',
    expected: 'a paper page only for a paper of the review, its alias, one that was taken out, or a page of the list',
    remedy: 'find the page that renders it; the import writes the records, nothing else does',
    *find({ pages, papers, takenOut }) {
      const known = new Set([...papers, ...takenOut]);
      for (const [file, { redirect }] of pages) {
        const id = /^(?:zh\/)?papers\/([^/]+)\/index\.html$/.exec(file)?.[1];
        if (id && !known.has(id) && !redirect && !isListPage(id)) yield { file, seen: `no record has the id ${id}` };
      }
    },
  },
];

/** Whether a name is that of a list of papers: an id contains a year or "nd", and at least three words. */
const isListPage = (name: string) => !/-(\d{4}|nd)-/.test(name);
