/** Numbers of an abstract that may be the size of its study: what they count, and where they are. */

import { isChinese, type Language } from '#domain/language';
import type { Abstract, EvidenceRole, Paper, Sentence, Title } from '#domain/paper';
import { mentionIn } from './mention.ts';
import { chinese, english, numberOf } from './numbers.ts';
import { placesOfMatch } from './places-of-match.ts';
import { rolesOf } from './roles.ts';
import { stretchesOf } from './stretches.ts';

type Sample = Paper['samples'][number];
export type Kind = Sample['of'];

/** A number with the sentence around it. `before` and `after` are what comes before and after the number and its noun. */
export interface Candidate {
  kind: Kind;
  count: number;
  /** The sentence, or the title, and where in it the number and its noun are: `[start, end)`. */
  sentence: Sentence;
  language: Language;
  start: number;
  end: number;
  text: string;
  before: string;
  after: string;
  /** The number with its noun. */
  words: string;
  isZh: boolean;
  isTitle: boolean;
  /** "(n = 12)" */
  isBracketed: boolean;
  role: EvidenceRole | undefined;
  from: Sample['count']['from'];
}

/** What can be counted, by English nouns. */
const nouns: Record<Kind, string> = {
  studies: 'studies|papers|articles|trials|publications|RCTs|reviews',
  participants:
    'participants|patients|outpatients|inpatients|clients|people|persons|adults|adolescents|teenagers|youths?|young people|individuals|interviewees|respondents|informants|stakeholders|therapists|clinicians|practitioners|physicians|doctors|GPs|nurses|midwives|PHNs|pharmacists|psychologists|psychotherapists|psychiatrists|dentists|physiotherapists|surgeons|interpreters|professionals|workers|HCWs|staff|employees|managers|providers|leaders|experts|officers|servants|soldiers|veterans|teachers|women|men|males|females|mothers|fathers|couples|students|undergraduates|schoolchildren|pupils|children|infants|newborns|neonates|boys|girls|families|parents|carers|caregivers|relatives|dyads|subjects|residents|inhabitants|citizens|members|volunteers|users|attendees|beneficiaries|survivors|refugees|migrants|immigrants|prisoners|inmates|offenders|smokers|drinkers|drivers|twins|researchers|contributors|suppliers|sellers|policymakers|policy makers|policy-makers|representatives|victims|applicants|candidates|trainees|learners|graduates|academics|elders|singles|farmworkers|caretakers|interviews|questionnaires|responses|FSWs|MSM|PHWs|donors|consumers|villagers|farmers|athletes|retirees|pensioners|births|pregnancies|recipients|enrollees|customers|vendors|visitors|shoppers|travell?ers|tourists|passengers|firefighters|paramedics|chiropractors|optometrists|podiatrists|dietitians|counsell?ors|coaches|principals|gamblers|gamers|players|miners|fishermen|traders|recruits|conscripts|personnel|guardians|grandparents|siblings|spouses|seniors|callers|singletons|housewives|homemakers|decedents|PCPs|CHWs|HEWs|TBAs|PWID|PLWH|PLHIV|PLWHA',
  households: 'households|homes',
  records: 'records|charts|hospitali[sz]ations|admissions|hospital stays|case notes|files|deaths',
  facilities:
    'facilities|hospitals|clinics|practices|centers|centres|schools|pharmacies|nursing homes|organi[sz]ations|institutions|units|wards',
  documents: 'documents|contributions|policies|posts|tweets|videos|websites|advertisements|news articles',
  specimens: 'samples|specimens|isolates|strains|swabs|cultures|sera|genomes|sequences|cell lines',
  places:
    'areas|MSAs|tracts|neighbou?rhoods|municipalities|counties|districts|countries|villages|provinces|regions|cities|communities|states',
};
const kinds = Object.keys(nouns) as Kind[];
const people = new RegExp(
  String.raw`\b(?:${nouns.participants}|samples?|survey|panel|cohort|population|universities|questionnaire)\b[^.;]{0,100}$`,
  'iu',
);

/** Words right before a bracket that mean the whole study. */
const itself = /\b(?:this study|analys[ie]s|(?:were|was) (?:included|enrol+ed|recruited))\s*$/iu;

