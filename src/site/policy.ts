/**
 * What a built page may load and run, as the content of a `content-security-policy` element (CSP Level 3). Every script
 * and style is a file of the site, so no page needs the hash of one; the search pages, which hold some, add theirs.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // No text is run as code or loaded as a script, except addresses that src/client/trusted.ts has made.
  "require-trusted-types-for 'script'",
  'trusted-types site',
].join(';');
