/** The command `npm run teach`: learns from one page with its right values where the values of a site's pages are. */

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fieldNames } from './pipeline/decisions/assignments.ts';
import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import { shortened } from '#text/shortened';
import { readArguments, say, type Command } from './cli.ts';
import { formatsWith, general } from './formats/index.ts';
import { siteFields, type SiteField } from './formats/pages/sites/fields.ts';
import { learn, type Learnt, type Lesson } from './formats/pages/sites/learn.ts';
import { fitsSite, hostOf, siteSchema, type Site } from './formats/pages/sites/site-file.ts';
import { importCache } from './lib/cache.ts';
import { expectedOf } from './lib/expected.ts';
import { NoticeError } from './lib/notice-error.ts';
import { exitCode, many, print, printChanges } from './lib/report.ts';
import { isSiteName, readSites } from './pipeline/decisions/read-sites.ts';
import { effectsOf, notRead, type Effect } from './pipeline/decisions/site-effects.ts';
import { mergedSite, siteText, writeSite } from './pipeline/decisions/write-site.ts';
import { importReview } from './pipeline/import-review.ts';
import { detect } from './pipeline/read/detect.ts';
import { listSources, type Listed } from './pipeline/read/list.ts';
import { decodeSource, openSource, readSidecar } from './pipeline/read/open-source.ts';
import { commandFiles } from './pipeline/sources/command-files.ts';
import { withImportLock } from './pipeline/write/import-lock.ts';

const ofSite = ['host', 'fits', 'furniture', 'ends'] as const;

const command: Command<'content' | 'name' | 'keep'> = {
  run: 'npm run teach',
  does: `Learns from one page with its right values where they are on all pages of its site, and shows what that changes.\nA field is one of ${siteFields.join(', ')}; its value is as on the page, lists are separated by semicolons.\nhost= is the site's, fits= a line that each of its pages has, furniture= a line that is the site's own, ends= one from which on all is.\nIn lines # stands for any number and … for any text.`,
  operands: 'FILE field=value…',
  options: {
    keep: { does: 'writes content/sites/NAME.yaml and imports; without it nothing is written' },
    name: { value: 'TEXT', does: 'the name of the site, in small letters, digits and hyphens (that of its host)' },
    content: { value: 'DIR', does: "the review's folder (content)" },
  },
};

const { given, text, operands } = readArguments(command);
const content = text('content') ?? 'content';
const notices: Notice[] = [];
const [named = '', ...said] = operands;
if (!named || !said.length) {
  process.stderr.write('Name a page and its right values: npm run teach -- page.txt title="…" journal="…"\n');
  process.exit(2);
}

/** What the command line says of the page, by field, and of its site. */
function readSaid(): Pick<Lesson, 'values'> & Record<(typeof ofSite)[number], string[]> {
  const values: [SiteField, string][] = [];
  const site = { host: [] as string[], fits: [] as string[], furniture: [] as string[], ends: [] as string[] };
  for (const text of said) {
    const [, written = '', value = ''] = /^([\w.-]+)=(.*)$/su.exec(text) ?? [];
    const plain = written.split('.')[0] ?? '';
    const field = siteFields.find((one) => one === (plain === 'date' || plain === 'year' ? 'issued' : plain));
    const part = ofSite.find((one) => one === written);
    if (part && value.trim()) site[part].push(value.trim());
    else if (field && value.trim()) values.push([field, value.trim()]);
    else {
      const isOther = fieldNames.includes(written);
      process.stderr.write(
        `"${text}" is not a field=value of a site${isOther ? ': it is of one paper, and npm run correct states it' : ''}.\nA field is one of ${siteFields.join(', ')}.\nNothing was written.\n`,
      );
      process.exit(2);
    }
  }
  return { values, ...site };
}

const lesson = readSaid();
const refuse = (rule: string, seen: string, expected: string, remedy: string): never => {
  throw new NoticeError({ severity: 'error', rule, place: { file: named }, seen, expected, remedy });
};
const inSources = join(content, 'sources', named);
const [listed] =
  existsSync(named) || !existsSync(inSources)
    ? commandFiles(named, basename, notices)
    : [{ file: named, path: inSources, size: 0 }];
if (!listed) {
  print(notices);
  process.exit(1);
}
const source = textOf(listed, notices) ?? refuse('teach-no-page', 'no text', 'a page of a site', 'save the page again');
const sites = readSites(content, notices);
if (exitCode(notices, false)) {
  print(notices);
  process.exit(1);
}
const before = formatsWith(sites);
const { format } = detect(source, before);
if (format !== general && format.name !== 'saved-html' && !format.isSite)
  refuse(
    'teach-no-page',
    `a source of the format ${format.name}`,
    'a page that the general reader, a saved page’s reader or a site file reads',
    'the code of that format says where its values are: report the page',
  );
const others = existsSync(join(content, 'sources'))
  ? listSources(join(content, 'sources')).flatMap((one) => (isSame(one) ? [] : (textOf(one, []) ?? [])))
  : [];
