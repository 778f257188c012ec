/** The command `npm run screen`: who included or excluded which paper, on what criteria; and what nobody has screened yet. */

import { join } from 'node:path';
import type { Notice } from '#domain/notice';
import { decisionsOn, screeningSchema, settleDecisions, type ScreeningDecision } from '#domain/screening';
import { siteSchema } from '#domain/site';
import { readArguments, refuse, say, type Command } from './cli.ts';
import { importCache } from './lib/cache.ts';
import { expectedOf } from './lib/expected.ts';
import { isReview } from './lib/own-folder.ts';
import { fit, readYaml } from './lib/read-content.ts';
import { readPapers } from './lib/read-papers.ts';
import { exitCode, many, print } from './lib/report.ts';
import { readExcluded, readScreening } from './pipeline/decisions/read-decisions.ts';
import { writeDecision } from './pipeline/decisions/write-decision.ts';
import { importReview } from './pipeline/import-review.ts';
import { withImportLock } from './pipeline/write/import-lock.ts';

const command: Command<'criteria' | 'by' | 'note' | 'note-zh' | 'stage' | 'list' | 'content'> = {
  run: 'npm run screen',
  does: 'Writes a decision to screening.yaml, who made it and when, and imports. ID is a paper’s id, a DOI, pmid:… or a source’s file name. --list names the papers that nobody has screened, and those on which people disagree.',
  operands: 'ID include|exclude',
  options: {
    criteria: {
      value: 'IDS',
      does: 'criteria of site.yaml, with commas: those met, or those that the paper fails (required to exclude)',
    },
    by: { value: 'NAME', does: 'who decided (required)' },
    note: { value: 'TEXT', does: 'why, in words' },
    'note-zh': { value: 'TEXT', does: 'the same in Chinese (the English text)' },
    stage: { value: 'STAGE', does: 'what was read: title-and-abstract or full-text (title-and-abstract)' },
    list: { does: 'what is not screened yet; writes nothing' },
    content: { value: 'DIR', does: "the review's folder (content)" },
  },
};

function fail(...lines: string[]): never {
  return refuse(command, ...lines);
}

const { given, text, operands } = readArguments(command);
const content = text('content') ?? 'content';
const file = join(content, 'screening.yaml');

const names: Record<string, ScreeningDecision['decision']> = { include: 'included', exclude: 'excluded' };

if (!isReview(content))
  fail(`${content} is not the folder of a review: it has no site.yaml, no ids.yaml and no sources.`);
const notices: Notice[] = [];
const decisions = readScreening(file, notices);
const review = readYaml(join(content, 'site.yaml'), 'site.yaml', notices);
const site = review && fit(siteSchema, review, 'src/domain/site.ts', notices);
if (exitCode(notices, false)) {
  print(notices);
  process.exitCode = 1;
} else if (given.list) list();
else await decide();

/** What is to do: the papers without a decision, then those on which people disagree. */
function list(): void {
  const rows = readPapers(content).map((paper) => ({ paper, own: decisionsOn(paper, decisions) }));
  const open = rows.filter(({ own }) => own.length === 0);
  for (const { paper } of open) say(`${paper.id}  ${paper.titles[0]?.text ?? ''}`.trimEnd());
  const disputed = rows.filter(({ own }) => settleDecisions(own).disputed);
  for (const { paper, own } of disputed)
    say(`${paper.id}  disagreement: ${own.map(({ by = 'nobody named', decision }) => `${by} ${decision}`).join(', ')}`);
  say(`${many(open.length, 'paper')} not screened, ${many(disputed.length, 'disagreement')}.`);
}

async function decide(): Promise<void> {
  const [subject, word = '', ...more] = operands;
  const decision = names[word];
  if (!subject || !decision || more.length > 0)
    fail('Say which paper, and include or exclude: npm run screen -- ID include');
  const by = text('by');
  if (!by) fail('A decision needs the name of the person who made it: --by "…"');
  const criteria = (text('criteria') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  checkCriteria(criteria, decision);
  const note = text('note');
  const said = {
    for: subject,
    decision,
    stage: text('stage') ?? 'title-and-abstract',
    criteria,
    ...(note ? { note: { en: note, zh: text('note-zh') ?? note } } : {}),
    by,
    date: new Date().toISOString().slice(0, 10),
  };
  const valid = screeningSchema.safeParse({ decisions: [said] });
  if (!valid.success)
    fail(...valid.error.issues.map((issue) => `${issue.path.slice(2).join('.')}: expected ${expectedOf(issue)}`));
  const result = await withImportLock({ contentDir: content }, async (told) => {
    const before = await importReview({ contentDir: content, cacheDir: importCache() });
    // An import that found errors knows no papers.
    if (exitCode(before.notices, false)) return before;
    const isKnown = before.papersOf(subject).length > 0 || readExcluded(content, []).some(({ id }) => id === subject);
    if (!isKnown) return undefined;
    writeDecision(file, said);
    say(`Written: ${file}`);
    print(told);
    return importReview({ contentDir: content, cacheDir: importCache() });
  });
  if (!result) return fail(`No paper of this review has the name ${JSON.stringify(subject)}: import it first.`);
  print(result.notices.filter(({ severity }) => severity === 'error'));
  process.exitCode = exitCode(result.notices, false);
}

function checkCriteria(criteria: readonly string[], decision: ScreeningDecision['decision']): void {
  const { include = [], exclude = [] } = site?.eligibility ?? {};
  const known = [...include, ...exclude].map(({ id }) => id);
  const wrong = criteria.find((id) => !known.includes(id));
  if (wrong !== undefined) fail(`"${wrong}" is not a criterion.`, `site.yaml has: ${known.join(', ')}.`);
  if (decision === 'excluded' && criteria.length === 0)
    fail('An exclusion names what the paper fails: --criteria …', `site.yaml has: ${known.join(', ')}.`);
}
