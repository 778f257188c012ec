/** The table that shows papers side by side: a column for each paper, a row for each part that one of them has. */

import { hierarchyOf, narrowestOf, type Hierarchy } from '#domain/broader';
import type { Facet } from '#domain/facets';
import { detectLanguage, isChinese, type InterfaceLanguage, type Language } from '#domain/language';
import {
  appearedIn,
  citedDate,
  detailKinds,
  mainTitle,
  type Abstract,
  type Detail,
  type Digest,
  type NumberStated,
  type Paper,
  type Section,
} from '#domain/paper';
import { displayName } from '#domain/person';
import { withoutFinalStop } from '#domain/text';
import { anchorAt, anchorOfConcept, detailsIn, isByPerson, isConceptByPerson, isGapOnly } from '../../site/evidence.ts';
import { joinNames } from '../../site/han.ts';
import { shortName } from '../../site/display.ts';
import { common } from '../../site/strings/common.ts';
import { paper as paperWords } from '../../site/strings/paper.ts';
import { say } from '../../site/strings/table.ts';
import { page, paths } from '../../site/urls.ts';
import { recordText } from '../marked.ts';
import { el } from '../search/dom.ts';
import type { SayCompare } from './words.ts';

/** The names of concepts, facet by facet, and which of them are broader than others. */
export interface Names {
  facets: ReadonlyMap<Facet, string>;
  /** The facets, `samples` and kinds of details whose values are read by rule, unchecked. */
  unchecked: ReadonlySet<string>;
  concepts: ReadonlyMap<string, string>;
  hierarchy: Hierarchy;
}

/** Reads the names from the page. */
export function namesIn(list: HTMLElement): Names {
  const refs = [...list.querySelectorAll<HTMLElement>('[data-ref]')];
  return {
    facets: new Map(
      [...list.querySelectorAll<HTMLElement>('[data-facet]')].map((name) => [
        (name.dataset['facet'] ?? '') as Facet,
        name.textContent.trim(),
      ]),
    ),
    unchecked: new Set(
      [...list.querySelectorAll<HTMLElement>('[data-unchecked]')].map((it) => it.dataset['unchecked'] ?? ''),
    ),
    concepts: new Map(refs.map((it) => [it.dataset['ref'] ?? '', it.textContent.trim()])),
    hierarchy: hierarchyOf(
      refs.map((it) => {
        const [facet = '', id = ''] = (it.dataset['ref'] ?? '').split('/');
        const broader = (it.dataset['broader'] ?? '').split(' ').filter(Boolean) as `${Facet}/${string}`[];
        return { facet, concepts: [{ id, broader }] };
      }),
    ),
  };
}

/** What a cell holds, over how many rows; `above` where one that began above goes on. */
type Cell = { nodes: (Node | string)[]; rows?: number } | 'above';

interface Row {
  name: string;
  /** Whether its values are read by rule, unchecked. */
  unchecked?: boolean;
  /** What a cell says of a paper that lacks it. */
  lacking?: string;
  cell: (paper: Paper) => Cell;
}

const kinds = ['background', 'objective', 'methods', 'results', 'conclusions', 'other'] as const;
type Kind = (typeof kinds)[number];

/** The abstract in the language of the page, else the original. */
function abstractFor({ abstracts }: Paper, lang: InterfaceLanguage): Abstract | undefined {
  const isOurs = (language: Language): boolean => (lang === 'zh' ? isChinese(language) : language.startsWith('en'));
  const byPeople = abstracts.filter(({ role }) => role !== 'machine-translation');
  return (
    byPeople.find(({ language }) => isOurs(language)) ??
    byPeople.find(({ role }) => role === 'original') ??
    abstracts[0]
  );
}

/** A table of the papers, in the language of the page. */
export function tableOf(papers: readonly Paper[], names: Names, lang: InterfaceLanguage, t: SayCompare): HTMLElement {
  const short = (paper: Paper): string => shortName(paper, lang, say(common['common.noDate'], lang));
  const rows = [...aboutRows(lang, t), ...studyRows(names, lang, t), ...textRows(papers, lang, t)];
  const filled = rows
    .map(({ name, unchecked = false, lacking = t('none'), cell }) => ({
      name,
      unchecked,
      lacking,
      cells: papers.map(cell),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== 'above' && cell.nodes.length > 0));
  return el(
    'table',
    { class: `cards compared-papers${papers.length > 2 ? ' three' : ''}` },
    el('caption', { class: 'visually-hidden' }, t('caption')),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, el('span', { class: 'visually-hidden' }, t('part'))),
        papers.map((paper) => el('th', { scope: 'col' }, el('bdi', {}, short(paper)))),
      ),
    ),
    el(
      'tbody',
      {},
      filled.map(({ name, unchecked, lacking, cells }) =>
        el(
          'tr',
          {},
          el(
            'th',
            { scope: 'row' },
            name,
            ...(unchecked
              ? [
                  lang === 'zh' ? '' : ' ',
                  el('span', { class: 'soft small' }, say(paperWords['paper.unchecked'], lang)),
                ]
              : []),
          ),
          cells.map((cell, i) => {
            if (cell === 'above') return undefined;
            const label = papers[i] ? short(papers[i]) : '';
            return cell.nodes.length > 0
              ? el('td', { 'data-label': label, rowspan: cell.rows }, cell.nodes)
              : el('td', { 'data-label': label, class: 'soft' }, lacking);
          }),
        ),
      ),
    ),
  );
}

