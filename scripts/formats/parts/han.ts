/** Pairs of the characters in which the labels of Taiwan and Hong Kong differ from the mainland's, traditional first. */
const pairs =
  '題题關关鍵键詞词標标號号頁页碼码發发時时間间單单機机構构論论類类學学數数據据庫库譯译語语種种導导師师稱称資资訊讯來来處处國国際际編编輯辑顯显網网連连結结點点閱阅載载錄录會会議议簡简項项參参獻献內内評评價价個个對对應应實实驗验緒绪聯联絡络遠远專专業业區区團团體体總总計计條条從从執执檢检尋寻選选擇择圖图書书館馆雜杂誌志報报電电檔档場场門门級级屬属輸输當当後后還还進进這这說说與与為为無无並并補补複复製制較较轉转達达過过邊边開开長长問问閉闭隊队難难響响預预領领頻频願愿顧顾馬马齊齐龍龙讀读變变讓让認认識识調调請请謝谢護护責责費费購购貢贡賣卖質质賴赖車车軟软辦办農农運运適适遺遗郵邮鄉乡醫医釋释針针鏈链錯错鐘钟陸陆陽阳雙双離离靜静順顺須须頭头風风飛飞養养驟骤軍军績绩維维繼继續续罰罚義义習习職职聽听臺台舊旧藝艺藥药蘭兰術术衛卫裝装規规視视覽览觀观訂订記记討讨訓训許许設设訪访証证詢询試试該该詳详誤误課课談谈諮咨諾诺謂谓講讲證证譜谱豐丰負负財财貨货貴贵贊赞緣缘約约細细經经綜综線线組组統统絕绝給给緊紧歷历曆历殘残氣气決决況况減减測测滿满準准溫温漢汉產产畫画異异療疗癥症癒愈盡尽監监眾众確确礎础禮礼積积競竞筆笔節节範范築筑糾纠紀纪純纯紙纸';
const simple = new Map<string, string>();
const characters = [...pairs];
for (let i = 0; i < characters.length; i += 2) simple.set(characters[i] as string, characters[i + 1] as string);

/** A label in simplified characters, for looking it up; only the characters of labels are known, so no text for readers. */
export const simplified = (label: string): string =>
  /\p{Script=Han}/u.test(label) ? [...label].map((one) => simple.get(one) ?? one).join('') : label;
