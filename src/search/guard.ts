/**
 * Pagefind takes a file that it could not fetch, or could not read, for one that holds nothing, and never asks again.
 * The guard stands between it and the network: it unpacks each file of the index, and remembers those that fail.
 */
export interface Guard {
  /** Addresses that failed since the last call. */
  failures(): string[];
}

/** Guards all fetches of addresses that hold `folder`; others pass untouched. */
export function guardFetches(folder: string): Guard {
  const failed = new Set<string>();
  const plainFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    if (!address.includes(folder)) return plainFetch(input, init);
    try {
      const response = await plainFetch(input, init);
      if (!response.ok) throw new Error(`${response.status}`);
      return /\.json(\?|$)/.test(address) ? response : new Response(await unpacked(response));
    } catch (problem) {
      failed.add(address);
      throw problem;
    }
  };
  return {
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
