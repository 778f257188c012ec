/** Identifiers: DOI, PMID, PMCID, arXiv, ISSN, ISBN, and web addresses that are safe to link. */

import { z } from 'zod';

/**
 * A DOI as written, without resolver and prefix. Case does not matter when two are compared (DOI Handbook §2.2): use
 * `doiKey`. A name with `.` or `..` between slashes does not count: it is an attack or a broken address, and could
 * lead out of a folder when it becomes the name of a file.
 */
export const doiSchema = z
  .string()
  .regex(/^10\.\d{4,9}\/(?!(?:[^\s\p{C}]*\/)?\.{1,2}(?:\/|$))[^\s\p{C}]+$/u, 'a DOI, as in 10.1000/182');
export const isDoi = (text: string): boolean => doiSchema.safeParse(text).success;
/** The form in which DOIs are compared. */
export const doiKey = (doi: string): string => doi.toLowerCase();
/** A PubMed number, without leading zeros. */
export const pmidSchema = z.string().regex(/^[1-9]\d{0,8}$/, 'the number of PubMed, only digits');
/** A PubMed Central number with its letters: `PMC7442952`. */
export const pmcidSchema = z.string().regex(/^PMC[1-9]\d{0,8}$/, 'PMC and digits, as in PMC1234567');
/** An ISSN with its hyphen; the check character is verified (ISO 3297). */
export const issnSchema = z.string().refine(isIssn, 'an ISSN, as in 1234-567X, with a valid check character');
/** ISBN-13 or ISBN-10 without its hyphens; the check digit is verified (ISO 2108). */
export const isbnSchema = z.string().refine(isIsbn, 'an ISBN, as in 9780306406157, with a valid check digit');
/** An entry in a register of protocols or trials, such as PROSPERO's `CRD42021268273`. */
export const registrationSchema = z.strictObject({ registry: z.string().min(1), id: z.string().min(1) });
export type Registration = z.infer<typeof registrationSchema>;

/** ISO 3297 Annex A: the weighted sum, weights 8 to 1, is divisible by 11. */
export function isIssn(text: string): boolean {
  if (!/^\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const digits = text.replace('-', '');
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += (digits[i] === 'X' ? 10 : Number(digits[i])) * (8 - i);
  return sum % 11 === 0;
}

/** ISO 2108 Annex C: weights 1 and 3 modulo 10; of ten digits, weights 10 to 1 modulo 11. */
export function isIsbn(text: string): boolean {
  const digits = Array.from(text, (sign) => (sign === 'X' ? 10 : Number(sign)));
  if (/^97[89]\d{10}$/.test(text)) return digits.reduce((sum, d, i) => sum + d * (i % 2 ? 3 : 1), 0) % 10 === 0;
  return /^(?!0+$)\d{9}[\dX]$/.test(text) && digits.reduce((sum, d, i) => sum + d * (10 - i), 0) % 11 === 0;
}

/** Addresses on the web for identifiers; every part is percent-encoded. */
export const doiUrl = (doi: string): string => `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
export const pmidUrl = (pmid: string): string => `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
export const pmcidUrl = (pmcid: string): string => `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`;

/** An http(s) address without user name and password. Anything else gives `undefined` and never becomes a link. */
export function webAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username || url.password ? undefined : url.href;
}

/** An address as a person states it: one that can become a link. */
export const addressSchema = z
  .string()
  .refine((text) => webAddress(text) !== undefined, 'an address that begins with https:// or http://');
