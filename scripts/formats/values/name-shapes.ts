import { isGroupName, isInitials, isParticle, isSuffix } from './names.ts';
import { surnameOf } from '#domain/surnames';
import { simplified } from '../text/han.ts';

/** Words of menus and headings that are written like names. */
const menuWord =
  /(?<![\p{L}\p{N}])(?:articles?|comments?|readers?|overview|journals?|research|metrics|figures?|tables?|coverage|views?|share|downloads?|search|home|about|contact|menu|abstract|authors?|references|information|sections?|issues?|volume|publishers?|online|access|open|full|text|reviews?|editorial|policy|policies|privacy|subjects?|areas|copyright|cookies?|login|register|submit|guidelines|special|latest|current|archives?|citations?|related|data|materials?|methods|results|discussion|conclusions?|introduction|original|meta-analysis|analysis|study|systematic|clinical|psychology|psychiatry|medicine|health|sciences?|roles?|contributed|fields?|value|language|metadata|list|servicios|articulos?|artículos?|personalizados|revista|indicadores|compartir|inicio|idioma|news|events|profile|account|terms|conditions|supplementary|notes|email|print|save|alerts?|tools|options|browse|topics?|general|public|affiliations?|expand|collapse|logo|crossmark|actions|points|filters|image|icon|scholar|analytics|members|learn|preprint|publication|website|site|library|database|repository|collections?|communities|english|español|português|login|reprints|permissions|rights|reserved|street|road|avenue|st|city)(?![\p{L}\p{N}])/iu;

export const isMenuWord = (text: string): boolean => menuWord.test(text);

/** What columns of a journal are called, also with a dot between. */
const subject = /论著|研究|综述|临床|述评|报道|专题|指南|讲座|论坛|调查|标准|共识|教育|管理|护理|医学|心理|治疗/u;

/** Headings and buttons of four characters, some of which begin like a surname: 相关阅读, 文章导读, 全文下载. */
const heading =
  /^(?:相关|推荐|更多|全文|文章|文献|期刊|学位|会议|关键|摘要|参考|引用|下载|阅读|导出|分享|收藏|指导|口试|论文|作者|单位|通[讯信]|基金|版权|历史|时间|万方|知网|方法|结果|结论|目的)|(?:阅读|导读|下载|文献|论文|作者|单位|推荐|委员|教授|导师|次数|引用|摘要|全文|声明|链接|信息)$/u;

/** Two to four Chinese characters that begin with a surname, or a foreign name set with a dot. */
export const isHanName = (text: string): boolean => {
  const name = text.replace(/\s/gu, '');
  if (/^\p{Script=Han}{1,6}(?:[·•・]\p{Script=Han}{1,6}){1,3}$/u.test(name)) return !subject.test(name);
  return (
    /^\p{Script=Han}{2,4}$/u.test(name) &&
    surnameOf(name) !== undefined &&
    !isGroupName(name) &&
    !(name.length === 4 && heading.test(simplified(name)))
  );
};

const word = /^(?:\p{Lu}[\p{L}\p{M}.'’‘ʼ`-]*|[dDlLO]['’]\p{Lu}[\p{L}\p{M}'’-]*|al-\p{Lu}[\p{L}-]*)$/u;

/**
 * Whether a text has the shape of a person's name in Latin letters: two to six capitalised words with particles, or
 * `Family, Given`. A shape only: the reader asks it where a page has authors.
 */
export function isPersonShape(text: string): boolean {
  if (text.length > 60 || /[\d:;!?()[\]{}@/\\|"“”<>=_#&*+%]/u.test(text)) return false;
  const parts = text.split(/,\s*/u);
  if (parts.length > 2 || parts.some((part) => !part)) return false;
  const tokens = parts.join(' ').split(' ');
  if (tokens.length < 2 || tokens.length > 6) return false;
  let capitals = 0;
  for (const token of tokens) {
    if (word.test(token) || isSuffix(token)) capitals++;
    else if (!isParticle(token) && !/^(?:los|las)$/u.test(token)) return false;
  }
  return (
    capitals >= 2 &&
    !isGroupName(text) &&
    !menuWord.test(text) &&
    (/\p{Ll}/u.test(text) || (tokens.some(isInitials) && !tokens.every(isInitials))) &&
    !/\.$/u.test(text.replace(/(?:(?<![\p{L}])(?:\p{Lu}|Jr|Sr)\.[\s-]?){1,12}$/u, ''))
  );
}
