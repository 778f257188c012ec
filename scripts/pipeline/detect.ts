import type { Notice } from '#domain/notice';
import type { SourceText } from '#domain/source';
import type { Format } from '../formats/format.ts';
import { formats as specific, general } from '../formats/index.ts';

/**
 * The one format that reads a source: the specific one that claims it, else the general reader. Two claims are an error
 * that names both; the source is then read by the general reader, so that nothing of it is lost.
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
      severity: 'error',
      rule: 'two-formats-claim',
      place: { file: source.file },
      seen: `${names} claim the source`,
      expected: 'one specific format at most',
      remedy: `narrow \`claims\` of one of them in scripts/formats`,
    });
  }
  return { format: format && !second ? format : general, notices };
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
