/** The audit of a built site: reads the site once and runs every check on it. */

import type { Notice } from '#domain/notice';
import { budgetChecks } from './checks/budgets.ts';
import { counts } from './checks/counts.ts';
import { data } from './checks/data.ts';
import { language } from './checks/language.ts';
import { links } from './checks/links.ts';
import { security } from './checks/security.ts';
import { runChecks, type Check } from './check.ts';
import { readSite, type SiteInput } from './site.ts';

/** Everything that must be true of a built site. */
export const checks: readonly Check[] = [...counts, ...links, ...language, ...security, ...data, ...budgetChecks];

/** Checks a built site; an empty list means that it is sound. Linear in the size of the site. */
export async function auditSite(input: SiteInput): Promise<Notice[]> {
  const site = await readSite(input);
  const notices = await runChecks(site, checks);
  return [...notices, ...site.facts.close()];
}
