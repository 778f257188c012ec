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
/** A nationality, alone or before those who have it. */
const nationality =
  /^(?:\p{Lu}\p{L}*(?:ish|ese|ian|ean|ican|ccan|ndan|nyan|eni|ani|awi|iti|aqi|eli|ati|uti)|Thai|French|Dutch|Swiss|Greek|Czech|Welsh|Afghan|Filipino|Saudi|Somali|Nepali|German|Cypriot|Argentine|Slovak|Slovene|Ghanaian)(?:\s\p{Ll}+)?$/u;
/** What follows a nationality that is that of a text: "a validated Malaysian Malay version". */
const versionAfter = /^(?:\s\p{Lu}\p{L}{1,20}){0,2}\s(?:versions?|translations?|adaptation)\b/u;
/** Words before and after the name of a language. */
const spoken =
  /\b(?:in|into|to|from|speak(?:s|ing)?|languages?|translated)\s(?:\p{Lu}\p{L}{1,20},?\s(?:and\s|or\s)?){0,8}$/u;
const listed = /(?:^|[,(])\s*(?:and\s+|or\s+)?$|\b(?:and|or)\s+$/u;
const asLanguage =
  /^\s?[-–]?\s?(?:versions?|translations?|languages?|speaking|speakers?|adaptation|validation|edition|form|questionnaire|scale|inventory|index)\b/iu;
const endsThere = /^\s*(?:[,.;)]|and\b|or\b|$)/u;

/** Words of a sentence on who paid, allowed, registered or made something. */
const aside =
  /\b(?:fund(?:ed|er|ing)|grants?|sponsor|ethic(?:s|al)\s(?:approv|clear|commit|review|board|permi|consent|committee)|approv\p{L}{1,5}\s[^.;]{0,60}\bethic(?:s|al)|institutional\s+review|(?:pre-?)?registered\s+(?:with|at|in|on|under|as)|registration|(?:trials?|clinical)\s+(?:trials?\s+)?registr(?:y|er)|supported\s+by)\b|资助|伦理|注册/iu;