/** Up to four words between a number and the noun that it counts, and its share: "16 adult participants", "596 (18%) responses". */
const between = String.raw`(?:\s\(\d{1,3}(?:\.\d{1,2})?\s?%\))?(?:[\s-]{1,3}(?!of\b|and\b|or\b|to\b|in\b(?!-)|the\b|with\b|for\b|were\b|was\b|had\b|years?\b|weeks?\b|months?\b|days?\b|items?\b|%)[\p{L}(][\p{L}/+)-]{0,30}){0,4}?[\s-]{1,3}`;
const counted = new Map(
  kinds.map((kind) => [
    kind,
    new RegExp(
      String.raw`(?<![\d.,'’–=-])(?<!\d\s)(?<!hundred (?:and )?)(?:\b|(?<=Results|Methods?|Findings))${english}${between}(?:${nouns[kind]})\b`,
      'giu',
    ),
  ]),
);
const ending = new Map(
  kinds.map((kind) => [
    kind,
    new RegExp(String.raw`(?:\b|(?<=Results|Methods?|Findings))(?:${nouns[kind]})\s?$`, 'iu'),
  ]),
);
/** Sentences without a number are most of an abstract, and need none of the patterns. */
const anyNumber = new RegExp(english, 'iu');
const bracketed = /[(（[][^()（）[\]]{0,25}?\bn\s?[=:]\s?(\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{1,6})(?![\d.])/giu;
const sampleOf = new RegExp(
  String.raw`\b(?:sample(?:\s+size)?|cohort)\s+(?:of|was|were|comprised|included|consisted\s+of)\s+(?:a\s+total\s+of\s+)?(\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{2,6})(?![\d.%-])`,
  'giu',
);
const numberOfThem =
  /\bnumber\s+of\s+(?:\p{L}+\s+)?(?:participants|patients|respondents|subjects|people|students|women|men|cases)\s+(?:was|were|=)\s+(\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{2,6})(?![\d.%-])/giu;
/** A number that begins a sentence, with a word for people that no list has: "697 PCPs participated". */
const whoTookPart =
  /(?:^|[.:] |Results:? |[Aa] total of |[Ii]n total,? )(\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{2,6}) (?:[\p{L}-]+ ){1,3}?(?=(?:participated|took part|responded)\b)/gu;
/** A number alone, with the verb of those whom it counts: "587 physicians responded, and 565 met the criteria". */
const alone =
  /(?:\b(?:and|but|whom|which|these|total)|[,;]) (\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{2,6}) (?:(?:\([^)]{0,40}\) )?(?=were\s+(?:(?:finally|successfully|then)\s+)?(?:interviewed|included|analy[sz]ed|enrol|recruited|retained|selected|eligible|randomi[sz]ed|randomly|allocated|assigned|returned|valid|studied))|(?:\([^)%]{0,40}\) )?(?=(?:met|fulfilled|filled|completed|responded|returned|participated|took part|agreed|provided|had (?:complete|valid|usable|available))\b)|(?:\([^)]{0,12}\) )?(?=(?:responded|replied|answered|took part|participated|consented)\b))/giu;
