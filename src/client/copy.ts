/** Copies text to the clipboard, with italics where they matter. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const kept = new Set(['I', 'B', 'SUB', 'SUP']);

/** The text of a node as HTML that has only the inline marks of references. */
export function markup(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE)
    return (node.textContent ?? '').replace(/[&<>]/g, (char) => entities[char] ?? char);
  const inner = [...node.childNodes].map(markup).join('');
  const name = node.nodeName.toLowerCase();
  return kept.has(node.nodeName) ? `<${name}>${inner}</${name}>` : inner;
}

/**
 * Copies text, and the same text as HTML for programs that keep italics. Returns false where the browser does not allow
 * it.
 */
export async function copy(text: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);
    return true;
  } catch {
    return false;
  }
}

/** The text of a node on one line with single spaces, for copying. */
export const oneLine = (node: Node): string => (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
