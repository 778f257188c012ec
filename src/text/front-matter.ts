/** Front matter: the YAML between two lines `---` at the top of an MDX file. */

const between = /^---[ \t]*\r?\n(?:([^]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/u;

/** The YAML of a file, whose first line is the file's second, and the text below it; `undefined` without front matter. */
export function splitFrontMatter(text: string): { yaml: string; body: string } | undefined {
  const found = between.exec(text);
  return found ? { yaml: found[1] ?? '', body: text.slice(found[0].length) } : undefined;
}