const learnt = learn({ ...lesson, hosts: lesson.host, source, format, others });
notices.push(...learnt.unsaid.map(unsaidNotice));
const known = sites.find((one) => fitsSite(one, source));
const site = checked(known ? mergedSite(known, learnt.site) : newSite(learnt));
const after = formatsWith([...sites.filter((one) => one !== known), site]);
notices.push(...notRead(source, lesson.values, after));
say(`${join(content, 'sites', `${site.name}.yaml`)}:\n\n${siteText(site)}`);
const fitting = others.filter((one) => fitsSite(site, one));
say(`${many(fitting.length, 'other page')} of the review ${fitting.length === 1 ? 'is' : 'are'} of the site.`);
for (const effect of effectsOf([source, ...others], before, after)) say(effectText(effect));
if (given.keep) await keep();
else say('Nothing was written. To keep it, give the same command with --keep.');
print(notices);
process.exitCode = exitCode(notices, false);

function textOf(one: Listed, found: Notice[]): SourceText | undefined {
  const opened = openSource(one);
  const sidecar = opened.bytes ? readSidecar(one.file, one.path, found) : undefined;
  const decoded = opened.bytes ? decodeSource(one.file, opened.bytes, sidecar?.url) : undefined;
  found.push(...opened.notices, ...(decoded?.notices ?? []));
  return decoded?.source;
}

/** Whether a source of the review has the bytes of the page. */
function isSame(one: Listed): boolean {
  return one.path === listed?.path || textOf(one, [])?.text === source.text;
}

function newSite({ site: { fits, ...rest } }: Learnt): Site {
  const host = fits.hosts[0] ?? hostOf(source);
  // A page begins with the name of its site, where it has it.
  const inOrder = fits.lines.toSorted((a, b) => source.text.indexOf(a) - source.text.indexOf(b));
  const line = inOrder.find((one) => !/[#…]/u.test(one) && /[a-z]{3}/iu.test(one)) ?? inOrder[0];
  const [title = ''] = host ? [host] : (line ?? basename(named).replace(/\.[^.]*$/u, '')).split(/\s?[#…]/u);
  const stem = (host?.split('.').at(-2) ?? title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 40)
    .replace(/^-|-$/gu, '');
  const name = text('name') ?? (stem || 'site');
  if (!isSiteName(name) || sites.some((one) => one.name === name))
    refuse(
      'site-file-name',
      `the name ${name}`,
      'small letters, digits and hyphens, and no name of another format or site',
      'choose a name with --name',
    );
  return { name, title: { en: title || name, zh: title || name }, fits, ...rest };
}

/** The site file as its schema has it; the command ends here where it is not valid. */
function checked({ name, ...file }: Site): Site {
  if (file.fits.hosts.length + file.fits.lines.length + file.fits.words.length === 0)
    refuse(
      'teach-no-site',
      'nothing that shows which pages are of the site: no host, and no line that other pages of it have',
      'a host, or a line that is on each page of the site and on no other',
      'name it: host=example.org, or fits="a line, with # for numbers and … for other text"',
    );
  if (file.values.length + file.furniture.length + file.ends.length === 0)
    refuse(
      'teach-nothing',
      'no value or line that a rule can say',
      'a value with its label on its line, or beside a line of the site',
      'correct this one paper with npm run correct',
    );
  const valid = siteSchema.safeParse(file);
  const [issue] = valid.error?.issues ?? [];
  if (issue)
    refuse(
      'site-file-not-valid',
      issue.path.join('.'),
      expectedOf(issue),
      'change what was given; scripts/formats/pages/sites/site-file.ts says what a site file may say',
    );
  return { ...file, ...valid.data, name };
}

function unsaidNotice({ field, value, why }: Learnt['unsaid'][number]): Notice {
  const isThere = why === 'no-mark';
  return {
    severity: 'warning',
    rule: isThere ? 'teach-no-mark' : 'teach-not-on-page',
    place: { file: named },
    seen: isThere
      ? `${field} "${value.slice(0, 120)}" with nothing of the site beside it`
      : `no line with ${field} "${value.slice(0, 120)}"`,
    expected: isThere
      ? 'its label on its line, or a line of the site above or below it'
      : 'a value that the page has as it is written here',
    remedy: isThere
      ? 'add more pages of the site to the sources and teach again, or correct this one paper with npm run correct'
      : 'write it as the page has it; what the page does not state is a correction: npm run correct',
  };
}

function effectText({ file, format: name, changes }: Effect): string {
  const cut = (text: string): string => shortened(text, 80);
  return [
    `${file}${name ? `: read as ${name}` : ''}`,
    ...changes.map(
      ({ field, was, is }) =>
        `  ${field}: ${was ? `"${cut(was)}"` : 'nothing'} becomes ${is ? `"${cut(is)}"` : 'nothing'}`,
    ),
  ].join('\n');
}

async function keep(): Promise<void> {
  const options = { contentDir: content };
  const result = await withImportLock(options, async (told) => {
    notices.push(...told);
    say(`Written: ${join(content, writeSite(content, site))}`);
    return importReview({ ...options, cacheDir: importCache() });
  });
  notices.push(...result.notices.filter((it) => it.severity === 'error'));
  printChanges(result.changes);
  say(
    result.written ? `The review has ${many(result.counts.papers, 'paper')}.` : 'It was not imported: see the errors.',
  );
}
