/**
 * Milliseconds after which something counts as hanging. No assertion depends on the speed of the machine, so these are
 * far more than a busy machine needs.
 */
export const limits = {
  /** One step of a browser, or one condition. */
  step: 300_000,
  /** A test, or the preparation of a test file: whole sites are built there. */
  test: 1_800_000,
};
