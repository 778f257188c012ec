import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { omission, publishable } from '#domain/excerpt';
import type { Paper } from '#domain/paper';
import { words } from '#site/strings/index';
import { reportWays } from '#site/report';
import { isAsInDigest, trustOf } from '#site/trust';
import { filesBelow } from '../../scripts/lib/paths.ts';
import { abstract, paper, title } from '../citations/support/papers.ts';
import { useSite } from '../support/site.ts';

const t = words('en');
const line = (file: string) => [{ file, line: 1, columns: [1, 9] as [number, number] }];

describe('what a record rests on', () => {
  test('names the kinds of its sources, what none of them states, what was inferred, and where they disagree', () => {
    const record = paper('a', {
      titles: [title('A title')],
      volume: { value: '3', from: line('x'), others: [{ value: '4', from: line('y') }] },
      language: { value: 'en', from: line('x'), derived: 'language-of-text' },
      sources: [
        { file: 'x', format: 'general', sha256: '0'.repeat(64) },
        { file: 'y', format: 'ris', record: 1, sha256: '0'.repeat(64) },
      ],
    });
    const trust = trustOf(record, [], { lang: 'en', t });
    expect(trust.kinds).toEqual([
      { kind: 'page', count: 1 },
      { kind: 'export', count: 1 },
    ]);
    expect(trust.missing).toEqual(expect.arrayContaining(['trust.date', 'trust.pages', 'trust.ownAbstract']));
    expect(trust.missing).not.toContain('trust.volume');
    expect(trust.derived).toEqual([{ field: 'Language', rule: 'language-of-text' }]);
    expect(trust.disagreements).toEqual(['Volume']);
  });

  test('a text that only the page of a digest has is not called the original', () => {
    const digest = { language: 'en', sections: abstract('It helps.').sections, from: line('x') };
    const record = paper('a', { digest });
    expect(isAsInDigest(record, { from: line('x') })).toBe(true);
    expect(isAsInDigest(record, { from: [...line('x'), ...line('y')] })).toBe(false);
    expect(isAsInDigest(record, { from: [{ correction: 'a.yaml', seen: 'the journal' }] })).toBe(false);
    expect(isAsInDigest(paper('b', {}), { from: line('x') })).toBe(false);
  });

  test('a correction is named by the fields that rest on it, and its reason is there', () => {
    const correction = {
      for: 'a',
      reason: 'The page is cut.',
      seen: ['the journal'],
      set: {},
      unset: [],
      confirm: [],
      refuse: [],
    };
    const record = paper('a', { issue: { value: '2', from: [{ correction: 'a.yaml', seen: 'the journal' }] } });
    const given = [
      { file: 'a.yaml', correction },
      { file: 'b.yaml', correction },
    ] as unknown as Parameters<typeof trustOf>[1];
    const { corrected } = trustOf(record, given, { lang: 'en', t });
    expect(corrected.map(({ file, fields }) => [file, fields])).toEqual([['a.yaml', ['Issue']]]);
  });

  test('a report is a link with page and paper filled in, to a form, to a mail, or to a page', () => {
    const about = { kind: 'error', address: 'https://x.example/papers/a/', id: 'a' } as const;
    const [form, mail] = reportWays(
      { issues: 'https://i.example/o/r/issues', contact: 'mailto:a@b.example' },
      about,
      t,
    );
    const asked = new URL(form?.href ?? '');
    expect([asked.pathname, asked.searchParams.get('page'), asked.searchParams.get('template')]).toEqual([
      '/o/r/issues/new',
      about.address,
      'wrong-data.yml',
    ]);
    const fields = readFileSync('.github/ISSUE_TEMPLATE/wrong-data.yml', 'utf8');
    expect(fields).toContain('id: page');
    expect(decodeURIComponent(mail?.href ?? '')).toContain('Page: https://x.example/papers/a/\r\n');
    expect(reportWays({ contact: 'https://b.example/' }, about, t)).toEqual([
      { by: 'page', href: 'https://b.example/' },
    ]);
    expect(reportWays({}, about, t)).toEqual([]);
  });
});

describe('a paper of which only an excerpt may be shown', () => {
  const sentences = ['One is.', 'Two is.', 'Three is.', 'Four is.', 'Five is.', 'Six is.'];
  const whole = paper('a', {
    journal: { abbreviation: { value: 'J Odd', from: line('x') } },
    abstracts: [{ ...abstract('-'), sections: sentences.flatMap((text) => abstract(text).sections) }],
  });
  const texts = ({ abstracts }: Paper) =>
    abstracts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences)));
  const none = { papers: [], journals: [] };

  test('is named by its id or its journal; its first sentences stay, and every anchor', () => {
    for (const excerptOnly of [
      { ...none, papers: ['a'] },
      { ...none, journals: ['j odd'] },
    ]) {
      const shown = texts(publishable(whole, { excerptOnly }));
      expect(shown.map(({ text }) => text)).toEqual(['One is.', 'Two is.', ...Array<string>(4).fill(omission)]);
      expect(shown.map(({ anchor }) => anchor)).toEqual(texts(whole).map(({ anchor }) => anchor));
    }
    expect(publishable(whole, { excerptOnly: { ...none, papers: ['b'] } })).toBe(whole);
  });

  let folder = '';
  beforeAll(async () => {
    ({ folder } = await useSite({ content: 'tests/fixtures/odd-review' }));
  });

  test('is an excerpt in every file of a built site: pages, source page, exports, feeds and index', () => {
    const hidden = ['clinicians kept diaries', 'named on most days', 'Small things count'];
    const files = filesBelow(folder).map((name) => name.toString());
    const found: string[] = [];
    let shown = 0;
    for (const name of files) {
      const bytes = readFileSync(join(folder, name));
      const text = (/\.pack$|\.pf_/u.test(name) ? unpacked(bytes) : bytes).toString('utf8');
      if (text.includes('Trust grows slowly')) shown++;
      if (hidden.some((words) => text.includes(words))) found.push(name);
    }
    expect(found).toEqual([]);
    // Both pages, both source pages, exports of paper and library, the card of the search.
    expect(shown).toBeGreaterThan(10);
    const [id = ''] = readdirSync(join(folder, 'papers')).filter((name) => /^abara-2022[^.]*$/u.test(name));
    const page = readFileSync(join(folder, `papers/${id}/index.html`), 'utf8');
    expect(page).toContain(t('trust.excerpt'));
    expect(page).toContain('mailto:editors@odd.example?subject=');
    expect(page).toContain('template=removal.yml');
    expect(readFileSync(join(folder, `papers/${id}.ris`), 'utf8')).toContain(omission);
  });
});

const unpacked = (bytes: Buffer): Buffer => {
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
};
