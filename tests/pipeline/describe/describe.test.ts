import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hierarchyOf } from '#domain/broader';
import { vocabularyFileSchema, type VocabularyFile } from '#domain/concept';
import { correctionSchema } from '#domain/correction';
import { detectLanguage } from '#domain/language';
import { sentenceAnchor } from '#domain/text';
import { filed, type FiledCorrection } from '../../../scripts/pipeline/decisions/read-decisions.ts';
import { makeDescriber } from '../../../scripts/pipeline/describe/describe.ts';
import { makeMatcher } from '../../../scripts/pipeline/describe/matcher.ts';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { mostRelated, relate } from '../../../scripts/pipeline/describe/related.ts';
import { readVocabulary } from '../../../scripts/pipeline/describe/vocabulary.ts';
import { projectRoot } from '../../../scripts/run.ts';
import { abstractOf, member, said } from '../support.ts';

const concept = (id: string, en: string[], zh: string[], more: object = {}): object => ({
  id,
  prefLabel: { en: en[0] ?? id, zh: zh[0] ?? id },
  altLabel: { en: en.slice(1), 'zh-Hans': zh.slice(1) },
  scopeNote: { en: id, zh: id },
  ...more,
});
const file = (facet: string, ...concepts: object[]): VocabularyFile =>
  vocabularyFileSchema.parse({ facet, prefLabel: { en: facet, zh: facet }, concepts });

const vocabulary: VocabularyFile[] = [
  file(
    'themes',
    concept('interpreters', ['interpreter'], ['口译员', '口译'], {
      except: { en: ['python interpreter'], 'zh-Hans': ['口译教材'] },
    }),
    concept('suicidality', ['suicide', 'suicidal'], ['自杀']),
    concept('training', ['train', 'organise a course'], ['培训'], { signs: { en: ['course for interpreters'] } }),
    concept('act', ['ACT'], ['接纳承诺疗法']),
    concept('care', ['care and supervision'], ['照护'], { hiddenLabel: { en: ['caer'] }, hints: { en: ['kindness'] } }),
    concept('supervision', ['supervision'], ['督导'], { broader: ['themes/care'] }),
  ),
  file(
    'designs',
    concept('review', ['review'], ['综述']),
    concept('narrative-review', ['narrative review'], ['叙述性综述'], { broader: ['designs/review'] }),
    concept('ethnography', ['ethnography'], ['民族志']),
    concept('meta-ethnography', ['meta-ethnography'], ['元民族志']),
  ),
  file('countries', concept('tr', ['Turkey'], ['土耳其'], { except: { en: ['turkeys', 'wild turkey'] } })),
  file('instruments', concept('wai', ['WAI-SR'], ['工作同盟问卷'])),
  file('populations', concept('migrants', ['migrant'], ['移民'])),
];
const match = makeMatcher(vocabulary);
const conceptsIn = (text: string) => [...new Set(match(text).flatMap((it) => it.concepts))].sort();
const kindsOfStudy = [
  file(
    'designs',
    concept('protocol', ['study protocol'], ['研究方案']),
    concept('case-report', ['case report'], ['病例报告']),
  ),
];
const none = hierarchyOf([]);

