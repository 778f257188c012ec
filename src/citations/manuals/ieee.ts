/** The rules of IEEE where its guide differs from what citeproc prints. */

import { longMonths, months } from '#domain/date';
import { capitalSubtitle, titleCase } from '../capitals.ts';
import { abbreviation, chineseTitle, containerIn, eachWord, setNames } from './foreign.ts';
import { degreeOf, htmlOf, inBook, isoOf, languageOf, type Manual, partsOf, pattern, publishesOwn, setIssue, setsCapitals, translationOf, withRetraction } from './manual.ts'; // prettier-ignore

const countries: Readonly<Record<string, string>> = {
  'United Kingdom': 'U.K.', UK: 'U.K.', 'United States': 'USA', 'United States of America': 'USA', US: 'USA',
}; // prettier-ignore
const place = (text: string): string =>
  text.replace(/(?<=, )[^,]+$/u, (last) =>
    /^[A-Z]{2}$/u.test(last) && last !== 'UK' && last !== 'US' ? `${last}, USA` : (countries[last] ?? last),
  );

const shortMonths = months.map((name, i) => (name === longMonths[i] ? name : `${name}.`));
/** "May 3, 2025", "Jun. 2015" */
function date(iso: string): string {
  const [year, month, day] = partsOf(iso);
  const named = month && shortMonths[month - 1];
  return day ? `${named} ${day}, ${year}` : [named, year].filter(Boolean).join(' ');
}

const university = (name: string): string =>
  name.replace(/\bUniversity Press\b/gu, 'Univ. Press').replace(/\bUniversity\b/gu, 'Univ.');

