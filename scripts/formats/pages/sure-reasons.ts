/** What speaks for and against a value that was read, by kind of value; `sure-weights.json` says how much. */

import { shareOfHan } from '#domain/language';
import { stemsOf } from './aboutness.ts';
import { isLoud, ownTexts } from './keywords.ts';
import type { LabelField } from './labels.ts';
import { citesItself } from './own-citation.ts';
import type { Choice, JournalWay, Page } from './page.ts';
import { near, see } from './sight.ts';
import type { Kind, Known } from './sure-values.ts';
import { canBeTitle } from './titles.ts';
import { referencesFrom } from './page-tail.ts';
import type { Reasons } from './weigh.ts';

type Table = Reasons<Known, undefined>;

/** The share of `most` that a number reaches, from 0 to 1. */
const upTo = (most: number, given: number): number => Math.max(0, Math.min(1, given / most));

const pointsOf = (page: Page, field: Choice['field']): number | undefined =>
  page.choices
    .filter((one) => one.field === field)
    .at(-1)
    ?.options.find(({ chosen }) => chosen)?.points;

/** The labels after which each kind of value is looked for. */
const behind: Readonly<Record<Kind, readonly LabelField[]>> = {
  title: ['title', 'subtitle'],
  authors: ['authors'],
  journal: ['journal', 'source'],
  abstract: ['abstract'],
  keywords: ['keywords'],
  date: ['date', 'online', 'year'],
  year: ['date', 'online', 'year'],
  numbers: ['volume', 'issue', 'pages', 'first-page', 'last-page', 'article-number', 'source'],
  ids: ['doi', 'pmid', 'pmcid', 'url'],
};

/** Whether a line, or the one above it, has a label of the field. */
const isLabelled = ({ page, lines }: Known, fields: readonly LabelField[]): boolean =>
  lines.some((line) => {
    const own = see(page, line, 'label');
    if (own && fields.includes(own.field)) return true;
    const above = near(page, line, -1)[0];
    const label = above && see(page, above, 'label');
    return label?.alone === true && fields.includes(label.field);
  });

/** What counts for values of every kind. */
const common = (kind: Kind): Table => ({
  'in a record or the metadata': ({ recorded, page, lines }) =>
    recorded ||
    lines.length === 0 ||
    (kind === 'title' && page.titleStated) ||
    (kind === 'journal' && page.journalStated),
  'behind a label': (known) => isLabelled(known, behind[kind]),
  'on two lines': ({ lines }) => lines.length > 1,
  'where the paper is cited': ({ page, lines }) => lines.some((line) => citesItself(page, line)),
  'not about one paper, perhaps': ({ page }) => 1 - upTo(6, pointsOf(page, 'kind') ?? 0),
  'under a weak title': ({ page }) => 1 - upTo(8, pointsOf(page, 'title') ?? 8),
  'on a page without a title': ({ draft }) => draft.titles.length === 0,
  'on a page without numbers': ({ draft: { doi, pmid, volume } }) => !doi && !pmid && !volume,
});

/** What counts for values that are chosen by weighing candidates. */
const weighed: Table = {
  'many points': ({ chosen }) => (chosen ? upTo(8, chosen.points) : 0),
  'far ahead': ({ chosen }) => (chosen ? upTo(8, chosen.ahead) : 0),
};

/** Words of places and houses, of which a line may look like a name. */
const ofPlaces =
  /\b(?:Valley|Clinic|City|County|Province|Island|River|Street|Road|Avenue|Cent(?:er|re)|Institute|School|College|Press|News|Journal|Hospital|University|State|Group|Laborator(?:y|ies)|Network|Service|Program|Unit|Dissertations|Theses|Department)\b|研究院|大学|助手|医院/u;

/** Families of scripts in which names are written. */
const scripts = [
  /\p{Script=Han}/u,
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
];
const scriptsIn = (texts: readonly string[]): number =>
  scripts.filter((script) => texts.some((text) => script.test(text))).length;

const latinTerms = (texts: readonly string[]): string[] => texts.filter((text) => /^\p{Script=Latin}/u.test(text));

