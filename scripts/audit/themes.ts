/** Compares the papers that an essay uses with the papers of its theme. */

import type { Notice } from '#domain/notice';
import { type Collection, isWithin } from './absences.ts';
import type { Prose } from './prose.ts';

const most = 8;
const named = (ids: readonly string[]): string =>
  ids.length > most ? `${ids.slice(0, most).join(', ')} and ${ids.length - most} more` : ids.join(', ');

/**
 * Reports essays that use papers outside their theme, or leave out papers of their theme. Both are allowed: an essay
 * may compare papers, and a new paper may not be in it yet. Readers see the difference at the top of the essay, and
 * whoever builds sees it here.
 */
export function auditThemes(
  prose: readonly Prose[],
  { concepts, vocabulary }: Pick<Collection, 'concepts' | 'vocabulary'>,
): Notice[] {
  const told = new Set<string>();
  return prose.flatMap(({ file, sentences }): Notice[] => {
    const theme = /^themes\/[^/]+(?=\/)/u.exec(file)?.[0];
    if (theme === undefined || !vocabulary.has(theme) || sentences.length === 0) return [];
    const used = new Set(sentences.flatMap(({ rests }) => rests.map(({ paper }) => paper)));
    const hasTheme = (id: string): boolean =>
      [...(concepts.get(id) ?? [])].some((concept) => isWithin(concept, theme, vocabulary));
    const besides = [...used].filter((id) => concepts.has(id) && !hasTheme(id));
    const unnamed = [...concepts.keys()].filter((id) => hasTheme(id) && !used.has(id));
    if (besides.length + unnamed.length === 0) return [];
    const seen = [
      ...(besides.length ? [`used, without the theme ${theme}: ${named(besides)}`] : []),
      ...(unnamed.length ? [`with the theme ${theme}, and not used: ${named(unnamed)}`] : []),
    ];
    // The essay in the other language has the same difference: it is reported once.
    const difference = `${theme} ${seen.join('; ')}`;
    if (told.has(difference)) return [];
    told.add(difference);
    return [
      {
        severity: 'info',
        rule: 'essay-and-theme-differ',
        place: { file },
        seen: seen.join('; '),
        expected: 'the papers of the theme in its essay, and no others',
        remedy: `write about the missing papers, or add or remove the concept in a correction (npm run correct); do nothing if it is intended`,
      },
    ];
  });
}
