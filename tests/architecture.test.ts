import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shortcutKeys } from '#site/shortcut-keys';
import { general } from '../scripts/formats/index.ts';
import { formatsOf } from '../scripts/pipeline/decisions/read-sites.ts';
import { projectRoot } from '../scripts/run.ts';
import { importsOf, packageOf, projectFiles, type TreeFile } from './support/tree.ts';

const files = projectFiles();
const code = files.filter(({ path }) => /\.(ts|mjs|astro)$/.test(path));
const builtIn = (target: string) => target.startsWith('node:') || builtinModules.includes(target);

interface Layer {
  /** The layer is every code file whose path begins like this. */
  folder: string;
  /** Beginnings of paths, and names of packages, that it may import; a name that ends in `*` may continue. */
  may: readonly string[];
  /** What to do instead. */
  instead: string;
}

/** Layers that may import only what is named here. */
const pure: readonly Layer[] = [
  {
    folder: 'src/domain/',
    may: ['src/domain/', 'src/text/', 'zod'],
    instead: 'the domain imports zod and what characters are, nothing else: pass the value in',
  },
  {
    folder: 'src/text/',
    may: ['src/text/', 'fflate'],
    instead: 'characters and bytes need nothing but what unpacks them: pass the value in',
  },
  {
    folder: 'src/search/',
    may: ['src/domain/', 'src/search/', 'src/text/'],
    instead: 'search answers from what it is given: let the index be built in scripts and loaded in src/client',
  },
  {
    folder: 'src/prose/',
    may: ['src/domain/', 'src/text/', 'src/prose/', 'satteri', 'hast', 'zod'],
    instead: 'what a sentence is follows from the MDX alone: pass papers and their sentences in',
  },
  {
    folder: 'src/citations/',
    may: ['src/domain/', 'src/text/', 'src/citations/', 'pinyin-pro'],
    instead: 'citations go from a paper to text: let the caller read and write',
  },
  {
    folder: 'scripts/formats/',
    may: [
      'src/domain/',
      'src/text/',
      'scripts/formats/',
      'unified',
      'rehype-parse',
      'hast',
      'zod',
      'opencc-js',
      '@retorquere/bibtex-parser',
    ],
    instead: 'a format is text in, drafts out: the pipeline reads the disk',
  },
  {
    folder: 'src/client/',
    may: ['src/domain/', 'src/text/', 'src/citations/', 'src/search/', 'src/client/', 'src/site/', 'zod', 'citeproc'],
    instead: 'code of the browser has no disk and no build: pass data in through the page',
  },
];

/** Layers that may import anything except this. */
const closed: readonly { folder: string; never: RegExp; instead: string }[] = [
  {
    folder: 'src/',
    never: /^scripts\//,
    instead: 'the site knows the records, not how they were made: move shared code to src/domain',
  },
  {
    folder: 'scripts/',
    never: /^(astro$|astro[:/]|@astrojs\/|src\/(pages|components|layouts)\/)/,
    instead: 'start Astro as a program (scripts/run.ts), or move shared code to src/domain',
  },
];

const allowed = (layer: Layer, target: string) =>
  layer.may.some((name) =>
    name.endsWith('/')
      ? target.startsWith(name)
      : name.endsWith('*')
        ? target.startsWith(name.slice(0, -1))
        : packageOf(target) === name,
  );

