/** The rules of MLA and Chicago where their manuals differ from what citeproc prints. */

import { longMonths } from '#domain/date';
import { hasHan } from '#text/han';
import { capitalSubtitle, titleCase } from '../capitals.ts';
import type { CslItem } from '../csl.ts';
import { asWritten, chineseTitle, containerIn, containerTranslated, keepsOrder, setNames } from './foreign.ts';
import { append, cityOf, commaBeforeGroup, degreeOf, htmlOf, isoOf, type Manual, partsOf, pattern, placeOf, publishesOwn, setIssue, translationOf, usDate, withRetraction, yearIn } from './manual.ts'; // prettier-ignore

const shortMonths = longMonths.map((month) =>
  ['May', 'June', 'July'].includes(month) ? month : `${month === 'September' ? 'Sept' : month.slice(0, 3)}.`,
);
/** "14 Aug. 2020" */
const mlaDate = (date: string): string => {
  const [year, month, day] = partsOf(date);
  return [day, month && shortMonths[month - 1], year].filter(Boolean).join(' ');
};

/** "IRH-2019-12"; a number that is one only with a word: "Research report no. 17". */
const reportOf = ({ genre, number = '' }: CslItem): string =>
  /^\d/u.test(number) ? `${genre ?? 'Report'} no. ${number}` : [genre, number].filter(Boolean).join(' ');

/** Between two authors there is a comma where the first is turned round, and none after a name that is not. */
const twoAuthors = (html: string, work: CslItem): string =>
  work.author?.length === 2 && keepsOrder(work, 'author')
    ? html.replace(/^((?:\s|<div[^>]*>)*[^<>,.\s][^<>,.]*), and /u, '$1 and ')
    : commaBeforeGroup(html, work, 'and');

/** Small within a title whatever their length (2.90). */
const prepositions =
  `about across after against among around before behind between beyond despite during from inside into
  onto over through throughout toward towards under until upon versus with within without`.split(/\s+/u);

/** Types of which MLA sets the title in quotation marks. */
const inQuotes: ReadonlySet<string> = new Set([
  ...['article-journal', 'article', 'chapter', 'paper-conference', 'webpage', 'document'],
]);