/** Which paper it is, and what became of it. */
function aboutRows(lang: InterfaceLanguage, t: SayCompare): Row[] {
  return [
    {
      name: t('paper'),
      cell: (paper) => {
        const title = mainTitle(paper);
        const link = el('a', { href: page(lang, paths.paper(paper.id)), lang: title?.language, dir: 'auto' });
        link.append(...(title ? recordText(withoutFinalStop(title.text), title.marks) : [paper.id]));
        const names = paper.authors.slice(0, 6).map(({ name }) => displayName(name));
        const authors = joinNames(names) + (paper.authors.length > names.length ? ' …' : '');
        return { nodes: [el('p', { class: 'text' }, link), ...(authors ? [el('p', { dir: 'auto' }, authors)] : [])] };
      },
    },
    {
      name: t('published'),
      cell: (paper) => {
        const journal = appearedIn(paper)?.value;
        const year = citedDate(paper)?.slice(0, 4);
        return {
          nodes: [
            ...(journal ? [el('cite', { lang: detectLanguage(journal), dir: 'auto' }, journal)] : []),
            ...(journal && year ? [' · '] : []),
            ...(year ? [year] : []),
          ],
        };
      },
    },
    {
      name: t('status'),
      cell: ({ status }) => ({
        nodes:
          status.length > 0
            ? [status.map(({ kind }) => say(paperWords[`paper.status.${kind}`], lang)).join(' · ')]
            : [],
      }),
    },
  ];
}

/** A value with the anchor of the sentence that states it. */
interface Value {
  text: string;
  anchor: string | undefined;
  byPerson?: boolean;
  /** Whether the paper names it only as a gap. */
  gapOnly?: boolean;
}

/** The mark behind a value that a person decided, or that a paper names only as a gap. */
const markOf = (
  isMarked: boolean,
  lang: InterfaceLanguage,
  mark: 'byPerson' | 'gapOnly' = 'byPerson',
): (Node | string)[] =>
  isMarked
    ? [lang === 'zh' ? '' : ' ', el('span', { class: 'soft small' }, say(paperWords[`paper.${mark}`], lang))]
    : [];

/** Words of an abstract, as a link to their sentence. */
const quoted = ({ words, language, anchor, from }: NumberStated, { id }: Paper, lang: InterfaceLanguage): Node =>
  el(
    'p',
    {},
    el('a', { href: page(lang, paths.paper(id, anchor)) }, el('q', { lang: language, dir: 'auto' }, words)),
    markOf(isByPerson(from), lang),
  );

/** Words of an abstract, or a person's own where the full text alone says it. */
const detailed = (detail: Detail, paper: Paper, lang: InterfaceLanguage): Node =>
  detail.anchor === undefined
    ? el('p', {}, el('span', { lang: detail.language, dir: 'auto' }, detail.words), markOf(true, lang))
    : quoted(detail, paper, lang);

