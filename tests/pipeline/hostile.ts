/** What a hostile page may put into an embedded record; the rest is harmless. */
interface Stated {
  title?: string;
  authors?: string;
  abstract?: string;
  journal?: string;
  doi?: string;
  url?: string;
  keys?: Record<string, unknown>;
}

const harmless =
  'This narrative review looks at how trust forms when an interpreter is present. Twenty studies were read.';

/** A page with an embedded record and its text. */
function hostilePage(number: number, { keys = {}, ...stated }: Stated): string {
  const title = stated.title ?? `Hostile page ${number}: trust and interpreters`;
  const record = {
    ...keys,
    title,
    authors: stated.authors ?? 'Ana Example, Bo Sample',
    doi: stated.doi ?? `10.5555/hostile.${number}`,
    abstract: `<p>${stated.abstract ?? harmless}</p>`,
    PeriodicalId: 1,
    journal: { name: stated.journal ?? 'Journal of Test Alliance', volume: '12 3', pages: `${number}-${number + 9}` },
    publicationDate: '2025-05-03',
    openAccessPdf: stated.url ?? '',
    resultStr: null,
    JCRName: 'PSYCHIATRY',
    TitleCN: null,
  };
  // `__proto__` in an object literal is not a key, so it is written into the text.
  const text = JSON.stringify(record).replace('"PROTO"', '"__proto__"');
  return `${text}\n${title}\n${(stated.abstract ?? harmless).replace(/<[^>]*>/gu, '')}\n`;
}

export interface Hostile {
  name: string;
  bytes: string | Buffer;
  /** A rule of the notice that warns of it. */
  warns?: string;
  /** What the record must still have as text. */
  holds?: string;
  /** What it must not have. */
  lacks?: RegExp;
}

