/** Invented scraped pages for benchmarks, in English and Chinese, in four layouts. Equal numbers give equal pages. */

import { join } from 'node:path';
import { makeFolder, writeStaged } from '../lib/files.ts';
import { numbers } from './numbers.ts';

const who = [
  'refugees',
  'adolescents',
  'people with psychosis',
  'veterans',
  'parents',
  'students',
  'carers',
  'older adults',
];
const what = [
  'trust',
  'rupture and repair',
  'the working alliance',
  'dropout',
  'empathy',
  'goal agreement',
  'disclosure',
  'continuity of care',
];
const where = [
  'community clinics',
  'inpatient wards',
  'online therapy',
  'primary care',
  'schools',
  'crisis teams',
  'telehealth',
  'rehabilitation',
];
const family = [
  'Berg',
  'Costa',
  'Dubois',
  'Evans',
  'Fischer',
  'Garcia',
  'Hansen',
  'Ito',
  'Jansen',
  'Kowalski',
  'Larsen',
  'Moreau',
];
const given = ['Anna', 'Ben', 'Carla', 'David', 'Eva', 'Frank', 'Greta', 'Hugo', 'Ines', 'Jonas'];
const zh = [
  '本研究考察了心理治疗中治疗联盟的形成过程。',
  '共纳入三十篇论文,并进行了主题综合。',
  '信任、角色清晰与照护的连续性最常被提及。',
  '口译员在场时,治疗关系成为三方关系。',
];

interface Written {
  title: string;
  abstract: string;
  chinese: string;
  authors: string;
  doi: string;
  year: number;
  volume: number;
  first: number;
}

function paperOf(index: number): Written {
  const next = numbers(index + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const person = () => `${pick(given)} ${pick(family)}`;
  const [about, people, place] = [pick(what), pick(who), pick(where)];
  const sentences = [
    `This study examined ${about} among ${people} in ${place}.`,
    `Semi-structured interviews were held with ${10 + Math.floor(next() * 40)} participants between 2015 and 2023.`,
    `Interviews were analysed with reflexive thematic analysis by two researchers (study ${index}).`,
    `Participants described ${pick(what)} as fragile when interpreters were present, and as a source of ${pick(what)} later on.`,
    `Power, culture and ${pick(what)} shaped how ${people} spoke with professionals about suicidal thoughts.`,
    `Training and supervision for staff in ${pick(where)} should address ${pick(what)}.`,
  ];
  return {
    title: `${about[0]?.toUpperCase() ?? ''}${about.slice(1)} among ${people} in ${place}: study ${index}`,
    abstract: sentences.join(' '),
    chinese: zh.join(''),
    authors: [person(), person(), person()].join(', '),
    doi: `10.5555/bench.${index}`,
    year: 2000 + Math.floor(next() * 25),
    volume: 1 + Math.floor(next() * 60),
    first: 1 + Math.floor(next() * 900),
  };
}

/** A page in one of four layouts, in turn: embedded record, bilingual mirror, labelled sections, unknown. */
export function pageOf(index: number): string {
  const it = paperOf(index);
  const citation = `J Test Alliance. ${it.year} Nov;${it.volume}:${it.first}-${it.first + 12}. doi: ${it.doi}.`;
  switch (index % 4) {
    case 0:
      return `${JSON.stringify({ title: it.title, authors: it.authors, doi: it.doi, DOIUrl: null, abstract: `<p>${it.abstract}</p>`, PeriodicalId: 1, journal: { name: 'Journal of Test Alliance', volume: `${it.volume} 3`, pages: `${it.first}-${it.first + 12}` }, publicationDate: `${it.year}-05-03`, isOpenAccess: false, openAccessPdf: '', citationCount: '0', resultStr: null, platform: 'Semanticscholar', RegionCategory: '医学', TitleCN: null })}\n${it.title}\n${it.abstract}\n`;
    case 1:
      return `School of Health Sciences, University of Test ${index % 97}, Testville, UK.\n${citation}\n${it.abstract}\n${it.chinese}\n`;
    case 2:
      return `${it.title}\n\n阅读:${index % 50}\n\nAbstract\n\nBACKGROUND: ${it.abstract}\n\n特别声明\n\n1、本页面内容包含部分的内容是基于公开信息的合理引用。\n`;
    default:
      return `${it.title}\n${it.authors}\n${citation}\nAbstract\n${it.abstract}\nKeywords: alliance; trust; ${index % 31}\n`;
  }
}

/** Writes `count` generated pages into a new review's folder. */
export function writePages(folder: string, count: number): void {
  makeFolder(join(folder, 'sources'));
  for (let i = 0; i < count; i++) writeStaged(join(folder, 'sources', `${String(i).padStart(6, '0')}.txt`), pageOf(i));
}
