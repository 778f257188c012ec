import type { Card, Catalogue, Orders } from '#search/catalogue';
import { conceptFinder } from '#search/concepts';
import type { Engine } from '#search/engine';
import type { Searcher } from '#search/evaluate';
import { guardFetches } from '#search/guard';
import { IndexBroken, pagefindEngine, type PagefindApi } from '#search/pagefind';
import { readFold, type HanFold } from '#search/words';

/** What could not be loaded, as a reader is told. */
export type Trouble = 'offline' | 'missing';
export const troubleOf = (problem: unknown): Trouble =>
  !navigator.onLine || problem instanceof TypeError ? 'offline' : 'missing';

/** The index of this site, each of its files fetched once and only when it is needed. */
export class SearchIndex {
  readonly #folder: string;
  readonly #guard = guardFetches('search/index/pagefind/');
  readonly #cards = new Map<string, Promise<Card>>();
  #catalogue: Promise<Catalogue> | undefined;
  #orders: Promise<Orders> | undefined;
  #fold: Promise<HanFold> | undefined;
  #pagefind: Promise<PagefindApi> | undefined;
  #searcher: { fold: HanFold; searcher: Searcher } | undefined;

  /** `folder` is the address of the index's folder, with its slash. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches what every search needs, before the first one is asked for. */
  warm(): void {
    this.catalogue().catch(() => undefined);
    this.#api().catch(() => undefined);
  }

  catalogue(): Promise<Catalogue> {
    return (this.#catalogue ??= retried(
      this.#unpack<Catalogue>('catalogue.pack'),
      () => (this.#catalogue = undefined),
    ));
  }

  orders(): Promise<Orders> {
    return (this.#orders ??= retried(this.#unpack<Orders>('orders.pack'), () => (this.#orders = undefined)));
  }

  /** Everything that answers a query; the table of Chinese characters is loaded for those that hold any. */
  async searcherFor(query: string): Promise<Searcher> {
    const known = this.#searcher;
    const chinese = /\p{Script=Han}/u.test(query);
    if (known && (known.fold.size || !chinese)) return known.searcher;
    const [catalogue, pagefind, fold] = await Promise.all([
      this.catalogue(),
      this.#api(),
      chinese ? this.#hanFold() : new Map<string, string>(),
    ]);
    const engine =
      known?.searcher.engine ?? pagefindEngine(pagefind, catalogue, this.#guard, `${this.#folder}pagefind/`);
    const searcher: Searcher = { catalogue, engine, fold, concepts: conceptFinder(catalogue, fold) };
    this.#searcher = { fold, searcher };
    return searcher;
  }

  /** What lists every paper and narrows the list: the catalogue alone, without the index of the text. */
  async browser(): Promise<Searcher> {
    const catalogue = await this.catalogue();
    const fold = new Map<string, string>();
    return this.#searcher?.searcher ?? { catalogue, engine: noText, fold, concepts: conceptFinder(catalogue, fold) };
  }

  /** Forgets the index of the text, which remembers what it could not read. */
  async forget(): Promise<void> {
    const pagefind = await this.#pagefind?.catch(() => undefined);
    this.#pagefind = undefined;
    this.#searcher = undefined;
    await pagefind?.destroy();
  }

  card(id: string): Promise<Card> {
    const known =
      this.#cards.get(id) ??
      retried(
        this.#fetch(`cards/${encodeURIComponent(id)}.json`).then((response) => response.json() as Promise<Card>),
        () => this.#cards.delete(id),
      );
    this.#cards.set(id, known);
    return known;
  }

  #hanFold(): Promise<HanFold> {
    return (this.#fold ??= retried(this.#unpack<string>('han.pack').then(readFold), () => (this.#fold = undefined)));
  }

  #api(): Promise<PagefindApi> {
    return (this.#pagefind ??= retried(this.#start(), () => (this.#pagefind = undefined)));
  }

  async #start(): Promise<PagefindApi> {
    const folder = new URL('pagefind/', new URL(this.#folder, location.href)).href;
    const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindApi;
    // One thread fewer is one file fewer; a term takes a few milliseconds.
    await pagefind.options({ basePath: folder, metaCacheTag: 'v', noWorker: true });
    await pagefind.init();
    return pagefind;
  }

  async #fetch(name: string): Promise<Response> {
    const response = await fetch(this.#folder + name);
    if (!response.ok) throw new IndexBroken(`${name}: ${response.status}`);
    return response;
  }

  /** A packed JSON file; one that the host unpacked on the way is read as it is. */
  async #unpack<T>(name: string): Promise<T> {
    const bytes = new Uint8Array(await (await this.#fetch(name)).arrayBuffer());
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    try {
      const body = new Response(bytes).body;
      const text = await new Response(
        packed && body ? body.pipeThrough(new DecompressionStream('gzip')) : bytes,
      ).text();
      return JSON.parse(text) as T;
    } catch {
      throw new IndexBroken(`${name} is damaged`);
    }
  }
}

const empty = Promise.resolve(new Map<number, number[]>());
const noText: Engine = { term: () => empty, beginning: () => empty, row: () => empty };

/** A promise that is forgotten when it fails, so that the next one to ask tries again. */
function retried<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget);
  return promise;
}
