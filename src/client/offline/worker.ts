/**
 * The service worker. `scripts/offline` writes it to the root of the site with the version in the first line, so that a
 * new site is a new worker. Each version of the site has its own cache, filled from the list `offline.json`. Readers
 * get pages of one version only: the new one takes over when its cache is full and no page of the old version is open,
 * or when a reader asks for it.
 */

declare const version: string;

interface SiteList {
  version: string;
  /** Whether the whole site is small enough to be fetched at once. */
  whole: boolean;
  /** How many bytes the files that are fetched when they are read may take. */
  budget: number;
  /**
   * Path below the root of the site -> first characters of the SHA-256 of its bytes; size in bytes; 1 where it is
   * fetched first, 0 where it is only fetched when it is read.
   */
  files: Record<string, [hash: string, size: number, first?: 0 | 1]>;
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
    event.respondWith(answer(request));
});

/** Fills the cache of this version, or fails and leaves the old version in place. */
async function install(): Promise<void> {
  const list = await fetchList();
  if (list.version !== version) throw new Error('the site changed while this version was being fetched');
  const cache = await caches.open(cacheName);
  const wanted = Object.entries(list.files).filter(([, [, , first]]) => (list.whole ? first !== 0 : first));
  let altered = 0;
  await inTurns(wanted, 6, async ([path, [hash]]) => {
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

async function answer(request: Request): Promise<Response> {
  if (request.mode === 'navigate' && (await givesWay())) {
    // The browser asks again until the new version answers.
    const empty = '<!doctype html><link rel="icon" href="data:,"><title>…</title>';
    return new Response(empty, { headers: { 'Content-Type': 'text/html; charset=utf-8', Refresh: '0' } });
  }
  const cache = await caches.open(cacheName);
  const list = await readList(cacheName);
  if (!list) return fetch(request);
  const path = pathOf(request.url);
  const entry = list.files[path];
  const kept = entry && (await cache.match(addressOf(path)));
  if (kept) return kept;
  if (!entry && list.files[`${path}/index.html`])
    return Response.redirect(`${addressOf(path)}/${new URL(request.url).search}`, 301);
  try {
    const response = await fetch(request);
    if (entry && response.ok && response.type === 'basic') await keep(cache, list, path, response.clone());
    return response;
  } catch (problem) {
    if (request.mode !== 'navigate') throw problem;
    return unreachable(cache, path, Boolean(entry));
  }
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

/** Keeps a file that was read, if it is of this version; the oldest are removed when there is no room. */
async function keep(cache: Cache, list: SiteList, path: string, response: Response): Promise<void> {
  const [hash, size] = list.files[path] ?? ['', 0];
  if (size > list.budget / 4) return;
  if ((await hashOf(response.clone())) !== hash) {
    // The answer is from a newer site, so its worker must be fetched.
    worker.registration.update().catch(() => undefined);
    return;
  }
  await cache.put(addressOf(path), await plain(response));
  const read = (await cache.keys())
    .map(({ url }) => pathOf(url))
    .filter((kept) => kept in list.files && !list.files[kept]?.[2]);
  let total = read.reduce((sum, kept) => sum + (list.files[kept]?.[1] ?? 0), 0);
  for (const oldest of read) {
    if (total <= list.budget || oldest === path) break;
    await cache.delete(addressOf(oldest));
    total -= list.files[oldest]?.[1] ?? 0;
  }
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

/** Reads a list of files. Its table has no prototype, so that "constructor" is not a file. */
async function listIn(response: Response): Promise<SiteList> {
  const list = (await response.json()) as SiteList;
  return { ...list, files: Object.assign(Object.create(null) as SiteList['files'], list.files) };
}

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
