/** Code that only some searches need: one file, loaded when it is needed, so that no first result waits for it. */
export { showBelow } from './below.ts';
export { showTrouble } from './trouble.ts';
export { brokenRemark, nothingFound, nothingSaid, pastedSaid, remarksOn } from './ways.ts';
