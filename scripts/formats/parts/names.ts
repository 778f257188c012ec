import type { Name } from '#domain/person';

/** Family names of two characters; all other Chinese family names of people have one. */
const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 吴铭 歐陽 司馬 諸葛 東方 皇甫'.split(
    ' ',
  ),
);

/** The hundred families, by how often they occur, with their traditional forms: what a Chinese name begins with. */
const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由刘張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鐘鍾譚陸範賈韋鄒閆龍賀顧龔萬錢嚴湯溫樊齊喬龐顏莊聶魯關蘭寧紀單畢塗駱藍華饒陽時農繆簡車項連麥婁竇黨宮費衛應閔鄔邊師欒榮叢鞏遲鄺談樂鬱儲諶樓滿聞厲區闞權強帥蓋練國計雲'.split(
    '',
  ),
);

const particles = new Set(
  "van von der den de del della di da do dos das du la le les ten ter zu zur af av al el bin ibn ben abu st. st san santa d' y e i".split(
    ' ',
  ),
);
const suffix = /^(?:Jr|Sr|Jnr|Snr|II|III|IV)\.?$/u;
/** Degrees and titles after or before a name: no part of it. */
const degree =
  /^(?:M\.?D|Ph\.?D|D\.?Phil|M\.?Sc|B\.?Sc|M\.?A|B\.?A|M\.?P\.?H|M\.?S|B\.?S|M\.?Ed|Ed\.?D|Psy\.?D|D\.?Clin\.?Psy|D\.?Psych|R\.?N|M\.?S\.?W|M\.?B\.?B\.?S|M\.?B\.?Ch\.?B|FRCP|FRCPsych|MRCPsych|M\.?B\.?A|Dr\.?\s?P\.?H|Sc\.?D|LCSW|M\.?Phil|Dipl?\.?-?Psych|Dr|Prof|Professor|Mr|Mrs|Ms|Assoc|B\.?M|M\.?Psych|BPsych|B\.?Psych|MPsych|Hons|DClinPsych|BHSc|MHSc|DrPH|LMFT|LPC|CPsychol|AFBPsS|FAAN|D\.?O|Pharm\.?D|DNP|MN|MSN|BSN|LL\.?M|J\.?D)\.?$/u;

/** Words that a group bears in its name and no person does. */
const group =
  /(?<![\p{L}\p{N}])(?:department|ministry|group|collaborat(?:ion|ive|ors)|consortium|network|committee|organi[sz]ation|association|society|centre|center|institute|university|team|task force|council|agency|foundation|investigators|commission|office|service|services|college|programme|program|initiative|board|trust|hospital|academy|federation|union|government|bureau|unit|univ|hosp|dept|inst|coll|sch|ctr|technol|fac|acad|adm|media|press|publishing|publishers?|verlag|llc|ltd|inc|gmbh|corporation|company|grupo|ministerio|ministério|universidad|universidade|sociedad|asociación|comité|fundación|fundação|fondazione|fondation|universitaria|universitaire|università|université|universität|hochschule|instituto|institut|istituto|facultad|faculdade|escuela|escola|centro|corporación|klinik|klinikum)(?![\p{L}\p{N}])|课题组|研究组|协作组|委员会|学会|协会|编辑部|工作组|专家组|联盟$|中心$|大学$|医院$|研究院$|研究所$|出版社$/iu;

/** Words of menus and headings that are written like names. */
const menuWord =
  /(?<![\p{L}\p{N}])(?:articles?|comments?|readers?|overview|journals?|research|metrics|figures?|tables?|coverage|views?|share|downloads?|search|home|about|contact|menu|abstract|authors?|references|information|sections?|issues?|volume|publishers?|online|access|open|full|text|reviews?|editorial|policy|policies|privacy|subjects?|areas|copyright|cookies?|login|register|submit|guidelines|special|latest|current|archives?|citations?|related|data|materials?|methods|results|discussion|conclusions?|introduction|original|meta-analysis|analysis|study|systematic|clinical|psychology|psychiatry|medicine|health|sciences?|roles?|contributed|fields?|value|language|metadata|list|servicios|articulos?|artículos?|personalizados|revista|indicadores|compartir|inicio|idioma|news|events|profile|account|terms|conditions|supplementary|notes|email|print|save|alerts?|tools|options|browse|topics?|general|public|publication|website|site|library|database|repository|collections?|communities|english|español|português|login|reprints|permissions|rights|reserved|street|road|avenue|st|city)(?![\p{L}\p{N}])/iu;

export const isMenuWord = (text: string): boolean => menuWord.test(text);
export const isGroupName = (text: string): boolean => group.test(text);

export const isHanName = (text: string): boolean => {
  const name = text.replace(/\s/gu, '');
  return (
    /^\p{Script=Han}{2,4}$/u.test(name) &&
    (surnames.has(name[0] ?? '') || compoundSurnames.has(name.slice(0, 2))) &&
    !group.test(name)
  );
};

const particle = (token: string): boolean => particles.has(token.toLowerCase()) && token === token.toLowerCase();
const initials = (token: string): boolean => /^(?:\p{Lu}\.?-?){1,4}$/u.test(token);
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
    if (word.test(token) || suffix.test(token)) capitals++;
    else if (!particle(token)) return false;
  }
  return (
    capitals >= 2 &&
    !group.test(text) &&
    !menuWord.test(text) &&
    (/\p{Ll}/u.test(text) || tokens.some(initials)) &&
    !/\.$/u.test(text.replace(/\b(?:\p{Lu}|Jr|Sr)\.$/u, ''))
  );
}

