/** Names of months in English, Spanish, Portuguese, French and German, by what each begins with. */
const names: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene', 'janeiro', 'janvier', 'januar'],
  ['february', 'feb', 'febrero', 'fevereiro', 'fev', 'février', 'fév', 'februar'],
  ['march', 'mar', 'marzo', 'março', 'mars', 'märz'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr'],
  ['may', 'mayo', 'maio', 'mai'],
  ['june', 'jun', 'junio', 'junho', 'juin', 'juni'],
  ['july', 'jul', 'julio', 'julho', 'juillet', 'juli'],
  ['august', 'aug', 'agosto', 'ago', 'août'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre', 'setembro', 'set', 'septembre'],
  ['october', 'oct', 'octubre', 'outubro', 'out', 'octobre', 'oktober', 'okt'],
  ['november', 'nov', 'noviembre', 'novembro', 'novembre'],
  ['december', 'dec', 'diciembre', 'dic', 'dezembro', 'dez', 'décembre', 'déc', 'dezember'],
];
const numbers = new Map(names.flatMap((words, i) => words.map((word) => [word, i + 1] as const)));

/** Every name and abbreviation, longest first, for patterns. */
export const monthNames: readonly string[] = [...numbers.keys()].sort((a, b) => b.length - a.length);

/** The number of a month: its name or abbreviation in any of the languages, with a point or without, or its digits. */
export function monthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,2}$/u.test(text)) return Number(text);
  return numbers.get(text.toLowerCase().replace(/\.$/u, ''));
}