/** MLA Handbook, 9th edition, chapter 5. */
export const mla: Manual = {
  adapt(item, work) {
    if (work.type === 'thesis')
      item.genre = degreeOf(work) === 'master' ? 'MA thesis' : degreeOf(work) ? 'PhD dissertation' : 'Thesis';
    for (const key of ['publisher'] as const)
      if (item[key] && work.type !== 'report')
        item[key] = item[key].replace(/\bUniversity Press\b/gu, 'UP').replace(/\bUniversity\b/gu, 'U');
    setIssue(item, work, { supplement: 'supplement', part: 'pt.', between: ', ' });
    // The number of a report is at the end (5.107).
    if (work.type === 'report' && work.number) {
      delete item.number;
      delete item.genre;
    }
    // An organisation that is author and publisher is named as publisher (5.20).
    if (publishesOwn(work)) delete item.author;
    if (work.type === 'webpage' && work.issued) delete item.accessed;
    if (work.type === 'article') {
      item.type = 'article-journal';
      item['container-title'] = work.publisher ?? work['container-title'] ?? '';
      delete item.publisher;
      delete item.genre;
    }
  },
  polish(html, work) {
    const { custom, issued, author = [], editor = [] } = work;
    let text = html
      .replace(/\bno\. (?=(?:supplement|pt)\b)/u, '')
      // A title's own mark ends it.
      .replace(/([？！])[.,](?=”)/gu, '$1');
    text = twoAuthors(text, work);
    // The engine parts initials that have a hyphen between them.
    for (const { given = '' } of [...author, ...editor])
      if (given.includes('.-')) text = text.replace(htmlOf(given.replaceAll('.-', '. ')), htmlOf(given));
    if (custom?.articleNumber)
      text = text.replace(new RegExp(`\\bp\\. (?=${pattern(custom.articleNumber)})`, 'u'), 'article ');
    // The style gives a month for every journal; the date is as exact as the source's (5.68).
    const day = isoOf(issued);
    if (day.length === 10 && ['article-journal', 'article'].includes(work.type) && !text.includes(mlaDate(day)))
      text = text.replace(mlaDate(day.slice(0, 7)), mlaDate(day));
    for (const { suffix, family, given } of author)
      if (suffix && family)
        text = text.replace(`${htmlOf(given ?? '')} ${htmlOf(family)} ${htmlOf(suffix)}`, (whole) =>
          whole.replace(new RegExp(` (?=${pattern(suffix)}$)`, 'u'), ', '),
        );
    if (work.type === 'report' && work.number) text = append(text, `${htmlOf(reportOf(work))}.`);
    if (work.type === 'article') text = append(text, 'Preprint.');
    if (work.type === 'webpage' && !issued && work.accessed && !text.includes('Accessed'))
      text = append(text, `Accessed ${mlaDate(isoOf(work.accessed))}.`);
    return custom?.retracted ? append(text, 'Retracted article.') : text;
  },
  foreign: {
    adapt(item, work, romanise) {
      setNames(item, work, romanise, asWritten);
      const translation = translationOf(work, (title) => titleCase(title, prepositions));
      if (translation && work.title)
        item.title = inQuotes.has(work.type) ? `${work.title}” [“${translation}` : `${work.title} [${translation}]`;
      const [own, translated] = [containerIn(work), containerTranslated(work)];
      if (own && item['container-title']) item['container-title'] = own + (translated ? ` [${translated}]` : '');
    },
    polish(html, work) {
      const [own, translated] = [containerIn(work) ?? work['container-title'], containerTranslated(work)];
      let text =
        work.custom?.translation && inQuotes.has(work.type)
          ? html.replace(/(\[“[^“”]*)([.,?!])”/u, (_, said: string, end: string) =>
              end === '?' || end === '!' ? `${said}${end}”].` : `${said}”]${end}`,
            )
          : html;
      // The engine has no italics in Chinese.
      const title = htmlOf(work.title ?? '');
      if (hasHan(title) && !inQuotes.has(work.type) && !text.includes(`<i>${title}`))
        text = text.replace(title, () => `<i>${title}</i>`);
      const translation = translationOf(work, (words) => titleCase(words, prepositions));
      if (translation && !inQuotes.has(work.type))
        text = text.replace(`<i>${title} [${translation}]</i>`, () => `<i>${title}</i> [<i>${translation}</i>]`);
      if (own && hasHan(own) && !translated) text = text.replace(` ${htmlOf(own)},`, ` <i>${htmlOf(own)}</i>,`);
      if (own && translated)
        text = text.replace(
          `<i>${htmlOf(own)} [${htmlOf(translated)}]</i>`,
          `<i>${htmlOf(own)}</i> [<i>${htmlOf(translated)}</i>]`,
        );
      return text;
    },
  },
};

/** The Chicago Manual of Style, 17th edition, chapters 14 and 15. */
export const chicago: Manual = {
  adapt(item, work) {
    if (item['publisher-place']) item['publisher-place'] = cityOf(item['publisher-place']);
    if (work.type === 'thesis') {
      item.genre = degreeOf(work) === 'master' ? 'master’s thesis' : degreeOf(work) ? 'PhD diss.' : 'thesis';
      delete item['publisher-place'];
    }
    setIssue(item, work, { supplement: 'suppl.', part: 'pt.', between: ', ' });
    // A report is set as a book is (14.220), its number after its title.
    if (work.type === 'report') {
      item.type = 'book';
      if (work.number) item.genre = reportOf(work);
      delete item.number;
    }
    if (work.type === 'webpage' && publishesOwn(work)) delete item['container-title'];
    if (work.type === 'article') {
      delete item.publisher;
      item.genre = 'Preprint';
    }
  },
  polish(html, work) {
    const { custom, issued, edition, type } = work;
    let text = twoAuthors(html, work);
    if (type === 'article') {
      const when = isoOf(issued);
      if (when.length === 10) text = text.replace(/Preprint(?=\.)/u, `Preprint, submitted ${usDate(when)}`);
    }
    if (custom?.ahead)
      text = text.replace(
        /(<\/i>)[^.<]*(?=\. https|\.?<\/div>|\.\s*$|$)/u,
        `$1, published online ${usDate(custom.ahead)}`,
      );
    // The edition of a chapter's book follows the book's title (14.113).
    const title = text.indexOf('</i>, edited by ');
    const end = title + '</i>'.length;
    if (type === 'chapter' && edition && title >= 0)
      text = text.slice(0, end) + text.slice(end).replace(/^(.*?)(, \d+\w{2} ed\.)(?=, )/u, '$2$1');
    const [first = '', last = ''] = (work.page ?? '').split('-');
    if (/^\d{4,}$/u.test(first) && last.length === first.length)
      text = text.replace(`${first}–${last}`, `${first}–${chicagoEnd(first, last)}`);
    // A space where a month in brackets is between the volume and the pages (9.61, 14.116).
    text = text.replace(/(\(\p{L}+\)):(?=\S)/u, '$1: ');
    return withRetraction(text, work, (notice) => {
      const name = notice.container ? `<i>${htmlOf(notice.container)}</i> ` : '';
      return `Retracted ${yearIn(notice.date)}, ${name}${placeOf(notice, [' (', ')', ': '])}.`;
    });
  },
  foreign: {
    adapt(item, work, romanise) {
      // The characters follow a romanised name (11.90).
      setNames(item, work, romanise, (name) => {
        const { literal = '', ...rest } = asWritten(name);
        return name.native && literal
          ? { literal: `${literal} ${name.native}` }
          : { ...rest, ...(literal ? { literal } : {}) };
      });
      const chinese = chineseTitle(work);
      if (chinese) item.title = `<span class="nocase">${capitalSubtitle(romanise.words(chinese))}</span>`;
      const own = containerIn(work);
      // Sentence style, as all that is romanised (11.80).
      if (own && item['container-title']) item['container-title'] = romanise.words(own);
    },
    polish(html, work, romanise) {
      const own = containerIn(work);
      let text = html;
      const chinese = chineseTitle(work);
      if (chinese) {
        const read = htmlOf(capitalSubtitle(romanise.words(chinese)));
        const translation = translationOf(work, capitalSubtitle);
        const behind = ` ${htmlOf(chinese)}${translation ? ` [${translation}]` : ''}`;
        text = text
          .replace(
            new RegExp(`“${pattern(read)}\\.?”`, 'u'),
            () => `“${read}”${behind}${/[？！]$/u.test(behind) ? '' : '.'}`,
          )
          .replace(`<i>${read}</i>`, (title) => title + behind);
      } else if (work.custom?.translation) {
        const translated = ` [${translationOf(work, capitalSubtitle)}]`;
        text = /”/u.test(text)
          ? text.replace(/\.?”/u, (end) => `${end.slice(-1)}${translated}.`)
          : text.replace('</i>', (end) => end + translated);
      }
      if (own) {
        const read = romanise.words(own);
        text = text.replace(new RegExp(`<i>${pattern(read)}</i>`, 'iu'), `<i>${htmlOf(read)}</i> ${htmlOf(own)}`);
      }
      return text;
    },
  },
};

/** The second number of pages, by the table of 9.61: "1198–203", "1496–500", "1100–1113" as "1100–1113". */
function chicagoEnd(first: string, last: string): string {
  const start = Number(first);
  if (start % 100 === 0) return last;
  let same = 0;
  while (same < last.length && first[same] === last[same]) same++;
  const changed = last.slice(same);
  if (start % 100 < 10) return changed;
  return changed.length < 2 ? last.slice(-2) : changed;
}
