/**
 * citeproc-js stores names as keys of plain objects, so a name such as "constructor" or "toString", which every object
 * has, breaks it. Such words are given to the engine with an invisible character after the first letter, which no clean
 * value contains, and it is removed from the result.
 */
const guard = '\u2060';

const reserved = new RegExp(`\\b(${Object.getOwnPropertyNames(Object.prototype).join('|')})\\b`, 'giu');

/**
 * An item for the engine in which no text is the name of a property of every object. Its id and type are chosen by this
 * project.
 */
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

/** The engine's result for guarded items, without the inserted characters. */
export const unguarded = (html: string): string => html.replaceAll(guard, '');