describe('labels in a text', () => {
  test.each([
    ['Interpreters act as co-constructors.', ['themes/interpreters']],
    ["the INTERPRETER's role", ['themes/interpreters']],
    ['an interpreter-mediated session', ['themes/interpreters']],
    ['interpretation of the data', []],
    ['clients with suicidal experiences', ['themes/suicidality']],
    ['a suicidality scale', []],
    ['trained therapists, training and trains', ['themes/training']],
    ['a training session', ['themes/training']],
    ['they organized courses', []],
    ['to organize a course', ['themes/training']],
    ['they act on it', []],
    ['delivered ACT in groups', ['themes/act']],
    ['the Python interpreter', []],
    ['the python interpreter and an interpreter', ['themes/interpreters']],
    ['自杀体验背景下的治疗联盟', ['themes/suicidality']],
    ['有口译员在场', ['themes/interpreters']],
    ['口译教材的编写', []],
    ['口 译 员', ['themes/interpreters']],
    ['a meta-ethnography of it', ['designs/meta-ethnography']],
    ['A narrative review', ['designs/narrative-review']],
    ['narrative. Review', ['designs/review']],
    // A longer sign removes nothing, and neither does a broader name of its part.
    ['a course for interpreters', ['themes/interpreters', 'themes/training']],
    ['care and supervision', ['themes/care', 'themes/supervision']],
    // Labels for searches only mark no text.
    ['kindness, caer', []],
    // Script, and neighbours in another script, make no difference.
    ['口譯員與督導', ['themes/interpreters', 'themes/supervision']],
    ['采用WAI-SR量表', ['instruments/wai']],
    // An exception hides its own words, and no other form of them.
    ['Patients in Turkey', ['countries/tr']],
    ['TURKEY', ['countries/tr']],
    ['turkey', ['countries/tr']],
    ['The turkeys of Ontario', []],
    ['Turkeys were fed', []],
    ['They ate turkey in Ontario', []],
    ['A wild turkey in Ontario', []],
  ])('%s', (text, concepts) => {
    expect(conceptsIn(text)).toEqual(concepts);
  });

  test('the words are those of the text, unchanged', () => {
    const text = 'Both InterpreterS and 口译员 spoke.';
    expect(match(text).map((it) => text.slice(it.start, it.end))).toEqual(['InterpreterS', '口译员']);
  });
});

