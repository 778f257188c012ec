/** The command `npm run studies`: measures how well designs, countries, sample sizes and details of method are read from labelled abstracts. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Paper } from '#domain/paper';
import { sentenceAnchor, sentenceSpans } from '#domain/text';
import { readArguments } from '../cli.ts';
import { makeDescriber, type Describer } from '../pipeline/describe/describe.ts';
import { makeMatcher } from '../pipeline/describe/matcher.ts';
import { readVocabulary } from '../pipeline/describe/vocabulary.ts';
import {
  asDetails,
  detailNames,
  foundIn,
  tallyDetails,
  withDetails,
  type DetailLine,
  type EarlierLine,
} from './detail-labels.ts';
import {
  noTally,
  splits,
  tallyCountries,
  tallyDesigns,
  tallySamples,
  type StudyLabel,
  type Tally,
} from './study-labels.ts';

const { given } = readArguments({
  run: 'npm run studies',
  does: 'Measures how designs, countries, sample sizes and details of method are read from the abstracts that tests/fixtures/studies-labelled labels, where the shared records are beside the project.',
  options: {
    shared: { value: 'DIR', does: 'the folder of shared material (../shared)' },
    wrong: { does: 'lists what is wrong or missing, but for the abstracts whose errors nobody may read' },
  },
});

interface PlainRecord {
  title?: string;
  abstract?: string;
  title_zh?: string;
  abstract_zh?: string;
}

/** Labels in which errors are not listed, so that no rule is made to fit them. */
const unread: ReadonlySet<string> = new Set(['fresh-4', 'fresh-6']);
const apart = 'details';
const root = join(import.meta.dirname, '../..');
const shared = typeof given.shared === 'string' ? given.shared : join(root, '../shared');
const corpora = [
  ['english', 'en', 'wos-open-access-4012.jsonl.gz'],
  ['chinese', 'zh-Hans', 'chinese-abstracts-2000.jsonl.gz'],
] as const;
const vocabulary = readVocabulary(join(root, 'content/vocabulary'), []);
const describe = makeDescriber(vocabulary, makeMatcher(vocabulary));

/** A record as the import describes it: a title and an abstract of one paragraph. */
function described(record: PlainRecord, language: string): ReturnType<Describer> {
  const from: Paper['titles'][number]['from'] = [];
  const [title = '', text = ''] = [record.title ?? record.title_zh, record.abstract ?? record.abstract_zh];
  const sentences = sentenceSpans(text).map(([start, end]) => {
    const words = text.slice(start, end);
    return { anchor: sentenceAnchor(words), text: words, from };
  });
  const sections = sentences.length ? [{ blocks: [{ as: 'paragraph' as const, sentences }] }] : [];
  const body: Parameters<Describer>[0] = {
    type: { value: 'article-journal', from },
    titles: [{ language, role: 'original', text: title, from }],
    authors: [],
    affiliations: [],
    registrations: [],
    keywords: [],
    abstracts: [{ language, role: 'original', sections, from }],
    status: [],
    sources: [],
  };
  return describe(body, []);
}

const share = (part: number, whole: number): string =>
  `${whole === 0 ? '-' : (part / whole).toFixed(3)} (${part} of ${whole})`;

function measure(
  corpus: string,
  language: string,
  records: readonly PlainRecord[],
  labels: readonly StudyLabel[],
): void {
  for (const split of splits) {
    const tallies = { design: noTally(), country: noTally(), sample: noTally() };
    for (const label of labels.filter((it) => it.split === split)) {
      const { concepts, samples } = described(records[label.line - 1] ?? {}, language);
      const idsOf = (facet: string): string[] =>
        concepts.flatMap(({ concept }) => (concept.startsWith(`${facet}/`) ? concept.slice(facet.length + 1) : []));
      const read = { design: idsOf('designs'), country: idsOf('countries') };
      tallyDesigns(tallies.design, label, read.design);
      tallyCountries(tallies.country, label, read.country);
      tallySamples(tallies.sample, label, samples);
      if (given.wrong && !unread.has(split)) sayWrong(label, read, samples);
    }
    for (const [what, { right, found, hit, stated }] of Object.entries(tallies))
      process.stdout.write(
        `${corpus}, ${split}, ${what}: precision ${share(right, found)}, recall ${share(hit, stated)}\n`,
      );
  }
}

