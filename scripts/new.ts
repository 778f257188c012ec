/** The command `npm run new`: writes the content folder of a new review, which builds at once. */

import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { stringify } from 'yaml';
import { interfaceLanguages, type InterfaceLanguage } from '#domain/language';
import type { Notice } from '#domain/notice';
import { isMain, readArguments, say, type Command } from './cli.ts';
import { makeFolder, removeTemporary, writeStaged } from './lib/files.ts';
import { alone } from './lib/lock.ts';
import { NoticeError } from './lib/notice-error.ts';
import { OwnFolder } from './lib/own-folder.ts';
import { publish, recover, stagingOf } from './lib/replace.ts';
import { print } from './lib/report.ts';
import { shellWord } from './lib/shell-word.ts';

/** What a new review says about itself. Where a Chinese text is absent, the English one is used. */
export interface NewReview {
  title: string;
  titleZh?: string;
  question: string;
  questionZh?: string;
  /** The name of its first theme. */
  theme: string;
  themeZh?: string;
  /** The languages of its pages; both where absent. */
  languages?: readonly InterfaceLanguage[];
}

const defaults = {
  title: 'A new review',
  question: 'What do published studies say?',
  theme: 'First theme',
} satisfies NewReview;

/** An id as vocabularies have them: small letters and digits, joined by hyphens. */
const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '') || 'first-theme';

