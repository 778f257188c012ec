/**
 * citeproc-js keeps what it knows of names in plain objects, by the names themselves: "constructor" and "toString" are in
 * every object, and break it. Such words go to the engine with a character that nobody sees behind their first letter,
 * which no clean value holds, and come back without it.
 */
const guard = '\u2060';

const reserved = new RegExp(`\\b(${Object.getOwnPropertyNames(Object.prototype).join('|')})\\b`, 'giu');

/** An item for the engine in which no text is what every object has. Its id and type are ours. */
export const guardItem = ({ id, type, ...rest }: Record<string, unknown>): Record<string, unknown> => ({
  id,
  type,
  ...(guardTexts(rest) as Record<string, unknown>),
});

function guardTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(reserved, (word) => word.slice(0, 1) + guard + word.slice(1));
  if (Array.isArray(value)) return value.map(guardTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, guardTexts(part)]));
}

/** What the engine made of guarded items, as it would have made it of the items themselves. */
export const unguarded = (html: string): string => html.replaceAll(guard, '');
