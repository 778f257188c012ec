/** Reads and checks the vocabulary of a review. */

import { join } from 'node:path';
import { hierarchyOf } from '#domain/broader';
import { labelLanguages, vocabularyFileSchema, type ConceptRef, type VocabularyFile } from '#domain/concept';
import type { Notice } from '#domain/notice';
import { wordsOf } from '#domain/words';
import { hasHan } from '#text/han';
import { foldedWord } from '../../formats/text/han.ts';
import { fit, readYaml, type Written } from '../../lib/read-content.ts';
import { namesIn } from '../../lib/read-text.ts';

interface Read {
  found: VocabularyFile;
  written: Written;
}

/**
 * Reads every file of `content/vocabulary/` in the order of their names. Errors are: a concept that is defined twice, a
 * reference to an unknown concept, a circle of broader concepts, one exact match of two concepts of a file, and one name
 * for two without a stated reason. These are checked only where every file can be read, because a concept may be in the broken one.
 */
export function readVocabulary(folder: string, notices: Notice[]): VocabularyFile[] {
  const files: Read[] = [];
  const names = namesIn(folder, 'vocabulary', /\.ya?ml$/iu, notices);
  for (const name of names) {
    const written = readYaml(join(folder, name), `vocabulary/${name}`, notices);
    const found = written && fit(vocabularyFileSchema, written, 'src/domain/concept.ts', notices);
    if (found) files.push({ found, written });
  }
  if (files.length === names.length)
    notices.push(
      ...referenceNotices(files),
      ...equivalentNotices(files),
      ...files.flatMap((file) => [...labelNotices(file)]),
    );
  return files.map(({ found }) => found);
}

function* referenceNotices(files: readonly Read[]): Generator<Notice> {
  const facets = new Set<string>();
  for (const { found, written } of files) {
    if (facets.has(found.facet))
      yield problem('vocabulary-reference', written.at(['facet']), {
        seen: `a second file of ${found.facet}`,
        expected: 'one file for each facet',
        remedy: 'join the two',
      });
    facets.add(found.facet);
  }
  if (facets.size < files.length) return;
  const known = new Set<ConceptRef>();
  for (const { found, written } of files)
    for (const [i, { id }] of found.concepts.entries()) {
      const ref = `${found.facet}/${id}`;
      if (known.has(ref))
        yield problem('vocabulary-reference', written.at(['concepts', i, 'id']), {
          seen: `two concepts ${ref}`,
          expected: 'one concept for each id',
          remedy: 'rename one of them',
        });
      known.add(ref);
    }
  const { above } = hierarchyOf(files.map(({ found }) => found));
  for (const { found, written } of files)
    for (const [i, concept] of found.concepts.entries()) {
      const ref = `${found.facet}/${concept.id}`;
      for (const relation of ['broader', 'related'] as const)
        for (const [j, other] of concept[relation].entries()) {
          const place = () => written.at(['concepts', i, relation, j]);
          if (!known.has(other) || other === ref)
            yield problem('vocabulary-reference', place(), {
              seen: `${ref} names ${other === ref ? 'itself' : other}`,
              expected: 'another concept of the vocabulary',
              remedy: 'add the concept, or take the name out',
            });
          else if (relation === 'broader' && above(other).includes(ref))
            yield problem('vocabulary-circle', place(), {
              seen: `${ref} is broader than ${other}, and ${other} than ${ref}`,
              expected: 'only one of the two is broader',
              remedy: 'remove the wrong `broader` of the two',
            });
        }
    }
}

/** Two concepts of a facet with one exact match: what both are the same as makes them one (SKOS S44 and S45). */
function* equivalentNotices(files: readonly Read[]): Generator<Notice> {
  for (const { found, written } of files) {
    const owners = new Map<string, string>();
    for (const [i, { id, exactMatch }] of found.concepts.entries())
      for (const [j, address] of exactMatch.entries()) {
        const owner = owners.get(address);
        owners.set(address, owner ?? id);
        if (owner !== undefined)
          yield problem('vocabulary-equivalent', written.at(['concepts', i, 'exactMatch', j]), {
            seen: `${address} as an exact match of ${owner} and of ${id}`,
            expected: 'one concept of a facet that is the same as a term of another vocabulary',
            remedy: 'make it a closeMatch of the one that it only comes near to, or join the two concepts',
          });
      }
  }
}

/** A label in the form in which labels are compared: without inflection, case, width and script. */
export const labelKey = (label: string): string =>
  hasHan(label)
    ? foldedWord(label)
    : wordsOf(label)
        .map(({ stem }) => stem)
        .join(' ');

interface Label {
  text: string;
  concept: string;
  /** The place in the file, computed only for a notice because it needs a walk through the file. */
  place: () => Notice['place'];
}

/** The labels of a file's concepts, in the order of the file: preferred, alternative and hidden ones. */
function* labelsIn({ found, written }: Read): Generator<Label> {
  for (const [i, { id, ...lists }] of found.concepts.entries()) {
    const label = (text: string, ...path: (string | number)[]): Label => ({
      text,
      concept: id,
      place: () => written.at(['concepts', i, ...path]),
    });
    yield label(lists.prefLabel.en, 'prefLabel', 'en');
    // A review only in English writes the English name for both languages; SKOS S13 is about the labels of one
    // language.
    if (lists.prefLabel.zh !== lists.prefLabel.en) yield label(lists.prefLabel.zh, 'prefLabel', 'zh');
    for (const kind of ['altLabel', 'hiddenLabel'] as const)
      for (const language of labelLanguages)
        for (const [j, text] of lists[kind][language].entries()) yield label(text, kind, language, j);
  }
}

function* labelNotices(file: Read): Generator<Notice> {
  const shared = new Set(file.found.shared.map(({ label }) => labelKey(label)));
  const owners = new Map<string, string>();
  const written = new Set<string>();
  for (const { text, concept, place } of labelsIn(file)) {
    const key = labelKey(text);
    const owner = owners.get(key) ?? concept;
    owners.set(key, owner);
    if (owner !== concept && !shared.has(key))
      yield problem('vocabulary-label', place(), {
        seen: `“${text}” as a name of ${owner} and of ${concept}`,
        expected: 'a name that means one concept of a facet, in whatever inflection or script',
        remedy:
          'keep it as a name of the concept that it means, make it a sign of the other, or list it under `shared` with the reason',
      });
    const own = `${concept} ${text.toLowerCase()}`;
    if (written.has(own))
      yield problem('vocabulary-label', place(), {
        seen: `“${text}” twice in ${concept}`,
        expected: 'each label once, as preferred, alternative or hidden (SKOS, S13)',
        remedy: 'remove one of them',
      });
    written.add(own);
  }
}

const problem = (rule: string, place: Notice['place'], told: Pick<Notice, 'seen' | 'expected' | 'remedy'>): Notice => ({
  severity: 'error',
  rule,
  place,
  ...told,
});

export const refsOf = (files: readonly VocabularyFile[]): Set<ConceptRef> =>
  new Set(files.flatMap(({ facet, concepts }) => concepts.map(({ id }) => `${facet}/${id}`)));
