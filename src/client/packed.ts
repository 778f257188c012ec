/** The content of a packed file. What the host has unpacked on the way is taken as it is; damaged bytes throw. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const body = bytes[0] === 0x1f && bytes[1] === 0x8b ? new Response(bytes).body : null;
  if (!body) return bytes;
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}
