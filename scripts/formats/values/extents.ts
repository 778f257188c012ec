/** Reads an article's extent: a range of pages, or the number that it has instead. */

/** An extent as a source states it. */
export interface Extent {
  pages?: string;
  articleNumber?: string;
  /** `page-range-completed` where the source shortens the last page: 417-23 is 417-423. */
  derived?: string;
}

/** Databases' ways to say that they know no page. */
export const noPages =
  /^(?:no|specified|no[-\s]?pagination(?:[-\s]?specified)?|no-specified|n\.?p\.?|n\/?a|[-–—.?]+|0+(?:\s?[-–]\s?0+)?|[（(]?不详[)）]?|(?:(?:publish(?:ed)?|epub|online)[-\s])?ahead[-\s]of[-\s]print|advance online publication|online first|in press|forthcoming|\d{1,5}\s?(?:p|pp|pages|leaves|页)\.?|\d{1,5}\s(?:s|bl)\.?)$/iu;

/**
 * A publisher's item identifier, as Elsevier and Web of Science write it: it is neither a page nor an article's
 * number.
 */
export const isPii = (text: string): boolean =>
  /^(?:pii:?\s?)?[SB]?X?\d{4}-?\d{3}[\dX]\s?\(\d\d\)\s?\d{5}-?[\dX]$/iu.test(text.trim());

/** `e17204`, `CD011849`, `102469`: letters before a number, or more digits than a volume has pages. */
export const looksLikeArticleNumber = (text: string): boolean =>
  /^(?:e\d+|[A-Z]{2,6}\d{4,}|\d{5,}|art(?:icle|n)?\.?\s*(?:(?:no\.?|id)\s*)?[^\s\d]*\d\S*)$/iu.test(text);

/** The last page as the first one writes it: 417-23 -> 423, S12-9 -> S19, 1453-4 -> 1454. */
function complete(first: string, last: string): string {
  const head = /^(\D*)(\d+)$/u.exec(first);
  const tail = /^(\D*)(\d+)$/u.exec(last);
  if (!head || !tail) return last;
  const [, prefix = '', digits = ''] = head;
  const [, ownPrefix = '', short = ''] = tail;
  if (ownPrefix && ownPrefix !== prefix) return last;
  if (short.length >= digits.length) return last;
  const whole = digits.slice(0, digits.length - short.length) + short;
  return Number(whole) >= Number(digits) ? prefix + whole : last;
}

/** Reads `359-376`, `417-23`, `e17204`, `S12–S20`, `253--258`; what states no page gives nothing. */
export function readExtent(text: string): Extent {
  const plain = text
    .trim()
    .replace(/^(?:pii\b|pp?\.?|pages?|页码?)\s*(?:[:：]\s*)?(?=[^\s\d]*\d)/iu, '')
    .replace(/[.;,‐–—-]$/u, '')
    .replace(/\s(?:à|to|bis)\s|(?<=\d)\s\/\s(?=\d)/u, '-');
  if (!plain || plain.length > 60 || noPages.test(plain) || isPii(plain)) return {};
  const range = /^([^\s\-‐‑‒–—―−－~～,;]+)\s*[-‐‑‒–—―−－~～]+\s*([^\s\-‐‑‒–—―−－~～,;]+)$/u.exec(plain);
  if (range) {
    const [, first = '', last = ''] = range;
    if (!/\d|^[ivxlcdm]+$/iu.test(first)) return {};
    const whole = complete(first, last);
    if (whole === first) return readExtent(first);
    return { pages: `${first}-${whole}`, ...(whole === last ? {} : { derived: 'page-range-completed' }) };
  }
  if (looksLikeArticleNumber(plain))
    return { articleNumber: plain.replace(/^art(?:icle|n)?\.?\s*(?:(?:no\.?|id)\s*)?/iu, '') };
  if (!/\d|^[ivxlcdm]+$/iu.test(plain)) return {};
  return { pages: plain.replace(/(?:(?<!\s)\s+)?[‐‑‒–—―−－]\s*/gu, '-') };
}
