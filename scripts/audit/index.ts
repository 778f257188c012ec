import type { Notice } from '#domain/notice';

export interface AuditInput {
  /** The built site. */
  folder: string;
  /** The content it was built from. */
  content: string;
  base: string;
  site: string;
}

/** What must hold of a built site, checked; an empty list is a sound site. */
export async function auditSite(_input: AuditInput): Promise<Notice[]> {
  return [];
}
