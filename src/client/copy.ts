const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const kept = new Set(['I', 'B', 'SUB', 'SUP']);

/** A node's text as HTML with the inline marks that references have and nothing else. */
export function markup(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE)
    return (node.textContent ?? '').replace(/[&<>]/g, (char) => entities[char] ?? char);
  const inner = [...node.childNodes].map(markup).join('');
  const name = node.nodeName.toLowerCase();
  return kept.has(node.nodeName) ? `<${name}>${inner}</${name}>` : inner;
}

/** Copies text, and the same as HTML for programs that keep italics. False where the browser does not allow it. */
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

/** Single spaces, no line breaks: what a reference looks like once it is copied. */
export const oneLine = (node: Node): string => (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
