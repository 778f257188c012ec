/** Says in words what a value of a content file should be. */

import type { z } from 'zod';

/** The name of each kind of value for the people who write it. */
const kinds: Readonly<Record<string, string>> = {
  object: 'names with values',
  array: 'a list',
  string: 'a text; one that looks like something else is put in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What a value that does not fit its schema should be, in words for the person who wrote it. */
export function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'a text that is not empty';
  if (issue.code === 'too_small' && issue.origin === 'array') return 'a list with at least one item';
  return issue.message;
}
