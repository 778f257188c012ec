/** Checks the table of findings: each is one sentence, is listed once, and rests on sentences that papers have. */

import { isTheme } from '#domain/broader';
import type { Concept, ConceptRef } from '#domain/concept';
import type { Finding } from '#domain/findings';
import type { Notice } from '#domain/notice';
import { isWithdrawn, type Paper } from '#domain/paper';
import { sentenceSpans } from '#domain/text';
import { hasHan } from '#text/han';
import type { Written } from '../lib/read-content.ts';
import { whyNoBasis } from './passages.ts';

/** The reviewers' table of findings, and what it is compared with. */
export interface FindingsToCheck {
  findings: readonly Finding[];
  at: Written['at'];
  /** The complete records of the papers that findings rest on. */
  papers: ReadonlyMap<string, Paper>;
  vocabulary: ReadonlyMap<ConceptRef, Concept>;
}

type Where = Pick<Notice, 'place'>;

const error = ({ place }: Where, rest: Pick<Notice, 'rule' | 'seen' | 'expected' | 'remedy'>): Notice => ({
  severity: 'error',
  place,
  ...rest,
});

function* restNotices(finding: Finding, where: Where, papers: FindingsToCheck['papers']): Generator<Notice> {
  const seen = new Set<string>();
  for (const { paper: id, anchor } of finding.rests) {
    const address = `${id}#${anchor}`;
    if (seen.has(address))
      yield error(where, {
        rule: 'finding-rest-twice',
        seen: `${address} twice in the finding “${finding.id}”`,
        expected: 'each sentence once',
        remedy: 'remove one of the two',
      });
    seen.add(address);
    const paper = papers.get(id);
    if (!paper) {
      yield error(where, {
        rule: 'finding-of-unknown-paper',
        seen: `${address} in the finding “${finding.id}”`,
        expected: 'a paper of this review',
        remedy: 'use an id from content/ids.yaml, or remove the sentence',
      });
      continue;
    }
    if (isWithdrawn(paper))
      yield error(where, {
        rule: 'finding-on-withdrawn-paper',
        seen: `${address} in the finding “${finding.id}”`,
        expected: 'papers that the review has',
        remedy: 'remove the sentence, or the finding',
      });
    const without = whyNoBasis(paper, anchor);
    if (without)
      yield error(where, {
        rule: without.kind === 'unknown' ? 'finding-sentence-unknown' : 'finding-on-machine-translation',
        seen: `${address} in the finding “${finding.id}”`,
        expected: without.expected,
        remedy: without.remedy,
      });
  }
}

/** Every finding that is listed twice, is not one sentence, or rests on something that is not there. */
export function* auditFindings({ findings, at, papers, vocabulary }: FindingsToCheck): Generator<Notice> {
  const ids = new Set<string>();
  for (const [index, finding] of findings.entries()) {
    const { id, theme, statement } = finding;
    const where = { place: at(['findings', index]) };
    if (ids.has(id))
      yield error(where, {
        rule: 'finding-twice',
        seen: `a second finding with the id ${id}`,
        expected: 'an id of its own for each finding',
        remedy: 'change one of the two ids',
      });
    ids.add(id);
    const concept = vocabulary.get(theme);
    if (!concept || !isTheme(theme, concept))
      yield error(where, {
        rule: 'finding-of-unknown-theme',
        seen: `theme: ${theme}`,
        expected: 'a concept of vocabulary/themes.yaml without `broader`, as themes/<id>',
        remedy: 'correct the name, or add the theme to the vocabulary',
      });
    for (const [language, text] of Object.entries(statement)) {
      const sentences = sentenceSpans(text).length;
      if (sentences !== 1)
        yield error(where, {
          rule: 'finding-not-one-sentence',
          seen: `${sentences} sentences in ${language} of the finding “${id}”`,
          expected: 'one sentence, so that what it rests on is clear',
          remedy: 'make it one, or write a finding for each',
        });
      if (hasHan(text) !== (language === 'zh'))
        yield error(where, {
          rule: 'finding-in-other-language',
          seen: `${language}: “${text.slice(0, 80)}”`,
          expected: language === 'zh' ? 'a sentence in Chinese' : 'a sentence in English',
          remedy: 'write the sentence in the language that it is listed under',
        });
    }
    yield* restNotices(finding, where, papers);
  }
}
