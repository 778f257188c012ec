import { file } from '../site/urls.ts';

/** What TypeScript's own types of the DOM do not know yet (W3C, Trusted Types): a trusted address is taken where a text is. */
declare const trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL(address: string): string },
      ): { createScriptURL(address: string): string };
    }
  | undefined;

/** The site itself: others may share its origin. */
const home = new URL(file(''), location.origin).href;

const rules = {
  createScriptURL(address: string): string {
    const { href } = new URL(address, location.href);
    if (!href.startsWith(home)) throw new TypeError(`${address} is no script of this site`);
    return href;
  },
};

const policy = typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('site', rules);

/**
 * The address of a script of this site, for a worker. The policy of every page takes no plain text where a browser would
 * load or run code, and knows this one maker of addresses alone (`trusted-types` in astro.config.mjs).
 */
export const trustedScript = (path: string): string => policy.createScriptURL(path);
