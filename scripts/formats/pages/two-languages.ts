/** Parts an abstract in two scripts that a page prints as one: Chinese, and the same again in Latin letters. */

import { shareOfHan } from '#domain/language';
import type { Block } from '../text/html.ts';
import { slice, trim } from '../text/traced.ts';

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
