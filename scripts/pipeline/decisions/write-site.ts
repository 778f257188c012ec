/** Writes site files, and joins what several lessons say. */

import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Site, SiteFile } from '../../formats/pages/sites/site-file.ts';
import { makeFolder, writeFile } from '../../lib/files.ts';

/** The text of a site file, without what is empty. */
export function siteText({ title, fits, values, furniture, ends }: SiteFile): string {
  const filled = <T extends object>(given: T): Partial<T> =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => !(Array.isArray(value) && value.length === 0))) as Partial<T>; // prettier-ignore
  return stringify({ title, fits: filled(fits), ...filled({ values, furniture, ends }) }, { lineWidth: 0 });
}

/** Writes a site file whole, and returns its name in the content folder. The caller must hold the lock of the review. */
export function writeSite(contentDir: string, site: Site): string {
  makeFolder(join(contentDir, 'sites'));
  const name = `sites/${site.name}.yaml`;
  writeFile(join(contentDir, name), siteText(site));
  return name;
}

/** A site file with what another lesson says: its rules come first, and what it says of a field replaces what was said. */
export function mergedSite(known: Site, learnt: Omit<SiteFile, 'title'>): Site {
  const join = <T>(a: readonly T[], b: readonly T[]): T[] => [
    ...new Map([...a, ...b].map((one) => [JSON.stringify(one), one])).values(),
  ];
  const fields = new Set(learnt.values.map(({ field }) => field));
  const values = [...learnt.values, ...known.values.filter(({ field }) => !fields.has(field))];
  const besides = new Set(values.flatMap(({ below, above }) => [below, above]));
  return {
    ...known,
    fits: { ...known.fits, hosts: join(known.fits.hosts, learnt.fits.hosts) },
    values,
    furniture: join(known.furniture, learnt.furniture).filter((line) => !besides.has(line)),
    ends: join(known.ends, learnt.ends),
  };
}