describe('evidence', () => {
  const describer = makeDescriber(vocabulary, match);
  const tagged = (draft: Parameters<typeof member>[0], corrections: Parameters<typeof describer>[1] = []) =>
    describer(reconcile([member(draft)]).body, corrections);

  test('names the sentence by its anchor, and the words', () => {
    const abstract = abstractOf('Trust matters. An interpreter was present. Interpreters help.');
    const { concepts } = tagged({ abstracts: [abstract], titles: [said({ language: 'en', text: 'The interpreter' })] });
    const { body } = reconcile([member({ abstracts: [abstract] })]);
    const sentences = body.abstracts[0]?.sections[0]?.blocks[0]?.sentences ?? [];
    expect(concepts).toHaveLength(1);
    expect(concepts[0]?.evidence.map((it) => [it.in, it.anchor, it.words])).toEqual([
      ['title', undefined, 'interpreter'],
      ['abstract', sentences[1]?.anchor, 'interpreter'],
      ['abstract', sentences[2]?.anchor, 'Interpreters'],
    ]);
  });

  test('a sentence that says what is not known is kept, whether it shows a concept or not', () => {
    const abstract = abstractOf('We interviewed ten people. Results show trust. Further research is needed.');
    const { gaps, concepts } = tagged({ abstracts: [abstract] });
    const { body } = reconcile([member({ abstracts: [abstract] })]);
    const last = body.abstracts[0]?.sections[0]?.blocks[0]?.sentences[2]?.anchor;
    expect(concepts).toEqual([]);
    expect(gaps).toEqual([{ in: 'abstract', anchor: last, language: 'en', role: 'gap' }]);
    expect(tagged({ abstracts: [abstractOf('They agreed.')] })).not.toHaveProperty('gaps');
  });

  test('a machine translation shows nothing where there is an original', () => {
    const machine = abstractOf('口译员在场。自杀。', { language: 'zh-Hans', role: 'machine-translation' });
    const original = abstractOf('An interpreter was present.', { role: 'original' });
    expect(tagged({ abstracts: [original, machine] }).concepts.map((it) => it.concept)).toEqual([
      'themes/interpreters',
    ]);
    expect(tagged({ abstracts: [machine] }).concepts).toHaveLength(2);
  });

  const decision = {
    file: 'a.yaml',
    for: 'a.txt',
    reason: 'read',
    seen: ['the page'],
    unset: [],
    sameAs: [],
    notSameAs: [],
    confirm: [],
    checked: {},
    refuse: [],
  };

  test('each sentence says what it is for, and a person may say it is for something else', () => {
    const abstracts = [abstractOf('We found that interpreters matter.')];
    const anchor = sentenceAnchor('We found that interpreters matter.');
    const evidenceWith = (corrections: Parameters<typeof tagged>[1]) =>
      tagged({ abstracts }, corrections).concepts.flatMap(({ evidence }) => evidence);
    expect(evidenceWith([])).toMatchObject([{ anchor, role: 'finding' }]);
    expect(evidenceWith([])[0]).not.toHaveProperty('roleBy');
    expect(evidenceWith([{ ...decision, set: { roles: [{ sentence: anchor, role: 'gap' }] } }])).toMatchObject([
      { anchor, role: 'gap', roleBy: 'correction' },
    ]);
    expect(
      tagged({ titles: [said({ language: 'en', text: 'Interpreters' })] }).concepts[0]?.evidence[0],
    ).not.toHaveProperty('role');
  });

  test('of two designs the narrower is kept; of two themes both, because each has its own sentences', () => {
    const titles = [said({ language: 'en' as const, text: 'Care and supervision: a review' })];
    const { concepts } = tagged({ titles, abstracts: [abstractOf('This is a narrative review. Supervision helps.')] });
    expect(concepts.map((it) => it.concept)).toEqual(['themes/supervision', 'themes/care', 'designs/narrative-review']);
  });

  test('a paper whose title calls it a protocol only plans the other designs; a person may decide otherwise', () => {
    const vocabularyOf = [
      file('designs', concept('protocol', ['study protocol'], ['研究方案']), concept('trial', ['trial'], ['试验'])),
    ];
    const describer = makeDescriber(vocabularyOf, makeMatcher(vocabularyOf));
    const designs = (title: string, abstract: string, by: Parameters<typeof describer>[1] = []) =>
      describer(
        reconcile([
          member({ titles: [said({ language: 'en' as const, text: title })], abstracts: [abstractOf(abstract)] }),
        ]).body,
        by,
      ).concepts.map(({ concept: ref }) => ref);
    expect(designs('Walking: study protocol for a trial', 'The trial will begin.')).toEqual(['designs/protocol']);
    expect(designs('Walking: a trial', 'The study protocol is kept. The trial ended.')).toContain('designs/trial');
    const by = [{ ...decision, set: { concepts: ['designs/trial'] } }] as Parameters<typeof describer>[1];
    expect(designs('Walking: study protocol for a trial', 'It begins.', by)).toContain('designs/trial');
  });

  test('those whom professionals of a title work with are not the people studied', () => {
    const of = (title: string) =>
      tagged({
        titles: [said({ language: 'en' as const, text: title })],
        abstracts: [abstractOf('Many migrants suffer.')],
      }).concepts.map((it) => it.concept);
    expect(of('The stress of nurses supporting migrants')).toEqual([]);
    expect(of('The stress of migrants')).toEqual(['populations/migrants']);
  });

  test('a person adds and takes away', () => {
    const correction = {
      ...decision,
      set: { concepts: ['themes/suicidality'], notConcepts: ['themes/interpreters'] },
    };
    const { concepts } = tagged({ titles: [said({ language: 'en', text: 'Interpreters' })] }, [correction]);
    expect(concepts).toEqual([
      {
        concept: 'themes/suicidality',
        evidence: [{ in: 'correction', from: [{ correction: 'a.yaml', seen: 'the page' }] }],
      },
    ]);
  });

  test('a person names the sentences that show a concept, and readers are led to them', () => {
    const body = reconcile([member({ abstracts: [abstractOf('We asked staff. They spoke of duties.')] })]).body;
    const anchors = body.abstracts.flatMap(({ sections }) =>
      sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences.map(({ anchor }) => anchor))),
    );
    const set = { concepts: [{ concept: 'themes/suicidality' as const, sentences: [anchors[1] ?? ''] }] };
    const [given] = describer(body, [{ ...decision, set }]).concepts.filter(
      ({ concept }) => concept === 'themes/suicidality',
    );
    expect(given?.evidence).toEqual([
      expect.objectContaining({ in: 'abstract', anchor: anchors[1] }),
      { in: 'correction', from: [{ correction: 'a.yaml', seen: 'the page' }] },
    ]);
  });
});

