import { expect, test } from 'vitest';
import { readLocator } from '../../../scripts/formats/values/locators.ts';

/** A citation line, and its parts in order of kind: date, online, volume, issue, pages, article; then what it leaves. */
const said = (text: string): string => {
  const { tokens, rest } = readLocator(text);
  const parts = tokens.filter(({ kind }) => kind !== 'skip').map(({ kind, value }) => `${kind} ${value}`);
  return [...parts, ...rest.map((piece) => `<${piece.text}>`)].join(', ');
};

test.each([
  ['Clin Psychol Rev. 2024 Nov;113:102469', 'date 2024-11, volume 113, pages 102469, <Clin Psychol Rev.>'],
  ['Psychol Med. 2023 Jan;53(2):520-531', 'date 2023-01, volume 53, issue 2, pages 520-531, <Psychol Med.>'],
  ['JMIR Ment Health 2021;8(4):e24888', 'date 2021, volume 8, issue 4, pages e24888, <JMIR Ment Health>'],
  ['BMJ Open 2022;12:e061934', 'date 2022, volume 12, pages e061934, <BMJ Open>'],
  ['Listy, ročník 7, číslo 1, 2011, strany 5–9', 'volume 7, issue 1, date 2011, pages 5–9, <Listy>'],
  ['Zapiski, rocznik 33, zeszyt 2, 2004, ss. 4–18', 'volume 33, issue 2, date 2004, pages 4–18, <Zapiski>'],
  ['Leuchten, 12. Jg., 2009, Heft 3, S. 14–20', 'volume 12, date 2009, issue 3, pages 14–20, <Leuchten>'],
  ['Szemle, VII. évf. 4. szám, 2012, 5–16. oldal', 'volume VII, issue 4, date 2012, pages 5–16, <Szemle>'],
  ['Fener, 4. cilt, 2. sayı, 2018, sayfa 3 - 9', 'volume 4, issue 2, date 2018, pages 3 - 9, <Fener>'],
  ['Faroles, Año VII, núm. 3, 2014', 'volume VII, issue 3, date 2014, <Faroles>'],
  ['Lanterna, a. IV, n. 2, 2003, pp. 8-9', 'volume IV, issue 2, date 2003, pages 8-9, <Lanterna>'],
  ['Gale Talks 11/2017, pp. 3-9', 'issue 11, date 2017, pages 3-9, <Gale Talks>'],
  ['Leuchten, Heft 6/2015, S. 2-4', 'issue 6, date 2015, pages 2-4, <Leuchten>'],
  ['Talks 5(22), 2016, 1-9', 'volume 5, issue 22, date 2016, pages 1-9, <Talks>'],
  ['Año 2016, volumen 3', 'date 2016, volume 3, <Año>'],
  ['Psychotherapy, 56(3), 391–402', 'volume 56, issue 3, pages 391–402, <Psychotherapy>'],
  ['Psychotherapy Quarterly, 18, 12–20', 'volume 18, pages 12–20, <Psychotherapy Quarterly>'],
  ['South African Journal of Psychiatry 24, a1290', 'volume 24, pages a1290, <South African Journal of Psychiatry>'],
  ['Community Ment Health J 55, 843–851 (2019)', 'volume 55, pages 843–851, date 2019, <Community Ment Health J>'],
  ['Int. J. Environ. Res. 2022, 19(17), 10555', 'date 2022, volume 19, issue 17, pages 10555, <Int. J. Environ. Res.>'],
  [
    'Transcultural Psychiatry 61(2):p 285-297, April 2024',
    'volume 61, issue 2, pages 285-297, date 2024-04, <Transcultural Psychiatry>',
  ],
  ['Volume 301, 15 March 2022, Pages 210-219', 'volume 301, date 2022-03-15, pages 210-219'],
  ['Care Quarterly 9 (2017) 41–52', 'volume 9, date 2017, pages 41–52, <Care Quarterly>'],
  ['28:3 民112.09', 'volume 28, issue 3, date 2023-09'],
  ['第 5 卷第 1 期 (民國111年3月)', 'volume 5, issue 1, date 2022-03'],
  ['dc.date.available 2019-02-11T08:14:55Z', '<dc.date.available>, <T08>'],
  ['Volume 28, Issue 6', 'volume 28, issue 6'],
  ['Volume27, Issue13-14', 'volume 27, issue 13-14'],
  ['Vol. 33, No. 4 (2023)', 'volume 33, issue 4, date 2023'],
  ['v22 n3 p194-208 Oct 2019', 'volume 22, issue 3, pages 194-208, date 2019-10'],
  [
    '2024, Journal of Contemporary Psychotherapy, № 2, p. 123-132',
    'date 2024, issue 2, pages 123-132, <Journal of Contemporary Psychotherapy>',
  ],
  ['vol.38 no.2 Santiago ago. 2020', 'volume 38, issue 2, date 2020-08, <Santiago>'],
  ['vol. 46, núm. 2, 2014, pp. 98-106', 'volume 46, issue 2, date 2014, pages 98-106'],
  ['Nº. 29, 2019, págs. 55-63', 'issue 29, date 2019, pages 55-63'],
  ['Pages 163 à 172', 'pages 163 à 172'],
  ['第27卷第6期', 'volume 27, issue 6'],
  ['第二十一卷第十期', 'volume 21, issue 10'],
  ['Volume nine, issue two', 'volume 9, issue 2'],
  ['Jahrgang 52, H. 11', 'volume 52, issue 11'],
  ['Hlas a péče, Ročník 31, č. 2, s. 77-90', 'volume 31, issue 2, pages 77-90, <Hlas a péče>'],
  ['Annals of Loaves XIV:2 (1998), 33-41', 'volume XIV, issue 2, date 1998, pages 33-41, <Annals of Loaves>'],
  ['Bulletin of Loaves, zeszyt 17/2006', 'issue 17, date 2006, <Bulletin of Loaves>'],
  ['Вісник хліба № 4(31) 2012', 'issue 4, date 2012, <Вісник хліба>'],
  ['𝐀𝐛𝐜 𠮷, 제9권 제2호', 'volume 9, issue 2, <𝐀𝐛𝐜 𠮷>'],
  ['211-236(26쪽)', 'pages 211-236'],
  ['Cilt: 13 Sayı: 3, 290 - 307', 'volume 13, issue 3, pages 290 - 307'],
  ['Side: 7–19 · Volum 18, Utgave 1-2', 'pages 7–19, volume 18, issue 1-2'],
  ['Cad. Saúde Ment. Colet. 38 • 2022', 'volume 38, date 2022, <Cad. Saúde Ment. Colet.>'],
  // A volume and a page are not an hour of the day.
  ['2021 Oct 13;8:39.', 'date 2021-10-13, volume 8, pages 39'],
  ['2020年第28卷第4期 835-840，共6页', 'date 2020, volume 28, issue 4, pages 835-840'],
  ['2022 ,30 (05) : 1056-1069', 'date 2022, volume 30, issue 05, pages 1056-1069'],
  ['2021，35(8)', 'date 2021, volume 35, issue 8'],
  ['2019,39(04):343-348', 'date 2019, volume 39, issue 04, pages 343-348'],
  ['58期（2020 / 05 / 01），P1 - 32', 'issue 58, date 2020-05-01, pages 1 - 32'],
  ['First published: 14 June 2021', 'online 2021-06-14'],
  ['Published online: 24 Nov 2022', 'online 2022-11-24'],
  ['Epub 2021 May 21', 'online 2021-05-21'],
  ['Mis en ligne le 05/05/2017', 'online 2017-05-05'],
  ['Received 03 May 2022, Accepted 01 Nov 2022', ''],
  ['收稿日期: 2022-09-13', ''],
  ['2024-04-18 20:30', ''],
  ['grant 12(3):45', '<grant 12(3):45>'],
  ['Results of trial', '<Results of trial>'],
])('%s', (text, expected) => {
  expect(said(text)).toBe(expected);
});
