/**
 * Milliseconds after which something counts as hanging. No assertion depends on the speed of the machine: what is slow
 * is waited for, so these are far beyond what a machine at work on much else takes.
 */
export const limits = {
  /** One step of a browser, one condition that is waited for. */
  step: 300_000,
  /** A test, or what a file of tests sets up: whole sites are built there. */
  test: 1_800_000,
};