/** The files of a content folder that builds at once, by their names in it. `today` is an ISO date. */
export function filesOfReview(review: NewReview, today: string): Record<string, string> {
  const both = (en: string, zh: string = en): { en: string; zh: string } => ({ en, zh });
  const { title, titleZh, question, questionZh, theme, themeZh, languages = interfaceLanguages } = review;
  const site = {
    title: both(title, titleZh),
    shortTitle: both(title, titleZh),
    description: both(`A review of the literature: ${title}`, `文献综述：${titleZh ?? title}`),
    question: both(question, questionZh),
    eligibility: {
      include: [
        { id: 'topic', text: both('The paper is about the question of this review.', '文献与本综述的问题有关。') },
      ],
    },
    editors: [],
    languages: [...languages],
    rights: both(
      'Titles and abstracts belong to their authors and publishers and are shown for study.',
      '标题与摘要的权利归原作者和出版者所有，此处为学习研究之用。',
    ),
    corpus: { version: '1', date: today },
  };
  const vocabulary = {
    facet: 'themes',
    prefLabel: both('Themes', '主题'),
    concepts: [
      {
        id: idOf(theme),
        prefLabel: both(theme, themeZh),
        scopeNote: both(`What is said about: ${theme}.`, `关于“${themeZh ?? theme}”的论述。`),
        hue: 200,
      },
    ],
  };
  // A date without quotation marks is a date to some readers of YAML, and a text to others.
  const yaml = (value: object): string =>
    stringify(value, { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' });
  return {
    'site.yaml': `# The identity of this review. docs/your-review.md says what else belongs in this folder.\n${yaml(site)}`,
    'vocabulary/themes.yaml': yaml(vocabulary),
    'sources/.gitkeep': '',
  };
}

/**
 * Writes the folder of a new review, all of it or nothing; the notices say what an interrupted run left there.
 * @throws NoticeError where the folder holds anything, or is one in which the project may not write
 */
export async function writeReview(folder: string, review: NewReview, today: string): Promise<Notice[]> {
  const own = freshFolder(folder);
  return alone(own.path, { at: 'inside' }, async () => {
    const told = recover(own);
    // An interrupted run had finished the review: it is in its place now.
    if (told.some(({ rule }) => rule === 'put-back')) return told;
    // Another run may have written a review here in the meantime.
    freshFolder(folder);
    const staged = stagingOf(own);
    try {
      for (const [name, text] of Object.entries(filesOfReview(review, today))) {
        makeFolder(join(staged, name, '..'));
        writeStaged(join(staged, name), text);
      }
      return [...told, ...(await publish(own, staged))];
    } finally {
      removeTemporary(staged);
    }
  });
}

function freshFolder(path: string): OwnFolder {
  const asked = OwnFolder.ask({ path, holds: 'records', option: 'npm run new --', fresh: true });
  if (asked instanceof OwnFolder) return asked;
  throw new NoticeError(asked);
}

const command: Command<'languages' | 'title' | 'title-zh' | 'question' | 'question-zh' | 'theme' | 'theme-zh'> = {
  run: 'npm run new',
  does: 'Writes a content folder for another review: site.yaml and a vocabulary with one theme. It builds at once. Asks on a terminal for what no option says.',
  operands: 'DIR',
  options: {
    languages: { value: 'en|en,zh', does: 'the languages of its pages (en,zh)' },
    title: { value: 'TEXT', does: 'its title in English' },
    'title-zh': { value: 'TEXT', does: 'its title in Chinese (the English one)' },
    question: { value: 'TEXT', does: 'the question that it asks, in English' },
    'question-zh': { value: 'TEXT', does: 'the same in Chinese (the English one)' },
    theme: { value: 'TEXT', does: `the name of its first theme (${defaults.theme})` },
    'theme-zh': { value: 'TEXT', does: 'the same in Chinese (the English one)' },
  },
};

/** The languages that an option or an answer names; `undefined` if it names others, or not English. */
function languagesOf(said: string): readonly InterfaceLanguage[] | undefined {
  const named = said
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter(Boolean);
  const known = interfaceLanguages.filter((lang) => named.includes(lang));
  return known.length === named.length && known.includes('en') ? known : undefined;
}

/** Asks for each text that is absent, where somebody is at a terminal; an empty answer takes the text in brackets. */
async function ask(given: Partial<NewReview>): Promise<NewReview> {
  if (!process.stdin.isTTY) return { ...defaults, ...given };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = async (key: Exclude<keyof NewReview, 'languages'>, words: string, otherwise = ''): Promise<void> => {
    if (given[key] !== undefined) return;
    const said = (await terminal.question(otherwise ? `${words} [${otherwise}]: ` : `${words}: `)).trim();
    if (said || otherwise) given[key] = said || otherwise;
  };
  while (!given.languages) {
    const said = await terminal.question('Languages of its pages, en or en,zh [en,zh]: ');
    const languages = languagesOf(said.trim() || 'en,zh');
    if (languages) given.languages = languages;
  }
  const inChinese = async (key: 'titleZh' | 'questionZh' | 'themeZh', words: string): Promise<void> => {
    if (given.languages?.includes('zh')) await answer(key, `${words}, in Chinese (may be left empty)`);
  };
  await answer('title', 'Title, in English', defaults.title);
  await inChinese('titleZh', 'Title');
  await answer('question', 'The question of the review, in English', defaults.question);
  await inChinese('questionZh', 'The question');
  await answer('theme', 'Its first theme, in English', defaults.theme);
  await inChinese('themeZh', 'The theme');
  terminal.close();
  return { ...defaults, ...given };
}

if (isMain(import.meta)) {
  const { text, operands } = readArguments(command);
  const [folder, ...more] = operands;
  if (!folder?.trim() || more.length > 0) {
    process.stderr.write('Name one folder: npm run new -- ../my-review\n');
    process.exit(2);
  }
  const named = text('languages');
  const languages = named === undefined ? undefined : languagesOf(named);
  if (named !== undefined && !languages) {
    process.stderr.write('--languages is en, or en,zh\n');
    process.exit(2);
  }
  const said = {
    languages,
    title: text('title'),
    titleZh: text('title-zh'),
    question: text('question'),
    questionZh: text('question-zh'),
    theme: text('theme'),
    themeZh: text('theme-zh'),
  };
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const today = new Date().toISOString().slice(0, 10);
  freshFolder(folder);
  print(await writeReview(folder, await ask(known), today));
  say(`The review is in ${folder}. To see it: npm start -- --content ${shellWord(folder)}`);
}
