/** Hostile texts for the benchmark of growth: each shape is a way to make readers slow. */

/** A hostile text of a given minimum length, made from one idea. */
export interface Shape {
  name: string;
  make: (length: number) => string;
}

const again = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length));

/** Repeats a unit with a counter in it, so that no two pieces are equal. */
const counted = (unit: (i: number) => string) => (length: number) => {
  const parts: string[] = [];
  for (let i = 0, made = 0; made < length; i++) {
    const part = unit(i);
    parts.push(part);
    made += part.length;
  }
  return parts.join('');
};

/** Opens brackets up to the middle of the text, and closes them again. */
const nested = (open: string, close: string) => (length: number) => {
  const depth = Math.ceil(length / (open.length + close.length));
  return open.repeat(depth) + close.repeat(depth);
};

const name = (i: number): string =>
  `${String.fromCharCode(65 + (i % 26))}${String.fromCharCode(97 + (Math.floor(i / 26) % 26))}${String.fromCharCode(97 + (Math.floor(i / 676) % 26))}berg`;

/**
 * What hostile and broken files consist of: long runs, many small parts, deep nesting, and openings that nothing
 * closes.
 */
export const shapes: readonly Shape[] = [
  { name: 'blanks', make: again(' ') },
  { name: 'blanks of many kinds', make: again('\u3000\t \u00a0') },
  { name: 'blank lines', make: again('\n') },
  { name: 'blank lines after labels', make: again('Label: value\n\n\n\n\n\n\n\n') },
  { name: 'short lines', make: counted((i) => `word ${i % 97}\n`) },
  { name: 'lines of one letter', make: again('a\n') },
  { name: 'a name a line', make: counted((i) => `Anna ${name(i)}\n`) },
  {
    name: 'names with numbers of their own',
    make: counted((i) => `Anna ${name(i)} https://orcid.org/0000-0001-${String(1000 + (i % 9000))}-0000\n`),
  },
  { name: 'keywords', make: counted((i) => `word ${name(i)}; `) },
  { name: 'a sentence a line', make: again('Go on.\n') },
  { name: 'sentences of pieces', make: again('A &amp; b. ') },
  { name: 'labels', make: counted((i) => `Label ${name(i)}: value ${i}\n`) },
  { name: 'section labels', make: again('Methods: we asked. Results: they said. ') },
  { name: 'one word', make: again('a') },
  { name: 'one word in capitals', make: again('AB') },
  { name: 'digits', make: again('7') },
  { name: 'numbers and commas', make: again('1, 2,3 ') },
  { name: 'Chinese', make: again('信任研究') },
  { name: 'Chinese names', make: again('王小明 李雷 ') },
  { name: 'marks on one letter', make: (length) => `a${'\u0301\u0316'.repeat(Math.ceil(length / 2))}` },
  { name: 'characters that nobody sees', make: again('\u200b\u2060\u00ad') },
  { name: 'selectors and joiners', make: again('\u180e\ufe0f\u200d\u{e0101}') },
  { name: 'halves of characters', make: again('\ud83d') },
  { name: 'commas', make: again(',') },
  { name: 'semicolons and blanks', make: again('; ') },
  { name: 'full stops', make: again('. ') },
  { name: 'names', make: counted((i) => `${name(i)}, A. B.; `) },
  { name: 'names and commas', make: counted((i) => `Anna ${name(i)}, `) },
  { name: 'initials', make: again('J. ') },
  { name: 'and', make: again('and ') },
  { name: 'mail addresses', make: again('a@b.ca ') },
  { name: 'empirical', make: again('empirical ') },
  { name: 'open brackets', make: again('([{') },
  { name: 'brackets', make: nested('(', ')') },
  { name: 'braces', make: nested('{', '}') },
  { name: 'pairs of angles', make: again('<>') },
  { name: 'elements', make: nested('<div>', '</div>') },
  { name: 'marks of the text', make: again('<i>a</i> ') },
  { name: 'bold around paragraphs', make: again('<b><p>x') },
  { name: 'tags that nothing closes', make: again('<a href="') },
  { name: 'comments that nothing closes', make: again('<!--') },
  { name: 'entities', make: again('&amp;&#x41;&lt;b&gt;') },
  { name: 'quotes and backslashes', make: again('\\"\'') },
  { name: 'TeX', make: again('{\\em x}$y$\\"{u}') },
  { name: 'Markdown', make: again('[![a](b)](c) **d** ') },
  { name: 'bullets', make: again('•|') },
  { name: 'addresses', make: counted((i) => `https://example.org/${i} `) },
  { name: 'DOIs', make: counted((i) => `doi: 10.5555/many.${i} `) },
  { name: 'a DOI with brackets', make: (length) => `10.5555/x${')'.repeat(length)}` },
  { name: 'references', make: counted((i) => `${i + 1}. ${name(i)} A. A title. J Test. 2020;${i}:1-9.\n`) },
  { name: 'dates and volumes', make: again('2020;12(3):45-67, Vol. 8 ') },
  { name: 'hyphens', make: again('well-') },
  { name: 'a field again and again', make: again('AB  - more\n%X more\nAU  - A, B\n  go on\n') },
  {
    name: 'other fields again and again',
    make: counted(
      (i) => `\nTI  - Title ${i}\nT2  - Name ${i}\nUR  - https://x.org/${i}\nAD  - Place ${i}\nKW  - k${i}`,
    ),
  },
  { name: 'beginnings of records', make: again('\nTY  - JOUR\nER  - \nPMID- 1\n@article{x,\n%0 Book\n') },
];
