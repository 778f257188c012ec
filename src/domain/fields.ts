/** The names of the fields of a record, in groups that are handled alike. */

/**
 * Fields with one value, which have one name at the top level of a record, in what a source says, and in corrections.
 */
export const topFields = [
  'issued',
  'online',
  'volume',
  'issue',
  'pages',
  'articleNumber',
  'edition',
  'publisherPlace',
  'number',
  'genre',
  'event',
  'eventPlace',
  'eventDate',
  'doi',
  'pmid',
  'pmcid',
  'arxiv',
  'openAccess',
  'url',
] as const;

/** Lists of people other than the authors, which have one name in a record, in what a source says, and in corrections. */
export const peopleFields = ['editors', 'translators'] as const;
export type PeopleField = (typeof peopleFields)[number];

/** Fields with one value about the journal, and the name of each in the record's `journal`. */
export const journalFields = {
  journal: 'name',
  journalAbbreviation: 'abbreviation',
  journalZh: 'nameZh',
  publisher: 'publisher',
} as const;
export type JournalField = keyof typeof journalFields;
export const isJournalField = (field: string): field is JournalField => Object.hasOwn(journalFields, field);
export const journalFieldNames = Object.keys(journalFields).filter(isJournalField);

/** Every field with one value. */
export const singleFields = ['type', 'language', ...journalFieldNames, ...topFields] as const;
