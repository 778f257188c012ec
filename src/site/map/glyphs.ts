/** The marks of the kinds of study, in the order of `Grid.families`: they differ by shape, not by colour. */
export const glyphs = ['■', '●', '▲', '◆', '▼', '★', '□', '○', '△', '◇', '▽', '☆'] as const;
