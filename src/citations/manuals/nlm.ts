/** The rules of Vancouver and AMA where their manuals differ from what citeproc prints. */

import { smallSubtitle, titleCase } from '../capitals.ts';
import { nameRoles, type CslItem, type CslName } from '../csl.ts';
import type { Romanise } from '../romanise.ts';
import { abbreviation, chineseTitle, containerIn, eachWord, setNames } from './foreign.ts';
import { type Adapted, append, degreeOf, groupAfterPeople, htmlOf, inBook, isKnownCity, isoOf, languageOf, type Manual, nlmDate, pattern, placeOf, publishesOwn, setIssue, setsCapitals, translationOf, usDate, withRetraction } from './manual.ts'; // prettier-ignore

function place(text: string): string {
  const [city = text, ...rest] = text.split(/,\s*/u);
  return rest.length === 0 || isKnownCity(city) ? city : `${city} (${rest.join(', ')})`;
}

/** Points are not part of NLM's abbreviations: "Psychother. Res." of ISO 4 is "Psychother Res". */
const withoutPoints = (item: Adapted): void => {
  for (const key of ['container-title-short', 'journalAbbreviation'] as const)
    if (item[key]) item[key] = item[key].replaceAll('.', '');
};

/**
 * The name of a journal in NLM's manner, as its source abbreviates it, else by syllables with a capital each. A book's title
 * has one capital.
 */
function foreignContainer(item: Adapted, work: CslItem, romanise: Romanise): void {
  const own = containerIn(work);
  // The site of a page is already set as its publisher.
  if (!own || !item['container-title']) return;
  const read = romanise.syllables(own);
  if (inBook(work)) {
    const title = `<span class="nocase">${smallSubtitle(read)}</span>`;
    item['container-title'] = item['container-title'].replace(work['container-title'] ?? own, () => title);
    return;
  }
  const name = abbreviation(work)?.replaceAll('.', '') ?? eachWord(read);
  item['container-title'] = item['container-title-short'] = item.journalAbbreviation = name;
}

/** Pages as the style writes them after a volume or "p.", and two issues in one, with a hyphen. */
const hyphens = (html: string, { page = '', issue = '' }: CslItem): string => {
  const [first] = page.split('-');
  const text = issue ? html.replace(`(${issue.replace('-', '–')})`, `(${issue})`) : html;
  return first ? text.replace(new RegExp(`(?<=[:;]|p\\. )(${pattern(first)})–`, 'gu'), '$1-') : text;
};

const semicolonBeforeGroup = (html: string, work: CslItem): string => {
  const group = groupAfterPeople(work);
  return group ? html.replace(`, ${htmlOf(group)}`, `; ${htmlOf(group)}`) : html;
};

const ranks: Readonly<Record<string, string>> = { II: '2nd', III: '3rd', IV: '4th', V: '5th' };
const inBooks: ReadonlySet<string> = new Set(['book', 'chapter', 'report', 'paper-conference', 'thesis']);

/** "2017 Sep 4-6; Lisbon, Portugal" */
function eventOf(work: CslItem): string {
  const [from, until] = [isoOf(work['event-date']), isoOf(work['event-date'], 1)];
  const [first, last] = [nlmDate(from).split(' '), nlmDate(until).split(' ')];
  // Of the last day no more is said than what differs from the first.
  const at = last.findIndex((part, i) => part !== first[i]);
  const dates = until && at >= 0 ? `${first.join(' ')}-${last.slice(at).join(' ')}` : first.join(' ');
  return [dates, work['event-place']].filter(Boolean).join('; ');
}

/** A supplement to a volume, not to an issue of it: "Suppl 3". */
const isSupplement = ({ issue = '' }: CslItem): boolean => /^suppl\b/iu.test(issue);

/** Given names of which a style makes initials: of words such as "del" among them it makes none. */
const forInitials = (name: CslName, most = Infinity): CslName => {
  if (!name.given) return name;
  const parts = name.given.split(/(?<=\p{L}\.)|\s+|(?<=-)/u).filter(Boolean);
  const names = parts.filter((part) => !/^\p{Ll}/u.test(part));
  const kept = (names.length > 0 ? names : parts).slice(0, most).map((part) => part.replace(/^-|-$/gu, ''));
  return { ...name, given: kept.join(' ') };
};