/** A part of a whole whose noun comes last: "data were available for 712 of 2,198 deaths". */
const ofWhole = new RegExp(
  String.raw`(?<![\d.,'’–=-])(?:\b)(\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{2,6}) (?:\([^)]{0,12}%\) )?(?:out )?of (?:the |all |these )?(?:\d[\d,]*) (?:[\p{L}-]+ ){0,3}?(?:${nouns.participants}|cases|deaths)\b`,
  'giu',
);
/** A number behind its noun, in brackets without a sign: "a subgroup of residents (1536)". */
const behind = new RegExp(String.raw`\b(?:${nouns.participants}) \((\d{1,3}(?:,\d{3}){1,3}|\d{2,6})\)`, 'giu');
/** Cases of a disease, which are people where no others are counted. */
const cases =
  /(?<![\d.,'’–=-])\b(\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{2,6}) (?:(?!of\b|and\b|per\b|new\b)[\p{L}-]+ ){0,4}?cases\b(?! of death| per\b)/giu;
/** A total whose noun is far behind: "a total of 1985 independent and active community-dwelling adults". */
const totalOf = new RegExp(
  String.raw`(?<=\b(?:[Aa] total of|[Ii]n total,?|[Ii]n all,) )(\d{1,3}(?:[, ]\d{3}){1,3}(?!\d)|\d{2,6}) (?=[^.;\d]{0,100}?\b(?:${nouns.participants})\b)`,
  'gu',
);
const zhPeople = new RegExp(String.raw`${chinese}\s*(?:例|名|位|人|余例)(?![次均份体型])`, 'gu');
const zhForms = new RegExp(String.raw`有效问卷 ?(?:为|共|计)?${chinese} ?份|${chinese} ?份有效问卷`, 'gu');
const zhStudies = new RegExp(
  String.raw`${chinese}\s*(?:篇|项|項|个|個)\s*(?:[\p{Script=Han}A-Z]{0,8}?)(?:论文|文献|研究|文章|試驗|试验|报告|報告|論文|RCT)`,
  'gu',
);

const anyStudies = new RegExp(
  String.raw`\d (?:\p{L}+ ){0,3}(?:${nouns.studies}|full[- ]texts|citations|abstracts)\b[^.;]{0,60}$`,
  'iu',
);
/** What follows a number that counts places or things: "a cohort of 66 large metropolitan areas". */
const ofPlaces = new RegExp(
  String.raw`^\s?(?:[\p{L}-]+ ){0,4}?(?:${nouns.places}|${nouns.facilities}|${nouns.specimens}|${nouns.documents})\b`,
  'iu',
);
/** What a number without a noun counts, by what the sentence counted before it: "Of 185 articles, 35 were included". */
const countedBefore = (before: string): Kind => (anyStudies.test(before) ? 'studies' : 'participants');

interface Hit {
  kind: Kind;
  number: string;
  start: number;
  end: number;
  isBracketed?: boolean;
}

function hitsIn(text: string, isZh: boolean): Hit[] {
  const hit = (kind: Kind, match: RegExpExecArray, more: Partial<Hit> = {}): Hit => ({
    kind,
    number: match[1] ?? match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
    ...more,
  });
  if (isZh)
    return [
      ...[...text.matchAll(zhStudies)].map((it) => hit('studies', it)),
      ...[...text.matchAll(zhPeople), ...text.matchAll(zhForms)].map((it) => hit('participants', it)),
    ];
  if (!anyNumber.test(text)) return [];
  const found = [...counted].flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((it) => hit(kind, it)));
  const inBrackets = [...text.matchAll(bracketed)].flatMap((it) => {
    const before = text.slice(Math.max(0, it.index - 120), it.index);
    const other = kinds.find((kind) => kind !== 'specimens' && ending.get(kind)?.test(before));
    // "33 countries (N = 16,273)": the countries have their number, so the one in brackets counts something else.
    const isCounted = found.some(({ start, end }) => start < it.index && it.index - end < 3);
    const kind =
      (isCounted ? undefined : other) ?? (people.test(before) || itself.test(before) ? 'participants' : undefined);
    return kind ? [hit(kind, it, { isBracketed: true })] : [];
  });
  const bare = [sampleOf, numberOfThem, whoTookPart, alone, behind, totalOf, cases]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter((it) => !ofPlaces.test(text.slice(it.index + it[0].length)))
    .map((it) => hit(countedBefore(text.slice(0, it.index)), it))
    .filter((it) => !found.some((other) => other.start < it.end && it.start < other.end));
  const parts = [...text.matchAll(ofWhole)].map((it) => hit('participants', it));
  return [...found, ...inBrackets, ...bare, ...parts];
}

/** A year that only looks like a count: "from December 2017 for studies". */
const isYear = (number: string): boolean => /^(?:19|20)\d{2}$/u.test(number);
/** Words before a number of four digits that make it a count. */
const countsNext =
  /(?:total of|included|were|of|among|sample|recruited|interviewed|surveyed|assessed|enrolled|共|选取|调查)\s*$/iu;

/** A program, whose version the number is: "in NVivo 12 by two researchers". */
const program = /\b(?:NVivo|SPSS|Stata|SAS|MAXQDA|ATLAS\.?ti|RevMan|Mplus|AMOS|Windows|[Vv]ersion)\s$/u;

/** How much of a sentence around a number is read, and how many numbers of a paper: an abstract has fewer. */
const reach = 160;
const most = 300;

function candidatesOf(
  sentence: Sentence,
  language: Language,
  role: EvidenceRole | undefined,
  isTitle: boolean,
): Candidate[] {
  const { text } = sentence;
  const isZh = isChinese(language);
  const stretches = stretchesOf(text);
  return hitsIn(text, isZh).flatMap(({ kind, number, start, end, isBracketed = false }): Candidate[] => {
    const count = numberOf(number);
    const before = text.slice(Math.max(0, start - reach), start);
    if (!count || program.test(before) || (isYear(number) && !isBracketed && !countsNext.test(before))) return [];
    const from = isTitle ? sentence.from : placesOfMatch(sentence, start, end - start);
    return [
      {
        kind,
        count,
        sentence,
        language,
        start,
        end,
        text,
        before,
        after: text.slice(end, end + reach),
        words: text.slice(start, end),
        isZh,
        isTitle,
        isBracketed,
        role: mentionIn(text, stretches, [start, end], { role }).role,
        from,
      },
    ];
  });
}

/** Every number of a paper that may be the size of its study, in the order of the text, those of the title first. */
export function candidatesIn(abstracts: readonly Abstract[], titles: readonly Title[]): Candidate[] {
  const inTitles = titles
    .slice(0, 1)
    .flatMap(({ text, language, from }) => candidatesOf({ text, anchor: '', from }, language, undefined, true));
  const inAbstracts = abstracts.flatMap(({ sections, language }) => {
    const roles = rolesOf(sections, language);
    return sections
      .flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences))
      .flatMap((sentence) => candidatesOf(sentence, language, roles.get(sentence.anchor), false));
  });
  return [...inTitles, ...inAbstracts].slice(0, most);
}