/** The maker of a product, with its address in brackets; in Chinese also where a questionnaire comes from. */
const maker =
  /\((?:[^()]*\b(?:Inc|Ltd|GmbH|Corp|Co|LLC|LP|AG|SA|version|software|SPSS|Stata|SAS|IBM|Siemens|Roche|Illumina)\b[^()]*)$/iu;
/** The address of a maker without a word for a firm: "(StataCorp, College Station, USA)". */
const address = { before: /\((?:[^(),]+,){2,3}\s?$/u, after: /^\s*\)/u } as const;
/** Chinese words before a country from which something was taken: "由日本学者创立". */
const takenZh = /(?:由|借鉴|参照|参考|引进|引自|起?源于|来自)$/u;
const makerZh =
  /^[^，。；]{0,10}(?:公司|药业|制药|厂|试剂|产)|^[^，。；]{0,16}(?:问卷(?!调查)|量表|父母版|中文版)|^[^，。；]{0,14}(?:学者|森田|资料库|数据库|知网|预防控制中心|学会|协会|标准|指南|药典|药品监督管理局)|^[^，。；]{0,4}大耳/u;
/** Words around "我国" that tell how common something is there, and not where the study was done. */
const rates = /患病率|发病率|死亡率|据[^，。；]{0,10}统计/u;
/**
 * The rest of the name of a scale or of a body that begins with a place: "Calgary Symptoms of Stress Index", "British
 * Thoracic Society". What follows a society's name in capitals and is a study of the country is not one: "Register".
 */
const scale =
  /^(?:[\s-](?:\p{Lu}[\p{L}-]{1,20}|of|for|and|in|the)){0,6}\s(?:Scales?|Index|Inventory|Questionnaire|Checklist|Score|Criteria|Interview|Test|Assessment|Battery|Instrument|Profile|Schedule|Rating|Manual|Classification|Guidelines?)\b|^(?:\s(?:\p{Lu}[\p{L}-]{1,20}|of|for|and)){1,5}\s(?:Association|Society|Academy|Federation|Pharmacopo?eia|Formulary)\b|^\s(?:Psychological|Psychiatric|Medical|Heart|Diabetes|Cancer|Nurses)\s(?:Association|Society)\b/u;
/** A list of parts of the world, or of the neighbours of a border: none of them is where the study was done. */
const world =
  /^[^.;]{0,40}\b(?:Africa|Asia|Europe|Latin America|the Americas|Oceania)\b|^(?:[\s,][^.;'’]{0,40})?['’]s\s(?:triple\s)?border\b|^\sborder\b/u;
const border = /\bborder(?:s|ing)?\b[^.;()]{0,20}\(?(?:[^()]{0,60})$/iu;
/** What follows the name of a country and takes it away from the study: money, an agency, a scale. */
const owned =
  /^(?:\$|[^.;,]{0,20}\b(?:was|were)\s(?:left\sout|excluded|omitted)|\s+(?:War|veterans?|dollars?|Food\s+and\s+Drug|Census\s+Bureau|Centers?\s+for|Department\s+of|researchers|scientists|authors|collaborators|colleagues|compan(?:y|ies)|National\s+(?:Research|Institutes?|Academ\p{L}+|Library|Council)|Preventive|Declaration|Statement|Convention|Charter|Agreement|Consensus|guidelines?|criteria|(?:h(?:a)?emorrhagic\s)?(?:fever|virus)|syndrome|encephalitis|strains?|genotypes?|lineages?|isolates?|clades?))/iu;
/** Words before a country with which the study is compared, or from which people came. */
const elsewhere =
  /\b(?:similar\s+to|unlike|compared\s+(?:to|with)\s+(?:\p{L}+\s+)?(?:countries|those|data|studies)|such\s+as|other\s+countries|based\s+on\s+the|elsewhere|(?:higher|lower|more|less|fewer|greater|better|worse|common|different|differs?)\s+(?:[\p{L}-]+\s+){0,4}(?:than|from)(?:\s+(?:that|those|what|is|was|were))?(?:\s+(?:\p{L}{3,12}ed))?(?:\s+(?:of|in|from))?|examples?\s+(?:from|of)|(?:evidence|research|studies|literature|findings|experiences?|reports?)\s+from|(?:costs?|prices|utilit(?:y|ies)|norms|weights|tariffs|values)\s+from|imported\s+from|returning\s+from|travel\p{L}{0,6}\s+(?:to|from)|(?:exist|exists|existed|legal)\s+in|the\s+wars?\s+in)\s+(?:[\p{L},]+\s+){0,6}(?:the\s+)?$|\b(?:(?:widely|commonly|often|mostly|mainly|frequently|routinely|first|already|originally)\s+(?:used|applied|described|recommended)|developed|created|designed|invented|originat\p{L}{1,5}|popular|introduced|approved|licensed|pioneered|manufactured)\s+in\s+(?:the\s+)?(?:[\p{L}]+,?\s+(?:and\s+)?){0,3}$|\b(?:of|by|from)\s+an?\s+$/iu;
/** A share of what a review found, which was in a country: "40% of projects were set in the U.S." */
const shareOfFound =
  /\d\s?%\s(?:\([^)]{0,12}\)\s)?of\s(?:all\s|the\s|these\s)?(?:included\s)?(?:projects|studies|papers|articles|trials|publications|interventions|programm?e?s)\b[^.;]{0,60}$/iu;
/** People whose origin a country is, and not where they were studied: "refugees from Syria", "born in Poland". */
const people = String.raw`(?:im|e)?migrants?|refugees?|asylum[\s-]seekers?|expatriates?|diaspora|evacuees?|returnees?|newcomers?|settlers?|adoptees|nationals|(?:international|overseas|foreign|exchange)\s+\p{L}+`;
const origin = {
  before: new RegExp(
    String.raw`\b(?:(?:foreign-)?born\s+in|(?:train|educat)ed\s+in|deployed\s+to|origin(?:s|ally|ating)?\s+(?:from|in)|emigrated\s+from|fled|fleeing|(?:displaced|arriv\p{L}{1,4}|come|came|coming|adopted|deported|resettled)\s+from|(?:${people})\s+(?:\p{L}+\s+)?from)\s+(?:(?!who\b|living\b|now\b|work|in\b|at\b|to\b)[\p{L}-]+,?\s+(?:and\s+|or\s+)?){0,5}$`,
    'iu',
  ),
  after: new RegExp(
    String.raw`^[\s-](?:born|descent|origin|ancestry|heritage|background|(?:[\p{L}-]+\s+)?(?:${people}))\b`,
    'iu',
  ),
} as const;

/** Words of a result that compares countries, and words of a sentence on where a study was done. */
const compares =
  /\b(?:highest|lowest|higher|lower|ranked|countries\s+like|for\s+(?:instance|example)|the\s+reverse|most\s+active|publications?\s+from)\b/iu;
/** Roles of sentences on the study itself. */
const says: ReadonlySet<EvidenceRole | undefined> = new Set(['aim', 'method', 'finding']);
const asks: ReadonlySet<EvidenceRole | undefined> = new Set(['aim', 'method']);
const tellsWhere = /\b(?:conducted|recruit\p{L}+|sampl\p{L}+|enrol\p{L}+|Methods?|participants)\b/iu;

/** How many characters around a country are read. */
const reach = 160;

/** Whether a country is where the people of a study came from. */
const isOrigin = ({ text, start, end }: Pick<Mention, 'text' | 'start' | 'end'>): boolean =>
  origin.before.test(text.slice(Math.max(0, start - reach), start)) || origin.after.test(text.slice(end, end + reach));

/** Whether words of a sentence that name a country can name that of the study. */
export function isPlace({ text, start, end, role }: Mention): boolean {
  const [before, words, after] = [
    text.slice(Math.max(0, start - reach), start),
    text.slice(start, end),
    text.slice(end, end + reach),
  ];
  if (owned.test(after) || makerZh.test(after) || takenZh.test(before) || aside.test(text)) return false;
  if (maker.test(before) && /^[^()]*\)/u.test(after)) return false;
  if (address.before.test(before) && address.after.test(after)) return false;
  if (scale.test(after) || (role === 'background' && (world.test(after) || border.test(before)))) return false;
  if (/^(?:我国|国内)$/u.test(words) && role !== 'aim' && rates.test(text)) return false;
  if (role === 'background' && /\bincluding\s(?:the\s)?$/iu.test(before)) return false;
  if (
    isOrigin({ text, start, end }) ||
    elsewhere.test(before) ||
    shareOfFound.test(before) ||
    (!asks.has(role) && compares.test(text) && !tellsWhere.test(text))
  )
    return false;
  if (nationality.test(words) && versionAfter.test(after)) return false;
  if (!language.test(words)) return true;
  if (asLanguage.test(after)) return false;
  return (
    !((spoken.test(before) || listed.test(before)) && endsThere.test(after)) &&
    !/\b(?:version|translat)/iu.test(after.slice(0, 30))
  );
}

/** Words of a study in several countries, of which the findings may name some for the first time. */
const international =
  /\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|both|several|multiple)\s(?:[\p{L}-]+\s)?(?:countries|nations)\b|\b(?:multi-?national|cross-(?:national|country|cultural)|multi-?country|between-country)\b/iu;

