/** What only some searches need, and no first result waits for: one file, asked for when it is needed. */
export { showBelow } from './below.ts';
export { showTrouble } from './trouble.ts';
export { brokenRemark, nothingFound, nothingSaid, pastedSaid, remarksOn } from './ways.ts';
