import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader, type Message } from 'html-validate';
import { expect, test } from 'vitest';
import { filesBelow } from '../../scripts/lib/paths.ts';
import { useSite } from '../support/site.ts';

interface Exception {
  rule: string;
  /** The end of the element's selector, as html-validate writes it. */
  selector: RegExp;
  reason: string;
}

/** At most five, each for one rule and one kind of element. */
const exceptions: readonly Exception[] = [
  {
    rule: 'no-redundant-role',
    selector: /(?:^|[> ])[uo]l[^> ]*$|^#[^> ]*$/u,
    reason: 'VoiceOver in Safari announces a list without bullets as a list only where its role is written',
  },
  {
    rule: 'long-title',
    selector: /> title$/u,
    reason: 'the title of a paper is as long as its authors made it; cut, it would name no paper',
  },
];

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended'] }));

const isExcepted = ({ ruleId, selector }: Message): boolean =>
  exceptions.some(({ rule, selector: kind }) => rule === ruleId && kind.test(selector ?? ''));

test('every page is valid HTML, by the recommended rules of html-validate', async () => {
  const { folder } = await useSite();
  const found: string[] = [];
  const used = new Set<string>();
  const pages = filesBelow(folder).filter((path) => path.endsWith('.html'));
  for (const path of pages) {
    const { results } = await validator.validateString(readFileSync(join(folder, path), 'utf8'), path);
    for (const message of results.flatMap(({ messages }) => messages)) {
      if (isExcepted(message)) used.add(message.ruleId);
      else found.push(`${path}: ${message.ruleId}: ${message.message} (${message.selector})`);
    }
  }
  expect(pages.length).toBeGreaterThan(80);
  expect(found.slice(0, 20)).toEqual([]);
  // An exception that no page needs any more is deleted.
  expect([...used].sort()).toEqual(exceptions.map(({ rule }) => rule).sort());
  expect(exceptions.length).toBeLessThanOrEqual(5);
});
