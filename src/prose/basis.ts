/** What a sentence of the reviewers' prose can rest on, and how its quotations, links and tags show that. */

import type { ElementContent } from 'hast';
import { z } from 'zod';
import { childrenOf, nameOf, propertyOf } from './tree.ts';

/**
 * What a sentence of the reviewers is: a paper's own words (`quotation`); a statement from named sentences of papers
 * (`evidence`); a statement that something does not exist (`absence`); the reviewers' inference, question or advice
 * (`reading`); a link to another page (`pointer`).
 */
export const bases = ['quotation', 'evidence', 'absence', 'reading', 'pointer'] as const;
export type Basis = (typeof bases)[number];

/**
 * A sentence of a paper that a reviewers' sentence rests on. Without an anchor it is the paper as a whole, its title
 * included.
 */
export interface Rest {
  paper: string;
  anchor?: string;
}

/** What an absence is checked against. Without concepts and words only a reader can check it. */
export const checkSchema = z.strictObject({
  /** Concepts that none of the papers has; a facet means all of its concepts. */
  of: z.array(z.string()),
  /** Words that are in no text of the papers; a final `*` means any ending. */
  words: z.array(z.string()),
  /** The papers, by id; empty for all papers of the review. */
  in: z.array(z.string()),
  /** Papers that are not checked. */
  except: z.array(z.string()),
});
export type AbsenceCheck = z.infer<typeof checkSchema>;

/**
 * Tags by which writers state the basis of sentences that do not show it. A tag contains one or more whole sentences.
 */
export const wrappers: Readonly<Record<string, { basis: Basis; attributes: readonly string[] }>> = {
  Absence: { basis: 'absence', attributes: ['of', 'words', 'in', 'except'] },
  Reading: { basis: 'reading', attributes: [] },
  Pointer: { basis: 'pointer', attributes: [] },
};

const paperAddress = /^\/(?:zh\/)?papers\/([^/#?]+)\/(?:#(.+))?$/u;

/** The sentence or paper that an address of the site leads to. */
export function restOf(address: string | undefined): Rest | undefined {
  const [, paper, anchor] = paperAddress.exec(address ?? '') ?? [];
  return paper === undefined ? undefined : { paper, ...(anchor ? { anchor } : {}) };
}

/** Where the quotations in some nodes come from, and where their links lead. */
export interface Found {
  quoted: Rest[];
  linked: Rest[];
}

export function restsIn(nodes: readonly ElementContent[], found: Found = { quoted: [], linked: [] }): Found {
  for (const node of nodes) {
    const name = nameOf(node);
    const quoted = name === 'q' || name === 'blockquote' ? restOf(propertyOf(node, 'cite')) : undefined;
    const linked = name === 'a' ? restOf(propertyOf(node, 'href')) : undefined;
    if (quoted) found.quoted.push(quoted);
    if (linked) found.linked.push(linked);
    restsIn(childrenOf(node), found);
  }
  return found;
}

/** Words that lead to a page and state nothing, between the links of a pointer. */
const leading = /^(?:see|also|and|or|more|in|on|the|参见|另见|见|和|与|及|以及|或)*$/iu;

/** The words of some nodes without those of links. */
const aroundLinks = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (nameOf(node) === 'a' ? '' : 'value' in node ? node.value : aroundLinks(childrenOf(node))))
    .join('');

/** The basis that a sentence shows by its quotations and links; `undefined` if the writer must name it. */
export function shownBasis(nodes: readonly ElementContent[], { quoted, linked }: Found): Basis | undefined {
  if (quoted.length > 0) return 'quotation';
  if (linked.some(({ anchor }) => anchor !== undefined)) return 'evidence';
  const links = nodes.some(function isLink(node): boolean {
    return nameOf(node) === 'a' || childrenOf(node).some(isLink);
  });
  return links && leading.test(aroundLinks(nodes).replace(/[^\p{L}\p{N}]/gu, '')) ? 'pointer' : undefined;
}

const list = (text: string | undefined, by: RegExp): string[] =>
  (text ?? '').split(by).flatMap((item) => item.trim() || []);

/** The check in the attributes of an `<Absence>`. */
export const checkOf = (attributes: Readonly<Record<string, string>>): AbsenceCheck => ({
  of: list(attributes['of'], /[\s,]+/u),
  words: list(attributes['words'], /[,，、]/u),
  in: list(attributes['in'], /[\s,]+/u),
  except: list(attributes['except'], /[\s,]+/u),
});
