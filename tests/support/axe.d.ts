import type axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
    /** Set by scripts in tests/fixtures/attacks, if one of them ever runs. */
    __pwned?: unknown;
  }
}
