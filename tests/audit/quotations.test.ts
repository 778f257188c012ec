import { describe, expect, it } from 'vitest';
import type { Paper } from '#domain/paper';
import { sentenceAnchor } from '#domain/text';
import { readProse } from '../../scripts/audit/prose.ts';
import { auditQuotations } from '../../scripts/audit/quotations.ts';

const from = [{ file: 'x.txt', line: 1, columns: [1, 2] as [number, number] }];
const sentences = (...texts: string[]) => texts.map((text) => ({ anchor: sentenceAnchor(text), text, from }));
const section = (...texts: string[]) => [{ blocks: [{ as: 'paragraph' as const, sentences: sentences(...texts) }] }];

const first = 'The alliance was strong, and – as one client’s words had it – “kept”.';
const second = 'It lasted for twelve weeks.';
const third = 'Clients stayed.';
const digestWords = 'Staff are affected by what they hear.';
const paper: Paper = {
  id: 'doe-2020-alliance',
  type: { value: 'article-journal', from },
  titles: [{ language: 'en', role: 'original', text: 'On keeping an alliance', from }],
  authors: [],
  affiliations: [],
  registrations: [],
  keywords: [],
  abstracts: [
    { language: 'en', role: 'original', sections: section(first, second, third), from },
    { language: 'zh-Hans', role: 'machine-translation', sections: section('联盟很牢固,并持续了十二周。'), from },
    { language: 'es', role: 'translation', sections: section('La alianza fue fuerte.'), from },
  ],
  digest: { language: 'en', sections: section(digestWords), from },
  concepts: [],
  samples: [],
  status: [],
  related: [],
  sources: [{ file: 'x.txt', format: 'general', sha256: '0'.repeat(64) }],
  unclassified: 0,
};
const other: Paper = { ...paper, id: 'roe-2021-trust', abstracts: [], titles: [], digest: undefined };
const papers = new Map([paper, other].map((it) => [it.id, it]));

const cite = (text: string, anchor = sentenceAnchor(first), lang = 'en'): string =>
  `<q cite="/papers/${paper.id}/${anchor ? `#${anchor}` : ''}" lang="${lang}">${text}</q>`;
const audit = (mdx: string) => auditQuotations([readProse('themes/x/en.mdx', mdx)], papers);
const rules = (mdx: string): string[] => audit(mdx).map((notice) => notice.rule);

describe('a correct quotation', () => {
  it.each([
    ['a whole sentence', cite(second, sentenceAnchor(second))],
    ['a part of it', cite('the alliance was strong')],
    ['with other quotes, hyphens and line breaks', cite('as one client\'s\n  words had it - "kept"')],
    ['with entities', cite('one client&#8217;s words had it &ndash; &quot;kept&quot;'.replace('&ndash;', '–'))],
    ['across two sentences', cite('“kept”. It lasted')],
    ['with an omission inside the sentence', cite('The alliance […] kept')],
    ['with an omission that reaches the next sentence but one', cite('The alliance was strong […] Clients stayed')],
    ['with dots for the omission', cite('The alliance [...] kept')],
    ['with marks inside', cite('The alliance was _strong_, <em>and</em>')],
    ['of a title, without anchor', cite('keeping an alliance', '')],
    ['of a digest', cite('affected by what they hear', sentenceAnchor(digestWords))],
    ['of a translation', cite('alianza fue fuerte', sentenceAnchor('La alianza fue fuerte.'), 'es')],
  ])('%s', (_, mdx) => {
    expect(audit(mdx)).toEqual([]);
  });
});

describe('a wrong quotation', () => {
  it.each([
    ['one word changed', cite('The alliance is strong'), 'quotation-not-found'],
    ['half a word', cite('lliance was strong'), 'quotation-not-found'],
    ['half a word at its end', cite('The alliance was str'), 'quotation-not-found'],
    ['words left out without a mark', cite('The alliance kept'), 'quotation-not-found'],
    ['pieces in the wrong order', cite('kept […] The alliance'), 'quotation-not-found'],
    ['the anchor of another sentence', cite(second), 'quotation-not-found'],
    ['an anchor that no sentence has', cite(second, 's-00000000'), 'quotation-anchor-unknown'],
    ['nothing between the tags', cite(' […] '), 'quotation-not-found'],
    ['another language', cite(second, sentenceAnchor(second), 'es'), 'quotation-not-found'],
    [
      'a machine translation',
      cite('联盟很牢固', sentenceAnchor('联盟很牢固,并持续了十二周。'), 'zh'),
      'quotation-of-machine-translation',
    ],
    ['an unknown paper', '<q cite="/papers/nobody/" lang="en">x</q>', 'quotation-of-unknown-paper'],
    ['an address with language', `<q cite="/zh/papers/${paper.id}/" lang="en">x</q>`, 'quotation-of-unknown-paper'],
    ['no cite', '<blockquote lang="en">It lasted</blockquote>', 'quotation-without-source'],
    ['no lang', `<q cite="/papers/${paper.id}/">It lasted</q>`, 'quotation-without-source'],
    ['a Markdown quotation', 'He says:\n\n> It lasted for\n> twelve weeks.\n', 'quotation-without-source'],
  ])('%s', (_, mdx, rule) => {
    expect(rules(mdx)).toEqual([rule]);
  });

  it('is reported with its line, its words, the words of the paper and what to do', () => {
    const [notice] = audit(`---\ntitle: x\n---\n\nThey say so:\n\n${cite('The alliance was weak, and')}\n`);
    expect(notice).toMatchObject({
      severity: 'error',
      place: { file: 'themes/x/en.mdx', line: 7 },
      seen: '“The alliance was weak, and”; after “the alliance was” it says “weak, and”',
    });
    expect(notice?.expected).toContain('“strong, and -”, in “The alliance was strong');
    expect(notice?.remedy).toContain('copy the words from the paper');
  });

  it('is reported with the place where the words are', () => {
    expect(audit(cite(second))[0]?.remedy).toContain(`/papers/${paper.id}/#${sentenceAnchor(second)}`);
    const elsewhere = `<q cite="/papers/${other.id}/" lang="en">It lasted for twelve weeks</q>`;
    expect(audit(elsewhere)[0]?.remedy).toContain(`/papers/${paper.id}/#${sentenceAnchor(second)}`);
  });
});

describe('what is not a quotation', () => {
  it.each([
    ['front matter', '---\ntitle: "<q>x</q>"\n---\n'],
    ['code', 'Write `<q cite="…">words</q>`.\n\n```\n<q>x</q>\n```\n'],
    ['a comment', '{/* <q>x</q> */}\n'],
  ])('%s', (_, mdx) => {
    expect(audit(mdx)).toEqual([]);
  });
});
