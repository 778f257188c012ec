import { journalWord, stateIssued, stateJournal, statePages, stateTokens } from './numbers.ts';
import { pmcidSchema, webAddress } from '#domain/identifiers';
import { shareOfHan } from '#domain/language';
import { isAffiliation, stateAffiliation } from './affiliations.ts';
import { cleanName, readAuthorLine } from '../values/author-lines.ts';
import { stateAuthors } from './authorship.ts';
import { readCitationLine, stateIdentifiers } from './citations.ts';
import { findDate } from '../values/dates.ts';
import { furnitureOf } from './furniture.ts';
import { findArxiv, findDois, findIssns } from '../values/identifiers.ts';
import { stateKeywords } from './keywords.ts';
import { type LabelField } from './labels.ts';
import { readLocator } from '../values/locators.ts';
import { isMenuWord, isPersonShape } from '../values/name-shapes.ts';
import { type Page } from './page.ts';
import { stateTitle, titleEnd } from './texts.ts';
import { fold, slice, trim, type Traced } from '../text/traced.ts';
import { readType } from '../values/types.ts';

/** States a field from a labelled value; `undefined` where the value cannot be one. */
export function stateField(page: Page, field: LabelField, given: Traced, trusted = true): true | undefined {
  const value = trim(given);
  const { text } = value;
  const { draft } = page;
  if (!text || /^(?:n\/a|none|null|undefined|-+|—|暂无|无)$/iu.test(text)) return undefined;
  switch (field) {
    case 'title':
      if (text.length < 4 || text.length > 500) return undefined;
      stateTitle(page, slice(value, 0, titleEnd(text)));
      return true;
    case 'authors': {
      const cut = /\s\/\s|\s{2,}|\s[|｜]\s/u.exec(text);
      const names = cut && /\d|次/u.test(text.slice(cut.index)) ? trim(slice(value, 0, cut.index)) : value;
      const place =
        /^([^:：]{2,120}?)(?:\s?[:：]\s?|\s[-–—]\s)(?=.*(?:大学|学院|医院|中心|系|Universi|Hospital|Department|Institute|Clinic|College))/u.exec(
          names.text,
        );
      const read = place ? trim(slice(names, 0, place[1]?.length ?? 0)) : names;
      const pieces = readAuthorLine(read, trusted) ?? (trusted ? singleName(read) : undefined);
      if (!pieces) return undefined;
      const latin = pieces.every((piece) => !/\p{Script=Han}/u.test(piece.traced.text));
      // The same people in Latin letters below their Chinese names.
      if (latin && draft.authors.some((author) => /\p{Script=Han}/u.test(author.value.name.written))) return true;
      stateAuthors(page, pieces);
      return true;
    }
    case 'affiliations':
      if (
        text.length > 900 ||
        !(isAffiliation(text) || /大学|医院|学院|研究|中心|Univ|Hosp|Inst|School|Dep/u.test(text))
      )
        return undefined;
      stateAffiliation(page, value);
      return true;
    case 'journal':
    case 'source': {
      if (text.length > 300) return undefined;
      if (readCitationLine(page, value, true)) return true;
      if (isMenuWord(text) && !text.includes(' ') && tokensOf(text) === 0) return undefined;
      const { tokens, rest } = readLocator(text);
      const [first] = rest;
      if (first && tokens.every((token) => token.start > first.start)) {
        if (field === 'journal' || tokens.length > 0 || journalWord.test(first.text))
          stateJournal(page, trim(slice(value, first.start, first.end)));
        stateTokens(page, value, tokens);
        return true;
      }
      return undefined;
    }
    case 'date':
    case 'online':
    case 'year': {
      const date = findDate(text, 0, true);
      if (!date || date.start > 30) return undefined;
      // Some say of it themselves that it is the day of the upload.
      if (/不代表|not (?:the|its) (?:date of )?publication/iu.test(text)) return true;
      if (field === 'online') page.state('online', date.value, value, date.start, date.end);
      else stateIssued(page, value, date);
      return true;
    }
    case 'volume':
    case 'issue':
    case 'pages':
    case 'article': {
      const locator = readLocator(text, false);
      if (
        locator.tokens.length > 0 &&
        locator.rest.length === 0 &&
        field !== 'pages' &&
        !/^\d+(?:-\d+)?$/u.test(text)
      ) {
        stateTokens(page, value, locator.tokens);
        return true;
      }
      // "共5页(1196-1200)", "5(101-105)": how many, then which.
      const counted = field === 'pages' ? /^(?:共\s?)?\d+\s?页?\s?[(（](?=\d+\s?[-–—])/u.exec(text) : null;
      if (counted) return stateField(page, field, slice(value, counted[0].length));
      const plain = /^(?:pp?\.?\s?|第\s?)?([A-Za-z]{0,6}\d[\dA-Za-z./]*(?:\s?[-–—~]\s?[A-Za-z]?\d[\dA-Za-z]*)?)/u.exec(
        text,
      );
      if (!plain?.[1] || text.length > 60) return undefined;
      const start = plain[0].length - plain[1].length;
      if (field === 'pages') statePages(page, value, start, plain[0].length);
      else if (field === 'article') {
        if (!/^\d{4}-\d/u.test(plain[1]) && plain[1].length < 16)
          page.state('articleNumber', plain[1], value, start, plain[0].length);
      } else page.state(field, plain[1].replace(/[–—]/gu, '-'), value, start, plain[0].length);
      return true;
    }
    case 'doi': {
      const dois = findDois(text);
      if (dois.length === 0) return undefined;
      for (const doi of dois.slice(0, 1)) page.state('doi', doi.value, value, doi.start, doi.end);
      return true;
    }
    case 'pmid': {
      const id = /^0*([1-9]\d{0,8})(?!\d)/u.exec(text)?.[1];
      if (!id) return undefined;
      const start = text.indexOf(id);
      page.state('pmid', id, value, start, start + id.length);
      return true;
    }
    case 'pmcid': {
      const id = /^(?:PMC)?\s?(\d{3,9})(?!\d)/u.exec(text);
      if (!id?.[1] || !pmcidSchema.safeParse(`PMC${id[1]}`).success) return undefined;
      page.state('pmcid', `PMC${id[1]}`, value, 0, id[0].length);
      return true;
    }
    case 'arxiv': {
      const [found] = findArxiv(`arXiv:${text}`);
      if (found) page.state('arxiv', found.value, value, found.start - 6, found.end - 6);
      return true;
    }
    case 'issn':
      for (const issn of findIssns(`ISSN ${text}`)) {
        if (!draft.issn.some((one) => one.value === issn.value))
          draft.issn.push({ value: issn.value, at: page.take(value, issn.start - 5, issn.end - 5) });
      }
      return true;
    case 'publisher':
      if (text.length > 120 || /[。!?]/u.test(text)) return undefined;
      page.state('publisher', text, value);
      return true;
    case 'keywords':
      if (text.length > 1500 || (furnitureOf(text) && text.length < 12)) return undefined;
      return stateKeywords(page, value) > 0 ? true : undefined;
    case 'url': {
      const known = stateIdentifiers(page, value);
      const address = webAddress(text.split(' ')[0] ?? '');
      if (!known && !address) return undefined;
      if (address && !findDois(text)[0]) page.state('url', address, value, 0, (text.split(' ')[0] ?? '').length);
      return true;
    }
    case 'type': {
      const type = readType(text);
      if (type) page.state('type', type, value);
      return text.length <= 60 ? true : undefined;
    }
    case 'language':
      return text.length <= 40 ? true : undefined;
    case 'subtitle':
    case 'citation':
    case 'abstract':
      return undefined;
    case 'other-date': {
      const date = findDate(text, 0, true);
      // A month without a day is a journal's, whatever the label; a day may be the page's own.
      if (date?.value.length === 7 && /^\d{4}年/u.test(text) && !draft.issued) stateIssued(page, value, date);
      return date ? true : undefined;
    }
    case 'counter':
      return /\d/u.test(text) && text.length < 60 ? true : undefined;
    default:
      return text.length < 1200 && !(shareOfHan(text) > 0.3 && text.length > 600) ? true : undefined;
  }
}

const tokensOf = (text: string): number => readLocator(text).tokens.length;

/** After "Author:" a single name of whatever shape is a name. */
function singleName(value: Traced): ReturnType<typeof readAuthorLine> {
  const piece = cleanName(fold(value));
  return piece && (isPersonShape(piece.traced.text) || /^\p{Lu}[\p{L}'’-]+$/u.test(piece.traced.text))
    ? [piece]
    : undefined;
}
