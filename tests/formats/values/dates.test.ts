import { expect, test } from 'vitest';
import { findDate } from '../../../scripts/formats/values/dates.ts';

/** What is on a page, the date that it states, and the last month of an issue for several; `undefined`: no date. */
test.each<[string, string | undefined, string?]>([
  ['2024-11-05', '2024-11-05'],
  ['2024/11/05', '2024-11-05'],
  ['2024.11.05', '2024-11-05'],
  ['2020 / 05 / 01', '2020-05-01'],
  ['2024-11', '2024-11'],
  ['2024/03', '2024-03'],
  ['5-2019', '2019-05'],
  // An issue and its year.
  ['No. 5-2019', '2019'],
  ['2024 Nov', '2024-11'],
  ['2024 Nov 5', '2024-11-05'],
  ['2018 Jul 5;7(7)', '2018-07-05'],
  ['2023 Mar;33(3)', '2023-03'],
  ['5 November 2024', '2024-11-05'],
  ['5th of November 2024', '2024-11-05'],
  ['05 Nov. 2024', '2024-11-05'],
  ['November 5, 2024', '2024-11-05'],
  ['Nov 5 2024', '2024-11-05'],
  ['November 2024', '2024-11'],
  ['Sept 2020', '2020-09'],
  ['September, 2020', '2020-09'],
  ['May/June 2017', '2017-05', '2017-06'],
  ['Nov-Dec 2021', '2021-11', '2021-12'],
  ['(2020): August', '2020-08'],
  ['16 de marzo de 2019', '2019-03-16'],
  ['Agosto 2020', '2020-08'],
  ['ago. 2020', '2020-08'],
  ['12 Maio 2021', '2021-05-12'],
  ['dezembro de 2018', '2018-12'],
  ['11 juin 2018', '2018-06-11'],
  ['3. März 2019', '2019-03-03'],
  ['13.05.2020', '2020-05-13'],
  ['2021年8月30日', '2021-08-30'],
  ['2021 年 8 月', '2021-08'],
  ['2017年', '2017'],
  ['1998', '1998'],
  ['13/05/2020', '2020-05-13'],
  // The third of May or the fifth of March: only the year is sure.
  ['03/05/2020', '2020'],
  ['05/05/2020', '2020-05-05'],
  // A day that no calendar has leaves its month; a number that is not a year, an identifier.
  ['31 February 2020', '2020-02'],
  ['1899', undefined],
  ['10.1101/2024.02.28.24303471', '2024'],
  ['Mayhem 12', undefined],
  ['', undefined],
])('%s', (text, value, until) => {
  const found = findDate(text, 0, true);
  expect(found?.value).toBe(value);
  expect(found?.until).toBe(until);
});
