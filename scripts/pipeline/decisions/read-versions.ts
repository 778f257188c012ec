/** Reads the saved versions of the corpus, `content/versions/<version>.json`. */

import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { inOrder, versionSchema, type Version } from '#domain/version';
import { fit, readJson } from '../../lib/read-content.ts';
import { namesIn } from '../../lib/read-text.ts';

/** The valid versions, oldest first. A file that is not a version, or has the name of another one, is an error. */
export function readVersions(content: string, notices: Notice[]): Version[] {
  const read = namesIn(join(content, 'versions'), 'versions', /\.json$/u, notices).flatMap((name) => {
    const file = `versions/${name}`;
    const written = readJson(join(content, file), file, notices);
    const version = written && fit(versionSchema, written, 'src/domain/version.ts', notices);
    if (!written || !version) return [];
    if (name !== `${version.version}.json`)
      notices.push({
        severity: 'error',
        rule: 'version-of-another-name',
        place: written.at(['version']),
        seen: `version ${version.version} in a file with the name ${name}`,
        expected: `the name ${version.version}.json`,
        remedy: 'give the file its name back; the name of a version never changes after it was published',
      });
    return [version];
  });
  return inOrder(read);
}
