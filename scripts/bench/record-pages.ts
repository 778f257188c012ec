/** Writes real records as scraped pages of several layouts, for the benchmark of builds. */

import { join } from 'node:path';
import { isChinese } from '#domain/language';
import type { Paper } from '#domain/paper';
import { displayName } from '#domain/person';
import { makeFolder, writeStaged } from '../lib/files.ts';
import { corpusOf } from './corpus.ts';
import { numbers } from './numbers.ts';

/**
 * Sentences on the subject of this review. The records are of all sciences; without such a sentence hardly any paper would
 * have a concept, and with the same ones all papers would have most.
 */
const onSubject: readonly { en: string; zh: string }[] = [
  { en: 'Participants described trust in the therapist as slow to grow.', zh: '参与者认为对治疗师的信任建立缓慢。' },
  { en: 'Interpreters changed the therapeutic relationship.', zh: '口译员改变了治疗关系。' },
  { en: 'The working alliance was rated by patients and therapists.', zh: '患者和治疗师评定了治疗联盟。' },
  { en: 'Refugees and asylum seekers took part.', zh: '研究对象为难民和寻求庇护者。' },
  { en: 'Suicidal ideation was discussed openly with clinicians.', zh: '参与者与临床医生公开讨论自杀意念。' },
  { en: 'Video sessions replaced meetings in person.', zh: '视频会谈取代了面对面会谈。' },
  { en: 'Semi-structured interviews were analysed thematically.', zh: '对半结构式访谈进行了主题分析。' },
  { en: 'Patients with psychosis were recruited from community services.', zh: '从社区服务中招募了精神病患者。' },
  { en: 'Adolescents valued the continuity of care.', zh: '青少年重视照护的连续性。' },
  { en: 'This was a randomized controlled trial.', zh: '本研究为随机对照试验。' },
];

/** A page of a paper in one of three layouts: labelled lines, a record in JSON with its text, a heading with sections. */
function recordPage(paper: Paper, index: number): string {
  const next = numbers(index + 1);
  const [title] = paper.titles;
  const [abstract] = paper.abstracts;
  const chinese = title ? isChinese(title.language) : false;
  const own = abstract?.sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences)) ?? [];
  const about = Array.from({ length: 1 + (index % 3) }, () => onSubject[Math.floor(next() * onSubject.length)]);
  const text = [...own.map(({ text }) => text), ...about.flatMap((it) => (it ? [chinese ? it.zh : it.en] : []))].join(
    chinese ? '' : ' ',
  );
  const authors = paper.authors.map(({ name }) => displayName(name)).join(', ');
  const year = paper.issued?.value ?? '2020';
  const journal = paper.journal?.name?.value ?? 'Journal of Test Alliance';
  const keywords = paper.keywords.map((keyword) => keyword.text).join('; ');
  const doi = `10.5555/bench.${index}`;
  if (chinese) return `${title?.text ?? ''}\n\n摘要：${text}\n关键词：${keywords}\nDOI：${doi}\n发表年份：${year}\n`;
  const volume = 1 + Math.floor(next() * 60);
  const first = 1 + Math.floor(next() * 900);
  if (index % 2)
    return `${JSON.stringify({ title: title?.text, authors, doi, DOIUrl: null, abstract: `<p>${text}</p>`, PeriodicalId: 1, journal: { name: journal, volume: `${volume} 3`, pages: `${first}-${first + 12}` }, publicationDate: `${year}-05-03`, isOpenAccess: false, openAccessPdf: '', citationCount: '0', resultStr: null, platform: 'Semanticscholar', RegionCategory: '医学', TitleCN: null })}\n${title?.text}\n${text}\n`;
  const citation = `${journal}. ${year} Nov;${volume}:${first}-${first + 12}. doi: ${doi}.`;
  return `${title?.text}\n${authors}\n${citation}\nAbstract\n${text}\nKeywords: ${keywords}\n`;
}

/** Writes `count` pages made from the real records beside the project into a new review's folder. */
export async function writeRecordPages(folder: string, count: number): Promise<void> {
  makeFolder(join(folder, 'sources'));
  for (const [i, paper] of (await corpusOf(count)).entries())
    writeStaged(join(folder, 'sources', `${String(i).padStart(6, '0')}.txt`), recordPage(paper, i));
}
