/**
 * The number of edits between two texts: a letter wrong, missing, added, or exchanged with the next (optimal string
 * alignment distance, in a band); `limit + 1` where there are more than `limit`.
 */
export function edits(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const x = a.slice(start, endA);
  const y = b.slice(start, endB);
  if (!x || !y) return Math.max(x.length, y.length);
  let previous = new Int32Array(y.length + 1).map((_, j) => j);
  let before = new Int32Array(y.length + 1);
  let current = new Int32Array(y.length + 1);
  for (let i = 1; i <= x.length; i++) {
    current.fill(limit + 1);
    const from = Math.max(1, i - limit);
    const to = Math.min(y.length, i + limit);
    current[from - 1] = from === 1 ? i : limit + 1;
    let least = limit + 1;
    for (let j = from; j <= to; j++) {
      const same = x[i - 1] === y[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[y.length] ?? limit + 1, limit + 1);
}