/** The share of terms of which title and abstract have no stem; of another script than theirs nothing is known. */
function strangers({ page, texts }: Known): number {
  const own = ownTexts(page);
  const stems = new Set(stemsOf(own));
  const known = texts.filter((text) =>
    shareOfHan(text) > 0.3 ? shareOfHan(own) > 0.05 : /\p{Script=Latin}{4}/u.test(own),
  );
  return known.length === 0
    ? 0
    : known.filter((text) => !stemsOf(text).some((stem) => stems.has(stem))).length / known.length;
}

/** A text in two scripts: two abstracts that were taken for one. */
const isMixed = (text: string): boolean => {
  const halves = [text.slice(0, text.length / 3), text.slice((-2 * text.length) / 3)].map(shareOfHan);
  return text.length > 150 && Math.max(...halves) > 0.6 && Math.min(...halves) < 0.3;
};

/** Years on the short lines before the references. */
const yearsOn = (page: Page): string[] =>
  page.lines
    .slice(0, referencesFrom(page))
    .filter(({ text }) => text.length < 300)
    .flatMap(({ text }) => text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? []);

const dates: Table = {
  'other years on the page': ({ page, texts: [value = ''] }) => {
    const years = yearsOn(page);
    return years.length === 0 ? 0 : years.filter((year) => !value.startsWith(year)).length / years.length;
  },
  'online alone': ({ draft }) => !draft.issued,
  'with numbers of the journal': ({ page, lines }) =>
    lines.some((line) => ['volume', 'issue', 'pages'].some((kind) => see(page, line, 'kinds').has(kind as 'volume'))),
  'no journal on the page': ({ draft }) => !draft.journal && !draft.journalZh && !draft.journalAbbreviation,
};

