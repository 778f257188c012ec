/** Notices about bytes of a source that are not clearly text, each for a person to check. */

import type { Notice } from '#domain/notice';
import type { Decoded, Encoding, Fault } from '#text/decode';

export const encodingNotices = (file: string, { faults }: Pick<Decoded, 'faults'>): Notice[] =>
  faults.map((fault) => noticeOf(file, fault));

const names: Readonly<Partial<Record<Encoding, string>>> = {
  'utf-16le': 'UTF-16 without a byte order mark',
  'utf-16be': 'UTF-16 without a byte order mark',
  big5: 'Big5',
  'windows-1252': 'Windows-1252 (Latin 1)',
};

function noticeOf(file: string, fault: Fault): Notice {
  switch (fault.kind) {
    case 'guessed':
      return {
        severity: 'info',
        rule: 'source-encoding-guessed',
        place: { file },
        seen: `bytes that are not UTF-8; they are read as ${names[fault.encoding] ?? fault.encoding}`,
        expected: 'UTF-8, UTF-16 with a byte order mark, or GB18030',
        remedy: 'check that names and accents read well, or save the file as UTF-8',
      };
    case 'nul':
      return {
        severity: 'warning',
        rule: 'source-nul-characters',
        place: { file },
        seen: `${fault.count} NUL character${fault.count === 1 ? '' : 's'}, the first at byte offset ${fault.offset}`,
        expected: 'text without control characters',
        remedy: 'save the page again; they are left out of the record',
      };
    case 'broken':
      return {
        severity: 'warning',
        rule: 'source-broken-bytes',
        place: { file },
        seen: brokenBytes(fault),
        expected: 'UTF-8, UTF-16 with a byte order mark, or GB18030 throughout',
        remedy: 'each became U+FFFD (�) in the text; save the page again, or correct the value that has it',
      };
    case 'mixed':
      return {
        severity: 'warning',
        rule: 'source-mixed-encodings',
        place: { file, line: fault.line, columns: [1, fault.length + 1] },
        seen: `a line in GB18030, from byte offset ${fault.offset}, in a file that is UTF-8 elsewhere`,
        expected: 'one encoding throughout',
        remedy: 'the line is read as GB18030: check that it reads well',
      };
  }
}

function brokenBytes({ offsets, count }: Extract<Fault, { kind: 'broken' }>): string {
  const bytes =
    count === 1 ? '1 byte that is not text, at byte offset' : `${count} bytes that are not text, at byte offsets`;
  return `${bytes} ${offsets.join(', ')}${count > offsets.length ? ', …' : ''}`;
}
