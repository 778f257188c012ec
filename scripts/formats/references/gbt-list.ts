/** The format of numbered reference lists by GB/T 7714, as CNKI, Wanfang and VIP export them: `[1]张三.题名[J].刊名,2020,41(3):12-15.` */

import type { Reading } from '#domain/draft';
import type { Notice } from '#domain/notice';
import { placesOf, type SourceText } from '#domain/source';
import type { Statement } from '../draft/statement.ts';
import type { Format } from '../format.ts';
import { linesOf, type TextLine, type TaggedField } from '../text/tagged.ts';
import { find, join, madeFrom, slice, spanOf, trim, traceSource, type Traced } from '../text/traced.ts';
import { citationLine, yearLine } from './citation-lines.ts';
import { packed, readRecords, stated } from './read-records.ts';
import { furniture } from './tag-table.ts';

/** `[1]`, before each entry. */
const number = /^\[\d{1,5}\]\s{0,3}/u;

/** `张三,李四.题名[J].` and what follows; the letter is the type of GB/T 7714, with `/OL` where it is online. */
const entry =
  /^(?<authors>[^.．。[\]]{1,600})[.．]\s{0,2}(?<title>[^[\]]{2,400}?)\s{0,2}\[(?<type>EB|[A-Z])(?:\/[A-Z]{2})?\]\s{0,2}[.．,，]?\s{0,2}(?<rest>.*)$/dsu;

/** `慢面团与忧虑.面包研究[J],2019(2):83-98`: VIP's plain text has the type after the journal. */
const journalBefore = /^(?<title>.{2,400})[.．。]\s{0,2}(?<journal>[^.．。]{2,60})$/su;

/** Labels below an entry, in exports with the abstract (查新格式). */
const below = /^(摘\s?要|关键词|机\s?构|Abstract|Keywords)\s?[:：]\s?/iu;
const meansBelow = (label: string): 'abstract' | 'affiliation' | 'keywords' =>
  /^(?:摘|a)/iu.test(label) ? 'abstract' : label.startsWith('机') ? 'affiliation' : 'keywords';

/** A passage directly below an entry: the abstract, in exports without labels. */
const isPassage = (text: string): boolean => text.length > 10 && /[。.！!？?]$/u.test(text);

/** `某某大学,2019.`, `北京:人民出版社,2019:12-15.` */
const published =
  /^(?:(?<edition>\d{1,2}版)[.．]\s?)?(?:(?<place>[^:：,，\d]{2,30})[:：]\s?)?(?<publisher>[^,，\d]{2,80})[,，]\s?(?<date>\d{4})(?:\s?[:：]\s?(?<pages>[\d–-]{1,15}))?/u;

/** `虚构日报,2021-06-08(003).`: a newspaper, with its page. */
const newspaper =
  /^(?<journal>[^,，\d]{2,60})[,，]\s?(?<date>\d{4}-\d{2}-\d{2})(?:\s?[(（](?<pages>[^)）]{1,10})[)）])?/u;

/** `//面包学会.第三届会议论文集.虚构大学,2018:6.`: a paper of a volume, whose editors or convener may be before its name. */
const inVolume =
  /^\/\/\s?(?:[^.．。]{2,60}[.．。]\s?)??(?<journal>[^.．。,，]{2,120})[.．。,，]\s?(?:(?:\[[^\]]{1,12}\]|(?:(?<place>[^:：,，.．。\d[\]]{2,40})[:：]\s?)?(?<publisher>[^:：,，.．。\d[\]]{2,80}))[,，.．。]\s?)?(?<date>\d{4})(?:\s?[:：]\s?(?<pages>[\d+–-]{1,20}))?/u;

/** `(2021-03-04)[2022-01-01]. https://…`, `虚构网,2021-03-04.`: a page, with the day on which it appeared, and the one on which it was read. */
const online =
  /^(?:(?<publisher>[^,，.．。\d[\]]{2,60})[,，]\s?)?[(（]?(?<date>(?:19|20)\d\d(?:-\d{2}){0,2})[)）]?(?:\[[\d-]{4,10}\])?(?:\s?[.．]\s?(?<url>https?:\/\/\S{3,500}?)[.。]?$)?/u;

/** `面包研究:1-12[2020-11-30].https://…`: an article before its issue, with the pages of the file and the day on which it was read. */
const beforeIssue = /^(?<journal>[^,，:：\d[\]]{2,60})(?:\s?[:：]\s?[\d–-]{1,15})?\s?\[(?:19|20)\d\d-\d{2}-\d{2}\]/u;

const patternsOf: Readonly<Record<string, readonly RegExp[]>> = {
  D: [published],
  M: [published],
  N: [newspaper],
  EB: [online],
  C: [inVolume, published],
};

/** What GB/T 7714 means by a letter; for other letters the fields decide. */
const types: Readonly<Record<string, string>> = { D: '学位论文', N: '报纸', C: '会议', EB: 'Web page' };

