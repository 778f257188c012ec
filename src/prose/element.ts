/** Writes and reads what a sentence rests on, as attributes of its element. */

import type { Element } from 'hast';
import { type AbsenceCheck, type Basis, bases, checkSchema, type Rest } from './basis.ts';

/** What the element of a sentence says about it. */
export interface Based {
  basis: Basis;
  rests: Rest[];
  check?: AbsenceCheck;
}

/** The properties of the element: `data-basis`, and what the components of the site show. */
export const writeBased = ({ basis, rests, check }: Based): Element['properties'] => ({
  dataBasis: basis,
  ...(rests.length ? { dataRests: rests.map(({ paper, anchor = '' }) => `${paper}#${anchor}`).join(' ') } : {}),
  ...(check ? { dataCheck: JSON.stringify(check) } : {}),
});

/** Reads these properties from an element's attributes; `undefined` if it is not a sentence. */
export function readBased(attributes: Readonly<Record<string, unknown>>): Based | undefined {
  const basis = bases.find((it) => it === attributes['data-basis']);
  const written = attributes['data-rests'];
  const rests = (typeof written === 'string' ? written : '').split(' ').flatMap((rest): Rest[] => {
    const [paper = '', anchor = ''] = rest.split('#');
    return paper ? [{ paper, ...(anchor ? { anchor } : {}) }] : [];
  });
  const check = attributes['data-check'];
  return (
    basis && { basis, rests, ...(typeof check === 'string' ? { check: checkSchema.parse(JSON.parse(check)) } : {}) }
  );
}
