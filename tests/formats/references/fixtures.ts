import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Draft, Reading } from '#domain/draft';
import type { Place } from '#domain/place';
import { offsetsOf, sourceText, type SourceText } from '#domain/source';
import { referenceFormats } from '../../../scripts/formats/references/index.ts';

export const fixturesFolder = join(import.meta.dirname, '../../fixtures/references');

export const readSource = (path: string): SourceText => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path));
  return sourceText(basename(path), text);
};

export const inputOf = (folder: string): string => {
  const name = readdirSync(folder).find((file) => file.startsWith('input.'));
  if (!name) throw new Error(`${folder} has no input file`);
  return join(folder, name);
};

export const claimants = (source: SourceText) => referenceFormats.filter((format) => format.claims(source));

const short = (places: readonly Place[]): string =>
  places.map(({ line, columns: [first, past] }) => `${line}:${first}-${past}`).join(' ');

/** A draft as the golden files hold it: each value with its places, `value @ line:first-past`. */
export function outline(draft: Draft): Record<string, unknown> {
  const lines: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(draft) as [keyof Draft, unknown][]) {
    if (Array.isArray(value)) {
      if (value.length)
        lines[field] = value.map((one) => line(field, one as { value: unknown; at: Place[]; derived?: string }));
    } else if (typeof value === 'object' && value !== null)
      lines[field] = line(field, value as { value: unknown; at: Place[]; derived?: string });
    else lines[field] = value;
  }
  return lines;
}

function line(field: keyof Draft, { value, at, derived }: { value: unknown; at: Place[]; derived?: string }): unknown {
  const suffix = ` @ ${short(at)}${derived ? ` (${derived})` : ''}`;
  if (typeof value === 'string') return value + suffix;
  if (field === 'abstracts') {
    const abstract = value as Draft['abstracts'][number]['value'];
    return {
      language: abstract.language,
      ...(abstract.role ? { role: abstract.role } : {}),
      at: short(at),
      sections: abstract.sections.map(
        ({ label, kind, blocks }) => `${label ?? ''}|${kind ?? ''}| ${blocks.map((block) => block.text).join(' ¶ ')}`,
      ),
    };
  }
  return `${JSON.stringify(value)}${suffix}`;
}

/** Non-blank characters of a source by what became of them, and the words that nothing claims. */
export function coverage(
  source: SourceText,
  reading: Reading,
): { field: number; claimed: number; twice: number; unread: string[] } {
  const { text } = source;
  const outcome = new Uint8Array(text.length);
  const mark = (place: Place, bit: number) => {
    const [from, to] = offsetsOf(source, place);
    if (from < 0 || to > text.length || to <= from)
      throw new Error(`a place outside the text: ${JSON.stringify(place)}`);
    outcome.fill(0, from, from);
    for (let i = from; i < to; i++) outcome[i] = (outcome[i] ?? 0) | bit;
  };
  for (const draft of reading.drafts) for (const place of placesIn(draft)) mark(place, 1);
  for (const { at } of reading.claims) mark(at, 2);
  const counts = { field: 0, claimed: 0, twice: 0, unread: [] as string[] };
  let run = '';
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    const bits = outcome[i] ?? 0;
    if (c !== undefined && bits === 0 && c !== '\n' && c !== '\r') run += c;
    else {
      if (run.replace(/\ufeff/u, '').trim()) counts.unread.push(run.trim());
      run = '';
    }
    if (c === undefined || /\s/u.test(c)) continue;
    if (bits === 3) counts.twice++;
    if (bits & 1) counts.field++;
    else if (bits & 2) counts.claimed++;
  }
  return counts;
}

function* placesIn(value: unknown): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  if ('at' in value && Array.isArray(value.at)) for (const place of value.at) yield place as Place;
  if ('place' in value) yield value.place as Place;
  for (const one of Object.values(value)) if (typeof one === 'object') yield* placesIn(one);
}
