import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConceptRef } from '#domain/concept';
import type { Language } from '#domain/language';
import { paperSchema, type Paper } from '#domain/paper';
import type { Origin } from '#domain/place';
import { sentenceAnchor, sentenceSpans } from '#domain/text';
import { projectRoot } from '../../scripts/run.ts';
import { temporaryFolder } from '../support/folder.ts';

const from: Origin[] = [{ file: 'fixture.txt', line: 1, columns: [1, 2] }];

interface Sketch {
  title: Partial<Record<Language, string>>;
  abstract?: Partial<Record<Language, string>>;
  authors?: string[];
  journal?: string;
  year?: number;
  doi?: string;
  registration?: string;
  keywords?: string[];
  concepts?: ConceptRef[];
  affiliation?: string;
  free?: boolean;
}

/** Papers made up for what the five do not show: other spellings, scripts, marks, joined words, odd names. */
const sketches: Record<string, Sketch> = {
  'chinese-interpreters': {
    title: { 'zh-Hans': '口译员在心理治疗中的角色：质性研究' },
    abstract: { 'zh-Hans': '本研究访谈了十二名口译员，探讨三方关系中信任的建立。结果表明，培训不足影响治疗关系。' },
    authors: ['王小明', '李华'],
    journal: '中国心理卫生杂志',
    year: 2019,
    concepts: ['themes/interpreters', 'designs/qualitative-study', 'perspectives/interpreters'],
  },
  'traditional-suicide': {
    title: { 'zh-Hant': '自殺意念與治療聯盟：縱貫研究' },
    abstract: { 'zh-Hant': '本研究檢視門診病人的自殺意念與治療聯盟之關係。護理人員的體驗亦納入分析。' },
    authors: ['陳美玲'],
    journal: '臺灣精神醫學',
    year: 2016,
    concepts: ['themes/suicidality', 'constructs/therapeutic-alliance'],
  },
  'suicidal-experiences-wards': {
    title: { en: 'Suicidal experiences on inpatient wards: an interview study' },
    abstract: {
      en: 'We interviewed nine patients about suicidal thoughts. Feeling heard mattered more than being observed.',
    },
    authors: ['Zoë Müller', 'Søren Ångström'],
    journal: 'BMC Psychiatry',
    year: 2021,
    doi: '10.5555/wards.2021.7',
    concepts: ['themes/suicidal-ideation', 'settings/inpatient', 'designs/interview-study'],
    free: true,
  },
  'british-behaviour': {
    title: { en: 'Behavioural programmes in paediatric counselling: a randomised trial' },
    abstract: { en: 'Children’s well-being was analysed after eight sessions. The programme’s effects were modest.' },
    authors: ["Aoife O'Connor", 'Ludwig van der Berg'],
    journal: 'British Journal of Counselling',
    year: 2018,
    keywords: ['behaviour', 'self-harm'],
    registration: 'CRD42018100200',
  },
  'american-behavior': {
    title: { en: 'Behavioral programs in pediatric counseling: a randomized trial' },
    abstract: { en: 'Child wellbeing was analyzed after eight sessions. One program was more effective.' },
    authors: ['José García-López'],
    journal: 'Journal of Counseling',
    year: 2018,
    doi: '10.5555/us.behav',
  },
  'interpretation-of-data': {
    title: { en: 'Interpretation of alliance data: a methodological note' },
    abstract: {
      en: 'Interpretive bias arises when raters know the outcome. We interpret scores with care, and the art of rating.',
    },
    authors: ['Ann Clark'],
    journal: 'Methods',
    year: 2010,
  },
  'cafe-support': {
    title: { en: 'A café for carers: peer support in Malmö' },
    abstract: {
      en: 'Carers met weekly. Naïve listening helped; a cooperative, co-operative tone was kept. Body mass index was 25 kg/m².',
    },
    authors: ['The Malmö Peer Group'],
    journal: 'Community Care',
    year: 2014,
    keywords: ['meta-synthesis', 'e-health'],
    affiliation: 'School of Medicine, University of Lund',
  },
  'bilingual-refugees': {
    title: { en: 'Trust among asylum seekers', 'zh-Hans': '寻求庇护者的信任' },
    abstract: {
      en: 'Asylum seekers described how trust grew slowly with one therapist.',
      'zh-Hans': '寻求庇护者描述了与治疗师之间的信任如何缓慢建立。',
    },
    authors: ['Fatima Al-Sayed', '张伟'],
    journal: 'Refugee Studies',
    year: 2023,
    concepts: ['themes/refugees', 'constructs/trust', 'populations/forced-migrants'],
  },
  'no-abstract': { title: { en: 'Untitled notes on rupture and repair' }, authors: [] },
  'notes-on-alliance': {
    title: { en: 'Notes from a clinic' },
    abstract: { en: 'Once, in passing, the alliance is named. Most of this text is about rooms, chairs and light.' },
    authors: ['Ben Stone'],
    year: 2005,
  },
};

