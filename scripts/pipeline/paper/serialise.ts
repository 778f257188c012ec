/** Writes records as JSON that is easy to compare line by line. */

const width = 120;

/**
 * JSON that people can read in a diff: what fits in 120 characters is on one line; longer values have one member per
 * line. Equal values give equal text.
 */
export function serialise(value: unknown, indent = ''): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const flat = flatten(value, width - indent.length);
  if (flat !== undefined) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((it) => inner + serialise(it, inner)).join(',\n')}\n${indent}]`;
  return `{\n${membersOf(value)
    .map(([key, it]) => `${inner}${JSON.stringify(key)}: ${serialise(it, inner)}`)
    .join(',\n')}\n${indent}}`;
}

const membersOf = (value: object): [string, unknown][] => Object.entries(value).filter(([, it]) => it !== undefined);

/** A value on one line; `undefined` as soon as it does not fit into `room` characters. */
function flatten(value: unknown, room: number): string | undefined {
  if (room < 2) return undefined;
  if (typeof value === 'string' && value.length + 2 > room) return undefined;
  if (typeof value !== 'object' || value === null) {
    const text = value === undefined ? 'null' : JSON.stringify(value);
    return text.length > room ? undefined : text;
  }
  const isList = Array.isArray(value);
  const members: [string | undefined, unknown][] = isList ? value.map((it) => [undefined, it]) : membersOf(value);
  if (!members.length) return isList ? '[]' : '{}';
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  let text = open;
  for (const [i, [key, it]] of members.entries()) {
    const lead = `${i ? ', ' : ''}${key === undefined ? '' : `${JSON.stringify(key)}: `}`;
    const part = flatten(it, room - text.length - lead.length - close.length);
    if (part === undefined) return undefined;
    text += lead + part;
  }
  return text.length + close.length > room ? undefined : text + close;
}

/** The members of an object without the braces, each on its own line. */
export const serialiseMembers = (object: object): string =>
  membersOf(object)
    .map(([key, it]) => `  ${JSON.stringify(key)}: ${serialise(it, '  ')}`)
    .join(',\n');
