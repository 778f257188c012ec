/** What was read of pages, by the hash of their bytes, in one file: a page is read once, by the step that has it first. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages, versionOf, type Files } from '../lib/digest.ts';
import { hashOfBytes } from '../lib/file-hashes.ts';
import { makeFolder, writeFile } from '../lib/files.ts';
import { projectRoot } from '../run.ts';
import { readPage, type Page } from './page.ts';

/** All code that reads single files, and the packages that it uses. */
export const factCode: Files = { root: projectRoot, names: ['scripts/audit', ...packages] };

/** What many pages say in the same way. */
type Frame = Omit<
  Page,
  'file' | 'bytes' | 'title' | 'canonical' | 'alternates' | 'ids' | 'doubledIds' | 'links' | 'references'
>;

/**
 * A page: its size, then numbers of texts. The frame is a text too, as JSON; `canonical` is -1 where a page has none,
 * and languages and addresses of `alternates` take turns.
 */
type Row = [
  bytes: number,
  frame: number,
  title: number,
  canonical: number,
  alternates: number[],
  ids: number[],
  doubledIds: number[],
  links: number[],
  references: number[],
];

/** The file behind its first line, which is a hash of the rest. */
interface Written {
  version: string;
  texts: string[];
  pages: [hash: string, row: Row][];
}

/** A run that uses fewer than one in this many of the kept pages drops the others. */
const mostUnused = 2;

export class PageFacts {
  readonly #path: string | undefined;
  readonly #texts: string[];
  readonly #rows: Map<string, Row>;
  readonly #used = new Set<string>();
  readonly #frames = new Map<number, Frame>();
  #numbers: Map<string, number> | undefined;
  #isNew = false;

  /** `folder` is that of the audit's cache; without one nothing is kept. */
  constructor(folder?: string) {
    this.#path = folder === undefined ? undefined : join(folder, 'pages');
    const { texts, pages } = (this.#path === undefined ? undefined : readWritten(this.#path)) ?? {
      texts: [],
      pages: [],
    };
    this.#texts = texts;
    this.#rows = new Map(pages);
  }

  /** Whether pages with these bytes were read. */
  has(hash: string): boolean {
    if (!this.#rows.has(hash)) return false;
    this.#used.add(hash);
    return true;
  }

  /** Reads a page whose bytes have this hash, and says what it has in common with others. */
  read(hash: string, html: string): Frame {
    const known = this.#rows.get(hash) ?? this.#rowOf(readPage('', html));
    this.#isNew ||= !this.#rows.has(hash);
    this.#rows.set(hash, known);
    this.#used.add(hash);
    return this.#frameOf(known[1]);
  }

  /** The page of a file whose bytes have this hash; `html` gives its text where no page with these bytes was read. */
  page(file: string, hash: string, html: () => string): Page {
    if (!this.has(hash)) this.read(hash, html());
    const row = this.#rows.get(hash);
    if (!row) throw new Error(`${file} was not read`);
    return this.#pageOf(file, row);
  }

  /** Writes the file where something new was read. */
  close(): void {
    const hasUnused = this.#rows.size > mostUnused * this.#used.size;
    if (this.#path === undefined || !(this.#isNew || hasUnused)) return;
    if (hasUnused) for (const hash of this.#rows.keys()) if (!this.#used.has(hash)) this.#rows.delete(hash);
    try {
      makeFolder(join(this.#path, '..'));
      const text = JSON.stringify(this.#written());
      writeFile(this.#path, `${hashOfBytes(Buffer.from(text))}\n${text}`, { lasting: false });
    } catch {
      // What is not kept is read again.
    }
  }

  /** All rows, and the texts that they name under numbers without gaps. */
  #written(): Written {
    const texts: string[] = [];
    const numbers: number[] = [];
    const renew = (number: number): number =>
      number < 0 ? number : (numbers[number] ??= texts.push(this.#texts[number] ?? '') - 1);
    const pages = [...this.#rows].map(([hash, [bytes, frame, title, canonical, ...lists]]): [string, Row] => {
      const [alternates = [], ids = [], doubledIds = [], links = [], references = []] = lists.map((list) =>
        list.map(renew),
      );
      return [
        hash,
        [bytes, renew(frame), renew(title), renew(canonical), alternates, ids, doubledIds, links, references],
      ];
    });
    return { version: versionOf(factCode), texts, pages };
  }

  #rowOf(page: Page): Row {
    const { file: _, bytes, title, canonical, alternates, ids, doubledIds, links, references, ...frame } = page;
    const all = (texts: Iterable<string>): number[] => Array.from(texts, this.#numberOf);
    return [
      bytes,
      this.#numberOf(JSON.stringify(frame)),
      this.#numberOf(title),
      canonical === undefined ? -1 : this.#numberOf(canonical),
      all([...alternates].flat()),
      all(ids),
      all(doubledIds),
      all(links),
      all(references),
    ];
  }

  readonly #numberOf = (text: string): number => {
    this.#numbers ??= new Map(this.#texts.map((known, number) => [known, number]));
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    // A part of a page would keep the whole page in memory.
    const own = Buffer.from(text).toString();
    const number = this.#texts.push(own) - 1;
    this.#numbers.set(own, number);
    return number;
  };

  readonly #textOf = (number: number): string => this.#texts[number] ?? '';

  #frameOf(number: number): Frame {
    const known = this.#frames.get(number) ?? (JSON.parse(this.#textOf(number)) as Frame);
    this.#frames.set(number, known);
    return known;
  }

  #pageOf(file: string, [bytes, frame, title, canonical, alternates, ...lists]: Row): Page {
    const [ids, doubledIds, links, references] = lists.map((list) => new Set(list.map(this.#textOf)));
    const none = new Set<string>();
    return {
      ...this.#frameOf(frame),
      file,
      bytes,
      title: this.#textOf(title),
      canonical: canonical < 0 ? undefined : this.#textOf(canonical),
      alternates: new Map(
        alternates.flatMap((number, i) =>
          i % 2 === 0 ? [[this.#textOf(number), this.#textOf(alternates[i + 1] ?? number)]] : [],
        ),
      ),
      ids: ids ?? none,
      doubledIds: doubledIds ?? none,
      links: links ?? none,
      references: references ?? none,
    };
  }
}

/** What an earlier run has written; `undefined` where there is nothing, or it is damaged, or of other code. */
function readWritten(path: string): Written | undefined {
  try {
    const whole = readFileSync(path, 'utf8');
    const end = whole.indexOf('\n');
    const text = whole.slice(end + 1);
    if (hashOfBytes(Buffer.from(text)) !== whole.slice(0, end)) return undefined;
    const written = JSON.parse(text) as Written;
    return written.version === versionOf(factCode) ? written : undefined;
  } catch {
    return undefined;
  }
}
