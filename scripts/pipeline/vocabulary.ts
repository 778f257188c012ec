import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { vocabularyFileSchema, type Facet, type VocabularyFile } from '#domain/concept';
import type { Notice } from '#domain/notice';
import { readYaml, validate } from './decisions.ts';

/** Every file of `content/vocabulary/`, in the order of their names; a reference to a concept that is not there is an error. */
export function readVocabulary(folder: string, notices: Notice[]): VocabularyFile[] {
  if (!existsSync(folder)) return [];
  const files: VocabularyFile[] = [];
  const places = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    if (!/\.ya?ml$/iu.test(name)) continue;
    const file = `vocabulary/${name}`;
    const read = readYaml(join(folder, name), file, notices);
    if (read === undefined) continue;
    const found = validate(vocabularyFileSchema, read, file, 'a facet with its concepts', notices);
    if (!found) continue;
    for (const concept of found.concepts) {
      const ref = `${found.facet}/${concept.id}`;
      if (places.has(ref))
        notices.push(problem(file, `two concepts ${ref}`, 'one concept an id', 'rename one of them'));
      places.set(ref, file);
    }
    files.push(found);
  }
  for (const { facet, concepts } of files)
    for (const concept of concepts)
      for (const other of [...concept.broader, ...concept.related])
        if (!places.has(`${facet}/${other}`) && !places.has(other))
          notices.push(
            problem(
              places.get(`${facet}/${concept.id}`) ?? facet,
              `${concept.id} names ${other}`,
              'a concept of the vocabulary',
              'add the concept, or take the name out',
            ),
          );
  return files;
}

const problem = (file: string, seen: string, expected: string, remedy: string): Notice => ({
  severity: 'error',
  rule: 'vocabulary-reference',
  place: { file },
  seen,
  expected,
  remedy,
});

export const refsOf = (files: readonly VocabularyFile[]): Set<string> =>
  new Set(
    files.flatMap(({ facet, concepts }) => concepts.map((concept): `${Facet}/${string}` => `${facet}/${concept.id}`)),
  );
