import type { Page } from 'playwright-core';

/**
 * Faults of a page's boxes at its present width, each with the words it is seen by: text that its box cuts, and things to
 * read or press that lie on one another.
 */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** Lines of text may reach this far, in pixels, into the next without touching its letters. */
    const leading = 6;
    /** Only for screen readers: in a box of a pixel. */
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

/**
 * Faults of a page's setting on a phone: a text in a part of the width although nothing is beside it, a word broken without
 * a hyphen, and two words that touch because nothing separates their elements.
 */
export const settingFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isTiny = (element: Element): boolean => {
      const { clipPath, position } = getComputedStyle(element);
      const above = element.parentElement;
      return (position === 'absolute' && clipPath !== 'none') || (above !== null && isTiny(above));
    };
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('[aria-hidden=true], code, svg, [role=status]') &&
      !isTiny(element);
    const name = (text: string): string => text.trim().replace(/\s+/gu, ' ').slice(0, 50);
    const range = document.createRange();
    const rectsOf = (node: Node, start?: number, end?: number): DOMRect[] => {
      range.selectNodeContents(node);
      if (start !== undefined && end !== undefined) {
        range.setStart(node, start);
        range.setEnd(node, end);
      }
      return [...range.getClientRects()].filter(({ width }) => width > 1);
    };
    const linesOf = (rects: readonly DOMRect[]): number => new Set(rects.map(({ top }) => Math.round(top))).size;

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: { node: Node; parent: Element; text: string; rects: DOMRect[] }[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      const text = node.textContent ?? '';
      if (!parent || !/[\p{L}\p{N}]/u.test(text) || !isSeen(parent)) continue;
      const rects = rectsOf(node);
      if (rects.length) texts.push({ node, parent, text, rects });
    }

    const most = innerWidth * 0.65;
    const narrow = [...document.querySelectorAll('main :is(p, th, td, dd, li, span)')].filter((element) => {
      if (!isSeen(element) || !/[\p{L}]/u.test(element.textContent)) return false;
      if (getComputedStyle(element).display.startsWith('inline')) return false;
      const box = element.getBoundingClientRect();
      // The lines of its text: the box of a link with padding begins above its line.
      const rects = texts.filter(({ parent }) => element.contains(parent)).flatMap((text) => text.rects);
      const right = Math.max(0, ...rects.map((rect) => rect.right));
      if (linesOf(rects) < 4 || right > most) return false;
      return !texts.some(
        ({ parent, rects: other }) =>
          !element.contains(parent) &&
          other.some((it) => it.left >= box.right - 1 && it.top < box.bottom && it.bottom > box.top),
      );
    });

    const broken = texts.flatMap(({ node, parent, text, rects }) => {
      if (linesOf(rects) < 2) return [];
      const { hyphens, overflowWrap } = getComputedStyle(parent);
      if (hyphens === 'auto' && overflowWrap !== 'anywhere') return [];
      const words = [...text.matchAll(/(?<=^|[\s(])\p{Script=Latin}{4,16}(?=[\s,.;:!?)]|$)/gu)];
      return words
        .filter(({ 0: word, index }) => linesOf(rectsOf(node, index, index + word.length)) > 1)
        .map(([word]) => word);
    });

    const joining = 'mark, sub, sup, i, b, em, strong, .han-mark, .han-mark *';
    const glued = texts.flatMap((one, i) => {
      const next = texts[i + 1];
      if (!next || next.parent === one.parent || one.parent.matches(joining) || next.parent.matches(joining)) return [];
      const [before, after] = [one.rects.at(-1), next.rects[0]];
      if (!before || !after || !/[\p{Script=Latin}\p{N})]$/u.test(one.text)) return [];
      if (!/^[\p{Script=Latin}\p{N}(]/u.test(next.text)) return [];
      const isOneLine = Math.abs(before.bottom - after.bottom) < 8 && after.left >= before.left;
      return isOneLine && after.left - before.right < 1 ? [`${name(one.text.slice(-25))}|${name(next.text)}`] : [];
    });
    return [
      ...narrow.map((element) => `${name(element.textContent)} has a part of the width`),
      ...broken.map((word) => `${word} is broken`),
      ...glued.map((words) => `${words} touch`),
    ];
  });
