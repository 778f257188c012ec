/** Takes over requests that began before the scripts of the page were loaded. */

declare global {
  /** Requests that `ahead.ts` has begun, by address. */
  var reviewEarly: Map<string, Promise<Response>> | undefined;
}

/** The answer to a request that `ahead.ts` has begun, once; nothing where there is none. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const begun = globalThis.reviewEarly?.get(address);
  globalThis.reviewEarly?.delete(address);
  return begun;
}
