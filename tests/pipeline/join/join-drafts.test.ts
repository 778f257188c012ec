import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinDrafts } from '../../../scripts/pipeline/join/join-drafts.ts';
import type { DraftKey } from '../../../scripts/pipeline/join/draft-key.ts';
import { comparableDoi } from '../../../scripts/pipeline/join/facts.ts';
import { edits } from '#text/edits';
import { titleDistance, titleKey } from '../../../scripts/pipeline/join/titles.ts';

const title = 'The working alliance in online groups for grieving parents: a mixed-methods study';

/** A record that states everything, except for the changes in `more`; `undefined` removes a fact. */
function key(
  file: string,
  more: { [Field in keyof DraftKey]?: DraftKey[Field] | undefined } & { title?: string } = {},
): DraftKey {
  const { title: own, ...rest } = more;
  const all = {
    file,
    titles: [{ language: 'en', text: own ?? title }],
    year: 2021,
    journals: ['Journal of Invented Psychiatry'],
    volume: '12',
    issue: '3',
    pages: '114-129',
    authors: ['Iversen', 'Riley'],
    registrations: [],
    ...rest,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as DraftKey;
}
const bare = { year: undefined, journals: [], volume: undefined, issue: undefined, pages: undefined, authors: [] };
const zh = (text: string) => ({ language: 'zh-Hans', text });
const en = (text: string) => ({ language: 'en', text });

/** Groups as lists of file names. */
const files = (keys: readonly DraftKey[]): string[] =>
  joinDrafts(keys)
    .groups.map((group) =>
      group.members
        .map((i) => keys[i]?.file ?? '')
        .sort()
        .join('+'),
    )
    .sort();

const one: Record<string, [DraftKey, DraftKey, string]> = {
  'one DOI in two writings': [
    key('a', { doi: '10.5555/ABC.1', title: 'A title as one database has it', authors: [] }),
    key('b', { doi: '10.5555/abc.1', titles: [zh('一个数据库里的题名与它的译文')], authors: [] }),
    'same-doi',
  ],
  'one DOI, percent-encoded': [key('a', { doi: '10.5555/a(b)1' }), key('b', { doi: '10.5555/a%28b%291' }), 'same-doi'],
  'one PMID': [key('a', { ...bare, pmid: '123' }), key('b', { pmid: '123' }), 'same-pmid'],
  'one PMCID': [key('a', { ...bare, pmcid: 'PMC1' }), key('b', { pmcid: 'PMC1' }), 'same-pmcid'],
  'one citation, the journal abbreviated': [
    key('a'),
    key('b', { journals: ['J. Invent. Psychiatry'] }),
    'same-citation',
  ],
  'title, year and author, without volume and pages': [
    key('a'),
    key('b', { volume: undefined, pages: undefined, journals: [] }),
    'same-title-and-year',
  ],
  'online the year before its issue': [
    key('a'),
    key('b', { year: 2020, volume: undefined, pages: undefined }),
    'same-title-and-year',
  ],
  'a hyphen, a capital and a full stop apart': [
    key('a'),
    key('b', {
      title: 'The Working Alliance in On-line Groups for Grieving Parents — A Mixed Methods Study.',
      volume: undefined,
    }),
    'same-title-and-citation',
  ],
  'a slip of the pen': [
    key('a'),
    key('b', { title: title.replace('grieving', 'greiving'), pages: undefined }),
    'same-title-and-year',
  ],
  'the subtitle left out': [
    key('a'),
    key('b', { title: 'The working alliance in online groups for grieving parents', pages: undefined }),
    'same-title-without-subtitle',
  ],
  'an article number and the pages of the article itself': [
    key('a', { pages: 'e17204' }),
    key('b', { pages: '1-12' }),
    'same-title-and-year',
  ],
  'across languages by the citation': [
    key('a', {
      titles: [zh('网络团体中的工作同盟')],
      journals: ['临床杂志', 'Journal of Invented Psychiatry'],
      authors: ['王', '李'],
    }),
    key('b'),
    'same-citation',
  ],
  'a page with both titles': [
    key('a', { ...bare, titles: [en(title), zh('网络团体中的工作同盟：丧子父母的混合方法研究')] }),
    key('b', { ...bare, titles: [zh('网络团体中的工作同盟:丧子父母的混合方法研究')] }),
    'same-long-title',
  ],
  'one title, and the abstract word for word': [
    key('a', { ...bare, title: 'Grief in groups', sentences: ['en s-1', 'en s-2', 'en s-3'] }),
    key('b', { title: 'Grief in groups', sentences: ['en s-2', 'en s-3', 'en s-9'] }),
    'same-title-and-abstract',
  ],
  'no title, but the abstract word for word': [
    key('a', { ...bare, titles: [], sentences: ['en s-1', 'en s-2', 'en s-3', 'en s-4'] }),
    key('b', { sentences: ['en s-1', 'en s-2', 'en s-3', 'en s-4'] }),
    'same-abstract',
  ],
  'British and American spelling, with nothing but the year and people': [
    key('a', {
      ...bare,
      year: 2021,
      authors: ['Iversen', 'Riley'],
      title: 'Randomised trial of behavioural counselling programmes in paediatric centres: organisation and ageing',
    }),
    key('b', {
      ...bare,
      year: 2021,
      authors: ['Iversen', 'Riley'],
      title: 'Randomized trial of behavioral counseling programs in pediatric centers: organization and aging',
    }),
    'same-title-and-year',
  ],
  'a name misread beside one that is not': [
    key('a', { authors: ['Griinewald', 'Adomako'] }),
    key('b', { authors: ['Grunewald', 'Adomako'], title: title.replace('parents', 'parenls') }),
    'same-citation',
  ],
  'names turned round': [
    key('a', { authors: ['Gunilla', 'Emeka'], givens: ['Persson', 'Abara'], pages: undefined }),
    key('b', { authors: ['Persson', 'Abara'], givens: ['G', 'E'], pages: undefined }),
    'same-title-and-year',
  ],
  'names in characters and in pinyin, an English title on both': [
    key('a', { ...bare, titles: [zh('网络团体中的工作同盟'), en(title)], year: 2021, authors: ['欧阳若晴', '吕芷'] }),
    key('b', { ...bare, year: 2021, authors: ['Ouyang', 'Lyu'], givens: ['R Q', 'Zhi'] }),
    'same-title-and-year',
  ],
  'titles in two languages, journals of two names, the same people on the same pages': [
    key('a', { titles: [zh('网络团体中的工作同盟')], journals: ['临床杂志'], authors: ['万俟昊天', '贺鹏'] }),
    key('b', { pages: '114-29', authors: ['Moqi', 'He'], givens: ['Hao-Tian', 'P.'] }),
    'same-citation',
  ],
  'a journal in characters and in pinyin': [
    key('a', { ...bare, titles: [zh('甲'), en(title)], year: 2021, journals: ['中华社区护理杂志'] }),
    key('b', { ...bare, year: 2021, journals: ['Zhonghua She Qu Hu Li Za Zhi'] }),
    'same-title-and-year',
  ],
  'a journal with a hyphen': [
    key('a', { ...bare, year: 2021, journals: ['eCounselling'] }),
    key('b', { ...bare, year: 2021, journals: ['E-Counselling'] }),
    'same-title-and-year',
  ],
  'two services’ Chinese titles of one English abstract': [
    key('a', {
      titles: [zh('线上团体里的工作联盟与丧子父母')],
      volume: undefined,
      pages: undefined,
      sentences: ['en s-1', 'en s-2', 'en s-3'],
    }),
    key('b', { titles: [zh('为悲伤的家长所设的网络小组')], sentences: ['en s-1', 'en s-2', 'en s-3'] }),
    'same-abstract',
  ],
  'two scrapes of a preprint on two addresses': [
    key('a', { ...bare, doi: '10.1101/2021.03.04.21252001v1.full', work: 'preprint' }),
    key('b', { ...bare, doi: '10.1101/2021.03.04.21252001', work: 'preprint' }),
    'same-doi',
  ],
  'a paper and itself, marked as taken back': [
    key('a', { doi: '10.5555/a' }),
    key('b', { doi: '10.5555/a', title: `RETRACTED: ${title}` }),
    'same-doi',
  ],
  'umlauts and particles in the first author': [
    key('a', { authors: ['Müller'], pages: undefined }),
    key('b', { authors: ['Mueller'], pages: undefined }),
    'same-title-and-year',
  ],
};
const two: Record<string, [DraftKey, DraftKey]> = {
  'two DOIs under one title': [key('a', { doi: '10.5555/a' }), key('b', { doi: '10.5555/b' })],
  'two PMIDs under one DOI': [key('a', { doi: '10.5555/a', pmid: '1' }), key('b', { doi: '10.5555/a', pmid: '2' })],
  'an abstract and the article, in two volumes': [key('a'), key('b', { volume: '11', pages: 'S12' })],
  'part I and part II': [
    key('a', { title: `${title}. Part I` }),
    key('b', { title: `${title}. Part II`, pages: '130-140' }),
  ],
  'part 1 and part 2 on pages nobody states': [
    key('a', { title: `${title} part 1`, pages: undefined }),
    key('b', { title: `${title} part 2`, pages: undefined }),
  ],
  'the report of each year': [
    key('a', { title: 'Annual report of the invented alliance registry 2019', pages: undefined, year: 2020 }),
    key('b', { title: 'Annual report of the invented alliance registry 2020', pages: undefined, year: 2020 }),
  ],
  'the report of each year, untold in the title': [
    key('a', {
      title: 'Annual report of the invented alliance registry',
      year: 2018,
      volume: undefined,
      pages: undefined,
    }),
    key('b', {
      title: 'Annual report of the invented alliance registry',
      year: 2020,
      volume: undefined,
      pages: undefined,
    }),
  ],
  'an erratum': [key('a'), key('b', { title: `Erratum: ${title}`, pages: '371' })],
  'an erratum under its paper’s DOI': [
    key('a', { doi: '10.5555/a' }),
    key('b', { doi: '10.5555/a', title: `Correction to: ${title}` }),
  ],
  'a comment on the paper': [key('a'), key('b', { title: `Comment on "${title}"`, pages: undefined })],
  'meeting abstracts that share a DOI': [
    key('a', { doi: '10.5555/suppl' }),
    key('b', { doi: '10.5555/suppl', title: 'Something else entirely that was shown as a poster', authors: ['Other'] }),
  ],
  'two authors': [key('a', { pages: undefined }), key('b', { pages: undefined, authors: ['Smith'] })],
  'two first pages': [key('a'), key('b', { pages: '200-210' })],
  'two journals': [
    key('a', { volume: undefined, pages: undefined }),
    key('b', { volume: undefined, pages: undefined, journals: ['Grief Matters'] }),
  ],
  'men and women': [
    key('a', { title: 'The working alliance with grieving men in online groups', pages: undefined }),
    key('b', { title: 'The working alliance with grieving women in online groups', pages: undefined }),
  ],
  'with and without': [
    key('a', { title: 'Trust in groups with a leader who is a nurse', pages: undefined }),
    key('b', { title: 'Trust in groups without a leader who is a nurse', pages: undefined }),
  ],
  'a short title alone': [key('a', { ...bare, title: 'Editorial' }), key('b', { title: 'Editorial', authors: [] })],
  'two editorials of a year': [
    key('a', { title: 'Editorial', authors: [], volume: undefined, pages: undefined }),
    key('b', { title: 'Editorial', authors: [], volume: undefined, pages: undefined }),
  ],
  'two letters on one page': [
    key('a', { title: 'Grief is not an illness and never was one' }),
    key('b', { title: 'Sertraline in adolescents once more: what the trial hid' }),
  ],
  'Chinese parts 上 and 下': [
    key('a', { titles: [zh('网络团体中的工作同盟研究综述（上）')], pages: undefined }),
    key('b', { titles: [zh('网络团体中的工作同盟研究综述（下）')], pages: undefined }),
  ],
  'a word in place of another': [
    key('a', {
      title:
        'Telephone-delivered therapy for carers of people with dementia: alliance and outcomes in a randomised trial',
      pages: undefined,
    }),
    key('b', {
      title: 'Video-delivered therapy for carers of people with dementia: alliance and outcomes in a randomised trial',
      pages: undefined,
    }),
  ],
  'a word more that narrows': [
    key('a', {
      title: 'The working alliance with grieving parents in online groups of the health service',
      pages: undefined,
    }),
    key('b', {
      title: 'The working alliance with grieving young parents in online groups of the health service',
      pages: undefined,
    }),
  ],
  'mediation and moderation': [
    key('a', {
      title: 'Trust and outcome in online groups for grieving parents: a moderation analysis',
      pages: undefined,
    }),
    key('b', {
      title: 'Trust and outcome in online groups for grieving parents: a mediation analysis',
      pages: undefined,
    }),
  ],
  'Chinese titles that differ in an illness': [
    key('a', { titles: [zh('社区精神康复机构中抑郁障碍患者与家庭照顾者治疗联盟的现状调查研究')], pages: undefined }),
    key('b', { titles: [zh('社区精神康复机构中焦虑障碍患者与家庭照顾者治疗联盟的现状调查研究')], pages: undefined }),
  ],
  'a preprint, and the article without its DOI': [
    key('a', { ...bare, year: 2021, authors: ['Iversen', 'Riley'], doi: '10.31234/osf.io/abcde', work: 'preprint' }),
    key('b'),
  ],
  'a talk, and the paper of the year after in a journal': [
    key('a', { ...bare, year: 2020, authors: ['Iversen', 'Riley'] }),
    key('b'),
  ],
  'a poster without a journal, and the article of the same year': [
    key('a', { ...bare, year: 2021, authors: ['Iversen', 'Riley'], sentences: ['en s-1', 'en s-2', 'en s-3'] }),
    key('b', { sentences: ['en s-4', 'en s-5', 'en s-6'] }),
  ],
  'the first pages of two issues, in two languages': [
    key('a', { titles: [zh('网络团体中的工作同盟')], issue: '3', pages: '1-5', journals: ['J', '甲'] }),
    key('b', { issue: '04', pages: '1-6', journals: ['J'] }),
  ],
  'a page that two papers share, in two languages': [
    key('a', { titles: [zh('书讯两则与简评')], pages: '114-115', journals: ['J'], authors: ['王', '李'] }),
    key('b', { journals: ['J'] }),
  ],
  'editorials on the first pages of a volume’s issues': [
    key('a', { title: 'Editorial', pages: '1-2', issue: '1' }),
    key('b', { title: 'Editorial', pages: '1-2', issue: '2' }),
  ],
  'editorials on the first pages of two years': [
    key('a', { title: 'Editorial', pages: '1-2', volume: undefined, issue: undefined }),
    key('b', { title: 'Editorial', pages: '1-2', volume: undefined, issue: undefined, year: 2022 }),
  ],
  'a section’s long title': [
    key('a', { title: 'Acknowledgement of reviewers for the invented journal', authors: [], pages: undefined }),
    key('b', { title: 'Acknowledgement of reviewers for the invented journal', authors: [], volume: undefined }),
  ],
  'the authors’ reply under the paper’s DOI': [
    key('a', { doi: '10.5555/a' }),
    key('b', { doi: '10.5555/a', title: `${title} – authors’ reply`, pages: undefined }),
  ],
  'a Chinese notice that it was taken back': [
    key('a', { titles: [zh('网络团体中的工作同盟研究综述')], doi: '10.5555/a' }),
    key('b', { titles: [zh('撤稿声明：网络团体中的工作同盟研究综述')], doi: '10.5555/a' }),
  ],
  'a DOI copied onto a paper of another journal, without authors': [
    key('a', { ...bare, doi: '10.5555/a', journals: ['Journal of Invented Psychiatry'] }),
    key('b', {
      ...bare,
      doi: '10.5555/a',
      title: 'Sertraline in adolescents: what the trial hid',
      journals: ['Pills'],
    }),
  ],
  'a study, and another nested in it': [
    key('a', { title: 'The working alliance in online groups for grieving parents', pages: undefined }),
    key('b', { title: 'The working alliance in online groups for grieving parents: a process evaluation' }),
  ],
  'a DOI copied onto a paper of another year, volume and language': [
    key('a', { doi: '10.5555/a' }),
    key('b', { doi: '10.5555/a', titles: [zh('护士压力与睡眠质量')], year: 2012, volume: '3', authors: ['王', '李'] }),
  ],
  'the citation across languages, but more authors': [
    key('a', {
      titles: [zh('网络团体中的工作同盟')],
      journals: ['Journal of Invented Psychiatry'],
      authors: ['王', '李', '张'],
    }),
    key('b'),
  ],
};

describe('one paper', () => {
  test.each(Object.entries(one))('%s', (_, [a, b, rule]) => {
    const { groups } = joinDrafts([a, b]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.reasons[0]).toBeUndefined();
    expect(groups[0]?.reasons[1]?.rule).toBe(rule);
    expect(groups[0]?.reasons[1]?.detail).not.toBe('');
  });
});

describe('two papers', () => {
  test.each(Object.entries(two))('%s', (_, [a, b]) => {
    expect(joinDrafts([a, b]).groups).toHaveLength(2);
    expect(joinDrafts([b, a]).groups).toHaveLength(2);
  });
});

describe('near-misses are notices', () => {
  test.each([
    'two DOIs under one title',
    'an abstract and the article, in two volumes',
    'two journals',
    'a preprint, and the article without its DOI',
    'a talk, and the paper of the year after in a journal',
    'a poster without a journal, and the article of the same year',
    'a page that two papers share, in two languages',
  ])('%s', (name) => {
    const [a, b] = two[name] ?? [];
    if (!a || !b) throw new Error('no such case');
    const { notices } = joinDrafts([a, b]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ severity: 'info', rule: 'looks-like-one-paper', place: { file: 'b' } });
    expect(notices[0]?.seen).toContain('and a:');
  });
  test.each([
    'two PMIDs under one DOI',
    'the authors’ reply under the paper’s DOI',
    'a DOI copied onto a paper of another journal, without authors',
    'a DOI copied onto a paper of another year, volume and language',
  ])('%s: the import decides which paper has it', (name) => {
    const [a, b] = two[name] ?? [];
    if (!a || !b) throw new Error('no such case');
    expect(joinDrafts([a, b])).toMatchObject({ near: [{ shared: 'doi' }], notices: [] });
  });
  test('papers that clearly differ are not reported', () => {
    expect(
      joinDrafts([key('a'), key('b', { title: 'Another thing altogether, by others', authors: ['X'], pages: '1-2' })])
        .notices,
    ).toEqual([]);
  });
});

