/** Makes the key of a draft: what its source says, with the corrections that name the source applied. */

import { isPreprintDoi, isPreprintServer } from '#domain/preprints';
import type { Draft } from '#domain/draft';
import { doiKey } from '#domain/identifiers';
import { sentenceAnchor, sentenceSpans } from '#domain/text';
import { cleanText } from '#text/clean';
import { hasHan } from '#text/han';
import type { FiledCorrection } from '../decisions/read-decisions.ts';
import { printOf } from '../ids/print.ts';
import type { DraftKey } from './draft-key.ts';
import { agreed } from '../paper/values.ts';

export function keyOf(file: string, draft: Draft, corrections: readonly FiledCorrection[]): DraftKey {
  const members = [{ draft, file, sha256: '', format: '', unclassifiedLines: 0 }];
  const text = (field: Parameters<typeof agreed>[1]): string | undefined => agreed(members, field, [])?.value;
  const set = Object.assign({}, ...corrections.map((it) => it.set)) as NonNullable<FiledCorrection['set']>;
  const date = set.issued ?? set.online ?? text('issued') ?? text('online');
  const journals = [
    set.journal ?? text('journal'),
    set.journalAbbreviation ?? text('journalAbbreviation'),
    set.journalZh ?? text('journalZh'),
  ];
  const names = (set.authors ?? draft.authors.map((it) => it.value.name)).map((name): Parts => ({ ...name }));
  const key: DraftKey = {
    file,
    titles: [
      ...(set.titles ?? []),
      ...draft.titles.map(({ value }) => ({
        language: value.language,
        ...(value.role ? { role: value.role } : {}),
        text: cleanText(value.text),
      })),
    ],
    journals: journals.filter((it) => it !== undefined),
    authors: names.map((name) => cleanText(callingName(name))),
    givens: names.map((name) => cleanText(givenName(name))),
    registrations: (set.registrations ?? draft.registrations.map((it) => it.value)).map(
      (it) => `${it.registry} ${it.id}`,
    ),
  };
  const work = workOf(set.type ?? text('type'), journals, set.doi ?? text('doi'));
  if (work) key.work = work;
  const sentences = sentencesOf(draft);
  if (sentences.length) key.sentences = sentences;
  if (draft.record !== undefined) {
    key.record = draft.record;
    key.marks = recordMarks(text('doi'), text('pmid'), printOf(members));
  }
  if (draft.updates?.length) key.updates = draft.updates.map(({ value, at }) => ({ ...value, at }));
  if (date) key.year = Number(date.slice(0, 4));
  const pages = set.pages ?? set.articleNumber ?? text('pages') ?? text('articleNumber');
  if (pages) key.pages = pages;
  for (const field of ['doi', 'pmid', 'pmcid', 'url', 'volume', 'issue'] as const) {
    const value = set[field] ?? text(field);
    if (value) key[field] = value;
  }
  const arxiv = text('arxiv');
  if (arxiv) key.arxiv = arxiv;
  return key;
}

const recordMarks = (doi: string | undefined, pmid: string | undefined, print: string): string[] => [
  ...(doi ? [doiKey(doi)] : []),
  ...(pmid ? [`pmid:${pmid}`] : []),
  print,
];

type Parts = Readonly<Record<string, string | undefined>>;

/** A family name. A Chinese name is kept whole, because thousands of people share one family name. */
function callingName(name: Parts): string {
  const { native, family, given, literal, written } = name;
  const han = [native, `${family ?? ''}${given ?? ''}`].find((it) => it && /^\p{Script=Han}+$/u.test(it));
  return han ?? family ?? literal ?? written ?? '';
}

/** Given names in Latin letters, or initials. */
const givenName = ({ given }: Parts): string => (given && !hasHan(given) ? given : '');

const works: readonly [RegExp, NonNullable<DraftKey['work']>][] = [
  [/thesis|dissertation|学位论文/iu, 'thesis'],
  [/preprint|posted.?content|unpublished/iu, 'preprint'],
  [/chapter|incollection|inbook/iu, 'chapter'],
  [/^(?:book|monograph|edbook|whole ?book|图书|专著)\b/iu, 'book'],
  [/^(?:article-journal|journal ?article|期刊)/iu, 'article'],
];

/**
 * The kind of work. Databases file dissertations as articles of the journal that abstracts them, and preprints as
 * articles.
 */
function workOf(
  type: string | undefined,
  journals: readonly (string | undefined)[],
  doi: string | undefined,
): DraftKey['work'] {
  if (journals.some((it) => it && /^dissertation abstracts/iu.test(it))) return 'thesis';
  if ((doi && isPreprintDoi(doi)) || journals.some((it) => it && isPreprintServer(it))) return 'preprint';
  return works.find(([words]) => type && words.test(type))?.[1];
}

/** How many sentences of each abstract are kept; these are enough to recognise it. */
const mostSentences = 12;

const sentencesOf = (draft: Draft): string[] =>
  draft.abstracts.flatMap(({ value }) =>
    value.sections
      .flatMap((section) => section.blocks)
      .flatMap((block) => sentenceSpans(block.text).map(([start, end]) => block.text.slice(start, end)))
      .filter((sentence) => sentence.length > 20 || /\p{Script=Han}{8}/u.test(sentence))
      .slice(0, mostSentences)
      // A sentence is known by its end: it may begin with a label that only some sources write.
      .map((sentence) => `${value.language.slice(0, 2)} ${sentenceAnchor(endOf(sentence))}`),
  );

const endOf = (sentence: string): string =>
  sentence
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(-60);
