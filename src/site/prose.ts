import { webAddress } from '#domain/identifiers';
import type { InterfaceLanguage } from '#domain/language';
import type { Abstract, Digest } from '#domain/paper';
import type { Review } from './review.ts';
import { shortName } from './say.ts';
import { words } from './strings/index.ts';
import { file, page } from './urls.ts';

const languageOf = (param: string | undefined): InterfaceLanguage => (param === 'zh' ? 'zh' : 'en');

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

const holds = (text: Abstract | Digest | undefined, anchor: string): boolean =>
  text?.sections.some(({ blocks }) =>
    blocks.some(({ sentences }) => sentences.some((sentence) => sentence.anchor === anchor)),
  ) ?? false;

/**
 * The paper that a quotation's `cite` names, and whose words they are: the paper's, a translation's, or those of the
 * publisher of a digest.
 */
export function quotedFrom(
  cite: unknown,
  review: Review,
  param: string | undefined,
): { id: string; name: string } | undefined {
  const [, id, anchor = ''] =
    /^\/(?:zh\/)?papers\/([^/#]+)\/(?:#(.+))?/u.exec(typeof cite === 'string' ? cite : '') ?? [];
  const paper = id === undefined ? undefined : review.paper.get(id);
  if (!paper) return undefined;
  const lang = languageOf(param);
  const t = words(lang);
  const name = shortName(paper, lang, t('common.noDate'));
  if (holds(paper.digest, anchor)) {
    const publisher = paper.digest?.publisher?.value ?? t('paper.digestPublisherUnknown');
    return { id: paper.id, name: t('theme.quotedDigest', { publisher, paper: name }) };
  }
  const translated = paper.abstracts.some((abstract) => abstract.role !== 'original' && holds(abstract, anchor));
  return { id: paper.id, name: translated ? t('theme.quotedTranslation', { paper: name }) : name };
}
