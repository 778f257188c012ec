/** Makes the id of a new paper from its first author, year and title. */

import { createHash } from 'node:crypto';
import { citedDate, mainTitle, type Paper } from '#domain/paper';
import { isChinese } from '#domain/language';
import { surnames } from '#domain/surnames';
import { foldForMatching } from '#domain/text';
import { plainLetters } from '#text/letters';

/** Words that say nothing about the subject of a paper: function words, and words for study designs. */
const skipped = new Set(
  (
    'a an the of and or in on for to with from by at as is are was were be its their this that these those into between among within ' +
    'through about across versus vs via not no do does did how what why when where who which can using use used toward towards under over ' +
    'el la los las un una de del y en por para con o os as um uma do da dos das e em no na ' +
    'systematic review reviews meta analysis metaanalysis ethnography metaethnography synthesis metasynthesis narrative qualitative ' +
    'quantitative mixed methods method study studies scoping integrative umbrella literature randomized randomised controlled trial trials ' +
    'pilot feasibility protocol cross sectional longitudinal cohort case report reports thematic exploratory phenomenological interpretative grounded theory survey'
  ).split(' '),
);

const ascii = (text: string): string =>
  plainLetters(text, 'NFKD')
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** A short text that identifies a paper without DOI and PMID: equal for equal title, year and first author. */
export const fingerprint = (paper: Pick<Paper, 'titles' | 'authors' | 'issued' | 'online'>): string =>
  hash(
    [
      foldForMatching(mainTitle(paper)?.text ?? '').replace(/[^\p{L}\p{N}]/gu, ''),
      citedDate(paper)?.slice(0, 4) ?? '',
      foldForMatching(paper.authors[0]?.name.family ?? paper.authors[0]?.name.written ?? ''),
    ].join('|'),
  );

/**
 * `family-year-three-title-words`: the id of a paper that has none yet. ASCII; `nd` without a year; a Chinese family
 * name in pinyin; a hash of the title where none of its letters can be written in ASCII.
 */
export function slugOf(
  paper: Pick<Paper, 'titles' | 'authors' | 'issued' | 'online' | 'abstracts' | 'doi' | 'digest'>,
): string {
  const first = paper.authors[0]?.name;
  const name = first?.family ?? first?.literal ?? '';
  const family = surnames.get(name) ?? (ascii(name).split(' ').slice(0, 3).join('-') || 'anon');
  const year = citedDate(paper)?.slice(0, 4) ?? 'nd';
  const latin = paper.titles.filter((it) => it.role !== 'machine-translation' && !isChinese(it.language));
  const title = mainTitle({ titles: latin })?.text ?? '';
  const all = ascii(title).split(' ').filter(Boolean);
  const telling = all.filter((word) => !skipped.has(word) && word.length > 1);
  const words = (telling.length ? telling : all).slice(0, 3).map((word) => word.slice(0, 24));
  // Without a usable word the hash is made of what the paper says, so that the id does not depend on a file name.
  const rest = words.length ? words.join('-') : hash(mainTitle(paper)?.text ?? paper.doi?.value ?? firstWords(paper));
  return `${family.slice(0, 32)}-${year}-${rest}`.replace(/-+/gu, '-').replace(/-$/u, '');
}

const firstWords = ({ abstracts, digest }: Pick<Paper, 'abstracts' | 'digest'>): string =>
  [...abstracts.slice(0, 1), ...(digest ? [digest] : [])]
    .flatMap((it) =>
      it.sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences.map((one) => one.text))),
    )
    .join(' ');
