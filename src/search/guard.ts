/**
 * Pagefind takes a file that it could not fetch, or could not read, for one that holds nothing, and never asks again.
 * The guard stands between it and the network: it unpacks each file of the index, and remembers those that fail.
 */
export interface Guard {
  /** Addresses that failed since the last call. */
  failures(): string[];
  /** Starts to fetch a file that Pagefind will ask for once it is ready, and saves a slow line the wait. */
  early(address: string): void;
}

/** Guards all fetches of addresses that hold `folder`; others pass untouched. */
export function guardFetches(folder: string): Guard {
  const failed = new Set<string>();
  const started = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const plainFetch = globalThis.fetch;
  // A connection may have gone stale since it was last used: once more, before it counts as lost.
  const tryTwice: typeof fetch = (input, init) => plainFetch(input, init).catch(() => plainFetch(input, init));
  const nameOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    if (!address.includes(folder)) return plainFetch(input, init);
    try {
      const begun = started.get(nameOf(address));
      if (begun) return new Response(await begun);
      const response = await tryTwice(input, init);
      if (!response.ok) throw new Error(`${response.status}`);
      return /\.json(\?|$)/.test(address) ? response : new Response(await unpacked(response));
    } catch (problem) {
      failed.add(address);
      throw problem;
    }
  };
  return {
    early(address) {
      const name = nameOf(address);
      if (started.has(name)) return;
      const begun = tryTwice(address).then((response) => {
        if (!response.ok) throw new Error(`${response.status}`);
        return unpacked(response);
      });
      started.set(name, begun);
      // One that failed is asked for again by Pagefind itself; one that came stays with Pagefind alone.
      begun.catch(() => started.delete(name));
    },
    failures() {
      const all = [...failed];
      failed.clear();
      return all;
    },
  };
}

const signature = 'pagefind_dcd';

/** The bytes of a file of Pagefind's; what does not begin as its files do is damaged. */
async function unpacked(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const body = packed ? new Response(bytes).body : null;
  const plain = body
    ? new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
    : bytes;
  if (new TextDecoder().decode(plain.subarray(0, signature.length)) !== signature) throw new Error('damaged');
  return plain;
}
