import { describe, expect, test } from 'vitest';
import { citationFormats } from '#citations/index';
import { toCsl } from '#citations/csl';
import { markdownText } from '#citations/markdown';
import { pageRange, toReference } from '#citations/reference';
import { citedIn } from '#citations/cited-in';
import type { Paper } from '#domain/paper';
import { abstract, allFields, author, keyword, marked, minimal, paper, said, title } from './support/papers.ts';

const write = (name: string, ...papers: Paper[]): string =>
  citationFormats.find((format) => format.name === name)?.write(papers) ?? '';
const titled = (text: string): Paper => paper('a-2020-title', { titles: [title(text)] });
const by = (...names: Paper['authors']): Paper => paper('a-2020-names', { titles: [title('T')], authors: names });
const about = (text: string): Paper => paper('a-2020-abstract', { titles: [title('T')], abstracts: [abstract(text)] });
const field = (text: string, name: string): string | undefined =>
  new RegExp(`^\\s*${name} = (.*),$`, 'mu').exec(text)?.[1];
const tag = (text: string, name: string): string | undefined =>
  new RegExp(`^${name} {0,3}- ?(.*)\\r$`, 'mu').exec(text)?.[1];

describe('what a reference is', () => {
  test.each([
    ['114-129', ['114', '129']],
    ['114–29', ['114', '129']],
    ['S12-S15', ['S12', 'S15']],
    ['e17204', ['e17204']],
    ['12, 14-16', ['12, 14-16']],
    ['1-9', ['1', '9']],
  ])('pages %s', (pages, expected) => {
    expect(pageRange(pages)).toEqual(expected);
  });

  test('a machine’s title and abstract go nowhere', () => {
    for (const format of citationFormats.filter(({ name }) => !name.startsWith('json')))
      expect(format.write([allFields]), format.name).not.toContain('机器翻译');
  });

  test('without an original title a person’s translation is the title', () => {
    const reference = toReference(
      paper('a-nd-b', {
        titles: [title('机器', 'zh-Hans', 'machine-translation'), title('译名', 'zh-Hans', 'translation')],
      }),
    );
    expect(reference.title?.text).toBe('译名');
  });

  test('one final full stop goes, an ellipsis stays', () => {
    expect(toReference(titled('A review.')).title?.text).toBe('A review');
    expect(toReference(titled('And so on...')).title?.text).toBe('And so on...');
    expect(toReference(titled('综述。')).title?.text).toBe('综述');
  });

  test('line ends of every kind, controls, bidi marks and zero-width characters', () => {
    const text = toReference(titled('a\r\nb\u2028c\u0085d\u0000e\u202Ef\u200Bg\uD800h\u00ADi')).title?.text;
    expect(text).toBe('a b c defghi');
  });

  test('what was read of a paper known by its digest only stands in the notes', () => {
    const digest: Paper['digest'] = {
      language: 'en',
      kind: said('evidence snapshot'),
      publisher: said('A project'),
      date: said('2020-06'),
      url: said('https://example.org/snapshot'),
      sections: abstract('x').sections,
      from: [{ file: 'a', line: 1, columns: [1, 2] }],
    };
    const reference = toReference(paper('a-nd-digest', { titles: [title('T')], digest }));
    expect(reference.notes).toEqual(['Read as summarised in: evidence snapshot, A project, 2020-06']);
    expect(reference.url).toBe('https://example.org/snapshot');
    expect(reference.issued).toBeUndefined();
  });

  test('an address that is no web address is none', () => {
    expect(toReference(paper('a-nd-b', { url: said('javascript:alert(1)') })).url).toBeUndefined();
  });
});