/** Citing Medicine, 2nd edition, and the samples of the ICMJE. */
export const vancouver: Manual = {
  adapt(item, work) {
    withoutPoints(item);
    if (item.title && setsCapitals(work)) item.title = smallSubtitle(item.title);
    if (item['container-title'] && inBook(work) && setsCapitals(work))
      item['container-title'] = smallSubtitle(item['container-title']);
    for (const role of nameRoles) if (item[role]) item[role] = item[role].map(vancouverName);
    setIssue(item, work, { supplement: 'Suppl', part: 'Pt', between: ' ' });
    if (item['publisher-place']) item['publisher-place'] = place(item['publisher-place']);
    else if (inBooks.has(work.type) && work.publisher) item['publisher-place'] = '[place unknown]';

    if (work.type === 'paper-conference' && work['container-title']) {
      const event = eventOf(work);
      if (event) item['container-title'] += `; ${event}`;
    }
    if (online.has(work.type) && !work.URL && work.DOI) {
      item.URL = `https://doi.org/${work.DOI}`;
      delete item.DOI;
    }
    if (work.type === 'article') asPreprint(item, work);
    if (work.type === 'webpage') asSite(item, work);
  },
  polish(html, work) {
    let text = semicolonBeforeGroup(hyphens(html, work), work);
    if (work.type === 'thesis') text = thesis(text, work);
    // It follows the volume without brackets (chapter 1, example 27).
    if (isSupplement(work)) text = text.replace(/(;[^;(:]*)\((suppl[^()]*)\)/iu, '$1 $2');
    const book = htmlOf(work['container-title'] ?? '');
    if (work.type === 'chapter' && work.volume)
      text = text.replace(`${book}.`, `${book}. Vol. ${htmlOf(work.volume)}.`);
    if (work.type === 'article')
      text = text
        .replace(' [Internet]', '')
        .replace('; Available from:', '. Available from:')
        .replace(/\]; Available/u, ']. Available');
    const when = isoOf(work.issued);
    if (work.type === 'webpage' && when.length === 10)
      text = text.replace(`; ${nlmDate(when.slice(0, 7))} [`, `; ${nlmDate(when)} [`);
    return notesBehind(text, work);
  },
  foreign: {
    adapt(item, work, romanise) {
      setNames(item, work, romanise, ({ latin }) => vancouverName(latin));
      const translation = translationOf(work, smallSubtitle);
      const own = chineseTitle(work);
      if (translation) item.title = `[${translation}]`;
      else if (own) item.title = smallSubtitle(romanise.syllables(own));
      foreignContainer(item, work, romanise);
    },
    // The language is named after the pages or the address (NBK7281, box 24).
    polish: (html, work) => append(html, `${languageOf(work)}.`),
  },
};

function asPreprint(item: Adapted, work: CslItem): void {
  item.type = 'article-journal';
  item['container-title'] = `${work.publisher ?? work['container-title'] ?? ''} [Preprint]`.trim();
  delete item['container-title-short'];
  delete item.journalAbbreviation;
  delete item.publisher;
  delete item.DOI;
}

/** At most two initials, and the rank in figures (chapter 1, boxes on given names and on ranks). */
const vancouverName = (name: CslName): CslName => ({
  ...forInitials(name, 2),
  ...(name.suffix ? { suffix: ranks[name.suffix] ?? name.suffix } : {}),
});

/** A page that can be cited by itself is set as a site is: by whom, where and when (chapter 25, A). */
function asSite(item: Adapted, work: CslItem): void {
  item.type = 'report';
  item.publisher = work['container-title'] ?? work.publisher ?? '[publisher unknown]';
  item['publisher-place'] = '[place unknown]';
  delete item['container-title'];
}

function thesis(html: string, work: CslItem): string {
  const kind =
    degreeOf(work) === 'master' ? 'master’s thesis' : degreeOf(work) === 'doctoral' ? 'dissertation' : 'thesis';
  const online = html.includes('[Internet]') ? `${kind} on the Internet` : kind;
  return html
    .replace(' [Internet]', '')
    .replace('[[place unknown]]', '[place unknown]')
    .replace(/ \[[^[\]<>]*\](?=\. )/u, ` [${online}]`)
    .replace(/(?<=\. )\[([^[\]<>]*)\](?=: )/u, (whole, text: string) => (text === 'place unknown' ? whole : text));
}

const online: ReadonlySet<string> = new Set(['article', 'webpage', 'report', 'thesis']);

