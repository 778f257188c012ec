import { webAddress } from '#domain/identifiers';
import type { InterfaceLanguage } from '#domain/language';
import type { Review } from './review.ts';
import { shortName } from './say.ts';
import { words } from './strings/index.ts';
import { page } from './urls.ts';

const languageOf = (param: string | undefined): InterfaceLanguage => (param === 'zh' ? 'zh' : 'en');

/**
 * An address as the prose writes it, made to lead somewhere: `/papers/x/` is that page in the language that is being read
 * and under the site's base path; other than that only http(s) and anchors are links. `param` is the route's `lang`.
 */
export function proseAddress(address: string, param: string | undefined): string | undefined {
  if (address.startsWith('#')) return address;
  if (/^\/(?!\/)/u.test(address)) return page(languageOf(param), address.slice(1).replace(/^zh\//u, ''));
  return webAddress(address);
}

/** The paper that a quotation's `cite` names, and how it is named in running text. */
export function quotedFrom(
  cite: unknown,
  review: Review,
  param: string | undefined,
): { id: string; name: string } | undefined {
  const id = /^\/(?:zh\/)?papers\/([^/#]+)\//u.exec(String(cite ?? ''))?.[1];
  const paper = id === undefined ? undefined : review.paper.get(id);
  const lang = languageOf(param);
  return paper && { id: paper.id, name: shortName(paper, lang, words(lang)('common.noDate')) };
}