/** The entries, how many lines belong to them, and how many lines there are up to the last of these. */
function recordsOf(source: SourceText): { records: TaggedField[][]; read: number; lines: number } {
  const records: TaggedField[][] = [];
  let [read, lines] = [0, 0];
  let record: TaggedField[] | undefined;
  for (const [i, { start, end, text, isApart }] of linesOf(source).entries()) {
    const label = below.exec(text);
    const field = (tag: string, from: number): TaggedField => ({
      tag,
      start,
      bodyStart: start + from,
      end,
      lines: [traceSource(source, start + from, end)],
      opens: isApart,
    });
    const from = number.exec(text)?.[0].length;
    if (from !== undefined && entry.test(text.slice(from))) {
      record = [field('entry', from)];
      records.push(record);
    } else if (record && label) record.push(field(meansBelow(text), label[0].length));
    else if (record?.length === 1 && !isApart && !number.test(text) && isPassage(text))
      record.push(field('abstract', 0));
    else {
      // What is labelled below another line is that line's.
      record = undefined;
      continue;
    }
    read++;
    lines = i + 1;
  }
  return { records, read, lines };
}

function statementsOf(fields: readonly TaggedField[]): Statement[] {
  return fields.flatMap((field): Statement[] => {
    const value = join(field.lines, '\n');
    if (field.tag === 'abstract' || field.tag === 'keywords' || field.tag === 'affiliation')
      return stated(field.tag, value);
    const groups = entry.exec(value.text)?.indices?.groups;
    const part = (name: string): Traced => slice(value, ...(groups?.[name] ?? [0, 0]));
    const letter = part('type');
    const type = types[letter.text];
    const span = spanOf(letter);
    const [, endOfTitle = 0] = groups?.['title'] ?? [];
    const [rest = value.text.length] = groups?.['rest'] ?? [];
    const title = trim(part('title'));
    const both = /^\s?\d{4}/u.test(part('rest').text) ? packed(title, [journalBefore]) : [];
    const etAl = find(part('authors'), /([,，]\s?(?:等|et al))$/u);
    return [
      ...(type ? [] : stated(furniture('publication-type'), trim(slice(value, endOfTitle, rest)))),
      ...(etAl ? stated(furniture('record-syntax'), etAl) : []),
      ...stated('authors', trim(part('authors'))),
      ...(both.length ? both : stated('title', title)),
      ...(type && span ? stated('publication-type', madeFrom(type, ...span)) : []),
      ...placeOf(trim(part('rest')), letter.text),
    ];
  });
}

/** What follows the title: a journal's place, or a publisher and a year, and the DOI. */
function placeOf(rest: Traced, type: string): Statement[] {
  const behind = /(?:DOI\s?[:：]\s?|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/[^\s,，]{1,120}?)[.．。]?$/iu;
  const doi = find(rest, behind);
  const place = doi ? trim(slice(rest, 0, rest.text.search(behind))) : rest;
  const known = Object.hasOwn(patternsOf, type)
    ? packed(place, patternsOf[type] ?? [], {
        date: type === 'N' || type === 'EB' ? 'date' : 'year',
        place: 'publisher-place',
      })
    : /^\d{4}/u.test(place.text)
      ? packed(place, [yearLine], { date: 'year' })
      : beforeIssue.test(place.text)
        ? packed(place, [beforeIssue])
        : citationLine(place);
  return [...known, ...(doi ? stated('doi', doi) : [])];
}

/**
 * The number of lines that may be above a list, such as the name of a search; and the share of entries in what
 * follows.
 */
const mostAbove = 5;
const leastShare = 0.6;

/** Nothing but a list: two entries or more, and few other lines. A page with references has many above them. */
function claims(source: SourceText): boolean {
  if (!/^\[\d{1,5}\]/mu.test(source.text)) return false;
  const { records, read, lines } = recordsOf(source);
  const first = records[0]?.[0]?.start ?? 0;
  const above = linesOf(source).filter(({ start }) => start < first).length;
  return records.length > 1 && above <= mostAbove && read >= (lines - above) * leastShare;
}

function read(source: SourceText): Reading {
  const { records } = recordsOf(source);
  const reading = readRecords(source, records, statementsOf);
  const begins = new Set(records.map(([first]) => first?.start));
  const left = linesOf(source).filter(({ start, text }) => number.test(text) && !begins.has(start));
  return { ...reading, notices: [...reading.notices, ...left.map((line) => notRead(source, line))] };
}

/** A numbered line that has not the parts of an entry. */
const notRead = (source: SourceText, { start, end, text }: TextLine): Notice => ({
  severity: 'warning',
  rule: 'records-not-read',
  place: placesOf(source, start, end)[0] ?? { file: source.file },
  seen: text.slice(0, 120),
  expected:
    'authors, a title with its type in brackets, and where it is published: [1]张三.题名[J].刊名,2020,41(3):12-15.',
  remedy: 'write the type after the title, or export the record in another format; the line is not read',
});

export const gbtList: Format = {
  name: 'gbt-list',
  title: { en: 'List of references (GB/T 7714)', zh: 'GB/T 7714 参考文献列表' },
  trust: 'reference-file',
  claims,
  read,
};
