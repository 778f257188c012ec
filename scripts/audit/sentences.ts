/**
 * Checks that every sentence of essays and other prose shows what it rests on: a quotation, a link to a sentence of a
 * paper, or a tag for the reviewers' own words.
 */

import type { InterfaceLanguage } from '#domain/language';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import { displayName, familyName } from '#domain/person';
import { type Rest, wrappers } from '#prose/basis';
import { denies, reportIn, reportInHeading } from '#prose/reported';
import { isOurs, mostOurs, shareOfOurs } from '#prose/shares';
import { shortened } from '#text/shortened';
import { whyNoBasis } from './passages.ts';
import type { PlacedSentence, Prose } from './prose.ts';

const short = (text: string, most = 160): string => shortened(text, most);
const languageOf = (file: string): InterfaceLanguage => (/(?:^|\/)zh\.mdx$/u.test(file) ? 'zh' : 'en');

const isEssay = (file: string): boolean => file.startsWith('themes/');

const howToWrite =
  'quote it (<q cite="…" lang="…">), link its words to the sentence that they rest on, or put it in <Absence …>, <Reading> or <Pointer>: docs/writing.md';

/** A sentence that does not show what it rests on. */
const withoutBasis = ({ place, text, part }: PlacedSentence): Notice => ({
  severity: 'error',
  rule: 'sentence-without-basis',
  place,
  seen: `“${short(text)}”${part === 'body' ? '' : `, in the ${part}`}`,
  expected: 'a sentence that says what it rests on',
  remedy: howToWrite,
});

const misplacements: Readonly<Record<Prose['misplaced'][number]['what'], { expected: string; remedy: string }>> = {
  'inside-sentence': {
    expected: 'whole sentences in the tag, the final stop included',
    remedy: 'begin the tag where the sentence begins, and end it after the full stop; or make two sentences',
  },
  'inside-tag': { expected: 'one tag around a sentence', remedy: 'remove one of the two' },
  attribute: {
    expected: '<Absence of="…" words="…" in="…" except="…">; <Reading> and <Pointer> have no attributes',
    remedy: 'correct the name, or remove it',
  },
};

/** The names of the authors of the papers that a text rests on. */
function namesIn({ sentences }: Prose, papers: ReadonlyMap<string, Paper>): string[] {
  const ids = new Set(sentences.flatMap(({ rests }) => rests.map(({ paper }) => paper)));
  return [...ids].flatMap((id) => {
    const name = papers.get(id)?.authors[0]?.name;
    if (!name) return [];
    const family = name.literal ?? familyName(name);
    return [...([...family].length > 1 ? [family] : []), ...(name.native ? [name.native] : []), displayName(name)];
  });
}

/** A statement about a paper in a place for the reviewers' own words only. */
const reports = ({ place, text, basis }: PlacedSentence, words: string): Notice => ({
  severity: 'error',
  rule: 'reading-reports',
  place,
  seen: `“${words}”, in “${short(text)}”`,
  expected: `${basis ? `a ${basis}` : 'a heading'} that does not report what a paper, a study or somebody in it did, found or said`,
  remedy:
    'make a sentence of what is reported and link it to the sentence that it rests on; keep only your own words in the tag',
});

function* restNotices({ rests, place }: PlacedSentence, papers: ReadonlyMap<string, Paper>): Generator<Notice> {
  for (const { paper: id, anchor } of rests) {
    const paper = papers.get(id);
    // Whether the paper exists is checked for all links and quotations elsewhere.
    if (!paper || anchor === undefined) continue;
    const without = whyNoBasis(paper, anchor);
    if (without)
      yield {
        severity: 'error',
        rule: `basis-${without.kind}`,
        place,
        seen: `/papers/${id}/#${anchor}`,
        expected: without.expected,
        remedy: without.remedy,
      };
  }
}

