/** The names of columns in CSV exports of databases and reference managers, and what each means. */

import { normalized } from '#text/normal';
import { hasHan } from '#text/han';
import type { TagMeaning } from '../draft/statement.ts';
import { delimiterOf } from '../text/delimited.ts';
import columnWords from '../words/columns.json' with { type: 'json' };
import { anyOf, everyWord } from '../words/words.ts';
import { furnitureOf } from './tag-table.ts';

/** What a column holds; the named ones need more than one meaning of the vocabulary, and `cells` reads them. */
export type Column = TagMeaning | 'anthology' | 'embase-source' | 'accession' | 'citation' | 'month' | 'day';

/** Column names only in lower-case letters and digits, as databases and reference managers head them. */
const columns: Readonly<Record<string, Column>> = {
  ...means('title', 'title titles articletitle itemtitle documenttitle primarytitle titleprimary papertitle publicationtitleoriginal ti t1 标题 题名 题目 篇名 文题 中文题名 中文标题 论文题目 论文题名 文章标题 文献标题 文献题名'),
  ...means('title-translated', 'translatedtitle titletranslated englishtitle titleen titleenglish 英文标题 英文题名 英文篇名 外文题名 外文标题 译题'),
  ...means('title-original', 'originaltitle vernaculartitle originalforeigntitle nativetitle'),
  ...means('subtitle', 'subtitle subtitles 副标题 副题名'),
  ...means('title-copy', 'shorttitle shortenedtitle displayname'),
  ...means('authors', 'author authors authornames authorname authorlist allauthors firstauthors primaryauthors authorsprimary authorprimary au a1 creators creator contributors authorshipsauthordisplayname authorshipsrawauthorname authorsdisplayname authorstring researchers 作者 全部作者 所有作者 责任者 著者 作者姓名'),
  ...means('anthology', 'anthologytitle booktitle proceedingstitle bookname'),
  ...means('authors-full', 'authorfullnames authorsfullname authorsfullnames authorfullname af'),
  ...means('group', 'groupauthors groupauthor corporateauthor corporateauthors ca'),
  ...means(
    'journal',
    'journal publicationtitle sourcetitle secondarytitle titlesecondary journaltitle journalname journalbook containertitle publication source fulljournalname periodical periodicalfull periodicaltitle parenttitle pubtitle venue hosttitle so jf jo t2 primarylocationsourcedisplayname hostvenuedisplayname 期刊 刊名 期刊名 期刊名称 来源 来源期刊 文献来源 中文刊名 刊物名称 出版物名称 来源出版物名称',
  ),
  ...means(
    'journal-abbreviation',
    'journalabbreviation abbreviatedsourcetitle alternatetitle1 abbreviatedjournal journalabbr abbreviation isoabbreviation journalisoabbreviation periodicalabbrev ta j9 ji ja',
  ),
  ...means('journal', '英文刊名 外文刊名 英文期刊名'),
  ...means('year', 'year publicationyear pubyear yearpublished publishedyear py yearofpublication yr 年 年份 发表年份 发表年 出版年 出版年份 年度 学位年度'),
  ...means('date', 'date publicationdate pubdate pd coverdate dateofpublication datepublished publisheddate issuedate publicationdateprint 日期 发表时间 发表日期 出版日期 出版时间 刊出日期'),
  ...means('month', 'month publishedmonth pubmonth pubdatefreefrom pubmonthday publicationmonth 月 月份'),
  ...means('day', 'day publishedday pubday'),
  ...means('online', 'onlinedate ea epubdate earlyaccessdate publicationdateonline 网络首发时间 在线发表时间'),
  ...means('volume', 'volume vol vl vo volumeno journalvolume bibliovolume 卷 卷号'),
  ...means('issue', 'issue number issueno issuenumber is no ip journalissue biblioissue 期 期号'),
  ...means('pages', 'pages page pagerange pagination pagenumbers pagesfromto pageinfo 页码 页 起止页 起止页码 页码范围'),
  ...means('first-page', 'startpage pagestart beginningpage firstpage sp bp bibliofirstpage 起始页 起始页码 起页 开始页'),
  ...means('last-page', 'endpage pageend endingpage lastpage otherpages ep op bibliolastpage 结束页 结束页码 止页 终止页'),
  ...means('article-number', 'artno articlenumber articleno custom7 artnumber elocationid ar 文章编号 论文编号'),
  ...means('doi', 'doi doiname di do digitalobjectidentifier dois doilink itemdoi idsdoi doi号'),
  ...means('pmid', 'pmid pm pubmedid medlinepmid idspmid'),
  ...means('pmcid', 'pmcid pmc custom2 idspmcid'),
  ...means('issn', 'issn issns eissn sn ei issnprint issnelectronic printissn onlineissn issnisbn isbnissn issnl primarylocationsourceissn primarylocationsourceissnl issn号'),
  ...means('publisher', 'publisher publishername pu pb primarylocationsourcehostorganizationname bookpublisher 学位授予单位 学位授予机构 授予单位 出版社 出版者 出版单位'),
  ...means('editors', 'editors editor bookeditors secondaryauthors authorssecondary be 主编'),
  ...means('translators', 'translators translator 译者'),
  ...means('isbn', 'isbn isbns bn'),
  ...means('publisher-place', 'place publisherplace placepublished placeofpublication 出版地'),
  ...means('event', 'conferencename ct'),
  ...means('event-place', 'conferencelocation cl'),
  ...means('event-date', 'conferencedate cy'),
  ...means('abstract', 'abstract abstracts summary abstractnote abstracttext ab n2 摘要 中文摘要 文摘 内容摘要 摘要中文'),
  ...means('abstract-other', 'originalabstract abstracttranslated englishabstract abstractenglish 英文摘要 外文摘要 摘要英文'),
  ...means(
    'keywords',
    'keywords keyword authorkeywords indexkeywords keywordsplus meshterms meshheadings meshterm descriptors subjects subjectterms subjectheadings tags manualtags automatictags identifierkeywords controlledterms ieeeterms keywordsdisplayname de kw k1 mh ot 关键词 关键字 中文关键词 英文关键词 外文关键词 主题词 作者关键字 索引关键字',
  ),
  ...means('language', 'language languageoforiginaldocument languageofarticle languages articlelanguage la lg 语种 语言 文种'),
  ...means('url', 'url urls link links fulltextlink articleurl documenturl fulltexturl sourceurls externalurl plink permalink sourcelinkout embaselink doiurl primarylocationlandingpageurl ur 网址 链接 原文链接 知网链接'),
  ...means('affiliation', 'c1 ad affiliations authoraddress authoraddresses affiliation authorswithaffiliations authorsaffiliations authoraffiliations authoraffiliation addresses institution institutions 机构 单位 作者单位 作者机构 第一单位 机构名称'),
  ...means('type', 'pt typeofreference referencetype itemtype publicationtypecode ty rt'),
  ...means('publication-type', 'documenttype doctype dt publicationtype publicationtypes typeofwork type typecrossref articletype documentidentifier contenttype sourcetype 文献类型 类型'),
  ...means('registration', 'clinicaltrialnumbers registrationnumber'),
  ...means('citation', 'citation'),
  ...means('accession', 'accessionnumber accession externalid extid'),
  ...furnitureOf('database-accessions', 'cn号 eid key id ut ga custom6 nihmsid uid ui pui recordid itemid refid ref covidence study embaseaccessionid embaseid libraryid cochraneid centralid ctgovid cinahlid ictrpid recordnumber internalid sourceid lensid publicationid storeid referenceid microsoftacademicid openalexid uniquewosid rank oid paperid'),
  ...furnitureOf('database-name', 'database nameofdatabase databaseprovider databasename libraryc catalog librarycatalog archive archivelocation sourcedatabase databases subfiledatabase datasource 数据库 来源库 数据库名称'),
  ...furnitureOf('database-dates', 'dateadded datemodified edition entrydate createdate createddate updateddate dateofexport dateaddedtoxplore aipipentrydate fullrecordentrydate querydate labeledat'),
  ...furnitureOf('language-of-other-abstract', 'languageofsummary'),
  ...furnitureOf('access-date', 'accessdate accessed dateaccessed retrieveddate'),
  ...furnitureOf('citation-counts', 'citedby citedbycount nr tc z9 u1 u2 timescited timescitedwoscore timescitedalldatabases citationcount citations cites citingworkscount citingpatentscount recentcitations rcr fcr altmetric numpages pagecount numberofpages pg citedreferencecount 180dayusagecount since2013usagecount citesperyear citesperauthor authorcount relevancescore fwci referencedworkscount 被引 被引次数 被引频次 下载 下载次数 下载频次 页数'),
  ...furnitureOf('cited-references', 'references cr citedreferences referencedworks 参考文献'),
  ...furnitureOf('file-attachments', 'fileattachments1 fileattachments2 fileattachments fileattachment linkattachments attachments pdf pdflink'),
  ...means('note', 'notes note extra'),
  ...furnitureOf('notes', 'comments comment researchnotes personalnotes generalnotes acknowledgements'),
  ...furnitureOf('contact-details', 'correspondenceaddress rp em email emailaddresses correspondence correspondingauthors c3 reprintaddress reprintaddresses firstauthor firstduty authorids authorsid authorid researcherids ri 第一作者 第一责任人 通讯作者 导师'),
  ...furnitureOf('author-identifiers', 'orcids oi authorshipsauthorid authorshipsauthororcid'),
  ...furnitureOf('library-links', 'openurllink callnumber availability dimensionsurl citesurl relatedurl webofscienceindex webofsciencerecord'),
  ...furnitureOf('copyright-statement', 'copyright rights'),
  ...furnitureOf('editors', 'serieseditor'),
  ...furnitureOf('funding', 'fundingdetails fu fx fp funding fundingtexts fundingtext fundingorgs fundinginformation grants fundingtext1 fundersdisplayname sponsors fund 基金 基金项目 资助基金'),
  ...furnitureOf('subject-categories', 'wc sc woscategories researchareas fieldsofstudy emtreedrugindextermsmajorfocus emtreedrugindexterms emtreemedicalindextermsmajorfocus emtreemedicalindexterms drugtradenames drugmanufacturer devicetradenames devicemanufacturer coden chemicalscas chemicals casregistrynumbers tradenames manufacturers molecularsequencenumbers classification primarytopicdisplayname cochranereviewgroupcode embaseclassification clc 分类号 中图分类号 学科 专题'),
  ...furnitureOf('publisher-place', 'pi pa country sourcecountry location publishercity publisheraddress 国家'),
  ...furnitureOf('open-access-statement', 'openaccess oa isopenaccess openaccesslicense openaccesscolour openaccessisoa openaccessoastatus openaccessdesignations'),
  ...furnitureOf('screening-labels', 'included include asreviewlabel decision screening exclusionreason label labels labelincluded finalincluded consensus'),
  ...furnitureOf('series', 'series seriestitle conferencecode conferenceeditors bookseriestitle se bs ho publicationstage specialissue supplement'),
}; // prettier-ignore

