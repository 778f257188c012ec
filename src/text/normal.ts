/** Unicode normalization in linear time. */

/** Unicode's Stream-Safe Text Format (UAX #15) allows 30 marks in a row. */
const markRun = /(\p{M}{30})\p{M}+/gu;

/**
 * A text in a normalization form. The platform sorts a run of marks in quadratic time, so marks after the thirtieth in
 * a row are removed: no word has so many.
 */
export const normalized = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string =>
  text.replace(markRun, '$1').normalize(form);
