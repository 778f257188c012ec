/** Code that only some searches need: one file, loaded when it is needed, so that no first result waits for it. */
export { showBelow } from './below-results.ts';
export { showFallback } from './fallback.ts';
export { troubleOf } from './trouble.ts';
export { brokenRemark, nothingFound, nothingSaid, pastedSaid, remarksOn } from './messages.ts';
