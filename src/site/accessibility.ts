/** The date of the statement of accessibility: the day on which it was last compared with the site. */

import type { PartialDate } from '#domain/date';

export const accessibilityDate: PartialDate = '2026-11-29';