describe('more than two', () => {
  test('an English record, a Chinese page and a mirror of one paper are one', () => {
    const record = key('record', { doi: '10.5555/a' });
    const page = key('page', {
      ...bare,
      titles: [en(title), zh('网络团体中的工作同盟')],
      sentences: ['zh s-1', 'zh s-2'],
    });
    const mirror = key('mirror', { titles: [], authors: [], doi: '10.5555/a' });
    expect(files([record, page, mirror])).toEqual(['mirror+page+record']);
  });
  test('a record without identifiers never joins two papers that have them', () => {
    const [a, b] = [key('a', { doi: '10.5555/a' }), key('b', { doi: '10.5555/b' })];
    const between = key('c');
    expect(files([a, b, between])).toEqual(['a', 'b', 'c']);
    expect(joinDrafts([a, b, between]).notices.length).toBeGreaterThan(0);
  });
  test('of two papers with one title the record goes to the one whose citation is its own', () => {
    const article = key('article', { doi: '10.5555/a' });
    const abstract = key('abstract', { doi: '10.5555/b', volume: '11', pages: 'S12' });
    const page = key('page', { volume: '11', pages: 'S12' });
    expect(files([article, abstract, page])).toEqual(['abstract+page', 'article']);
  });
  test('an identifier chain with two DOIs in it is not joined', () => {
    const chain = [
      key('a', { doi: '10.5555/a', pmid: '1' }),
      key('b', { ...bare, pmid: '1' }),
      key('c', { doi: '10.5555/c', pmid: '1' }),
    ];
    for (const group of joinDrafts(chain).groups) {
      const dois = new Set(group.members.map((i) => chain[i]?.doi).filter(Boolean));
      expect(dois.size).toBeLessThan(2);
    }
  });
});

