import { join } from 'node:path';
import { vocabularyFileSchema, type Facet, type VocabularyFile } from '#domain/concept';
import type { Notice } from '#domain/notice';
import { fit, readYaml, type Written } from '../../lib/read-content.ts';
import { namesIn } from '../../lib/read-text.ts';

/**
 * Every file of `content/vocabulary/`, in the order of their names; a reference to a concept that is not there is an error.
 * References are looked at only where every file can be read: what a broken one holds is not missing.
 */
export function readVocabulary(folder: string, notices: Notice[]): VocabularyFile[] {
  const files: { found: VocabularyFile; written: Written }[] = [];
  const names = namesIn(folder, 'vocabulary', /\.ya?ml$/iu, notices);
  for (const name of names) {
    const written = readYaml(join(folder, name), `vocabulary/${name}`, notices);
    const found = written && fit(vocabularyFileSchema, written, 'src/domain/concept.ts', notices);
    if (found) files.push({ found, written });
  }
  if (files.length === names.length) notices.push(...referenceNotices(files));
  return files.map(({ found }) => found);
}

function* referenceNotices(files: readonly { found: VocabularyFile; written: Written }[]): Generator<Notice> {
  const facets = new Set<string>();
  for (const { found, written } of files) {
    if (facets.has(found.facet))
      yield problem(written.at(['facet']), `a second file of ${found.facet}`, 'one file a facet', 'join the two');
    facets.add(found.facet);
  }
  if (facets.size < files.length) return;
  const known = new Set<string>();
  for (const { found, written } of files)
    for (const [i, { id }] of found.concepts.entries()) {
      const ref = `${found.facet}/${id}`;
      if (known.has(ref))
        yield problem(
          written.at(['concepts', i, 'id']),
          `two concepts ${ref}`,
          'one concept for each id',
          'rename one of them',
        );
      known.add(ref);
    }
  for (const { found, written } of files)
    for (const [i, concept] of found.concepts.entries())
      for (const relation of ['broader', 'related'] as const)
        for (const [j, other] of concept[relation].entries())
          if (!known.has(`${found.facet}/${other}`) && !known.has(other))
            yield problem(
              written.at(['concepts', i, relation, j]),
              `${concept.id} names ${other}`,
              'a concept of the vocabulary',
              'add the concept, or take the name out',
            );
}

const problem = (place: Notice['place'], seen: string, expected: string, remedy: string): Notice => ({
  severity: 'error',
  rule: 'vocabulary-reference',
  place,
  seen,
  expected,
  remedy,
});

export const refsOf = (files: readonly VocabularyFile[]): Set<string> =>
  new Set(
    files.flatMap(({ facet, concepts }) => concepts.map((concept): `${Facet}/${string}` => `${facet}/${concept.id}`)),
  );
