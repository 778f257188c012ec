/** Who wrote a title or an abstract, and which of several is shown first. */

/**
 * `original`: the language in which the paper was written, as far as the sources show. `translation`: the translator is
 * not stated. `ours`: translated by the reviewers. `machine-translation`: the page says so. In the order in which they
 * are shown.
 */
export const roles = ['original', 'translation', 'ours', 'machine-translation'] as const;
export type Role = (typeof roles)[number];

/** The original first; a machine translation only where there is no other. */
export const byRole = (a: { role: Role }, b: { role: Role }): number => roles.indexOf(a.role) - roles.indexOf(b.role);

interface Texted {
  role: Role;
  language: string;
}

/** The text to show first. */
export const mainOf = <T extends Texted>(texts: readonly T[]): T | undefined => [...texts].sort(byRole)[0];

/**
 * The text to show under the first one, in the interface's language, where the first is in another: a person's, else a
 * machine's, which whoever shows it has to say.
 */
export function secondOf<T extends Texted>(texts: readonly T[], lang: 'en' | 'zh'): T | undefined {
  const main = mainOf(texts);
  const isOurs = ({ language }: T): boolean => language === lang || language.startsWith(`${lang}-`);
  return main && !isOurs(main) ? texts.filter(isOurs).sort(byRole)[0] : undefined;
}
