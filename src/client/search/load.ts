/** Loads the files of the search index. */

import type { Answerer } from '#search/answer';
import {
  packOfCard,
  unpackCore,
  type Card,
  type CardPacks,
  type Catalogue,
  type Core,
  type Ids,
  type Orders,
  type PackedCore,
  type SectionCard,
  type Tags,
} from '#search/catalogue';
import type { PackedCatalogue } from '#search/packed-catalogue';
import { conceptFinder } from '#search/concepts';
import { indexEngine, type Engine } from '#search/engine';
import { readFold, type HanFold } from '#search/words';
import { hasHan } from '#text/han';
import { unpack } from '../packed.ts';
import { takePrefetched } from './prefetched.ts';

/** A file of the index is missing or damaged, or files are from different builds. */
class IndexBroken extends Error {}

/** The index of this site. Each file is fetched once, and only when it is needed. */
export class SearchIndex {
  readonly #folder: string;
  /** Files that do not change while this page is open, by name, and what is made of them. */
  readonly #kept = new Map<string, Promise<unknown>>();
  #engine: Engine | undefined;
  #answerer: { fold: HanFold; answerer: Answerer } | undefined;
  /** The version of the files that are loaded. */
  #version: string | undefined;
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

  core = (): Promise<Core> => this.#tagged<PackedCore, Core>('core', unpackCore);
  orders = (): Promise<Orders> => this.#ofOneBuild<Orders>('orders');
  ids = async (): Promise<string[]> => (await this.#ofOneBuild<Ids>('ids')).ids;
  catalogue = (): Promise<Catalogue> =>
    this.#tagged<PackedCatalogue, Catalogue>('catalogue', async (packed, tags) =>
      (await import('#search/packed-catalogue')).unpackCatalogue(packed, tags),
    );

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
      card: this.card,
      spell: async (text) => {
        const [table, { readSounds }] = await Promise.all([this.#json<string>('sounds'), import('#search/sounds')]);
        return readSounds(table)(text);
      },
    };
    this.#answerer = { fold, answerer };
    return answerer;
  }

  /** What a result shows of a paper, by the paper's number. */
  card = (paper: number): Promise<Card> => this.#card<Card>(paper);
  /** What a result shows of a section; the numbers of sections follow those of the papers. */
  section = (section: number): Promise<SectionCard> => this.#card<SectionCard>(section);

  async #card<T>(number: number): Promise<T> {
    const at = packOfCard(await this.#ofOneBuild<CardPacks>('cards'), number);
    const card = at && (await this.#json<T[]>(`cards/${at.name}`))[at.place];
    if (!card) throw new IndexBroken(`no card ${number}`);
    return card;
  }

  /** Forgets everything that was loaded; the next requests go to the host itself. */
  forget(): void {
    this.#kept.clear();
    this.#engine = this.#answerer = this.#version = undefined;
    this.#anew = true;
  }

  #fold = async (): Promise<HanFold> => readFold(await this.#json<string>('han'));

  /** A file that must be from the same build as the others, because another build numbers the papers differently. */
  async #ofOneBuild<T extends { version: string }>(name: string): Promise<T> {
    const value = await this.#json<T>(name);
    this.#version ??= value.version;
    if (value.version !== this.#version) throw new IndexBroken(`${name} is of another build`);
    return value;
  }

  /** A file together with the papers of the concepts, which are in a file of their own. */
  #tagged = <P extends { version: string }, T>(
    name: string,
    join: (packed: P, tags: Tags) => T | Promise<T>,
  ): Promise<T> =>
    this.#keep(`${name} with tags`, async () =>
      join(...(await Promise.all([this.#ofOneBuild<P>(name), this.#ofOneBuild<Tags>('tags')]))),
    );

  #json = <T>(name: string): Promise<T> =>
    this.#keep(name, async () => {
      const bytes = await this.#bytes(`${name}.pack`);
      try {
        return JSON.parse(new TextDecoder().decode(bytes)) as T;
      } catch {
        throw new IndexBroken(`${name} is damaged`);
      }
    });

  /** Makes something once. What failed is tried again when it is needed next. */
  #keep<T>(name: string, make: () => Promise<T>): Promise<T> {
    const kept = (this.#kept.get(name) as Promise<T> | undefined) ?? make();
    this.#kept.set(name, kept);
    kept.catch(() => this.#kept.delete(name));
    return kept;
  }

  async #bytes(name: string): Promise<Uint8Array> {
    const response = await this.#fetch(name);
    if (!response.ok) throw new IndexBroken(`${name}: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    try {
      return await unpack(bytes);
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
