import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { toReference } from '#citations/reference';
import type { Paper } from '#domain/paper';
import { elementsOf } from '../support/elements.ts';
import { useSite } from '../support/site.ts';
import { fromCoins } from '../support/zotero/coins.ts';
import { embedded } from '../support/zotero/embedded.ts';
import { stated, wanted } from '../support/zotero/saved.ts';

/** What Zotero would save from the pages of a built site, by the rules of its translators (`tests/support/zotero`). */

const coinsOf = (html: string): string[] =>
  elementsOf(html, 'span').flatMap(({ className, title }) => (className === 'Z3988' && title ? [title] : []));

/** The head of a page as "Embedded Metadata" sees it; the tags are taken only from the page that they name. */
function headOf(html: string): Parameters<typeof embedded>[0] {
  const tags = elementsOf(html, 'meta').map(
    ({ name, property, content }) => [name ?? property ?? '', content ?? ''] as const,
  );
  const bylines = ['p', 'div', 'span', 'ul'].flatMap((tag) =>
    elementsOf(html, tag).flatMap(({ className = '' }) => (/byline|vcard/iu.test(className) ? [className] : [])),
  );
  const canonical = elementsOf(html, 'link').find(({ rel }) => rel === 'canonical')?.['href'];
  for (const name of ['citation_abstract_html_url', 'og:url'])
    expect(tags.find((tag) => tag[0] === name)?.[1]).toBe(canonical);
  return { tags, bylines };
}

/** Zotero has no field for these in a page, or only for some types. */
const notInPages = ['publisher', 'url', 'tags'] as const;

describe.each([
  ['the review', 'content'],
  ['the review of odd records', 'tests/fixtures/odd-review'],
])('%s', (_name, content) => {
  let folder = '';
  let papers: Paper[] = [];
  const read = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');

  beforeAll(async () => {
    folder = (await useSite({ content })).folder;
    // As the site publishes them: of some papers it may show only an excerpt.
    const records = join(folder, 'papers');
    papers = readdirSync(records)
      .filter((name) => /^[^.]+\.json$/u.test(name))
      .map((name) => JSON.parse(readFileSync(join(records, name), 'utf8')) as Paper)
      .filter((paper) => !paper.status.some(({ kind }) => kind === 'withdrawn-from-review'));
  });

  describe.each(['', 'zh/'])('under /%s', (language) => {
    test('every paper’s page gives exactly the fields of its record, and has no COinS element', () => {
      for (const paper of papers) {
        const html = read(`${language}papers/${paper.id}`);
        const saved = embedded(headOf(html));
        const fields = wanted(paper);
        // A work without a title gets the title that Zotero gave it.
        if (!fields.title) fields.title = saved.title;
        expect(stated(saved, notInPages), paper.id).toEqual(stated(fields, notInPages));
        expect(coinsOf(html)).toEqual([]);
      }
    });

    test('the list of papers offers them all at once', () => {
      const saved = coinsOf(read(`${language}papers`)).map(fromCoins);
      const titled = papers.filter((paper) => toReference(paper).title);
      expect(saved.filter(({ title }) => title)).toHaveLength(titled.length);
      for (const paper of titled) {
        const fields = stated(wanted(paper), [...notInPages, 'abstract', 'attachment', 'extra', 'pmid']);
        expect(saved.find(({ title }) => title === fields.title)).toMatchObject(fields);
      }
    });

    test('a list that names a paper under several headings offers it once', () => {
      const titles = coinsOf(read(`${language}papers/by-theme`)).map((span) => fromCoins(span).title);
      expect(titles.length).toBeGreaterThan(0);
      expect(new Set(titles).size).toBe(titles.length);
    });
  });
});
