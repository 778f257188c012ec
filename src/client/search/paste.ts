/** Handles text that is pasted into the search field. */

import { withoutBreaks } from '#search/words';

/**
 * Joins pasted lines with spaces, because a field would join their words; a word broken at the end of a line is mended.
 */
export function pasteLines(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const field = event.currentTarget;
  if (!/[\r\n]/u.test(text) || !(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.setRangeText(
    withoutBreaks(text).trim(),
    field.selectionStart ?? field.value.length,
    field.selectionEnd ?? field.value.length,
    'end',
  );
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
