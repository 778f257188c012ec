/**
 * Cuts a sentence at the headings inside it. An abstract without labelled sections often has them in its text, before a
 * capital and without a colon: "… are needed. Methods We asked", or glued to it: "… are needed.MethodsWe asked".
 */

import type { SectionKind } from '#domain/paper';

/** A part of a text, `[start, end)` in UTF-16 code units, and what the heading before it says that it is. */
export interface Stretch {
  start: number;
  end: number;
  kind?: SectionKind;
}

/** Headings by the kind of section that they open. */
const kinds: readonly [SectionKind, RegExp][] = [
  ['background', /^(?:Background|Introduction|背景)/u],
  ['objective', /^(?:Objective|Aim|Purpose|目的)/u],
  ['methods', /^(?:Materials|Patients|Subjects|Participants|Method|.{0,5}方法)/u],
  ['results', /^(?:Results|(?:Principal\s)?Findings|结果|結果)/u],
  ['conclusions', /^(?:Conclusion|Discussion|Interpretation|结论|結論|讨论|討論)/u],
];

/** A heading at the start of a text or behind the end of a sentence; what follows it begins with a capital or a number. */
const heading =
  /(?<=^|[.!?)\]]\s?)(?:Background|Introduction|Objectives?|Aims?|Purpose|(?:(?:Materials|Patients|Subjects|Participants) and )?[Mm]ethods?|Method(?:s|ology)(?:\s?(?:\/|&|and)\s?(?:[Pp]rincipal )?[Ff]indings)?|Results|(?:Principal )?[Ff]indings|Conclusions?|Discussion|Interpretation)(?:\s?:\s?|\s(?=\p{Lu}|\d)|(?=\p{Lu}[\p{Ll}\s]|\d))|(?<=^|[.。；;]\s?)(?:背景|目的|(?:(?:资料|資料|材料|对象|對象)[与與和及])?方法|结果|結果|结论|結論|讨论|討論)(?!显示|顯示|表明|发现|發現|提示|证实|證實|说明|學|学|简)[:：]?\s?/gu;

/** The stretches of a text, in order; a text without headings is one. */
export function stretchesOf(text: string): Stretch[] {
  const cuts = [...text.matchAll(heading)].map(({ index, 0: words }) => {
    const kind = kinds.find(([, pattern]) => pattern.test(words))?.[0];
    return { start: index, ...(kind ? { kind } : {}) };
  });
  const starts: Omit<Stretch, 'end'>[] = cuts[0]?.start === 0 ? cuts : [{ start: 0 }, ...cuts];
  return starts.map((it, i) => ({ ...it, end: starts[i + 1]?.start ?? text.length }));
}