describe.each(['bibtex', 'biblatex'])('%s', (name) => {
  test.each([
    ['% & _ # $', '\\% \\& \\_ \\# \\$'],
    ['{a} {b{c}}', '\\{a\\} \\{b\\{c\\}\\}'],
    ['a } b {', 'a \\textbraceright{} b \\textbraceleft{}'],
    ['\\write18{rm}', '\\textbackslash{}write18\\{rm\\}'],
    ['a ~ b ^ c', 'a $\\sim$ b \\textasciicircum{} c'],
    ['p < .05 > x', 'p $<$ .05 $>$ x'],
    ['“quotes” "plain" \'single\'', '“quotes” "plain" \'single\''],
    ['治疗联盟：综述', '治疗联盟：综述'],
    ['" # undefined # "', '" \\# undefined \\# "'],
    ['@string{a = "b"}', '@string\\{a = "b"\\}'],
    ['@comment @preamble{"\\input{/etc/passwd}"}', '@comment @preamble\\{"\\textbackslash{}input\\{/etc/passwd\\}"\\}'],
    [
      '\\verb|}| \\end{document}',
      '\\textbackslash{}verb|\\textbraceright{}| \\textbackslash{}end\\textbraceleft{}document\\textbraceright{}',
    ],
    ['50% more\nlines', '50\\% more lines'],
    ['ends}\n}\n@article{injected,', 'ends\\textbraceright{} \\textbraceright{} @article\\textbraceleft{}injected,'],
  ])('title %j', (text, expected) => {
    expect(field(write(name, titled(text)), 'title')).toBe(`{${expected}}`);
  });

  test.each([
    [author('Berg, Jan', { particle: 'van der' }), 'van der Berg, Jan'],
    [author('King, Martin', { suffix: 'Jr' }), 'King, Jr, Martin'],
    [
      author('Department of Health, Housing and Social Care', {
        literal: 'Department of Health, Housing and Social Care',
        family: undefined,
        given: undefined,
      }),
      '{Department of Health, Housing and Social Care}',
    ],
    [author('Plato'), '{Plato}'],
    [author('王, 小明'), '王, 小明'],
    [author('Hand and Heart, Ann'), '{Hand and Heart}, Ann'],
    [author('de Souza, Ana'), '{de Souza}, Ana'],
    [author('Others, Anne'), '{Others}, Anne'],
  ])('name %#', (name_, expected) => {
    expect(field(write(name, by(name_)), 'author')).toBe(`{${expected}}`);
  });

  test('no author, no year: no field, nothing made up', () => {
    const text = write(name, minimal);
    expect(text).not.toMatch(/author|year|date|undefined|n\.d\./u);
    expect(text.match(/^@/gmu)).toHaveLength(1);
  });

  test('120 authors', () => {
    const names = Array.from({ length: 120 }, (_, i) => author(`Name${i}, G`));
    expect(field(write(name, by(...names)), 'author')?.split(' and ')).toHaveLength(120);
  });

  test('marks become commands', () => {
    expect(field(write(name, marked), 'title')).toBe(
      '{H$_{2}$O and \\textit{E. coli} at 10$^{-3}$ with p $<$ .05 \\& \\{braces\\}}',
    );
  });

  test('a SICI DOI stays whole', () => {
    const sici = '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2';
    expect(field(write(name, paper('a-1998-b', { doi: said(sici) })), 'doi')).toBe(`{${sici}}`);
  });
});

test('BibTeX writes months by their macros, BibLaTeX dates as precise as they are known', () => {
  expect(field(write('bibtex', allFields), 'month')).toBe('mar');
  expect(field(write('biblatex', allFields), 'date')).toBe('{2021-03-15}');
});

describe.each([
  ['ris', 'TY', /^TY {2}- /gmu],
  ['enw', '%0', /^%0 /gmu],
  ['nbib', 'TI', /^TI {2}- /gmu],
])('%s', (name, _tag, start) => {
  test('tags inside an abstract begin no line', () => {
    const text = write(
      name,
      about('Words.\nTY  - JOUR\r\nTI  - Injected\nER  - \n\n%0 Book\n%T Injected\n\nPMID- 99999999\nTI  - X'),
    );
    expect(text.match(start)).toHaveLength(1);
    expect(text).not.toMatch(/^(TI {2}- Injected|%T Injected|PMID- 9)/mu);
  });

  test('every line is a tag and its value, or blank between records', () => {
    for (const line of write(name, allFields, minimal).split('\r\n'))
      expect(line).toMatch(/^$|^([A-Z][A-Z0-9] {2}- |%[0-9A-Z@!] \S|[A-Z]{2,4} {0,2}- \S)/u);
  });
});