/** What differs from a label, field by field. */
function sayWrong(
  label: StudyLabel,
  { design, country }: Record<'design' | 'country', string[]>,
  samples: ReturnType<Describer>['samples'],
): void {
  const differs = (add: (tally: Tally) => void): boolean => {
    const tally = noTally();
    add(tally);
    return tally.right < tally.found || tally.hit < tally.stated;
  };
  const say = (what: string, found: unknown, wanted: unknown): void =>
    void process.stdout.write(
      `  ${label.line}: ${what} ${JSON.stringify(found)}, labelled ${JSON.stringify(wanted)}\n`,
    );
  if (differs((tally) => tallyDesigns(tally, label, design)))
    say(
      'design',
      design,
      label.designs.map(({ code, basis }) => `${code} ${basis}`),
    );
  if (differs((tally) => tallyCountries(tally, label, country)))
    say(
      'country',
      country,
      label.countries.map(({ code }) => code),
    );
  if (differs((tally) => tallySamples(tally, label, samples)))
    say(
      'sample',
      samples.map(({ of, count }) => `${count.value} ${of}`),
      label.sample && [label.sample.of, label.sample.count],
    );
}

/** The details of method, of the records whose errors may be read and of those whose may not. */
function measureDetails(
  corpus: string,
  language: string,
  records: readonly PlainRecord[],
  splits: readonly [name: string, labels: readonly DetailLine[]][],
): void {
  for (const [name, labels] of splits) {
    const tallies = Object.fromEntries(detailNames.map((kind) => [kind, noTally()]));
    for (const label of labels) {
      const record = records[label.line - 1] ?? {};
      const found = foundIn(record.abstract ?? record.abstract_zh ?? '', described(record, language).details);
      const { wrong, missed } = tallyDetails(tallies, label, found);
      if (!given.wrong || name === apart) continue;
      for (const { kind, words } of wrong)
        process.stdout.write(`  ${label.line}: ${kind} ${JSON.stringify(words)}, not labelled\n`);
      for (const { kind, at } of missed)
        process.stdout.write(`  ${label.line}: ${kind} missed, labelled ${JSON.stringify(at)}\n`);
    }
    for (const [kind, { right, found, hit, stated }] of Object.entries(tallies))
      process.stdout.write(
        `${corpus}, ${name}, ${kind}: precision ${share(right, found)}, recall ${share(hit, stated)}\n`,
      );
  }
}

for (const [corpus, language, file] of corpora) {
  const path = join(shared, 'records', file);
  if (!existsSync(path)) {
    process.stdout.write(`There are no records at ${path}: not measured.\n`);
    continue;
  }
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  const records = lines(gunzipSync(readFileSync(path)).toString('utf8')).map((line) => JSON.parse(line) as PlainRecord);
  const fixture = join(root, `tests/fixtures/studies-labelled/${corpus}.jsonl`);
  const labelled = lines(readFileSync(fixture, 'utf8')).map((line): unknown => JSON.parse(line));
  measure(corpus, language, records, labelled as StudyLabel[]);
  const known = (labelled as EarlierLine[]).filter(({ split }) => withDetails.includes(split));
  const details = lines(readFileSync(join(dirname(fixture), `details-${corpus}.jsonl`), 'utf8'));
  measureDetails(corpus, language, records, [
    [withDetails.join(', '), known.map(asDetails)],
    [apart, details.map((line) => JSON.parse(line) as DetailLine)],
  ]);
}
