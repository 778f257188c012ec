/** Fields that hold one value, at the top of a record as of what a source says and a person corrects. */
export const topFields = [
  'issued',
  'online',
  'volume',
  'issue',
  'pages',
  'articleNumber',
  'doi',
  'pmid',
  'pmcid',
  'arxiv',
  'openAccess',
  'url',
] as const;

/** Fields that hold one value of what a paper appeared in, by the name that a record's `journal` has for each. */
export const journalFields = {
  journal: 'name',
  journalAbbreviation: 'abbreviation',
  journalZh: 'nameZh',
  publisher: 'publisher',
} as const;
export type JournalField = keyof typeof journalFields;
export const isJournalField = (field: string): field is JournalField => Object.hasOwn(journalFields, field);
export const journalFieldNames = Object.keys(journalFields).filter(isJournalField);

/** Every field that holds one value. */
export const singleFields = ['type', 'language', ...journalFieldNames, ...topFields] as const;
