import type { Reads } from './statement.ts';

export const furniture = (rule: string): Reads => ({ furniture: rule });
export type Column = Reads | 'embase-source' | 'accession';

/** Column names in lower-case letters and digits alone, as databases and reference managers head them. */
const columns: Readonly<Record<string, Column>> = {
  ...means('title', 'title articletitle itemtitle documenttitle primarytitle ti 标题 题名 题目 篇名 论文题目'),
  ...means('title-translated', 'translatedtitle titletranslated englishtitle titleen 英文标题 英文题名 英文篇名'),
  ...means('title-original', 'originaltitle vernaculartitle'),
  ...means('title-copy', 'shorttitle'),
  ...means('authors', 'author authors authornames authorlist au creators creator 作者 责任者'),
  ...means('authors-full', 'authorfullnames authorsfullname af'),
  ...means(
    'journal',
    'journal publicationtitle sourcetitle secondarytitle journaltitle journalname journalbook containertitle publication source fulljournalname so 期刊 刊名 来源 文献来源',
  ),
  ...means(
    'journal-abbreviation',
    'journalabbreviation abbreviatedsourcetitle alternatetitle1 abbreviatedjournal journalabbr abbreviation isoabbreviation j9 ji',
  ),
  ...means('year', 'year publicationyear pubyear yearpublished py yearofpublication 年 年份 发表年份 出版年'),
  ...means('date', 'date publicationdate pubdate pd coverdate dateofpublication createdate 日期 发表时间 出版日期'),
  ...means('online', 'onlinedate ea epubdate earlyaccessdate'),
  ...means('volume', 'volume vol vl volumeno 卷'),
  ...means('issue', 'issue number issueno is no 期'),
  ...means('pages', 'pages page pagerange pagination 页码 页'),
  ...means('first-page', 'startpage pagestart beginningpage firstpage sp bp 起始页'),
  ...means('last-page', 'endpage pageend endingpage lastpage ep 结束页'),
  ...means('article-number', 'artno articlenumber articleno custom7 artnumber elocationid ar'),
  ...means('doi', 'doi di digitalobjectidentifier dois doilink'),
  ...means('pmid', 'pmid pm pubmedid medlinepmid'),
  ...means('pmcid', 'pmcid custom2'),
  ...means('issn', 'issn issns eissn sn ei issnprint issnelectronic printissn'),
  ...means('publisher', 'publisher pu 出版社'),
  ...means('abstract', 'abstract abstracts summary abstractnote ab 摘要'),
  ...means('abstract-other', 'originalabstract abstracttranslated englishabstract 英文摘要'),
  ...means(
    'keywords',
    'keywords keyword authorkeywords indexkeywords meshterms descriptors subjects tags manualtags automatictags de kw 关键词 关键字',
  ),
  ...means('language', 'language languageoforiginaldocument languages la 语种 语言'),
  ...means('url', 'url urls link links fulltextlink 网址 链接'),
  ...means('affiliation', 'c1 affiliations authoraddress affiliation authorswithaffiliations addresses institution 机构 单位 作者单位'),
  ...means('type', 'pt typeofreference itemtype referencetype publicationtypecode'),
  ...means('publication-type', 'documenttype dt publicationtype typeofwork type 文献类型'),
  ...means('registration', 'clinicaltrialnumbers registrationnumber'),
  ...rule('database-accessions', 'eid key id ut ga custom6 nihmsid uid recordid itemid pui embaseaccessionid libraryid cochraneid recordnumber refid'),
  ...means('accession', 'accessionnumber accession'),
  ...rule('database-name', 'database nameofdatabase databaseprovider libraryc catalog librarycatalog archive archivelocation sourcedatabase databases'),
  ...rule('database-dates', 'dateadded datemodified edition entrydate'),
  ...rule('access-date', 'accessdate accessed dateaccessed'),
  ...rule('citation-counts', 'citedby nr tc z9 u1 u2 pg timescited citationcount citations cites numpages pagecount numberofpages citedreferences'),
  ...rule('cited-references', 'references cr'),
  ...rule('file-attachments', 'fileattachments1 fileattachments fileattachment linkattachments attachments pdf'),
  ...rule('notes', 'notes note extra comments comment researchnotes citation'),
  ...rule('contact-details', 'correspondenceaddress rp em email correspondence reprintaddress firstauthor authorids authorsid'),
  ...rule('library-links', 'openurllink callnumber'),
  ...rule('copyright-statement', 'copyright rights'),
  ...rule('editors', 'editors editor'),
  ...rule('isbn', 'isbn'),
  ...rule('funding', 'fundingdetails fu fx funding fundingtexts grants fundingtext1'),
  ...rule('subject-categories', 'wc sc emtreedrugindextermsmajorfocus emtreedrugindexterms emtreemedicalindextermsmajorfocus emtreemedicalindexterms drugtradenames drugmanufacturer devicetradenames devicemanufacturer coden chemicalscas tradenames manufacturers molecularsequencenumbers classification'),
  ...rule('publisher-place', 'place pi pa publisherplace placepublished country'),
  ...rule('open-access-statement', 'openaccess oa'),
  ...rule('screening-labels', 'included include asreviewlabel decision screening exclusionreason label labels'),
  ...rule('series', 'series seriestitle conferencename conferencedate conferencelocation conferencecode'),
}; // prettier-ignore

function means(column: Column, names: string): Record<string, Column> {
  return Object.fromEntries(names.split(' ').map((name) => [name, column]));
}
function rule(name: string, names: string): Record<string, Column> {
  return means(furniture(name), names);
}

export const columnKey = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export function columnOf(header: string): Column | undefined {
  const key = columnKey(header);
  return Object.hasOwn(columns, key) ? columns[key] : undefined;
}
