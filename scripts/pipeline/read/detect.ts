import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import type { Format } from '../../formats/format.ts';
import { formats as specific, general } from '../../formats/index.ts';
import { noFormat } from './no-format.ts';

/**
 * The one format that reads a source: the specific one that claims it, else the general reader. A source that two claim is
 * read by neither, for each would read half of it: the notice names both, and the source page shows its text.
 */
export function detect(
  source: SourceText,
  formats: readonly Format[] = specific,
): { format: Format; notices: Notice[] } {
  const notices: Notice[] = [];
  const claiming = formats.filter((format) => {
    try {
      return format.claims(source);
    } catch (problem) {
      notices.push(broken(source.file, format, 'claims', problem));
      return false;
    }
  });
  const [format, second] = claiming;
  if (format && second) {
    const names = claiming.map((it) => it.name).join(' and ');
    notices.push({
      severity: 'warning',
      rule: 'two-formats-claim',
      place: { file: source.file },
      seen: `${names} claim the source`,
      expected: 'one specific format at most',
      remedy: `if the file holds two pages, split it; if it is one page, report it: \`claims\` of one of them is too wide`,
    });
  }
  return { format: second ? noFormat : (format ?? general), notices };
}

/** A format that throws is a defect of the project, not of the page: said, and the source goes to the next reader. */
export const broken = (file: string, format: Format, where: string, problem: unknown): Notice => ({
  severity: 'warning',
  rule: 'format-failed',
  place: { file },
  seen: `${format.name}.${where} failed: ${problem instanceof Error ? problem.message : String(problem)}`.slice(0, 300),
  expected: 'a format that reads any text',
  remedy: 'report the file with this message; the source was read without the format',
});
