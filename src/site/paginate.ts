/** How many entries of a list are on a page. */
export const pageSize = 50;
/** How many names are on a page. */
export const nameListSize = 400;

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
