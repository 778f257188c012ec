/** What a site lacks because `site.yaml` says so, for the end of a build. */

import { join } from 'node:path';
import {
  builtStyles,
  citationFormats,
  libraryFormats,
  paperFormats,
  themeFormats,
  twinFormats,
} from '#citations/index';
import { citationStyles } from '#citations/styles';
import { hasFewFiles, siteSchema, sourceLanguages } from '#domain/site';
import { readYaml } from './lib/read-content.ts';

/** A line for each kind of file or part that is left out, and who makes it instead. */
export function leftOut(content: string): string[] {
  const site = siteSchema.safeParse(readYaml(join(content, 'site.yaml'), 'site.yaml', [])?.value).data;
  if (!site) return [];
  const { twins } = site;
  const titles = (all: readonly { title: { en: string } }[]): string => all.map(({ title }) => title.en).join(', ');
  const formats = paperFormats.filter((format) => !twinFormats[twins].includes(format));
  const further = citationFormats.filter((format) => !libraryFormats[twins].includes(format));
  const styles = citationStyles.filter((style) => !builtStyles[twins].includes(style));
  const pages = site.languages.filter((lang) => !sourceLanguages(site).includes(lang));
  const ofPapers = hasFewFiles(site) ? ', and its references for programs' : '';
  return [
    ...(formats.length > 0
      ? [`left out by “twins: ${twins}”: files of each paper in ${titles(formats)}${ofPapers}; the browser makes them`]
      : []),
    ...(further.length > 0
      ? [`left out by “twins: ${twins}”: files of all papers in ${titles(further)}; the browser makes them`]
      : []),
    ...(themeFormats[twins].length === 0
      ? [`left out by “twins: ${twins}”: files of each theme; the browser makes them, and the library has all papers`]
      : []),
    ...(hasFewFiles(site)
      ? [
          `left out by “twins: ${twins}”: papers by author, journal and theme, and pages of all but the hundred names of a list with the most papers; the lists lead to the papers`,
        ]
      : []),
    ...(styles.length > 0
      ? [`left out by “twins: ${twins}”: references of papers in ${titles(styles)}; the browser sets them`]
      : []),
    ...pages.map((lang) => `left out by “source-pages: one”: pages of sources under /${lang === 'zh' ? 'zh/' : ''}`),
  ];
}