describe('layers', () => {
  test.each(pure)('$folder imports only what it may', (layer) => {
    const strangers = importsIn(layer.folder).filter(({ target }) => builtIn(target) || !allowed(layer, target));
    expect(strangers.map(({ at, target }) => `${at} imports ${target}: ${layer.instead}`)).toEqual([]);
  });

  test.each(closed)('$folder never imports a layer above it', ({ folder, never, instead }) => {
    const strangers = importsIn(folder).filter(({ target }) => never.test(target));
    expect(strangers.map(({ at, target }) => `${at} imports ${target}: ${instead}`)).toEqual([]);
  });

  test('nothing that scripts import leads to Astro', () => {
    expect(waysTo(/^astro($|[:/])/, 'scripts/')).toEqual([]);
  });

  function importsIn(folder: string) {
    const inFolder = code.filter(({ path }) => path.startsWith(folder));
    expect(inFolder.length, `files in ${folder}`).toBeGreaterThan(0);
    return inFolder.flatMap((file) =>
      importsOf(file).map(({ line, target }) => ({ at: `${file.path}:${line}`, target })),
    );
  }

  /** Chains of imports from a folder's files to what `goal` matches. */
  function waysTo(goal: RegExp, folder: string): string[] {
    const byPath = new Map(code.map((file) => [file.path, file]));
    const from = new Map<string, string>();
    const queue = code.map(({ path }) => path).filter((path) => path.startsWith(folder));
    const ways: string[] = [];
    for (const path of queue) {
      const file = byPath.get(path);
      for (const { line, target } of file ? importsOf(file) : []) {
        if (goal.test(target))
          ways.push(`${path}:${line} imports ${target} (reached from ${from.get(path) ?? folder})`);
        if (byPath.has(target) && !from.has(target) && !target.startsWith(folder)) {
          from.set(target, path);
          queue.push(target);
        }
      }
    }
    return ways;
  }
});

