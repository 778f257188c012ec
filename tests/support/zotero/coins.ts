import { creator, cutName, type Saved } from './saved.ts';

const bookGenres: Readonly<Record<string, string>> = {
  bookitem: 'bookSection',
  proceeding: 'conferencePaper',
  conference: 'conferencePaper',
  report: 'report',
  document: 'document',
};
const formats: Readonly<Record<string, string>> = { journal: 'journalArticle', dissertation: 'thesis', dc: 'webpage' };

/** "COinS": the context object of a span. It has no PubMed number and no abstract, and a plus sign is a space. */
export function fromCoins(span: string): Saved {
  const pairs = span.split('&').map((pair): [string, string] => {
    const [key = '', value = ''] = pair.split('=');
    return [key, decodeURIComponent(value.replace(/\+|%2b/giu, ' '))];
  });
  const all = (key: string) => pairs.filter(([name]) => name === key).map(([, value]) => value);
  const one = (...keys: string[]) => keys.map((key) => all(key)[0]).find(Boolean);
  const format = one('rft_val_fmt')?.split(':').at(-1) ?? '';
  const itemType =
    (format === 'dc' ? one('rft.type') : undefined) ?? formats[format] ?? bookGenres[one('rft.genre') ?? ''] ?? 'book';
  const isPart = ['journalArticle', 'bookSection', 'conferencePaper'].includes(itemType);
  const isBook = ['book', 'report'].includes(itemType);
  // A thesis' own keys end the list: what follows them is not read.
  const more = itemType === 'thesis' ? () => undefined : one;
  const plain = [...all('rft.au'), ...all('rft.creator')].map(cutName);
  const family = one('rft.aulast');
  const first = family && creator(family, one('rft.aufirst'));
  return {
    itemType,
    title: isPart ? one('rft.atitle') : isBook ? one('rft.btitle') : one('rft.title'),
    // Where the name in two parts is not the first of the whole names, it is a further author.
    creators: first && first !== plain[0] ? [...plain, first] : plain,
    date: one('rft.date'),
    journal: isPart ? one('rft.jtitle', 'rft.btitle', 'rft.title') : more('rft.source'),
    abbreviation: itemType === 'journalArticle' ? one('rft.stitle') : undefined,
    publisher: itemType === 'thesis' ? one('rft.inst') : one('rft.pub', 'rft.publisher'),
    issn: one('rft.issn'),
    volume: one('rft.volume'),
    issue: one('rft.issue'),
    pages: one('rft.pages') ?? ([one('rft.spage'), one('rft.epage')].filter(Boolean).join('-') || undefined),
    doi: all('rft_id')
      .find((id) => id.startsWith('info:doi/'))
      ?.slice('info:doi/'.length),
    url: all('rft_id').find((id) => /^https?:/u.test(id)),
    language: more('rft.language'),
    tags: itemType === 'thesis' ? [] : all('rft.subject'),
  };
}
