import { detectLanguage, type InterfaceLanguage } from '#domain/language';
import { doiUrl, pmcidUrl, pmidUrl, webAddress } from '#domain/identifiers';
import { displayName } from '#domain/person';
import type { Paper } from '#domain/paper';
import type { Origin, Stated } from '#domain/place';
import { sayDate, sayLanguage } from './say.ts';
import type { Say, StringKey } from './strings/index.ts';

/** One value of a record as its page shows it. */
export interface Fact {
  field: StringKey;
  text: string;
  /** The language of `text`, where it comes from the source. */
  language?: string;
  /** The address that `text` links to; always http(s). */
  href?: string;
  /** The rule of a derived value, which no source states literally. */
  derived?: string;
  /** The values of other sources. */
  others: { text: string; from: readonly Origin[] }[];
  from: readonly Origin[];
}

/** The values of a record in the order of the page, without titles, authors, affiliations and abstracts. */
export function factsOf(paper: Paper, lang: InterfaceLanguage, t: Say): Fact[] {
  const facts: Fact[] = [];
  const add = <T>(
    field: StringKey,
    stated: Stated<T> | undefined,
    {
      show = String,
      href,
      language,
    }: {
      show?: (value: T) => string;
      href?: (value: T) => string | undefined;
      language?: (shown: string) => string;
    } = {},
  ): void => {
    if (!stated) return;
    const address = href?.(stated.value);
    const text = show(stated.value);
    facts.push({
      field,
      text,
      ...(language === undefined ? {} : { language: language(text) }),
      ...(address === undefined ? {} : { href: address }),
      ...(stated.derived === undefined ? {} : { derived: stated.derived }),
      others: (stated.others ?? []).map((other) => ({ text: show(other.value), from: other.from })),
      from: stated.from,
    });
  };
  const date = (value: string) => sayDate(value, lang);
  const { journal } = paper;
  add('paper.journal', journal?.name, { language: detectLanguage });
  add('paper.journalAbbreviation', journal?.abbreviation, { language: detectLanguage });
  add('paper.journalZh', journal?.nameZh, { language: () => 'zh' });
  for (const issn of journal?.issn ?? []) add('paper.issn', issn);
  add('paper.publisher', journal?.publisher, { language: detectLanguage });
  add('paper.issued', paper.issued, { show: date });
  add('paper.online', paper.online, { show: date });
  add('paper.volume', paper.volume);
  add('paper.issue', paper.issue);
  add('paper.pages', paper.pages, { show: (pages) => pages.replace(/-/g, '–') });
  add('paper.articleNumber', paper.articleNumber);
  const editors = paper.editors ?? [];
  if (editors[0])
    add(
      'paper.editors',
      {
        value: editors.map(({ name }) => displayName(name)).join('; '),
        from: editors.flatMap(({ from }) => from),
        ...(editors.every(({ derived }) => derived) ? { derived: editors[0].derived } : {}),
      },
      { language: detectLanguage },
    );
  add('paper.edition', paper.edition);
  add('paper.publisherPlace', paper.publisherPlace, { language: detectLanguage });
  for (const isbn of paper.isbn ?? []) add('paper.isbn', isbn);
  add('paper.number', paper.number);
  add('paper.genre', paper.genre, { language: detectLanguage });
  add('paper.event', paper.event, { language: detectLanguage });
  add('paper.eventPlace', paper.eventPlace, { language: detectLanguage });
  add('paper.eventDate', paper.eventDate, { show: (span) => span.split('/').map(date).join('–') });
  add('paper.doi', paper.doi, { href: doiUrl });
  add('paper.pmid', paper.pmid, { href: pmidUrl });
  add('paper.pmcid', paper.pmcid, { href: pmcidUrl });
  add('paper.arxiv', paper.arxiv, { href: (id) => webAddress(`https://arxiv.org/abs/${encodeURI(id)}`) });
  for (const registration of paper.registrations)
    add('paper.registration', registration, { show: ({ registry, id }) => `${registry} ${id}` });
  add('paper.openAccess', paper.openAccess, { show: () => t('paper.freeText'), href: webAddress });
  add('paper.url', paper.url, { href: webAddress });
  for (const sample of paper.samples)
    add('paper.sample', sample.count, { show: (count) => t(`paper.sample.${sample.of}`, { count }) });
  add('paper.type', paper.type, { show: (type) => t(`paper.type.${type}`) });
  add('paper.language', paper.language, { show: (language) => sayLanguage(language, lang) });
  return facts;
}