/** What no value looks like that is read rightly, by kind: where one of these holds, the value is not sure whatever speaks for it. */
export const oddities: Readonly<Record<Kind, Table>> = {
  title: {
    'cut, or with marks inside': ({ texts }) =>
      texts.some((text) => /<|\s\|\s|…|\.\.\.|:\s.*:\s|\s:\s|^[\p{Ll}[【(]|^[^:：]{2,20}[)）][:：]\s/u.test(text)),
    'an open end': ({ texts }) =>
      texts.some((text) =>
        /[,:;，：；、]$|\s(?:an?|the|of|and|or|in|on|for|to|with|by|from|among|between|de|la|el|en|y|und|der|et)$/iu.test(
          text,
        ),
      ),
    'a line that no title looks like': ({ page, recorded, lines: [line] }) =>
      !recorded && line !== undefined && see(page, line, 'label')?.field !== 'title' && !canBeTitle(page, line),
    'a word of what became of it': ({ texts }) =>
      texts.some((text) => /^\W?(?:retracted|withdrawn|已?撤稿|已?撤回)/iu.test(text)),
    'neither English nor Chinese': ({ draft }) => draft.titles.some(({ value }) => !/^(?:en|zh)/u.test(value.language)),
    'few words': ({ texts }) => texts.some((text) => shareOfHan(text) < 0.3 && text.split(' ').length < 5),
  },
  authors: {
    'a word of the title or the abstract': ({ page, texts }) => {
      const own = ownTexts(page).toLowerCase();
      return texts.some((text) => own.includes(text.toLowerCase()));
    },
    'and others': ({ texts }) => texts.some((text) => /^(?:et\s)?al\.?$|等$/iu.test(text)),
    'in another script than the title': ({ draft, texts }) =>
      draft.titles[0] !== undefined &&
      shareOfHan(draft.titles[0].value.text) > 0.3 &&
      texts.every((text) => shareOfHan(text) === 0),
    'a word of a place or a house': ({ texts }) => texts.some((text) => ofPlaces.test(text)),
    'an initial without its stop, others with': ({ texts }) => texts.some((text) => /\s\p{Lu}(?=\s)/u.test(text)),
  },
  journal: {
    'more than a name': ({ texts }) =>
      texts.some((text) => /[,:：，|]|KCI|SCI\b|收录|核心|平台|universit/iu.test(text)),
    'words cut short': ({ texts }) =>
      texts.some((text) => /(?<!\p{L})(?:J|Clin|Psychol|Soc|Res|Med|Int|Couns|Ther)(?!\p{L})/u.test(text)),
  },
  abstract: {
    'neither English nor Chinese': ({ draft }) =>
      draft.abstracts.some(({ value }) => !/^(?:en|zh)/u.test(value.language)),
    'an address at its end': ({ texts }) => texts.some((text) => /@|e-mail|https?:/iu.test(text.slice(-200))),
    'cut by the page': ({ texts }) => texts.some((text) => /(?:…|\.{3}|more|展开|更多)\W{0,4}$/iu.test(text)),
    'two languages in one': ({ texts }) => texts.some(isMixed),
    'points of a list': ({ texts }) => texts.some((text) => /^[•·*-]|highlights|要点/iu.test(text.slice(0, 20))),
  },
  keywords: {
    'some in capitals': ({ texts }) =>
      texts.some(isLoud) && !texts.every((text) => isLoud(text) || shareOfHan(text) > 0),
    'words run together': ({ texts }) => texts.some((text) => /\p{Ll}{3}\p{Lu}\p{Ll}{2}/u.test(text)),
    'a term that holds another two': ({ texts }) =>
      texts.some((term) => texts.filter((other) => other !== term && term.includes(other)).length > 1),
    'a heading among them': ({ texts }) =>
      texts.some((text) => /keyword|subject|\bterms?$|^\p{Ll}{2}$|organism|关键词|主题/iu.test(text)),
    'with marks or numbers inside': ({ texts }) => texts.some((text) => /[[\]【】;；<>]|\d{4}/u.test(text)),
    'two single words side by side, unlabelled': ({ page, texts }) =>
      page.unsure.has('keywords') &&
      texts.some((text, i) => [text, texts[i + 1] ?? ' '].every((one) => /^\p{Ll}[\p{Ll}-]+$/u.test(one))),
    'one alone': ({ texts }) => texts.length === 1,
    'headings of an index': ({ texts }) =>
      texts.some((text) =>
        /^(?:humans?|adults?|(?:fe)?male|aged|middle aged|adolescents?|人类|成年人)$|\/\p{Ll}/iu.test(text),
      ),
  },
  date: {
    'a fuller one on the page': ({ page, texts: [value = ''] }) =>
      value.length === 7 && page.numbers.some((one) => one.value.length > 7 && one.value.startsWith(value)),
  },
  year: {},
  numbers: {
    'stated in two ways': ({ page }) =>
      ['volume', 'issue', 'pages', 'articleNumber'].some((one) => page.conflicts.has(one)),
    'pages that go on elsewhere': ({ texts, lines }) =>
      lines.some(({ text }) =>
        texts.some((one) => text.includes(one) && /^\s?[+,，]\s?\d/u.test(text.slice(text.indexOf(one) + one.length))),
      ),
    'not written so': ({ texts, lines }) =>
      lines.length > 0 &&
      texts.some((one) => !lines.some(({ text }) => text.replace(/\s?[–—−~～]\s?/gu, '-').includes(one))),
    'the length of a thesis': ({ draft, texts }) =>
      /thesis/u.test(draft.type?.value ?? '') && texts.some((text) => /^\d{1,4}$/u.test(text)),
    'of a series of books': ({ lines }) => lines.some(({ text }) => /\bbook series|丛书/iu.test(text)),
    'a zero first': ({ texts }) => texts.some((text) => /^0/u.test(text)),
  },
  ids: {
    'stated in two ways': ({ page }) => page.conflicts.has('doi') || page.conflicts.has('pmid'),
  },
};

const own: Readonly<Record<Kind, Table>> = {
  title: {
    ...weighed,
    // PubMed ends each title so, and records take their titles from there.
    'ends like a sentence': ({ texts, recorded }) => !recorded && texts.some((text) => /[.。,，;]$/u.test(text)),
  },
  authors: {
    'many points': weighed['many points'] as Table[string],
    'initials alone': ({ texts }) => texts.some((text) => /^(?:\p{Lu}[.-]?\s?){1,3}\s\p{L}{2}/u.test(text)),
    'a name that is no person’s': ({ draft }) =>
      draft.authors.some(({ value: { name } }) => name.literal !== undefined),
    'names in two scripts': ({ texts }) => scriptsIn(texts) > 1,
    'a name of one word': ({ texts }) => texts.some((text) => !/[\s·.,]/u.test(text) && shareOfHan(text) < 0.3),
    'a Chinese name of unusual length': ({ texts }) =>
      texts.some((text) => shareOfHan(text) > 0.8 && (text.length > 4 || text.length < 2) && !text.includes('·')),
    'one name alone': ({ texts }) => texts.length === 1,
    'every name said again': ({ draft }) =>
      draft.authors.every(({ at }) => new Set(at.map(({ line }) => line)).size > 1),
    'in capitals, or the family first': ({ texts }) => texts.some((text) => /^\p{Lu}{3,}\s|,/u.test(text)),
  },
  journal: {
    ...weighed,
    'in a tag of journals': ({ page }) => page.journalStated,
    'said once': ({ page, texts: [name = ''] }) => page.lines.filter(({ text }) => text.includes(name)).length < 2,
    'below the title alone': ({ lines, page, draft }) =>
      lines.length > 0 && lines.every((line) => line.index > (page.lineAt(draft.titles[0]?.at[0])?.index ?? 0) + 20),
    ...Object.fromEntries(
      (
        [
          'record',
          'label',
          'source',
          'citation',
          'numbers',
          'own',
          'above',
          'segment',
          'logo',
          'path',
          'alone',
        ] as JournalWay[]
      ).map((way) => [
        `shown as ${way}`,
        ({ page, texts }: Known) => page.journals.some((one) => one.way === way && texts.includes(one.name.text)),
      ]),
    ),
  },
  abstract: {
    ...weighed,
    'nothing of the title': ({ draft, texts }) => {
      const stems = new Set(stemsOf(texts.join(' ')));
      const titles = draft.titles
        .filter(({ value }) => shareOfHan(value.text) > 0.3 === shareOfHan(texts[0] ?? '') > 0.3)
        .map(({ value }) => stemsOf(value.text));
      return titles.length === 0
        ? 0.5
        : 1 -
            Math.max(
              ...titles.map((title) => title.filter((stem) => stems.has(stem)).length / Math.max(1, title.length)),
            );
    },
    'several paragraphs': ({ lines }) => lines.length > 2,
    'an open end': ({ texts }) => texts.some((text) => !/[.。!?！？)）\]”"]$/u.test(text)),
    short: ({ texts }) => texts.some((text) => text.length < (shareOfHan(text) > 0.3 ? 80 : 300)),
    long: ({ texts }) => texts.some((text) => text.length > (shareOfHan(text) > 0.3 ? 800 : 2600)),
    'a note at its end': ({ texts }) =>
      texts.some((text) => /(?:©|\(c\)|copyright|keywords?|关键词|reserved)/iu.test(text.slice(-200))),
  },
  keywords: {
    'no label on the line': ({ page }) => page.unsure.has('keywords'),
    'terms that title and abstract do not have': strangers,
    'a term of many words': ({ texts }) => texts.some((text) => text.split(/[\s-]/u).length > 5),
    'more than authors give': ({ texts }) => texts.length > 12,
    'small and capital first letters': ({ texts }) => {
      const latin = latinTerms(texts);
      return latin.some((text) => /^\p{Ll}/u.test(text)) && latin.some((text) => /^\p{Lu}\p{Ll}/u.test(text));
    },
  },
  date: { ...dates, 'a month alone': ({ texts: [value = ''] }) => value.length === 7 },
  year: dates,
  numbers: {
    'one page alone': ({ texts }) => texts.some((text) => /^\d{1,3}$/u.test(text)),
    'shortened pages': ({ texts }) => texts.some((text) => /^\d{3,}-\d{1,2}$/u.test(text)),
    'no journal on the page': ({ draft }) => !draft.journal && !draft.journalZh && !draft.journalAbbreviation,
    'other numbers of a journal with it': ({ draft }) =>
      [draft.volume, draft.issue, draft.pages ?? draft.articleNumber].filter(Boolean).length / 3,
  },
  ids: {},
};

/** The reasons by kind of value: those of all kinds, and its own. */
export const sureReasons = Object.fromEntries(
  (Object.keys(own) as Kind[]).map((kind) => [kind, { ...common(kind), ...own[kind] }]),
) as Readonly<Record<Kind, Table>>;
