import { stateJournal, stateLastPage, statePages } from './numbers.ts';
import { pmcidSchema, pmidSchema, isIssn, webAddress } from '#domain/identifiers';
import { isChinese } from '#domain/language';
import { type Place } from '#domain/place';
import { readAbstract } from './abstracts.ts';
import { readAuthorLine } from '../values/author-lines.ts';
import { stateAuthors } from './authorship.ts';
import { findDate } from '../values/dates.ts';
import { richBlocks } from '../text/html.ts';
import { findDois, findPmcids, isDoi } from '../values/identifiers.ts';
import { type JsonNode } from '../text/json.ts';
import { stateKeywords } from './keywords.ts';
import { type Page } from './page.ts';
import { copyKey, stateTitle } from './texts.ts';
import { fold, join, spanOf, trim } from '../text/traced.ts';
import { readType } from '../values/types.ts';

export interface Context {
  page: Page;
  /** The place of each value read so far by field and folded value: what a copy is a copy of. */
  seen: Map<string, Place>;
  depth: number;
  /** Of schema.org. */
  linked?: boolean;
}

export function readMember(context: Context, field: string, node: JsonNode): void {
  const { page, seen } = context;
  const text = trim(node.text);
  const value = text.text;
  const key = `${field}:${copyKey(value) || value}`;
  const had = seen.get(key);
  if (had) {
    page.copy(node.text, had);
    return;
  }
  const remember = (places: Place[] | undefined) => {
    const [place] = places ?? [];
    if (place) seen.set(key, place);
  };
  const refuse = (rule: string, expected: string) => {
    const [place] = page.places(text);
    page.notice('warning', rule, place, {
      seen: value.slice(0, 120),
      expected,
      remedy: 'Correct the source, or state the value with `npm run correct`; it is left out until then.',
    });
    page.furniture('refused-value', node.start, node.start);
    for (const run of node.text.runs) page.furniture('refused-value', run.from, run.to);
  };
  switch (field) {
    case 'title': {
      const title = stateTitle(page, join(richBlocks(text), ' '));
      remember(title?.at.slice(-1));
      return;
    }
    case 'authors': {
      const folded = fold(text);
      const pieces = readAuthorLine(folded, true);
      if (pieces && page.draft.authors.length === 0) {
        stateAuthors(page, pieces);
        remember(page.draft.authors[0]?.at);
        page.furniture('separator', ...outer(node));
      } else if (!pieces && page.draft.authors.length === 0)
        refuse('authors-unread', 'names between commas or semicolons');
      return;
    }
    case 'doi': {
      const [doi] = findDois(value);
      if (doi) page.state('doi', doi.value, text, doi.start, doi.end);
      else if (!isDoi(value)) refuse('doi-invalid', 'a DOI such as 10.1000/xyz123');
      remember(page.draft.doi?.at);
      return;
    }
    case 'pmid':
      if (pmidSchema.safeParse(value).success) page.state('pmid', value, text);
      return;
    case 'pmcid': {
      const id = /^\d+$/u.test(value) ? `PMC${value}` : value.toUpperCase();
      if (pmcidSchema.safeParse(id).success) page.state('pmcid', id, text);
      return;
    }
    case 'journal':
      stateJournal(page, fold(text));
      remember(page.draft.journal?.at ?? page.draft.journalZh?.at);
      return;
    case 'volume': {
      // "25 1" packs volume and issue.
      const packed = /^(\S{1,10})\s+\(?(\S{1,10}?)\)?$/u.exec(value);
      if (packed?.[1] && packed[2] && !page.draft.issue) {
        page.state('volume', packed[1], text, 0, packed[1].length);
        const start = value.lastIndexOf(packed[2]);
        page.state('issue', packed[2], text, start, start + packed[2].length);
      } else if (value.length <= 20) page.state('volume', value, text);
      remember(page.draft.volume?.at);
      return;
    }
    case 'issue':
      if (value.length <= 20) page.state('issue', value, text);
      return;
    case 'pages':
      statePages(page, text);
      remember((page.draft.pages ?? page.draft.articleNumber)?.at);
      return;
    case 'first':
      if (!page.draft.pages) statePages(page, text);
      return;
    case 'last':
      stateLastPage(page, text);
      return;
    case 'identifier': {
      const [doi] = findDois(value);
      if (doi && value.length - doi.value.length < 25) page.state('doi', doi.value, text, doi.start, doi.end);
      return;
    }
    case 'date': {
      const date = findDate(value, 0, true);
      if (!date) return;
      // Without a volume there is no issue yet: the date is that of the online publication.
      page.state(page.draft.volume ? 'issued' : 'online', date.value, text, date.start, date.end);
      remember((page.draft.issued ?? page.draft.online)?.at);
      return;
    }
    case 'online': {
      const date = findDate(value);
      if (date) page.state('online', date.value, text, date.start, date.end);
      return;
    }
    case 'year': {
      const date = findDate(value, 0, true);
      if (date && !page.draft.issued && !page.draft.online)
        page.state('issued', date.value.slice(0, 4), text, date.start, date.start + 4);
      return;
    }
    case 'abstract': {
      const abstract = readAbstract(page, richBlocks(text));
      if (!abstract) return;
      const had = page.draft.abstracts.some(
        (one) => isChinese(one.value.language) === isChinese(abstract.value.language),
      );
      if (!had) page.draft.abstracts.push(abstract);
      remember(abstract.at);
      for (const run of node.text.runs) page.furniture('markup', run.from, run.to);
      return;
    }
    case 'keywords':
      stateKeywords(page, text);
      return;
    case 'issn': {
      const issn = value.replace(/^(\d{4})-?(\d{3}[\dXx])$/u, '$1-$2').toUpperCase();
      if (isIssn(issn) && !page.draft.issn.some((one) => one.value === issn))
        page.draft.issn.push({ value: issn, at: page.take(text) });
      return;
    }
    case 'publisher':
      page.state('publisher', fold(text).text, fold(text));
      return;
    case 'type': {
      const type = readType(value);
      if (type) page.state('type', type, text);
      remember(page.draft.type?.at);
      return;
    }
    case 'openAccess':
    case 'url': {
      const [doi] = findDois(value);
      const address = webAddress(value);
      if (!address) {
        refuse('address-refused', 'an http or https address without user name');
        return;
      }
      if (field === 'openAccess') {
        page.state('openAccess', address, text);
        const [pmcid] = findPmcids(value);
        if (pmcid && !page.draft.pmcid)
          page.draft.pmcid = {
            value: pmcid.value,
            at: page.places(text, pmcid.start, pmcid.end),
            derived: 'pmcid-from-address',
          };
      } else if (doi && page.draft.doi?.value.toLowerCase() === doi.value.toLowerCase()) {
        const [place] = page.draft.doi.at;
        if (place) page.copy(node.text, place);
      } else if (!doi) page.state('url', address, text);
      return;
    }
    default:
  }
}

/** The raw stretch of a node's text. */
export function outer(node: JsonNode): [number, number] {
  return spanOf(node.text) ?? [0, 0];
}
