/** Words of one meaning by language, as the files beside this one list them. */
export type Words = Readonly<Partial<Record<string, readonly string[]>>>;

/** The words of every language. */
export const everyWord = (words: Words): string[] => Object.values(words).flatMap((some) => some ?? []);
