/** Makes the links by which readers report an error or ask for removal. */

import type { Site } from '#domain/site';
import type { Say } from './strings/index.ts';

/** A way to reach the people of the review, with what is known filled in. */
export interface ReportWay {
  by: 'form' | 'mail' | 'page';
  href: string;
}

/** What a report is about: the page, and the paper's id. */
export interface ReportAbout {
  kind: 'error' | 'removal';
  /** The address of the page, with its origin. */
  address: string;
  id: string;
}

/** The issue form of a kind, and what its title begins with; both as in `.github/ISSUE_TEMPLATE/`. */
const forms = {
  error: { template: 'wrong-data.yml', title: 'Wrong data · 数据有误: ' },
  removal: { template: 'removal.yml', title: 'Removal · 申请移除: ' },
} as const;

/**
 * The ways to report an error or to ask for removal, from `issues` and `contact` of `site.yaml`. Each is a plain link:
 * nothing is sent before the reader sends it. GitHub fills the fields of a form from the query, each by its id; a mail
 * program from `subject` and `body` (RFC 6068).
 */
export function reportWays(
  { issues, contact }: Pick<Site, 'issues' | 'contact'>,
  about: ReportAbout,
  t: Say,
): ReportWay[] {
  const { kind, address, id } = about;
  const { template, title } = forms[kind];
  const ways: ReportWay[] = [];
  if (issues !== undefined) {
    const query = new URLSearchParams({ template, title: title + id, page: address });
    ways.push({ by: 'form', href: `${issues.replace(/\/$/u, '')}/new?${query.toString()}` });
  }
  if (contact?.startsWith('mailto:')) {
    const body = t(`report.body.${kind}`, { address }).replaceAll('\n', '\r\n');
    const query = `subject=${encodeURIComponent(title + id)}&body=${encodeURIComponent(body)}`;
    ways.push({ by: 'mail', href: `${contact}${contact.includes('?') ? '&' : '?'}${query}` });
  } else if (contact !== undefined) ways.push({ by: 'page', href: contact });
  return ways;
}
