/**
 * The headers that `_headers` of a site gives every path: the block of `/*`, in the format of Netlify and Cloudflare
 * Pages. So our own server sends what such a host sends, and every browser test runs under these headers.
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
