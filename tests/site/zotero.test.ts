import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { toReference } from '#citations/reference';
import type { Paper } from '#domain/paper';
import { elementsOf } from '../support/elements.ts';
import { siteTimeout, useSite } from '../support/site.ts';

/**
 * What Zotero would save from the pages of a built site. Its translators are no package, so their rules are followed
 * here as they are documented: "Embedded Metadata" reads the Highwire tags of a page that names itself as their address,
 * and nothing of them where the page has a COinS span; "COinS" offers every span of a list.
 */

let folder = '';
let papers: Paper[] = [];
const read = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');

beforeAll(async () => {
  const site = await useSite();
  folder = site.folder;
  const records = join(site.content, 'papers');
  papers = readdirSync(records).map((name) => JSON.parse(readFileSync(join(records, name), 'utf8')) as Paper);
}, siteTimeout);

interface Saved {
  title?: string | undefined;
  creators: string[];
  date?: string | undefined;
  journal?: string | undefined;
  issn?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  doi?: string | undefined;
  pmid?: string | undefined;
  language?: string | undefined;
  abstract?: string | undefined;
  attachment?: string | undefined;
}

/** "Embedded Metadata": first values; names cut at their first comma; pages joined; nothing from a foreign address. */
function embedded(html: string): Saved {
  const metas = elementsOf(html, 'meta');
  const all = (name: string) => metas.filter((meta) => meta['name'] === name).map(({ content = '' }) => content);
  const one = (name: string) => all(name)[0];
  const canonical = elementsOf(html, 'link').find(({ rel }) => rel === 'canonical')?.['href'];
  const shared = metas.find(({ property }) => property === 'og:url')?.['content'];
  expect(one('citation_abstract_html_url')).toBe(canonical);
  expect(shared).toBe(canonical);
  return {
    title: one('citation_title'),
    creators: all('citation_author').map((name) =>
      name
        .split(/\s*,\s*/u)
        .filter(Boolean)
        .join(', '),
    ),
    date: one('citation_publication_date')?.replaceAll('/', '-'),
    journal: one('citation_journal_title'),
    issn: one('citation_issn'),
    volume: one('citation_volume'),
    issue: one('citation_issue'),
    pages: [one('citation_firstpage'), one('citation_lastpage')].filter(Boolean).join('-') || undefined,
    doi: one('citation_doi'),
    pmid: one('citation_pmid'),
    language: one('citation_language'),
    abstract: one('citation_abstract'),
    attachment: one('citation_pdf_url'),
  };
}

/** A ContextObject: `+` is a space, every value is percent-encoded, a key may stand several times. */
function fromCoins(span: string): Saved {
  const context = new URLSearchParams(span);
  const one = (key: string) => context.get(key) ?? undefined;
  const id = (scheme: string) =>
    context
      .getAll('rft_id')
      .find((value) => value.startsWith(scheme))
      ?.slice(scheme.length);
  return {
    title: one('rft.atitle') ?? one('rft.btitle') ?? one('rft.title'),
    creators: context.getAll('rft.au'),
    date: one('rft.date'),
    journal: one('rft.jtitle'),
    issn: one('rft.issn'),
    volume: one('rft.volume'),
    issue: one('rft.issue'),
    pages: one('rft.pages'),
    doi: id('info:doi/'),
    pmid: id('info:pmid/'),
    language: one('rft.language'),
  };
}

/** What the record says, as Zotero's fields have it. */
function wanted(paper: Paper): Saved {
  const r = toReference(paper);
  return {
    title: r.title?.text,
    creators: r.authors.map(({ particle, family, given, suffix, literal, written }) =>
      family
        ? [[particle, family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', ')
        : (literal ?? written),
    ),
    date: r.issued,
    journal: r.container,
    issn: r.issn[0],
    volume: r.volume,
    issue: r.issue,
    pages: [r.firstPage ?? r.articleNumber, r.lastPage].filter(Boolean).join('-') || undefined,
    doi: r.doi,
    pmid: r.pmid,
    language: r.language,
    abstract: r.abstract?.text,
    attachment: r.fulltext,
  };
}

const coinsOf = (html: string): string[] =>
  elementsOf(html, 'span').flatMap(({ className, title }) => (className === 'Z3988' && title ? [title] : []));

describe.each(['', 'zh/'])('under /%s', (language) => {
  test('every paper’s page gives every field of its record, and no COinS span that would hide them', () => {
    for (const paper of papers) {
      const html = read(`${language}papers/${paper.id}`);
      expect(embedded(html)).toEqual(wanted(paper));
      expect(coinsOf(html)).toEqual([]);
    }
  });

  test('the list of papers offers them all at once', () => {
    const saved = coinsOf(read(`${language}papers`)).map(fromCoins);
    expect(saved).toHaveLength(papers.length);
    for (const paper of papers) {
      const { abstract: _abstract, attachment: _attachment, creators, ...fields } = wanted(paper);
      const found = saved.find(({ title }) => title === fields.title);
      expect(found).toMatchObject(Object.fromEntries(Object.entries(fields).filter(([, value]) => value)));
      expect(found?.creators).toHaveLength(creators.length);
    }
  });
});