function means(column: Column, names: string): Record<string, Column> {
  return Object.fromEntries(names.split(' ').map((name) => [name, column]));
}
export const columnKey = (header: string): string =>
  normalized(header, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Columns by their names in further languages; a word of English or of a database's tags keeps its meaning. */
const inOtherLanguages = new Map<string, Column>(
  Object.entries(columnWords).flatMap(([column, words]) =>
    everyWord(words).map((word): [string, Column] => [columnKey(word), column as Column]),
  ),
);

const known = (key: string): Column | undefined =>
  Object.hasOwn(columns, key) ? columns[key] : inOtherLanguages.get(key);

/** Whether a line has one of the words for a title with which tables of references are headed. */
export const namesTitle = (line: string): boolean => titleWord.test(line);
const titleWord = new RegExp(
  `title|题|篇名|标题|(?<![a-z])ti(?![a-z])|display_name|${anyOf(everyWord(columnWords.title))}`,
  'iu',
);

/** The meaning of a column's name; of a name in two languages or with a remark (`Title-题名`) by the part that is known. */
export function columnOf(header: string): Column | undefined {
  const whole = known(columnKey(header));
  if (whole) return whole;
  // `PageCount-页码`: the Chinese half is the service's own word, the other its translation.
  const parts = header.split(/[-–—/|(（)）:：\r\n]+/u);
  for (const part of parts.sort((a, b) => Number(hasHan(b)) - Number(hasHan(a)))) {
    const column = known(columnKey(part));
    if (column) return column;
  }
  return undefined;
}

/** Whether a line names three columns of references at the least, and little else. */
export function isTableHead(line: string): boolean {
  if (line.length > 5000 || !namesTitle(line)) return false;
  const delimiter = delimiterOf(line);
  const cells = delimiter ? line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/gu, '')) : [];
  const known = cells.filter((cell) => cell.length < 60 && columnOf(cell) !== undefined);
  return known.length > 2 && known.length >= cells.length * 0.5;
}
