import { describe, expect, test } from 'vitest';
import type { EvidenceRole, Section } from '#domain/paper';
import { rolesOf } from '../../../scripts/pipeline/describe/roles.ts';

type Part = [kind: Section['kind'], label: string | undefined, sentences: string[]];
/** The role of each sentence of a text, in order. */
function rolesIn(language: string, ...parts: Part[]): (EvidenceRole | undefined)[] {
  let count = 0;
  const sections = parts.map(([kind, label, sentences]): Section => ({
    ...(kind ? { kind } : {}),
    ...(label ? { label } : {}),
    blocks: [{ as: 'paragraph', sentences: sentences.map((text) => ({ anchor: `s-${count++}`, text, from: [] })) }],
  }));
  const roles = rolesOf(sections, language);
  return [...Array(count).keys()].map((index) => roles.get(`s-${index}`));
}
const plain = (...sentences: string[]) => rolesIn('en', [undefined, undefined, sentences]);
const zh = (...sentences: string[]) => rolesIn('zh-Hans', [undefined, undefined, sentences]);

describe('a text without sections', () => {
  test('is recognised by its words, from what was known to what is missing', () => {
    expect(
      plain(
        'Nurses often meet people who grieve.',
        'Little is known about how they cope.',
        'This qualitative study aimed to explore their coping.',
        'Semi-structured interviews were conducted with twelve nurses.',
        'Coping grew with time on the ward.',
        'We found that peers mattered most.',
        'Hospitals should give nurses time with peers.',
        'Further research is needed on night shifts.',
      ),
    ).toEqual(['background', 'background', 'aim', 'method', 'finding', 'finding', 'recommendation', 'gap']);
  });

  test.each([
    ['The findings show that supervision should be a priority.', 'recommendation'],
    ['Results may inform services for children.', 'recommendation'],
    ['Recommendations include training of staff.', 'recommendation'],
    ['Gaps remain in what is known of stigma.', 'gap'],
    ['Evidence on long-term effects remains limited.', 'gap'],
    ['Telehealth has not yet been studied in prisons.', 'gap'],
    ['Thirty-seven papers were included, generating two themes.', 'finding'],
    ['Data were collected in four clinics to address gaps in research.', 'method'],
    ['Anxiety was significantly lower after treatment.', 'finding'],
  ])('%s: %s', (sentence, role) => {
    expect(plain('This study aimed to see.', sentence)[1]).toBe(role);
  });

  test('is recognised by headings inside it, for the sentences behind them too', () => {
    expect(
      plain(
        'Background Nurses often meet people who grieve.Methods We asked nurses.',
        'They came from two wards.',
        'Results Of all, half answered.',
        'Coping grew with time.',
      ),
    ).toEqual(['background', 'method', 'finding', 'finding']);
  });

  test('in Chinese is recognised in the same way', () => {
    expect(
      zh(
        '抑郁在老年人中常见。',
        '本研究旨在探讨陪伴的作用。',
        '采用问卷调查120名老年人。',
        '结果显示陪伴与抑郁相关。',
        '社区应当重视陪伴。',
        '其长期作用尚不清楚，有待进一步研究。',
      ),
    ).toEqual(['background', 'aim', 'method', 'finding', 'recommendation', 'gap']);
  });
});

describe('the kind of a section', () => {
  test('says what its sentences are, but for calls in results and conclusions', () => {
    expect(
      rolesIn(
        'en',
        ['background', 'Background', ['Little is known of it.', 'This study explores it.']],
        ['objective', 'Aim', ['To see.']],
        ['methods', 'Methods', ['We found people by letter.']],
        ['results', 'Results', ['Trust grew.', 'Stigma has not been studied.']],
        ['conclusions', 'Conclusions', ['Trust matters.', 'Staff should be trained.', 'Further trials are needed.']],
      ),
    ).toEqual(['background', 'aim', 'aim', 'method', 'finding', 'gap', 'finding', 'recommendation', 'gap']);
  });

  test('of a digest is its heading', () => {
    expect(
      rolesIn(
        'en',
        [undefined, 'What should I take away from this research?', ['Professionals must know of power.']],
        [undefined, 'What’s the next step?', ['Research on access will be useful.', 'Clinics should open earlier.']],
      ),
    ).toEqual(['finding', 'gap', 'recommendation']);
  });
});
