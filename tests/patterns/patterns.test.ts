import { analyse } from 'scslre';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/run.ts';
import { projectFiles } from '../support/tree.ts';
import { bounded, madeLater, type Bounded } from './exceptions.ts';
import { madeWhile, patternsOf, type Pattern } from './extract.ts';
import { attacksOn, isSlow } from './pump.ts';

const code = projectFiles().filter(({ path }) => /^(?:scripts|src)\/.*\.(?:ts|mjs)$/.test(path));
const found = code.map(patternsOf);
const literals = found.flatMap((file) => file.literals);
const sites = found.flatMap((file) => file.made);

/** Modules that only define things when they are loaded, and need no page. */
const loadable = code.filter(({ path }) =>
  /^(?:scripts\/(?:formats|pipeline)|src\/(?:domain|text|prose|search|citations))\/|\/inert-keys\.ts$/.test(path),
);
let made: Pattern[];
beforeAll(async () => {
  made = await madeWhile(async () => {
    for (const { path } of loadable) await import(`${projectRoot}/${path}`);
  }, projectRoot);
});

const nameOf = ({ file, line, source, flags }: Pattern): string => `${file}:${line} /${source.slice(0, 120)}/${flags}`;
const boundOf = ({ file, source }: Pattern): Bounded | undefined =>
  bounded.find((it) => it.file === file && source.startsWith(it.begins));

/**
 * Why the time of a pattern grows faster than its text: an attack that works on the engine, or the result of its
 * analysis.
 */
function weaknessOf(source: string, flags: string, longest?: number): string | undefined {
  const key = JSON.stringify([source, flags, longest]);
  if (!weaknesses.has(key)) weaknesses.set(key, findWeakness(source, flags, longest));
  return weaknesses.get(key);
}
const weaknesses = new Map<string, string | undefined>();

function findWeakness(source: string, flags: string, longest?: number): string | undefined {
  const attack = attacksOn(source, flags).find((one) => isSlow(source, flags, one, longest));
  if (attack) return `slow on ${JSON.stringify(attack)}`;
  if (longest !== undefined) return undefined;
  const { reports } = analyse({ source, flags: flags.replace(/[gyd]/gu, '') });
  return reports.length ? 'its time grows faster than its text' : undefined;
}

const weakAmong = (patterns: readonly Pattern[]): string[] =>
  patterns.flatMap((it) => {
    const weakness = weaknessOf(it.source, it.flags, boundOf(it)?.longest);
    return weakness ? [`${nameOf(it)}: ${weakness}`] : [];
  });

describe('every regular expression takes linear time, or is used only on short texts', () => {
  test('as it is written', () => {
    expect(literals.length).toBeGreaterThan(1000);
    expect(weakAmong(literals)).toEqual([]);
  });

  test('as code makes it when it is loaded', () => {
    expect(made.length).toBeGreaterThan(20);
    expect(weakAmong(made)).toEqual([]);
  });

  test('as code makes it of what it is given', () => {
    const seen = new Set(made.map(({ file, line }) => `${file}:${line}`));
    const later = sites.filter(({ file, line }) => !seen.has(`${file}:${line}`));
    expect([...new Set(later.map(({ file }) => file))].sort()).toEqual(Object.keys(madeLater).sort());
    for (const [file, { one, longest }] of Object.entries(madeLater))
      expect({ file, weakness: weaknessOf(one.source, one.flags, longest) }).toEqual({ file, weakness: undefined });
  });

  test('and every exception is still one', () => {
    const all = [...literals, ...made];
    const unused = bounded.filter((it) => !all.some((pattern) => boundOf(pattern) === it));
    expect(unused.map(({ file, begins }) => `${file}: ${begins}`)).toEqual([]);
    const needless = bounded.filter(({ file, begins }) => {
      const pattern = all.find((it) => it.file === file && it.source.startsWith(begins));
      return pattern && weaknessOf(pattern.source, pattern.flags) === undefined;
    });
    expect(needless.map(({ file, begins }) => `${file}: ${begins}`)).toEqual([]);
  });
});

/** Patterns whose time doubles with each piece of a text, or grows with its square or cube. */
const bad: readonly RegExp[] = [
  /^(?:[\w-]+: [^\n]*\n(?:\s+[^\n]*\n)*){0,12}Content-Type: multipart\/related/iu,
  /(?:\s*(?:\(\d{6,12}\)|\S+@\S+\.\S+))+$/iu,
  /\s*(?:\(?\d{1,2}\)?(?:\s*,\s*\d{1,2})*|[*†‡§])+$/u,
  /^(?:(?:empirical|feature|featured?|empirical)[\s-]?)*(?:review|report)$/iu,
  /^(?:[^\p{L}]|\[[\p{L} ]{3,40}\])*$/u,
  /\s?[•|]\s?(?:[^•|]{2,40}[•|]?\s?)*$/u,
  /^(?:(?:[zcs]h|[bpmdtn])(?:i?ang?|uang?|i?e|[aoeiu]))+$/u,
  /^([^,]+?)\s*,\s*([^,]+?)(?:\s*,\s*([^,]+))?$/u,
  /\s+$/u,
  /[\s:：]*$/u,
  /\s*;\s*/gu,
  /url=(.*)$/iu,
  /<i>.*?<\/i>/gu,
  /<meta[^>]*(?:name="robots"[^>]*noindex|http-equiv="refresh")/iu,
  /^(\S+)\s*,\s*(\S+)$/u,
  /(?<=\p{Ll}\S*\s\p{Lu}\S*\p{Ll}),?\s(?:MD|MA)/gu,
  /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gu,
];

/** Patterns of the same kinds whose time grows with the text. */
const good: readonly RegExp[] = [
  /(?<!\s)\s+$/u,
  /(?:(?<!\s)\s+)?;\s*/gu,
  /<i>[^<]*<\/i>/gu,
  /^(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){0,12}Content-Type: multipart\/related/iu,
  /^[^,]+,[^,]+$/u,
  /(?:(?<!\p{L})\p{Lu}\.\s?){1,12}$/u,
];

describe('the check itself', () => {
  test.each(bad)('finds %s', (pattern) => {
    expect(weaknessOf(pattern.source, pattern.flags)).toMatch(/^(?:slow on \{|its time grows faster than its text$)/u);
  });

  test.each(good)('lets %s pass', (pattern) => {
    expect(weaknessOf(pattern.source, pattern.flags)).toBeUndefined();
  });
});