function draw(id: string, sketch: Sketch): Paper {
  const { title, abstract = {}, authors = [], journal, year, doi, registration, keywords = [], concepts = [] } = sketch;
  const entries = (texts: Partial<Record<Language, string>>) => Object.entries(texts) as [Language, string][];
  return paperSchema.parse({
    id,
    type: { value: 'article-journal', from },
    titles: entries(title).map(([language, text], i) => ({
      language,
      role: i ? 'translation' : 'original',
      text,
      from,
    })),
    authors: authors.map((written) => ({ name: nameOf(written), from })),
    affiliations: sketch.affiliation ? [{ text: sketch.affiliation, from }] : [],
    ...(journal
      ? { journal: isChineseText(journal) ? { nameZh: { value: journal, from } } : { name: { value: journal, from } } }
      : {}),
    ...(year ? { issued: { value: String(year), from } } : {}),
    ...(doi ? { doi: { value: doi, from } } : {}),
    registrations: registration ? [{ value: { registry: 'PROSPERO', id: registration }, from }] : [],
    ...(sketch.free ? { openAccess: { value: 'https://example.org/full', from } } : {}),
    keywords: keywords.map((text) => ({ language: 'en', text, from })),
    abstracts: entries(abstract).map(([language, text], i) => ({
      language,
      role: i ? 'translation' : 'original',
      sections: [{ blocks: [{ as: 'paragraph', sentences: sentencesOf(text) }] }],
      from,
    })),
    concepts: concepts.map((concept) => ({ concept, evidence: [{ in: 'correction', from }] })),
    samples: [],
    status: [],
    related: [],
    sources: [{ file: 'fixture.txt', format: 'fixture', sha256: '0'.repeat(64) }],
    unclassified: 0,
  });
}

const isChineseText = (text: string): boolean => /\p{Script=Han}/u.test(text);

function nameOf(written: string) {
  if (/^The /.test(written)) return { written, literal: written };
  if (/\p{Script=Han}/u.test(written)) return { written, family: written.slice(0, 1), given: written.slice(1) };
  const [given = '', ...rest] = written.split(' ');
  return { written, given, family: rest.join(' ') };
}

const sentencesOf = (text: string) =>
  sentenceSpans(text).map(([start, end]) => {
    const sentence = text.slice(start, end);
    return { anchor: sentenceAnchor(sentence), text: sentence, from };
  });

export const fixturePapers: readonly Paper[] = Object.entries(sketches).map(([id, sketch]) => draw(id, sketch));

/** A content folder with this review's vocabulary and papers, and those made up here. */
export async function fixtureContent(): Promise<string> {
  const folder = temporaryFolder();
  for (const name of ['vocabulary', 'site.yaml', 'papers'])
    await cp(join(projectRoot, 'content', name), join(folder, name), { recursive: true });
  for (const paper of fixturePapers) await writeFile(join(folder, 'papers', `${paper.id}.json`), JSON.stringify(paper));
  return folder;
}
