/**
 * Chinese surnames in pinyin without tones, simplified and traditional forms side by side. They are the names of about
 * 97 % of people in China. The pinyin is that of the character as a surname (曾 zeng, 单 shan, 仇 qiu).
 */
const table = `
wang 王汪 li 李黎厉励利栗 zhang 张張章仉 liu 刘劉柳 chen 陈陳谌 yang 杨楊阳陽羊 huang 黄黃 zhao 赵趙 wu 吴吳武伍邬巫乌
zhou 周 xu 徐许許胥 sun 孙孫 ma 马馬麻 zhu 朱祝诸竺 hu 胡扈 guo 郭 he 何贺賀和郝 lin 林蔺 gao 高 luo 罗羅骆洛 zheng 郑鄭
liang 梁 xie 谢謝解 song 宋 tang 唐汤湯 deng 邓鄧 han 韩韓 feng 冯馮封丰酆 cao 曹 peng 彭 zeng 曾 xiao 肖萧蕭 tian 田 dong 董
pan 潘 yuan 袁苑原 cai 蔡 jiang 蒋蔣江姜 yu 于余俞虞喻郁尉遇 du 杜 ye 叶葉 cheng 程成 wei 魏韦韋卫衛危隗 su 苏蘇宿 lü 吕呂 ding 丁
ren 任 lu 卢盧陆陸鲁魯路逯 yao 姚 shen 沈申 zhong 钟鐘钟鍾仲 cui 崔 tan 谭譚谈覃 fan 范樊 jin 金靳晋 shi 石史施时時师 liao 廖 jia 贾賈
xia 夏 fu 付傅符扶 fang 方房 bai 白柏 zou 邹鄒 meng 孟蒙 xiong 熊 qin 秦覃 qiu 邱丘仇裘 hou 侯 jiang 江 yin 尹殷阴 xue 薛 yan 闫阎閻严嚴颜顏晏燕
duan 段 lei 雷 long 龙龍隆 tao 陶 he 贺 gu 顾顧古谷辜 mao 毛茅 gong 龚龔宫公巩 wan 万萬 qian 钱錢 shao 邵 lai 赖賴 kong 孔 mo 莫 chang 常 dai 戴代
niu 牛 geng 耿 ge 葛 xing 邢幸 an 安 qi 齐齊戚祁 yi 易伊 qiao 乔喬 pang 庞龐 zhuang 庄莊 nie 聂聶 bao 鲍包 zuo 左 tong 童佟 guan 关關管官 ou 欧歐区
you 尤游 ai 艾 lan 兰蘭蓝藍 ying 应應 bian 卞边 bi 毕畢 ji 季纪紀姬吉嵇冀 shu 舒束 zhan 詹占 zha 查 mu 穆牟慕 ning 宁寧甯 qu 曲屈瞿渠 liu 柳 che 车車
dou 窦竇 ju 鞠居 kang 康 lian 连連廉练 lou 娄楼 miao 苗缪 min 闵 ni 倪 nong 农 pei 裴 pu 蒲浦濮 rong 荣戎容 ruan 阮 sang 桑 sha 沙 shan 单山 shang 尚商 sheng 盛
teng 滕 tu 涂屠 wen 文温溫闻 weng 翁 xi 奚习席郗 xiang 向项項相 xin 辛 xuan 宣 yue 岳乐 yun 云 zang 臧 zhai 翟 zhen 甄 zhuo 卓 zong 宗 zu 祖 chi 池迟 chu 储褚楚初
dang 党 diao 刁 dan 但 e 鄂 fei 费 gan 甘干 gou 苟勾 hao 郝 hong 洪 hua 华華花滑 huo 霍 jing 荆景井敬经 jiao 焦 kuang 邝匡 kou 寇 leng 冷 ling 凌 man 满 mei 梅 mi 米宓
ping 平 ran 冉 she 佘 shuai 帅 sui 隋 tai 邰 wei 卫 xian 冼 ya 牙 zhan 湛 zi 訾 bu 卜步 ba 巴 ban 班 cen 岑 chai 柴 gao 郜 ke 柯 lao 劳 lin 蔺 lang 郎 mou 牟 na 那
ouyang 欧阳歐陽 situ 司徒 shangguan 上官 zhuge 诸葛諸葛 sima 司马司馬 huangfu 皇甫 gongsun 公孙公孫 murong 慕容 linghu 令狐 xiahou 夏侯 dongfang 东方東方
weichi 尉迟 zhangsun 长孙 duanmu 端木 dugu 独孤 nangong 南宫 ximen 西门
`;

/** Surname as written -> pinyin. */
export const surnames: ReadonlyMap<string, string> = read(table);

function read(text: string): Map<string, string> {
  const words = text.trim().split(/\s+/u);
  const map = new Map<string, string>();
  for (let i = 0; i < words.length; i += 2) {
    const pinyin = (words[i] ?? '').replace('ü', 'u');
    const written = words[i + 1] ?? '';
    const pairs =
      /^(?:ouyang|situ|shangguan|zhuge|sima|huangfu|gongsun|murong|linghu|xiahou|dongfang|weichi|zhangsun|duanmu|dugu|nangong|ximen)$/u;
    const forms = pairs.test(pinyin) ? (written.match(/../gu) ?? []) : [...written];
    for (const form of forms) if (!map.has(form)) map.set(form, pinyin);
  }
  return map;
}

/** Rarer surnames. They help to recognise a Chinese name; their pinyin is not needed. */
const rare = `
饶司简芦麦桂全栾丛敖明惠南鄢皮粟盘位仝海阚权强豆朴盖禹漆支卿国狄计索门来晁芮都普阙戈伏鹿薄邸雍阿母亓修赫杭况鲜印茹诺战玉银亢哈宾於呼揭冶斯元檀衣信展昝智奉植衡富尧闭由範閆單塗駱饒農繆簡麥婁黨宮費閔鄔邊
師欒榮叢鞏遲鄺談樂鬱儲諶樓滿聞厲區闞權強帥蓋練國計雲
太史 万俟 闻人 公羊 赫连 澹台 宗政 濮阳 公冶 太叔 申屠 仲孙 钟离 宇文 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 段干 百里 呼延 东郭 南门
羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 公祖 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师
`;

/** Every surname as written, with which a Chinese name can begin. */
const known: ReadonlySet<string> = new Set([
  ...surnames.keys(),
  ...rare.split(/\s+/u).flatMap((word) => (word.length === 2 ? [word] : [...word])),
]);

/**
 * The surname at the beginning of a name without spaces: with two characters where such a surname exists, else with
 * one.
 */
export function surnameOf(name: string): string | undefined {
  const two = name.slice(0, 2);
  if (name.length > 2 && known.has(two)) return two;
  const one = name.slice(0, 1);
  return name.length > 1 && known.has(one) ? one : undefined;
}
