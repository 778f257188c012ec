/**
 * For a copy of the site that opens from disk. A page opened from a `file://` address may neither fetch nor start a worker, so what the site's
 * scripts ask for comes as classic scripts, each of which gives what it holds to `reviewDisk`. `scripts/bundle` writes
 * them, and puts this script before those of every page.
 */

type Listener = (event: MessageEvent) => void;
/** A worker's script as a function: what it would find as `addEventListener` and `postMessage`. */
type Started = (
  addEventListener: (type: string, heard: Listener) => void,
  postMessage: (data: unknown) => void,
) => void;

declare global {
  var reviewDisk: { file(path: string, base64: string): void; worker(path: string, started: Started): void };
}

const root = new URL(document.documentElement.dataset['root'] ?? '', location.href).href;
const files = new Map<string, string>();
const workers = new Map<string, Started>();
globalThis.reviewDisk = {
  file: (path, base64) => void files.set(path, base64),
  worker: (path, started) => void workers.set(path, started),
};

declare const trustedTypes:
  { createPolicy(name: string, rules: { createScriptURL(address: string): string }): typeof plain } | undefined;
const plain = { createScriptURL: (address: string): string => address };
const policy = typeof trustedTypes === 'undefined' ? plain : trustedTypes.createPolicy('disk', plain);

/** Below the root; `undefined` if the address leads elsewhere. */
function pathOf(address: string): string | undefined {
  const { href } = new URL(address, location.href);
  return href.startsWith(root) ? decodeURIComponent(href.slice(root.length, href.search(/[?#]|$/u))) : undefined;
}

const asked = new Map<string, Promise<void>>();

/** Runs the script beside a file that holds it. Fails where there is none. */
function run(path: string): Promise<void> {
  const known = asked.get(path);
  if (known) return known;
  const ran = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = policy.createScriptURL(`${root}${path.split('/').map(encodeURIComponent).join('/')}.js`);
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new TypeError(`${path} is not in this copy`)));
    document.head.append(script);
  });
  asked.set(path, ran);
  return ran;
}

/** What a browser opens by itself. */
const isPage = /\.(?:html|js)$/u;

globalThis.fetch = async (address) => {
  const path = pathOf(address instanceof Request ? address.url : String(address));
  if (path === undefined || isPage.test(path)) throw new TypeError('this copy has no network');
  await run(path).catch(() => undefined);
  const held = files.get(path);
  if (held === undefined) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(atob(held), (char) => char.charCodeAt(0)));
};

/** Does a worker's work on the page itself. */
class DiskWorker extends EventTarget {
  readonly #heard: Promise<Listener[]>;

  constructor(address: string | URL) {
    super();
    const path = pathOf(String(address)) ?? '';
    this.#heard = run(path).then(() => {
      const listeners: Listener[] = [];
      const answer = (data: unknown): void => void this.dispatchEvent(new MessageEvent('message', { data }));
      workers.get(path)?.((_type, heard) => listeners.push(heard), answer);
      return listeners;
    });
    this.#heard.catch(() => this.dispatchEvent(new Event('error')));
  }

  postMessage(data: unknown): void {
    this.#heard.then(
      (listeners) => {
        for (const heard of listeners) heard(new MessageEvent('message', { data: structuredClone(data) }));
      },
      () => undefined,
    );
  }
}

Object.assign(globalThis, { Worker: DiskWorker });

export {};
