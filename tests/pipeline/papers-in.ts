import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '#domain/paper';

/** Every record of a folder of content, by id. */
export const papersIn = (folder: string): Map<string, Paper> =>
  new Map(
    readdirSync(join(folder, 'papers'))
      .filter((name) => name.endsWith('.json'))
      .map((name): [string, Paper] => [
        name.replace(/\.json$/u, ''),
        JSON.parse(readFileSync(join(folder, 'papers', name), 'utf8')) as Paper,
      ]),
  );
