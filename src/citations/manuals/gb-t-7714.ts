/** What GB/T 7714 wants that its CSL file leaves to the data: places and publishers that are not stated, dates, scripts. */

import { nameRoles, type CslItem } from '../csl.ts';
import { containerIn, nativeName } from './foreign.ts';
import { append, cityOf, htmlOf, isoOf, pattern, placeOf, type Manual } from './manual.ts';

/** The standard is silent on retraction: a reader is told after the entry, in the order of an article's own facts. */
function retraction({ custom, language = '' }: CslItem): string {
  const { container, date, volume, issue, pages } = custom?.notice ?? {};
  const place = placeOf({ volume, issue, pages }, ['(', ')', ': ']);
  const facts = [container && htmlOf(container), date?.slice(0, 4), place].filter(Boolean).join(', ');
  const [word, between] = language.startsWith('zh') ? ['已撤稿', '：'] : ['Retracted', ': '];
  return `(${word}${facts && between + facts})`;
}

const inPrint: ReadonlySet<string> = new Set(['book', 'chapter', 'paper-conference']);

/** GB/T 7714—2015: a work in its own language and script (6.1). */
export const gbt7714: Manual = {
  adapt(item, work) {
    const { type } = work;
    if (item['publisher-place']) item['publisher-place'] = cityOf(item['publisher-place']);
    // Place and publisher that a printed work does not state are told as unknown (8.4.1.3, 8.4.2.3).
    else if (inPrint.has(type) && !work.URL && !work.DOI) {
      const chinese = work.language?.startsWith('zh');
      item['publisher-place'] = chinese ? '[出版地不详]' : '[S.l.]';
      item.publisher ??= chinese ? '[出版者不详]' : '[s.n.]';
    }
    // An address that holds the DOI replaces it (8.7).
    if (work.DOI && !work.URL) {
      item.URL = `https://doi.org/${work.DOI}`;
      delete item.DOI;
    }
    if (type === 'article') {
      item.type = 'webpage';
      delete item.publisher;
    }
    // The title of published proceedings says where and when the conference was.
    delete item['event-title'];
    delete item['event-place'];
    delete item['event-date'];
  },
  polish(html, work) {
    let text = html;
    for (const role of nameRoles)
      for (const { literal, suffix, family } of work[role] ?? []) {
        // An organisation keeps its own letters (8.1.4); a suffix has a comma before it (8.1.1).
        if (literal) text = text.replace(htmlOf(literal).toUpperCase(), htmlOf(literal));
        if (suffix && family)
          text = text.replace(
            new RegExp(`(?<=[A-Z]) (${pattern(suffix.replace(/\.$/u, ''))})\\.?(?=[,.])`, 'u'),
            ', $1',
          );
      }
    text = text.replace(/(?<=: )V(?=ol\. \d)/u, 'v').replace(/(?<=, )tran\./u, 'trans.');
    const ahead = work.custom?.ahead;
    if (ahead) text = text.replace(/(?=\[\d{4}-\d{2}-\d{2}\])/u, `(${ahead})`);
    // A date of access says when a page without a date was there, and its year is taken for the work's (8.4.3.3, 8.4.4).
    if (work.type === 'webpage' && !work.issued) {
      const year = isoOf(work.accessed).slice(0, 4);
      text = text
        .replace(/\((?:n\.d\.|日期不详)\)/u, '')
        .replace(/, (?:n\.d\.|日期不详)\.?(?= |\.)/u, year ? `, [${year}].` : '.')
        .replace(/(?<=\[\d{4}\])\.\./u, '.');
    } else if (!work.issued)
      text = text
        .replace(/(?<=\S), (?:n\.d\.|日期不详)\.?(?=\s*<\/div>|\s*$)/u, '.')
        .replace(/(?<=\S), (?:n\.d\.|日期不详)(?=\[\d{4}-)/u, '');
    return work.custom?.retracted ? append(text, retraction(work)) : text;
  },
  foreign: {
    adapt(item, work) {
      for (const role of nameRoles) {
        const native = work.custom?.native?.[role];
        if (native && work[role]) item[role] = work[role].map((name, i) => nativeName(name, native[i]));
      }
      const own = containerIn(work);
      if (own) item['container-title'] = own;
    },
  },
};