describe('the same for any order', () => {
  const pool = [...Object.values(one), ...Object.values(two)].flatMap(([a, b], i) => [
    { ...a, file: `a${i}` },
    { ...b, file: `b${i}` },
  ]);
  test('groups do not hang on the order of the drafts', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: 2, maxLength: 14 }), (some) => {
        const sorted = [...some].sort((x, y) => (x.file < y.file ? -1 : 1));
        expect(files(some)).toEqual(files(sorted));
      }),
      { seed: 20261121, numRuns: 150 },
    );
  });
  test('every draft is in one group, and no group has two values of an identifier', () => {
    fc.assert(
      fc.property(fc.subarray(pool), (some) => {
        const { groups } = joinDrafts(some);
        expect(groups.flatMap((group) => group.members).sort((x, y) => x - y)).toEqual(some.map((_, i) => i));
        for (const { members, reasons } of groups) {
          expect(reasons.filter((reason) => reason === undefined)).toHaveLength(1);
          for (const field of ['doi', 'pmid', 'pmcid'] as const) {
            const values = new Set(members.flatMap((i) => comparableDoi(some[i]?.[field] ?? '') || []));
            expect(values.size).toBeLessThan(2);
          }
        }
      }),
      { seed: 20261121, numRuns: 150 },
    );
  });
});

