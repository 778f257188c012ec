/** The beginning of a text with a sign that there was more: `most` UTF-16 code units at most, and no character cut in two. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…` : text;
