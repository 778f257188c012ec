import { webAddress } from '#domain/identifiers';
import type { InterfaceLanguage } from '#domain/language';
import { restOf } from '#prose/basis';
import { sentencesOf } from './evidence.ts';
import type { Review } from './review.ts';
import { shortName } from './say.ts';
import { words } from './strings/index.ts';
import { file, page } from './urls.ts';

/** The language of a page by its route's `lang`. */
export const languageOf = (param: string | undefined): InterfaceLanguage => (param === 'zh' ? 'zh' : 'en');

/**
 * An address as the prose writes it, made to lead somewhere: `/papers/x/` is that page in the language that is being read
 * and under the site's base path; other than that only http(s) and anchors are links. `param` is the route's `lang`.
 */
export function proseAddress(address: string, param: string | undefined): string | undefined {
  if (address.startsWith('#')) return address;
  // Files are not doubled by language.
  if (/^\/[^/#?]+$(?<=.\.[a-z.]+)/u.test(address)) return file(address.slice(1));
  if (/^\/(?!\/)/u.test(address)) return page(languageOf(param), address.slice(1).replace(/^zh\//u, ''));
  return webAddress(address);
}

/** The `cite` of a quotation, under the site's base path; it names the paper, not a language's page of it. */
export const citeAddress = (cite: unknown): string | undefined =>
  typeof cite === 'string' ? cite.replace(/^\/(?!\/)/u, file('')) : undefined;

/**
 * The paper that a quotation's `cite` names, and whose words they are: the paper's, a translation's, or those of the
 * publisher of a digest.
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
