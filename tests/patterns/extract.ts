import ts from 'typescript';
import type { TreeFile } from '../support/tree.ts';

/** A regular expression in the code, with its place. */
export interface Pattern {
  file: string;
  line: number;
  source: string;
  flags: string;
}

/** A place where code makes a regular expression while it runs. */
export interface Making {
  file: string;
  line: number;
  text: string;
}

/** Every regular expression literal of a file of TypeScript, and every `RegExp(…)`. */
export function patternsOf({ path, text }: TreeFile): { literals: Pattern[]; made: Making[] } {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const literals: Pattern[] = [];
  const made: Making[] = [];
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      literals.push({ file: path, line: lineOf(node), source, flags });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      made.push({ file: path, line: lineOf(node), text: node.getText().replace(/\s+/gu, ' ') });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { literals, made };
}

/**
 * The regular expressions that modules make while they are loaded. `load` imports the modules; each expression is
 * recorded with the file that made it, which the stack names.
 */
export async function madeWhile(load: () => Promise<unknown>, root: string): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const plain = globalThis.RegExp;
  const escaped = root.replace(/[^\w/]/gu, '\\$&');
  const at = new RegExp(`${escaped}/((?:scripts|src)/[\\w/.-]+\\.ts)[^:\\n]*:(\\d+):`);
  globalThis.RegExp = new Proxy(plain, {
    construct(target, args: [string | RegExp, string?]) {
      const made = new target(...args);
      // The first line is the error, the second this trap, the third the caller.
      const [, path, line] = at.exec((new Error().stack ?? '').split('\n')[2] ?? '') ?? [];
      if (path) found.push({ file: path, line: Number(line), source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = plain;
  }
  return found;
}