/** IEEE Reference Guide. */
export const ieee: Manual = {
  adapt(item, work) {
    const { type } = work;
    if (item.title && setsCapitals(work))
      item.title = type === 'book' ? titleCase(item.title) : capitalSubtitle(item.title);
    if (inBook(work) && work['container-title'] && setsCapitals(work))
      item['container-title'] = titleCase(work['container-title']);
    if (item['publisher-place']) item['publisher-place'] = place(item['publisher-place']);
    if (item.publisher && type !== 'report') item.publisher = university(item.publisher);
    if (type === 'thesis')
      item.genre = degreeOf(work) === 'master' ? 'M.S. thesis' : degreeOf(work) ? 'Ph.D. dissertation' : 'thesis';
    if (type === 'report' && publishesOwn(work)) delete item.publisher;
    if (type === 'report' && work.number) {
      item.number = `Rep. ${work.number}`;
      delete item.genre;
    }
    if (type === 'webpage' && publishesOwn(work)) delete item['container-title'];
    // A paper in proceedings is cited without their publisher.
    if (type === 'paper-conference') {
      delete item.publisher;
      delete item['publisher-place'];
    }
    setIssue(item, work, { supplement: 'suppl.', part: 'pt.', between: ', ' });
    if (item.status) delete item.status;
  },
  polish(html, work) {
    const { custom, type } = work;
    // A question mark or an exclamation mark replaces the comma; a supplement or a part needs no "no."; days have no zero.
    let text = html
      .replace(/([?!？！]),(?=’?”)/gu, '$1')
      .replace(/\bno\. (?=(?:suppl|pt)\.)/u, '')
      .replace(/(?<=[A-Z][a-z]{2}\.? )0(?=\d, \d{4})/u, '');
    for (const { suffix } of work.author ?? [])
      if (suffix)
        text = text
          .replace(new RegExp(` (?=${pattern(suffix)}(?:,| and ))`, 'u'), ', ')
          .replace(`${htmlOf(suffix)} and `, `${htmlOf(suffix)}, and `);
    if (custom?.articleNumber) {
      const own = pattern(custom.articleNumber);
      text = text.replace(
        new RegExp(`, p\\. ${own}((?:, (?:[A-Z][a-z]{2}\\.? )?(?:\\d{1,2}, )?\\d{4})?)`, 'u'),
        `$1, Art. no. ${htmlOf(custom.articleNumber)}`,
      );
    }
    if (custom?.ahead) text = text.replace(/(<\/i>), [^,<]*(?=, doi|\.)/u, `$1, early access, ${date(custom.ahead)}`);
    if (type === 'chapter')
      text = text
        .replace(/(, \d+\w{2} ed\.)((?:, (?!\d+\w{2} ed\.)[^,]*)+?), (Eds?\.),? /u, '$2, $3$1 ')
        .replace(/(, Eds?\.), (?=[^,]+(?:, [^,]+){0,2}: )/u, '$1 ')
        .replace(/(, Eds?\.),? (\d+\w{2} ed\.) /u, '$1, $2 ')
        .replace(/(” in <i>[^<]*<\/i>), (?!vol\. |[^:]{0,300}\b[Ee]ds?\.)(?=[^:“”<]+: )/u, '$1. ');
    if (type === 'chapter' && (work.editor?.length ?? 0) > 6)
      text = text.replace(/(<\/i>, (?:vol\. [^,]*, )?[^,<]+), [^<]*?(?=, Eds\.)/u, '$1 <i>et al.</i>');
    if (type === 'article')
      text = text.replace(
        /([,?!]”) ((?:[A-Z][a-z]{2}\.? (?:\d{1,2}, )?)?\d{4}), <i>([^<]*)<\/i>\.?(?= (doi|Accessed))/u,
        (_, end: string, when: string, server: string, next: string) =>
          `${end} ${server}, ${when}${next === 'doi' ? ',' : '.'}`,
      );
    const [held, when] = [work['event-place'], isoOf(work['event-date']).slice(0, 7)];
    // A paper in proceedings is told by where and when it was given.
    if (type === 'paper-conference' && held && when)
      text = text
        .replace(/(<\/i>, (?:(?:(?! Eds?\., )[^<])* Eds?\., )?)[^<]*?(?=, pp?\.)/u, `$1${htmlOf(held)}, ${date(when)}`)
        .replace('. doi: ', ', doi: ');
    if (type === 'webpage') text = text.replace(/^((?:<[^>]*>)*[^“<]*), “/u, '$1. “').replace(/,” /u, '.” ');
    return withRetraction(text, work, (notice) => {
      const { container, volume, issue, pages } = notice;
      const facts = [
        container &&
          `<i>${htmlOf(work['container-title'] === container ? (work['container-title-short'] ?? container) : container)}</i>`,
        volume && `vol. ${htmlOf(volume)}`,
        issue && `no. ${htmlOf(issue)}`,
        pages && `${/[-–]/u.test(pages) ? 'pp.' : 'p.'} ${htmlOf(pages)}`,
        notice.date && date(notice.date),
      ].filter(Boolean);
      return `Retracted: ${facts.join(', ')}.`;
    });
  },
  foreign: {
    adapt(item, work, romanise) {
      setNames(item, work, romanise);
      const chinese = chineseTitle(work);
      const romanised = chinese && capitalSubtitle(romanise.words(chinese));
      const title = translationOf(work, work.type === 'book' ? titleCase : capitalSubtitle) ?? romanised;
      if (title) item.title = title;
      const own = containerIn(work);
      const name = own && (abbreviation(work) ?? eachWord(romanise.words(own)));
      if (name && item['container-title'])
        item['container-title'] = item['container-title-short'] = item.journalAbbreviation = name;
    },
    polish(html, work) {
      const said = `(in ${languageOf(work)})`;
      return /[,.?!]” /u.test(html)
        ? html.replace(/([,.?!]”)(?= )/u, `$1 ${said}${work.type === 'webpage' ? '.' : ','}`)
        : html.replace(/(?<=<i>[^<]*<\/i>)(?=[,.])/u, ` ${said}`);
    },
  },
};