describe('sample sizes', () => {
  const describer = makeDescriber([], makeMatcher([]));
  const samplesIn = (text: string, title = 'Trust in clinics') =>
    describer(
      reconcile([
        member({
          titles: [said({ language: 'en', text: title })],
          abstracts: [abstractOf(text, { language: detectLanguage(text) })],
        }),
      ]).body,
      [],
    ).samples.map((it) => [it.of, it.count.value]);

  test.each([
    ['20 studies published between 2014 and 2024 were analyzed.', [['studies', 20]]],
    ['Thirty-seven papers were included, generating two themes.', [['studies', 37]]],
    ['This synthesis integrates the findings from ten qualitative studies.', [['studies', 10]]],
    ['共纳入 37 篇论文，产生了两个总体主题。', [['studies', 37]]],
    ['We screened 1,204 articles and excluded 1,180 papers.', []],
    ['Of 9396 articles retrieved, 80 met the inclusion criteria.', [['studies', 80]]],
    ['Of these, 12 of 45 studies reported dropout.', []],
    ['Two themes emerged; three main areas of the literature were reviewed.', []],
    ['The 2014 studies were funded.', []],
    ['We analysed two hundred five papers.', [['studies', 205]]],
    ['We searched from December 2017 for peer-reviewed studies that were included.', []],
    ['In total, 3571 results were returned, and 15 studies met the inclusion criteria.', [['studies', 15]]],
    ['Fifteen studies with 15,150 officers were included.', [['studies', 15]]],
    ['Of 185 identified articles, 35 were included in the final analysis.', [['studies', 35]]],
  ])('of a review: %s', (text, samples) => {
    expect(samplesIn(text, 'Trust: a systematic review')).toEqual(samples);
  });

  test.each([
    ['Our sample consisted of 16 participants, twelve women and four men.', [['participants', 16]]],
    ['对二十三名患者进行了访谈。', [['participants', 23]]],
    ['Patients with more than four admissions within one year.', []],
    ['We interviewed 1,204 patients.', [['participants', 1204]]],
    ['One hundred and twenty clinicians were interviewed.', [['participants', 120]]],
    ['A hundred patients took part in the interviews.', [['participants', 100]]],
    ['We held interviews with nurse managers (n = 12).', [['participants', 12]]],
    ['We conducted a survey of adults (N = 1 644) from a panel.', [['participants', 1644]]],
    ['We used representative data on 33 882 adults.', [['participants', 33882]]],
    ['We assessed 4138 health workers with vignettes.', [['participants', 4138]]],
    ['We surveyed a sample of 250 young people.', [['participants', 250]]],
    // The sum of groups is not stated, so no number is the size.
    ['We interviewed 18 nurses and 16 patients.', []],
    ['We interviewed 33 patients, 11 nurses and 12 elders.', []],
    ['A total of 279 mothers (93 cases and 186 controls) were included.', [['participants', 279]]],
    ['We invited 1000 adults. A total of 277 adults completed the questionnaire.', [['participants', 277]]],
    [
      'The nurses were selected from the total of 1460 nurses. We collected data from 336 nurses.',
      [['participants', 336]],
    ],
    ['A total of 587 physicians responded, and 565 met the inclusion criteria.', [['participants', 565]]],
    ['Of the 130 patients who were interviewed, 70 patients (54%) were women.', [['participants', 130]]],
    ['A total of 6025 questionnaires were distributed. We analysed them.', []],
    [
      'Thirty-eight leaders were observed. In the end 11 of the 38 leaders were selected for the study.',
      [['participants', 11]],
    ],
    // A total with its parts after it, in numbers that need no noun.
    [
      'The study sample consisted of 606 employees, 386 in the intervention and 220 in the other group.',
      [['participants', 606]],
    ],
    // Who they were shows that they were studied.
    ['Results: Tests were done in 776 subjects with a mean age of 9.6 years.', [['participants', 776]]],
    ['Results: In total, 9.5% of the 7755 participants had no doctor.', [['participants', 7755]]],
    ['Data were available for 712 of 2,198 patients.', [['participants', 712]]],
    ['A subgroup of residents (15365) was analysed.', [['participants', 15365]]],
    ['A total of 1985 independent and very active community-dwelling adults were tested.', [['participants', 1985]]],
    ['The project enrolled 42,238 presumptive cases from April, 2014 to June, 2016.', [['participants', 42238]]],
    ['Five in-depth interviews were done with nurses.', [['participants', 5]]],
    ['MethodsEmployees (n=176; mean age 42 years) took part.', [['participants', 176]]],
    ['Survey data of 33 countries (N = 162,773) were analysed.', [['participants', 162773]]],
    ['Results: 596 (18%) responses were received.', [['participants', 596]]],
    // Those among whom questionnaires went out, a number that is only a bound, places, and those left by a later choice.
    ['The survey was distributed to a random sample of 1000 adults.', []],
    ['A mail survey was conducted among 2000 residents.', []],
    ['The model rests on clinical data of more than 25,000 patients.', []],
    ['We followed a cohort of 66 large metropolitan areas.', []],
    ['We registered 1370 participants, of whom 76% (1035) were randomised.', []],
    ['A total of 667 (11.6%) adolescents had thought of it.', []],
    ['We will use a trial with several stages to randomise 2710 patients from the clinics.', []],
    ['Results: The virus was detected in 41 liver samples of rats.', []],
    ['Interviews with nurses (n = 20) and one focus group of doctors (n = 4) were conducted.', []],
    ['A total of 450 children aged 6-8 years and 160 adults were examined.', []],
    ['Data were collected by 12 experienced midwives.', []],
    ['Results: Out of a total of 441 eligible people, 273 were willing to take part.', []],
    ['Methods: We enrolled 33 index cases and their household members (109 contacts).', []],
    ['Methods: 502 nurses with the disorder and 502 without were compared.', []],
    ['Methods: Of 10,308 study participants, 10,228 provided contact data.', [['participants', 10228]]],
    ['We analysed data from 479 households and 958 patients.', [['participants', 958]]],
    ['This study used the medical records of 26 patients (15 male, 11 female) aged 9.', [['participants', 26]]],
    ['Results: 697 PCPs participated.', [['participants', 697]]],
    ['Results: The total number of participants was 401, of whom 39% were men.', [['participants', 401]]],
    ['患者随机分为观察组与对照组,每组32例.', []],
    ['治疗患者30例,并设西药组作对照观察.', []],
    ['We will recruit 300 patients.', []],
    ['The units had over 3,000 patients per month.', []],
    ['The areas had a range of 162 to 13,066 people.', []],
    ['We conducted a survey of 600 households.', [['households', 600]]],
    ['We analysed 1038 tweets at random.', [['documents', 1038]]],
    ['收集住院的慢性中耳炎患者46名。', [['participants', 46]]],
    ['方法 96例患者随机分为两组,治疗组48例,对照组48例.', [['participants', 96]]],
    ['共调查1 234名学生，其中男生600名。', [['participants', 1234]]],
    ['发放问卷600份，回收有效问卷512份。', [['participants', 512]]],
    ['选择患者120例,并选择同期105例正常孕妇作为对照组.', []],
  ])('%s', (text, samples) => {
    expect(samplesIn(text)).toEqual(samples);
  });

  test('of a protocol are none, and of a report of cases few', () => {
    const known = makeDescriber(kindsOfStudy, makeMatcher(kindsOfStudy));
    const sizes = (title: string, text: string) =>
      known(
        reconcile([
          member({
            titles: [said({ language: 'en', text: title })],
            abstracts: [abstractOf(text, { language: 'en' })],
          }),
        ]).body,
        [],
      ).samples.map(({ count }) => count.value);
    expect(sizes('Trust: a study protocol', 'We recruited 300 patients.')).toEqual([]);
    expect(sizes('A case report', 'We treated two patients.')).toEqual([2]);
    expect(sizes('Trust', 'We treated two patients.')).toEqual([]);
  });

  test('of studies are those of a review alone', () => {
    expect(samplesIn('22 studies were included.', 'Trust in ten clinics')).toEqual([]);
  });

  const described = (text: string, title = 'Trust in clinics', corrections: FiledCorrection[] = []) =>
    describer(
      reconcile([
        member({
          titles: [said({ language: 'en', text: title })],
          abstracts: [abstractOf(text, { language: detectLanguage(text) })],
        }),
      ]).body,
      corrections,
    );

  test.each([
    // Two groups whose sum is not stated, in the words of their clause; no size.
    [
      'Trust was low. We interviewed 18 nurses and 16 patients; the rest declined.',
      ['We interviewed 18 nurses and 16 patients'],
    ],
    [
      'We surveyed 587 physicians; we interviewed 565 nurses.',
      ['We surveyed 587 physicians', 'we interviewed 565 nurses'],
    ],
    ['选择患者120例,并选择同期105例正常孕妇作为对照组。', ['选择患者120例,并选择同期105例正常孕妇作为对照组']],
    // Those asked, those planned, a rate and the numbers of others are no such numbers.
    ['We will recruit 300 patients.', undefined],
    ['The units had over 3,000 patients per month.', undefined],
    ['We invited 1000 adults and approached 40 nurses.', undefined],
    ['It is known that 1,200 nurses work there. Trust is rare.', undefined],
    // Where the size is sure there are none.
    ['We interviewed 1,204 patients. Of them 18 nurses and 16 clerks knew some.', undefined],
  ])('a number that is not surely the size is kept as words of its sentence: %s', (text, words) => {
    const { samples, numbersStated } = described(text);
    expect(numbersStated?.map((it) => it.words)).toEqual(words);
    if (words) expect(samples).toEqual([]);
    for (const it of numbersStated ?? []) {
      expect(text).toContain(it.words);
      expect(it.from).toEqual([
        { file: 'a.txt', line: 1, columns: [text.indexOf(it.words) + 1, text.indexOf(it.words) + it.words.length + 1] },
      ]);
    }
  });

  test('a long clause is cut between words, and at most three stretches are kept', () => {
    const long = `We saw ${'with much care and for many years '.repeat(6)}18 nurses and 16 patients ${'were told of all that was known then '.repeat(6)}`;
    const [only] = described(long).numbersStated ?? [];
    expect(only?.words.length).toBeLessThan(180);
    expect(only?.words).toMatch(/^\w+ .*18 nurses and 16 patients .*\w$/u);
    expect(long).toContain(` ${only?.words} `);
    const many = described(
      'We saw 11 nurses; we saw 12 patients; we saw 13 clerks; we saw 14 wards; we saw 15 students.',
    );
    expect(many.numbersStated?.map((it) => it.words)).toEqual([
      'We saw 11 nurses',
      'we saw 12 patients',
      'we saw 15 students',
    ]);
  });

  test('the words shown for a number are its clause: to the stops around it, and not to one in a number', () => {
    const wordsOf = (text: string, title?: string) => described(text, title).numbersStated?.map((it) => it.words);
    expect(wordsOf('We asked: did we see 18 nurses (mean 4.5 years) and 16 patients? They said so.')).toEqual([
      'did we see 18 nurses (mean 4.5 years) and 16 patients',
    ]);
    // Two numbers in one stretch are shown once, and so are the same words of two sentences.
    expect(wordsOf('We saw 18 nurses and 16 patients. Then, too; We saw 18 nurses and 16 patients.')).toEqual([
      'We saw 18 nurses and 16 patients',
    ]);
    // Chinese is cut between phrases, and keeps the number's own.
    const phrase = '在门诊和病房里长期随访并且详细记录了全部资料，';
    expect(wordsOf(`${phrase}${phrase}访谈了18名护士和16名患者，${phrase}${phrase}`)).toEqual([
      '访谈了18名护士和16名患者，在门诊和病房里长期随访并且详细记录了全部资料',
    ]);
  });

  test('stretches do not overlap, and the likeliest numbers are the ones that are shown', () => {
    const far = 'who had all come to the wards by themselves and late in the day';
    const overlapping = described(`We saw 18 nurses ${far} and then 16 patients ${far} and ${far}.`);
    expect(overlapping.numbersStated).toHaveLength(1);
    const words = described(
      `Results: There sat 13 clerks. There sat 14 boys. There sat 15 men. ${'Trust was rare among all of them. '.repeat(4)}We interviewed 31 nurses. We interviewed 32 patients.`,
    ).numbersStated?.map((it) => it.words);
    expect(words?.slice(-2)).toEqual(['We interviewed 31 nurses', 'We interviewed 32 patients']);
  });

  test('a number of a title is shown without an anchor, and one of a sentence leads to it', () => {
    const { numbersStated = [] } = described(
      'We saw 18 nurses and 16 patients.',
      'Talks with 12 clerks and 9 patients',
    );
    expect(numbersStated.map(({ words, anchor }) => [words, anchor !== undefined])).toEqual([
      ['Talks with 12 clerks and 9 patients', false],
      ['We saw 18 nurses and 16 patients', true],
    ]);
  });

  test('a size that a person decided says so, and still leads to the words that state it', () => {
    const decision = filed(
      correctionSchema.parse({
        for: 'a.txt',
        reason: 'The two groups are the sample.',
        seen: ['the abstract'],
        set: { samples: [{ of: 'participants', count: 16 }] },
      }),
      'size.yaml',
    );
    const { samples, numbersStated } = described('We interviewed 18 nurses and 16 patients.', undefined, [decision]);
    expect(numbersStated).toBeUndefined();
    expect(samples[0]?.count.from).toEqual([
      { correction: 'size.yaml', seen: 'the abstract' },
      { file: 'a.txt', line: 1, columns: [30, 41] },
    ]);
  });

  test('have the place of the number', () => {
    const abstract = abstractOf('Trust was read. Thirty-seven papers were included.');
    const { body } = reconcile([
      member({ titles: [said({ language: 'en', text: 'A review' })], abstracts: [abstract] }),
    ]);
    expect(describer(body, []).samples[0]?.count.from).toEqual([{ file: 'a.txt', line: 1, columns: [17, 36] }]);
  });
});