test.each([
  [{ doi: said('10.5555/a.b') }, ['%U https://doi.org/10.5555/a.b']],
  [{ doi: said('10.1002/(SICI)1<a::b>2') }, ['%Z DOI: 10.1002/(SICI)1<a::b>2']],
  [
    { doi: said('10.5555/a.b'), url: said('https://example.org/a') },
    ['%U https://example.org/a', '%Z DOI: 10.5555/a.b'],
  ],
])('ENW: a DOI stands where other programs than EndNote find it too %#', (fields, lines) => {
  const text = write('enw', paper('a-nd-b', { titles: [title('T')], ...fields }));
  expect(text.split('\r\n').filter((line) => /^%[UZ] /u.test(line))).toEqual(lines);
});

test('RIS: first tag, last tag, dates, article numbers, groups', () => {
  const text = write(
    'ris',
    paper('a-2020-b', {
      titles: [title('T')],
      authors: [author('World Health Organization')],
      issued: said('2024-11'),
      articleNumber: said('e17204'),
    }),
  );
  expect(text.startsWith('TY  - JOUR\r\n')).toBe(true);
  expect(text.endsWith('ER  - \r\n')).toBe(true);
  expect(tag(text, 'DA')).toBe('2024/11//');
  expect(tag(text, 'SP')).toBe('e17204');
  expect(tag(text, 'AU')).toBe('World Health Organization,');
});

test('NBIB: the first tag is the one that programs know the format by, and NLM owns what PubMed has', () => {
  const lines = write('nbib', minimal, allFields).split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['PMID- ', 'OWN - NOTNLM']);
  expect(lines.filter((line) => line.startsWith('PMID'))).toEqual(['PMID- ', 'PMID- 12345678']);
  expect(write('nbib', allFields, minimal).match(/^PMID/gmu)).toHaveLength(1);
});

test('what a tag means for one kind of work it never says of another', () => {
  const of = (type: Paper['type']['value'], format: string): string =>
    write(format, { ...allFields, type: said(type), issue: undefined });
  // PMCID is the book's author to Zotero, a date online the edition, and an ISSN the report's number.
  expect(of('chapter', 'ris')).not.toMatch(/^(C2|ET) {2}-/mu);
  expect(of('report', 'ris')).not.toMatch(/^(SN|C2|ET) {2}-/mu);
  expect(of('report', 'ris')).toContain('N1  - PMID: 12345678; PMCID: PMC7654321; ISSN: 1471-244X');
  expect(of('webpage', 'ris')).not.toMatch(/^VL {2}-/mu);
  expect(of('thesis', 'ris')).toMatch(/^SP {2}- 114-129\r$/mu);
  expect(of('book', 'enw')).not.toMatch(/^%7/mu);
  expect(of('thesis', 'enw')).toContain('%9 Thesis');
  expect(of('report', 'endnote-xml')).not.toMatch(/<(edition|isbn|custom2)>/u);
  expect(of('thesis', 'bibtex')).toContain('type = {Thesis}');
});

test('EndNote XML: no white space around a value, for programs keep it', () => {
  expect(write('endnote-xml', allFields)).toContain(
    '<label><style face="normal" font="default" size="100%">everything-2021-every-field</style></label>',
  );
});

test('NBIB: registration, retraction, language, initials', () => {
  const text = write('nbib', {
    ...allFields,
    status: [{ kind: 'retracted', from: [{ file: 'a', line: 1, columns: [1, 2] }] }],
  });
  expect(tag(text, 'SI')).toBe('PROSPERO/CRD42021000001');
  expect(text).toContain('PT  - Retracted Publication\r\n');
  expect(tag(text, 'LA')).toBe('eng');
  expect(text).toContain("AU  - O'Neill AM\r\n");
  expect(text).toContain('FAU - Alliance Study Group,\r\n');
});

