import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../../scripts/pipeline/describe/stretches.ts';

const parts = (text: string) => stretchesOf(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

describe('the headings inside a text', () => {
  it.each<[string, [string | undefined, string][]]>([
    ['Nurses were asked.', [[undefined, 'Nurses were asked.']]],
    ['Methods We asked nurses.', [['methods', 'Methods We asked nurses.']]],
    [
      'More is needed.MethodsWe asked nurses.Results697 answered.',
      [
        [undefined, 'More is needed.'],
        ['methods', 'MethodsWe asked nurses.'],
        ['results', 'Results697 answered.'],
      ],
    ],
    ['Methodology/Principal findings We asked.', [['methods', 'Methodology/Principal findings We asked.']]],
    // Words of a sentence, and no headings.
    ['Results suggest trust. The methods were ours.', [[undefined, 'Results suggest trust. The methods were ours.']]],
    ['结果显示陪伴有效。', [[undefined, '结果显示陪伴有效。']]],
    [
      '目的 观察疗效.方法 将患者分组.结果 有效.',
      [
        ['objective', '目的 观察疗效.'],
        ['methods', '方法 将患者分组.'],
        ['results', '结果 有效.'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});
