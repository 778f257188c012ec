/** What addresses of institutions have before them and at their end. */

import words from '../words/countries.json' with { type: 'json' };
import { everyWord } from '../words/words.ts';

/** Names of countries as addresses end with them; those that are also names of people are left out. */
const countries = new Set(everyWord(words));

/** Whether a text ends with a country after a comma, as addresses do: "Town, State 12345, Country." */
export function endsInCountry(text: string): boolean {
  const last = /[,，]\s?([\p{L}.’][\p{L}.’\s]{1,39}?)\s?[.;]?$/u.exec(text)?.[1];
  return last !== undefined && countries.has(last.toLowerCase().replace(/'/gu, '’'));
}

/** The mark before an address, "1", "(a)" or "*", as long as it is; the number or letter binds people to the address. */
export const addressMark = /^(?:\(?(\d{1,2}|(?!eHealth)[a-h])\)?[.、:\s]*(?=[\p{Lu}\p{Script=Han}])|[*†‡§¶•]\s*)/u;
