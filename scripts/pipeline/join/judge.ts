import {
  abstracts,
  authors,
  conflictingIdentifier,
  journals,
  pages,
  sameAuthors,
  sameRange,
  sharedIdentifier,
  volumes,
  workDiffers,
  years,
  type Candidate,
} from './compare.ts';
import { isTelling, titleDistance, wordOverlap, type TitleDistance, type TitleKey } from './titles.ts';

/** What comparing two drafts says. `strength` orders joins: identifiers, then title and citation, then title and author, then title alone. */
export type Judgement =
  | { same: true; rule: string; detail: string; strength: 3 | 2 | 1 | 0 }
  /** So alike that a person should look. `firm`: what both state says that they are two, so no third joins them. */
  | { same: false; near: string; firm: boolean }
  | { same: false; near?: undefined };

const apart: Judgement = { same: false };
const quote = (text: string | undefined): string => text ?? 'not stated';

interface Titles extends TitleDistance {
  a: TitleKey;
  b: TitleKey;
  comparable: boolean;
  /** One may translate the other. */
  translated: boolean;
}

/** The two titles, of all that both bear, that are nearest to each other. */
function nearestTitles(a: Candidate, b: Candidate): Titles | undefined {
  let best: Titles | undefined;
  const rank = { exact: 0, close: 1, beginning: 2, cut: 3, far: 4 };
  for (const one of a.titles)
    for (const other of b.titles) {
      const found = {
        ...titleDistance(one, other),
        a: one,
        b: other,
        comparable: one.script === other.script,
        translated: couldTranslate(one, other),
      };
      if (!best || (found.comparable && !best.comparable) || (rank[found.how] < rank[best.how] && found.comparable))
        best = found;
    }
  return best;
}

type Titled = Candidate['titles'][number];

/** In two languages of one script, few words in common, and the same numbers: languages are told by a few words alone. */
const couldTranslate = (a: Titled, b: Titled): boolean =>
  a.script === b.script && a.language !== b.language && a.numbers === b.numbers && wordOverlap(a, b) < 0.5;

/** A title that one bears as a correction's or comment's and the other does not: two papers under one name. */
const kindsDiffer = (titles: Titles): boolean =>
  titles.a.kind.replace('retracted', '') !== titles.b.kind.replace('retracted', '');

/**
 * Says whether two drafts are one paper. Two papers made one is the worst error: every fact that both state must agree,
 * and a title needs others beside it. The thresholds are set by judgement; `scripts/measure/join.ts` shows what they do.
 */
export function judge(a: Candidate, b: Candidate): Judgement {
  const titles = nearestTitles(a, b);
  const conflict = conflictingIdentifier(a, b);
  const shared = sharedIdentifier(a, b);
  if (shared) return judgeIdentified(a, b, shared, conflict, titles);
  const sameAbstract = abstracts(a, b) === 'same';
  if (!titles) return sameAbstract && !conflict ? judgeAbstract(a, b) : apart;
  const alike = titles.how !== 'far' && titles.comparable;
  if (conflict)
    return alike && titles.how === 'exact' && isTelling(titles.a) && authors(a, b) !== 'different'
      ? {
          same: false,
          near: `the same title, but two ${names[conflict]}s: ${a[conflict]} and ${b[conflict]}`,
          firm: true,
        }
      : apart;
  if (alike && kindsDiffer(titles)) return apart;
  if (workDiffers(a, b))
    return alike && titles.how === 'exact' && isTelling(titles.a) && authors(a, b) !== 'different'
      ? { same: false, near: `the same title, but a ${a.key.work} and a ${b.key.work}`, firm: true }
      : apart;
  const said = {
    years: years(a, b),
    volumes: volumes(a, b),
    pages: pages(a, b),
    journals: journals(a, b),
    authors: authors(a, b),
  };
  const citation =
    said.pages === 'same' && said.volumes === 'same' && said.journals !== 'different' && said.years === 'same';
  if (citation && said.journals === 'same') {
    const byCitation = judgeCitation(a, b, titles, said.authors);
    if (byCitation) return byCitation;
  }
  if (!alike && sameAbstract && (!titles.comparable || (titles.translated && said.authors === 'same')))
    return judgeAbstract(a, b);
  if (!alike && sameAbstract && said.authors !== 'different')
    return { same: false, near: 'the same abstract under two titles', firm: false };
  // What was cut off a title may have held numbers.
  if (!alike || (titles.how !== 'cut' && titles.a.numbers !== titles.b.numbers)) return apart;
  return judgeTitled(a, b, titles, said, sameAbstract);
}

