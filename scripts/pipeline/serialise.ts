const width = 120;

/**
 * JSON that people can read in a diff: what fits on a line of 120 characters stands on one; the rest is one member a line.
 * The same value gives the same text.
 */
export function serialise(value: unknown, indent = ''): string {
  const flat = flatten(value);
  if (flat.length + indent.length <= width || typeof value !== 'object' || value === null) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((it) => inner + serialise(it, inner)).join(',\n')}\n${indent}]`;
  const members = Object.entries(value)
    .filter(([, it]) => it !== undefined)
    .map(([key, it]) => `${inner}${JSON.stringify(key)}: ${serialise(it, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function flatten(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(flatten).join(', ')}]`;
  const members = Object.entries(value).filter(([, it]) => it !== undefined);
  return members.length
    ? `{ ${members.map(([key, it]) => `${JSON.stringify(key)}: ${flatten(it)}`).join(', ')} }`
    : '{}';
}

/** The members of an object as they stand between its braces, each on a line of its own. */
export const serialiseMembers = (object: object): string =>
  Object.entries(object)
    .filter(([, it]) => it !== undefined)
    .map(([key, it]) => `  ${JSON.stringify(key)}: ${serialise(it, '  ')}`)
    .join(',\n');
