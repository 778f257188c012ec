/** The essays of the review as works that can be cited. */

import type { Paper } from '#domain/paper';
import { plainProse } from '#prose/plain';
import { essay } from './essays.ts';
import type { FacetConcept } from './index-review.ts';
import { review } from './review.ts';
import { essayWork } from './works.ts';

/** The essay on a theme as a work; `undefined` if it is not written in either language. */
export async function workOfTheme(theme: FacetConcept): Promise<Paper | undefined> {
  const { site } = await review();
  const [en, zh] = [await essay(theme.id, 'en'), await essay(theme.id, 'zh')];
  const data = (en ?? zh)?.data;
  if (!data) return undefined;
  const title = { en: plainProse((en?.data ?? data).title), zh: plainProse((zh?.data ?? data).title) };
  return essayWork(site, theme, title, data.updated);
}
