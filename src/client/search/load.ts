/** Loads the files of the search index. */

import type { Answerer } from '#search/answer';
import {
  unpackCore,
  type Card,
  type Catalogue,
  type Core,
  type Orders,
  type PackedCore,
  type SectionCard,
} from '#search/catalogue';
import { conceptFinder } from '#search/concepts';
import { indexEngine, type Engine } from '#search/engine';
import { readFold, type HanFold } from '#search/words';
import { hasHan } from '#text/han';
import { takePrefetched } from './prefetched.ts';

/** A file of the index is missing or damaged, or files are from different builds. */
class IndexBroken extends Error {}

/** Why something could not be loaded, for a message. */
export type Trouble = 'offline' | 'missing';
export const troubleOf = (problem: unknown): Trouble =>
  !navigator.onLine || problem instanceof TypeError ? 'offline' : 'missing';

/** The index of this site. Each file is fetched once, and only when it is needed. */
export class SearchIndex {
  readonly #folder: string;
  /** Files that do not change while this page is open, by name. */
  readonly #files = new Map<string, Promise<unknown>>();
  #engine: Engine | undefined;
  #answerer: { fold: HanFold; answerer: Answerer } | undefined;
  #core: Promise<Core> | undefined;
  /** Whether to ignore the browser's own copies. */
  #anew = false;

  /** `folder` is the address of the index's folder, with a slash at its end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches what every search needs, before the first search. */
  warm(): void {
    this.core().catch(() => undefined);
  }

  core = (): Promise<Core> => {
    const core = (this.#core ??= this.#json<PackedCore>('core.pack').then(unpackCore));
    core.catch(() => (this.#core = undefined));
    return core;
  };
  orders = (): Promise<Orders> => this.#ofOneBuild<Orders>('orders.pack');
  catalogue = (): Promise<Catalogue> => this.#ofOneBuild<Catalogue>('catalogue.pack');

  /** Everything that answers a query. The table of Chinese characters is loaded only for a query that has some. */
  async answererFor(query: string): Promise<Answerer> {
    const chinese = hasHan(query);
    if (this.#answerer && (this.#answerer.fold.size || !chinese)) return this.#answerer.answerer;
    const [core, fold] = await Promise.all([this.core(), chinese ? this.#fold() : new Map<string, string>()]);
    this.#engine ??= indexEngine(core.chunks, (file) => this.#bytes(`text/${file}.pf_index`));
    const answerer: Answerer = {
      core,
      catalogue: this.catalogue,
      engine: this.#engine,
      fold,
      concepts: conceptFinder(core, fold),
      card: (paper) => this.card(core.version, paper),
      spell: async (text) => {
        const [table, { readSounds }] = await Promise.all([
          this.#json<string>('sounds.pack'),
          import('#search/sounds'),
        ]);
        return readSounds(table)(text);
      },
    };
    this.#answerer = { fold, answerer };
    return answerer;
  }

  /** What a result shows of a paper, by the paper's number in files of this version. */
  card = (version: string, paper: number): Promise<Card> => this.#json<Card>(`cards/${version}/${paper}.pack`);
  /** What a result shows of a section; the numbers of sections follow those of the papers. */
  section = (version: string, section: number): Promise<SectionCard> =>
    this.#json<SectionCard>(`cards/${version}/${section}.pack`);

  /** Forgets everything that was loaded; the next requests go to the host itself. */
  forget(): void {
    this.#files.clear();
    this.#engine = undefined;
    this.#answerer = undefined;
    this.#core = undefined;
    this.#anew = true;
  }

  #fold = async (): Promise<HanFold> => readFold(await this.#json<string>('han.pack'));

  /**
   * A file that must be from the same build as the core, because another build numbers the papers differently. Where no
   * core is loaded, it is used alone.
   */
  async #ofOneBuild<T extends { version: string }>(name: string): Promise<T> {
    const begun = this.#core;
    const [value, core] = await Promise.all([this.#json<T>(name), begun?.catch(() => undefined)]);
    if (core && core.version !== value.version) throw new IndexBroken(`${name} is of another build`);
    return value;
  }

  #json<T>(name: string): Promise<T> {
    const known =
      this.#files.get(name) ??
      this.#bytes(name).then((bytes) => {
        try {
          return JSON.parse(new TextDecoder().decode(bytes)) as T;
        } catch {
          throw new IndexBroken(`${name} is damaged`);
        }
      });
    this.#files.set(name, known);
    // A request that failed is sent again when the file is needed next.
    known.catch(() => this.#files.delete(name));
    return known as Promise<T>;
  }

  /** The content of a packed file; a file that the host has already unpacked is read as it is. */
  async #bytes(name: string): Promise<Uint8Array> {
    const response = await this.#fetch(name);
    if (!response.ok) throw new IndexBroken(`${name}: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const body = packed ? new Response(bytes).body : null;
    if (!body) return bytes;
    try {
      return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
    } catch {
      throw new IndexBroken(`${name} is damaged`);
    }
  }

  #fetch(name: string): Promise<Response> {
    const address = this.#folder + name;
    const ask = () => fetch(address, this.#anew ? { cache: 'reload' } : {});
    // The connection may have become stale since its last use, so the request is sent once more before it counts as
    // failed.
    return (this.#anew ? ask() : (takePrefetched(address) ?? ask())).catch(ask);
  }
}
