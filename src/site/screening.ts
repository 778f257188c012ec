import type { Paper } from '#domain/paper';
import type { ScreeningDecision } from '#domain/screening';

/** The names by which a decision or a correction may mean a paper: its id, its identifiers, and its sources. */
export const namesOfPaper = (paper: Pick<Paper, 'id' | 'doi' | 'pmid' | 'sources'>): string[] => [
  paper.id,
  ...(paper.doi ? [paper.doi.value] : []),
  ...(paper.pmid ? [`pmid:${paper.pmid.value}`] : []),
  ...paper.sources.map(({ file }) => file),
];

/** The decisions about a paper, in the order of `screening.yaml`. */
export function decisionsOn(
  paper: Parameters<typeof namesOfPaper>[0],
  decisions: readonly ScreeningDecision[],
): ScreeningDecision[] {
  const names = new Set(namesOfPaper(paper).map((name) => name.toLowerCase()));
  return decisions.filter((decision) => names.has(decision.for.toLowerCase()));
}
