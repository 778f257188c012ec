/** Checks that what the content refers to exists, and that each text has its translation. */

import { conceptsOf, isTheme } from '#domain/broader';
import type { Concept, ConceptRef, VocabularyFile } from '#domain/concept';
import type { Notice } from '#domain/notice';
import type { Paper } from '#domain/paper';
import type { Screening } from '#domain/screening';
import type { Site } from '#domain/site';
import type { Written } from '../lib/read-content.ts';
import { targetNamesFor } from '../pipeline/decisions/target-names.ts';
import type { Prose } from './prose.ts';

/** The content, as far as its parts refer to each other. */
export interface Content {
  /** Papers whose texts the prose is compared with. */
  papers: ReadonlyMap<string, Paper>;
  /** Ids and former ids of papers, withdrawn ones included. */
  paperIds: ReadonlySet<string>;
  /** Every name that a decision may use for a paper, removed papers included: file, DOI, PubMed number, id. */
  targets?: ReadonlySet<string>;
  /** The concepts of each paper in the review, without withdrawn papers. */
  concepts: ReadonlyMap<string, ReadonlySet<ConceptRef>>;
  /** Every concept that some paper has, with the id of such a paper. */
  tagged: ReadonlyMap<string, string>;
  vocabulary: readonly VocabularyFile[];
  /** Essays and prose pages by path: `themes/interpreters/en.mdx`. */
  prose: readonly Prose[];
  site?: Site;
  screening?: Screening;
  /** A function for each file, by its path, that gives the places of its values. */
  places?: ReadonlyMap<string, Written['at']>;
}

/** The place of a value in a file, as far as it is known. */
const placeIn = ({ places }: Content, file: string, path: readonly PropertyKey[]): Notice['place'] =>
  places?.get(file)?.(path) ?? { file };

