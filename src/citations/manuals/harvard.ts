/** The rules of Harvard (Cite Them Right) where its guide differs from what citeproc prints. */

import { longMonths } from '#domain/date';
import { smallSubtitle } from '../capitals.ts';
import { chineseTitle, containerIn, setNames } from './foreign.ts';
import { cityOf, degreeOf, groupAfterPeople, htmlOf, inBook, isoOf, type Manual, partsOf, pattern, placeOf, setIssue, setsCapitals, translationOf, translationUpright, withRetraction, yearIn } from './manual.ts'; // prettier-ignore

/** "4–6 September 2017" */
function eventDate(from: string, until: string): string {
  const [year, month, day] = partsOf(from);
  const [, lastMonth, lastDay] = partsOf(until || from);
  const named = (at: number | undefined): string => (at ? (longMonths[at - 1] ?? '') : '');
  if (!day) return [named(month), year].filter(Boolean).join(' ');
  if (!until) return `${day} ${named(month)} ${year}`;
  return month === lastMonth
    ? `${day}–${lastDay} ${named(month)} ${year}`
    : `${day} ${named(month)}–${lastDay} ${named(lastMonth)} ${year}`;
}

const initials = (given: string): string =>
  given
    .split(/[\s-]+/u)
    .map((part) => `${part.charAt(0)}.`)
    .join('');

/** An entry without the comma before "and" among its authors, whose year is the next bracket. */
function noCommaBeforeAnd(html: string): string {
  const parts = html.split('(');
  const hasYear = (part = ''): boolean => /^(?:\d{4}|no date)/u.test(part);
  const at = parts.findIndex((part, i) => part.includes(', and ') && hasYear(parts[i + 1]));
  return parts.map((part, i) => (i === at ? part.replace(', and ', ' and ') : part)).join('(');
}

/** An entry whose editors have no comma before "and", and "et al." in italics, as authors have. */
function editorsIn(html: string): string {
  const until = html.search(/\(eds?\) /u);
  const from = html.lastIndexOf(', in ', until);
  if (until < 0 || from < 0) return html;
  const names = html.slice(from, until);
  const last = names.lastIndexOf(', and ');
  const joined = last < 0 ? names : names.slice(0, last) + names.slice(last + 1);
  return html.slice(0, from) + joined.replace(/ et al\. $/u, ' <i>et al.</i> ') + html.slice(until);
}

/** A book's translators after its title, as a whole book has them, and not beside its editors. */
const translatedBy = (html: string): string =>
  html.replace(/(\(eds?\.?\)), ([^()<>]*) \(trans\.\) (<i>[^<]*<\/i>)\./u, '$1 $3. Translated by $2.');

/** Cite Them Right, 12th edition. */
export const harvard: Manual = {
  adapt(item, work) {
    if (item.title && setsCapitals(work)) item.title = smallSubtitle(item.title);
    if (item['container-title'] && inBook(work) && setsCapitals(work))
      item['container-title'] = smallSubtitle(item['container-title']);
    if (item['publisher-place']) item['publisher-place'] = cityOf(item['publisher-place']);
    setIssue(item, work, { supplement: 'Suppl', part: 'Pt', between: ' ' });
    if (work.type === 'thesis')
      item.genre = degreeOf(work) === 'master' ? 'MA thesis' : degreeOf(work) ? 'PhD thesis' : 'Thesis';
    if (work.type === 'webpage') delete item['container-title'];
    if (work.type === 'article') {
      item.type = 'article-journal';
      item['container-title'] = work.publisher ?? work['container-title'] ?? '';
      delete item.publisher;
      delete item.genre;
      delete item.accessed;
    }
  },
  polish(html, work) {
    const { custom, type, number } = work;
    let text = html;
    // Before its issue an article is published all the same, and no preprint.
    if (type === 'article-journal') text = text.replace(' [Preprint]', '');
    const group = groupAfterPeople(work);
    // No comma before "and", which the engine sets before a name of one part.
    if (group) text = text.replace(`, and ${htmlOf(group)}`, ` and ${htmlOf(group)}`);
    if (custom?.articleNumber)
      text = text.replace(new RegExp(`\\bpp?\\. (?=${pattern(custom.articleNumber)})`, 'u'), 'article number ');
    if ((type === 'chapter' || type === 'book') && work.volume)
      text = text.replace(/(<\/i>\.(?: [^.<]* edn\.)?)(?=[^<]*(?:<\/div>\s*)*$)/u, `$1 Vol. ${htmlOf(work.volume)}.`);
    if (inBook(work)) text = translatedBy(editorsIn(text));
    if (type === 'report' && number && !text.includes(htmlOf(number)))
      text = text.replace(/(<\/i>\.)/u, `$1 ${htmlOf(number)}.`);
    if (type === 'paper-conference' && (work['event-place'] || work['event-date'])) {
      const when = eventDate(isoOf(work['event-date']), isoOf(work['event-date'], 1));
      text = text.replace(
        /(<\/i>\.)(?=[^<]*(?:<\/div>\s*)*$)/u,
        `$1 ${[work['event-place'], when]
          .filter(Boolean)
          .map((part) => htmlOf(part ?? ''))
          .join(', ')}.`,
      );
    }
    if (type === 'article' && !text.includes('[Preprint]'))
      text = text.replace(/(<\/i>)(?=[^<]*(?:<\/div>\s*)*$)/u, '$1 [Preprint]');
    return withRetraction(text, work, (notice) => {
      const name = notice.container ? `<i>${htmlOf(notice.container)}</i>, ` : '';
      const pages = notice.pages
        ? `, ${/[-–]/u.test(notice.pages) ? 'pp.' : 'p.'} ${htmlOf(notice.pages.replace('-', '–'))}`
        : '';
      const { volume, issue } = notice;
      return `Retracted (${yearIn(notice.date)}), ${name}${placeOf({ volume, issue }, ['(', ')', ''])}${pages}.`;
    });
  },
  foreign: {
    adapt(item, work, romanise) {
      setNames(item, work, romanise, ({ latin, native }, role) => {
        const { family = latin.literal, given } = latin;
        if (!native || !family) return latin;
        const first = given && initials(given);
        // Translators, and the editors of a book that the work is in, have their initials first.
        const name =
          role === 'translator' || (role === 'editor' && inBook(work)) ? [first, ' ', family] : [family, ', ', first];
        return { literal: `${first ? name.join('') : family} ${native}` };
      });
      const translation = translationOf(work, smallSubtitle);
      const chinese = chineseTitle(work);
      if (chinese) item.title = `${smallSubtitle(romanise.words(chinese))} ${chinese}`;
      if (item.title && translation) item.title += ` [${translation}]`;
      const own = containerIn(work);
      if (own && item['container-title']) item['container-title'] = romanise.words(own);
    },
    polish(html, work, romanise) {
      const own = containerIn(work);
      const chinese = chineseTitle(work);
      const upright = translationUpright(noCommaBeforeAnd(html), work, smallSubtitle);
      const text = chinese
        ? upright.replace(` ${htmlOf(chinese)}</i>`, () => `</i> ${htmlOf(chinese)}`).replace(/([？！])\./u, '$1')
        : upright;
      return own ? text.replace(`<i>${htmlOf(romanise.words(own))}</i>`, (name) => `${name} ${htmlOf(own)}`) : text;
    },
  },
};
