import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium, noFaults, openPage, type Opened } from './browser.ts';
import { serveSite, type ServedSite, type SiteRequest } from './site.ts';

/** A site that is served, and a Chromium to read it with: there from the first test on. */
export interface Stage {
  readonly browser: Browser;
  readonly served: ServedSite;
  /** A page of a reader who has never been here. It stays open as long as the browser. */
  open(options?: BrowserContextOptions): Promise<Opened>;
  /**
   * Opens a page of the site (a path without the base), does something there as a reader of its own, and asserts that
   * nothing went wrong on the way.
   */
  visit(
    path: string,
    act: (page: Page, opened: Opened) => Promise<void>,
    options?: BrowserContextOptions,
  ): Promise<void>;
}

/** Sets the stage for the file or the group that calls it, and clears it when its tests are over. */
export function stage(request: SiteRequest = {}): Stage {
  let browser: Browser;
  let served: ServedSite;
  beforeAll(async () => {
    served = await serveSite(request);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const open = (options?: BrowserContextOptions): Promise<Opened> => openPage(browser, served.url, options);
  return {
    get browser() {
      return browser;
    },
    get served() {
      return served;
    },
    open,
    async visit(path, act, options) {
      const opened = await open(options);
      try {
        await opened.page.goto(served.url + path);
        await act(opened.page, opened);
      } finally {
        await opened.context.close();
        // Told beside what `act` failed of: a fault is often its cause.
        expect.soft(opened.faults).toEqual(noFaults);
      }
    },
  };
}