const names = { doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID', arxiv: 'arXiv number' } as const;

function judgeIdentified(
  a: Candidate,
  b: Candidate,
  shared: keyof typeof names,
  conflict: keyof typeof names | undefined,
  titles: Titles | undefined,
): Judgement {
  const value = quote(a[shared]);
  if (conflict)
    return {
      same: false,
      near: `the same ${names[shared]} ${value}, but two ${names[conflict]}s: ${a[conflict]} and ${b[conflict]}`,
      firm: true,
    };
  if (titles?.comparable) {
    const other = titles.how === 'far' && wordOverlap(titles.a, titles.b) < 0.5;
    // A volume of meeting abstracts under one DOI; an erratum under its paper's.
    if (kindsDiffer(titles) || (other && (authors(a, b) === 'different' || pages(a, b) === 'different')))
      return { same: false, near: `the same ${names[shared]} ${value}, but two titles`, firm: true };
  }
  return { same: true, rule: `same-${shared}`, detail: value, strength: 3 };
}

interface Said {
  years: ReturnType<typeof years>;
  volumes: ReturnType<typeof volumes>;
  pages: ReturnType<typeof pages>;
  journals: ReturnType<typeof journals>;
  authors: ReturnType<typeof authors>;
}

/** Journal, year, volume and first page are one paper's, unless two short ones share the page. */
function judgeCitation(a: Candidate, b: Candidate, titles: Titles, authorsSay: Said['authors']): Judgement | undefined {
  const detail = `${quote(a.key.journals[0])}, ${a.year}, volume ${a.volume}, page ${a.key.pages}`;
  const overlap = titles.comparable ? wordOverlap(titles.a, titles.b) : undefined;
  if (authorsSay === 'different' || (titles.comparable && kindsDiffer(titles))) return undefined;
  if (overlap === undefined) {
    // Across languages the titles cannot tell: as many authors, or none stated on one side.
    const counts = !a.authors.length || !b.authors.length || a.authors.length === b.authors.length;
    return counts
      ? { same: true, rule: 'same-citation', detail, strength: 2 }
      : {
          same: false,
          near: `the same citation (${detail}), but ${a.authors.length} and ${b.authors.length} authors`,
          firm: false,
        };
  }
  if (titles.how === 'far' && titles.translated && sameAuthors(a, b) && sameRange(a, b))
    return { same: true, rule: 'same-citation', detail, strength: 2 };
  if (titles.a.numbers !== titles.b.numbers && titles.how !== 'beginning' && titles.how !== 'cut') return undefined;
  if (titles.how !== 'far' || (overlap >= 0.6 && authorsSay === 'same'))
    return { same: true, rule: 'same-citation', detail, strength: 2 };
  return undefined;
}

/** So many equal sentences are no chance: two or three may be a form of words. */
const fewestSentences = 4;

/** One abstract, word for word, where the titles cannot tell: nothing that both state may differ. */
function judgeAbstract(a: Candidate, b: Candidate): Judgement {
  const differs = [volumes(a, b), pages(a, b), authors(a, b), years(a, b)].includes('different');
  const shared = [...a.sentences].filter((sentence) => b.sentences.has(sentence)).length;
  if (shared < fewestSentences) return { same: false, near: 'the same short abstract, and nothing else', firm: false };
  // Two papers of one study may share their methods; a cut copy lacks its last sentence and no more.
  if (shared < 0.8 * Math.min(a.sentences.size, b.sentences.size))
    return { same: false, near: 'much of the same abstract, and nothing else', firm: false };
  return differs
    ? { same: false, near: 'the same abstract, but not the same citation', firm: true }
    : { same: true, rule: 'same-abstract', detail: 'sentences of the abstract, word for word', strength: 1 };
}

/** In some script both have titles, and none of the one is the other's: a shared title in another language is chance. */
function titlesDiffer(a: Candidate, b: Candidate): boolean {
  return [true, false].some((chinese) => {
    const [own, other] = [a, b].map((it) => it.titles.filter(({ text }) => /\p{Script=Han}/u.test(text) === chinese));
    return !!own?.length && !!other?.length && !own.some(({ text }) => other.some((one) => one.text === text));
  });
}

function judgeTitled(a: Candidate, b: Candidate, titles: Titles, said: Said, sameAbstract: boolean): Judgement {
  const telling = isTelling(titles.a) && isTelling(titles.b);
  const against = (['volumes', 'pages', 'authors', 'years', 'journals'] as const).filter(
    (fact) => said[fact] === 'different',
  );
  const located = said.pages === 'same' && (said.volumes === 'same' || said.journals === 'same');
  const hard = against.filter((fact) => !(fact === 'journals' && located && said.volumes === 'same'));
  const detail = detailOf(a, titles, said);
  if (hard.length) {
    if (!telling || titles.how !== 'exact' || said.authors === 'different') return apart;
    const seen: Record<string, () => string> = {
      volumes: () => `volumes ${a.volume} and ${b.volume}`,
      pages: () => `pages ${a.key.pages} and ${b.key.pages}`,
      years: () => `years ${a.year} and ${b.year}`,
      journals: () => `${quote(a.key.journals[0])} and ${quote(b.key.journals[0])}`,
      authors: () => `authors ${a.authors[0]} and ${b.authors[0]}`,
    };
    return { same: false, near: `the same title, but ${hard.map((fact) => seen[fact]?.()).join(', ')}`, firm: true };
  }
  const yearsMeet = said.years === 'same' || said.years === 'close';
  if (located && yearsMeet && (telling || said.authors === 'same'))
    return { same: true, rule: 'same-title-and-citation', detail, strength: 2 };
  if (sameAbstract && (titles.how === 'exact' || said.authors === 'same'))
    return { same: true, rule: 'same-title-and-abstract', detail, strength: 2 };
  if (!telling) return apart;
  const support =
    (said.authors === 'same' ? 2 : 0) +
    (said.journals === 'same' ? 1 : 0) +
    (said.volumes === 'same' ? 1 : 0) +
    (said.pages === 'same' ? 2 : 0);
  if (titles.how === 'exact') {
    if (said.years === 'same' && support >= 1) return { same: true, rule: 'same-title-and-year', detail, strength: 1 };
    if (said.years === 'close' && support >= 2) return { same: true, rule: 'same-title-and-year', detail, strength: 1 };
    if (said.years === 'unknown' && said.authors === 'same')
      return { same: true, rule: 'same-title-and-authors', detail, strength: 1 };
    // A page that states its paper's title and nothing that could differ: a long title is nobody else's.
    if ((bare(a) || bare(b)) && isLong(titles.a) && abstracts(a, b) !== 'different' && !titlesDiffer(a, b))
      return { same: true, rule: 'same-long-title', detail, strength: 0 };
    return { same: false, near: 'the same title, and too little else to tell', firm: false };
  }
  const firm =
    said.years === 'same' && said.authors === 'same' && (said.journals === 'same' || said.volumes === 'same');
  if (firm && (titles.how === 'close' || titles.b.words.length + titles.a.words.length > 10))
    return {
      same: true,
      rule: titles.how === 'close' ? 'same-title-and-year' : 'same-title-without-subtitle',
      detail,
      strength: 1,
    };
  return titles.how === 'close' && yearsMeet && said.authors !== 'unknown' && support >= 2
    ? {
        same: false,
        near: `titles that differ by ${Math.round(titles.distance * 100)} % of their letters`,
        firm: false,
      }
    : apart;
}

/** States neither year, authors, journal, volume nor pages. */
const bare = (c: Candidate): boolean =>
  c.year === undefined && !c.authors.length && !c.journals.length && !c.volume && !c.page;

const isLong = (title: TitleKey): boolean =>
  title.script === 'cjk' ? title.text.length >= 14 : title.words.length >= 9 && title.text.length >= 60;

function detailOf(a: Candidate, titles: Titles, said: Said): string {
  const facts = [
    said.years === 'same' ? String(a.year) : said.years === 'close' ? `${a.year} or a year beside it` : undefined,
    said.authors === 'same' ? `first author ${a.key.authors[0]}` : undefined,
    said.journals === 'same' ? a.key.journals[0] : undefined,
    said.volumes === 'same' ? `volume ${a.volume}` : undefined,
    said.pages === 'same' ? `page ${a.page}` : undefined,
    titles.distance ? `title distance ${titles.distance.toFixed(3)}` : undefined,
  ];
  return facts.filter(Boolean).join(', ') || 'the titles are equal';
}
