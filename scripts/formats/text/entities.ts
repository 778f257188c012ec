/** Replaces character references of HTML and XML by the characters that they mean. */

import { rewrite, type Traced } from './traced.ts';

/** The character references of HTML that bibliographic values hold, with the five of XML. */
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘',
  rsquo: '’', ldquo: '“', rdquo: '”', copy: '©', reg: '®', trade: '™', deg: '°', plusmn: '±', times: '×', middot: '·',
  micro: 'µ', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', eta: 'η', kappa: 'κ', lambda: 'λ', mu: 'μ', chi: 'χ',
  sigma: 'σ', omega: 'ω', le: '≤', ge: '≥', ne: '≠', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü',
  szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', aacute: 'á', acirc: 'â', aring: 'å', atilde: 'ã',
  ccedil: 'ç', iacute: 'í', ntilde: 'ñ', oacute: 'ó', ocirc: 'ô', otilde: 'õ', oslash: 'ø', uacute: 'ú', aelig: 'æ',
}; // prettier-ignore

/** The character that a reference such as `&#x2013;` or `&lt;` means; `undefined` if it means none. */
export function referencedCharacter(reference: string): string | undefined {
  const body = reference.slice(1, -1);
  if (body.startsWith('#')) {
    const code = /^#x/iu.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return valid ? String.fromCodePoint(code) : undefined;
  }
  return Object.hasOwn(named, body) ? named[body] : undefined;
}

export const decodeEntities = (p: Traced): Traced =>
  p.text.includes('&')
    ? rewrite(p, /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu, ([text]) => referencedCharacter(text))
    : p;
