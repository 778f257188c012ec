/** Makes the addresses of scripts that the security policy of the pages accepts. */

import { file } from '../site/urls.ts';

/**
 * A part of Trusted Types (W3C) that TypeScript's types of the DOM lack: a trusted address is accepted where a text is.
 */
declare const trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL(address: string): string },
      ): { createScriptURL(address: string): string };
    }
  | undefined;

/** The address of this site; other sites may share its origin. */
const home = new URL(file(''), location.href).href;

const rules = {
  createScriptURL(address: string): string {
    const { href } = new URL(address, location.href);
    if (!href.startsWith(home)) throw new TypeError(`${address} is not a script of this site`);
    return href;
  },
};

const policy = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('site', rules);

/**
 * The address of a script of this site, for a worker. The security policy of every page refuses plain text where a
 * browser would load or run code, and accepts addresses from this one maker only (`trusted-types` in astro.config.mjs).
 */
export const trustedScript = (path: string): string => policy.createScriptURL(path);
