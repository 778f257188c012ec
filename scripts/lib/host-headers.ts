/**
 * The headers that a site's `_headers` gives every path: the block of `/*`, in the format of Netlify and Cloudflare Pages.
 * So our own server says what a host that reads the file says, and every test in a browser runs under it.
 */
export function headersForAll(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  let path = '';
  for (const line of text.split(/\r?\n/u)) {
    if (/^\//u.test(line)) path = line.trim();
    const [, name, value] = /^\s+([\w-]+):\s*(\S.*)$/u.exec(line) ?? [];
    if (path === '/*' && name && value) headers[name] = value.trim();
  }
  return headers;
}
