import type { Notice } from '#domain/notice';
import { type Collection, isWithin } from './absences.ts';
import type { Prose } from './prose.ts';

const most = 8;
const named = (ids: readonly string[]): string =>
  ids.length > most ? `${ids.slice(0, most).join(', ')} and ${ids.length - most} more` : ids.join(', ');

/**
 * Where an essay rests on other papers than those that bear its theme. An essay may do so, to set one paper against another,
 * and a new paper may wait for it: readers see the difference at the essay's head, and whoever builds sees it here.
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
    const bears = (id: string): boolean =>
      [...(concepts.get(id) ?? [])].some((concept) => isWithin(concept, theme, vocabulary));
    const besides = [...used].filter((id) => concepts.has(id) && !bears(id));
    const unnamed = [...concepts.keys()].filter((id) => bears(id) && !used.has(id));
    if (besides.length + unnamed.length === 0) return [];
    const seen = [
      ...(besides.length ? [`used, without bearing ${theme}: ${named(besides)}`] : []),
      ...(unnamed.length ? [`bearing ${theme}, and not used: ${named(unnamed)}`] : []),
    ];
    // The other language's essay differs in the same way: once is enough.
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
        remedy: `write on what is missing, or set or take away the concept in a correction (npm run correct); leave what is meant so`,
      },
    ];
  });
}
