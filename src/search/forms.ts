/**
 * The forms of an English word: plural, possessive (its `s` is a separate word here), -ed, -ing, and British and
 * American spelling. Derivations are not included: `interpreter` finds `interpreters`, never `interpretation`. Synonyms
 * are in the vocabulary. A form that no paper contains costs nothing, so the rules may give too many, as long as none
 * is another word.
 */

/** Families of forms that no rule makes. */
const irregular = (
  'child children, woman women, man men, person persons, life lives, self selves, analysis analyses, ' +
  'crisis crises, diagnosis diagnoses, hypothesis hypotheses, thesis theses, synthesis syntheses, ' +
  'psychosis psychoses, neurosis neuroses, criterion criteria, phenomenon phenomena, ' +
  'index indices indexes, feel feels feeling feelings felt, speak speaks speaking spoke spoken, ' +
  'meet meets meeting meetings met, leave leaves leaving left, write writes writing wrote written, ' +
  'think thinks thinking thought, seek seeks seeking sought, teach teaches teaching taught, ' +
  'die dies died dying'
)
  .split(', ')
  .map((family) => family.split(' '));
const irregularOf = new Map(irregular.flatMap((family) => family.map((form) => [form, family] as const)));

/** Words that look inflected and are not, or whose base is another word. */
const uninflected = new Set(
  'aids news series species always evening morning during thing nothing something anything everything being wellbeing ceiling sibling offspring string spring bring hundred sacred indeed need speed seed feed breed exceed proceed succeed across perhaps whereas else'.split(
    ' ',
  ),
);

const vowel = /[aeiouy]/;
const doubled = /([bdfgklmnprstvz])\1$/;

/** The words of which a word may be a form, itself included. */
function basesOf(word: string): string[] {
  const bases = new Set([word]);
  const add = (base: string) => {
    if (base.length >= 3 && vowel.test(base)) bases.add(base);
  };
  if (uninflected.has(word)) return [word];
  if (/[^s]s$/.test(word) && !/(us|is)$/.test(word) && word.length >= 4) {
    if (/ies$/.test(word)) add(`${word.slice(0, -3)}y`);
    if (/(x|ch|sh|s|z|o)es$/.test(word)) add(word.slice(0, -2));
    add(word.slice(0, -1));
  } else if (/sses$/.test(word)) add(word.slice(0, -2));
  const verbal = /^(.+?)(ed|ing|ings)$/.exec(word);
  const stem = verbal?.[1] ?? '';
  if (stem.length >= 3 && vowel.test(stem) && !/eed$/.test(word)) {
    if (/ied$/.test(word)) add(`${word.slice(0, -3)}y`);
    // "caring" belongs to "care": of "car" the single consonant after a single vowel would be doubled.
    const single = /^[^aeiouy]*[aeiouy][^aeiouywx]$/.test(stem);
    if (doubled.test(stem)) add(stem.slice(0, -1));
    if (!single) add(stem);
    if (!doubled.test(stem) && !/[aeiouy]$/.test(stem)) add(`${stem}e`);
  }
  return [...bases];
}

function inflectionsOf(base: string): string[] {
  if (uninflected.has(base) || base.length < 3) return [base];
  const forms = [base];
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    forms.push(`${stem}ies`, `${stem}ied`, `${base}ing`);
  } else if (/e$/.test(base)) forms.push(`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`);
  else {
    forms.push(/(x|ch|sh|s|z)$/.test(base) ? `${base}es` : `${base}s`, `${base}ed`, `${base}ing`);
    if (/o$/.test(base)) forms.push(`${base}es`);
    if (/[aeiou][bdglmnprt]$/.test(base)) {
      const twice = base + base.slice(-1);
      forms.push(`${twice}ed`, `${twice}ing`);
    }
  }
  if (forms.some((form) => form.endsWith('ing'))) forms.push(`${forms.find((form) => form.endsWith('ing'))}s`);
  return forms;
}

/** Where spellings differ: the pattern before, British, American, the pattern after. */
const differing: readonly (readonly [before: string, british: string, american: string, behind: string])[] = [
  ['(?:mis|un|dis)?(?:behavi|col|fav|fla?v|harb|hon|hum|lab|neighb|rum|tum|vap|vig|endeav)', 'our', 'or', ''],
  ['.{3,}', 'is', 'iz', '(?:e|ed|es|er|ers|ing|ation|ations|ational)$'],
  ['anal|paral|catal', 'ys', 'yz', '(?:e|ed|er|ing)$'],
  ['cent|fib|theat|lit|meag|spect', 're', 'er', 's?$'],
  [
    'counsel|label|model|travel|signal|channel|cancel|level|total|fuel|marshal|quarrel',
    'l',
    '',
    '(?:ed|ings?|ers?|ors?)$',
  ],
  ['enrol|instal|instil|fulfil|distil', '', 'l', '(?:s|ments?)?$'],
  ['def|off|lic|pret', 'ence', 'ense', 's?$'],
  ['practi', 's', 'c', '(?:e|es|ed|ing)$'],
  ['program', 'me', '', 's?$'],
  ['judg|acknowledg', 'e', '', 'ments?$'],
  ['', 'ageing', 'aging', '$'],
  ['', 'grey', 'gray', '$'],
  ['', 'sceptic', 'skeptic', ''],
  ['cat|dia|ana', 'logue', 'log', 's?$'],
];
const spellings = differing.flatMap(([before, british, american, behind]) =>
  [
    [british, american],
    [american, british],
  ].map(([from = '', to = '']): [RegExp, string] => [new RegExp(`^(${before})${from}(?=${behind})`), `$1${to}`]),
);

/** Roots that British spelling writes with `ae` or `oe` and American with `e`. */
const ligatures = (
  'paediatr orthopaed anaesthe anaem aetiolog haem gynaecolog caesar faec leukaem ischaem glycaem lipidaem oestr foet ' +
  'oedema diarrhoea coeliac oesophag manoeuv'
)
  .split(' ')
  .map((british) => [british, british.replace(/[ao]e/, 'e')] as const);

function spellingsOf(word: string): string[] {
  const found = [word];
  for (const [pattern, replacement] of spellings) {
    if (!pattern.test(word)) continue;
    found.push(word.replace(pattern, replacement));
  }
  for (const [british, american] of ligatures) {
    if (word.includes(british)) found.push(word.replace(british, american));
    else if (word.startsWith(american) || (american.length > 4 && word.includes(american)))
      found.push(word.replace(american, british));
  }
  return found;
}

/** All forms of a word, the word itself first. A word with other than plain Latin letters has only itself. */
export function formsOf(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word];
  const known = remembered.get(word);
  if (known) return known;
  const forms = new Set([word]);
  for (const spelling of spellingsOf(word))
    for (const base of [...basesOf(spelling), ...(irregularOf.get(spelling) ?? [])])
      for (const form of [...inflectionsOf(base), ...(irregularOf.get(base) ?? [])])
        for (const variant of spellingsOf(form)) forms.add(variant);
  const all = [...forms];
  remembered.set(word, all);
  return all;
}

const remembered = new Map<string, readonly string[]>();
