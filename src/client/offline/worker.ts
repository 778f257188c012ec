/**
 * The service worker. `scripts/offline` writes it to the root of the site with the version in the first line, so that a
 * new site is a new worker. Each version of the site has its own cache, filled from the list `offline.json`. Readers
 * get pages of one version only: the new one takes over when its cache is full and no page of the old version is open,
 * or when a reader asks for it.
 */

declare const version: string;

/** Path below the root of the site -> first characters of the SHA-256 of its bytes; size in bytes. */
type Files = Record<string, [hash: string, size: number]>;

interface SiteList {
  version: string;
  /** How many bytes the files that are fetched when they are read may take. */
  budget: number;
  /** The files that are fetched first. */
  files: Files;
  /**
   * The hashes of the lists of all other files: `offline/0.json` and so on. The beginning of the SHA-256 of a file's path,
   * modulo their number, says which one has it. A list is fetched with the first file of it that is read.
   */
  parts: string[];
}

// TypeScript's types for workers and for pages exclude each other in one project, so the needed types of workers are
// here.
interface Waitable extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Waitable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Client {
  readonly url: string;
  postMessage(message: unknown): void;
}
interface Scope {
  readonly registration: {
    scope: string;
    waiting: { postMessage(message: unknown): void } | null;
    update(): Promise<void>;
  };
  /** This worker in its registration; older browsers do not have it. */
  readonly serviceWorker?: { readonly state: string };
  readonly clients: { claim(): Promise<void>; matchAll(options: { type: 'window' }): Promise<readonly Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waitable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Waitable & { readonly data: unknown }) => void): void;
}
const worker = globalThis as unknown as Scope;

const root = worker.registration.scope;
// Several sites may share an origin and so its caches.
const family = `review ${new URL(root).pathname} `;
const cacheName = family + version;
const listAddress = new URL('offline.json', root).href;
const addressOf = (path: string): string => new URL(path.split('/').map(encodeURIComponent).join('/'), root).href;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
  if (event.data === 'switch') event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(root) && !/\/(sw\.js|offline\.json)(\?|$)/.test(request.url))
    event.respondWith(answer(request, (work) => event.waitUntil(work)));
});

/** Fills the cache of this version, or fails and leaves the old version in place. */
async function install(): Promise<void> {
  const list = await fetchList();
  if (list.version !== version) throw new Error('the site changed while this version was being fetched');
  const cache = await caches.open(cacheName);
  let altered = 0;
  await inTurns(Object.entries(list.files), 6, async ([path, [hash]]) => {
    const address = addressOf(path);
    if (await cache.match(address)) return;
    const kept = await fromOlder(path, hash);
    if (kept) return cache.put(address, kept);
    const response = await fetch(address, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    if ((await hashOf(response.clone())) !== hash) altered++;
    await cache.put(address, await plain(response));
  });
  // Other bytes mean that the host changed the file, or that it is from another version; the list says which.
  if (altered && (await fetchList()).version !== version)
    throw new Error('the site changed while it was being fetched');
  await cache.put(listAddress, new Response(JSON.stringify(list)));
  const old = (await caches.keys()).some((name) => name.startsWith(family) && name !== cacheName);
  // Before the first version, no page is open that could change.
  if (!old) await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(family) && name !== cacheName) await caches.delete(name);
  await worker.clients.claim();
}

/** True when the new version was told to take over: this one serves no further page. */
let leaving = false;

/** Whether the new version may take over for the page that is being opened; if so, the new version hears it. */
async function givesWay(): Promise<boolean> {
  if (leaving || worker.serviceWorker?.state === 'redundant') return true;
  const { waiting } = worker.registration;
  if (!waiting || (await worker.clients.matchAll({ type: 'window' })).length > 1) return false;
  // The only open page is being left.
  leaving = true;
  waiting.postMessage('switch');
  return true;
}

/** The answer to a request. `after` takes work that goes on when the answer is there. */
async function answer(request: Request, after: (work: Promise<unknown>) => void): Promise<Response> {
  if (request.mode === 'navigate' && (await givesWay())) {
    // The browser asks again until the new version answers.
    const empty = '<!doctype html><link rel="icon" href="data:,"><title>…</title>';
    return new Response(empty, { headers: { 'Content-Type': 'text/html; charset=utf-8', Refresh: '0' } });
  }
  const cache = await caches.open(cacheName);
  const list = await readList(cacheName);
  if (!list) return fetch(request);
  const path = pathOf(request.url);
  const kept = await cache.match(addressOf(path));
  if (kept) return kept;
  if (await cache.match(addressOf(`${path}/index.html`)))
    return Response.redirect(`${addressOf(path)}/${new URL(request.url).search}`, 301);
  try {
    const response = await fetch(request);
    if (response.type === 'basic') {
      const copy = response.ok ? response.clone() : undefined;
      after(inTurn(() => keep(cache, list, path, copy)));
    }
    return response;
  } catch (problem) {
    if (request.mode !== 'navigate') throw problem;
    return unreachable(cache, path, await mayExist(cache, list, path));
  }
}

