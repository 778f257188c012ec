/** Where a server listens, which host names it answers to, and under which address a site is served. */

import { isIP } from 'node:net';
import type { Notice } from '#domain/notice';
import { originSchema } from '#domain/site';

/** Where a server listens, and by which names it may be asked. */
export interface Address {
  /** A name or an IP address of this machine; an IPv6 address without brackets. */
  host: string;
  port: number;
  /** Further names that are allowed, beside those of this machine; `.example.org` means every name below it too. */
  allowed: readonly string[];
}

const wrong = (file: string, rule: string, seen: string, expected: string, remedy: string): Notice => ({
  severity: 'error',
  rule,
  place: { file },
  seen,
  expected,
  remedy,
});

/**
 * Reads `HOST`, `PORT` and `ALLOWED_HOSTS` from the environment; 127.0.0.1 and 4321 where they are absent or empty. A
 * variable without a value never opens the server to other machines.
 */
export function readAddress(environment: NodeJS.ProcessEnv = process.env): Address | Notice {
  const stated = (name: string): string => environment[name]?.trim() ?? '';
  const port = stated('PORT') || '4321';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return wrong('PORT', 'port-invalid', port, 'a number from 1 to 65535, or 0 for any that is free', 'PORT=4322');
  const host = stated('HOST').replace(/^\[(.*)\]$/, '$1') || '127.0.0.1';
  if (!isIP(host) && !/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host))
    return wrong('HOST', 'host-invalid', host, 'a name or an IP address of this machine', 'HOST=127.0.0.1');
  const allowed = stated('ALLOWED_HOSTS')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const unfit = allowed.find((name) => !/^\.?[a-z\d]([a-z\d.-]*[a-z\d])?$/.test(name));
  if (unfit !== undefined)
    return wrong(
      'ALLOWED_HOSTS',
      'host-invalid',
      unfit,
      'names without scheme and port, separated by commas; .example.org for all names below it',
      'ALLOWED_HOSTS=review.example.org',
    );
  return { host, port: Number(port), allowed };
}

/** Whether other machines can reach an address. */
export const isOpen = ({ host }: Pick<Address, 'host'>): boolean => !/^(localhost|127\.[\d.]+|::1)$/i.test(host);

/**
 * Whether the `Host` of a request is a name of this server. A page of another site can point its own name at 127.0.0.1
 * and read what listens there ("DNS rebinding"); the browser then still sends that name. IP addresses and localhost
 * cannot be pointed elsewhere, and a request without the header does not come from a browser. The rule is that of
 * Vite's `server.allowedHosts`, so both servers of the project accept the same names.
 */
export function isAllowedHost(
  header: string | undefined,
  { host, allowed }: Pick<Address, 'host' | 'allowed'>,
): boolean {
  if (header === undefined) return true;
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(header.trim().toLowerCase()) ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6;
  if (!plain) return false;
  if (isIP(plain) || plain === 'localhost' || plain.endsWith('.localhost') || plain === host.toLowerCase()) return true;
  return allowed.some((name) =>
    name.startsWith('.') ? plain === name.slice(1) || plain.endsWith(name) : plain === name,
  );
}

/** Reads the base path of `--base` and gives it slashes at both ends: `repo`, `/repo` and `/repo/` mean the same. */
export function readBase(text: string): string | Notice {
  const parts = text.split('/');
  // A slash at each end is optional; a part between two slashes must not be empty.
  const inner = parts.slice(parts[0] === '' ? 1 : 0, parts.at(-1) === '' ? -1 : undefined);
  if (inner.every((part) => /^[\w.~-]+$/.test(part) && !/^\.+$/.test(part))) return `/${[...inner, ''].join('/')}`;
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  return wrong(
    '--base',
    'base-not-a-path',
    text,
    'only the path that the site is served under, such as /repo/: letters a to z, digits, - . _ ~ between slashes',
    url ? `--site ${url.origin} --base ${url.pathname}` : 'write only the path: --base /repo/',
  );
}

/** Reads the origin of the public site from `--site`; without a slash at its end. */
export function readOrigin(text: string): string | Notice {
  const { success, data } = originSchema.safeParse(text);
  if (success) return new URL(data).origin;
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  return wrong(
    '--site',
    'site-not-an-origin',
    text,
    'only scheme and host of the public site, such as https://example.org',
    url && url.pathname !== '/'
      ? `give the path as the base: --site ${url.origin} --base ${url.pathname.replace(/(?<!\/)\/*$/, '/')}`
      : `--site ${url?.origin ?? 'https://example.org'}`,
  );
}