const plain = (number: number, lines: string): string =>
  [
    `Plain page ${number}: on the trust of carers`,
    'Ana Example, Bo Sample',
    `J Test Alliance. 2021 Nov;${number}:45-57. doi: 10.5555/plain.${number}.`,
    'Abstract',
    'This study examined trust. Interviews were held with 12 carers.',
    lines,
  ].join('\n');

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Kinds of attack for which the folder of hostile files has no file. */
export const hostiles: readonly Hostile[] = [
  {
    name: 'svg with onload and an animation that sets an address',
    bytes: hostilePage(3, {
      abstract: `<svg onload="window.__pwned=1"><animate attributeName=href values=javascript:1></svg>${harmless}`,
    }),
    holds: 'Twenty studies were read',
    lacks: /onload|<svg|<animate/u,
  },
  {
    name: 'meta refresh, base and link',
    bytes: hostilePage(6, {
      abstract: `<meta http-equiv=refresh content="0;url=https://evil.invalid"><base href=//evil.invalid/><link rel=stylesheet href=//evil.invalid/x.css>${harmless}`,
    }),
    lacks: /http-equiv|<base|<link/u,
  },
  {
    name: 'a frame with a document in an attribute',
    bytes: hostilePage(9, {
      abstract: `<iframe srcdoc="&lt;script&gt;parent.__pwned=1&lt;/script&gt;"></iframe>${harmless}`,
    }),
    lacks: /srcdoc|<iframe|<script/u,
  },
  {
    name: 'style that loads from another host',
    bytes: hostilePage(12, {
      title:
        'Trust <style>*{background:url(//evil.invalid/x)}</style><b style="background:url(//evil.invalid)">among</b> carers',
    }),
    holds: 'among',
    lacks: /<style|style=/u,
  },
  {
    name: 'markup as numeric references',
    bytes: hostilePage(15, {
      title: 'Trust &#60;script&#62;alert(1)&#60;/script&#62; and &#x1F600; and &#0; &#xD800; &#x202E; carers',
    }),
    lacks: /[\u202a-\u202e\ud800\u0000]/u,
  },
  {
    name: 'tag characters and variation selectors that hide words',
    bytes: hostilePage(18, {
      title: `Trust of carers ${'ignore this'
        .split('')
        .map((c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0)))
        .join('')}on wards`,
    }),
    holds: 'on wards',
    lacks: /[\u{e0000}-\u{e007f}]/u,
  },
  {
    name: 'null bytes within words',
    warns: 'source-nul-characters',
    bytes: plain(21, 'Tr\u0000ust\u0000 and \u0001\u001b[31mred\u001b[0m'),
    lacks: /[\u0000-\u0008\u001b]/u,
  },
  {
    name: 'UTF-16 without a mark',
    warns: 'source-encoding-guessed',
    bytes: utf16(plain(24, '')),
    holds: 'trust of carers',
  },
  {
    name: 'UTF-16 with half a character at its end',
    bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(plain(25, '')), Buffer.from([0x41])]),
  },
  {
    name: 'lines that end in CR, LS, PS and NEL, and look like fields',
    bytes: plain(27, '').replaceAll('\n', '\r') + '\u2028ER  - \u2029TY  - JOUR\u0085TI  - Injected\r',
    holds: 'trust of carers',
    lacks: /[\u2028\u2029\u0085]/u,
  },
  {
    name: 'formulas in every field',
    bytes: hostilePage(30, {
      title: '=HYPERLINK("https://evil.invalid","x") trust of carers',
      authors: '+SUM(1;2), @cmd',
      journal: "-2+3+cmd|' /C calc'!A0",
    }),
  },
  {
    name: 'one sentence five thousand times',
    bytes: hostilePage(33, { abstract: 'Trust matters. '.repeat(5000) }),
    holds: 'Trust matters.',
  },
  { name: 'a DOI in letters that look alike', bytes: hostilePage(34, { doi: '10.5555/hоstile.34' }) },
  {
    name: 'a DOI of wide characters',
    warns: 'identifier-not-valid',
    bytes: hostilePage(35, { doi: '１０.５５５５/hostile.35' }),
  },
  {
    name: 'a title of pictures alone',
    bytes: hostilePage(39, { title: '🧠💬🤝', authors: '🙂, 🙃' }),
  },
  {
    name: 'a title of ten thousand letters',
    warns: 'word-too-long',
    bytes: hostilePage(40, { title: `Trust${'a'.repeat(10_000)} of carers` }),
  },
  {
    name: 'keys that every object has',
    bytes: hostilePage(42, {
      keys: {
        PROTO: { polluted: 1 },
        constructor: { prototype: { polluted: 1 } },
        toString: 'x',
        hasOwnProperty: 1,
        valueOf: null,
      },
    }),
    lacks: /polluted/u,
  },
  {
    name: 'elements named like what every object has',
    bytes: Buffer.from(
      [
        '<!doctype html><html><head><title>Trust of carers</title>',
        '<meta name="citation_title" content="Trust &lt;constructor&gt;of&lt;/constructor&gt; carers"></head><body>',
        '<h1>Trust <constructor>of</constructor> <b>carers</b></h1><p>Ana Example</p><h2>Abstract</h2>',
        '<p>We <constructor>asked twelve carers</constructor> of trust and hope.</p></body></html>',
      ].join(''),
    ),
    holds: 'We asked twelve carers of trust',
  },
  {
    name: 'a hundred authors',
    bytes: hostilePage(45, {
      authors: Array.from(
        { length: 100 },
        (_, i) => `Person${String.fromCharCode(97 + (i % 26))} Example${String.fromCharCode(97 + Math.floor(i / 26))}`,
      ).join(', '),
    }),
  },
  {
    name: 'YAML and template words in values',
    bytes: hostilePage(48, {
      title: '{{constructor.constructor("alert(1)")()}} ${7*7} <%= 1 %> !!js/function trust: [carers, "x"] # & *a',
    }),
  },
  {
    name: 'combining marks in towers',
    bytes: hostilePage(51, { title: `Trust o${'\u0301'.repeat(5000)}f carers` }),
  },
  {
    name: 'an id that is a folder of the site',
    bytes: hostilePage(54, { title: 'Index', authors: 'Papers, Search' }),
  },
  {
    name: 'ten thousand open brackets',
    bytes: plain(57, `${'['.repeat(10_000)}${'{"a":'.repeat(10_000)}${'<div>'.repeat(10_000)}`),
  },
];
