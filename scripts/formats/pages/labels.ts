import { labelKey } from '../values/sections.ts';
import type { Line, Page } from './page.ts';

/** What a label on an abstract page announces. Fields ending in a name of furniture are kept out of the record by that rule. */
export type LabelField =
  | 'title'
  | 'authors'
  | 'affiliations'
  | 'journal'
  | 'source'
  | 'date'
  | 'online'
  | 'year'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'article'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'issn'
  | 'publisher'
  | 'keywords'
  | 'abstract'
  | 'type'
  | 'url'
  | 'arxiv'
  | 'citation'
  | 'language'
  | 'other-date'
  | 'editors'
  | 'correspondence'
  | 'funding'
  | 'classification'
  | 'counter'
  | 'journal-metrics'
  | 'journal-blurb'
  | 'download'
  | 'rights'
  | 'subjects'
  | 'statement'
  | 'author-roles'
  | 'catalogue'
  | 'subtitle';

/** Labels by field, lower case, Chinese without spaces: English and Chinese first, then Spanish, Portuguese, French and German. */
const table: Readonly<Record<LabelField, string>> = {
  title:
    '论文名称|文章名称|文献名称|作品名称|paper name|document name|name of article|títulos paralelos|título paralelo|public title|scientific title|中文题目|英文题目|原文题目|原题|文献标题|论文题名|英文篇名|文章题目|原文标题|dc.title|title|article title|document title|paper title|题名|标题|篇名|论文题目|题目|文章标题|中文题名|英文题名|中文标题|英文标题|中文篇名|论文标题|文题|篇目|título|titulo|titre|titel|english title|title (english)|title in english|title (chinese)|translated title|título en inglés|título em inglês',
  subtitle: 'subtitle|副标题|subtítulo',
  authors:
    '研究生|研究生姓名|学生姓名|论文作者姓名|撰稿人|撰文|contributors|contributor(s)|dc.contributor.author|dc.contributor|author identifier|authors/contributors|author|authors|author(s)|author list|authours|autors|by|main author|main authors|article authors|creator|creators|dc.creator|contributor|contributors|作者|作者们|全部作者|论文作者|文章作者|著者|第一作者|中文作者|作者姓名|autor|autores|autor(es)|autoría|autoria|autora|autoras|auteur|auteurs|autoren|author names|authors list|author/s|written by|other authors|format author|created by|作者中文名|authors:by',
  affiliations:
    'institution(s)|第一机构|机构地区|affiliation|affiliations|author affiliation|author affiliations|author affiliation(s)|authors affiliations|institution|institutions|作者单位|单位|机构|作者机构|工作单位|所属机构|第一作者单位|author information|filiación|filiaciones|afiliación|afiliaciones|afiliação|afiliações|institución|instituição|author address|addresses|address|author institutions|科研机构|文献机构|authors and affiliations|作者简介单位',
  journal:
    '会议录名称|会议录|论文集|论文集名称|会议论文集|母体文献|proceedings|proceedings title|dc.source|dc.relation.journal|dc.identifier.journal|dc.source.journaltitle|journal|journal title|journal name|publication|publication title|publication name|source title|periodical|host publication|in journal|刊名|期刊|期刊名称|期刊名|来源期刊|文献来源|发表期刊|刊物名称|所属期刊|所在期刊|出版物|杂志|杂志名称|收录期刊|发表刊物|revista|journal/book|title of journal|container title|periódico|título de la revista|zeitschrift|outlet|published in journal|journal/conference|中文刊名|外文刊名|来源刊',
  source:
    'journal volume & issue|journal volume and issue|source|published in|published on in|published on|publication details|publication info|publication information|in|appears in|citation information|bibliographic information|issue info|issue information|part of|is part of|来源|出处|期刊来源|文献出处|年卷期|年,卷(期)|年，卷(期)|年,卷|卷期|卷(期)|卷期页|年卷期页码|期卷号|刊期|fuente|fonte|publicado en|publicado em|localización|localização|发表于|卷期页码|卷(期):页码|年卷期页码|卷期及页码|journal information|journal info|issue details|issue|original publication|reference|details|来源:刊|所在卷期|volume/issue|volume and issue|volume issue|volume & issue|vol/issue|source information',
  date: 'publication status|会议时间|会议日期|conference date|data do fascículo|fecha del número|publication date|date published|pub date|date of publication|published date|date|published|issue date|cover date|publication year and date|issued|dc.date|dc.date.issued|date issued|print publication date|date of issue|出版日期|发表时间|发表日期|出版时间|刊出日期|出版年月|发行日期|刊出时间|日期|fecha de publicación|fecha|data de publicação|data|publicado|fecha publicación|publicación|publication|date de publication|veröffentlicht|erscheinungsdatum|published in print|published:|print date|first published in print',
  online:
    '提交时间|提交日期|date available|mise en ligne|available on j-stage|advance online publication date|publicação nesta coleção|publication in this collection|publicación en esta colección|mis en ligne|version published|posted|posted on|date posted|发布日期|发布时间|published online|online|online date|online publication date|epub|epub date|first published|first published online|available online|available online date|date of online publication|electronic publication date|e-pub date|advance publication|advance online publication|first online|early access date|early view|published online date|version of record online|网络出版日期|在线出版日期|网络首发时间|网络出版时间|网络首发日期|在线发表|在线发布日期|首次在线|优先出版日期|上线日期|publicado en línea|publicado online|published electronically|date available online|首发时间|网络发布日期',
  year: '论文出版年|学位年度|年度|出版年度|发表年度|学位授予年份|jahr der veröffentlichung|année de publication|annee|year|publication year|year of publication|pub year|年份|出版年|发表年份|年|年度|año|año de publicación|ano|ano de publicação|jahr|année|pubyear|出版年份',
  volume: 'volume|vol|vol.|卷|卷号|volumen|tomo|band',
  issue: 'number|no|no.|issue number|issue no|issue no.|期|期号|número|numero|núm|núm.|heft|nº|volume number',
  pages:
    '页数|page|pages|pp|pp.|page range|pagination|start page|page numbers|page(s)|first page|页码|页|起止页码|页码范围|页数范围|起止页|页次|páginas|página|paginas|seiten|paginación|pages from-to|number of pages range|pages (from-to)|pages from to',
  article:
    'article number|article no|article no.|article id|e-location id|elocation id|art. no|art. no.|article|文章编号|论文编号|文章号|artículo número|elocator',
  doi: 'doi|digital object identifier|dc.identifier.doi|doi号|doi码|数字对象标识符|doi number|crossref doi|doi link|permalink doi|article doi|version of record doi|identificador doi|doi:10|persistent link|permanent link|identifier',
  pmid: 'pmid|pubmed id|pubmed|medline id|pubmed pmid|pubmedid|pubmed unique identifier',
  pmcid: 'pmcid|pmc id|pubmed central id|pmc',
  arxiv: 'arxiv|arxiv id|arxiv identifier',
  issn: 'issn|eissn|e-issn|issn-l|print issn|online issn|issn (print)|issn (online)|issn (electronic)|pissn|p-issn|electronic issn|国际标准刊号|issn号|international standard serial number|issn/isbn|issn/eissn',
  publisher:
    'publisher|dc.publisher|published by|publisher name|出版社|出版者|出版商|editorial|editora|editor responsable|verlag|出版单位|publishing house|éditeur',
  keywords:
    '中文关键字|外文关键字|key concepts|key concept|identifier / keyword|identifier/keyword|identifiers / keywords|dc.subject|dc.subject.keywords|keyword|keywords|key words|key word|key-words|author keywords|author keyword|keywords (author)|keywords author|article keywords|index terms|keywords:author|free keywords|uncontrolled keywords|keywords (english)|english keywords|关键词|关键字|关键词语|中文关键词|英文关键词|主题词|关鍵詞|關鍵詞|關鍵字|palabras clave|palabras-clave|palabra clave|descriptors|descriptor|descriptores|palavras-chave|palavras chave|palavra-chave|descritores|unitermos|mots clés|mots-clés|mots clé|schlüsselwörter|schlagwörter|schlagworte|keywords plus author|keywords and phrases|关键词(中文)|关键词(英文)|author supplied keywords|author-supplied keywords|key terms',
  abstract:
    'résumé (français)|abstract and figures|abstract & figures|abstract (summary)|译文|摘要译文|中文译文|译文摘要|abstract|abstracts|summary|article abstract|abstract text|english abstract|abstract (english)|abstract english|abstract in english|abstract/summary|executive summary|structured abstract|dc.description.abstract|dc.description|abstract (chinese)|author abstract|description|general description|overview|abstract and keywords|summary/abstract|background & summary|main abstract|publisher abstract|abstract:|摘要|中文摘要|英文摘要|内容摘要|内容提要|文摘|文章摘要|提要|论文摘要|内容简介|简介|摘要(中文)|摘要(英文)|摘要(英)|摘要翻译|摘要译文|概要|resumen|resumo|résumé|resume|zusammenfassung|sumario|sumário|riassunto|abstrakt|kurzfassung|resumen en español|resumo em português|resumen/abstract|abstract/resumen|resumo/abstract|summary:|resúmen|abrégé|inhalt|resumen:|full description',
  type: 'publication type|article type|document type|type|item type|type of publication|publication types|resource type|dc.type|format|material type|文献类型|文章类型|论文类型|栏目|tipo de artículo|tipo de documento|tipo|tipo de publicación|category|article category|study type|文献类别|资源类型|manuscript type|paper type|content type|type of article|栏目名称|文章分类|publication category|output type',
  url: 'url source|source url|本论文永久网址|永久网址|url|link|uri|permalink|web link|链接|原文链接|网址|dc.identifier.uri|handle|full text url|article url|enlace|available at|本文链接|文章链接|论文链接|本文网址|cite as url|persistent url|online access url|source url|页面链接|address (url)',
  citation:
    '推荐引用方式|引文信息|格式引文|文献索引|原始出处|原文索引|原文信息|citar|citer|pour citer cet article|zitieren als|zitierweise|zitation|cite this entry|preferred citation|self-citation|dc.identifier.citation|dc.identifier.bibliographiccitation|bibliographiccitation|dcterms.bibliographiccitation|cite this review|cite this chapter|cite this document|cite this item|cite this work|cite this record|cite item|how to cite|how to cite this article|cite this article|citation|cite as|cite|cite this|to cite this article|recommended citation|suggested citation|cite this article as|please cite as|please cite this article as|cite this paper|citation format|cite this article:|article citation|original citation|to link to this article|apa|apa citation|gb/t 7714|gb/t 7714-2015|gb/t7714|引用格式|引用本文|文章引用|本文引用格式|引用|引文格式|参考文献格式|引证格式|本文引用|引用方式|cómo citar|como citar|cómo citar este artículo|como citar este artigo|cita|citar como|citação|forma de citar|citação recomendada|cite this as|how to cite this|how to cite this paper|in press citation|copy citation|mla|chicago|vancouver|harvard|reference format|ama|acs reference format|apa style|文献引用',
  language:
    'language|languages|original language|dc.language|dc.language.iso|语种|语言|正文语种|文种|idioma|lengua|língua|sprache|langue|article language|语种:',
  'other-date':
    '投稿时间|答辩日期|口试日期|撤稿日期|release date|correction date|update code|date of defense|date of defence|last edited|在线公开时间|submission received|manuscript received|first submitted|recepción|aprobación|publicación online|received|accepted|revised|received date|accepted date|revised date|submitted|date received|date accepted|date submitted|manuscript received|submission date|manuscript accepted|received in revised form|resubmitted|date of acceptance|date of submission|issue online|收稿日期|修回日期|接受日期|录用日期|收稿时间|修回时间|录用时间|更新时间|更新日期|修改日期|修改稿日期|修稿日期|修回|收稿|时间|入库时间|上传时间|转载时间|recibido|aceptado|recebido|aceito|aprobado|revisado|aceptación|recepción|fecha de recepción|fecha de aceptación|fecha de recibido|data de recebimento|data de aceite|created|last modified|last updated|updated|date created|date deposited|deposited on|deposited|date added|publication history|article history|history|render date|retrieved|accessed|date of access|embargo date|dc.date.accessioned|dc.date.available|date modified|acceptance date|early online date|access date|retrieved on|create date|entrez date',
  editors:
    '指导教授|指导教师|指导老师|导师姓名|口试委员|答辩委员|review by|editor who approved publication|edited and reviewed by|editor|editors|academic editor|edited by|reviewed by|handling editor|reviewer|reviewers|managing editor|guest editor|guest editors|responsible editor|责任编辑|编辑|主编|审稿人|editor-in-chief|section editor|editado por|reviewing editor|senior editor|associate editor|translator|translated by|译者|editor académico|action editor|monitoring editor|dc.contributor.editor|series editor|supervisor|supervisors|advisor|advisors|导师|dc.contributor.advisor|book editors|volume editor|editor(s)|reviewed by editor|peer reviewer|host editor',
  correspondence:
    'corresponding author|corresponding authors|correspondence|correspondence to|correspondence address|contact|contact author|e-mail|email|email address|author for correspondence|address correspondence to|通讯作者|通信作者|通信地址|通讯地址|联系方式|电子邮箱|邮箱|e-mail address|autor para correspondencia|correspondencia|autor correspondiente|autor de correspondência|autor correspondente|correspondência|autor de correspondencia|contacto|通讯|联系作者|作者简介|第一作者简介|作者介绍|contact information|correspondence address:|author email|email author|correo|correo electrónico|e-mails|phone|tel|fax|通信作者简介',
  funding:
    'funding|funding information|funding statement|grant|grants|funded by|financial support|fund|acknowledgements|acknowledgments|acknowledgement|acknowledgment|基金|基金项目|基金资助|资助项目|资助基金|基金项目:|项目基金|financiamiento|financiación|financiamento|sponsor|sponsors|support|funding sources|funder|funders|致谢|资助|agradecimientos|agradecimentos|source of support|项目资助|funding source|grant information|基金支持|科研基金|作者贡献',
  classification:
    'classification|中图分类号|分类号|文献标识码|文献标志码|学科分类号|学科分类|学科|专业|专辑|专题|udc|jel classification|jel codes|msc|mathematics subject classification|call number|dewey|lcc|图书分类号|所属栏目|所属期刊栏目|ddc|中图法分类号|机标分类号|机标关键词|学科领域|研究方向|研究领域|领域|subject category|discipline|lc classification|subject area|主题分类|所属专辑|所属专题|fields of study|field of study|research field|国内统一刊号|cn|国内刊号|邮发代号|cstr',
  subjects:
    'domaines|domaine|fachgebiete|sachgebiete|lcc subjects|subject heading|index term|major descriptor|minor descriptor|lay subjects|mesh terms|mesh headings|mesh|subject|subjects|subject headings|subject terms|subject areas|subject area(s)|dc.subject|topics|related topics|topic|substances|tags|标签|主题|medical subject headings|emtree|emtree terms|keywords plus|keyword plus|thesaurus terms|indexed keywords|categories|concepts|research areas|index keywords|publication types, mesh terms|minor subjects|major subjects|thematic areas|disciplines|collections|collection|collections:|department|departments|子主题|jats subject|标签:|tag|assuntos|temas|materias|tema|web of science categories|fingerprint|unsdg|sustainable development goals|subject classification',
  counter:
    '相关次数|被引用|点阅|书目收藏|点击量|浏览人数|阅读人数|views|downloads|citations|cited by|times cited|citation count|article views|article metrics|metrics|altmetric|altmetrics|altmetric score|shares|reads|read|accesses|total downloads|total views|pdf downloads|html views|abstract views|crossref citations|cited|number of citations|references count|number of references|reference count|阅读|阅读量|阅读次数|浏览|浏览量|浏览次数|浏览数|下载|下载量|下载次数|下载数|被引|被引次数|被引频次|引用次数|被引量|引证文献|点击|点击量|点击数|点击次数|点赞|收藏|收藏数|摘要浏览|pdf下载|全文下载|html浏览|访问量|访问次数|收藏量|分享|评论|评论数|摘要点击次数|全文下载次数|文章访问数|html全文浏览量|pdf下载量|摘要浏览次数|阅读数|关注|visitas|descargas|citas|visualizações|downloads:|number of works in the list of references|number of citations:|total citations|page views|citations:|recommendations|followers|citaciones|reader comments|influence|highly influential citations|cites|likes|votes|saves',
  'journal-metrics':
    'impact factor|if|影响因子|journal impact factor|citescore|5-year impact factor|jcr|jcr分区|中科院分区|自引率|发文量|审稿时长|分区|jif|sjr|snip|h-index|h指数|年文章数|h5-index|eigenfactor|综合影响因子|复合影响因子|期刊分区|五年影响因子|jci|jci期刊引文指标|研究类文章占比|oa文章占比|gold oa文章占比|年发文量|是否oa|录用率|收录|数据库收录|indexed in|indexed in scopus|indexed in web of science|2-year impact factor|sci分区|小类分区|大类分区|quartile|publication frequency|收录情况|核心期刊|期刊级别|版面费|journal metrics|acceptance rate|time to first decision',
  'journal-blurb':
    'about the journal|about this journal|journal description|aims and scope|aims & scope|期刊介绍|期刊简介|关于本刊|本刊简介|期刊简称|出版周期|创刊时间|杂志简介|刊物简介|办刊宗旨|主管单位|主办单位|期刊信息|投稿须知|sobre la revista|sobre a revista|journal scope|journal overview|about the author|about the authors|收稿方向|期刊语言|出版地|出版国家|frequency|主管|主办|出版语言|国别|country of publication|journal home|journal homepage|期刊官网|投稿网址|书目信息|刊物介绍',
  download:
    'fichier principal|dates et versions|identifiants|exporter|partager|pdf|download pdf|download|full text|view pdf|full text pdf|html|xml|epub download|全文|下载pdf|pdf全文|全文链接|附件|supplementary material|supplementary materials|supplementary information|supporting information|additional files|attachments|files|file|pdf下载地址|texto completo|online access|preprints|preprint|download citation|download options|export|export citation|extra information|related links|links|share|share this|补充材料|相关链接|full text options|access|access to document|other files|documents|document|附加材料|full-text|full text links|fulltext|online resources|available formats|access options|open data|data set',
  rights:
    'copyright|license|licence|rights|rights and permissions|copyright information|licensing|dc.rights|open access license|版权|版权声明|版权信息|许可|许可协议|cc license|terms|permissions|derechos|direitos|derechos de autor|licencia|licença|open access|access type|oa status|access status|copyright holder|creative commons|权利声明|rights holder|copyright year|dc.rights.uri|access rights|open access:|creative commons license|rights statement',
  statement:
    "competing interests|conflict of interest|conflicts of interest|declaration of interest|declaration of interests|disclosure|disclosure statement|declarations|data availability|data availability statement|ethics statement|author contributions|contributors statement|利益冲突|伦理声明|conflict of interests|declaration of competing interest|conflict of interest statement|ethics approval|credit authorship contribution statement|consent for publication|conflicto de intereses|conflicto de interés|conflito de interesses|notes|note|provenance and peer review|peer review|crediting|data statement|highlights|ai use|公开声明|peer-review|provenance|作者声明|conflict of interest:|trial status|ethical approval|ethical considerations|authors contributions|authors’ contributions|authors' contributions|contributorship",
  'author-roles':
    'roles|role|contributed equally to this work with|equal contributors|present address|current address|these authors contributed equally|orcid|orcid id|orcid ids|contributed equally|credit roles|orcid:|joint first authors|deceased|member of|membership|on behalf of all authors',
  catalogue:
    'markdown content|page content|网页内容|正文内容|psycinfo classification|location|country of publisher|website|naics|database(s)|search strategy|journal url|issn print|issn electronic|electronic issn|document id|cited references|论文种类|学位类别|校院名称|系所名称|学门|学类|毕业学年度|论文页数|论文永久网址|流水号|国内代码|内部代码|国省市名|全文链接|全文获取方式|馆藏号|馆藏单位|馆藏位置|会议名称|会议地点|著者文摘|特征词|related records|audience|authoring institution|available date|fonction|idhal|personid|hal id|other publishers|population|age group|tests & measures|methodology|supplemental data|format covered|full text word count|naics/industry codes|appears in|appears in collections|files in this item|comments|dc field|unique identifier|submission history|citations:items|related items|saved in|physical description|bibliography|similar items|also in|dc.identifier|dc.identifier.other|dc.relation|dc.relation.ispartof|isbn|oclc|item id|accession number|accession no|accession|record id|record number|eric number|eric no|abstractor|education level|id|entry id|系列|database|数据库|provider|place of publication|country|国家|state|status|peer reviewed|peer-reviewed|refereed|peer reviewed status|item status|is peer reviewed|bibliographic note|general note|original title|other titles|alternative title|series|version|version status|event|conference|research output|affiliated units|degree|qualification|university|grantor|awarding institution|thesis type|degree name|degree level|date of award|award date|sponsors:|supervisors:|number of pages|extent|original version|abbreviated title|iso abbreviation|nlm title abbreviation|nlm id|medline ta|owner|coden|record type|item type:|source type|provenance:|rights:|externally published|entry date|update code|unique identifier|corporate author|report number|grant number|notes:|additional information|journal issn|bibliographic details|bibliographic citation|section|sec|article section|first page:|last page|last page:|end page|special issue|section:|section editor:|abstracting|indexing|identifiers|mis|publ type|isbn-13|isbn-10|edition|chapter|book title|book|book series|cnki|文献号|馆藏|索书号|文件大小|格式|大小',
};