/**
 * The countries that are not those of the study, of those found. Where a title, an aim, a method or a finding names one,
 * one that only a background, a gap or an advice names is not that of the study; nor is one that only a finding names,
 * unless the study is of several countries. `text` is the title and the abstract. The method and the findings of a review
 * name the countries of the studies that it included.
 */
export function foreignCountries(
  found: ReadonlyMap<ConceptRef, readonly Evidence[]>,
  { isReview, text }: { isReview: boolean; text: string },
): ConceptRef[] {
  const named = [...found].filter(([ref]) => isCountry(ref));
  const isTitled = (evidence: readonly Evidence[]): boolean => evidence.some((it) => it.in === 'title');
  const isNationality = (evidence: readonly Evidence[]): boolean =>
    evidence.every(({ words = '' }) => nationality.test(words));
  // "Somali women in London": a nationality beside places is that of people, of a programme or of a scale.
  const isNamed = (inTitle: boolean) =>
    named.some(
      ([, evidence]) =>
        !isNationality(evidence) &&
        (inTitle ? isTitled(evidence) : evidence.some((it) => it.in === 'title' || says.has(it.role))),
    );
  const countries = named.filter(([, evidence]) => !isNationality(evidence) || !isNamed(isTitled(evidence)));
  const isSaid = ({ in: where, role }: Evidence): boolean =>
    where !== 'abstract' || role === 'aim' || role === 'method';
  // A finding also names countries of comparison, where it is not the only one that says where the study was done.
  const isElsewhereSaid = countries.some(([, evidence]) => evidence.some(isSaid));
  const isStrong = (it: Evidence): boolean =>
    isReview
      ? it.in !== 'abstract' || it.role === 'aim'
      : isElsewhereSaid && !international.test(text)
        ? isSaid(it)
        : it.in !== 'abstract' || says.has(it.role);
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
  return named
    .map(([ref]) => ref)
    .filter((ref) => !own.has(ref) && !found.get(ref)?.some((it) => it.in === 'correction'));
}
