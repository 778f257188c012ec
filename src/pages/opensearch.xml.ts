/** An OpenSearch 1.1 description, with which browsers offer the search of the review. */

import type { APIRoute } from 'astro';
import { element, emptyElement, xmlDeclaration, xmlOf } from '#citations/xml';
import type { InterfaceLanguage } from '#domain/language';
import { review } from '../site/review.ts';
import { absolute, page, paths } from '../site/urls.ts';

export const GET: APIRoute = async () => {
  const { site } = await review();
  const template = (lang: InterfaceLanguage) =>
    emptyElement('Url', {
      type: 'text/html',
      rel: lang === 'en' ? 'results' : 'results alternate',
      template: `${absolute(page(lang, paths.search))}?q={searchTerms}`,
    });
  const description = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    // The specification allows at most 16 characters here, and 1,024 below.
    element('ShortName', {}, [...site.shortTitle.en].slice(0, 16).join('')),
    element('Description', {}, [...site.description.en].slice(0, 1024).join('')),
    element('LongName', {}, [...site.title.en].slice(0, 48).join('')),
    ...site.languages.map((lang) => element('Language', {}, lang)),
    element('InputEncoding', {}, 'UTF-8'),
    ...site.languages.map(template),
  );
  return new Response(`${xmlDeclaration}${description ? xmlOf(description) : ''}\n`, {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
