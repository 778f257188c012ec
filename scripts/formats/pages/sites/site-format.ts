/** The format of the pages of text that a site file is about. */

import type { Format } from '../../format.ts';
import { plainLines } from '../lines.ts';
import { Page } from '../page.ts';
import { readPage } from '../read.ts';
import { pageOf } from '../sure.ts';
import { fitsSite, type Site } from './site-file.ts';

/** The format of the pages of text of a site that a site file describes. */
export const siteFormat = (site: Site): Format => ({
  name: site.name,
  title: site.title,
  trust: 'site-page',
  isSite: true,
  claims: (source) => fitsSite(site, source),
  read: (source) => {
    const { lines, markup } = plainLines(source);
    const reading = readPage(new Page(source, undefined, lines), site);
    for (const [start, end] of markup) pageOf(reading)?.furniture('markup', start, end);
    return reading;
  },
});