describe('the distance of titles', () => {
  const distances: [string, string, string][] = [
    ['Trust in groups of four people', 'TRUST in groups of four people.', 'exact'],
    ['Trust & hope in the group', 'Trust and hope in the group', 'exact'],
    ['Trust in on-line groups', 'Trust in online groups', 'exact'],
    ['[Trust in groups of people]', 'Trust in groups of people', 'exact'],
    ['Trust in groups of four peple', 'Trust in groups of four people', 'close'],
    ['Trust in groups of four people', 'Trust in groups of 4 people', 'exact'],
    ['Trust in groups of four people', 'Trust in groups of 5 people', 'far'],
    [
      'Organisational behaviour: counselling in paediatrics',
      'Organizational behavior: counseling in pediatrics',
      'exact',
    ],
    [
      'Trust in online groups of the four older people who grieve',
      'Trust in online groups of four older people who grieve',
      'close',
    ],
    [
      'Trust after break-up and at a follow-up in groups of four people',
      'Trust after breakup and at followup in groups of four people',
      'close',
    ],
    ['Trust in groups of people who lost their homes', 'Trust in groups of people who lost their hopes', 'far'],
    ['Trust in groups of people who lost their homes', 'Trust in groups of people who lost theiir homes', 'close'],
    ['Trust of therapists in long groups of parents', 'Trust of therapist in long groups of parents', 'close'],
    ['Alliance among patients of rural clinics today', 'Alliance among parents of rural clinics today', 'far'],
    ['Trust in groups of parents (Retracted article. See vol. 3, 2018)', 'Trust in groups of parents', 'exact'],
    ['Trust in groups of parents: study protocol', 'Trust in groups of parents', 'far'],
    [
      'Trust in groups of parents who have lost a ch...',
      'Trust in groups of parents who have lost a child to an illness of the heart',
      'cut',
    ],
    ['精神衛生護理學刊之研究', '精神卫生护理学刊之研究', 'exact'],
    ['Trust in groups of parents: a study', 'Trust in groups of parents', 'beginning'],
    ['Trust in groups of parents and children', 'Trust in groups of parents', 'far'],
    ['心理治疗中的治疗联盟：综述', '心理治疗中的治疗联盟:综述', 'exact'],
    ['抑郁障碍患者对心理咨询中治疗联盟的看法与体验研究', '抑郁障碍患者对心理咨询中的治疗联盟的看法和体验研究', 'close'],
    ['抑郁障碍患者对心理咨询中治疗联盟的看法与体验研究', '焦虑障碍患者对心理咨询中治疗联盟的看法与体验研究', 'far'],
    ['心理治疗中的治疗联盟', 'The therapeutic alliance in psychotherapy', 'far'],
  ];
  test.each(distances)('%s | %s: %s', (a, b, how) => {
    expect(titleDistance(titleKey(a), titleKey(b)).how).toBe(how);
    expect(titleDistance(titleKey(b), titleKey(a)).how).toBe(how);
  });
  test('edits agree with the plain definition', () => {
    const plain = (a: string, b: string): number => {
      const d = Array.from({ length: a.length + 1 }, (_, i) =>
        Array.from({ length: b.length + 1 }, (_, j) => (i ? (j ? 0 : i) : j)),
      );
      const cell = (i: number, j: number) => d[i]?.[j] ?? Infinity;
      for (let i = 1; i <= a.length; i++)
        for (let j = 1; j <= b.length; j++) {
          let cost = Math.min(
            cell(i - 1, j) + 1,
            cell(i, j - 1) + 1,
            cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
            cost = Math.min(cost, cell(i - 2, j - 2) + 1);
          (d[i] ?? [])[j] = cost;
        }
      return cell(a.length, b.length);
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 9 }), (a, b, limit) => {
        expect(edits(a, b, limit)).toBe(Math.min(plain(a, b), limit + 1));
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });
});
