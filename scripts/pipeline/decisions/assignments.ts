/** Reads the words of `npm run correct`: `field=value`, `field=` and `same-as=…` become a correction. */

import { detectLanguage } from '#domain/language';
import type { Correction } from '#domain/correction';
import { peopleFields, singleFields } from '#domain/fields';
import { detailKinds } from '#domain/paper';
import { cutName } from '../../formats/values/names.ts';

type Set = NonNullable<Correction['set']>;

/** Other words that people use for a field, each with the field's name. */
const others: Readonly<Record<string, string>> = {
  date: 'issued',
  year: 'issued',
  'open-access': 'openAccess',
  article: 'articleNumber',
  place: 'publisherPlace',
  editor: 'editors',
  translator: 'translators',
  school: 'publisher',
  server: 'publisher',
};

export const fieldNames: readonly string[] = [
  ...singleFields,
  'title.en',
  'title.zh',
  'authors',
  'issn',
  'isbn',
  ...peopleFields,
  'keywords.en',
  'keywords.zh',
  'registration',
  'digest.kind',
  'digest.publisher',
  'digest.date',
  'digest.url',
  'concepts',
  'notConcepts',
  'studies',
  'participants',
  ...detailKinds,
  'status',
  'same-as',
  'not-same-as',
];

/** Decisions about a paper, and no values of it: to take one back, its file is taken away. */
const decisions: readonly string[] = ['concepts', 'notConcepts', 'same-as', 'not-same-as'];
/** The fields that `field=` empties. A concept is taken away with `notConcepts=…`. */
export const emptiable: readonly string[] = fieldNames.filter((name) => !decisions.includes(name));

/** Names of the command whose field has another name in the record. */
const ofRecord: Readonly<Record<string, string>> = {
  title: 'titles',
  registration: 'registrations',
  studies: 'samples',
  participants: 'samples',
};

const list = (text: string): string[] =>
  text
    .split(/[;；]/u)
    .map((part) => part.trim())
    .filter(Boolean);
const languageTag = (short: string): string => (short === 'zh' ? 'zh-Hans' : short);

/**
 * Reads `same-as=a.ris#3; 10.1000/182`: the names of papers that a decision declares to be the same paper, or different
 * ones.
 */
export function assignSame(text: string): { same: boolean; names: string[] } | undefined {
  const match = /^(not-)?same-as=(.+)$/su.exec(text);
  return match ? { same: !match[1], names: list(match[2] ?? '') } : undefined;
}

/**
 * Reads `field=value` as a person types it and puts the value into `set`; `field=` alone adds the field to `unset`.
 * Semicolons separate the items of a list; words of an abstract are one item, whatever they hold. Authors are "Family, Given; Family, Given"; a group is written in quotation
 * marks or without a comma. Returns `false` for an unknown field.
 */
export function assign(text: string, set: Set, unset: string[]): boolean {
  const match = /^([\p{L}.-]+)=(.*)$/su.exec(text);
  if (!match) return false;
  const [, written = '', raw = ''] = match;
  const field = (Object.hasOwn(others, written) && others[written]) || written;
  const value = raw.trim();
  const [name = '', part] = field.split('.');
  const plain = singleFields.find((it) => it === field);
  const kind = detailKinds.find((it) => it === name);
  if (!value && emptiable.includes(field)) {
    const record = ofRecord[name] ?? name;
    unset.push(part ? `${record}.${part}` : record);
    return true;
  }
  if (!list(value).length) return false;
  if (plain === 'type') set.type = value as NonNullable<Set['type']>;
  else if (plain) set[plain] = value;
  else if (name === 'title' || name === 'titles') {
    const language = part ? languageTag(part) : detectLanguage(value);
    const role = language.startsWith('zh') ? 'translation' : 'original';
    set.titles = [...(set.titles ?? []), { language, role, text: value }];
  } else if (field === 'authors' || field === 'author')
    set.authors = [...(set.authors ?? []), ...list(value).map(authorOf)];
  else if (field === 'editors' || field === 'translators')
    set[field] = [...(set[field] ?? []), ...list(value).map(authorOf)];
  else if (field === 'issn') set.issn = list(value);
  else if (field === 'isbn') set.isbn = list(value).map((one) => one.replace(/[\s-]/gu, ''));
  else if (name === 'keywords')
    set.keywords = [
      ...(set.keywords ?? []),
      ...list(value).map((word) => ({ language: part ? languageTag(part) : detectLanguage(word), text: word })),
    ];
  else if (name === 'registration') set.registrations = list(value).map(registrationOf);
  else if (name === 'digest' && (part === 'kind' || part === 'publisher' || part === 'date' || part === 'url'))
    set.digest = { ...set.digest, [part]: value };
  else if (field === 'concepts' || field === 'notConcepts') set[field] = list(value);
  else if (field === 'studies' || field === 'participants')
    set.samples = [...(set.samples ?? []), { of: field, count: Number(value) }];
  else if (kind) set[kind] = [...(set[kind] ?? []), part ? { language: languageTag(part), text: value } : value];
  else if (field === 'status') set.status = [{ kind: value as NonNullable<Set['status']>[number]['kind'] }];
  else return false;
  return true;
}

function authorOf(text: string): NonNullable<Set['authors']>[number] {
  const [family = '', given] = text.split(',').map((part) => part.trim());
  if (!given) return { literal: text.replace(/^"|"$/gu, '') };
  // In "Berg, Tom van der" the words in small letters before the family name are its particle.
  const { name } = cutName(`${given} ${family}`);
  return name.family === family && name.given && name.particle
    ? { family, given: name.given, particle: name.particle }
    : { family, given };
}

function registrationOf(text: string): { registry: string; id: string } {
  const [first = '', ...rest] = text.split(' ');
  if (rest.length) return { registry: first, id: rest.join(' ') };
  return {
    registry: /^CRD/iu.test(first) ? 'PROSPERO' : /^NCT/iu.test(first) ? 'ClinicalTrials.gov' : 'register',
    id: first,
  };
}
