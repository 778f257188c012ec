/** Recognises text that belongs to a site and not to a paper, by its wording alone. */

import { simplified } from '../text/han.ts';
import { isInterface } from './interface.ts';

/** A named rule for text that is a site's own and no part of a paper: the rule's name is in the ledger. */
interface FurnitureRule {
  name: string;
  test: RegExp;
}

/**
 * Lines that are furniture on any site, whatever is around them. Each tests a whole folded line; all are anchored
 * and without nested repetition, so that a line of any length is tested in linear time.
 */
const furnitureRules: readonly FurnitureRule[] = [
  {
    name: 'author-roles',
    test: /^Roles?\s(?:Conceptualization|Data|Formal|Funding|Investigation|Methodology|Project|Resources|Software|Supervision|Validation|Visualization|Writing)/u,
  },
  {
    name: 'journal-metrics',
    test: /(?:影响因子|自引率|中科院分区|JCR分区|h-index|Impact Factor|CiteScore)\s?\|/iu,
  },
  {
    name: 'journal-metrics',
    test: /^(?:(?:IF|SJR|CiteScore|JCR)[:：\s]{1,3}\d[\d.]*|(?:\d区\s)?(?:医学|心理学|教育学|社会学|管理学|计算机科学|工程技术|生物学|综合性期刊|法学|化学|物理与天体物理|环境科学与生态学|数学|农林科学|材料科学|地球科学|经济学|历史学|文学|哲学|艺术学)(?:\s\d区)?(?:\s?Q[1-4].{0,80})?$)/u,
  },
  {
    name: 'counter',
    test: /^(?:(?:阅读|浏览|下载|引用次数|被引(?:频次|次数|量)?|点击(?:量|次数)?|访问量|收藏|点赞|评论|分享|Views?|Downloads?|Citations?|Cited(?: by)?|Altmetric|Reads?|Shares?|CrossRef citations? to date|Accesses|Mentions)\s?[:：()（]?\s?[\d,.]*\s?[次k)）]?$|[\d,.]{1,9}k?\s?(?:Views?|Downloads?|Citations?|Accesses|Altmetric|Reads?|次(?:阅读|下载|浏览)?)(?:\s{1,5}(?:Views|Downloads))*$|(?:(?:Full-Text|Abstract) HTML|PDF|ePub|Total) (?:Views|Downloads)(?:\/Downloads)?\s?[:：]\s?[\d,.]*$|Number of citations|Views\s{1,4}Downloads$|\d{1,3}(?:,\d{3})*\s?Citations)/iu,
  },
  {
    name: 'site-notice',
    test: /^(?:特别声明|免责声明|版权声明|声明[:：]|温馨提示|\d{1,2}[、.]\s?(?:本页面|若认为|其他媒体|投稿及合作|凡本网|本站|本网)|本页面内容|.{0,40}未经(?:授权|许可).{0,8}转载|本文来源于|Disclaimer|We use cookies|This (?:web)?site uses cookies|Cookies? (?:policy|settings|notice)|Accept (?:all )?cookies)/iu,
  },
  {
    name: 'machine-translation-notice',
    test: /^(?:本文章?由计算机程序翻译|本文由机器翻译|以上(?:内容|译文)由(?:机器|AI|人工智能)|(?:该|此|本)?(?:译文|摘要|翻译).{0,6}(?:机器|AI|人工智能|计算机).{0,8}(?:翻译|生成)|This (?:abstract|title|page|text|translation) (?:was|is|has been) (?:automatically|machine)[- ]translated|(?:Machine|Automatic(?:ally)?) translat(?:ed|ion)|Translated by (?:Google|DeepL|AI|machine)|Traducción automática|Traduzido automaticamente|(?:机器翻译|机翻)(?!(?:标题|题名)?[:：]\s?(?!.{0,12}(?:仅供|参考|生成)).{8}))/iu,
  },
  {
    name: 'navigation',
    test: /^(?:Skip to.{0,40}|Jump to.{0,20}|Go to.{0,30}|Back to.{0,30}|Return to.{0,30}|Toggle.{0,20}|Open (?:menu|search)|Close|Menu|Home(?:\s?[/›>].*)?|Home\s?\/|Archives?\s?\/?|Current(?: Issue)?|Search(?:\s[\p{L}\s.,-]{0,40})?(?:\.\.\.)?|Author links open.{0,30}|Get rights and content|Add to Mendeley|Outline|Journals & Books|Advanced search|Log ?in|Login|Sign in|Sign up|Register|Subscribe|About(?: us)?|Contact(?: us)?|Help|FAQ|Next(?: Article.*)?|Previous(?: Article.*)?|Share(?: this.*)?|Tweet|Facebook|Twitter|LinkedIn|Email|Print|Save|Bookmark|Follow|Like|Cite|Cite this|PDF|HTML|XML|EPUB|Download(?: PDF| citation)?|Full text|View (?:article|PDF|full text|all).*|Show (?:more|less|all).*|See all.*|Read (?:more|less).*|Read more here|Explore other topics|More|Loading(?:…|\.\.\.| metrics)?|Advertisement|Feedback|Sitemap|Top|Figures?|Tables?|Metrics|Article|Articles|Authors?|Comments|Article Menu|Order Article Reprints|Browse(?: .{0,20})?|Announcements|Submissions|Archives|Editorial Team|Privacy Statement|首页|登录|注册|返回.{0,6}|上一篇.*|下一篇.*|导航|搜索|关于我们|联系我们|网站地图|投稿|订阅|全文下载|下载PDF|加入收藏|分享到?.*|在线阅读|手机版|筛选|英文 中文|中文 英文|更多.{0,6}|查看.{0,8}|展开.{0,6}|收起)$/iu,
  },
  {
    name: 'navigation',
    test: /^(?:(?:首页|主页)\s?[>›»/|]?|(?:Home|Inicio|Início|Accueil|Startseite)\s?[>›»/|])\s.{0,190}$/iu,
  },
  {
    name: 'help-request',
    test: /^(?:求助全文|约\d+分钟内获得全文|文献互助|Request (?:full[- ]text|PDF)|Get full text|全文求助|获取全文|在线求助|Full text links|Access (?:options|through|provided)|Buy article|Purchase|Rent this article|购买|Check access|Get access|To (?:read|access|view|get) (?:the full|this (?:article|chapter|paper)).{0,100}$|Read on any device|Instant download|Own it forever|Price includes VAT|Tax calculation|Purchases are for|Available as PDF|Institutional subscriptions|(?:EUR|USD|GBP|US\$|£|€)\s?[\d.,]+$|(?:Sorry, )?you (?:do not|don't) (?:currently )?have access|Sign in to (?:access|view|read)|Log ?in to (?:access|view|read)|Subscribe to (?:access|view|read))/iu,
  },
  {
    name: 'cite-dialog',
    test: /^(?:×|⨯|引用|复制|导出至?|copy|GB\/T 7714(?:-\d{4})?|MLA|APA|Chicago|Harvard|IEEE|Vancouver|ACM|ACS|ABNT|Turabian|BibTeX|EndNote|RefMan|RefWorks|NoteFirst|NoteExpress|RIS|Export citation|More Citation Formats|Download Citation|Endnote\/Zotero\/Mendeley \(RIS\)|Copy citation|已复制链接|(?:BibTeX|EndNote|RefMan|NoteFirst|NoteExpress|\s){10,80})$/iu,
  },
  {
    name: 'prompt',
    test: /^(?:提示|确定|取消|我知道了|现在去补充|您的信息不完整.*|您因.{0,20}操作.*|具体请查看.*|请完成安全验证.*|快去分享给好友吧.*|右上角分享|点击右上角分享|0|确认|关闭|发送|提交|No tags?, Be the first.*|Add Tag.*|Thanks for your feedback\.?|Obtain permissions instantly.*|Click through the .*|For more information about .{0,60}click here\.?|Is the Subject Area .*)$/iu,
  },
  {
    name: 'download',
    test: /^(?:(?:this article was )?downloaded by|download by)\s?[:：[]|^Files over \d+\s?MB\b|^Full Terms & Conditions of access|^The (?:article|post|text) below may\b/iu,
  },
  { name: 'journal-heading', test: /^(?:来源期刊|期刊信息|本刊(?:简介|信息))$/u },
  {
    name: 'footer',
    test: /^(?:©|\(c\)\s?\d{4}|Copyright\b|版权所有|All rights reserved|.{0,12}(?:ICP备|公网安备)|联系我们[:：]|Powered by|Book学术|群\s?号[:：]|Terms (?:of|and)|Privacy (?:policy|notice)|.{2,40}官方微信$|微信公众号|地址[:：]|电话[:：]|邮编[:：]|技术支持|(?:p|e)?ISSN[:：]?\s\d{4}-\d{3}[\dX]$|.{0,60}is a (?:nonprofit|non-profit|registered).{0,200}$|Hostname:)/iu,
  },
  {
    name: 'site-banner',
    test: /^(?:U\.S\. flag|An official website of|Dot gov|Https|The \.gov means|Federal government websites|The site is secure|Access keys|An official website.*|Here's how you know|Font (?:Type|Size):|Arial Georgia|Aa Aa Aa|Line Spacing:|Column Width:|Background:$|Official websites use \.gov|Secure \.gov websites|Share sensitive information|欢迎访问|欢迎光临|Official website|Learn more:? PMC Disclaimer|PMC Copyright notice|As a library, NLM provides)/u,
  },
  { name: 'logo', test: /^(?:.{2,60}\slogo\s?(?:Link to .{2,60})?|Link to .{2,80})$/u },
  {
    name: 'navigation',
    test: /^(?:Skip to.{0,120}|(?:Also )?(?:Available|Read this|View this) in:?\s\p{Lu}.{0,60}|\d[\d,.]{0,7}\s?(?:\+\s?)?(?:million|billion)\+?\s(?:members|publication|citations|papers|records|articles).{0,30}|Search (?:over )?[\d,]{4,}.{0,60}|\d{1,3} of \d{1,6}|Showing \d+.{0,40}|You are (?:currently |here).{0,100}|This is a preview of.{0,80}|JavaScript is disabled.{0,120}|You need to enable JavaScript.{0,60}|Multiple requests from the same IP.{0,100}|(?:以下|其他)语言版本.{0,60}|(?:Idiomas?|Languages?|语言)\s?[:：]\s?(?:English|Español|简体中文|Português|Français).{0,100}|当前位置\s?[:：].{0,160}|您(?:当前|现在)?的?(?:当前)?位置\s?[:：].{0,160}|(?:Usted|Você) está aquí?.{0,100})$/iu,
  },
  { name: 'list-marker', test: /^[\s•·▪*–—\-.,:;&|›»«<>()[\]+?!/\\#]+$/u },
  {
    name: 'rights',
    test: /^(?:This (?:is an open access|article is (?:distributed|licensed|published)|work is licensed|paper is licensed)|Rights & Permissions|Rights and permissions|Reprints and|Academic Permissions|Authors retain copyright|Published under|Creative Commons|CC BY|Licensed under|Open Access This article|Permissions)/iu,
  },
  {
    name: 'correspondence',
    test: /^(?:\*\s?(?:Correspondence|Corresponding|Author to whom|E-?mail)|Author to whom correspondence|Corresponding Author|Correspondence(?: to)?[:：]|✉|\*?\s?E-?mail[:：]|Author information|Email:)/iu,
  },
  { name: 'special-issue', test: /^\(?This article belongs to\b/u },
  {
    name: 'preprint-note',
    test: /^(?:Preprints? \(earlier versions\)|Note that a Preprint|This article is a preprint|A preprint of this)/iu,
  },
];

/** The rule that a line falls under. */
export function furnitureOf(text: string): string | undefined {
  if (isInterface(text)) return 'navigation';
  const plain = text.replace(/^[•·▪◦*]\s(?=\S)/u, '');
  return furnitureRules.find((rule) => rule.test.test(plain))?.name;
}

/** Headings after which a page no longer speaks of the paper as a whole: what follows is named by the rule. */
const tails: readonly { name: string; words: string }[] = [
  {
    name: 'references',
    words:
      'references|list of references|reference list|bibliography|works cited|cited references|literature cited|参考文献|参考文献:|参考书目|引证文献|referencias|referências|referencias bibliográficas|referências bibliográficas|bibliografía|literatur|références|список литературы|список літератури|cited by|citing articles|articles citing this paper|cited literature|citations|tài liệu tham khảo|kaynakça|kaynaklar',
  },
  {
    name: 'summaries',
    words:
      "key learning aims|learning objectives|learning outcomes|plan de l'article|plan de l’article|key points|highlights|research highlights|article highlights|tldr|tl;dr|graphical abstract|visual abstract|plain language summary|plain-language summary|lay summary|key practitioner message|key practitioner messages|practitioner points|impact statement|clinical impact statement|clinical impact|public significance|public significance statement|导读|文章导读|研究要点|significance statement|in brief|at a glance|editor's summary|strengths and limitations of this study|what is already known on this topic|what this study adds|what this paper adds|ai summary|resumen para legos|编者按|要点|亮点|通俗语言总结",
  },
  {
    name: 'full-text',
    words:
      'section snippets|introduction|1 introduction|1. introduction|introducción|introdução|1 引言|引言|main text|main|body|article contents|contents|full article|1. background|contents:|目录|正文|article contents:|materials and methods|2. methods',
  },
  {
    name: 'author-biographies',
    words:
      'author biographies|author biography|notes on contributors|about the authors|about the author|biographies|biographical notes|author details|作者简介|作者介绍|authors and affiliations|author notes|biography',
  },
  {
    name: 'statements',
    words:
      "disclosure statement|declaration of interest|competing interests|conflict of interest|conflicts of interest|conflict of interest statement|competing interest|competing interest statement|declaration of competing interest|declaration of competing interests|declaration of interests|funding statement|funding information|funding details|author declarations|data availability statement|open research|credit authorship contribution statement|author statement|institutional review board statement|informed consent statement|contributors|licensing|copyright|acknowledgements|acknowledgments|funding|data availability|supplementary material|supplementary materials|supporting information|additional information|ethics declarations|declarations|footnotes|notes|rights and permissions|reprints and corporate permissions|about this article|article notes|author contributions|ethics statement|appendix|abbreviations|multimedia appendix|supplementary information|availability of data and materials|disclosures|electronic supplementary material|publisher’s note|publisher's note|致谢|利益冲突",
  },
  {
    name: 'related',
    words:
      '同期文章|同期论文|本期文章|本期其他文章|同作者论文|作者其他论文|您可能感兴趣的文章|您可能关注的文档|可能感兴趣的文章|猜你喜欢|相关研究|相关知识点|类似文献|you might also like|you might also be interested in|you may also be interested in|other articles in this issue|articles in this issue|similar books and articles|recommended documents|recommend documents|recommended for you|readers also read|people also viewed|suggested articles|more by these authors|keep reading|related news|related searches|related documents|similar documents|recommended publications|other content recommended for you|trending|citing literature|往期推荐|精选留言|相关博文|相关基金文献|读者推荐|核心文献推荐|related articles|related content|similar articles|recommended articles|you may also like|people also read|more from this journal|相似文献|相关文献|相关文章|推荐文献|推荐阅读|related research|recommended|similar items|more like this|related papers|related works|相关论文|热门文章|最新文章|other articles|view more articles|相关推荐|artículos relacionados|most read|latest articles|trending|articles from|linkout - more resources|substances|publication types|mesh terms|related information|full text sources|research materials|medical|grants and funding',
  },
  {
    name: 'journal-blurb',
    words:
      '期刊介绍|期刊简介|about the journal|about this journal|来源期刊|journal information|aims and scope|本刊简介',
  },
  {
    name: 'history',
    words:
      '詳細情報|publication dates|datas de publicação|fechas de publicación|histórico|article history|publication history',
  },
  { name: 'site-notice', words: '特别声明|免责声明|disclaimer' },
  {
    name: 'metrics',
    words: 'metrics|article metrics|altmetric|usage|download statistics|metrics details|counts|field indicators',
  },
];
const tailByHeading = new Map(
  tails.flatMap(({ name, words }) =>
    simplified(words)
      .split('|')
      .map((word) => [word, name] as const),
  ),
);

/** The name of the tail that a heading begins, alone on its line or before the first of its references. */
export const tailOf = (text: string): string | undefined => {
  if (/^This (?:publication|article|paper) (?:has|references) \d+ (?:other )?(?:references|publications)/u.test(text))
    return 'references';
  const alone = text.length > 50 ? undefined : tailByHeadingAlone(text);
  if (alone) return alone;
  const [, heading = ''] = /^([^:：]{4,24})[:：]\s?(?=.{12})(?=.*(?:19|20)\d{2})/u.exec(text) ?? [];
  return tailByHeadingAlone(heading) === 'references' && !/^citations$/iu.test(heading) ? 'references' : undefined;
};

const tailByHeadingAlone = (text: string): string | undefined =>
  tailByHeading.get(
    simplified(text)
      .toLowerCase()
      .replace(/^[【[〔<]\s?|(?<![\s:：.\]】〕>])[\s:：.\]】〕>]+$/gu, '')
      .replace(/^(\d)\s?\|\s?/u, '$1. ')
      .replace(/\s\(\d+\)$/u, '')
      .replace(/^\d{1,6}\s(?=(?:citations|references)$)/u, '')
      .replace(/^references?\s?\d{1,4}(?: articles)?$/u, 'references'),
  );

/** Words that name the kind of an article above its title. */
export const articleType =
  /^(?:(?:original|research|review|brief|short|systematic|case|clinical|data|perspective|open|peer-?reviewed|methods?|study|registered|rapid|empirical|conceptual|regular|full|invited|featured?|mini|technical|special|scoping|narrative|literature|theoretical|qualitative|scholarly|academic|education(?:al)?|population|practice|intervention|student)[\s-]?)*(?:original|research|review|reviews|articles?|report|reports|investigations?|contributions?|dissertation|chapter|symposium|forum|essay|brief|series|conference paper|poster|abstract|book chapter|letter to the editor|guideline|protocols?|correction|erratum|corrigendum|reviewed|paper|papers|study|communication|letter|editorial|commentary|note|opinion|perspective|viewpoint|protocol|meta-analysis|access|tutorial|correspondence|book review|artículos?|artigos?(?: originais| original| de revisão)?|artículos? original(?:es)?|artículo de revisión|revisión|revisão|investigación|ensayo|ARTÍCULOS|randomized controlled trial|clinical trial|observational study|multicenter study|comparative study|journal article|comment|thesis|论著|综述|研究论文|原著|短篇报道|研究报告|学术论文|临床研究|述评|论文|期刊论文|学位论文|会议论文|网络首发|专题研究|专论|原著论文|araştırma makalesi|derleme(?: makalesi)?|olgu sunumu|übersichtsarbeit(?:en)?|originalarbeit(?:en)?|originalien|leitthema|fallbericht|病例报告|个案报告|调查研究|实务研究|理论研究|应用研究|基础研究|专家共识|指南与共识|学术争鸣|心理卫生|短篇论著|护理研究)(?:\s?[|·•:]|\s[-–—]\s(?:intervention|prognosis|diagnostic|methodology|overview|qualitative|prototype|rapid|update|research|open access|free access|peer[- ]reviewed|systematic|narrative|scoping|original|empirical|psychology|psychiatry))?$/iu;

/** A publishing house alone on its line. */
export const publisherLine =
  /^(?=.{4,80}$)\p{Lu}[\p{L}&.,'’()\s-]*\s(?:LLC|Ltd\.?|Limited|Inc\.?|GmbH|AG|S\.?A\.?|B\.?V\.?|Press|Publishing(?: Group| House)?|Publishers?|Publications|Verlag|Media SA|Association)$|^(?:Elsevier|Wiley|Springer(?: Nature)?|Routledge|SAGE(?: Publications)?|Informa UK Limited|MDPI(?: AG)?|Frontiers|Hindawi|Karger|De Gruyter|Emerald|Taylor & Francis)$|^(?=.{4,80}$)\p{Lu}[\p{L}\s]*\sVerlag\s(?:KG|GmbH|AG)(?:\s[\p{L}\s·.&]*)?$|^\p{Script=Han}{2,16}(?:出版社|杂志社)$/u;

/** Pages that are not about a paper: errors, logins, checks of the browser. */
export const errorPage =
  /^(?:(?:HTTP )?(?:Error )?(?:404|403|500|502|503)\b.{0,80}|Page not found.{0,60}|Access denied.{0,60}|Just a moment.{0,20}|Attention Required.{0,60}|Forbidden|Not Found|Service Unavailable|Are you a robot.{0,20}|Checking your browser.{0,60}|Please enable (?:JavaScript|cookies).{0,80}|Sorry, (?:the page|we couldn).{0,80}|页面不存在|您访问的页面.{0,30}|找不到(?:该|此)?页面.{0,20}|请输入验证码.{0,20}|访问(?:受限|被拒绝).{0,20}|.{0,10}安全验证.{0,20}|Página no encontrada.{0,40}|Seite nicht gefunden)$/iu;

/** First lines of pages that list papers instead of being about one. */
export const listHeading =
  /(?:最新文献|最新论文|检索结果|搜索结果|文章列表|论文列表|文献列表|当期目录|本期目录|过刊浏览|检索到\s?\d|共(?:找到|检索到)|Search results|results? for\b|Latest articles|Latest issue|Table of contents|All (?:issues|articles)|Browse (?:articles|issues)|Publications? list|Resultados de (?:la )?búsqueda|Résultats de (?:la )?recherche|Suchergebnisse|^検索結果|^Browsing\s(?:by\s|")|Most (?:read|cited) articles|Articles in press|List of publications|Issue contents|^\d[\d,]* results?\b)/iu;
