/** Reads a review's site files, and gives the formats that they add. */

import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import type { Format } from '../../formats/format.ts';
import { formats, formatsWith, general } from '../../formats/index.ts';
import { siteSchema, type Site } from '../../formats/pages/sites/site-file.ts';
import { fit, readYaml } from '../../lib/read-content.ts';
import { namesIn } from '../../lib/read-text.ts';

/** The file that explains the fields of a site file. */
const siteFileDescribed = 'scripts/formats/pages/sites/site-file.ts';

/** A name that a site file may have: it is that of a format. */
export const isSiteName = (name: string): boolean =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name) && ![...formats, general].some((format) => format.name === name);

/** Reads `content/sites/`: what is known of the pages of each site. A file that is not valid is an error. */
export function readSites(contentDir: string, notices: Notice[]): Site[] {
  return namesIn(join(contentDir, 'sites'), 'sites', /\.ya?ml$/iu, notices).flatMap((file) => {
    const name = file.replace(/\.ya?ml$/iu, '');
    if (!isSiteName(name)) {
      notices.push(notASiteName(file));
      return [];
    }
    const written = readYaml(join(contentDir, 'sites', file), `sites/${file}`, notices);
    const valid = written && fit(siteSchema, written, siteFileDescribed, notices);
    return valid ? [{ ...valid, name }] : [];
  });
}

const notASiteName = (file: string): Notice => ({
  severity: 'error',
  rule: 'site-file-name',
  place: { file: `sites/${file}` },
  seen: `the name ${file}`,
  expected: 'small letters, digits and hyphens, and no name of a format that the project has',
  remedy: 'rename the file',
});

/** The formats of a review: those of the project, and those of its site files. Site files that are not valid are left out. */
export const formatsOf = (contentDir: string, notices: Notice[] = []): readonly Format[] =>
  formatsWith(readSites(contentDir, notices));
