/** Which format is believed first, by the `trust` that each format states. */

import { formats, general } from '../../formats/index.ts';
import { trust, type Trust } from '../../formats/trust.ts';

const order = Object.keys(trust);
const trustOf = new Map<string, Trust>([...formats, general].map((format) => [format.name, format.trust]));

/** The rank of a format, by its name; the lower is believed first. An unknown name counts as a page of a site. */
export const rankOf = (format: string): number => order.indexOf(trustOf.get(format) ?? 'site-page');
