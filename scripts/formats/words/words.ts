/** Words of one meaning by language, as the files beside this one list them. */
export type Words = Readonly<Partial<Record<string, readonly string[]>>>;

/** The words of every language. */
export const everyWord = (words: Words): string[] => Object.values(words).flatMap((some) => some ?? []);

/** A pattern's alternatives of words, longer ones first. */
export const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('|');
