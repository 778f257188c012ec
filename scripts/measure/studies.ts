/** The command `npm run studies`: measures how well sample sizes are found in labelled abstracts. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sentenceAnchor, sentenceSpans } from '#domain/text';
import type { Abstract, Title } from '#domain/paper';
import { readArguments } from '../cli.ts';
import { samplesOf } from '../pipeline/describe/samples.ts';

const { given } = readArguments({
  run: 'npm run studies',
  does: 'Measures how sample sizes are read from the abstracts that tests/fixtures/studies-labelled labels, where the shared records are beside the project.',
  options: {
    shared: { value: 'DIR', does: 'the folder of shared material (../shared)' },
    wrong: { does: 'lists each sample that is wrong or missing, in the half for development only' },
  },
});

/** The parts of a label that are used; tests/fixtures/studies-labelled/README.md explains all. */
interface Label {
  line: number;
  split: 'developed' | 'held-out';
  sample: { of: string; count: number | null; parts: { count: number }[] } | null;
}
interface PlainRecord {
  title?: string;
  abstract?: string;
  title_zh?: string;
  abstract_zh?: string;
}

const root = join(import.meta.dirname, '../..');
const shared = typeof given.shared === 'string' ? given.shared : join(root, '../shared');
const corpora = [
  ['english', 'en', 'wos-open-access-4012.jsonl.gz'],
  ['chinese', 'zh-Hans', 'chinese-abstracts-2000.jsonl.gz'],
] as const;

function abstractOf(text: string, language: string): Abstract {
  const sentences = sentenceSpans(text).map(([start, end]) => {
    const words = text.slice(start, end);
    return { anchor: sentenceAnchor(words), text: words, from: [] };
  });
  const sections = sentences.length ? [{ blocks: [{ as: 'paragraph' as const, sentences }] }] : [];
  return { language, role: 'original', sections, from: [] };
}

/** The right counts for a label, by what they count. */
const rightCounts = ({ sample }: Label): number[] => {
  if (!sample) return [];
  return sample.count === null ? [sample.parts.reduce((sum, { count }) => sum + count, 0)] : [sample.count];
};

function measure(corpus: string, language: string, records: readonly PlainRecord[], labels: readonly Label[]): void {
  for (const split of ['developed', 'held-out'] as const) {
    let [right, found, stated] = [0, 0, 0];
    for (const label of labels.filter((it) => it.split === split)) {
      const record = records[label.line - 1] ?? {};
      const [title = '', text = ''] = [record.title ?? record.title_zh, record.abstract ?? record.abstract_zh];
      const titles: Title[] = [{ language, role: 'original', text: title, from: [] }];
      const samples = samplesOf([abstractOf(text, language)], titles, []).map(({ of, count }) => ({
        of,
        count: count.value,
      }));
      const wanted = rightCounts(label);
      const hits = samples.filter(
        ({ of, count }) => wanted.includes(count) && (of === 'studies') === (label.sample?.of === 'studies'),
      );
      right += hits.length;
      found += samples.length;
      stated += wanted.length;
      if (given.wrong && split === 'developed' && (hits.length < samples.length || hits.length < wanted.length))
        process.stdout.write(
          `  ${label.line}: ${JSON.stringify(samples.map(({ of, count }) => `${count} ${of}`))}, labelled ${JSON.stringify(label.sample && { of: label.sample.of, wanted })}\n`,
        );
    }
    const share = (of: number): string => (of === 0 ? '-' : (right / of).toFixed(3));
    process.stdout.write(
      `${corpus}, ${split}: precision ${share(found)} (${right} of ${found}), recall ${share(stated)} (${right} of ${stated})\n`,
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
  const labels = lines(readFileSync(fixture, 'utf8')).map((line) => JSON.parse(line) as Label);
  measure(corpus, language, records, labels);
}
