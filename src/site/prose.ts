/** Turns the addresses and quotations in the reviewers' prose into links of a page. */

import { webAddress } from '#domain/identifiers';
import type { InterfaceLanguage } from '#domain/language';
import { restOf } from '#prose/basis';
import { sentencesOf } from './evidence.ts';
import type { Review } from './review.ts';
import { shortName } from './display.ts';
import { words } from './strings/index.ts';
import { file, page } from './urls.ts';

/** The language of a page, from the `lang` of its route. */
export const languageOf = (param: string | undefined): InterfaceLanguage => (param === 'zh' ? 'zh' : 'en');

/**
 * Turns an address in the prose into one that works: `/papers/x/` becomes that page in the reader's language and below
 * the base path. Other than that, only http(s) addresses and anchors become links. `param` is the `lang` of the route.
 */
export function proseAddress(address: string, param: string | undefined): string | undefined {
  if (address.startsWith('#')) return address;
  // Files exist once for all languages.
  if (/^\/[^/#?]+$(?<=.\.[a-z.]+)/u.test(address)) return file(address.slice(1));
  if (/^\/(?!\/)/u.test(address)) return page(languageOf(param), address.slice(1).replace(/^zh\//u, ''));
  return webAddress(address);
}

/** The `cite` of a quotation below the base path; it names the paper, not the page in one language. */
export const citeAddress = (cite: unknown): string | undefined =>
  typeof cite === 'string' ? cite.replace(/^\/(?!\/)/u, file('')) : undefined;

/**
 * The paper that a quotation's `cite` names, and whose words they are: the paper's, a translator's, or those of a
 * digest's publisher.
 */
export function quotedFrom(
  cite: unknown,
  review: Review,
  param: string | undefined,
): { id: string; name: string } | undefined {
  const rest = typeof cite === 'string' ? restOf(cite) : undefined;
  const paper = rest && review.paper.get(rest.paper);
  if (!paper) return undefined;
  const lang = languageOf(param);
  const t = words(lang);
  const name = shortName(paper, lang, t('common.noDate'));
  const sentence = rest.anchor === undefined ? undefined : sentencesOf(paper).get(rest.anchor);
  if (sentence?.in === 'digest') {
    const publisher = paper.digest?.publisher?.value ?? t('paper.digestPublisherUnknown');
    return { id: paper.id, name: t('theme.quotedDigest', { publisher, paper: name }) };
  }
  const translated = sentence && sentence.role !== 'original';
  return { id: paper.id, name: translated ? t('theme.quotedTranslation', { paper: name }) : name };
}
