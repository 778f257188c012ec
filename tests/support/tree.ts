import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { projectRoot } from '../../scripts/run.ts';

export interface TreeFile {
  /** Below the project's folder, with `/`. */
  path: string;
  text: string;
  lines: readonly string[];
}

/** Made by programs or installed: not the project's own text. */
const notOurs = /^(node_modules|dist[^/]*|shots|\.(git|astro|cache))(\/|$)/;
const binary = /\.(png|jpg|ico|woff2|gz)$/;

/** Every text file of the project, in the order of their paths. */
export function projectFiles(): TreeFile[] {
  const files: TreeFile[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(`${projectRoot}/${folder}`, { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (notOurs.test(path)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() && !binary.test(path)) {
        const text = readFileSync(`${projectRoot}/${path}`, 'utf8');
        files.push({ path, text, lines: text.split(/\r?\n/) });
      }
    }
  };
  visit('.');
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export interface Import {
  line: number;
  /** A path in the project for its own files, else the name of the package or built-in module as written. */
  target: string;
}

const statement = /(?:(?<!['"-])\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([^'"\n]+)\1/gm;

/** `imports` of package.json: how files of the project are imported from other folders. */
const aliases = Object.entries(
  (JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')) as { imports: Record<string, string> }).imports,
).map(([name, path]) => ({ name: name.replace('*', ''), path: path.replace('./', '') }));

function inProject(written: string): string {
  const alias = aliases.find(({ name }) => written.startsWith(name));
  return alias ? alias.path.replace('*', written.slice(alias.name.length)) : written;
}

/** What a code file imports, statically or dynamically, types included. */
export function importsOf(file: TreeFile): Import[] {
  return [...file.text.matchAll(statement)].map((match) => {
    const written = (match[2] ?? '').replace(/\?.*$/, '');
    const target = written.startsWith('.') ? posix.join(dirname(file.path), written) : inProject(written);
    const at = match.index + match[0].length;
    return { line: file.text.slice(0, at).split('\n').length, target };
  });
}

/** The package of an import: `@a/b` for `@a/b/c`. */
export const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

/** All files of the project that one of them runs, through the imports of each. */
export function reachedFrom(path: string, files: readonly TreeFile[] = projectFiles()): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set([path]);
  for (const at of reached) {
    const file = byPath.get(at);
    for (const { target } of file ? importsOf(file) : []) if (byPath.has(target)) reached.add(target);
  }
  return [...reached];
}
