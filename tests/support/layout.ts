import type { Page } from 'playwright-core';

/**
 * Faults of a page's boxes at its present width, each with the words it is seen by: text that its box cuts, and things to
 * read or press that lie on one another.
 */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** Lines of text may reach this far, in pixels, into the next without touching its letters. */
    const leading = 6;
    /** For screen readers alone: in a box of a pixel. */
    const isTiny = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      const above = element.parentElement;
      return (
        ((width <= 1 || height <= 1) && getComputedStyle(element).position === 'absolute') ||
        (above !== null && isTiny(above))
      );
    };
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('[aria-hidden=true]') &&
      !isTiny(element);
    const nameOf = (element: Element): string =>
      `<${element.nodeName.toLowerCase()}> ${(element.textContent || element.getAttribute('aria-label') || '').trim().replace(/\s+/gu, ' ').slice(0, 40)}`;

    const cut = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const clips = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      return (
        isSeen(element) &&
        /[\p{L}\p{N}]/u.test(element.textContent) &&
        ((clips(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (clips(overflowY) && element.scrollHeight > element.clientHeight + leading))
      );
    });

    const boxes = [
      ...document.body.querySelectorAll('a, button, input, select, summary, label, h1, h2, h3, h4, p, td, th'),
    ]
      .filter((element) => isSeen(element) && getComputedStyle(element).position !== 'fixed')
      .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })))
      .filter(({ box }) => box.width > 1 && box.height > 1)
      .sort((a, b) => a.box.top - b.box.top);
    const over: string[] = [];
    for (const [at, { element, box }] of boxes.entries())
      for (let next = at + 1; next < boxes.length; next++) {
        const other = boxes[next];
        if (!other || other.box.top >= box.bottom - leading) break;
        if (element.contains(other.element) || other.element.contains(element)) continue;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - other.box.top;
        if (wide > leading && high > leading)
          over.push(`${nameOf(element)} and ${nameOf(other.element)} lie on one another`);
      }
    return [...cut.map((element) => `${nameOf(element)} is cut`), ...over];
  });

/** Things to press that are smaller than 24 by 24 CSS pixels and not part of a line of text (WCAG 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('button, select, summary, input:not([type=hidden]), a.button')]
      .filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden'),
      )
      .filter((element) => {
        // Its label is pressed as well; the box of a label in a line of text is no higher than its letters.
        const label = element.closest('label');
        const boxes = [element, ...(label ? [label] : [])].map((one) => one.getBoundingClientRect());
        const small = boxes.every(({ width, height }) => width < 24 || height < 24);
        return small && boxes.some(({ width }) => width > 1) && getComputedStyle(element).display !== 'inline';
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
