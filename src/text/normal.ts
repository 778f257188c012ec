/** Unicode's Stream-Safe Text Format (UAX #15) has no more marks in a row. */
const tower = /(\p{M}{30})\p{M}+/gu;

/**
 * A text in a normalization form. The platform puts a run of marks in order in time that grows with its square, so of more
 * than thirty the rest is left out: no word has them.
 */
export const normalized = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string =>
  text.replace(tower, '$1').normalize(form);
