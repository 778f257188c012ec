import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Paper } from '#domain/paper';
import { gapsByTheme, openSections } from '../../src/site/gaps.ts';
import type { FacetConcept, Review } from '../../src/site/index-review.ts';
import { abstract, paper, title } from '../citations/support/papers.ts';
import { elementsOf } from '../support/elements.ts';
import { useSite } from '../support/site.ts';

let folder = '';
let content = '';
beforeAll(async () => {
  ({ folder, content } = await useSite());
});
const read = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');

interface Written {
  findings: { id: string; statement: Record<'en' | 'zh', string>; rests: string[] }[];
}

test('each finding is on the page of each language, based on evidence, with a link to every sentence that it rests on', () => {
  const { findings } = parse(readFileSync(join(content, 'findings.yaml'), 'utf8')) as Written;
  expect(findings.length).toBeGreaterThan(10);
  for (const lang of ['en', 'zh'] as const) {
    const html = read(lang === 'zh' ? 'zh/findings' : 'findings');
    const based = elementsOf(html, 'span').filter((it) => it['dataBasis'] === 'evidence');
    expect(based.map((it) => it['dataRests'])).toEqual(
      expect.arrayContaining(findings.map(({ rests }) => rests.join(' '))),
    );
    for (const { statement, rests } of findings) {
      expect(html).toContain(statement[lang]);
      for (const rest of rests) {
        const [id, anchor] = rest.split('#');
        expect(html).toContain(`href="/${lang === 'zh' ? 'zh/' : ''}papers/${id}/#${anchor}"`);
      }
    }
  }
});

test('the page on gaps has every sentence of a paper that a record calls a gap, and what essays call open', () => {
  const html = read('gaps');
  const papers = JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8')) as Paper[];
  const gaps = papers.flatMap(({ id, concepts }) =>
    concepts.flatMap(({ evidence }) =>
      evidence.filter(({ role }) => role === 'gap').map(({ anchor }) => `/papers/${id}/#${anchor}`),
    ),
  );
  expect(gaps.length).toBeGreaterThan(5);
  for (const address of gaps) expect(html).toContain(`href="${address}"`);
  expect(html).toContain('data-basis="absence"');
  // What an essay quotes leads to the paper here too.
  for (const { cite } of elementsOf(html, 'blockquote')) expect(html).toContain(`href="${cite}"`);
  expect(read('zh/gaps')).toContain('研究空白');
});

test('gaps are listed under each theme, once a sentence; those of no theme last; a machine’s words never', () => {
  const texts = [abstract('Nobody knows.'), abstract('无人知晓。', 'zh-Hans', 'machine-translation')];
  const anchors = texts.map(({ sections }) => sections[0]?.blocks[0]?.sentences[0]?.anchor ?? '');
  const evidence = anchors.map((anchor) => ({ in: 'abstract' as const, anchor, role: 'gap' as const }));
  const tagged = (id: string, concept: string): Paper =>
    paper(id, {
      titles: [title(id)],
      abstracts: texts,
      concepts: [{ concept, evidence: [...evidence, ...evidence] }],
      gaps: evidence,
    });
  const [one, two] = [tagged('a', 'themes/trust'), tagged('b', 'constructs/dropout')];
  const review = {
    papers: [one, two],
    themes: [{ ref: 'themes/trust' } as FacetConcept],
    tagged: new Map([['themes/trust', [{ paper: one, evidence: one.concepts[0]?.evidence ?? [] }]]]),
  } as unknown as Review;
  expect([...gapsByTheme(review, 'en')].map(([ref, gaps]) => [ref, gaps.map((it) => it.paper.id)])).toEqual([
    ['themes/trust', ['a']],
    [undefined, ['b']],
  ]);
});

test('of a paper that says the same in two languages, readers see the sentence in theirs', () => {
  const withAnchor = (text: Paper['abstracts'][number], anchor: string): Paper['abstracts'][number] => {
    const [block] = text.sections[0]?.blocks ?? [];
    const sentences = block?.sentences.map((one) => ({ ...one, anchor })) ?? [];
    return { ...text, sections: [{ blocks: [{ as: 'paragraph', sentences }] }] };
  };
  const texts = [
    withAnchor(abstract('Nobody knows.'), 's-00000001'),
    withAnchor(abstract('无人知晓。', 'zh-Hans'), 's-00000002'),
  ];
  const gaps = texts.map(({ sections, language }) => ({
    in: 'abstract' as const,
    anchor: sections[0]?.blocks[0]?.sentences[0]?.anchor ?? '',
    language,
    role: 'gap' as const,
  }));
  const review = {
    papers: [paper('a', { titles: [title('a')], abstracts: texts, gaps })],
    themes: [],
    tagged: new Map(),
  } as unknown as Review;
  const shown = (lang: 'en' | 'zh') =>
    gapsByTheme(review, lang)
      .get(undefined)
      ?.map(({ sentence }) => sentence.text);
  expect(shown('en')).toEqual(['Nobody knows.']);
  expect(shown('zh')).toEqual(['无人知晓。']);
});

test('of an essay its sections on what is open are taken, without their headings', () => {
  const body =
    '## What they say\n\nMuch.\n\n## What is open\n\n<Absence>Why is not said.</Absence>\n\n## Advice\n\nWait.\n';
  const text = JSON.stringify(openSections(body));
  expect(text).toContain('Why is not said.');
  expect(text).not.toMatch(/Much|Wait|What is open/u);
});

test('a theme’s page quotes a paper with two abstracts once, in the reader’s language', () => {
  for (const lang of ['en', 'zh'] as const) {
    const html = read(`${lang === 'zh' ? 'zh/' : ''}themes/suicidality`);
    const quoted = elementsOf(html, 'li').flatMap(({ lang: spoken }) => (spoken === undefined ? [] : [String(spoken)]));
    expect(new Set(quoted)).toEqual(new Set([lang === 'zh' ? 'zh-Hans' : 'en']));
  }
});