/** Whether a path leads to a file, or a list that would have it is not at hand. */
async function mayExist(cache: Cache, list: SiteList, path: string): Promise<boolean> {
  for (const file of [path, `${path}/index.html`]) {
    const files = await filesBeside(cache, list, file);
    if (!files || file in files) return true;
  }
  return false;
}

/** The list that has a file, where it is at hand. */
async function filesBeside(cache: Cache, list: SiteList, path: string): Promise<Files | undefined> {
  if (path in list.files || list.parts.length === 0) return list.files;
  const part = await partOf(list, path);
  const known = parts.get(part);
  if (known) return known;
  const response = await cache.match(addressOf(part));
  if (!response) return undefined;
  const files = filesIn((await response.json()) as Files);
  parts.set(part, files);
  return files;
}

/** The parts of the list of this version that were read in this worker's life. */
const parts = new Map<string, Files>();

/** The path of the part of a list that has the file with a path. */
async function partOf({ parts: { length } }: SiteList, path: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(path));
  return `offline/${new DataView(digest).getUint32(0) % length}.json`;
}

/** Fetches the part of a list that has a file, and keeps it; `undefined` if the host has that of another version. */
async function fetchPart(cache: Cache, list: SiteList, path: string): Promise<Files | undefined> {
  const part = await partOf(list, path);
  const response = await fetch(addressOf(part), { cache: 'no-cache' });
  const number = Number(/\d+/u.exec(part)?.[0]);
  if (!response.ok || (await hashOf(response.clone())) !== list.parts[number]) return undefined;
  await cache.put(addressOf(part), await plain(response));
  return filesBeside(cache, list, path);
}

/**
 * The answer for a page that is not in the cache, without a connection: that it is not available, or does not exist.
 */
async function unreachable(cache: Cache, path: string, exists: boolean): Promise<Response> {
  const language = path.startsWith('zh/') ? 'zh/' : '';
  const page = await cache.match(addressOf(exists ? `${language}offline/index.html` : '404.html'));
  return page ? new Response(page.body, { status: exists ? 503 : 404, headers: page.headers }) : Response.error();
}

const pathOf = (url: string): string => {
  const path = decoded(new URL(url).pathname.slice(new URL(root).pathname.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

/** The path in an address. An address that cannot be decoded (`%E0%A4%A`) stays as it is and matches no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Does one piece of work after another: each makes room for a file by what is kept then. */
function inTurn(work: () => Promise<unknown>): Promise<unknown> {
  last = last.then(work).catch(() => undefined);
  return last;
}

/**
 * Keeps a file that was read, if it is of this version; the oldest are removed when there is no room. Without a
 * response only the list is kept that would have the file: it says that there is no such file.
 */
async function keep(cache: Cache, list: SiteList, path: string, response?: Response): Promise<void> {
  const files = (await filesBeside(cache, list, path)) ?? (await fetchPart(cache, list, path));
  const [hash, size = 0] = files?.[path] ?? [];
  if (response === undefined || (files && hash === undefined) || size > list.budget / 4) return;
  if ((await hashOf(response.clone())) !== hash) {
    // The answer or the list is from a newer site, so its worker must be fetched.
    worker.registration.update().catch(() => undefined);
    return;
  }
  const read: [path: string, size: number][] = [];
  for (const { url } of await cache.keys()) {
    const kept = pathOf(url);
    const known = kept in list.files ? undefined : (await filesBeside(cache, list, kept))?.[kept];
    if (known) read.push([kept, known[1]]);
  }
  let total = read.reduce((sum, [, one]) => sum + one, size);
  for (const [oldest, one] of read) {
    if (total <= list.budget) break;
    await cache.delete(addressOf(oldest));
    total -= one;
  }
  await cache.put(addressOf(path), await plain(response));
}

/** The same file in the cache of an older version. */
async function fromOlder(path: string, hash: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(family) || name === cacheName) continue;
    const list = await readList(name);
    const kept = list?.files[path]?.[0] === hash && (await (await caches.open(name)).match(addressOf(path)));
    if (kept) return kept;
  }
  return undefined;
}

/** Lists are read once in a worker's life, because the list of a version never changes. */
const lists = new Map<string, SiteList>();

async function readList(name: string): Promise<SiteList | undefined> {
  const known = lists.get(name);
  if (known) return known;
  const response = await (await caches.open(name)).match(listAddress);
  if (!response) return undefined;
  const list = await listIn(response);
  lists.set(name, list);
  return list;
}

async function listIn(response: Response): Promise<SiteList> {
  const list = (await response.json()) as SiteList;
  return { ...list, files: filesIn(list.files) };
}

/** A table of files without a prototype, so that "constructor" is not a file. */
const filesIn = (files: Files): Files => Object.assign(Object.create(null) as Files, files);

async function fetchList(): Promise<SiteList> {
  const response = await fetch(listAddress, { cache: 'no-store' });
  if (!response.ok) throw new Error(`offline.json: ${response.status}`);
  return listIn(response);
}

/** A copy of a response without its redirect, which browsers do not accept for a navigation. */
const plain = async (response: Response): Promise<Response> =>
  new Response(await response.blob(), { status: response.status, headers: response.headers });

async function hashOf(response: Response): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function inTurns<T>(items: readonly T[], atOnce: number, run: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const one = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
