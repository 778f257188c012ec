/**
 * The format of practice digests: a paper's title, authors and summary, then its publisher's advice under questions.
 */

import type { Format } from '../../format.ts';
import { readDigest } from '../digests.ts';
import { Page } from '../page.ts';
import { readPage } from '../read.ts';

/** The questions under which a digest tells practitioners what a paper means for them. */
const questions = [
  /^How does this research apply to my work\?/imu,
  /^What should I take away from this research\?/imu,
  /^What.s the next step\?/imu,
];

export const practiceDigest: Format = {
  name: 'practice-digest',
  title: { en: 'Practice digest', zh: '实践摘要' },
  trust: 'digest',
  claims: ({ text }) =>
    questions.some((question) => question.test(text)) &&
    /^[^\S\r\n\u2028\u2029]*(?:AUTHORS|Authou?rs?)\b/imu.test(text),
  read: (source) => {
    const page = new Page(source);
    readDigest(page);
    return readPage(page);
  },
};