/** Pages that every review has; other pages contain an id. */
const pages =
  /^\/(?:zh\/)?(?:(?:papers|themes|map|studies|findings|gaps|method|changes|review|compare|glossary|search|basket|about|authors|journals)\/)?(?:[?#].*)?$/u;
/** Files that every review has; there is one for all languages. */
const files = /^\/(?:vocabulary\.jsonld|feed\.xml|library\.[a-z.]+)$/u;

/** Whether a concept has a page of its own. A part of a theme has a section on the theme's page. */
const hasPage = (ref: ConceptRef, refs: ReadonlyMap<ConceptRef, Concept>): boolean => {
  const concept = refs.get(ref);
  return concept !== undefined && isTheme(ref, concept);
};

function* linkNotices({ prose, paperIds }: Content, refs: ReadonlyMap<string, Concept>): Generator<Notice> {
  for (const { file, links } of prose)
    for (const { place, address } of links) {
      if (files.test(address)) continue;
      const [, zh, kind, id] = /^\/(zh\/)?(papers|themes)\/([^/#?]+)\//u.exec(address) ?? [];
      const known = kind === 'papers' ? paperIds.has(id ?? '') : kind === 'themes' && hasPage(`themes/${id}`, refs);
      if (!known && !pages.test(address))
        yield {
          severity: 'error',
          rule: 'link-leads-nowhere',
          place,
          seen: address,
          expected: 'a page of the site: /papers/<id>/, /themes/<id>/, /method/ … with its final slash',
          remedy: 'correct the id, or remove the link',
        };
      else if (Boolean(zh ?? address.startsWith('/zh/')) !== /(?:^|\/)zh\.mdx$/u.test(file))
        yield {
          severity: 'warning',
          rule: 'link-changes-language',
          place,
          seen: address,
          expected: `a page in the language of ${file}`,
          remedy: file.endsWith('zh.mdx') ? 'write /zh before the address' : 'remove /zh from the address',
        };
    }
}

function* translationNotices({ prose }: Content, refs: ReadonlyMap<string, Concept>): Generator<Notice> {
  const files = new Set(prose.map(({ file }) => file));
  for (const file of files) {
    const [, folder, language] = /^(.*)\/(en|zh)\.mdx$/u.exec(file) ?? [];
    const other = `${folder}/${language === 'en' ? 'zh' : 'en'}.mdx`;
    if (folder && !files.has(other))
      yield {
        severity: 'warning',
        rule: 'translation-missing',
        place: { file },
        seen: `${file} alone`,
        expected: `${other} beside it`,
        remedy: 'write the text in the other language; until then readers of that language are shown this one',
      };
    const theme = /^themes\/([^/]+)\//u.exec(file)?.[1];
    if (theme !== undefined && !hasPage(`themes/${theme}`, refs))
      yield {
        severity: 'error',
        rule: 'theme-without-concept',
        place: { file },
        seen: `an essay on “${theme}”`,
        expected: 'a concept of that id in vocabulary/themes.yaml, without `broader`',
        remedy: 'add the concept, or rename the folder; a part of a theme belongs in the essay on that theme',
      };
  }
}

/** Whether a decision's `for:` names a paper; a record in a file of many also counts by the file: `a.ris#3`. */
const isKnown = (subject: string, targets: ReadonlySet<string>): boolean =>
  [...targetNamesFor(subject), `source ${subject.replace(/#[^#]+$/u, '')}`].some((name) => targets.has(name));

function* screeningNotices(content: Content): Generator<Notice> {
  const { site, screening } = content;
  if (!site || !screening) return;
  for (const [i, { for: subject }] of screening.decisions.entries())
    if (content.targets && !isKnown(subject, content.targets))
      yield {
        severity: 'error',
        rule: 'decision-for-nothing',
        place: placeIn(content, 'screening.yaml', ['decisions', i, 'for']),
        seen: `a decision on “${subject}”`,
        expected: 'a paper that the review has or had: its id, a source, its DOI or pmid:…',
        remedy: 'correct the name (npm run screen -- --list shows what is not decided), or remove the decision',
      };
  const criteria = new Set([...site.eligibility.include, ...site.eligibility.exclude].map(({ id }) => id));
  for (const [i, { for: subject, criteria: named }] of screening.decisions.entries())
    for (const [j, id] of named.entries())
      if (!criteria.has(id))
        yield {
          severity: 'error',
          rule: 'criterion-unknown',
          place: placeIn(content, 'screening.yaml', ['decisions', i, 'criteria', j]),
          seen: `“${id}”, in the decision on ${subject}`,
          expected: `one of: ${[...criteria].join(', ')}`,
          remedy: 'correct the id, or add the criterion to site.yaml',
        };
}

function* excerptNotices(content: Content): Generator<Notice> {
  for (const [i, id] of (content.site?.excerptOnly.papers ?? []).entries())
    if (!content.paperIds.has(id))
      yield {
        severity: 'error',
        rule: 'excerpt-of-nothing',
        place: placeIn(content, 'site.yaml', ['excerptOnly', 'papers', i]),
        seen: `“${id}”`,
        expected: 'the id of a paper, so that the whole of its text is not shown by mistake',
        remedy: 'correct the id: it is the file name in papers/ and the address of the page',
      };
}

function* taggingNotices({ tagged }: Content, refs: ReadonlyMap<string, Concept>): Generator<Notice> {
  for (const [concept, paper] of tagged)
    if (!refs.has(concept))
      yield {
        severity: 'error',
        rule: 'concept-unknown',
        place: { file: `papers/${paper}.json` },
        seen: concept,
        expected: 'a concept of the vocabulary',
        remedy: 'import again; if a correction names the concept, correct it there',
      };
}

/** Every reference in the content that leads nowhere, and every text without its translation. */
export function auditReferences(content: Content): Notice[] {
  const refs = conceptsOf(content.vocabulary);
  return [
    ...linkNotices(content, refs),
    ...translationNotices(content, refs),
    ...screeningNotices(content),
    ...excerptNotices(content),
    ...taggingNotices(content, refs),
  ];
}
