/**
 * Whether words that name a country say where the study was done: an abstract also names countries of included studies,
 * of comparison, of funders, committees and makers, and a nationality is also the name of a language.
 */

import type { ConceptRef } from '#domain/concept';
import type { Evidence, EvidenceRole } from '#domain/paper';
import type { Mention } from './mention.ts';

const isCountry = (ref: string): boolean => ref.startsWith('countries/');

/** Nationalities that are names of languages too. */
const language =
  /^(?:Chinese|French|German|Spanish|Portuguese|Italian|Dutch|Japanese|Korean|Vietnamese|Greek|Turkish|Swedish|Norwegian|Danish|Finnish|Icelandic|Polish|Czech|Slovak|Slovenian|Slovene|Croatian|Serbian|Bosnian|Bulgarian|Romanian|Hungarian|Russian|Ukrainian|Thai|Indonesian|Nepali|Burmese|Albanian|Estonian|Latvian|Lithuanian|Maltese|Mongolian|Somali|Flemish|Malagasy|Maori|Māori|Welsh|Irish)$/u;
/** Words before and after the name of a language. */
const spoken =
  /\b(?:in|into|to|from|speak(?:s|ing)?|languages?|translated)\s(?:\p{Lu}\p{L}{1,20},?\s(?:and\s|or\s)?){0,8}$/u;
const listed = /(?:^|[,(])\s*(?:and\s+|or\s+)?$|\b(?:and|or)\s+$/u;
const asLanguage =
  /^\s?[-–]?\s?(?:versions?|translations?|languages?|speaking|speakers?|adaptation|validation|edition|form|questionnaire|scale|inventory|index)\b/iu;
const endsThere = /^\s*(?:[,.;)]|and\b|or\b|$)/u;

/** Words of a sentence on who paid, allowed, registered or made something. */
const aside =
  /\b(?:fund(?:ed|er|ing)|grants?|sponsor|ethic(?:s|al)|institutional\s+review|registered|registration|(?:trials?|clinical)\s+(?:trials?\s+)?registr(?:y|er)|supported\s+by)\b|资助|伦理|注册/iu;
