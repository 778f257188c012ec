/** Why something could not be loaded, for a message. */
export type Trouble = 'offline' | 'missing';
export const troubleOf = (problem: unknown): Trouble =>
  !navigator.onLine || problem instanceof TypeError ? 'offline' : 'missing';
