/* A page of any list has less than 100 KB of HTML, so that a phone shows it at once however many papers there are. */

/** The number of papers, with what a list shows of each, on a page. */
export const pageSize = 25;
/** The number of studies in a table. */
export const studiesSize = 40;
/** The number of papers on a page that shows the sentences of each too. */
export const evidencePageSize = 15;
/** The number of names on a page. */
export const nameListSize = 180;
/** The number of sources on a page, each with what became of its characters. */
export const sourceListSize = 100;

/** One page of a list. */
export interface PageOf<T> {
  items: readonly T[];
  /** From 1. */
  number: number;
  count: number;
}

/** Divides a list into pages of `size`; an empty list is one empty page. */
export function paginate<T>(list: readonly T[], size: number): PageOf<T>[] {
  const count = Math.max(1, Math.ceil(list.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: list.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
}

/** The page numbers to show: first, last, and those around the current one; 0 is a gap. */
export function pageNumbers(current: number, count: number): number[] {
  const wanted = [...new Set([1, current - 2, current - 1, current, current + 1, current + 2, count])]
    .filter((number) => number >= 1 && number <= count)
    .sort((a, b) => a - b);
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1];
    if (before === undefined || number === before + 1) return [number];
    return number === before + 2 ? [number - 1, number] : [0, number];
  });
}
