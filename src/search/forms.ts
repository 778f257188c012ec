/**
 * The forms in which English writes one word: plural, possessive (whose `s` is a word of its own here), -ed, -ing, and
 * British beside American spelling. No derivation: `interpreter` finds `interpreters`, never `interpretation`; that two
 * different words mean one thing is for the vocabulary to say. A form that no paper holds costs nothing, so the rules
 * may offer too many of them, as long as these are no other words.
 */

const irregular: readonly (readonly string[])[] = [
  ['child', 'children'],
  ['woman', 'women'],
  ['man', 'men'],
  ['person', 'persons'],
  ['life', 'lives'],
  ['self', 'selves'],
  ['analysis', 'analyses'],
  ['crisis', 'crises'],
  ['diagnosis', 'diagnoses'],
  ['hypothesis', 'hypotheses'],
  ['thesis', 'theses'],
  ['synthesis', 'syntheses'],
  ['psychosis', 'psychoses'],
  ['neurosis', 'neuroses'],
  ['criterion', 'criteria'],
  ['phenomenon', 'phenomena'],
  ['index', 'indices', 'indexes'],
  ['feel', 'feels', 'feeling', 'feelings', 'felt'],
  ['speak', 'speaks', 'speaking', 'spoke', 'spoken'],
  ['meet', 'meets', 'meeting', 'meetings', 'met'],
  ['leave', 'leaves', 'leaving', 'left'],
  ['write', 'writes', 'writing', 'wrote', 'written'],
  ['think', 'thinks', 'thinking', 'thought'],
  ['seek', 'seeks', 'seeking', 'sought'],
  ['teach', 'teaches', 'teaching', 'taught'],
  ['die', 'dies', 'died', 'dying'],
];
const irregularOf = new Map(irregular.flatMap((family) => family.map((form) => [form, family] as const)));

/** Words that look inflected and are not, or whose base is another word. */
const uninflected = new Set(
  'aids news series species always evening morning during thing nothing something anything everything being wellbeing ceiling sibling offspring string spring bring hundred sacred indeed need speed seed feed breed exceed proceed succeed across perhaps whereas else'.split(
    ' ',
  ),
);

const vowel = /[aeiouy]/;
const doubled = /([bdfgklmnprstvz])\1$/;

/** What a word may be a form of; itself among them. */
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
    // "caring" is of "care": a single vowel before a single consonant would have been doubled in "car".
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

/** Pairs that differ between British and American spelling, as patterns of whole words; both ways are tried. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^((?:mis|un|dis)?(?:behavi|col|fav|fla?v|harb|hon|hum|lab|neighb|rum|tum|vap|vig|endeav))our/, '$1or'],
  [/^((?:mis|un|dis)?(?:behavi|col|fav|fla?v|harb|hon|hum|lab|neighb|rum|tum|vap|vig|endeav))or/, '$1our'],
  [/^(.{3,})is(e|ed|es|er|ers|ing|ation|ations|ational)$/, '$1iz$2'],
  [/^(.{3,})iz(e|ed|es|er|ers|ing|ation|ations|ational)$/, '$1is$2'],
  [/^(anal|paral|catal)ys(e|ed|er|ing)$/, '$1yz$2'],
  [/^(anal|paral|catal)yz(e|ed|er|ing)$/, '$1ys$2'],
  [/^(cent|fib|theat|lit|meag|spect)re(s?)$/, '$1er$2'],
  [/^(cent|fib|theat|lit|meag|spect)er(s?)$/, '$1re$2'],
  [
    /^(counsel|label|model|travel|signal|channel|cancel|level|total|fuel|marshal|quarrel)l(ed|ing|ings|er|ers|or|ors)$/,
    '$1$2',
  ],
  [
    /^(counsel|label|model|travel|signal|channel|cancel|level|total|fuel|marshal|quarrel)(ed|ing|ings|er|ers|or|ors)$/,
    '$1l$2',
  ],
  [/^(enrol|instal|instil|fulfil|distil)l(s|ment|ments)?$/, '$1$2'],
  [/^(enrol|instal|instil|fulfil|distil)(s|ment|ments)?$/, '$1l$2'],
  [/^(def|off|lic|pret)ence(s?)$/, '$1ense$2'],
  [/^(def|off|lic|pret)ense(s?)$/, '$1ence$2'],
  [/^practic(e|es|ed|ing)$/, 'practis$1'],
  [/^practis(e|es|ed|ing)$/, 'practic$1'],
  [/^program(s?)$/, 'programme$1'],
  [/^programme(s?)$/, 'program$1'],
  [/^(judg|acknowledg)ement(s?)$/, '$1ment$2'],
  [/^(judg|acknowledg)ment(s?)$/, '$1ement$2'],
  [/^ageing$/, 'aging'],
  [/^aging$/, 'ageing'],
  [/^grey$/, 'gray'],
  [/^gray$/, 'grey'],
  [/^sceptic/, 'skeptic'],
  [/^skeptic/, 'sceptic'],
  [/^(cat|dia|ana)logue(s?)$/, '$1log$2'],
  [/^(cat|dia|ana)log(s?)$/, '$1logue$2'],
];

/** Roots that British spelling writes with `ae` or `oe` and American with `e`. */
const ligatures: readonly (readonly [string, string])[] = [
  ['paediatr', 'pediatr'],
  ['orthopaed', 'orthoped'],
  ['anaesthe', 'anesthe'],
  ['anaem', 'anem'],
  ['aetiolog', 'etiolog'],
  ['haem', 'hem'],
  ['gynaecolog', 'gynecolog'],
  ['caesar', 'cesar'],
  ['faec', 'fec'],
  ['leukaem', 'leukem'],
  ['ischaem', 'ischem'],
  ['glycaem', 'glycem'],
  ['lipidaem', 'lipidem'],
  ['oestr', 'estr'],
  ['foet', 'fet'],
  ['oedema', 'edema'],
  ['diarrhoea', 'diarrhea'],
  ['coeliac', 'celiac'],
  ['oesophag', 'esophag'],
  ['manoeuv', 'maneuv'],
];

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

/** Every form that means the same word, the word itself first; words that are not plain Latin letters are alone. */
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
