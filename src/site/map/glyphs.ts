/** The marks of the kinds of study, in the order of `Grid.families`: told apart by shape, not by colour. */
export const glyphs = ['■', '●', '▲', '◆', '▼', '★', '□', '○', '△', '◇', '▽', '☆'] as const;
