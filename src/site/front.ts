/** What the home page says of each theme, and what is not known. */

import type { RootContent } from 'hast';
import type { InterfaceLanguage } from '#domain/language';
import type { PartialDate } from '#domain/date';
import { firstSentence, openStatements } from '#prose/gaps';
import { typePlain } from '#prose/plain';
import { parseProse } from '#prose/tree';
import { typeParagraph, typeProse } from '#prose/type';
import { essay } from './essays.ts';
import { review, type FacetConcept } from './review.ts';

/** A theme in a line: its name, its papers, one sentence. */
export interface ThemeInBrief {
  theme: FacetConcept;
  count: number;
  /** The first sentence of the essay's summary; what the theme covers where no essay is written in the language. */
  says: readonly RootContent[];
  /** The first statement of what is not known, where the essay has a section of that kind. */
  open: readonly RootContent[];
  /** When the essay was last changed. */
  updated?: PartialDate;
}

/** What the home page says: each theme in brief, and the day of the latest change to the collection or an essay. */
export interface Front {
  themes: readonly ThemeInBrief[];
  updated: PartialDate;
}

export async function frontOf(lang: InterfaceLanguage): Promise<Front> {
  const { site, themes, tagged } = await review();
  const brief = await Promise.all(
    themes.map(async (theme): Promise<ThemeInBrief> => {
      const count = tagged.get(theme.ref)?.length ?? 0;
      const written = await essay(theme.id, lang);
      if (!written) return { theme, count, says: typePlain(theme.scopeNote[lang], 'reading').children, open: [] };
      const { summary, updated } = written.data;
      return {
        theme,
        count,
        says: firstSentence(typeParagraph(parseProse(summary)).root),
        open: openStatements(typeProse(parseProse(written.body ?? '')).root).slice(0, 1),
        updated,
      };
    }),
  );
  const dates = [site.corpus.date, ...brief.flatMap(({ updated }) => updated ?? [])].sort();
  return { themes: brief, updated: dates.at(-1) ?? site.corpus.date };
}
