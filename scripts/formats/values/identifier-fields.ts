import { isIssn, webAddress } from '#domain/identifiers';
import { find, slice, type Traced } from '../text/traced.ts';

/** A DOI at the beginning of what is left of a value once resolver and prefix word are gone. */
const doiPrefix = /^\s*(?:(?:https?:\/\/)?(?:dx\.)?(?:www\.)?doi\.org\/|doi\s*[:=]?\s*|urn:doi:|info:doi\/)+/iu;

/**
 * The DOI that a value holds, as written. `whole` values are a DOI field's own: they may hold `<`, `>` and `;` (SICI);
 * in other text a DOI ends at those.
 */
export function readDoi(p: Traced, whole: boolean): { value: string; passage: Traced } | undefined {
  const prefix = doiPrefix.exec(p.text)?.[0] ?? '';
  const isLink = /^\s*https?:/iu.test(p.text);
  const rest = slice(p, prefix.length, p.text.length);
  const found = find(rest, whole ? /^10\.\d{4,9}\/[^\s\p{C}]+/u : /10\.\d{4,9}\/[^\s\p{C}"<>;,\]}]+/u);
  if (!found) return undefined;
  const plain = found.text.replace(/\[(?:doi|pii)\]$/iu, '').replace(/(?<![.,;])[.,;]+$/u, '');
  const passage = slice(found, 0, withoutUnopened(plain).length);
  let value = passage.text;
  if (isLink && /%[0-9a-f]{2}/iu.test(value)) {
    try {
      value = decodeURIComponent(value);
    } catch {
      // Not percent-encoded after all: as written.
    }
  }
  return /^10\.\d{4,9}\/[^\s\p{C}]+$/u.test(value) ? { value, passage } : undefined;
}

/** A bracket at the end that nothing opened closes the text around the DOI. */
function withoutUnopened(text: string): string {
  const count = (sign: string): number => text.split(sign).length - 1;
  const surplus = new Map([
    [')', count(')') - count('(')],
    [']', count(']') - count('[')],
  ]);
  let end = text.length;
  for (let left = surplus.get(text[end - 1] ?? ''); left !== undefined && left > 0;) {
    surplus.set(text[--end] ?? '', left - 1);
    left = surplus.get(text[end - 1] ?? '');
  }
  return text.slice(0, end);
}

/** Every valid ISSN that a value holds; an ISBN holds none. */
export function readIssns(p: Traced): { value: string; passage: Traced }[] {
  const found: { value: string; passage: Traced }[] = [];
  for (const match of p.text.slice(0, 500).matchAll(/(?<![\dX])(?<!\d-)(\d{4})-?(\d{3}[\dX])(?![\dX-])/giu)) {
    const value = `${match[1]}-${match[2]?.toUpperCase()}`;
    if (isIssn(value)) found.push({ value, passage: slice(p, match.index, match.index + match[0].length) });
  }
  return found;
}

export const readPmid = (p: Traced): Traced | undefined =>
  find(
    p,
    /^\s*(?:(?:pmid|pubmed(?: id)?)\s*(?:[:=#]\s*)?|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?([1-9]\d{0,8})(?!\d|[-./]\d)/iu,
  );

export function readPmcid(p: Traced): { value: string; passage: Traced } | undefined {
  const passage = find(p, /(?<![a-z])(pmc\d{1,9})(?!\d)/iu);
  const value = passage?.text.toUpperCase();
  return passage && value && /^PMC[1-9]/u.test(value) ? { value, passage } : undefined;
}

/** The first http(s) address of a value. */
export function readUrl(p: Traced): { value: string; passage: Traced } | undefined {
  const passage = find(p, /https?:\/\/[^\s<>"]+/iu);
  if (!passage) return undefined;
  const value = webAddress(passage.text);
  return value ? { value: passage.text, passage } : undefined;
}

export const isDoiLink = (text: string): boolean => /^\s*(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/10\./iu.test(text);
