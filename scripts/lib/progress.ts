/** Shows how far long work is: on a terminal in one line that changes, elsewhere in a line now and then. */

export interface ProgressOptions {
  /** Whether the output is a terminal. */
  terminal?: boolean;
  write?: (text: string) => void;
  /** Milliseconds, as `performance.now` gives them. */
  now?: () => number;
}

/** Work shorter than this shows nothing; on a terminal the line changes as often as `often`. In milliseconds. */
const times = { first: 2000, often: 200, rare: 15_000 };

const count = (number: number): string => Math.round(number).toLocaleString('en-GB');

/** A function to call with what is done, all that there is, and how much of the done was kept from earlier. */
export function progressOf(
  what: string,
  {
    terminal = process.stdout.isTTY,
    write = (text) => process.stdout.write(text),
    now = () => performance.now(),
  }: ProgressOptions = {},
): { tell: (done: number, all: number, kept?: number) => void; end: () => void } {
  const begun = now();
  let next = begun + times.first;
  let shown = false;
  return {
    tell(done, all, kept = 0) {
      if (now() < next || done === 0) return;
      next = now() + (terminal ? times.often : times.rare);
      shown = true;
      const rate = done / ((now() - begun) / 1000);
      const line = `${what}  ${count(done)} of ${count(all)}${kept ? `, ${count(kept)} of them kept` : ''}; ${count(rate)} a second, ${count((all - done) / rate)} s left`;
      write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (terminal && shown) write('\r\u001b[K');
    },
  };
}
