/** Checks of security: pages load nothing from other hosts, and each has a strict Content-Security-Policy. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '../check.ts';
import { targetOf } from '../site.ts';

export const security: readonly Check[] = [
  {
    rule: 'other-host-asked',
    severity: 'error',
    expected: 'no page loads anything from another host',
    remedy: 'put the file into public/ or src/, or leave it out',
    *find(site) {
      for (const { file, resources } of site.pages.values())
        for (const { address } of resources) {
          const target = targetOf(site, file, address);
          if (target.kind === 'outside') yield { file, seen: `loads ${address.slice(0, 200)}` };
        }
    },
  },
  {
    rule: 'resource-missing',
    severity: 'error',
    expected: 'every script, style and picture that a page loads is a file of the site',
    remedy: 'import it, or make its address with src/site/urls.ts',
    *find(site) {
      for (const { file, resources } of site.pages.values())
        for (const { address } of resources) {
          const target = targetOf(site, file, address);
          const missing = target.kind === 'inside' ? !site.files.has(target.file) : target.kind === 'off-base';
          if (missing) yield { file, seen: `loads ${address.slice(0, 200)}, which does not exist` };
        }
    },
  },
  {
    rule: 'policy-missing',
    severity: 'error',
    expected: "a Content-Security-Policy in the page's head",
    remedy: 'add what `src/site/policy.ts` says to its head',
    *find({ pages }) {
      for (const { file, policy, redirect } of pages.values())
        if (!policy && !redirect) yield { file, seen: 'no policy' };
    },
  },
  {
    rule: 'policy-weak',
    severity: 'error',
    expected:
      "default-src 'self' or 'none', no host, 'unsafe-inline' or 'unsafe-eval' anywhere, trusted types from one policy only",
    remedy: 'give the hash of what must run, or move it into a file',
    *find({ pages }) {
      for (const { file, policy } of pages.values()) {
        if (!policy) continue;
        const directives = readPolicy(policy);
        if (!/^'(self|none)'$/.test((directives.get('default-src') ?? []).join(' ')))
          yield { file, seen: 'default-src is open' };
        if (directives.get('require-trusted-types-for')?.join() !== "'script'")
          yield { file, seen: 'text may be run as code' };
        if (directives.get('trusted-types')?.join() !== 'site')
          yield { file, seen: 'any script may make a text trusted' };
        for (const [directive, sources] of directives)
          for (const source of /trusted-types/.test(directive) ? [] : sources)
            if (!/^('self'|'none'|data:|blob:|'sha(256|384|512)-[\w+/=]+')$/.test(source))
              yield { file, seen: `${directive} allows ${source}` };
      }
    },
  },
  {
    rule: 'inline-code-refused',
    severity: 'error',
    expected:
      'inline scripts and styles whose hash the policy names, no event handlers, no javascript: addresses, no style attributes',
    remedy: 'move it to src/client or a stylesheet',
    *find({ pages }) {
      for (const { file, policy, inlineScripts, inlineStyles, handlers, styleAttributes } of pages.values()) {
        const directives = readPolicy(policy ?? '');
        const named = (directive: string) => new Set(directives.get(directive) ?? directives.get('default-src'));
        for (const { hash } of inlineScripts)
          if (!named('script-src').has(`'${hash}'`)) yield { file, seen: `an inline script (${hash})` };
        for (const { hash } of inlineStyles)
          if (!named('style-src').has(`'${hash}'`)) yield { file, seen: `an inline style (${hash})` };
        for (const handler of handlers) yield { file, seen: handler };
        if (styleAttributes > 0) yield { file, seen: `${styleAttributes} style attributes` };
      }
    },
  },
  {
    rule: 'schemas-in-browser',
    severity: 'error',
    expected: 'no schema library (zod) in scripts of pages: the build has checked the data that browsers read',
    remedy: 'import only types, or keep src/site/schemas.ts among the plugins of astro.config.mjs',
    async *find(site) {
      for (const file of site.files.keys()) {
        if (!/\.m?js$/.test(file)) continue;
        // The name that zod gives each of its classes, which bundlers do not change.
        const seen = /\bZod(String|Object|Type|Error)\b/.exec(await readFile(join(site.folder, file), 'utf8'))?.[0];
        if (seen) yield { file, seen };
      }
    },
  },
  {
    rule: 'source-page-indexed',
    severity: 'error',
    expected: 'robots noindex on every source page: its text is other sites’ furniture too',
    remedy: 'pass noindex to the layout',
    *find({ pages }) {
      for (const { file, noindex, redirect } of pages.values())
        if (/(^|\/)source\/index\.html$/.test(file) && !noindex && !redirect) yield { file, seen: 'no noindex' };
    },
  },
];

const readPolicy = (policy: string): Map<string, string[]> =>
  new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  );
