/** Takes over requests that began before the scripts of the page were loaded. */

declare global {
  /** Requests that `prefetch.ts` has begun, by address. */
  var reviewPrefetched: Map<string, Promise<Response>> | undefined;
}

/** The answer to a request that `prefetch.ts` has begun, once; `undefined` if there is none. */
export function takePrefetched(address: string): Promise<Response> | undefined {
  const begun = globalThis.reviewPrefetched?.get(address);
  globalThis.reviewPrefetched?.delete(address);
  return begun;
}
