import axe from 'axe-core';
import type { Page } from 'playwright-core';

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Loads axe into the open page; each new page needs it again. */
export const bringAxe = (page: Page): Promise<void> => page.evaluate(axe.source);

/**
 * What axe finds, as `rule: first element`: with every rule of WCAG 2.2 AA and good practice, or with a single rule.
 */
export async function violations(page: Page, rule?: string): Promise<string[]> {
  const { violations: found } = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    rule === undefined ? everyRule : [rule],
  );
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`));
}

/** How much wider the page is than its window, as a fault; empty where it is not. */
export async function tooWide(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`${over} px wider than the screen`] : [];
}

/** Opens every part of the page that a reader can open. */
export const openAll = (page: Page): Promise<void> =>
  page.locator('details:not([open])').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
