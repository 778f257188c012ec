/**
 * A name as one word of a command that people copy into a shell, in quotation marks. Where the shell would run a part
 * of it, such as `$(…)` in the name of a scraped file, the marks are single ones, inside which nothing is run.
 */
export const shellWord = (name: string): string =>
  /["$`\\!]/u.test(name) ? `'${name.replaceAll("'", String.raw`'\''`)}'` : `"${name}"`;
