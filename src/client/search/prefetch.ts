/**
 * Begins to fetch the files for the search in the address while the styles and scripts of the page are still loading,
 * because on a slow line each wait costs more than bytes. `scripts/search/inline-first-search.ts` writes this into the head of the
 * search pages, after the block of data that it reads, so it imports and exports nothing. `load.ts` fetches later what
 * this does not foresee.
 */
{
  const { folder, files } = JSON.parse(document.getElementById('search-ahead')?.textContent ?? '{}') as {
    /** The address of the index, with a slash at its end. */
    folder: string;
    /** The files of words, ascending: the beginning of the first word in each, a colon, and its name. */
    files: string;
  };
  const begun = (globalThis.reviewPrefetched = new Map<string, Promise<Response>>());
  const begin = (name: string): void => {
    if (begun.has(folder + name)) return;
    const answer = fetch(folder + name);
    answer.catch(() => undefined);
    begun.set(folder + name, answer);
  };
  const table = files.split(' ').map((pair) => pair.split(':'));
  const beginTerm = (term: string): void => {
    const [, file] = table.findLast(([from = '']) => from <= term) ?? [];
    if (file !== undefined) begin(`text/${file}.pf_index`);
  };
  const escaped = (char: string): string => `z${((char.codePointAt(0) ?? 0) + 36 ** 3).toString(36).padStart(4, '0')}`;

  for (const name of ['core', 'tags', 'cards']) begin(`${name}.pack`);
  const query = (new URLSearchParams(location.search).get('q') ?? '').slice(0, 200);
  // What an answer hides or moves gives it room from the first paint; `search.ts` removes the class with the answer.
  if (query.trim()) document.documentElement.classList.add('asking');
  const plain = query
    .normalize('NFKD')
    .replace(/\p{M}|(?<![\p{L}\p{N}])[\p{L}\p{N}]+:/gu, '')
    .toLowerCase();
  for (const [word] of plain.matchAll(/[a-z0-9]+/g)) beginTerm(`${word.replaceAll('z', 'zz')}z0`);
  for (const [run] of plain.matchAll(/\p{Script=Han}+/gu)) {
    begin('han.pack');
    const chars = [...run];
    if (chars.length === 1) beginTerm(escaped(run));
    for (let i = 1; i < chars.length; i++) beginTerm(`${escaped(chars[i - 1] ?? '')}${escaped(chars[i] ?? '')}z0`);
  }
}
