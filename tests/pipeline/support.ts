import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDraft, type Draft, type DraftAbstract, type DraftSection, type Read } from '#domain/draft';
import type { Language } from '#domain/language';
import type { Role } from '#domain/role';
import type { Place } from '#domain/place';
import { importReview } from '../../scripts/pipeline/import-review.ts';
import type { ImportResult } from '../../scripts/pipeline/import-result.ts';
import type { ImportOptions } from '../../scripts/pipeline/import-options.ts';
import type { Member } from '../../scripts/pipeline/paper/members.ts';
import { projectRoot } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

export const seeds = join(projectRoot, 'content', 'sources');

/** A review's folder with these files; with the project's vocabulary where asked for. */
export function review(files: Record<string, string | Uint8Array>, { vocabulary = false } = {}): string {
  const folder = temporaryFolder(files);
  mkdirSync(join(folder, 'sources'), { recursive: true });
  if (vocabulary) cpSync(join(projectRoot, 'content', 'vocabulary'), join(folder, 'vocabulary'), { recursive: true });
  return folder;
}

export const importFolder = (contentDir: string, options: Partial<ImportOptions> = {}): Promise<ImportResult> =>
  importReview({ contentDir, ...options });

export { papersIn as papersOf } from './papers-in.ts';

/** Every file below a folder with its text, as one value to compare. */
export function filesBelow(folder: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) Object.assign(found, filesBelow(folder, path));
    else found[path] = readFileSync(join(folder, path), 'utf8');
  }
  return found;
}

export const place = (file: string, line = 1, first = 1, past = 2): Place => ({ file, line, columns: [first, past] });

/** A value with a place in a file. */
export const said = <T>(value: T, file = 'a.txt', line = 1): Read<T> => ({ value, at: [place(file, line)] });

const paragraph = (text: string, file = 'a.txt', line = 1): DraftSection['blocks'][number] => ({
  as: 'paragraph',
  text,
  pieces: [{ start: 0, place: { file, line, columns: [1, text.length + 1] } }],
});

export const abstractOf = (
  text: string,
  { language = 'en', role, file = 'a.txt' }: { language?: Language; role?: Role; file?: string } = {},
): Read<DraftAbstract> =>
  said({ language, ...(role ? { role } : {}), sections: [{ blocks: [paragraph(text, file)] }] }, file);

/** One draft of a paper, in the form for `reconcile`. */
export const member = (draft: Partial<Draft>, more: Partial<Member> = {}): Member => ({
  draft: { ...emptyDraft(), ...draft },
  file: 'a.txt',
  sha256: '0'.repeat(64),
  format: 'some-site',
  unclassifiedLines: 0,
  ...more,
});
