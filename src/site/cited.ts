/** The ids of the papers that a text of the reviewers quotes: what it rests on. */
export const papersQuoted = (mdx: string): Set<string> =>
  new Set([...mdx.matchAll(/\scite="\/papers\/([a-z0-9-]+)\//gu)].map((match) => match[1] ?? ''));

/** The ids of the papers that it names at all, by a quotation or a link. */
export const papersNamed = (mdx: string): Set<string> =>
  new Set([...mdx.matchAll(/["(]\/(?:zh\/)?papers\/([a-z0-9-]+)\//gu)].map((match) => match[1] ?? ''));
