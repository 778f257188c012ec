import { creator, type Saved } from './saved.ts';

const types: Readonly<Record<string, string>> = {
  JOUR: 'journalArticle',
  CHAP: 'bookSection',
  BOOK: 'book',
  THES: 'thesis',
  RPRT: 'report',
  CONF: 'conferencePaper',
  CPAPER: 'conferencePaper',
  ELEC: 'webpage',
  MANSCPT: 'manuscript',
  // A work without a type is an article too.
  GEN: 'journalArticle',
};

/** `2021/03/15/` and `2021/03//` as ISO dates. */
const isoDate = (text: string): string =>
  text
    .split('/')
    .slice(0, 3)
    .filter((part) => /[1-9]/u.test(part))
    .join('-');

/** A name is cut at its first comma only; with nothing after it, it is one field. */
function author(name: string): string {
  const [, family = '', given = ''] = /^(.*?)\s*(?:,\s*(.*))?$/su.exec(name) ?? [];
  return creator(family, given);
}

/** "RIS": the meaning of a tag depends on the type; an existing value is not overwritten. */
export function fromRis(text: string): Saved[] {
  const records = text.split(/^ER {2}- .*$/mu).filter((record) => /^TY {2}- /mu.test(record));
  return records.map((record) => {
    const lines = [...record.matchAll(/^([A-Z][A-Z0-9]) {1,2}-(?: (.*?))?\r?$/gmu)].map(([, tag, value]) => [
      tag,
      value?.trim(),
    ]);
    const all = (...tags: string[]) =>
      lines.flatMap(([tag, value]) => (tag && value && tags.includes(tag) ? [value] : []));
    const one = (...tags: string[]) => tags.map((tag) => all(tag)[0]).find(Boolean);
    const itemType = types[one('TY') ?? ''] ?? 'journalArticle';
    const isJournal = itemType === 'journalArticle';
    const isWhole = itemType === 'book' || itemType === 'thesis';
    const date = one('DA', 'PY');
    const keywords = all('KW').flatMap((value) => value.split(/\s*;\s*/u));
    return {
      itemType,
      title: one('TI'),
      creators: [...all('AU'), ...(itemType === 'bookSection' ? all('C2') : [])].map(author),
      date: date && isoDate(date),
      journal: isWhole ? undefined : one('T2', 'JF', 'BT'),
      abbreviation: one('J2'),
      publisher: one('PB'),
      issn: isJournal ? one('SN') : undefined,
      volume: itemType === 'webpage' ? undefined : one('VL'),
      issue: itemType === 'bookSection' ? undefined : one('IS'),
      pages: isWhole ? undefined : [one('SP'), one('EP')].filter(Boolean).join('-') || undefined,
      doi: one('DO'),
      url: one('UR'),
      language: one('LA'),
      abstract: one('AB'),
      attachment: one('L1', 'L2'),
      // A single keyword is cut at its commas.
      tags: keywords.length === 1 ? (keywords[0] ?? '').split(/\s*,\s*/u) : keywords,
      notes: all('N1'),
      // A field that describes the work does not describe the record.
      ...(itemType === 'report' && one('SN') ? { reportNumber: one('SN') } : {}),
      ...(!isJournal && one('ET') ? { edition: one('ET') } : {}),
      ...(itemType === 'bookSection' && one('IS') ? { numberOfVolumes: one('IS') } : {}),
      ...(itemType === 'webpage' && one('VL') ? { accessDate: one('VL') } : {}),
    };
  });
}
