/** Takes off what is written between names: addresses, identifiers, degrees, full forms. */

import { fold, Tracer, type Traced } from '../text/traced.ts';

/** "Kim, SH (Kim, Seung-hyun) [2]": the name in full, where each is given so. */
export function fullNames(line: Traced): Traced {
  const both = /(\p{Lu}[^,;()]{0,40}, ?(?:\p{Lu}[.-]?){1,4}) \((\p{Lu}[^,;()]{0,40}, ?\p{Lu}[^,;()]{1,40})\)/gu;
  const found = [...line.text.matchAll(both)];
  if (found.length === 0) return line;
  const tracer = new Tracer();
  let from = 0;
  for (const match of found) {
    const [all, short = '', full = ''] = match;
    tracer.addSlice(line, from, match.index);
    const start = match.index + short.length + 2;
    tracer.addSlice(line, start, start + full.length);
    from = match.index + all.length;
  }
  tracer.addSlice(line, from, line.text.length);
  return fold(tracer.done(line.pointer));
}

/** "簡瑋婷(Wei-Ting Chien)": the name without its spelling in Latin letters. */
export function withoutLatinNames(line: Traced): Traced {
  const tracer = new Tracer();
  let from = 0;
  for (const match of line.text.matchAll(/(?<=\p{Script=Han})\s?[(（]\p{Lu}[\p{Script=Latin}\s,.'’-]{2,40}[)）]/gu)) {
    tracer.addSlice(line, from, match.index);
    from = match.index + match[0].length;
  }
  if (from === 0) return line;
  tracer.addSlice(line, from, line.text.length);
  return fold(tracer.done(line.pointer));
}

/** Without the ORCIDs and e-mail addresses between names. */
export function withoutAddresses(line: Traced): Traced {
  const address =
    /,?\s?corresponding author(?=\d|,|\s\p{Lu}|$)|\s?(?:ORCID(?:\siD)?:?\s?)?(?:https?:\/\/)?orcid\.org\/[\dX-]{19}|\s?[(（]?(?<![\w.+-])[\w.+-]{1,60}@[\w.-]{3,60}[)）]?|\s?(?:…|\.\.\.)?\s?(?:View|Show|See) all authors(?: and affiliations)?$/giu;
  if (!/orcid\.org|@|all authors|corresponding author/iu.test(line.text)) return line;
  const tracer = new Tracer();
  let from = 0;
  for (const match of line.text.matchAll(address)) {
    tracer.addSlice(line, from, match.index);
    from = match.index + match[0].length;
  }
  tracer.addSlice(line, from, line.text.length);
  return fold(tracer.done(line.pointer));
}

const circled = '①②③④⑤⑥⑦⑧⑨';

/**
 * The same text with its fullwidth letters and digits, its circled and its raised digits plain: each becomes one character, so
 * every character keeps its place.
 */
export function plainForms(line: Traced): Traced {
  if (!/[\uff01-\uff5e①-⑨¹²³⁰⁴-⁹\u3000]/u.test(line.text)) return line;
  const text = line.text.replace(/[\uff21-\uff3a\uff41-\uff5a\uff10-\uff19\uff0a\uff0e①-⑨¹²³⁰⁴-⁹\u3000]/gu, (one) => {
    const at = circled.indexOf(one);
    return at >= 0 ? String(at + 1) : one.normalize('NFKC');
  });
  return { ...line, text };
}

/** Degrees with which a row of names has others: two capitals that would be initials elsewhere. */
const shortDegree =
  /(?=,?\s[MBD])(?<=\p{Ll}\S*\s\p{Lu}\S*\p{Ll}),?\s(?:M\.?D|M\.?A|M\.?S|B\.?A|D\.?O|M\.?N|B\.?S)\.?(?=\s*(?:[,;\d*…]|and\s|$))/gu;

/**
 * "Ana Berg MD, PhD, Bo Dahl MA": without the short degrees, where the row also has degrees that cannot be initials.
 */
export function withoutShortDegrees(line: Traced): Traced {
  if (!/\b(?:Ph\.?D|MSc|MPH|PsyD|DClinPsy|BSc|MBBS|DNP|RN|DPhil|EdD)\b/u.test(line.text)) return line;
  const tracer = new Tracer();
  let from = 0;
  for (const match of line.text.matchAll(shortDegree)) {
    tracer.addSlice(line, from, match.index);
    from = match.index + match[0].length;
  }
  if (from === 0) return line;
  tracer.addSlice(line, from, line.text.length);
  return fold(tracer.done(line.pointer));
}
