import { expect, test } from 'vitest';
import { shortName } from '../../src/site/display.ts';
import { paper, title } from '../citations/support/papers.ts';

const named = (text: string, lang: 'en' | 'zh' = 'en'): string =>
  shortName(paper('some-id', { titles: [title(text)], authors: [], issued: undefined }), lang, 'n.d.');

test('a paper without authors is named by the first words of its title', () => {
  expect(named('Trust')).toBe('“Trust” n.d.');
  expect(named('Trust on locked wards, a study of nurses')).toBe('“Trust on locked wards, a…” n.d.');
  expect(named('Trust on locked old wards, as nurses see it')).toBe('“Trust on locked old wards…” n.d.');
  expect(named('多维进程行为评估模型建立及最优化方法', 'zh')).toBe('“多维进程行为评估模型…”（n.d.）');
});
