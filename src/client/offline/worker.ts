/**
 * The service worker. `scripts/offline` writes it to the site's root with the version in the first line, so that a new
 * site is a new worker. A version of the site has a cache of its own, filled from the list `offline.json`; readers get
 * one version or the other, never some of each: the new one takes over when its cache is full and no page of the old
 * one is read, or a reader asks for it.
 */

declare const version: string;

interface SiteList {
  version: string;
  /** Whether the whole site is small enough to be fetched at once. */
  whole: boolean;
  /** Bytes that files fetched as they are read may take. */
  budget: number;
  /**
   * Path below the site's root -> first characters of the SHA-256 of its bytes, size in bytes, fetched first (1) or never
   * before it is read (0).
   */
  files: Record<string, [hash: string, size: number, first?: 0 | 1]>;
}

// The types of workers and of pages exclude each other in one project: what is used of a worker's is said here.
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
  /** This worker, as its registration knows it; older browsers lack it. */
  readonly serviceWorker?: { readonly state: string };
  readonly clients: { claim(): Promise<void>; matchAll(options: { type: 'window' }): Promise<readonly Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waitable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Waitable & { readonly data: unknown }) => void): void;
}
const worker = globalThis as unknown as Scope;

const root = worker.registration.scope;
// Several sites may share an origin, and so their caches.
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

/** Fills this version's cache, or fails and leaves the old version in its place. */
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
  // Bytes that differ are a host's own touch, or another version; the list says which.
  if (altered && (await fetchList()).version !== version)
    throw new Error('the site changed while it was being fetched');
  await cache.put(listAddress, new Response(JSON.stringify(list)));
  const old = (await caches.keys()).some((name) => name.startsWith(family) && name !== cacheName);
  // The first version has nobody's page to change under them.
  if (!old) await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(family) && name !== cacheName) await caches.delete(name);
  await worker.clients.claim();
}

/** Whether the new version was told to take over: this one opens no page any more. */
let leaving = false;

/** Whether a page that is being opened is the new version's; it is told so. */
async function givesWay(): Promise<boolean> {
  if (leaving || worker.serviceWorker?.state === 'redundant') return true;
  const { waiting } = worker.registration;
  if (!waiting || (await worker.clients.matchAll({ type: 'window' })).length > 1) return false;
  // The only page is being left.
  leaving = true;
  waiting.postMessage('switch');
  return true;
}

async function answer(request: Request): Promise<Response> {
  if (request.mode === 'navigate' && (await givesWay())) {
    // The browser asks again, until the new version answers for the same address.
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

/** A page that is not at hand without a connection: says so, or that there is none at this address. */
async function unreachable(cache: Cache, path: string, exists: boolean): Promise<Response> {
  const language = path.startsWith('zh/') ? 'zh/' : '';
  const page = await cache.match(addressOf(exists ? `${language}offline/index.html` : '404.html'));
  return page ? new Response(page.body, { status: exists ? 503 : 404, headers: page.headers }) : Response.error();
}

const pathOf = (url: string): string => {
  const path = decoded(new URL(url).pathname.slice(new URL(root).pathname.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

/** The path that an address spells; one that spells no text (`%E0%A4%A`) stands for itself, and is no file's. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Keeps a file that was read, if it is of this version; the oldest go when there is no room. */
async function keep(cache: Cache, list: SiteList, path: string, response: Response): Promise<void> {
  const [hash, size] = list.files[path] ?? ['', 0];
  if (size > list.budget / 4) return;
  if ((await hashOf(response.clone())) !== hash) {
    // A newer site answers: its worker is to be fetched.
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

/** The same file in an older version's cache. */
async function fromOlder(path: string, hash: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(family) || name === cacheName) continue;
    const list = await readList(name);
    const kept = list?.files[path]?.[0] === hash && (await (await caches.open(name)).match(addressOf(path)));
    if (kept) return kept;
  }
  return undefined;
}

/** Lists are read once a worker's life; a version's own never changes. */
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

/** Its files alone have names: what every object has (`constructor`) is no file. */
async function listIn(response: Response): Promise<SiteList> {
  const list = (await response.json()) as SiteList;
  return { ...list, files: Object.assign(Object.create(null) as SiteList['files'], list.files) };
}

async function fetchList(): Promise<SiteList> {
  const response = await fetch(listAddress, { cache: 'no-store' });
  if (!response.ok) throw new Error(`offline.json: ${response.status}`);
  return listIn(response);
}

/** A response without the memory of a redirect, which a navigation may not be answered with. */
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