/** Without degrees and titles: "Mary Ann, PhD, MPH" and "Dr Mary Ann" are Mary Ann. */
export function withoutDegrees(text: string): string {
  const parts = text.split(/,\s*/u);
  while (parts.length > 1 && (parts.at(-1) ?? '').split(/\s/u).every((token) => degree.test(token))) parts.pop();
  const tokens = parts.join(', ').split(' ');
  while (
    tokens.length > 2 &&
    // Two capitals without points may be initials: "de Souza MA".
    !/^\p{Lu}{1,2}$/u.test(tokens.at(-1) ?? '') &&
    degree.test((tokens.at(-1) ?? '').replace(/,$/u, '')) &&
    !suffix.test(tokens.at(-1) ?? '')
  )
    tokens.pop();
  while (tokens.length > 2 && /^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?$/u.test(tokens[0] ?? '')) tokens.shift();
  return tokens.join(' ').replace(/,$/u, '');
}

const titleCase = (token: string): string =>
  token.replace(/\p{L}+/gu, (part) =>
    part.length > 1 && part === part.toUpperCase() ? part[0] + part.slice(1).toLowerCase() : part,
  );

/** `family` and `given` of a name in given-family order: cut before the last word and the particles that go with it. */
function cutLatin(written: string): Name {
  const tokens = written.split(/\s+/u).filter(Boolean);
  let end: string | undefined;
  if (tokens.length > 2 && suffix.test(tokens.at(-1) ?? '')) end = tokens.pop()?.replace(/\.$/u, '');
  if (tokens.length === 1) return { written, literal: written };
  // "SUN Qiwu": a family name in capitals comes first where the rest is not.
  const [first = '', ...others] = tokens;
  if (
    /^\p{Lu}{2,}(?:[-'’]\p{Lu}+)*$/u.test(first) &&
    others.every((token) => /\p{Ll}/u.test(token) && !particle(token)) &&
    others.length <= 2
  )
    return { written, family: titleCase(first), given: others.join(' '), ...(end ? { suffix: end } : {}) };
  // "Huggett C", "Alperin JP": initials without points stand last in citations.
  const tail = tokens.at(-1) ?? '';
  if (/^\p{Lu}{1,3}(?:-\p{Lu})?$/u.test(tail) && tokens.length <= 4 && !tokens.slice(0, -1).some(initials)) {
    const family = tokens.slice(0, -1);
    let lead = 0;
    while (lead < family.length - 1 && particle((family[lead] ?? '').toLowerCase())) lead++;
    return {
      written,
      ...(lead ? { particle: family.slice(0, lead).join(' ') } : {}),
      family: family.slice(lead).join(' '),
      given: tail,
    };
  }
  let cut = tokens.length - 1;
  while (cut > 1 && particle(tokens[cut - 1] ?? '')) cut--;
  let start = cut;
  while (start < tokens.length - 1 && particle(tokens[start] ?? '')) start++;
  return {
    written,
    ...(start > cut ? { particle: tokens.slice(cut, start).join(' ') } : {}),
    family: tokens.slice(start).join(' '),
    given: tokens.slice(0, cut).join(' '),
    ...(end ? { suffix: end } : {}),
  };
}

/**
 * A name as a page writes it, cut where a rule allows; `derived` names the rule. `Family, Given` is the page's own cut.
 */
export function readName(text: string): { name: Name; derived?: string } {
  const written = text.trim();
  const plain = withoutDegrees(written);
  const han = plain.replace(/\s/gu, '');
  if (/^[\p{Script=Han}·•]+$/u.test(han)) {
    if (!isHanName(han) || /[·•]/u.test(han)) return { name: { written, literal: han } };
    const cut = compoundSurnames.has(han.slice(0, 2)) && han.length > 2 ? 2 : 1;
    return { name: { written, family: han.slice(0, cut), given: han.slice(cut) }, derived: 'name-cut-at-surname' };
  }
  if (isGroupName(plain)) return { name: { written, literal: plain } };
  const comma = /^([^,]+),\s*([^,]+)(?:,\s*([^,]+))?$/u.exec(plain);
  if (comma) {
    const [, family = '', given = '', end] = comma;
    if (suffix.test(given.trim()))
      return {
        name: { ...cutLatin(family), written, suffix: given.replace(/\.$/u, '') },
        derived: 'name-cut-at-last-token',
      };
    const tokens = family.trim().split(/\s+/u);
    let lead = 0;
    while (lead < tokens.length - 1 && particle(tokens[lead] ?? '')) lead++;
    return {
      name: {
        written,
        ...(lead ? { particle: tokens.slice(0, lead).join(' ') } : {}),
        family: tokens.slice(lead).join(' '),
        given: given.trim(),
        ...(end && suffix.test(end.trim()) ? { suffix: end.trim().replace(/\.$/u, '') } : {}),
      },
    };
  }
  const name = { ...cutLatin(plain), written };
  return name.family ? { name, derived: 'name-cut-at-last-token' } : { name };
}