function* sentenceNotices(prose: Prose, papers: ReadonlyMap<string, Paper>): Generator<Notice> {
  const lang = languageOf(prose.file);
  const names = namesIn(prose, papers);
  for (const { place, why } of prose.faults)
    yield {
      severity: 'error',
      rule: 'mdx-broken',
      place,
      seen: why,
      expected: 'MDX: Markdown, and tags that close',
      remedy: 'close the tag or the brace; put a backslash before a < or { that is text',
    };
  for (const { place, tag } of prose.strangers)
    yield {
      severity: 'error',
      rule: 'tag-unknown',
      place,
      seen: `<${tag}>`,
      expected: `${Object.keys(wrappers)
        .map((it) => `<${it}>`)
        .join(', ')}, or a tag of HTML`,
      remedy: 'correct the name, or remove the tag',
    };
  for (const { what, tag, detail, place } of prose.misplaced)
    yield {
      severity: 'error',
      rule: 'basis-tag-misplaced',
      place,
      seen:
        what === 'attribute'
          ? `${detail} on <${tag}>`
          : `<${tag}> ${what === 'inside-tag' ? 'in another tag' : `round “${short(detail, 80)}”`}`,
      ...misplacements[what],
    };
  for (const label of prose.labels) {
    const words = reportInHeading(label.text, lang);
    if (words !== undefined) yield reports(label, words);
  }
  for (const sentence of prose.sentences) {
    if (sentence.basis === undefined && isEssay(prose.file)) {
      yield withoutBasis(sentence);
      continue;
    }
    yield* restNotices(sentence, papers);
    // What a page such as the method says about itself needs no tag: it is the reviewers' own.
    const { basis = 'reading', own, beside } = sentence;
    const words = isOurs(basis) ? reportIn(basis === 'pointer' ? beside : own, lang, names) : undefined;
    if (words !== undefined) yield reports(sentence, words);
    if (sentence.basis === 'absence' && !denies(sentence.own, lang))
      yield {
        severity: 'error',
        rule: 'absence-affirms',
        place: sentence.place,
        seen: `“${short(sentence.text)}”`,
        expected: 'a sentence which says that something does not exist',
        remedy: 'say what is missing, or remove <Absence> and link what exists',
      };
  }
}

/** Checks that only a limited share of an essay is the reviewers' own. */
function* shareNotices({ file, sentences }: Prose): Generator<Notice> {
  if (!isEssay(file) || sentences.some(({ basis }) => basis === undefined)) return;
  const { ours, all } = shareOfOurs(sentences);
  if (ours > all * mostOurs)
    yield {
      severity: 'error',
      rule: 'essay-mostly-ours',
      place: { file },
      seen: `${ours} of ${all} sentences are readings or pointers`,
      expected: `${Math.floor(all * mostOurs)} at most, a quarter`,
      remedy: 'leave some out, or write what the papers say about it',
    };
}

const longest = 320;

function* summaryNotices({ sentences }: Prose): Generator<Notice> {
  const summary = sentences.filter(({ part }) => part === 'summary');
  const { length } = summary.map(({ text }) => text).join(' ');
  if (length > longest && summary[0])
    yield {
      severity: 'error',
      rule: 'summary-too-long',
      place: summary[0].place,
      seen: `${length} characters`,
      expected: `${longest} at most, links and tags not counted`,
      remedy: 'shorten it: it is shown in lists and search results',
    };
}

/** Every sentence of the prose that does not say what it rests on, or says it wrongly. */
export const auditSentences = (all: readonly Prose[], papers: ReadonlyMap<string, Paper>): Notice[] =>
  all.flatMap((prose) => [...sentenceNotices(prose, papers), ...shareNotices(prose), ...summaryNotices(prose)]);

/** The papers that the sentences of some prose rest on. */
export const restedOn = (all: readonly Prose[]): Rest[] =>
  all.flatMap(({ sentences }) => sentences.flatMap(({ rests }) => rests));
