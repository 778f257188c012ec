/**
 * A name as one word of a command that people copy into a shell: in quotation marks, and where something in it would be
 * obeyed there, as `$(…)` in the name of a scraped file, in single ones, within which nothing is.
 */
export const shellWord = (name: string): string =>
  /["$`\\!]/u.test(name) ? `'${name.replaceAll("'", String.raw`'\''`)}'` : `"${name}"`;
