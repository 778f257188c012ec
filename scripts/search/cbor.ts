/** The part of CBOR (RFC 8949) that Pagefind writes: unsigned and negative integers, text, arrays of known length. */
export type Cbor = number | string | Cbor[];

export function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const length = (low: number): number => {
    if (low < 24) return low;
    const size = { 24: 1, 25: 2, 26: 4, 27: 8 }[low];
    if (size === undefined) throw new Error(`CBOR: a length of kind ${low} at byte ${at}`);
    const from = at;
    at += size;
    if (size === 8) return Number(view.getBigUint64(from));
    return size === 4 ? view.getUint32(from) : size === 2 ? view.getUint16(from) : view.getUint8(from);
  };
  const read = (): Cbor => {
    const head = view.getUint8(at++);
    const size = length(head & 31);
    switch (head >> 5) {
      case 0:
        return size;
      case 1:
        return -1 - size;
      case 3:
        at += size;
        return new TextDecoder().decode(bytes.subarray(at - size, at));
      case 4:
        return Array.from({ length: size }, read);
      default:
        throw new Error(`CBOR: major type ${head >> 5} at byte ${at - 1}`);
    }
  };
  return read();
}
