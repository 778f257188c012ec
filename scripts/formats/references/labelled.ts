/** The format of records in labelled lines, as NoteExpress, CNKI and SinoMed export them. */

import type { Reading } from '#domain/draft';
import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { columnKey, columnOf, type Column } from './csv-columns.ts';
import { fold, join, split, type Traced } from '../text/traced.ts';
import { chineseLine, citationLine, yearLine } from './citation-lines.ts';
import { labelNotKnown } from './label-not-known.ts';
import { packed, readRecords, stated } from './read-records.ts';
import type { Statement } from '../draft/statement.ts';
import { firstLines, readTagged, splitRecords, splitWhere, type TaggedField, upToLast } from '../text/tagged.ts';
import { furniture } from './tag-table.ts';
import { goesOnBelow } from './pasted-page.ts';

/** The ways in which Chinese services label a line: NoteExpress, CNKI's own format, SinoMed. */
const shapes: readonly { tag: RegExp; first: RegExp }[] = [
  { tag: /^\{([A-Za-z][A-Za-z0-9 /&()-]{1,36})\}\s?[:：]\s?/u, first: /^\{Reference Type\}/iu },
  {
    tag: /^([A-Z][A-Za-z]{1,20}-(?:\p{Script=Han}{1,8}|DOI|ISSN|URL)|DataType)[:：]\s?/u,
    first: /^(?:SrcDatabase-|Title-|DataType[:：])/iu,
  },
  {
    tag: /^【([\p{Script=Han}A-Za-z/ \u3000,，()（）]{1,16})】\s?[:：]?\s?/u,
    first: /^【(?:流水号|标\s{0,4}题|题\s{0,4}名|中文标题|篇\s{0,4}名|序号|文献类型)】/u,
  },
];

/** Labels that only these services use; all others are names of columns too. */
const labels: Readonly<Record<string, Column>> = {
  流水号: furniture('database-accessions'),
  序号: furniture('database-accessions'),
  出处: 'citation',
  年卷期: 'citation',
  著者文摘: 'abstract',
  著者: 'authors',
  特征词: 'keywords',
  isbnissn: 'issn',
  authorstrans: furniture('editors'),
  tertiaryauthor: furniture('editors'),
  translatedjournal: 'journal',
  subsidiaryauthor: furniture('editors'),
  srcdatabase来源库: 'publication-type',
  srcdatabase来源数据库: 'publication-type',
  datatype: furniture('publication-type'),
};

function shapeOf(source: SourceText): (typeof shapes)[number] | undefined {
  const begin = firstLines(source, 40);
  return shapes.find(({ tag, first }, i) => {
    const lines = upToLast(begin, tag);
    const tagged = lines.filter((line) => tag.test(line));
    const known = tagged.filter((line) => meaningOf(tag.exec(line)?.[1] ?? '') !== undefined);
    if (!first.test(lines[0] ?? '') || known.length < 4 || tagged.length < lines.length * 0.5) return false;
    // Labels in brackets head a single page too, which the general reader reads better.
    return i < 2 || [...source.text.matchAll(/^【(?:标\s{0,4}题|题\s{0,4}名|中文标题|篇\s{0,4}名)】/gmu)].length > 1;
  });
}

const meaningOf = (label: string): Column | undefined => {
  const key = columnKey(label);
  return Object.hasOwn(labels, key) ? labels[key] : columnOf(label);
};

/** `2019，5(2)`: the year, the volume and the issue without the journal. */
function yearAndIssue(value: Traced): Statement[] | undefined {
  const all = packed(fold(value), [yearLine], { date: 'year' });
  return all.length ? all : undefined;
}

/** Where CNKI has a thesis from, its source is the university. */
const ofTheses = /^(?:硕士|博士)/u;

function statementsOf(fields: readonly TaggedField[]): Statement[] {
  const isThesis = fields.some(
    ({ tag, lines: [first] }) => meaningOf(tag) === 'publication-type' && ofTheses.test(first?.text.trim() ?? ''),
  );
  return fields.flatMap((field): Statement[] => {
    const means = meaningOf(field.tag);
    const value = join(field.lines, '\n');
    switch (means) {
      case undefined:
        return [];
      case 'citation':
        return yearAndIssue(value) ?? citationLine(value);
      case 'journal': {
        if (isThesis) return stated('publisher', value);
        // VIP packs the year, the volume and the pages after the name.
        const line = /\d{4}/u.test(value.text) ? packed(value, [chineseLine], { date: 'year' }) : [];
        const isPlaced = line.some(({ means: part }) => part === 'issue' || part === 'pages');
        return isPlaced ? line : stated(means, value);
      }
      case 'accession':
        return stated(furniture('database-accessions'), value);
      case 'anthology':
        return stated('journal', value);
      case 'month':
      case 'day':
      case 'embase-source':
        return stated('date', value);
      case 'authors-full':
        return stated('authors', value);
      case 'affiliation':
        return split(value, /[;；]\s*|[\r\n]+/gu).flatMap((one) => stated(means, one));
      case 'abstract':
        return stated(means, value, { paragraphs: field.lines });
      default:
        return stated(means, value);
    }
  });
}

function read(source: SourceText): Reading {
  const shape = shapeOf(source);
  if (!shape) return readRecords(source, [], statementsOf);
  const { fields } = readTagged(source, shape.tag, (line, field, isApart) =>
    goesOnBelow(line, isApart, meaningOf(field.tag) === 'abstract'),
  );
  const begins = fields[0]?.tag;
  const records = splitRecords(
    fields,
    (t) => t === begins,
    () => false,
  ).flatMap(atTitles);
  const reading = readRecords(source, records, statementsOf);
  const unknown = fields.filter(({ tag }) => meaningOf(tag) === undefined);
  const named = new Map(unknown.toReversed().map((field) => [columnKey(field.tag), field])).values();
  return {
    ...reading,
    notices: [...reading.notices, ...[...named].reverse().map((field) => labelNotKnown(source, field))],
  };
}

/** A record cut where a title comes again: files of two services were joined, whose records begin with other labels. */
const atTitles = (fields: readonly TaggedField[]): TaggedField[][] => {
  const isTitle = ({ tag }: TaggedField): boolean => meaningOf(tag) === 'title';
  const first = fields.find(isTitle);
  return splitWhere(fields, (field) => field !== first && isTitle(field));
};

export const labelled: Format = {
  name: 'labelled-records',
  title: { en: 'Labelled records (NoteExpress, CNKI, SinoMed)', zh: '带标签题录（NoteExpress、知网、SinoMed）' },
  trust: 'reference-file',
  claims: (source) => shapeOf(source) !== undefined,
  read,
};
