/**
 * The format of bilingual mirrors of PubMed. They keep the addresses, the citation line and the abstract with its
 * translation; the names, where they keep them, are a row at the top with the family names first.
 */

import type { Format } from '../../format.ts';
import { isShortName } from '../../values/author-lines.ts';
import { isPersonShape } from '../../values/name-shapes.ts';
import { isAffiliation } from '../affiliations.ts';
import { Page } from '../page.ts';
import { readPage } from '../read.ts';

/** NLM's citation: journal, year, volume and pages, and the DOI. */
const citation = /^[\p{L}][^;:]{2,120}\.\s(?:19|20)\d{2}(?:\s[A-Z][a-z]{2})?[^;]{0,12};[^.]{1,40}\.\sdoi:\s10\./u;

const isNames = (line: string): boolean => line.split(', ').every((name) => isPersonShape(name) || isShortName(name));

export const pubmedMirror: Format = {
  name: 'pubmed-mirror',
  title: { en: 'PubMed mirror, bilingual', zh: 'PubMed 双语镜像' },
  trust: 'site-page',
  claims: (source) => {
    const lines = source.text
      .slice(0, 20_000)
      .split(/\r\n?|\n/u)
      .map((line) => line.trim())
      .filter(Boolean);
    const at = lines.findIndex((line) => citation.test(line));
    const isHead = (line: string, i: number): boolean => isAffiliation(line) || (i === 0 && isNames(line));
    return at > 0 && at <= 40 && lines.slice(0, at).every(isHead) && lines.length <= at + 6;
  },
  read: (source) => {
    const page = new Page(source);
    page.making.familyFirst = true;
    return readPage(page);
  },
};