/** The journal of a notice: nearly always the work's own, by whose abbreviation it goes too. */
function noticeJournal({ custom, 'container-title': container, 'container-title-short': short }: CslItem): string {
  const name = custom?.notice?.container ?? '';
  return htmlOf((name === container ? (short ?? name) : name).replaceAll('.', ''));
}

/** DOI, "Epub ahead of print" and retraction are notes at a citation's end. */
function notesBehind(html: string, work: CslItem): string {
  const { type, DOI, custom } = work;
  let text = html.replace(/;(?=\s*(?:<\/div>\s*)*$)/u, '.');
  if (DOI && !online.has(type) && !html.includes(htmlOf(DOI))) text = append(text, `doi: ${htmlOf(DOI)}.`);
  if (custom?.ahead) text = append(text, 'Epub ahead of print.');
  return withRetraction(text, work, (notice) => {
    const date = notice.date ? nlmDate(notice.date) : '';
    const facts = [date, placeOf(notice, ['(', ')', ':'])].filter(Boolean).join(';');
    return `Retraction in: ${[noticeJournal(work), facts].filter(Boolean).join('. ')}.`;
  });
}

const isWhole = ({ type }: CslItem): boolean => type === 'book' || type === 'report' || type === 'thesis';

/** AMA Manual of Style, 11th edition, chapter 3. */
export const ama: Manual = {
  adapt(item, work) {
    withoutPoints(item);
    if (item.title && isWhole(work))
      item.title = `<span class="nocase">${setsCapitals(work) ? titleCase(item.title) : item.title}</span>`;
    else if (item.title && setsCapitals(work)) item.title = smallSubtitle(item.title);
    setIssue(item, work, { supplement: 'suppl', part: 'pt', between: ' ' });
    for (const role of nameRoles) if (item[role]) item[role] = item[role].map((name) => forInitials(name));
    if (work.type === 'thesis')
      item.genre = degreeOf(work) === 'master' ? 'Master’s thesis' : degreeOf(work) ? 'Dissertation' : 'Thesis';
    if (work.type === 'webpage' && publishesOwn(work)) delete item['container-title'];
    if (work.type === 'article') {
      item.type = 'article-journal';
      item['container-title'] = work.publisher ?? work['container-title'] ?? '';
      delete item['container-title-short'];
      delete item.publisher;
      delete item.issued;
    }
  },
  polish(html, work) {
    let text = semicolonBeforeGroup(hyphens(html, work), work);
    const { issued, number, custom, DOI = '' } = work;
    if (!issued) text = text.replace(/(?<![.\s>])(?=\s*(?:<\/div>\s*)*$)/u, DOI || work.URL ? '' : '.');
    if (work.type === 'article') {
      const when = isoOf(issued);
      const said = `Preprint${when ? ` posted online ${usDate(when)}` : ''}.`;
      const at = text.indexOf(DOI ? 'doi:' : 'Accessed ');
      text = at < 0 ? append(text, said) : `${text.slice(0, at).trimEnd()} ${said} ${text.slice(at)}`;
    }
    if (work.type === 'report' && number) {
      const said = `Report ${htmlOf(number)}.`;
      text = text.includes(' Accessed ') ? text.replace(' Accessed ', ` ${said} Accessed `) : append(text, said);
    }
    // The style's signs around a publisher that nobody states.
    text = text.replace(/\.\s?; (?=\d{4})/u, '. ');
    if (!custom?.retracted) return text;
    const { notice } = custom;
    const facts = notice && [notice.date?.slice(0, 4), placeOf(notice, ['(', ')', ':'])].filter(Boolean).join(';');
    const said = notice ? `Retracted in: <i>${noticeJournal(work)}</i>. ${facts}.` : 'Retracted.';
    return DOI ? text.replace(' doi:', ` ${said} doi:`) : append(text, said);
  },
  foreign: {
    adapt(item, work, romanise) {
      setNames(item, work, romanise);
      const own = chineseTitle(work);
      const title =
        translationOf(work, isWhole(work) ? titleCase : smallSubtitle) ??
        (own ? smallSubtitle(romanise.syllables(own)) : undefined);
      // Titles of other languages in Latin letters stay as they are where nobody translated them (3.9.2).
      if (title) item.title = `<span class="nocase">${title} [in ${languageOf(work)}]</span>`;
      foreignContainer(item, work, romanise);
    },
    polish: (html) => html.replace(/( \[in [^[\]<]*\])<\/i>/u, '</i>$1'),
  },
};