describe('what a page reads of the review', () => {
  // The first one notes what a page reads, so that it is made again when that changes. The others read no content: what
  // was made of records before, the styles' data, and the program that Astro made.
  const noted = [
    'src/site/content-folder.ts',
    'src/site/lent.ts',
    'src/site/references/library.ts',
    'src/site/keep-program.ts',
  ];
  const ofSite = code.filter(({ path }) => /^src\/(?:site|pages|components)\//u.test(path));

  test('comes through the folder of the content, and no file is opened elsewhere', () => {
    const opened = ofSite.filter(
      (file) =>
        !noted.includes(file.path) && importsOf(file).some(({ target }) => /^(?:node:)?fs(?:\/|$)/u.test(target)),
    );
    expect(opened.map(({ path }) => path)).toEqual([]);
  });

  test('is kept by `onceEach` or `aggregate` alone, which know what was read', () => {
    const kept = ofSite.filter(({ text }) => /new (?:Weak)?Map<Review\b/u.test(text));
    expect(kept.map(({ path }) => path)).toEqual([]);
  });

  /**
   * What modules remember from one page to the next. A page that finds it there must have noted the same reads as the page
   * that has made it, or it is kept when it must change.
   */
  const remembered: Record<string, string> = {
    'src/prose/absent.ts: searched': 'made of a paper alone, which a page has read before it asks',
    'src/site/content-folder.ts: last': 'asked through a source, whose answers are the slice',
    'src/site/content-folder.ts: times': 'asked through sources, of content that stands still during a build',
    'src/site/decisions.ts: read': 'asked through a source, whose answers are the slice',
    'src/site/exports.ts: last': 'made of a paper alone, which a page has read before it asks',
    'src/site/han.ts: segmenter': 'made of nothing',
    'src/site/ledger.ts: cached': 'its parts are sources, whose answers are the slice',
    'src/site/lent.ts: known': 'by a hash of all that it is made of',
    'src/site/live-files.ts: held': 'used by the live site alone, which keeps no pages',
    'src/site/live-files.ts: isFresh': 'used by the live site alone, which keeps no pages',
    'src/site/live-files.ts: state': 'used by the live site alone, which keeps no pages',
    'src/site/references/index.ts: format': 'made of nothing but the styles',
    'src/site/references/index.ts: lastSetting': 'asked through a source, whose answers are the slice',
    'src/site/review.ts: cached': 'its parts are sources, whose answers are the slice',
    'src/site/slice.ts: answers': 'the sources themselves, by their names',
    'src/site/slice.ts: hashes': 'what a page has read is noted there',
    'src/site/slice.ts: listed': 'what a page has read is noted there',
    'src/site/slice.ts: noted': 'what a page has read is noted there',
    'src/site/slice.ts: whole': 'what a page has read is noted there',
  };
  const memory =
    /^(?:export )?(?:let (\w+)|const (\w+)(?:: [^=\n]+)? = new (?:Weak)?(?:Map|Set)(?:<[^\n]*>)?\(\);$)/gmu;
  const memoriesIn = ({ path, text }: TreeFile): string[] =>
    [...text.matchAll(memory)].map(([, variable, table]) => `${path}: ${variable ?? table}`);

  test('is remembered from one page to the next only where it is part of a slice', () => {
    const ofPages = code.filter(({ path }) => /^src\/(?:site|pages|citations|prose|domain|text)\/.*\.ts$/u.test(path));
    expect(ofPages.flatMap(memoriesIn).sort()).toEqual(Object.keys(remembered));
    const lines = ['let last: Paper | undefined;', 'const known = new Map<string, Paper>();', 'export let at = 0;'];
    for (const text of lines) expect(memoriesIn({ path: '', text, lines: [] })).toHaveLength(1);
  });
});

describe('imports', () => {
  test('make no circles, types included', () => {
    const ours = code.filter(({ path }) => /^(?:src|scripts)\//.test(path));
    const circles = circlesIn(new Map(ours.map((file) => [file.path, importsOf(file).map(({ target }) => target)])));
    expect(circles.map((circle) => `${circle.join(' -> ')}: move what both need to a file of its own`)).toEqual([]);
  });

  test('and the test of it finds what it must', () => {
    const imports = { a: ['b', 'zod'], b: ['c'], c: ['b', 'd'], d: [], e: ['e'], f: ['a', 'd'] };
    expect(circlesIn(new Map(Object.entries(imports)))).toEqual([
      ['b', 'c', 'b'],
      ['e', 'e'],
    ]);
  });

  /** Paths from a file back to itself, one for each import that closes a circle. */
  function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
    const circles: string[][] = [];
    const done = new Set<string>();
    const way: string[] = [];
    const visit = (path: string): void => {
      way.push(path);
      for (const target of imports.get(path) ?? []) {
        if (way.includes(target)) circles.push([...way.slice(way.indexOf(target)), target]);
        else if (!done.has(target)) visit(target);
      }
      way.pop();
      done.add(path);
    };
    for (const path of imports.keys()) if (!done.has(path)) visit(path);
    return circles;
  }
});

/**
 * Files of the pipeline that touch the disk, with the reason. All others receive what they need and return what they
 * make.
 */
const disk: Record<string, { reads?: string; writes?: string }> = {
  'scripts/pipeline/sources/remove-sources.ts': {
    reads: 'which names are taken; how the papers of a source are called',
    writes: 'a source with its sidecar, and the decision, to the folder of what was removed',
  },
  'scripts/pipeline/read/list.ts': { reads: 'which sources there are: names and sizes, no contents' },
  'scripts/pipeline/sources/command-files.ts': { reads: 'what a name on the command line means: kinds and sizes' },
  'scripts/pipeline/read/open-source.ts': { reads: 'sources and their sidecars' },
  'scripts/pipeline/read/zip.ts': { reads: 'archives among the sources' },
  'scripts/pipeline/decisions/read-decisions.ts': {
    reads: 'corrections, screening, removals, ids: what people decided',
  },
  'scripts/pipeline/describe/vocabulary.ts': { reads: 'the vocabulary' },
  'scripts/pipeline/write/import-lock.ts': { writes: 'what a broken run left' },
  'scripts/pipeline/sources/copy-in.ts': {
    reads: 'sidecars of what is added',
    writes: 'new sources and their sidecars',
  },
  'scripts/pipeline/write/write.ts': { reads: 'the records that are there', writes: 'papers, ledger, ids' },
  'scripts/pipeline/sources/take-records.ts': {
    reads: 'the sidecar of a list',
    writes: 'in it, which records a person takes in',
  },
  'scripts/pipeline/decisions/read-versions.ts': { reads: 'the saved versions of the corpus' },
  'scripts/pipeline/decisions/write-version.ts': {
    reads: 'site.yaml, of which it changes version and date',
    writes: 'a saved version, and these two values',
  },
  'scripts/pipeline/decisions/read-sites.ts': { reads: 'site files: what people taught of the pages of a site' },
  'scripts/pipeline/decisions/write-site.ts': { writes: 'a site file' },
  'scripts/pipeline/decisions/write-correction.ts': { reads: 'which names are taken', writes: 'a correction' },
  'scripts/pipeline/decisions/write-decision.ts': { reads: 'the decisions that are there', writes: 'one more' },
};

/** Makers of a source's text outside the pipeline: each has its own text, or shows the bytes again. */
const ownTexts: Record<string, string> = {
  'scripts/measure/glued.ts': 'two labelled pages as one text',
  'scripts/audit/prose.ts': 'places in an essay',
  'scripts/bench/growth/documents.ts': 'fixtures with hostile shapes in them',
  'scripts/bench/growth/readers.ts': 'hostile shapes',
  'scripts/bench/mutations.ts': 'mutated samples',
  'scripts/measure/join-cases.ts': 'records written for measuring',
  'scripts/measure/reading-cases.ts': 'texts written for measuring',
  'scripts/measure/shared-drafts.ts': 'labelled material, and records made of tables',
  'scripts/pipeline/read/joined.ts': 'parts of a joined file, each read by its own format',
  'src/site/sources.ts': 'the source page, from the bytes that the ledger names',
};

/** Files that name the folder of papers and write other things. */
const besidePapers: Record<string, string> = {
  'scripts/bench/build.ts': 'copies of a review for measuring, in a folder of their own',
  'scripts/bench/corpus.ts': 'papers of a review made up for measuring, in a folder of its own',
  'scripts/bench/live.ts': 'reads which paper a source gave, in a copy of the project for measuring',
  'scripts/bundle.ts': 'counts them; it writes a zip file of the built site',
  'scripts/exports.ts': 'reads them and writes exports of them',
  'scripts/lib/replace.ts': 'reads which of them stay, and puts a whole folder in its place',
  'scripts/lib/own-folder.ts': 'looks whose they are, and tries whether a disk takes a file',
  'scripts/search/index.ts': 'reads them and writes the index of them',
  'scripts/shots.ts': 'reads their titles and writes pictures of pages',
};

/** Functions of `node:fs` that change what is on the disk. */
const changing =
  /^(?:write|append|copy|chmod|chown|lchmod|lchown|fchmod|fchown|cp|create|ftruncate|futimes|fsync|link|lutimes|mk|open|rename|rm|symlink|truncate|unlink|utimes)/;
/** Those of them that only read. */
const harmless = /^(?:createReadStream|opendir(?:Sync)?)$/;

/** Files that change the disk themselves. All others use `scripts/lib/files.ts`, which writes whole files or none. */
const writers: Record<string, string> = {
  'scripts/lib/files.ts': 'the module that writes',
  'scripts/lib/store/folder.ts': 'the cache of entries, as below',
  'scripts/lib/store/index.ts': 'a cache of entries, added one by one, that each prove themselves when they are read',
  'src/site/keep-program.ts': 'runs inside Astro: copies the program that Astro makes before Astro deletes it',
  'src/site/lent.ts': 'runs inside Astro, where nothing of scripts is: rows for the build that has started it',
};

describe('the disk', () => {
  const reading =
    /\b(?:readFile|readFileSync|createReadStream|readdir|readdirSync|opendir|existsSync|lstatSync|statSync|readText|readYamls?|readJson|namesIn|isThere)\(/;
  const pipeline = code.filter(({ path }) => path.startsWith('scripts/pipeline/'));
  const writesOf = ({ text }: TreeFile): string[] =>
    [...text.matchAll(/^import\b\s*(?:type\s*)?([^;]*?)\s*from\s*['"](?:node:)?fs(?:\/promises)?['"]/gm)].flatMap(
      ([, names = '']) =>
        // A whole module under one name has all of its functions.
        names.startsWith('{')
          ? names.split(/[{},\s]+/).filter((name) => changing.test(name) && !harmless.test(name))
          : [names],
    );
  /** A file that imports one of these writes something. */
  const asked = ['scripts/lib/files.ts', 'scripts/lib/replace.ts', 'scripts/lib/all-or-none.ts'];
  const declared = (what: 'reads' | 'writes') =>
    Object.keys(disk)
      .filter((path) => disk[path]?.[what])
      .sort();

  test('is changed by one module', () => {
    const ours = code.filter(({ path }) => /^(?:scripts|src)\//.test(path) || /^[^/]+\.mjs$/.test(path));
    const found = ours.flatMap((file) => writesOf(file).map((name) => `${file.path} has ${name} of node:fs`));
    const others = found.filter((line) => !Object.keys(writers).some((path) => line.startsWith(`${path} `)));
    expect(others.map((line) => `${line}: write through scripts/lib/files.ts`)).toEqual([]);
    const still = Object.keys(writers).filter((path) => found.some((line) => line.startsWith(`${path} `)));
    expect(still).toEqual(Object.keys(writers));
    const loaded = ours.filter(({ text }) =>
      /(?:\bimport|\brequire|getBuiltinModule)\(\s*['"](?:node:)?fs\b/.test(text),
    );
    expect(loaded.map(({ path }) => path)).toEqual([]);
  });

  test('and the test of it finds what it must', () => {
    const lines: Record<string, string[]> = {
      "import { readFileSync, writeFileSync } from 'node:fs';": ['writeFileSync'],
      "import {\n  rm,\n  stat,\n} from 'node:fs/promises';": ['rm'],
      "import * as fs from 'fs';": ['* as fs'],
      "import { createReadStream, opendir } from 'node:fs';": [],
    };
    for (const [text, names] of Object.entries(lines)) expect(writesOf({ path: '', text, lines: [] })).toEqual(names);
  });

  test('is read and written in the pipeline by the files that say so', () => {
    const readers = pipeline.filter(({ text }) => reading.test(text)).map(({ path }) => path);
    expect(readers.sort()).toEqual(declared('reads'));
    const writing = pipeline.filter((file) => importsOf(file).some(({ target }) => asked.includes(target)));
    expect(writing.map(({ path }) => path).sort()).toEqual(declared('writes'));
  });

  test('one file opens sources: no other makes their text', () => {
    const makers = code
      .filter(({ path, text }) => /^(?:scripts|src)\//.test(path) && /(?<!function )\bsourceText\(/.test(text))
      .map(({ path }) => path);
    expect(makers.sort()).toEqual(['scripts/pipeline/read/open-source.ts', ...Object.keys(ownTexts)].sort());
  });

  test('only one file writes papers: other files that name their folder write something else', () => {
    const naming = /\bjoin\([^)]*['"`]papers['"`]|\bcontent\/papers\b/;
    const callers = code.filter(({ path }) => /^(?:scripts|src)\//.test(path));
    const writing = callers.filter((file) => importsOf(file).some(({ target }) => asked.includes(target)));
    const found = writing.filter(({ text }) => naming.test(text)).map(({ path }) => path);
    expect(found.sort()).toEqual(['scripts/pipeline/write/write.ts', ...Object.keys(besidePapers)].sort());
    const using = callers.filter((file) =>
      importsOf(file).some(({ target }) => target === 'scripts/pipeline/write/write.ts'),
    );
    expect(using.map(({ path }) => path)).toEqual(['scripts/pipeline/import-review.ts']);
  });
});

describe('every format that is listed', () => {
  const formats = formatsOf(join(projectRoot, 'content'));
  const fixtures = join(projectRoot, 'tests', 'fixtures');
  const cases = ['formats', 'references'].flatMap((folder) =>
    readdirSync(join(fixtures, folder)).map((name) => ({ folder: join(fixtures, folder, name), name })),
  );
  /** A reference golden names its format; for a page, the folder begins with it. */
  const formatOf = ({ folder, name }: { folder: string; name: string }): string => {
    const golden = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { format?: string };
    return golden.format ?? name.split('--')[0] ?? '';
  };
  const covered = new Set(cases.map(formatOf));

  test.each([...formats, general].map(({ name }) => name))('%s has a case: a source and what it must give', (name) => {
    expect([...covered]).toContain(name);
  });

  test('and every case belongs to a format', () => {
    const known = new Set([...formats, general].map(({ name }) => name));
    expect([...covered].filter((name) => !known.has(name))).toEqual([]);
  });

  test('has a name of its own', () => {
    const names = formats.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

interface Ban {
  name: string;
  /** Paths to which the rule applies. */
  where: RegExp;
  pattern: RegExp;
  /** A line that the rule must find. */
  example: string;
  instead: string;
  /** Lines that are allowed all the same. */
  except?: RegExp;
}

/** Pages depend only on the review, so that a build knows when to make them again. */
const pureOrPages = /^(?:src\/(?:domain|prose|citations)|scripts\/formats)\/.*\.ts$|^src\/(?:site|pages|components)\//;
const everyCode = /\.(ts|mjs|astro)$/;

const bans: readonly Ban[] = [
  {
    name: 'a remedy that is a sentence of its own: it follows "do:"',
    example: "remedy: 'Save the page again.',",
    where: /^(?:src|scripts)\/.*\.ts$/,
    pattern: /\bremedy: ['"`](?:[A-Z][a-z]|[^'"`]*\.['"`],?$)/,
    instead: 'an instruction that begins with a small letter and ends without a full stop',
  },
  {
    name: 'a place that nobody finds',
    example: "place: { file: '?' }",
    where: /^scripts\/(?:formats|pipeline)\/.*\.ts$/,
    pattern: /file: '\?'|\?\? '\?'/,
    instead: '`placeOfValue`, or the folder where the file should be',
  },
  {
    name: 'the clock',
    example: 'Date.now()',
    where: pureOrPages,
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
    instead: 'pass the date in',
  },
  {
    name: 'normalization of its own',
    example: "text.normalize('NFC')",
    where: /^(?:src\/|scripts\/(?:formats|pipeline|search)\/)(?!text\/).*\.(?:ts|astro)$/,
    // What is one character has no tower on it; the search's early script imports nothing, and takes 200 characters.
    except: /\b(?:char|one)\.normalize|\(base \+ mark\)|^\s+\.normalize\('NFKD'\)$/,
    pattern: /\.normalize\('NF/,
    instead: 'normalized() of src/text/normal.ts: the platform takes quadratic time for towers of marks',
  },
  {
    name: 'the network',
    example: 'await fetch(url)',
    where: pureOrPages,
    pattern: /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/,
    instead: 'pass the text in',
  },
  {
    name: 'chance',
    example: 'Math.random()',
    where: pureOrPages,
    pattern: /\bMath\.random\(|\bcrypto\.random/,
    instead: 'derive it from the text: the same input gives the same record',
  },
  {
    name: 'the environment',
    example: 'process.env',
    where: pureOrPages,
    // The build says where the review, what is lent and the program are.
    except: /\bprocess\.env\['REVIEW_(?:CONTENT|LENT|PROGRAM)'\]/,
    pattern: /\bprocess\.(env|argv|cwd|exit)\b/,
    instead: 'pass it in as an argument',
  },
  {
    name: 'any',
    example: 'const x: any = 1',
    where: everyCode,
    pattern: /(?::|\bas|<|,)\s*any\b(?!thing|\s+\w)/,
    instead: 'name the type, or unknown and a check',
  },
  {
    name: 'silenced types',
    example: '// @ts-ignore',
    where: everyCode,
    pattern: /@ts-(ignore|nocheck|expect-error)/,
    instead: 'fix the type',
  },
  {
    name: 'markup from data',
    example: '<p set:html={x} />',
    where: /^src\//,
    pattern: /\bset:html\b|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write\(/,
    instead: 'build elements, or textContent',
    // JSON-LD is a data block, which has no other form; `scriptSafe` leaves no character that could end it.
    except: /set:html=\{scriptSafe\(/,
  },
  {
    name: 'inline handlers',
    example: '<a onclick="x()">',
    where: /^src\/.*\.astro$/,
    pattern: /\son(click|change|input|submit|load|error|key\w+)\s*=\s*["'{]/,
    instead: 'addEventListener in src/client: the policy forbids inline code',
  },
  {
    name: 'the file that was started',
    example: 'if (import.meta.main) {}',
    where: /^scripts\//,
    pattern: /\bimport\.meta\.main\b/,
    instead: 'isMain(import.meta) of scripts/cli.ts: Node before 24.2 knows no `main`',
  },
  {
    name: 'code from text',
    example: "eval('1')",
    where: everyCode,
    pattern: /\beval\(|\bnew Function\(/,
    instead: 'a table of functions',
  },
  {
    name: 'unfinished work',
    example: '// TODO: later',
    where: /^(src|scripts)\//,
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    instead: 'finish it, or say what holds',
  },
  {
    name: 'tests switched off',
    example: "test.skip('x')",
    where: /^tests\/.*\.test\.ts$/,
    pattern: /\b(test|it|describe)\.(skip|only|todo|fails|skipIf|runIf)\b/,
    instead: 'a test that runs everywhere: branch early, and assert what is absent',
  },
];

/** This file names what it forbids. */
const ownText = /^tests\/architecture\.test\.ts$/;

test('every file of code says what it is for, above its imports', () => {
  const silent = (text: string) => !/^\s*(?:\/\*|\/\/ (?!prettier-ignore))/.test(text);
  expect(silent("/** What it is. */\n\nimport x from 'x';\n\nexport const y = x;")).toBe(false);
  expect(silent("import x from 'x';\n\n/** What y is. */\nexport const y = x;")).toBe(true);
  const ours = code.filter(({ path }) => /^(?:src|scripts)\//.test(path));
  expect(ours.length).toBeGreaterThan(500);
  const found = ours.filter(({ text }) => silent(text.replace(/^---\n/, ''))).map(({ path }) => path);
  expect(found.map((path) => `${path}: begin it with a comment of one to three sentences`)).toEqual([]);
});

test('a key that a script acts on is in the list of keys that readers see, and no other', () => {
  const textOf = (of: RegExp) => files.flatMap(({ path, text }) => (of.test(path) ? [text] : [])).join('\n');
  const acted = [...textOf(/^src\/client\/.*\.ts$/).matchAll(/\bonKey\('([^']+)'/g)].map(([, key = '']) => key);
  const listed = shortcutKeys.map(([key]) => key).filter((key) => key.length === 1);
  expect(acted.length).toBeGreaterThan(2);
  expect(listed.toSorted()).toEqual(acted.toSorted());
});

describe('what no file contains', () => {
  test.each(bans)('$name', ({ where, pattern, example, instead, except }) => {
    expect(example).toMatch(pattern);
    expect(files.filter(({ path }) => where.test(path)).length).toBeGreaterThan(0);
    expect(linesWith(where, pattern, except).map((found) => `${found}  -> ${instead}`)).toEqual([]);
  });

  test("a machine's paths and registries' hosts", () => {
    const ours = /^(?!content\/(sources|papers|ledger)|tests\/fixtures\/|tests\/goldens\/)/;
    const pattern =
      /(^|[\s"'`(=])\/(home|Users|root|work)\/[a-z]|registry\.npmjs\.org|registry\.yarnpkg\.com|deb\.debian\.org|"resolved":/;
    expect(linesWith(ours, pattern)).toEqual([]);
  });

  function linesWith(where: RegExp, pattern: RegExp, except?: RegExp): string[] {
    return files
      .filter(({ path }) => where.test(path) && !ownText.test(path))
      .flatMap(({ path, lines }) =>
        lines.flatMap((line, i) =>
          pattern.test(line) && !except?.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : [],
        ),
      );
  }
});

test('a property is tried on the same cases every time: a failure is found by whoever made it', () => {
  const random = files.filter(
    ({ path, text }) =>
      /^tests\/.*\.ts$/.test(path) && !ownText.test(path) && /\bfc\.assert\(/.test(text) && !/\bseed\b/.test(text),
  );
  expect(random.map(({ path }) => `${path}: give fc.assert a seed`)).toEqual([]);
});

/** The maximum number of lines in a file of code or styles. */
const lineLimit = 400;

/** Longer files, each with its reason. */
const longer: Record<string, string> = {};

describe('size', () => {
  const ideas = files.filter(({ path }) => /^(src|scripts)\/.*\.(ts|mjs|astro|css)$/.test(path));

  test(`a file of one idea has at most ${lineLimit} lines`, () => {
    const tooLong = ideas.filter((file) => lengthOf(file) > lineLimit && !longer[file.path]);
    expect(
      tooLong.map((file) => `${file.path} has ${lengthOf(file)} lines: part its ideas, or give the reason`),
    ).toEqual([]);
  });

  test('every exception is still one', () => {
    const long = new Set(ideas.filter((file) => lengthOf(file) > lineLimit).map(({ path }) => path));
    expect(Object.keys(longer).filter((path) => !long.has(path))).toEqual([]);
  });

  const lengthOf = ({ lines }: TreeFile) => lines.length - (lines.at(-1) === '' ? 1 : 0);
});
