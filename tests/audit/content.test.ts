import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { facets } from '#domain/facets';
import { helpSchema } from '#domain/theme';
import { auditContent } from '../../scripts/audit/content.ts';
import { readProse } from '../../scripts/audit/prose.ts';
import { temporaryFolder } from '../support/folder.ts';

let folder: string;
beforeAll(async () => {
  folder = temporaryFolder();
  await cp('content', folder, { recursive: true });
});

const essays = [
  'interpreters',
  'suicidality',
  'digital-alliance',
  'refugees',
  'serious-mental-illness',
  'power-culture-trust',
  'training-supervision',
  'continuity',
  'professionals-toll',
];

describe('the content of this review', () => {
  it('has no false quotation, no broken reference and no text without its translation', () => {
    const notices = auditContent('content');
    expect(notices.filter(({ severity }) => severity !== 'info')).toEqual([]);
    // These essays use papers outside their theme on purpose.
    expect(notices.map(({ rule, place }) => `${rule} ${place.file}`)).toEqual(
      ['professionals-toll', 'suicidality', 'training-supervision'].map(
        (it) => `essay-and-theme-differ themes/${it}/en.mdx`,
      ),
    );
  });

  it.each(essays)('quotes papers in both essays on %s', async (theme) => {
    for (const language of ['en', 'zh']) {
      const file = `content/themes/${theme}/${language}.mdx`;
      const { quotations, links } = readProse(file, await readFile(file, 'utf8'));
      expect(quotations.length).toBeGreaterThanOrEqual(5);
      expect(links.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('has a vocabulary file a facet', async () => {
    for (const facet of facets)
      expect(await readFile(`content/vocabulary/${facet}.yaml`, 'utf8')).toContain(`facet: ${facet}`);
  });

  it.each(['en', 'zh'])(
    'tells where help is found; what can be pressed calls a number or leads to one page, in %s',
    async (language) => {
      const text = await readFile(`content/themes/suicidality/${language}.mdx`, 'utf8');
      const help = /\nhelp:\n[^]*?\n---\n/u.exec(text)?.[0] ?? '';
      expect(help).toMatch(language === 'en' ? /local emergency number/u : /当地的急救或报警电话/u);
      const { help: written } = parse(text.slice(4, text.indexOf('\n---\n', 4))) as { help: unknown };
      const said = helpSchema.parse(written);
      expect(said.links.map(({ href }) => href)).toEqual([
        'https://findahelpline.com/',
        'tel:12356',
        'tel:120',
        'tel:110',
      ]);
      const asPlain = helpSchema.safeParse({ ...said, links: [{ words: '12356', href: 'http://example.org/' }] });
      expect(asPlain.success).toBe(false);
      expect(helpSchema.safeParse({ ...said, links: [{ words: 'not there', href: 'tel:1' }] }).success).toBe(false);
    },
  );
});

describe('a content folder with a mistake', () => {
  const changed = async (file: string, from: string, to: string): Promise<string[]> => {
    const path = join(folder, file);
    const before = await readFile(path, 'utf8');
    expect(before).toContain(from);
    await writeFile(path, before.replace(from, to));
    const notices = auditContent(folder).filter(({ severity }) => severity !== 'info');
    await writeFile(path, before);
    return notices.map(({ rule, place, severity }) => `${severity} ${rule} ${place.file}`);
  };

  it('in a quotation', async () => {
    expect(await changed('themes/interpreters/en.mdx', 'Interpreters act as', 'Interpreters acted as')).toEqual([
      'error quotation-not-found themes/interpreters/en.mdx',
    ]);
  });

  it('in front matter', async () => {
    expect(await changed('themes/refugees/zh.mdx', 'summary:', 'abstract:')).toEqual([
      'error content-invalid themes/refugees/zh.mdx',
      'error content-invalid themes/refugees/zh.mdx',
    ]);
  });

  it('in a version that nobody saved', async () => {
    expect(await changed('site.yaml', "corpus:\n  version: '", "corpus:\n  version: 'never-")).toEqual([
      'warning version-not-saved site.yaml',
    ]);
  });

  it('in the YAML of the vocabulary', async () => {
    const found = await changed('vocabulary/settings.yaml', 'facet: settings', 'facet: [settings');
    // What other files say about its concepts does not count while it cannot be read.
    expect(found).toEqual(['error yaml-broken vocabulary/settings.yaml']);
  });
});

describe('an essay', () => {
  const essay = 'themes/refugees/en.mdx';
  const withText = async (change: (text: string) => string) => {
    const path = join(folder, essay);
    const before = await readFile(path, 'utf8');
    await writeFile(path, change(before));
    const notices = auditContent(folder).filter(({ severity }) => severity !== 'info');
    await writeFile(path, before);
    return notices;
  };

  it('may have the line ends of Windows, and a byte order mark', async () => {
    expect(await withText((text) => `\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });

  it.each([
    ['import fs from "node:fs"', 'import fs'],
    ['export const x = 1', 'export'],
    ['Text {await import("node:fs")} more', '{await'],
    ['<q cite={address()}>x</q>', '{address'],
    ['{`${process.env.HOME}`}', '{`'],
  ])('that runs code is told at its place: %s', async (line, at) => {
    const notices = await withText((text) => `${text}\n\n${line}\n`);
    const code = notices.filter(({ rule }) => rule === 'essay-runs-code');
    const lines = (await readFile(join(folder, essay), 'utf8')).split('\n').length;
    expect(code).toMatchObject([
      {
        severity: 'warning',
        place: { file: essay, line: lines + 2, columns: [line.indexOf(at) + 1, expect.anything()] },
      },
    ]);
  });

  it('may have texts and notes in braces, and braces as text', async () => {
    const text =
      '<Reading>A {" "} b {\'{x}\'} {/* a note: {code()} */} `{code}` \\{not code}.</Reading>\n\n```\nimport x from "y"\n{z}\n```';
    expect(await withText((before) => `${before}\n\n${text}\n`)).toEqual([]);
  });
});
