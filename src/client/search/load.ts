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
import { takeEarly } from './early.ts';

/** A file of the index is missing or damaged, or files are of different builds. */
class IndexBroken extends Error {}

/** What could not be loaded, as a reader is told. */
export type Trouble = 'offline' | 'missing';
export const troubleOf = (problem: unknown): Trouble =>
  !navigator.onLine || problem instanceof TypeError ? 'offline' : 'missing';

/** The index of this site, each of its files fetched once and only when it is needed. */
export class SearchIndex {
  readonly #folder: string;
  /** Files that do not change while this page is read, by name. */
  readonly #files = new Map<string, Promise<unknown>>();
  #engine: Engine | undefined;
  #answerer: { fold: HanFold; answerer: Answerer } | undefined;
  #core: Promise<Core> | undefined;
  /** Whether a browser's own copies are to be passed by. */
  #anew = false;

  /** `folder` is the address of the index's folder, with its slash. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches what every search needs, before the first one is asked for. */
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

  /** Everything that answers a query; the table of Chinese characters is loaded for those that hold any. */
  async answererFor(query: string): Promise<Answerer> {
    const chinese = /\p{Script=Han}/u.test(query);
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

  /** What a result shows of a paper, by the paper's number in files of a version. */
  card = (version: string, paper: number): Promise<Card> => this.#json<Card>(`cards/${version}/${paper}.pack`);
  /** And of a section of a page, by its number behind those of the papers. */
  section = (version: string, section: number): Promise<SectionCard> =>
    this.#json<SectionCard>(`cards/${version}/${section}.pack`);

  /** Forgets all that was loaded; what is asked for next comes from the host itself. */
  forget(): void {
    this.#files.clear();
    this.#engine = undefined;
    this.#answerer = undefined;
    this.#core = undefined;
    this.#anew = true;
  }

  #fold = async (): Promise<HanFold> => readFold(await this.#json<string>('han.pack'));

  /** A file that goes with the core: one of another build would name other papers. Where no core is needed, it stands alone. */
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
    // What failed is asked for again by the next one who needs it.
    known.catch(() => this.#files.delete(name));
    return known as Promise<T>;
  }

  /** A packed file's content; one that the host unpacked on the way is read as it is. */
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
    // A connection may have gone stale since it was last used: once more, before it counts as lost.
    return (this.#anew ? ask() : (takeEarly(address) ?? ask())).catch(ask);
  }
}