describe('related papers', () => {
  const papers = Array.from({ length: 40 }, (_, i) => ({
    id: `p-${String(i).padStart(2, '0')}`,
    concepts: ['themes/all', `themes/t${i % 4}`, `populations/p${i % 7}`],
  }));
  const related = relate(papers, none);

  test('name each other, at most six, with what they share', () => {
    for (const [id, list] of related) {
      expect(list.length).toBeLessThanOrEqual(mostRelated);
      expect(new Set(list.map((it) => it.id)).size).toBe(list.length);
      for (const other of list) {
        const back = related.get(other.id)?.find((it) => it.id === id);
        expect(back?.shared).toEqual(other.shared);
        expect(other.shared.length).toBeGreaterThan(0);
      }
    }
  });

  test('the one that shares most comes first', () => {
    expect(related.get('p-00')?.[0]).toMatchObject({
      id: 'p-28',
      shared: ['themes/t0', 'populations/p0', 'themes/all'],
    });
  });

  test('share concepts that are broader than their own, and name the narrowest', () => {
    const hierarchy = hierarchyOf([
      {
        facet: 'themes',
        concepts: [
          { id: 'toll', broader: [] },
          { id: 'burnout', broader: ['themes/toll'] },
          { id: 'fatigue', broader: ['themes/toll'] },
        ],
      },
      {
        facet: 'designs',
        concepts: [
          { id: 'review', broader: [] },
          { id: 'scoping', broader: ['designs/review'] },
          { id: 'rapid', broader: ['designs/review'] },
        ],
      },
    ]);
    const found = relate(
      [
        { id: 'a', concepts: ['themes/burnout', 'designs/scoping'] },
        { id: 'b', concepts: ['themes/fatigue', 'designs/rapid'] },
        { id: 'c', concepts: ['themes/burnout'] },
        { id: 'd', concepts: ['designs/scoping'] },
        { id: 'e', concepts: ['designs/rapid'] },
      ],
      hierarchy,
    );
    expect(found.get('a')).toEqual([
      { id: 'c', shared: ['themes/burnout'] },
      { id: 'b', shared: ['themes/toll'] },
      { id: 'd', shared: ['designs/scoping'] },
    ]);
    expect(found.get('e')).toEqual([{ id: 'b', shared: ['designs/rapid'] }]);
  });

  test('do not hang on the order of the papers', () => {
    const turned = relate(
      [...papers].reverse().sort((a, b) => (a.id < b.id ? -1 : 1)),
      none,
    );
    expect([...turned]).toEqual([...related]);
  });
});

test("the project's own vocabulary names only concepts that are there", () => {
  const notices: Parameters<typeof readVocabulary>[1] = [];
  expect(readVocabulary(join(projectRoot, 'content', 'vocabulary'), notices).length).toBeGreaterThan(0);
  expect(notices).toEqual([]);
});
