import { withoutBreaks } from '#search/words';

/** Lines that are pasted become one, for a field would run their words together; a word broken at a line's end is mended. */
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
