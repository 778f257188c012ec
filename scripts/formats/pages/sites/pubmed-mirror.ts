/**
 * The format of bilingual mirrors of PubMed. They keep the addresses, the citation line and the abstract with its
 * translation, but no names.
 */

import type { Format } from '../../format.ts';
import { isAffiliation } from '../affiliations.ts';
import { Page } from '../page.ts';
import { readPage } from '../read.ts';

/** NLM's citation: journal, year, volume and pages, and the DOI. */
const citation = /^[\p{L}][^;:]{2,120}\.\s(?:19|20)\d{2}(?:\s[A-Z][a-z]{2})?[^;]{0,12};[^.]{1,40}\.\sdoi:\s10\./u;

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
    return at > 0 && at <= 40 && lines.slice(0, at).every((line) => isAffiliation(line)) && lines.length <= at + 6;
  },
  read: (source) => readPage(new Page(source)),
};
