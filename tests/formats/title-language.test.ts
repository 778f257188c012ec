import { describe, expect, test } from 'vitest';
import { draft } from '../../scripts/pipeline/read/draft.ts';
import { sourceText } from '#domain/source';

/** The language and the role of a title whose record states a language. */
const titleOf = (title: string, language: string): unknown => {
  const record = `TY  - JOUR\nTI  - ${title}\nAU  - Example, Ana\nPY  - 2014\nLA  - ${language}\nER  - \n`;
  const [one] = draft(sourceText('a.ris', record)).reading.drafts;
  return one?.titles.map(({ value }) => value.language);
};

describe('the language of a title', () => {
  test.each([
    ['Zielkonsens in der beruflichen Rehabilitation', 'de', 'de'],
    ['Bindung und Sucht', 'de', 'de'],
    ['Patients who die in care', 'de', 'en'],
    ['Trust as a factor in care', 'pt', 'en'],
    ['The alliance in Los Angeles', 'es', 'en'],
    ['Alianza terapéutica', 'es', 'es'],
  ])('%s in a record in %s is %s', (title, stated, language) => {
    expect(titleOf(title, stated)).toEqual([language]);
  });
});
