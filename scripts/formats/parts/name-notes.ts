import { fold, Tracer, type Traced } from './traced.ts';

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

/** Without the ORCIDs and e-mail addresses that stand between names. */
export function withoutAddresses(line: Traced): Traced {
  const address =
    /\s?(?:ORCID(?:\siD)?:?\s?)?(?:https?:\/\/)?orcid\.org\/[\dX-]{19}|\s?[(（]?[\w.+-]{1,60}@[\w.-]{3,60}[)）]?|\s?(?:View|Show|See) all authors(?: and affiliations)?$/giu;
  if (!/orcid\.org|@|all authors/iu.test(line.text)) return line;
  const tracer = new Tracer();
  let from = 0;
  for (const match of line.text.matchAll(address)) {
    tracer.addSlice(line, from, match.index);
    from = match.index + match[0].length;
  }
  tracer.addSlice(line, from, line.text.length);
  return fold(tracer.done(line.pointer));
}