/** What the abstracts state of the studies, each value with the sentence that states it. */
function studyRows({ facets, concepts, hierarchy, unchecked }: Names, lang: InterfaceLanguage, t: SayCompare): Row[] {
  const between = lang === 'zh' ? '、' : ', ';
  const joined = (values: readonly Value[], paper: Paper): Cell => ({
    nodes: values.flatMap(({ text, anchor, byPerson = false, gapOnly = false }, i) => [
      ...(i > 0 ? [between] : []),
      anchor === undefined ? text : el('a', { href: page(lang, paths.paper(paper.id, anchor)) }, text),
      ...markOf(gapOnly, lang, 'gapOnly'),
      ...markOf(byPerson, lang),
    ]),
  });
  const ofFacet = ([facet, name]: readonly [Facet, string]): Row => ({
    name,
    unchecked: unchecked.has(facet),
    cell: (paper) => {
      const own = paper.concepts.map(({ concept }) => concept).filter((ref) => ref.startsWith(`${facet}/`));
      const values = narrowestOf(own, hierarchy).map((ref) => ({
        text: concepts.get(ref) ?? ref,
        anchor: anchorOfConcept(paper, ref),
        byPerson: isConceptByPerson(paper, ref),
        gapOnly: isGapOnly(paper.concepts.find(({ concept }) => concept === ref)?.evidence ?? []),
      }));
      return joined(values, paper);
    },
  });
  const sample: Row = {
    name: t('sample'),
    unchecked: unchecked.has('samples'),
    cell: (paper) =>
      joined(
        paper.samples.map(({ of, count }) => ({
          text: say(paperWords[`paper.sample.${of}`], lang, { count: count.value }),
          anchor: anchorAt(paper, count.from),
          byPerson: isByPerson(count.from),
        })),
        paper,
      ),
  };
  const numbers: Row = {
    name: say(paperWords['paper.numbersStated'], lang),
    cell: (paper) => ({
      nodes: (paper.numbersStated ?? []).map((it) => quoted(it, paper, lang)),
    }),
  };
  const details = detailKinds.map((kind): Row => ({
    name: say(paperWords[`paper.detail.${kind}`], lang),
    unchecked: unchecked.has(kind),
    cell: (paper) => ({ nodes: detailsIn(paper, kind, lang).map((it) => detailed(it, paper, lang)) }),
  }));
  const rows = [...facets].map(ofFacet);
  const at = [...facets.keys()].indexOf('designs') + 1;
  return [...rows.slice(0, at), sample, numbers, ...rows.slice(at), ...details];
}

/**
 * The abstracts, section against section, and what a digest says. An abstract without sections is beside all sections of
 * the others.
 */
function textRows(papers: readonly Paper[], lang: InterfaceLanguage, t: SayCompare): Row[] {
  const hasKind = (paper: Paper, kind: Kind): boolean =>
    abstractFor(paper, lang)?.sections.some((section) => kindOf(section) === kind) ?? false;
  const isWhole = (paper: Paper): boolean =>
    hasKind(paper, 'other') && !kinds.some((kind) => kind !== 'other' && hasKind(paper, kind));
  const named = kinds.filter((kind) => kind !== 'other' && papers.some((paper) => hasKind(paper, kind)));
  const shown = named.length > 0 && papers.every((paper) => isWhole(paper) || !hasKind(paper, 'other'));
  const sections = (shown ? named : kinds).map((kind): Row => ({
    name: t(`section.${kind}`),
    lacking: t('noSection'),
    cell: (paper) => {
      if (!shown || !isWhole(paper)) return { nodes: abstractText(paper, kind, lang, t) };
      if (kind !== named[0]) return 'above';
      const note = el('p', { class: 'small soft' }, t('section.other'));
      return { nodes: [note, ...abstractText(paper, 'other', lang, t)], rows: named.length };
    },
  }));
  return [
    ...sections,
    {
      name: t('digest'),
      cell: (paper) => ({
        nodes:
          paper.digest?.sections.flatMap((section) =>
            sectionText(section, paper.digest ?? { language: 'en' }, paper, lang),
          ) ?? [],
      }),
    },
  ];
}

const kindOf = ({ kind = 'other' }: Section): Kind => kind;

/** The sections of a kind of a paper's abstract. */
function abstractText(paper: Paper, kind: Kind, lang: InterfaceLanguage, t: SayCompare): HTMLElement[] {
  const abstract = abstractFor(paper, lang);
  const own = abstract?.sections.filter((section) => kindOf(section) === kind) ?? [];
  if (!abstract || own.length === 0) return [];
  const machine = abstract.role === 'machine-translation';
  return [
    ...(machine ? [el('p', { class: 'small soft' }, t('machine'))] : []),
    ...own.flatMap((section) => sectionText(section, abstract, paper, lang)),
  ];
}

/** The paragraphs of a section; each sentence leads to itself on the page of the paper. */
const sectionText = (
  { label, blocks }: Section,
  { language }: Pick<Digest, 'language'>,
  { id }: Paper,
  lang: InterfaceLanguage,
): HTMLElement[] =>
  blocks.map(({ sentences }, i) => {
    const text = el('p', { class: 'text', lang: language, dir: 'auto' });
    if (label && i === 0) text.append(el('b', {}, label), isChinese(language) ? '：' : ': ');
    sentences.forEach((sentence, n) => {
      if (n > 0 && !isChinese(language)) text.append(' ');
      const link = el('a', { href: page(lang, paths.paper(id, sentence.anchor)) });
      link.append(...recordText(sentence.text, sentence.marks));
      text.append(link);
    });
    return text;
  });
