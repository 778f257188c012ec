/** Tells the languages of an abstract apart, and parts one in two scripts that a page prints as one. */

import { detectLanguage, shareOfHan } from '#domain/language';
import type { Block } from '../text/html.ts';
import { slice, trim } from '../text/traced.ts';
import { sameLanguage } from './state-titles.ts';

/** What is shorter may be a quotation or a name. */
const least = { han: 60, latin: 160 };

const isHan = (text: string): boolean => shareOfHan(text) > 0.3;
const isLong = (text: string): boolean => text.length >= (isHan(text) ? least.han : least.latin);

/** Where a paragraph goes on in the other script: at the end of the sentence beside which the scripts differ most. */
function borderIn(text: string): number | undefined {
  let most = 0.6;
  let border: number | undefined;
  for (const { 0: stop, index } of text.matchAll(/[.。!?！？]\s*(?=\p{Lu}|\p{Script=Han})/gu)) {
    const at = index + stop.length;
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const difference = Math.abs(shareOfHan(before.slice(-60)) - shareOfHan(after.slice(0, 60)));
    if (difference <= most || isHan(before) === isHan(after) || !isLong(before) || !isLong(after)) continue;
    most = difference;
    border = at;
  }
  return border;
}

/** The blocks of an abstract, those in one script together. */
export function inOneScript(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [];
  const pieces = blocks.flatMap((block) => {
    const at = block.text.length > least.han ? borderIn(block.text) : undefined;
    return at === undefined
      ? [block]
      : [
          { ...block, ...trim(slice(block, 0, at)) },
          { ...block, ...trim(slice(block, at)) },
        ];
  });
  for (const piece of pieces) {
    const last = parts.at(-1);
    const isOther = last?.some(({ text }) => isLong(text) && isHan(text) !== isHan(piece.text)) ?? false;
    if (!last || (isOther && isLong(piece.text))) parts.push([piece]);
    else last.push(piece);
  }
  return parts;
}

/** Whether a text is written in Hangul, by a third of it at least. */
export const isKorean = (text: string): boolean => (text.match(/\p{Script=Hangul}/gu)?.length ?? 0) > 0.3 * text.length;

/** Whether a paragraph is in another European language than the abstract so far, or in letters where that is Korean. */
export function isOtherTongue(blocks: readonly Block[], text: string): boolean {
  const [begun] = blocks;
  if (begun && text.length >= 60 && begun.text.length >= 60 && isKorean(begun.text) !== isKorean(text)) return true;
  if (text.length < 120) return false;
  const first = blocks.find((block) => block.text.length >= 120);
  return first !== undefined && !sameLanguage(detectLanguage(first.text), detectLanguage(text));
}