const fieldByLabel = new Map<string, LabelField>();
for (const [field, words] of Object.entries(table) as [LabelField, string][])
  for (const word of words.split('|')) if (!fieldByLabel.has(labelKey(word))) fieldByLabel.set(labelKey(word), field);

const placeLabel = /^(?:[年卷期页号]|页码|起止|\p{P}|\s|\|)+$/u;

/** The field that a label names; labels in two languages on one line name one field. */
export function fieldOfLabel(label: string): LabelField | undefined {
  const key = labelKey(label.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''));
  const direct = fieldByLabel.get(key);
  if (direct) return direct;
  // "中文关键词", "题名(外文)", "Abstract (English)": a language beside the word.
  const plain = key
    .replace(/^(?:中文|英文|外文|原文|西文)(?=\p{Script=Han}{2})/u, '')
    .replace(
      /\s?[(（](?:中文|英文|外文|原文|中|英|外|english|chinese|spanish|portuguese|german|french|en|es|pt|zh)$/u,
      '',
    );
  const other = plain === key ? undefined : fieldByLabel.get(plain);
  if (other) return other;
  // "年/卷/期", "卷(期)页": the parts of a place in a journal, in the order of the value's numbers.
  if (placeLabel.test(key) && (key.match(/[年卷期页]/gu)?.length ?? 0) >= 2) return 'source';
  // "Subject keywords", "Author's key words".
  if (
    /^(?:subjects?|authors?|author's|articles?|papers?|main|index|free|topic|thesis|english)\skey\s?words?$/u.test(key)
  )
    return 'keywords';
  const parts = key
    .split(/\s?[|/／]\s?|(?<=\p{Script=Han})\s?[(（]?(?=[a-z])|(?<=[a-z])[)）]?\s?(?=\p{Script=Han})/u)
    .filter(Boolean);
  if (parts.length !== 2) return undefined;
  const fields = parts.map((part) => fieldByLabel.get(part.replace(/[()（）]/gu, '').trim()));
  return fields[0] === fields[1] ? fields[0] : undefined;
}

export interface LabelledLine {
  field: LabelField;
  label: string;
  /** Where the value begins in the line's text; the text's length where the label stands alone. */
  from: number;
  alone: boolean;
  /** Where the value ends, if not with the line: a Dublin Core table has the language in a last column. */
  to?: number;
}

/** Chinese labels that pages print before their value with a space alone; other words may begin a sentence. */
const spoken = new Set(
  '摘要 作者 作者单位 机构地区 出处 关键词 分类号 中图分类号 基金 基金项目 文献标识码 收稿日期 刊名'.split(' '),
);

/** A line that begins with a known label, before a colon, in brackets, before a wide gap, or alone. */
export function readLabel(page: Page, line: Line): LabelledLine | undefined {
  const { text } = line;
  if (!text) return undefined;
  const bracket = /^[【[〔［<]\s?([^】\]〕］>]{1,30}?)\s?[】\]〕］>]\s?[:：]?\s?/u.exec(text);
  if (bracket) {
    const field = fieldOfLabel(bracket[1] ?? '');
    if (field)
      return { field, label: bracket[1] ?? '', from: bracket[0].length, alone: bracket[0].length >= text.length };
  }
  const bullet = /^(?:[•·▪◦*-]\s|0\d\s)/u.exec(text)?.[0].length ?? 0;
  const colon = /^([^:：]{1,45}?)\s?[:：]\s?/u.exec(text.slice(bullet, 60));
  if (colon) {
    const field = fieldOfLabel(colon[1] ?? '');
    const from = bullet + colon[0].length;
    if (field) return { field, label: colon[1] ?? '', from, alone: from >= text.length };
  }
  // "关键词 工作同盟 自杀": a Chinese label needs no colon.
  const bare = /^(\p{Script=Han}{2,6})\s(?=\S)/u.exec(text);
  const bareField = bare && spoken.has(bare[1] ?? '') ? fieldOfLabel(bare[1] ?? '') : undefined;
  if (bare && bareField) return { field: bareField, label: bare[1] ?? '', from: bare[0].length, alone: false };
  // "Key words Schizophrenia; Adherence": terms with their separators need no colon either.
  const terms =
    /^(key\s?-?words|palabras[\s-]clave|palavras[\s-]chave|mots[\s-]clés|schlüsselwörter|descriptores)\s+(?=\S)/iu.exec(
      text,
    );
  if (terms?.[1] && /;|；|,.*,/u.test(text) && !/[.?!]\s\p{Lu}/u.test(text))
    return { field: 'keywords', label: terms[1], from: terms[0].length, alone: false };
  // "Authors Berg AB, Dahl C": names with their separators need no colon.
  const people = /^Authors?\s(?=\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s?[,;]\s)/u.exec(text);
  if (people && !/[.?!]\s\p{Lu}\p{Ll}/u.test(text))
    return { field: 'authors', label: 'Authors', from: people[0].length, alone: false };
  // "Published in Journal of X": the words lead to a name without a colon.
  const lead = /^(?:published|appears|publicado)\s(?:in|en|em)\s(?=\p{Lu}|《)/iu.exec(text);
  if (lead && text.length < 120 && !/[.;]\s/u.test(text) && !/\sby\s/u.test(text))
    return { field: 'source', label: lead[0].trim(), from: lead[0].length, alone: false };
  if (text.length <= 45) {
    const field = fieldOfLabel(text.slice(bullet));
    if (field) return { field, label: text.slice(bullet), from: text.length, alone: true };
  }
  const raw = page.source.text.slice(line.start, Math.min(line.end, line.start + 60));
  const gap = /^\s*(\S(?:[^\S\n]?\S){0,30}?)(?:\t+|[ \u00a0\u3000]{2,}|\s?\|\s?|\s?[—–]\s)(?=\S)/u.exec(raw);
  if (gap) {
    const field = fieldOfLabel(gap[1] ?? '');
    const label = gap[1] ?? '';
    const column = /^dc\./iu.test(label) ? /\s(?:-|[a-z]{2}(?:[_-][A-Z]{2})?)$/u.exec(text)?.index : undefined;
    // Folded text differs from raw text in nothing but white space here.
    const from = text.slice(label.length).search(/[^\s|—–]/u) + label.length;
    if (field && text.startsWith(label) && from > label.length)
      return { field, label, from, alone: false, ...(column === undefined ? {} : { to: column }) };
  }
  return undefined;
}