describe.each(['mods', 'endnote-xml'])('%s', (name) => {
  test('markup, CDATA, entities and instructions are text', () => {
    const hostile = ']]> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e; <?php ?> </title>';
    const text = write(name, titled(hostile));
    expect(text).toContain(']]&gt; &lt;!DOCTYPE');
    expect(text).toContain('&amp;e; &lt;?php ?&gt; &lt;/title&gt;');
  });
});

test('MODS: a page range has both ends, translations say so', () => {
  const text = write('mods', allFields);
  expect(text).toMatch(/<start>114<\/start>\s*<end>129<\/end>/u);
  expect(text).toContain('<titleInfo type="translated" lang="zh-Hans">');
  expect(write('mods', paper('a-2020-b', { articleNumber: said('424') }))).toMatch(
    /<start>424<\/start>\s*<end>424<\/end>/u,
  );
});

describe('csv', () => {
  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1 more', `"'+1 more"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
    ['\t=1+1', `"'=1+1"`],
    ['\r\n@SUM(A1)', `"'@SUM(A1)"`],
    ['＝1+1', `"'＝1+1"`],
    ['-2+3', `"'-2+3"`],
    ['a; =1+1', '"a; =1+1"'],
    ['-5', '-5'],
    ['+8', `"'+8"`],
    ['＋8', `"'＋8"`],
    ['－8', `"'－8"`],
    ['a, "b"', '"a, ""b"""'],
  ])('%s', (text, expected) => {
    expect(write('csv', titled(text)).split('\r\n')[1]).toContain(`,${expected},`);
  });

  test('a volume or an issue with a sign is a text too', () => {
    const stated = (value: string) => ({ value, from: minimal.titles[0]?.from ?? [] });
    const row = write('csv', { ...minimal, volume: stated('+8'), issue: stated('＋2') }).split('\r\n')[1];
    expect(row).toContain(`,"'+8","'＋2",`);
  });

  test('spreadsheets see UTF-8', () => {
    expect(write('csv', minimal).startsWith('\ufeffid,type,title')).toBe(true);
  });
});

test.each([
  ['1. a list', '1\\. a list'],
  ['- a list', '\\- a list'],
  ['=== a heading', '\\=== a heading'],
  ['see www.evil.invalid', 'see www\\.evil.invalid'],
  ['<https://evil.invalid> &amp; &#60;', '\\<https\\://evil.invalid\\> \\&amp; \\&\\#60;'],
  ['a\n# b\n\n> c', 'a \\# b \\> c'],
])('Markdown: %j is words', (text, escaped) => {
  expect(markdownText(toReference(titled(text)).title?.text ?? '')).toBe(escaped);
});

test('names that JavaScript knows are words like others', () => {
  const record = paper('a-nd-b', {
    titles: [title('__proto__')],
    authors: [author('constructor, toString'), author('__proto__')],
    keywords: [keyword('__proto__'), keyword('hasOwnProperty')],
    journal: { name: said('prototype') },
  });
  const [item] = JSON.parse(write('csl-json', record)) as Record<string, unknown>[];
  expect(item).toMatchObject({
    title: '__proto__',
    keyword: '__proto__, hasOwnProperty',
    'container-title': 'prototype',
  });
  for (const { name } of citationFormats) expect(write(name, record), name).toContain('__proto__'.slice(2, 7));
});

describe('line ends of every kind', () => {
  const ends = ['\r', '\n', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f'];
  const injected = ends.flatMap((end) => [
    `${end}ER  - ${end}TY  - JOUR`,
    `${end}      go on`,
    `${end}%0 Book`,
    `${end}PMID- 1`,
  ]);
  test.each(['ris', 'enw', 'nbib'])('%s: none begins a line, a record or a continuation', (name) => {
    const text = write(name, about(`Words.${injected.join('')}`));
    const lines = text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u);
    expect(lines.filter((line) => /^(ER|TY) {2}-|^%0 |^PMID/u.test(line)).length).toBeLessThanOrEqual(2);
    expect(lines.filter((line) => /^\s+\S/u.test(line))).toEqual([]);
  });
});

