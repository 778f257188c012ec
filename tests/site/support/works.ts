import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { paperSchema, type Paper } from '#domain/paper';
import type { Mark } from '#domain/text';

/** The made-up works of `tests/fixtures/styles/works.yaml` as records. Its README says how the keys read. */

interface Person {
  family?: string;
  given?: string;
  particle?: string;
  suffix?: string;
  literal?: string;
  native?: string;
  romanised?: { family: string; given: string };
}
interface Place {
  city: string;
  country?: string;
}
interface Work {
  id: string;
  like?: string;
  crowd?: number;
  'crowd-editors'?: number;
  type: Paper['type']['value'];
  language: string;
  genre?: string;
  status?: string;
  server?: string;
  authors?: Person[];
  editors?: Person[];
  translators?: Person[];
  titles: { language: string; role: 'original' | 'translation'; text: string }[];
  container?: { title: string; language?: string; nlm?: string; iso4?: string; translated?: string };
  event?: { name: string; place: Place; date: string };
  retraction?: { container: string; issued: string; volume: string; issue: string; pages: string; doi: string };
  publisher?: string;
  place?: Place;
  edition?: number;
  number?: string;
  issued?: string;
  online?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  'article-number'?: string;
  doi?: string;
  isbn?: string;
  url?: string;
  accessed?: string;
}

const folder = new URL('../../fixtures/styles/', import.meta.url);
export const readStyle = <T>(name: string): T => parse(readFileSync(new URL(name, folder), 'utf8')) as T;

const file = readStyle<{ crowd: Person[]; works: (Partial<Work> & { id: string })[] }>('works.yaml');

/** A work with the facts of the one that it is like. */
function whole(id: string): Work {
  const own = file.works.find((work) => work.id === id);
  if (!own) throw new Error(`works.yaml has no ${id}`);
  const facts = { ...(own.like ? whole(own.like) : {}), ...own } as Work;
  return {
    ...facts,
    ...(own.crowd ? { authors: file.crowd.slice(0, own.crowd) } : {}),
    ...(own['crowd-editors'] ? { editors: file.crowd.slice(0, own['crowd-editors']) } : {}),
  };
}

const from = [{ file: 'works.yaml', line: 1, columns: [1, 2] as [number, number] }];
const said = <T>(value: T | null | undefined) => (value === undefined || value === null ? undefined : { value, from });

/** "CO<sub>2</sub>" as text and marks. */
function marked(html: string): { text: string; marks?: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  const open: { tag: Mark['tag']; start: number }[] = [];
  for (const piece of html.split(/(<\/?(?:i|b|sub|sup)>)/u)) {
    const tag = /^<(\/?)(i|b|sub|sup)>$/u.exec(piece);
    if (!tag) text += piece;
    else if (!tag[1]) open.push({ tag: tag[2] as Mark['tag'], start: text.length });
    else {
      const begun = open.pop();
      if (begun) marks.push({ ...begun, end: text.length });
    }
  }
  return { text, ...(marks.length > 0 ? { marks } : {}) };
}

const person = ({ romanised, native, ...name }: Person): Paper['authors'][number] => {
  const written = name.literal ?? [name.given, name.particle, name.family].filter(Boolean).join(' ');
  return { name: { written, ...name, ...(romanised ? { ...romanised, native: native ?? '' } : {}) }, from };
};
const placeOf = (place: Place | undefined): string | undefined =>
  place && [place.city, place.country].filter(Boolean).join(', ');

export function paperOf(id: string): Paper {
  const work = whole(id);
  const { container, event, retraction } = work;
  const isChinese = container?.language === 'zh';
  const journal = {
    name: said(isChinese ? container.translated : container?.title),
    nameZh: isChinese ? said(container.title) : undefined,
    // A record has one abbreviation: that of ISO 4, of which NLM's is the same without its points.
    abbreviation: said(isChinese ? container.nlm : container?.iso4),
    publisher: said(work.publisher ?? work.server),
  };
  const paper = {
    id: `work-${id}`,
    type: said(work.type),
    language: said(work.language === 'zh' ? 'zh-Hans' : work.language),
    titles: work.titles.map(({ language, role, text }) => ({
      language: language === 'zh' ? 'zh-Hans' : language,
      role,
      ...marked(text),
      from,
    })),
    authors: (work.authors ?? []).map(person),
    ...(work.editors ? { editors: work.editors.map(person) } : {}),
    ...(work.translators ? { translators: work.translators.map(person) } : {}),
    affiliations: [],
    journal,
    issued: said(work.issued),
    online: said(work.online),
    volume: said(work.volume),
    issue: said(work.issue),
    pages: said(work.pages),
    articleNumber: said(work['article-number']),
    edition: said(work.edition === undefined ? undefined : String(work.edition)),
    publisherPlace: said(placeOf(work.place)),
    number: said(work.number),
    genre: said(work.genre),
    event: said(event?.name),
    eventPlace: said(placeOf(event?.place)),
    eventDate: said(event?.date),
    ...(work.isbn ? { isbn: [said(work.isbn)] } : {}),
    doi: said(work.doi),
    url: said(work.url),
    registrations: [],
    keywords: [],
    abstracts: [],
    concepts: [],
    samples: [],
    status: ['retracted', 'corrected'].includes(work.status ?? '')
      ? [
          {
            kind: work.status,
            notice: retraction && {
              container: retraction.container,
              date: retraction.issued,
              volume: retraction.volume,
              issue: retraction.issue,
              pages: retraction.pages,
              doi: retraction.doi,
            },
            from,
          },
        ]
      : [],
    related: [],
    sources: [
      {
        file: 'works.yaml',
        format: 'made',
        sha256: 'a'.repeat(64),
        ...(work.accessed ? { retrieved: work.accessed } : {}),
      },
    ],
    unclassified: 0,
  };
  return paperSchema.parse(JSON.parse(JSON.stringify(paper)));
}
