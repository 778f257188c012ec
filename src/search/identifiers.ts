/** Reads identifiers, such as DOIs, in a text that a reader pasted into the search. */

import { normalized } from '#text/normal';
import { wholeTerm } from './terms.ts';

/**
 * An identifier of a paper, as the index has it: in small letters, without resolver and prefix; or an address of the
 * paper.
 */
export interface Identifier {
  kind: 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'url';
  value: string;
}

/** The term in the index for the paper with this identifier, and no other. */
export const identifierTerm = ({ kind, value }: Identifier): string => wholeTerm(`${kind}:${value.toLowerCase()}`);

/** An identifier in a pasted text, with the ways to read it, the likeliest first. */
export interface Pasted {
  readings: [Identifier, ...Identifier[]];
}

const stop = String.raw`\s"<>«»“”「」『』。，；、）】》`;
/** How many characters before or after an identifier in an address are read. */
const far = 200;
const doi = new RegExp(
  String.raw`(?:https?:\/\/[^${stop}]{0,${far}}?|(?<![\p{L}\p{N}])(?:dx\.)?doi(?:\.org\/|\s{0,3}[:：]?\s{0,3}))?(?<!\d)(10\.\d{4,9}\/[^${stop}]{1,${far}})`,
  'giu',
);

/** Identifiers other than DOIs, each in the forms that databases write; the group is the value. */
const others: readonly (readonly [Identifier['kind'], RegExp, prefix?: string])[] = [
  [
    'pmcid',
    /(?:https?:\/\/\S{0,200}?)?(?<![\p{L}\p{N}])(?:pmcid\s{0,3}[:：]?\s{0,3})?pmc\s?(\d{3,9})(?![\p{L}\p{N}])\S*/giu,
    'pmc',
  ],
  [
    'pmid',
    /https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/(?:\?term=)?(\d{1,8})\S*/giu,
  ],
  ['pmid', /https?:\/\/(?:www\.)?europepmc\.org\/(?:article|abstract)\/med\/(\d{1,8})\S*/giu],
  ['pmid', /(?<![\p{L}\p{N}])pmid\s{0,3}[:：#]?\s{0,3}(\d{1,8})(?!\d)/giu],
  ['pmid', /(?<!\d)(\d{1,8})\s{0,3}\[(?:pmid|uid)\]/giu],
  ['arxiv', /https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/([\w.-]{1,40}\d)\S*/giu],
  ['arxiv', /(?<![\p{L}\p{N}])arxiv\s{0,3}[:：]\s{0,3}([\w.-]{1,40}(?:\/\d{1,20})?)/giu],
];
/** Numbers that are identifiers where nothing else is asked for. Shorter ones are years and volumes. */
const alone: readonly (readonly [Identifier['kind'], RegExp])[] = [
  ['pmid', /^\d{5,8}$/u],
  ['arxiv', /^\d{4}\.\d{4,5}(?:v\d+)?$/u],
];

/**
 * The identifiers in a pasted text, in any form. `rest` is the text without them and their addresses. A number alone
 * may be an identifier or any other number (`isBare`).
 */
export function identifiersIn(text: string): { pasted: Pasted[]; rest: string; isBare: boolean } {
  const plain = decoded(normalized(text, 'NFKC'));
  const pasted: Pasted[] = [];
  let rest = plain.replace(doi, (whole, value: string, at: number) => {
    pasted.push({ readings: doiReadings(value, plain.slice(at + whole.length)) });
    return ' ';
  });
  for (const [kind, form, prefix = ''] of others)
    rest = rest.replace(form, (_, value: string) => {
      pasted.push({ readings: [{ kind, value: prefix + value }] });
      return ' ';
    });
  const only = rest.trim();
  const address = pasted.length === 0 ? addressOf(only) : undefined;
  if (address !== undefined)
    return { pasted: [{ readings: [{ kind: 'url', value: address }] }], rest: '', isBare: false };
  const bare = pasted.length === 0 ? alone.find(([, form]) => form.test(only)) : undefined;
  if (bare) pasted.push({ readings: [{ kind: bare[0], value: only.replace(/v\d+$/u, '') }] });
  return { pasted, rest, isBare: bare !== undefined };
}

/**
 * An address in the form for comparing: without scheme, `www.`, query and final slash; empty for a text that is not an
 * address.
 */
export function addressOf(text: string): string | undefined {
  if (!/^https?:\/\/\S+$/iu.test(text) || !URL.canParse(text)) return undefined;
  const { hostname, pathname } = new URL(text);
  return (hostname.replace(/^www\./u, '') + pathname).replace(/(?<!\/)\/+$/u, '').toLowerCase();
}

/** An address with its percent-encoding removed, where it is valid. */
const decoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/giu, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });

/** What publishers' addresses have after a DOI, before a query or a fragment. */
const behind =
  /(?:\/(?:full|abstract|abs|pdf|epdf|epub|html|summary|meta|fulltext|references|citations?)|\.(?:pdf|full|abstract|html?))$/iu;

/**
 * The ways to read a DOI: as it is; without what a sentence or an address may add after it; with the part after a line
 * break.
 */
function doiReadings(written: string, after: string): Pasted['readings'] {
  const readings: string[] = [];
  const add = (value: string) => {
    if (/\/./u.test(value) && !readings.includes(value)) readings.push(value);
  };
  let value = written;
  for (let steps = 0; steps < 8; steps++) {
    const bare = withoutClosing(value);
    add(bare);
    const asked = bare.search(/[?#&]/u);
    const shorter = asked < 0 ? bare.replace(behind, '') : bare.slice(0, asked);
    if (shorter === bare) break;
    value = shorter;
  }
  const [, more = ''] = /^\s+([^\s"<>]+)/u.exec(after) ?? [];
  if (/[./_-]$/u.test(written) && more) add(withoutClosing(written + more));
  const [first = written, ...others] = readings;
  const asDoi = (one: string): Identifier => ({ kind: 'doi', value: one });
  return [asDoi(first), ...others.map(asDoi)];
}

/** A text without the marks that end a sentence, and without closing brackets and quotes that were opened before it. */
function withoutClosing(text: string): string {
  let bare = text;
  for (;;) {
    const last = bare.at(-1) ?? '';
    const open = { ')': '(', ']': '[', '}': '{' }[last];
    const isClosing =
      open === undefined ? /[.,;:!?'’*_]/u.test(last) : bare.split(open).length <= bare.split(last).length - 1;
    if (!isClosing) return bare;
    bare = bare.slice(0, -1);
  }
}
