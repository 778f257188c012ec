/** Decides what kind of publication a paper is, as an item type of CSL. */

import { itemTypeSchema, journalTitle, type ItemType, type Paper } from '#domain/paper';
import type { Origin, Stated } from '#domain/place';
import { isPreprintDoi, isPreprintServer } from '#domain/preprints';
import type { Member } from './members.ts';

/** Words of databases and pages for kinds of publication, with the item type of CSL 1.0.2; the first match counts. */
const itemTypes: readonly [RegExp, ItemType][] = [
  [/thesis|dissertation|学位论文/iu, 'thesis'],
  [/conference|proceeding|cpaper|conf\b|会议/iu, 'paper-conference'],
  [/chapter|incollection|inbook|chap\b/iu, 'chapter'],
  [/^(?:book|monograph|edbook|whole ?book|图书|专著)/iu, 'book'],
  [/report|rprt|guideline/iu, 'report'],
  [/preprint|unpublished|working ?paper|manuscript/iu, 'article'],
  [/web ?page|website|online ?multimedia|elec\b|icomm/iu, 'webpage'],
  [
    /journal|jour\b|article|review|letter|editorial|trial|study|comment|meta-analysis|期刊|论著|综述/iu,
    'article-journal',
  ],
];

/**
 * The kind of publication. What no table row knows, or no source states, follows from where it appeared: in a journal it is
 * an article of that journal, at a preprint server a preprint, else a document of which nothing is known.
 */
export function typeOf(
  stated: Stated<string> | undefined,
  { journal, doi, arxiv }: Pick<Paper, 'journal' | 'doi' | 'arxiv'>,
  text: Pick<Paper, 'titles' | 'abstracts' | 'digest'> & { members: readonly Member[] },
): Paper['type'] {
  const known =
    stated &&
    (itemTypeSchema.safeParse(stated.value).data ?? itemTypes.find(([words]) => words.test(stated.value))?.[1]);
  const container = journalTitle({ journal });
  const server = [container, journal?.publisher].find((it) => it && isPreprintServer(it.value));
  // Databases call a preprint an article, and its server a journal, which it is not.
  const preprint = server ?? (doi && isPreprintDoi(doi.value) ? doi : arxiv && !container ? arxiv : undefined);
  const isOpen = known === undefined || known === 'document' || (known === 'article-journal' && container === server);
  if (preprint && isOpen)
    return { value: 'article', from: preprint.from.slice(0, 1), derived: 'type-from-preprint-server' };
  const isVague = known === 'document' || known === 'article';
  if (stated && known && !(isVague && container && container !== server)) {
    const derived = stated.derived ?? (known === stated.value ? undefined : 'type-from-its-name');
    return { value: known, from: stated.from, ...(derived ? { derived } : {}) };
  }
  const from = (container ?? journal?.issn?.[0])?.from;
  if (from) return { value: 'article-journal', from: from.slice(0, 1), derived: 'type-from-journal' };
  return { value: 'document', from: anyOrigin(text), derived: 'type-not-stated' };
}

function anyOrigin({ titles, abstracts, digest, members }: Parameters<typeof typeOf>[2]): Origin[] {
  const from = (titles[0] ?? abstracts[0] ?? digest)?.from[0];
  return [from ?? { file: members[0]?.file ?? 'sources/', line: 1, columns: [1, 1] }];
}
