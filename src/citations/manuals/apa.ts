/** The rules of APA where its manual differs from what citeproc prints. */

import type { NoticeOfStatus } from '#domain/paper';
import { hasHan } from '#text/han';
import { capitalSubtitle } from '../capitals.ts';
import { chineseTitle, containerIn, eachWord, setNames } from './foreign.ts';
import { commaBeforeGroup, degreeOf, htmlOf, inBook, type Manual, placeOf, publishesOwn, setIssue, setsCapitals, translationOf, translationUpright, withRetraction, yearIn } from './manual.ts'; // prettier-ignore

/** Publication Manual of the American Psychological Association, 7th edition. */
export const apa: Manual = {
  adapt(item, work) {
    if (item.title && setsCapitals(work)) item.title = capitalSubtitle(item.title);
    if (item['container-title'] && inBook(work) && setsCapitals(work))
      item['container-title'] = capitalSubtitle(item['container-title']);
    setIssue(item, work, { supplement: 'Suppl.', part: 'Pt.', between: ', ' });
    if (work.type === 'thesis' && work.genre) item.genre = work.genre.charAt(0).toUpperCase() + work.genre.slice(1);
    // The manual's template for a report whose source has no words of its own (10.4).
    if (work.type === 'report' && !work.genre && work.number) item.genre = 'Report';
    // A preprint's server says what it is (10.8, example 73).
    if (work.type === 'article') delete item.genre;
    if (work.type === 'webpage') {
      // A date of access is for pages that are made to change (9.16), and a site that is the author is named once.
      delete item.accessed;
      if (publishesOwn(work)) delete item['container-title'];
    }
    const degree = work.type === 'thesis' ? degreeOf(work) : undefined;
    if (degree && (/^ph/iu.test(work.genre ?? '') || hasHan(work.genre)))
      item.genre = degree === 'doctoral' ? 'Doctoral dissertation' : 'Master’s thesis';
    // The engine's own word for it is not the manual's: `polish` sets it.
    if (item.status === 'retracted') delete item.status;
  },
  polish(html, work) {
    const said = ({ date, volume, issue, pages, container }: NoticeOfStatus) => {
      const number = `${volume ? `<i>${htmlOf(volume)}</i>` : ''}${placeOf({ issue }, ['[', ']', ''])}`;
      const facts = [yearIn(date), container && `<i>${htmlOf(container)}</i>`, number, pages && htmlOf(pages)];
      return `(Retraction published ${facts.filter(Boolean).join(', ')})`;
    };
    return withRetraction(commaBeforeGroup(html, work, '&'), work, said, '(Retracted)');
  },
  foreign: {
    adapt(item, work, romanise) {
      setNames(item, work, romanise);
      const translation = translationOf(work, capitalSubtitle);
      const own = chineseTitle(work);
      item.title = [own ? capitalSubtitle(romanise.words(own)) : item.title, translation && `[${translation}]`]
        .filter(Boolean)
        .join(' ');
      const container = containerIn(work);
      if (!container || !item['container-title']) return;
      // A book's title is in sentence case, as a work's own is; a journal's and that of proceedings without editors is not.
      const isBook = work.type === 'chapter' || (inBook(work) && work.editor);
      const read = romanise.words(container);
      item['container-title'] = isBook ? capitalSubtitle(read) : eachWord(read);
    },
    polish: (html, work) => translationUpright(html, work, capitalSubtitle),
  },
};
