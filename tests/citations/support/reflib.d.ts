/** What is used of RefLib (github.com/IEBH/RefLib), which brings no types. */
declare module '@iebh/reflib' {
  interface Reading {
    on(event: 'ref', hear: (record: Record<string, string | string[] | undefined>) => void): Reading;
    on(event: 'end', hear: () => void): Reading;
    on(event: 'error', hear: (problem: unknown) => void): Reading;
  }
  export function readStream(format: 'medline', stream: import('node:stream').Readable): Reading;
}
