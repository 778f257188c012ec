import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scanTags } from '../../scripts/audit/scan.ts';
import { onePageOfEach } from '../../scripts/page-types.ts';
import { useSite } from '../support/site.ts';

const { folder } = await useSite();

/** Width and height of a PNG, from its first chunk (PNG, section 11.2.2). */
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test.each(['', 'zh/'])(
  'each type of page in %s has a picture for links, of the size it says, and the review’s name',
  (prefix) => {
    for (const { name, path } of onePageOfEach(folder)) {
      if (name === 'not-found') continue;
      const html = readFileSync(join(folder, prefix, path.replace(/\?.*/u, ''), 'index.html'), 'utf8');
      const said = new Map(
        [...scanTags(html)]
          .filter((tag) => tag.name === 'meta')
          .map(({ attributes }) => [attributes.get('property') ?? '', attributes.get('content') ?? '']),
      );
      const picture = join(folder, new URL(said.get('og:image') ?? 'http://none/').pathname);
      expect(existsSync(picture), `${prefix}${name}: ${picture}`).toBe(true);
      expect(sizeOf(readFileSync(picture)), name).toEqual([
        Number(said.get('og:image:width')),
        Number(said.get('og:image:height')),
      ]);
      expect(said.get('og:site_name'), name).toBeTruthy();
      if (name === 'theme') expect(picture).not.toMatch(/site\.png$/u);
    }
  },
);
