import type axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
    /** Set by the scripts in tests/fixtures/attacks, if any of them ever ran. */
    __pwned?: unknown;
  }
}
