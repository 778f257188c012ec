import type { Paper } from '#domain/paper';
import type { Origin, Stated } from '#domain/place';
import type { Member } from './members.ts';

type ItemType = Paper['type']['value'];

/** Words of databases and pages for kinds of publication, with the item type of CSL 1.0.2; the first match counts. */
const itemTypes: readonly [RegExp, ItemType][] = [
  [/thesis|dissertation|学位论文/iu, 'thesis'],
  [/conference|proceeding|cpaper|conf\b|会议/iu, 'paper-conference'],
  [/chapter|incollection|inbook|chap\b/iu, 'chapter'],
  [/^(?:book|monograph|edbook|whole ?book|图书|专著)/iu, 'book'],
  [/report|rprt|guideline/iu, 'report'],
  [/preprint|^article$|unpublished|working ?paper/iu, 'article'],
  [/web ?page|website|online ?multimedia|elec\b|icomm/iu, 'webpage'],
  [
    /journal|jour\b|article|review|letter|editorial|trial|study|comment|meta-analysis|期刊|论著|综述/iu,
    'article-journal',
  ],
];

const csl: readonly ItemType[] = [
  'article-journal',
  'chapter',
  'book',
  'thesis',
  'report',
  'paper-conference',
  'webpage',
];

/**
 * The kind of publication. Where no source states one that the table knows, it follows from the journal: a paper in a
 * journal is an article of that journal, any other is an article of unknown place.
 */
export function typeOf(
  stated: Stated<string> | undefined,
  journal: Paper['journal'],
  text: Pick<Paper, 'titles' | 'abstracts' | 'digest'> & { members: readonly Member[] },
): Paper['type'] {
  const known =
    stated && (csl.find((it) => it === stated.value) ?? itemTypes.find(([words]) => words.test(stated.value))?.[1]);
  if (stated && known && !(known === 'article' && journal)) {
    const exact = known === stated.value;
    return { value: known, from: stated.from, ...(exact ? {} : { derived: stated.derived ?? 'type-from-its-name' }) };
  }
  const from = (journal?.name ?? journal?.abbreviation ?? journal?.nameZh ?? journal?.issn?.[0])?.from;
  if (from) return { value: 'article-journal', from: from.slice(0, 1), derived: 'type-from-journal' };
  return { value: 'article', from: anyOrigin(text), derived: 'type-not-stated' };
}

function anyOrigin({ titles, abstracts, digest, members }: Parameters<typeof typeOf>[2]): Origin[] {
  const from = (titles[0] ?? abstracts[0] ?? digest)?.from[0];
  return [from ?? { file: members[0]?.file ?? '?', line: 1, columns: [1, 1] }];
}
