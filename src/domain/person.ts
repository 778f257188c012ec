/** Names of people and groups, and the orders in which they are written. */

import { z } from 'zod';
import { hasHan } from '#text/han';

/**
 * A name as in CSL: `family` and `given` for a person, `literal` for a group or a single name. `written` is the name as
 * the page writes it. `particle` is the non-dropping particle ("van der"). `native` is the same name in the author's
 * own script, where a source states both.
 */
export const nameSchema = z.strictObject({
  written: z.string().min(1),
  family: z.string().min(1).optional(),
  given: z.string().min(1).optional(),
  particle: z.string().min(1).optional(),
  suffix: z.string().min(1).optional(),
  literal: z.string().min(1).optional(),
  native: z.string().min(1).optional(),
});
export type Name = z.infer<typeof nameSchema>;

/** The family name with its particle: "van der Berg", "d'Souza", "al-Rashid". */
export const familyName = ({ particle = '', family = '' }: Pick<Name, 'particle' | 'family'>): string =>
  particle + (particle && family && !/['’-]$/u.test(particle) ? ' ' : '') + family;

/** A name in the spoken order: "Henrik Wang Iversen", 王小明, "Department of Health". */
export function displayName(name: Name): string {
  if (name.literal) return name.literal;
  const family = familyName(name);
  if (hasHan(family)) return family + (name.given ?? '');
  return [name.given, family, name.suffix].filter(Boolean).join(' ') || name.written;
}

/** A name with the family name first, for sorting and for formats that invert names: "Iversen, Henrik Wang". */
export function invertedName(name: Name): string {
  if (name.literal) return name.literal;
  const family = familyName(name);
  return [family, name.given, name.suffix].filter(Boolean).join(', ') || name.written;
}