/** The maker of a product, with its address in brackets; in Chinese also where a questionnaire comes from. */
const maker =
  /\((?:[^()]*\b(?:Inc|Ltd|GmbH|Corp|Co|LLC|LP|AG|SA|version|software|SPSS|Stata|SAS|IBM|Siemens|Roche|Illumina)\b[^()]*)$/iu;
/** The address of a maker without a word for a firm: "(StataCorp, College Station, USA)". */
const address = { before: /\((?:[^(),]+,){2,3}\s?$/u, after: /^\s*\)/u } as const;
const makerZh =
  /^[^，。；]{0,10}(?:公司|药业|制药|厂|试剂|产)|^[^，。；]{0,16}(?:问卷(?!调查)|量表|父母版|中文版)|^[^，。；]{0,14}(?:资料库|数据库|知网|预防控制中心|学会|协会|标准|指南|药典|药品监督管理局)|^大耳/u;
/** Words around "我国" that tell how common something is there, and not where the study was done. */
const rates = /患病率|发病率|死亡率|据[^，。；]{0,10}统计/u;
/** The rest of the name of a scale that begins with a place: "Calgary Symptoms of Stress Index". */
const scale =
  /^(?:\s(?:\p{Lu}[\p{L}-]{1,20}|of|for|and|in|the)){0,6}\s(?:Scale|Index|Inventory|Questionnaire|Checklist|Score|Criteria|Interview|Test)\b/u;
/** A list of parts of the world, or of the neighbours of a border: none of them is where the study was done. */
const world = /^[^.;]{0,40}\b(?:Africa|Asia|Europe|Latin America|the Americas|Oceania)\b|^[^.;]{0,40}\bborder\b/u;
const border = /\bborder(?:s|ing)?\b[^.;()]{0,20}\(?(?:[^()]{0,60})$/iu;
/** What follows the name of a country and takes it away from the study: money, an agency, a scale. */
const owned =
  /^(?:\$|\s+(?:dollars?|Food\s+and\s+Drug|Census\s+Bureau|Centers?\s+for|Department\s+of|researchers|scientists|authors|collaborators|colleagues|compan(?:y|ies)|Declaration|Statement|Convention|Charter|Agreement|Consensus|guidelines?|criteria|virus|strains?|genotypes?|lineages?|isolates?|clades?))/iu;
/** Words before a country with which the study is compared, or from which people came. */
const elsewhere =
  /\b(?:similar\s+to|unlike|compared\s+(?:to|with)\s+(?:\p{L}+\s+)?(?:countries|those|data|studies)|such\s+as|born\s+in|originally\s+from|emigrated\s+from|migrants?\s+from|immigrants?\s+from|refugees\s+from|other\s+countries|developed\s+in\s+the|based\s+on\s+the|elsewhere)\s+(?:[\p{L},]+\s+){0,6}(?:the\s+)?$/iu;

/** Words of a result that compares countries, and words of a sentence on where a study was done. */
const compares =
  /\b(?:highest|lowest|higher|lower|ranked|countries\s+like|for\s+(?:instance|example)|the\s+reverse|most\s+active|publications?\s+from)\b/iu;
const tellsWhere = /\b(?:conducted|recruit\p{L}+|sampl\p{L}+|enrol\p{L}+|Methods?|participants)\b/iu;

/** How many characters around a country are read. */
const reach = 160;

/** Whether words of a sentence that name a country can name that of the study. */
export function isPlace({ text, start, end, role }: Mention): boolean {
  const [before, words, after] = [
    text.slice(Math.max(0, start - reach), start),
    text.slice(start, end),
    text.slice(end, end + reach),
  ];
  if (owned.test(after) || makerZh.test(after) || aside.test(text)) return false;
  if (maker.test(before) && /^[^()]*\)/u.test(after)) return false;
  if (address.before.test(before) && address.after.test(after)) return false;
  if (scale.test(after) || (role === 'background' && (world.test(after) || border.test(before)))) return false;
  if (/^(?:我国|国内)$/u.test(words) && role !== 'aim' && rates.test(text)) return false;
  if (role === 'background' && /\bincluding\s(?:the\s)?$/iu.test(before)) return false;
  if (elsewhere.test(before) || (role === 'finding' && compares.test(text) && !tellsWhere.test(text))) return false;
  if (!language.test(words)) return true;
  if (asLanguage.test(after)) return false;
  return (
    !((spoken.test(before) || listed.test(before)) && endsThere.test(after)) &&
    !/\b(?:version|translat)/iu.test(after.slice(0, 30))
  );
}

const says: ReadonlySet<EvidenceRole | undefined> = new Set(['aim', 'method', 'finding']);

/**
 * The countries that are not those of the study, of those found. Where a title, an aim, a method or a finding names one,
 * one that only a background, a gap or an advice names is not that of the study. The method and the findings of a review
 * name the countries of the studies that it included.
 */
export function foreignCountries(found: ReadonlyMap<ConceptRef, readonly Evidence[]>, isReview: boolean): ConceptRef[] {
  const countries = [...found].filter(([ref]) => isCountry(ref));
  const isStrong = ({ in: where, role }: Evidence): boolean =>
    where !== 'abstract' || (isReview ? role === 'aim' : says.has(role));
  const isTitled = (evidence: readonly Evidence[]): boolean => evidence.some((it) => it.in === 'title');
  const strong = countries.filter(([, evidence]) => evidence.some(isStrong));
  const kept = isReview ? strong : strong.length ? strong : countries;
  const titled = kept.filter(([, evidence]) => isTitled(evidence));
  // A title that names a country names all of them; others need to be said more than once.
  const own = new Set(
    (titled.length
      ? kept.filter(([, evidence]) => isTitled(evidence) || evidence.filter(isStrong).length > 1)
      : kept
    ).map(([ref]) => ref),
  );
  return countries
    .map(([ref]) => ref)
    .filter((ref) => !own.has(ref) && !found.get(ref)?.some((it) => it.in === 'correction'));
}
