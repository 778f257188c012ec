/** Writes a version of the corpus into the review. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseDocument } from 'yaml';
import { versionText, type Version } from '#domain/version';
import { makeFolder, writeFile } from '../../lib/files.ts';

/**
 * Writes `versions/<version>.json`, and version and date into `site.yaml`. The caller must hold the lock of the review
 * and have checked both.
 */
export function writeVersion(content: string, version: Version): void {
  makeFolder(join(content, 'versions'));
  writeFile(join(content, 'versions', `${version.version}.json`), versionText(version));
  const path = join(content, 'site.yaml');
  writeFile(path, withCorpus(readFileSync(path, 'utf8'), version));
}

/** The text of `site.yaml` with another version and date of the corpus; nothing else in it changes. */
function withCorpus(text: string, values: Version): string {
  const document = parseDocument(text);
  const edits = (['version', 'date'] as const).flatMap((key) => {
    const node = document.getIn(['corpus', key], true);
    return isScalar(node) && node.range ? [{ at: node.range, text: `'${values[key]}'` }] : [];
  });
  return edits
    .sort((a, b) => b.at[0] - a.at[0])
    .reduce((all, { at, text: value }) => all.slice(0, at[0]) + value + all.slice(at[1]), text);
}
