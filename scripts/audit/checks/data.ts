/**
 * Checks of data files in the built site: XML is well-formed, JSON parses, a sitemap lists the pages that are there.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Check, Found } from '../check.ts';
import { targetOf, type Site } from '../site.ts';

const isXml = (file: string) => /\.(xml|svg)$/.test(file);
const isJson = (file: string) => /\.(json|jsonld|webmanifest)$/.test(file);
const isJsonLines = (file: string) => file.endsWith('.jsonl');
const isSitemap = (file: string) => /^sitemap[^/]*\.xml$/.test(file);

export const data: readonly Check[] = [
  {
    rule: 'xml-broken',
    severity: 'error',
    expected: 'well-formed XML in feeds, sitemaps, citations and pictures',
    remedy: 'escape the value where the file is written',
    *find(site) {
      for (const file of [...site.files.keys()].filter(isXml)) {
        const fault = site.facts.fault('xml', file, xmlFault);
        if (fault) yield { file, seen: fault };
      }
    },
  },
  {
    rule: 'json-broken',
    severity: 'error',
    expected: 'JSON that parses',
    remedy: 'write it with JSON.stringify',
    *find(site) {
      const known = new Set<string>();
      for (const file of site.files.keys()) {
        if (!isJson(file) && !isJsonLines(file)) continue;
        const fault = site.facts.fault(isJsonLines(file) ? 'json lines' : 'json', file, (text) => {
          const pieces = isJsonLines(file) ? text.split('\n').filter(Boolean) : linesOfArray(text);
          return faultsOf(pieces, known);
        });
        if (fault) yield { file, seen: fault };
      }
      for (const { file, brokenJson } of site.pages.values())
        if (brokenJson > 0) yield { file, seen: `${brokenJson} script elements of JSON that does not parse` };
    },
  },
  {
    rule: 'sitemap-wrong',
    severity: 'error',
    expected: 'every page that search engines may show, and no other, by its public address',
    remedy: 'take the addresses from the code that makes the pages',
    find: sitemapFaults,
  },
];

/**
 * The values of an array that has each in a line of its own, as our lists of records have; any other text whole. A record
 * is in many lists, and is parsed once.
 */
function linesOfArray(text: string): string[] {
  if (!text.startsWith('[\n') || !text.endsWith('\n]\n')) return [text];
  const lines = text.slice(2, -3).split(/,\n/u);
  return lines.every((line) => /^\{.*\}$/u.test(line)) ? lines : [text];
}

function* sitemapFaults(site: Site): Generator<Found> {
  const index = 'sitemap-index.xml';
  if (!site.files.has(index)) {
    yield { file: index, seen: 'no such file in the site' };
    return;
  }
  const listed = new Set<string>();
  for (const map of [...site.files.keys()].filter(isSitemap)) {
    const text = readFileSync(join(site.folder, map), 'utf8');
    for (const address of locations(text)) {
      const target = targetOf(site, map, address);
      if (target.kind !== 'inside' || !site.files.has(target.file))
        yield { file: map, seen: `${address} is not a page of this site` };
      else listed.add(target.file);
    }
  }
  for (const { file, noindex, redirect } of site.pages.values()) {
    const hidden = noindex || redirect || file.endsWith('404.html');
    if (hidden && listed.has(file)) yield { file, seen: 'listed, though search engines may not show it' };
    if (!hidden && !listed.has(file)) yield { file, seen: 'not listed' };
  }
}

function locations(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  let text: string | undefined;
  parser.on('opentag', ({ name }) => (text = name === 'loc' ? '' : undefined));
  parser.on('text', (piece) => {
    if (text !== undefined) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'loc' && text !== undefined) found.push(text.trim());
    text = undefined;
  });
  parser.on('error', () => undefined);
  parser.write(xml).close();
  return found;
}

function xmlFault(xml: string): string | undefined {
  let fault: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (problem) => (fault ??= problem.message));
  parser.write(xml).close();
  return fault;
}

/** What does not parse in some pieces. A record is in many lists, and is parsed once. */
function faultsOf(pieces: readonly string[], known: Set<string>): string | undefined {
  const faults: string[] = [];
  for (const piece of pieces) {
    const hash = createHash('sha1').update(piece).digest('base64');
    if (pieces.length > 1 && known.has(hash)) continue;
    const fault = jsonFault(piece);
    if (fault === undefined) known.add(hash);
    else faults.push(fault);
  }
  return faults.length > 0 ? faults.join('; ') : undefined;
}

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (problem) {
    return (problem as Error).message;
  }
}