test.each(citationFormats.map(({ name }) => name))('%s: a title of 10,000 signs and 120 authors are whole', (name) => {
  const long = paper('a-nd-b', {
    titles: [title(`${'long words '.repeat(900)}end`)],
    authors: Array.from({ length: 120 }, (_, i) => author(`Family${i}, Given`)),
  });
  const text = write(name, long).replace(/\s+/gu, ' ');
  expect(text).toContain('long words long words end');
  expect(text).toContain('Family119');
});

test('Markdown: links, images, HTML and emphasis are words', () => {
  const text = write(
    'markdown',
    titled('**b** ![x](http://e.invalid/p.png) <script>1</script> [a](javascript:1) _i_ `c` # h'),
  );
  expect(text).toContain('\\*\\*b\\*\\* \\!\\[x\\]\\(http\\://e.invalid/p.png\\) \\<script\\>1\\</script\\>');
});

test('CSL-JSON: names, dates, an article number as page and number, status', () => {
  const item = toCsl({ ...allFields, pages: undefined, articleNumber: said('e17204') });
  expect(item.author?.[0]).toEqual({ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' });
  expect(item.author?.[3]).toEqual({ literal: 'Alliance Study Group' });
  expect(item.issued).toEqual({ 'date-parts': [[2021, 3, 15]] });
  expect([item.page, item.number, item.status]).toEqual(['e17204', 'e17204', undefined]);
  expect(item.note).toContain('Title in Chinese: 每一个字段：一个案例');
});

test.each(citationFormats.map(({ name, write: writes }) => [name, writes] as const))(
  '%s: without abstracts there is none',
  (_name, writes) => {
    expect(writes([allFields], { abstracts: false })).not.toContain('We looked at every field');
  },
);

describe('what looks like HTML', () => {
  const hostile = 'a <b>c</b> &lt;d&gt; R&amp;D &#60;e p < .05 <img src=x';
  const address = 'https://example.org/?a=1&amp;b=<c>';
  const record = paper('a-nd-b', { titles: [title(hostile)], url: said(address), doi: said('10.1002/(SICI)1<a::b>2') });

  test.each(['ris', 'enw', 'nbib', 'csv', 'csl-json'])('%s: is no HTML to any program, and reads the same', (name) => {
    const text = write(name, record);
    expect(text).toContain('a ＜b＞c＜/b＞ ＆lt;d＆gt; R＆amp;D ＆#60;e p < .05 ＜img src=x');
    expect(text).toContain('10.1002/(SICI)1<a::b>2');
    if (name !== 'nbib') expect(text).toContain('https://example.org/?a=1&amp;b=');
  });

  test.each(['mods', 'endnote-xml'])('%s: is escaped and stays what it is', (name) => {
    expect(write(name, record)).toContain('a &lt;b&gt;c&lt;/b&gt; &amp;lt;d&amp;gt; R&amp;amp;D');
  });

  test.each(['bibtex', 'biblatex'])('%s: a character reference is broken where TeX prints nothing', (name) => {
    expect(field(write(name, record), 'title')).toContain('\\&{}lt;d\\&{}gt; R\\&{}amp;D \\&{}\\#60;e');
  });
});

test('a keyword in each language is kept', () => {
  expect(
    toReference(paper('a-nd-b', { keywords: [keyword('x'), keyword('x'), keyword('联盟', 'zh-Hans')] })).keywords,
  ).toEqual(['x', '联盟']);
});

test('a paper can be cited in the languages that people gave it a title in', () => {
  const [own, other, ...more] = citedIn(allFields);
  expect(own).toEqual({ choice: 'style', item: toCsl(allFields) });
  expect(more).toEqual([]);
  expect(other).toMatchObject({ choice: 'zh', item: { title: '每一个字段：一个案例', custom: { inChinese: true } } });
  expect(citedIn(minimal)).toHaveLength(1);
});
